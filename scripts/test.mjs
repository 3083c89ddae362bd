// What `npm test` runs. Every step runs even where an earlier one failed; the last line is `N passed, N failed`.
// Passed are jest's tests; failed are jest's tests and every other step that did not succeed.
// Usage: node scripts/test.mjs [step ...]   (default: all)
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.chdir(join(import.meta.dirname, '..'));
const reports = mkdtempSync(join(tmpdir(), 'shangmen-test-'));
const started = Date.now();

/** Runs an npm script; true where it succeeded. Ends everything on Ctrl-C. */
function run(script, ...args) {
  const { status, signal } = spawnSync('npm', ['run', '-s', script, ...(args.length ? ['--', ...args] : [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (signal === 'SIGINT' || status === 130) process.exit(130);
  return status === 0;
}

const check = (script) => () => ({ passed: 0, failed: run(script) ? 0 : 1, skipped: 0 });

const jest =
  (project, ...options) =>
  () => {
    const file = join(reports, `${project}.json`);
    const succeeded = run('jest', '--selectProjects', project, '--json', `--outputFile=${file}`, ...options);
    return count(file, succeeded);
  };

/** A run that gives no report, holds no test, or fails without naming a failure counts as one failure. */
function count(file, succeeded) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const isEmpty = report.numPassedTests + failed === 0;
  if (isEmpty) console.log('no test was run');
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (isEmpty || !succeeded) ? 1 : failed,
    skipped: report.numPendingTests,
  };
}

// Integration tests wait more than they compute: for locks to run out, for processes to start and die.
const STEPS = {
  format: check('format'),
  lint: check('lint'),
  types: check('types'),
  build: check('build'),
  unit: jest('unit', '--maxWorkers=2'),
  integration: jest('integration', '--maxWorkers=3'),
  e2e: jest('e2e', '--maxWorkers=2'),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0) {
  console.error(`no such step: ${unknown.join(', ')} (there are ${Object.keys(STEPS).join(', ')})`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
for (const [name, step] of Object.entries(STEPS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name} ==`);
  const result = step();
  for (const key of Object.keys(total)) total[key] += result[key];
  if (result.failed > 0) broken.push(name);
}
rmSync(reports, { recursive: true });

console.log(`\n== result after ${Math.round((Date.now() - started) / 1000)} s ==`);
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
if (broken.length > 0) console.log(`failed: ${broken.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
