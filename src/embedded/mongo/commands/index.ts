import type { Doc } from '../bson.js';
import { fault } from '../errors.js';
import type { Handle } from '../wire/server.js';
import { aggregate } from './aggregate.js';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections.js';
import { count, distinct } from './count.js';
import { getMore, killCursors } from './cursor-commands.js';
import { remove } from './delete.js';
import { explain } from './explain.js';
import { find } from './find.js';
import { findAndModify } from './find-and-modify.js';
import { buildInfo, hello, ping, refuseTransaction } from './handshake.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert } from './insert.js';
import type { Command, Environment } from './schema.js';
import { update } from './update.js';

const COMMANDS: Readonly<Record<string, Command>> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping,
  buildInfo,
  buildinfo: buildInfo,
  endSessions: ping,
  insert,
  update,
  delete: remove,
  find,
  getMore,
  killCursors,
  findAndModify,
  findandmodify: findAndModify,
  aggregate,
  count,
  distinct,
  create,
  drop,
  dropDatabase,
  listCollections,
  listDatabases,
  createIndexes,
  dropIndexes,
  listIndexes,
  explain,
  commitTransaction: refuseTransaction,
  abortTransaction: refuseTransaction,
};

/** Answers commands; those that are not in the table are refused by name. */
export function commandHandler(environment: Environment): Handle {
  return async (request, connectionId) => {
    const { name, body } = request;
    const run = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!run) throw fault('CommandNotFound', `no such command: '${name}'`);
    if (typeof body.$db !== 'string') throw fault(40414, 'OP_MSG requests require a $db argument');
    refuseTransactionOptions(body);
    return run({ ...environment, db: body.$db, request, connectionId });
  };
}

function refuseTransactionOptions(body: Doc): void {
  if ('txnNumber' in body || 'startTransaction' in body || 'autocommit' in body) {
    throw fault('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}
