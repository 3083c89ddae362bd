import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from './scene.js';
import { openStage, type Stage } from './stage.js';
import { STORY } from './story.js';
import { openTheatre } from './theatre.js';
import { historyTable, writeTranscript } from './transcript.js';
import { Missing } from './until.js';

const print = (line: string): void => console.log(line);

/** Plays the scenes; gives the names of the steps that were not reached. */
async function play(stage: Stage): Promise<string[]> {
  const steps = STORY.flatMap(({ steps: all }) => all.map(({ name }) => name));
  const reached = new Set<string>();
  const book: Book = new Map();
  try {
    for (const { title, steps: all } of STORY) {
      print(`\n── ${title} ${'─'.repeat(Math.max(4, 60 - title.length))}`);
      for (const { name, play: run } of all) {
        await run(stage, book);
        reached.add(name);
        print(`    ✓ ${name}  (${reached.size}/${steps.length})`);
      }
    }
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    print(`    ✗ ${error.message}`);
  }
  return steps.filter((name) => !reached.has(name));
}

async function printHistories({ theatre }: Stage): Promise<void> {
  const { tickets } = await theatre.stores.tickets.list({}, { limit: 50 });
  for (const ticket of tickets.reverse()) {
    print(`\n${ticket.id}  ${ticket.category}  ${ticket.urgency}  ${ticket.description}  [${ticket.state}]`);
    print(historyTable(ticket));
  }
}

const dataDir = await mkdtemp(join(tmpdir(), 'shangmen-demo-'));
const started = performance.now();
const theatre = await openTheatre(dataDir);
const stage = await openStage(theatre);
const stopWriting = writeTranscript(stage, print);
try {
  const missing = await play(stage);
  print('\n── 服务单履历 · Histories ──');
  await printHistories(stage);
  const seconds = Math.round((performance.now() - started) / 1_000);
  print(
    missing.length === 0
      ? `\n全部步骤完成 · every step was reached, in ${seconds} s`
      : `\n未完成 · not reached: ${missing.join('; ')}`,
  );
  process.exitCode = missing.length === 0 ? 0 : 1;
} finally {
  stopWriting();
  stage.close();
  await theatre.close();
  await rm(dataDir, { recursive: true, force: true });
}
