import { MAX_MEDIA_BYTES } from '../../../src/store/errors.js';
import type { Stores } from '../../../src/store/stores.js';
import { at } from './samples.js';

export function smallStoresContract(stores: () => Stores): void {
  describe('media', () => {
    const picture = {
      id: 'm-1',
      contentType: 'image/png',
      name: '照片.png',
      data: Buffer.from([0, 255, 1]),
      at: at(0),
    };

    it('come back byte by byte', async () => {
      await stores().media.put(picture);
      const found = await stores().media.get('m-1');
      expect(found).toStrictEqual({ contentType: 'image/png', name: '照片.png', data: picture.data });
      expect(Buffer.isBuffer(found?.data)).toBe(true);
      expect(await stores().media.get('m-2')).toBeUndefined();
    });

    it('are saved once per id', async () => {
      await stores().media.put(picture);
      await stores().media.put({ ...picture, data: Buffer.from('other') });
      expect((await stores().media.get('m-1'))?.data).toEqual(picture.data);
    });

    it('may be as large as the limit and no larger', async () => {
      const largest = Buffer.alloc(MAX_MEDIA_BYTES, 7);
      await stores().media.put({ ...picture, data: largest });
      expect((await stores().media.get('m-1'))?.data.equals(largest)).toBe(true);
      const larger = { ...picture, id: 'm-2', data: Buffer.alloc(MAX_MEDIA_BYTES + 1) };
      await expect(stores().media.put(larger)).rejects.toMatchObject({ code: 'media_too_large' });
      expect(await stores().media.get('m-2')).toBeUndefined();
    });
  });

  describe('settings', () => {
    it.each([[3], ['text'], [false], [null], [{ scale: 60, since: at(0), inner: { list: [1, 'two'] } }]])(
      'keep %j as it is',
      async (value) => {
        await stores().settings.set('key', value);
        expect(await stores().settings.get('key')).toStrictEqual(value);
      },
    );

    it('are missing until they are set, and again when set to undefined', async () => {
      expect(await stores().settings.get('key')).toBeUndefined();
      await stores().settings.set('key', 1);
      await stores().settings.set('key', 2);
      expect(await stores().settings.get('key')).toBe(2);
      await stores().settings.set('key', undefined);
      expect(await stores().settings.get('key')).toBeUndefined();
    });
  });

  describe('sessions', () => {
    const expiresAt = new Date(Date.now() + 3_600_000);

    it('are found until they are removed', async () => {
      await stores().sessions.create({ tokenHash: 'hash', staffId: 'disp-1', expiresAt });
      expect(await stores().sessions.find('hash')).toStrictEqual({ staffId: 'disp-1', expiresAt });
      expect(await stores().sessions.find('other')).toBeUndefined();
      await stores().sessions.remove('hash');
      await stores().sessions.remove('hash');
      expect(await stores().sessions.find('hash')).toBeUndefined();
    });
  });

  it('answers a ping', async () => {
    await expect(stores().ping()).resolves.toBeUndefined();
  });
}
