import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Doc, decode, encode } from '../../../src/embedded/mongo/bson.js';
import {
  buildIndex,
  type Collection,
  type IndexSpec,
  openCatalog,
} from '../../../src/embedded/mongo/storage/catalog.js';
import { insertDocument, type Storage } from '../../../src/embedded/mongo/storage/documents.js';
import { openStore } from '../../../src/embedded/mongo/storage/store.js';

export interface TestStorage {
  readonly storage: Storage;
  close(): Promise<void>;
}

/** A storage on a temporary folder, without the server around it. */
export async function openTestStorage(onAbort: () => void = () => {}): Promise<TestStorage> {
  const folder = await mkdtemp(join(tmpdir(), 'shangmen-storage-'));
  const store = openStore(folder, { sync: false, onAbort });
  return {
    storage: { store, catalog: openCatalog(store) },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A collection with documents and indexes, by key pattern. */
export function fill(
  { store, catalog }: Storage,
  name: string,
  docs: readonly Doc[],
  indexes: readonly (Pick<IndexSpec, 'key'> & Partial<IndexSpec>)[] = [],
): Promise<Collection> {
  return store.write(() => {
    const collection = catalog.create('unit', name);
    const built = indexes.map((spec) =>
      buildIndex({ name: JSON.stringify(spec.key), multikey: false, long: false, ...spec, id: catalog.newId() }),
    );
    catalog.saveIndexes(collection, [...collection.indexes, ...built]);
    for (const doc of docs) {
      const raw = encode(doc);
      insertDocument({ store, catalog }, collection, raw, decode(raw));
    }
    return collection;
  });
}
