import type { Doc } from '../bson.js';
import { compareValues, equalValues } from '../values/compare.js';
import { rankOf } from '../values/order.js';
import { hasType, typeAlias } from '../values/type-name.js';
import { type Clause, clausesOf } from './clauses.js';

/** Whether every document that a query finds is held by a partial index: each of its conditions follows from the query's. */
export function isImplied(partial: Doc, clauses: readonly Clause[]): boolean {
  const wanted = clausesOf(partial);
  return (
    wanted.isComplete &&
    wanted.clauses.every((one) => clauses.some((other) => other.path === one.path && follows(one, other)))
  );
}

/** True where a value that meets `given` always meets `wanted`; when in doubt false. */
function follows(wanted: Clause, given: Clause): boolean {
  if (wanted.operator === given.operator && equalValues(wanted.value, given.value)) return true;
  const values = pointValues(given);
  if (values) return values.every((value) => meets(value, wanted));
  const isRange =
    given.operator === '$gt' || given.operator === '$gte' || given.operator === '$lt' || given.operator === '$lte';
  if (!isRange || given.value === null) return false;
  if (wanted.operator === '$exists') return wanted.value === true;
  if (rankOf(wanted.value) !== rankOf(given.value)) return false;
  const order = compareValues(given.value, wanted.value);
  if (wanted.operator === '$gt') return given.operator === '$gt' ? order >= 0 : given.operator === '$gte' && order > 0;
  if (wanted.operator === '$gte') return given.operator.startsWith('$gt') && order >= 0;
  if (wanted.operator === '$lt') return given.operator === '$lt' ? order <= 0 : given.operator === '$lte' && order < 0;
  return wanted.operator === '$lte' && given.operator.startsWith('$lt') && order <= 0;
}

function pointValues({ operator, value }: Clause): readonly unknown[] | undefined {
  if (operator === '$eq') return [value];
  return operator === '$in' && Array.isArray(value) ? value : undefined;
}

function meets(value: unknown, { operator, value: limit }: Clause): boolean {
  if (value === null || value === undefined) return operator === '$eq' && limit === null;
  const sameType = rankOf(value) === rankOf(limit);
  switch (operator) {
    case '$exists':
      return limit === true;
    case '$eq':
      return equalValues(value, limit);
    case '$in':
      return Array.isArray(limit) && limit.some((one) => equalValues(value, one));
    case '$gt':
      return sameType && compareValues(value, limit) > 0;
    case '$gte':
      return sameType && compareValues(value, limit) >= 0;
    case '$lt':
      return sameType && compareValues(value, limit) < 0;
    case '$lte':
      return sameType && compareValues(value, limit) <= 0;
    case '$type':
      return (Array.isArray(limit) ? limit : [limit]).some((type) => hasType(value, typeAlias(type)));
    default:
      return false;
  }
}
