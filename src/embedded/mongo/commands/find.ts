import { encode } from '../bson.js';
import { type Batches, batchesFrom, batchesOf } from '../cursors.js';
import { fault } from '../errors.js';
import { type Plan, plan } from '../plan/plan.js';
import { collect, type Found, startPosition, walk } from '../plan/scan.js';
import { matcher } from '../query/matcher.js';
import { compileProjection } from '../query/projection.js';
import { parseSort } from '../query/sort.js';
import type { Collection } from '../storage/catalog.js';
import type { Storage } from '../storage/documents.js';
import { type Command, collation, command, doc, flag, hint, number, parse, text } from './schema.js';

const DEFAULT_FIRST_BATCH = 101;

export const findSchema = command({
  find: text,
  filter: doc.default({}),
  sort: doc.default({}),
  projection: doc.default({}),
  skip: number.default(0),
  limit: number.default(0),
  batchSize: number.optional(),
  singleBatch: flag.default(false),
  let: doc.default({}),
  hint,
  collation,
  noCursorTimeout: flag.optional(),
  allowDiskUse: flag.optional(),
  allowPartialResults: flag.optional(),
  oplogReplay: flag.optional(),
});

export const find: Command = ({ storage, cursors, db, request }) => {
  const asked = parse(findSchema, request.body, 'find');
  for (const name of ['skip', 'limit', 'batchSize'] as const) {
    if ((asked[name] ?? 0) < 0)
      throw fault(51024, `BSON field '${name}' value must be >= 0, actual value '${asked[name]}'`);
  }
  const collection = storage.catalog.find(db, asked.find);
  const { filter, let: variables, sort } = asked;
  const project = compileProjection(asked.projection, filter, variables);
  const fields = parseSort(sort, true);
  const batchSize = asked.batchSize === 0 ? -1 : (asked.batchSize ?? DEFAULT_FIRST_BATCH);
  const namespace = `${db}.${asked.find}`;
  if (!collection) {
    matcher(filter, variables); // a malformed filter is refused even where there is nothing to find
    return cursors.open(namespace, batchesOf([]), batchSize, true);
  }
  const chosen = plan(collection, { filter, sort: fields, hint: asked.hint, variables });
  const render = project ? ({ doc: found }: Found) => encode(project(found)) : ({ raw }: Found) => raw;
  const batches = batchesFor(storage, collection, chosen, asked.skip, asked.limit, render);
  return cursors.open(
    namespace,
    batches,
    batchSize,
    asked.singleBatch || (asked.limit > 0 && asked.limit <= batchSize),
  );
};

function batchesFor(
  storage: Storage,
  collection: Collection,
  chosen: Plan,
  skip: number,
  limit: number,
  render: (found: Found) => Buffer,
): Batches {
  if (chosen.sort) return batchesOf(collect(storage, collection, chosen, skip, limit).map(render));
  const position = startPosition();
  let passed = 0;
  const end = limit === 0 ? Number.POSITIVE_INFINITY : skip + limit;
  return batchesFrom(function* () {
    if (passed >= end) return;
    for (const found of walk(storage, collection, chosen, position)) {
      passed += 1;
      if (passed > skip) yield render(found);
      if (passed >= end) return;
    }
  });
}
