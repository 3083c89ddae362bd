import { isDeepStrictEqual } from 'node:util';

export interface FieldChanges {
  $set: Record<string, unknown>;
  $unset: Record<string, ''>;
}

/**
 * What turns the fields of `before` into those of `after`, field by field at the top level. Fields that stay as they are are not
 * written, so that marks set beside a decision are not overwritten by it. A field with the value undefined counts as missing.
 */
export function changedFields(before: object, after: object): FieldChanges {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  const changes: FieldChanges = { $set: {}, $unset: {} };
  for (const [field, value] of is) {
    if (value !== undefined && !isDeepStrictEqual(value, was.get(field))) changes.$set[field] = value;
  }
  for (const [field, value] of was) {
    if (value !== undefined && is.get(field) === undefined) changes.$unset[field] = '';
  }
  return changes;
}

/** The same where nothing is known of what was there: every field given is set, or removed where its value is undefined. */
export function writtenFields(fields: object): FieldChanges {
  return changedFields(Object.fromEntries(Object.keys(fields).map((field) => [field, ANYTHING])), fields);
}

/** Equal to no value. */
const ANYTHING = Symbol('anything');

/** An update without its empty operators, which older servers refuse. */
export const withoutEmpty = <T extends Record<string, object>>(update: T): Partial<T> =>
  Object.fromEntries(Object.entries(update).filter(([, operands]) => Object.keys(operands).length > 0)) as Partial<T>;
