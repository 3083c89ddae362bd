import { fault } from '../../../src/embedded/mongo/errors.js';
import { fill, openTestStorage, type TestStorage } from './storage.js';

describe('the store', () => {
  let opened: TestStorage;
  let aborted = 0;
  beforeEach(async () => {
    aborted = 0;
    opened = await openTestStorage(() => {
      aborted++;
      opened.storage.catalog.reload();
    });
  });
  afterEach(() => opened.close());

  const key = (name: string) => Buffer.from(`z${name}`);
  const all = () => [...opened.storage.store.keys(key(''), key('\xff'))].map((one) => one.toString().slice(1));

  it('keeps the other changes of a transaction where one refuses', async () => {
    const { store } = opened.storage;
    const results = await Promise.allSettled([
      store.write(() => store.put(key('a'), key('1'))),
      store.write(() => {
        throw fault('BadValue', 'refused');
      }),
      store.write(() => store.put(key('b'), key('2'))),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(all()).toEqual(['a', 'b']);
    expect(aborted).toBe(0);
  });

  it('undoes the whole transaction where something breaks, and goes on', async () => {
    const { store } = opened.storage;
    const results = await Promise.allSettled([
      store.write(() => store.put(key('a'), key('1'))),
      store.write(() => {
        store.put(key('b'), key('2'));
        throw new Error('broken');
      }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(all()).toEqual([]);
    expect(aborted).toBe(1);
    await store.write(() => store.put(key('c'), key('3')));
    expect(all()).toEqual(['c']);
  });

  it('forgets a collection whose creation was undone', async () => {
    const { store, catalog } = opened.storage;
    const broken = store.write(() => {
      catalog.create('unit', 'lost');
      throw new Error('broken');
    });
    await expect(broken).rejects.toMatchObject({ code: 8 });
    expect(catalog.find('unit', 'lost')).toBeUndefined();
  });

  it('walks ranges in both directions, the start included and the end not', async () => {
    const { store } = opened.storage;
    await store.write(() => {
      for (const name of ['a', 'b', 'c', 'd']) store.put(key(name), key(name));
    });
    const names = (keys: Iterable<Buffer>) => [...keys].map((one) => one.toString().slice(1));
    expect(names(store.keys(key('a'), key('c')))).toEqual(['a', 'b']);
    expect(names(store.keys(key('b'), key('d'), true))).toEqual(['c', 'b']);
    expect(store.firstKey(key('b'), key('d'), true)).toEqual(key('c'));
    expect(store.firstKey(key('x'), key('y'))).toBeUndefined();
  });

  it('gives values that stay as they are while others are read', async () => {
    const { store } = opened.storage;
    await store.write(() => {
      for (const name of ['a', 'b', 'c']) store.put(key(name), Buffer.alloc(40, name));
    });
    const values = [...store.range(key('a'), key('d'))].map(({ value }) => value);
    store.get(key('c'));
    expect(values.map((value) => value.toString().slice(0, 1))).toEqual(['a', 'b', 'c']);
  });

  it('removes every key of a dropped collection', async () => {
    const { store, catalog } = opened.storage;
    const collection = await fill(opened.storage, 'dropped', [{ _id: 1, a: [1, 2] }], [{ key: { a: 1 } }]);
    await store.write(() => catalog.drop(collection));
    expect([...store.keys(Buffer.from([0]), Buffer.from([0xff]))]).toEqual([]);
  });
});
