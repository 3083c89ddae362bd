import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { play } from './play.js';
import { openStage, type Stage } from './stage.js';
import { STORY } from './story.js';
import { openTheatre } from './theatre.js';
import { historyTable, writeTranscript } from './transcript.js';

const print = (line: string): void => console.log(line);

async function printHistories({ theatre }: Stage): Promise<void> {
  print('\n── 服务单履历 · Histories ──');
  const { tickets } = await theatre.stores.tickets.list({}, { limit: 50 });
  for (const ticket of tickets.reverse()) {
    print(`\n${ticket.id}  ${ticket.category}  ${ticket.urgency}  ${ticket.description}  [${ticket.state}]`);
    print(historyTable(ticket));
  }
}

const started = performance.now();
const dataDir = await mkdtemp(join(tmpdir(), 'shangmen-demo-'));
const theatre = await openTheatre(dataDir);
const stage = await openStage(theatre);
const stopWriting = writeTranscript(stage, print);
try {
  const missing = await play(stage, STORY, print);
  await printHistories(stage);
  const seconds = Math.round((performance.now() - started) / 1_000);
  if (missing.length === 0) print(`\n全部步骤完成 · every step was reached, in ${seconds} s`);
  else print(`\n未完成 · not reached:\n${missing.map((name) => `  - ${name}`).join('\n')}`);
  process.exitCode = missing.length === 0 ? 0 : 1;
} finally {
  stopWriting();
  stage.close();
  await theatre.close();
  await rm(dataDir, { recursive: true, force: true });
}
