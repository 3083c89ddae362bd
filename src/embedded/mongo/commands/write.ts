import type { Doc } from '../bson.js';
import { asFault, fault, isRefusal } from '../errors.js';
import type { Collection } from '../storage/catalog.js';
import type { Storage } from '../storage/documents.js';

/** Only inside a write: the collection, created where it does not exist yet. */
export function collectionFor({ catalog }: Storage, db: string, name: string): Collection {
  return catalog.find(db, name) ?? catalog.create(db, name);
}

export interface Outcome<R> {
  readonly done: readonly { index: number; result: R }[];
  /** `{}` or `{ writeErrors: […] }`, ready for the reply. */
  readonly writeErrors: { writeErrors?: Doc[] };
}

/** Rule: MongoDB's limits, "Write Command Batch Limit Size". */
export function checkBatch(statements: readonly unknown[]): void {
  if (statements.length > 0 && statements.length <= MOST_STATEMENTS) return;
  throw fault(
    'InvalidLength',
    `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${statements.length} operations.`,
  );
}

const MOST_STATEMENTS = 100_000;

/** Runs the statements of a write command one by one; an ordered command stops at the first that fails. */
export function runStatements<S, R>(
  statements: readonly S[],
  isOrdered: boolean,
  run: (statement: S) => R,
): Outcome<R> {
  const done: { index: number; result: R }[] = [];
  const errors: Doc[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      done.push({ index, result: run(statement) });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const { code, message, extra } = asFault(error);
      errors.push({ index, code, errmsg: message, ...extra });
      if (isOrdered) break;
    }
  }
  return { done, writeErrors: errors.length > 0 ? { writeErrors: errors } : {} };
}
