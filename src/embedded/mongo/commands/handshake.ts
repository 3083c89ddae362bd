import { MAX_DOCUMENT_BYTES } from '../bson.js';
import { fault } from '../errors.js';
import { MAX_MESSAGE_BYTES } from '../wire/message.js';
import type { Command } from './schema.js';

/** What this server claims to be: commands and replies follow MongoDB 7.0 (wire version 21). */
const VERSION = '7.0.0';
const WIRE_VERSION = 21;

/** A standalone with sessions: drivers then neither retry writes nor open transactions. */
export const hello: Command = ({ now, connectionId, request }) => ({
  ...(request.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
  helloOk: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: now(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

export const ping: Command = () => ({ ok: 1 });

export const buildInfo: Command = () => ({
  version: VERSION,
  versionArray: [7, 0, 0, 0],
  gitVersion: 'embedded',
  modules: [],
  storageEngines: ['lmdb'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  ok: 1,
});

export const refuseTransaction: Command = () => {
  throw fault('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos');
};
