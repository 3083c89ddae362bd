import { plan } from './plan/plan.js';
import { collect } from './plan/scan.js';
import { removeDocument, type Storage } from './storage/documents.js';

/** Removes the documents whose time is over in every TTL index; returns how many. Rule: MongoDB manual, "TTL Indexes". */
export function sweepExpired(storage: Storage, now: Date): Promise<number> {
  const expiring = storage.catalog
    .list()
    .flatMap((collection) =>
      collection.indexes
        .filter(({ spec }) => spec.expireAfterSeconds !== undefined)
        .map((index) => ({ collection, index })),
    );
  if (expiring.length === 0) return Promise.resolve(0);
  return storage.store.write(() => {
    let removed = 0;
    for (const { collection, index } of expiring) {
      const path = index.fields[0]?.path ?? '';
      const limit = new Date(now.getTime() - (index.spec.expireAfterSeconds ?? 0) * 1000);
      const filter = { ...index.spec.partialFilterExpression, [path]: { $lte: limit } };
      for (const found of collect(storage, collection, plan(collection, { filter }))) {
        removeDocument(storage, collection, found);
        removed++;
      }
    }
    return removed;
  });
}
