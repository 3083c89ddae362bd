// Measures understanding on labelled texts, its speed and its load time.
//   npm run bench:understanding [-- --split test --split exam] [--report FILE]      (these two, where none is named)
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { labelled, utterance } from './data.mjs';
import { reportPage } from './report.mjs';
import { tally } from './score.mjs';
import { confusion, emergencies, percent, surety } from './tables.mjs';

const { values: options } = parseArgs({
  options: {
    split: { type: 'string', multiple: true, default: ['test', 'exam'] },
    report: { type: 'string', default: join(import.meta.dirname, 'out/report.html') },
  },
});
const MODULE = new URL('../../dist/bots/understanding/index.js', import.meta.url).href;
const { understandResident, understandTechnician } = await import(MODULE);
const UNDERSTAND = { resident: understandResident, technician: understandTechnician };

function printMatrix(pairs, field) {
  const counts = confusion(pairs, field);
  console.log(`  ${field}: wanted → found, errors only`);
  for (const [wanted, row] of counts) {
    const wrong = [...row].filter(([found]) => found !== wanted).sort((a, b) => b[1] - a[1]);
    if (wrong.length > 0)
      console.log(`    ${wanted.padEnd(16)} → ${wrong.map(([found, n]) => `${found} ${n}`).join(', ')}`);
  }
}

function printSection({ split, role, pairs, counts }) {
  console.log(`\n${split}, ${role}: ${pairs.length} texts`);
  const sure = surety(pairs);
  for (const [field, { right, all, present, presentRight }] of Object.entries(counts)) {
    const where = present < all ? `   where present ${percent(presentRight, present)} of ${present}` : '';
    const certain = sure[field];
    const surely = certain
      ? `   of those ≥ 0.9 (${percent(certain.sure, certain.all)}) ${percent(certain.right, certain.sure)}`
      : '';
    console.log(`  ${field.padEnd(10)} ${percent(right, all).padStart(7)}${where}${surely}`);
  }
  if (role === 'resident') {
    const { found, missed, falseAlarms } = emergencies(pairs);
    console.log(
      `  emergencies: recall ${percent(found, found + missed.length)} (${missed.length} missed of ${found + missed.length}), precision ${percent(found, found + falseAlarms.length)} (${falseAlarms.length} false alarms)`,
    );
  }
  for (const field of role === 'resident' ? ['intent', 'category', 'urgency'] : ['command']) printMatrix(pairs, field);
}

/** Texts a second on one core, over enough of them that the compiler has settled. */
function speed(role, texts) {
  const inputs = texts.map(utterance);
  const understand = UNDERSTAND[role];
  for (const input of inputs) understand(input);
  const start = process.hrtime.bigint();
  let count = 0;
  while (Number(process.hrtime.bigint() - start) < 2e9) {
    for (const input of inputs) understand(input);
    count += inputs.length;
  }
  return Math.round(count / (Number(process.hrtime.bigint() - start) / 1e9));
}

/** Milliseconds to import the module in a fresh process, the middle of five. */
function loadTime() {
  const script = `const t = performance.now(); await import(${JSON.stringify(MODULE)}); console.log(performance.now() - t)`;
  const times = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })),
  );
  return times.sort((a, b) => a - b)[2];
}

const sections = options.split.flatMap((split) => {
  const texts = labelled(split);
  return Object.keys(UNDERSTAND).map((role) => {
    const own = texts.filter((text) => text.role === role);
    const pairs = own.map((text) => [text, UNDERSTAND[role](utterance(text))]);
    return { split, role, pairs, counts: tally(pairs) };
  });
});
const title = `Understanding: ${options.split.join(' and ')}`;
console.log(title);
for (const section of sections) printSection(section);
console.log('\nspeed, one core (aim: at least 5,000 texts a second, load under 150 ms)');
for (const role of Object.keys(UNDERSTAND)) {
  const texts = sections.filter((section) => section.role === role).flatMap(({ pairs }) => pairs.map(([text]) => text));
  console.log(`  ${role}: ${speed(role, texts)} texts a second`);
}
console.log(`  load: ${loadTime().toFixed(0)} ms`);
mkdirSync(dirname(options.report), { recursive: true });
writeFileSync(options.report, reportPage(title, sections));
console.log(`\nreport with every error: ${options.report}`);
