import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CATEGORIES, SAFETY_CODES, URGENCIES } from '../../../src/domain/categories.js';
import { locationSchema } from '../../../src/domain/location.js';

const FOLDER = 'test/data/understanding';
const INTENTS = 'report urge cancel reschedule status complaint praise suggestion human thanks other'.split(' ');
const COMMANDS = 'accept decline transfer arrive start pause complete material reschedule status help unknown'.split(
  ' ',
);

// The labels of GUIDE.md.
const local = z.iso.datetime({ local: true, precision: -1 });
const time = z.strictObject({ from: local, to: local.nullable() }).refine(({ from, to }) => to === null || from < to);
const problem = { category: z.enum(CATEGORIES), urgency: z.enum(URGENCIES) };
const resident = z
  .strictObject({
    intent: z.enum(INTENTS),
    ...problem,
    safety: z.enum(SAFETY_CODES).optional(),
    location: locationSchema.refine((place) => Object.keys(place).length > 0).optional(),
    visitTime: time.optional(),
    phone: z.e164().optional(),
    also: z.array(z.strictObject(problem)).min(1).optional(),
    repeat: z.literal(true).optional(),
  })
  .refine(({ urgency, safety }) => (urgency === 'emergency') === (safety !== undefined), 'emergency ⇔ safety');
const ticket = z.string().regex(/^W-\d+$/);
const technician = z.strictObject({
  command: z.enum(COMMANDS),
  ticket: ticket.optional(),
  tickets: z.array(ticket).min(2).optional(),
  time: time.optional(),
  reason: z.string().min(1).optional(),
  items: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        qty: z.number().positive().optional(),
        unit: z.string().min(1).optional(),
        price: z.number().min(0).optional(),
      }),
    )
    .min(1)
    .optional(),
  cost: z.number().min(0).optional(),
  to: z.string().min(1).optional(),
});
const said = {
  id: z.string().min(1),
  idea: z.string().min(1),
  channel: z.enum(['chat', 'speech']),
  text: z.string().max(5_000),
  now: z.iso.datetime({ offset: true }).optional(),
};
const lineSchema = z.discriminatedUnion('role', [
  z.strictObject({ ...said, role: z.literal('resident'), expect: resident }),
  z.strictObject({ ...said, role: z.literal('technician'), expect: technician }),
]);

interface Line {
  /** `file:line`, as editors take it. */
  at: string;
  raw: string;
}
const linesOf = (file: string): Line[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .map((raw, i) => ({ at: `${file}:${i + 1}`, raw }))
    .filter(({ raw }) => raw.trim() !== '');

const labelled = (file: string) =>
  linesOf(file).map(({ at, raw }) => ({ at, ...(JSON.parse(raw) as z.infer<typeof lineSchema>) }));
const train = labelled('train.jsonl');
const test = labelled('test.jsonl');
const exam = labelled('exam.jsonl');
/** What nothing may be learned from. */
const asked = [...test, ...exam];
const short = readdirSync(join(FOLDER, 'more'))
  .filter((file) => file.endsWith('.tsv'))
  .sort()
  .flatMap((file) => linesOf(join('more', file)))
  .map(({ at, raw }) => ({ at, raw, text: (raw.split('\t').at(-1) ?? '').replace(/^\*/, '') }));

/** Letters and digits alone, so that neither punctuation nor width parts two copies. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
const pairsOf = (text: string) => {
  const characters = plain(text);
  return new Set(Array.from({ length: Math.max(0, characters.length - 1) }, (_, i) => characters.slice(i, i + 2)));
};

describe('labelled texts', () => {
  it('are 1,500 and more, on two sides, and an exam by others', () => {
    expect(train.length + test.length).toBeGreaterThanOrEqual(1_500);
    expect(test.length).toBeGreaterThanOrEqual(300);
    expect(exam.length).toBeGreaterThanOrEqual(900);
  });

  it.each(['train.jsonl', 'test.jsonl', 'exam.jsonl'])('of %s have labels as the guide says', (file) => {
    const wrong = labelled(file).flatMap(({ at, ...line }) => {
      const { error } = lineSchema.safeParse(line);
      return error ? [`${at}: ${z.prettifyError(error)}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('cover every role, channel, intent, category, urgency, danger and command, on every side', () => {
    for (const side of [train, test, exam]) {
      const labels = side.flatMap((line) =>
        line.role === 'resident'
          ? [line.expect.intent, line.expect.category, line.expect.urgency, line.expect.safety]
          : [line.expect.command],
      );
      expect(labels).toEqual(
        expect.arrayContaining([...INTENTS, ...CATEGORIES, ...URGENCIES, ...SAFETY_CODES, ...COMMANDS]),
      );
      expect(new Set(side.map(({ role, channel }) => `${role} ${channel}`)).size).toBe(4);
    }
  });

  it('have an id each', () => {
    const ids = [...train, ...asked].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('name no person: no e-mail address, no identity number', () => {
    const texts = [...train, ...asked, ...short];
    expect(texts.filter(({ text }) => /[\w.]@[\w-]+\.\w/.test(text)).map(({ at }) => at)).toEqual([]);
    expect(texts.filter(({ text }) => /(?<!\d)\d{17}[\dxX](?!\d)/.test(text)).map(({ at }) => at)).toEqual([]);
  });
});

describe('texts with short labels', () => {
  const URGENCY = /^(?:high|normal|low|emergency:(.+))$/;
  const isResident = (cells: readonly string[]) => {
    const [intent = '', category = '', urgency = '', text = ''] = cells;
    const danger = URGENCY.exec(urgency);
    return (
      cells.length === 4 &&
      INTENTS.includes(intent) &&
      (CATEGORIES as readonly string[]).includes(category) &&
      danger !== null &&
      (danger[1] === undefined || (SAFETY_CODES as readonly string[]).includes(danger[1])) &&
      text.replace(/^\*/, '').trim() !== ''
    );
  };
  const isTechnician = ([command = '', text = '', ...more]: readonly string[]) =>
    COMMANDS.includes(command) && text.replace(/^\*/, '').trim() !== '' && more.length === 0;

  it('have codes as the guide says', () => {
    const wrong = short.filter(
      ({ at, raw }) => !(at.includes('resident') ? isResident : isTechnician)(raw.split('\t')),
    );
    expect(wrong.map(({ at, raw }) => `${at} ${raw}`)).toEqual([]);
    expect(short.length).toBeGreaterThan(0);
  });
});

describe('the split', () => {
  const learned = [...train, ...short];

  it('parts whole ideas', () => {
    const known = new Set(train.map(({ idea }) => idea));
    expect([...new Set(test.map(({ idea }) => idea))].filter((idea) => known.has(idea))).toEqual([]);
  });

  it('lets no text of test or exam be learned, however it is punctuated', () => {
    // Up to four characters there are only so many things to say: 好的, 没水了.
    const known = new Map(learned.map(({ at, text }) => [plain(text), at]));
    const copies = asked.filter(({ text }) => plain(text).length > 4 && known.has(plain(text)));
    expect(copies.map(({ at, text }) => `${at} ${text} = ${known.get(plain(text))}`)).toEqual([]);
  });

  it('lets no near-copy of one be learned', () => {
    const LEAST_PAIRS = 5;
    const tests = asked
      .map((line) => ({ line, pairs: pairsOf(line.text) }))
      .filter(({ pairs }) => pairs.size >= LEAST_PAIRS);
    const holders = new Map<string, number[]>();
    for (const [i, { pairs }] of tests.entries())
      for (const pair of pairs) {
        const known = holders.get(pair);
        if (known) known.push(i);
        else holders.set(pair, [i]);
      }
    const copies = learned.flatMap(({ at, text }) => {
      const pairs = pairsOf(text);
      if (pairs.size < LEAST_PAIRS) return [];
      const shared = new Map<number, number>();
      for (const pair of pairs) for (const i of holders.get(pair) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
      return [...shared].flatMap(([i, both]) => {
        const near = tests[i]!;
        const jaccard = both / (pairs.size + near.pairs.size - both);
        return jaccard >= 0.6 ? [`${near.line.at} ${near.line.text} ~ ${at} ${text}`] : [];
      });
    });
    expect(copies).toEqual([]);
  });
});
