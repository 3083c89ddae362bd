import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../../bots/texts/en.js';
import { zhCN } from '../../../bots/texts/zh-CN.js';
import { CATEGORIES, SAFETY_CODES } from '../../../src/domain/categories.js';
import { STATES } from '../../../src/domain/lifecycle.js';

const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
/** A name may differ by language. */
const LANGUAGE_BOUND = ['choice.project'];
const keys = Object.keys(zhCN) as (keyof typeof zhCN)[];

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesUnder(path);
    return path.endsWith('.ts') ? [readFileSync(path, 'utf8')] : [];
  });

describe('the texts', () => {
  it('have the same keys in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(keys);
  });

  it.each(keys.filter((key) => !LANGUAGE_BOUND.includes(key)))(
    '%s needs the same parameters in both languages',
    (key) => {
      expect(placeholders(en[key])).toEqual(placeholders(zhCN[key]));
    },
  );

  it('close every bracket and brace', () => {
    const broken = keys.filter((key) =>
      [zhCN[key], en[key]].some(
        (text) => text.replace(/\[[^[\]]*\]/g, '').match(/[[\]]/) || text.replace(/\{\w+\}/g, '').match(/[{}]/),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('speak Chinese in the one and English in the other', () => {
    expect(Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
    const silent = Object.entries(zhCN).filter(([, text]) => !/\p{Script=Han}/u.test(text.replace(/\{\w+\}/g, '')));
    expect(silent.map(([key]) => key).sort()).toEqual([
      'choice.person',
      'choice.project',
      'choice.ticket',
      'choice.ticket@phone',
      'choice.window',
      'technician.ticket',
    ]);
  });

  it('name every category, state and danger', () => {
    const wanted = [
      ...CATEGORIES.map((code) => `category.${code}`),
      ...STATES.map((code) => `state.${code}`),
      ...STATES.map((code) => `status.${code}`),
      ...SAFETY_CODES.map((code) => `safety.${code}`),
    ];
    expect(wanted.filter((key) => !(key in zhCN))).toEqual([]);
  });

  it('stay short on the telephone', () => {
    const long = keys.filter((key) => zhCN[key].replace(/\{\w+\}/g, '').length > 95);
    expect(long).toEqual([]);
  });

  it('are all used', () => {
    const sources = ['bots', 'src', 'queues']
      .flatMap(sourcesUnder)
      .filter((text) => !/export const (?:zh|en)/.test(text))
      .join('\n');
    const made = /^(?:choice|category|state|status|clock|channel|safety|tools|charge)\./;
    const unused = keys.filter((key) => !made.test(key) && !sources.includes(`'${key.replace('@phone', '')}'`));
    expect(unused).toEqual([]);
  });
});
