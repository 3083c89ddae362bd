import { z } from 'zod';
import { leadingQuery } from '../aggregate/leading.js';
import type { Doc } from '../bson.js';
import { fault } from '../errors.js';
import { explainPlan } from '../plan/explain.js';
import { plan } from '../plan/plan.js';
import { parseSort } from '../query/sort.js';
import { type Command, command, doc, parse } from './schema.js';

const schema = command({ explain: doc, verbosity: z.unknown().optional() });

interface Asked {
  readonly collection: string;
  readonly filter: Doc;
  readonly sort: Doc;
  readonly hint: unknown;
}

/** Which index a command would use, or that it would read the whole collection. Nothing is executed. */
export const explain: Command = ({ storage, db, request }) => {
  const { explain: inner } = parse(schema, request.body, 'explain');
  const { collection: name, filter, sort, hint } = asked(inner);
  const collection = storage.catalog.find(db, name);
  const chosen = collection && plan(collection, { filter, sort: parseSort(sort, true), hint });
  return explainPlan(collection, `${db}.${name}`, chosen, filter);
};

function asked(inner: Doc): Asked {
  const [name = '', collection] = Object.entries(inner)[0] ?? [];
  const shape = SHAPES[name];
  if (!shape) throw fault('CommandNotFound', `Explain failed due to unknown command: ${name}`);
  const { filter = {}, sort = {}, hint } = shape(inner);
  return { collection: String(collection), filter: filter ?? {}, sort: sort ?? {}, hint };
}

type Shape = (inner: Doc) => { filter?: Doc | undefined; sort?: Doc | undefined; hint?: unknown };

const byQuery: Shape = ({ query, sort, hint }) => ({ filter: query as Doc, sort: sort as Doc, hint });

const SHAPES: Record<string, Shape> = {
  find: ({ filter, sort, hint }) => ({ filter: filter as Doc, sort: sort as Doc, hint }),
  count: byQuery,
  distinct: byQuery,
  findAndModify: byQuery,
  aggregate: ({ pipeline, hint }) => ({ ...leadingQuery(pipeline as Doc[]), hint }),
  update: ({ updates }) => ({ filter: (updates as Doc[])[0]?.q as Doc }),
  delete: ({ deletes }) => ({ filter: (deletes as Doc[])[0]?.q as Doc }),
};
