import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parseLexicon } from '../../bots/understanding/index.js';
import { answerLine } from './lines.js';

const USAGE = 'usage: npm run -s understand -- [--lexicon FILE] < lines.jsonl > answers.jsonl';

async function readLexicon(file: string | undefined) {
  if (file === undefined) return undefined;
  const { lexicon, refused } = parseLexicon(await readFile(file, 'utf8'));
  for (const { line, reason } of refused) console.error(`${file}:${line}: ${reason}`);
  return lexicon;
}

/** One answer for each line that is not blank, in order, as fast as the reader takes them. */
async function answerAll(file: string | undefined): Promise<void> {
  const lexicon = await readLexicon(file);
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const isTaken = process.stdout.write(`${JSON.stringify(answerLine(line, lexicon))}\n`);
    if (!isTaken) await once(process.stdout, 'drain');
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  const { values } = parseArgs({ options: { lexicon: { type: 'string' } } });
  await answerAll(values.lexicon);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  process.exitCode = 2;
}
