import type { Doc } from '../bson.js';
import type { Collection } from '../storage/catalog.js';
import type { Plan } from './plan.js';

/** The plan in the shape of MongoDB's `queryPlanner`: SORT over FETCH over IXSCAN, or COLLSCAN. */
export function explainPlan(
  collection: Collection | undefined,
  namespace: string,
  plan: Plan | undefined,
  filter: Doc,
): Doc {
  return {
    explainVersion: '1',
    queryPlanner: {
      namespace,
      parsedQuery: filter,
      indexFilterSet: false,
      winningPlan: collection && plan ? winningPlan(plan, filter) : { stage: 'EOF' },
      rejectedPlans: [],
    },
    ok: 1,
  };
}

function winningPlan(plan: Plan, filter: Doc): Doc {
  const direction = plan.isReverse ? 'backward' : 'forward';
  const residual = plan.matches ? { filter } : {};
  const read = plan.index
    ? { stage: 'FETCH', ...residual, inputStage: { ...indexScan(plan), direction } }
    : { stage: 'COLLSCAN', ...residual, direction };
  if (!plan.sort) return read;
  return {
    stage: 'SORT',
    sortPattern: Object.fromEntries(plan.sort.map(({ path, direction }) => [path, direction])),
    inputStage: read,
  };
}

function indexScan({ index, ranges }: Plan): Doc {
  const { name, key, multikey, unique = false, sparse = false, partialFilterExpression } = index?.spec ?? {};
  return {
    stage: 'IXSCAN',
    keyPattern: key,
    indexName: name,
    isMultiKey: multikey,
    isUnique: unique,
    isSparse: sparse,
    isPartial: partialFilterExpression !== undefined,
    ranges: ranges.length,
  };
}
