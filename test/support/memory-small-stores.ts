import type { MediaStore, SessionStore, SettingsStore } from '../../src/ports.js';
import { MAX_MEDIA_BYTES, MediaTooLargeError } from '../../src/store/errors.js';
import { copy } from './memory-copy.js';

/** Pictures and recordings in memory. */
export function memoryMedia(): MediaStore {
  const saved = new Map<string, { contentType: string; name: string; data: Buffer }>();
  return {
    async put({ id, contentType, name, data }) {
      if (data.length > MAX_MEDIA_BYTES) throw new MediaTooLargeError(data.length);
      if (!saved.has(id)) saved.set(id, copy({ contentType, name, data }));
    },
    get: async (id) => copy(saved.get(id)),
  };
}

/** Settings in memory. */
export function memorySettings(): SettingsStore {
  const saved = new Map<string, unknown>();
  return {
    get: async (key) => copy(saved.get(key)),
    set: async (key, value) => {
      if (value === undefined) saved.delete(key);
      else saved.set(key, copy(value));
    },
  };
}

/** Sessions in memory. */
export function memorySessions(): SessionStore {
  const saved = new Map<string, { staffId: string; expiresAt: Date }>();
  return {
    create: async ({ tokenHash, staffId, expiresAt }) => void saved.set(tokenHash, copy({ staffId, expiresAt })),
    find: async (tokenHash) => copy(saved.get(tokenHash)),
    remove: async (tokenHash) => void saved.delete(tokenHash),
  };
}
