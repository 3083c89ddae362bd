import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../src/simulators/phone/page');
const sources = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));

/** The page's texts read `localStorage` when they load, which Node has not. */
async function load() {
  Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => {} } });
  const { TEXTS } = await import(join(folder, 'texts.js'));
  return TEXTS as { ZH: Record<string, string>; EN: Record<string, string> };
}

describe('the texts of the page', () => {
  const keys = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/\bt\('([\w.-]+)'\)|data-text="([\w.-]+)"|button\('(\w+)'/g)].map(
        ([, a, b, c]) => (a ?? b ?? c) as string,
      ),
    ),
  );

  it('are the same in Chinese and in English, and each in its language', async () => {
    const { ZH, EN } = await load();
    expect(Object.keys(EN)).toEqual(Object.keys(ZH));
    const { other: _, ...english } = EN;
    expect(Object.values(english).filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const { other: __, ...chinese } = ZH;
    expect(Object.values(chinese).filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('exist for every key that the page uses', async () => {
    const { ZH } = await load();
    expect(keys.size).toBeGreaterThan(20);
    expect([...keys].filter((key) => !Object.hasOwn(ZH, key))).toEqual([]);
  });

  it.each([
    ['state', ['idle', 'calling', 'ringing', 'talking']],
    ['listening', ['both', 'speech', 'keys', 'recording', 'bridged', 'none']],
    ['note', ['ringing', 'answered', 'machine', 'beep', 'dialling', 'connected']],
    ['note.far', ['busy', 'no-answer', 'failed']],
    ['note.ended', ['completed', 'busy', 'no-answer', 'failed', 'canceled']],
    ['sms', ['queued', 'sent', 'delivered', 'undelivered', 'failed', 'received']],
    ['reason', ['invalid-number', 'not-in-service', 'engaged', 'no-call', 'not-ringing', 'unheard', 'invalid']],
  ])('exist for every %s', async (group, members) => {
    const { ZH } = await load();
    for (const member of members) expect(ZH).toHaveProperty([`${group}.${member}`]);
  });
});
