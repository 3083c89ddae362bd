import { join } from 'node:path';
import { openSandbox, type Sandbox } from './sandbox.js';

/** A npm whose scripts do as told: `FAIL` lists the scripts that exit 1, `<project>` holds jest's report. */
const NPM = `
script=$3
project=
for argument; do
  case "$argument" in
    unit | integration | e2e) project=$argument ;;
    --outputFile=*) file=\${argument#--outputFile=} ;;
  esac
done
if [ "$script" = jest ]; then
  eval "report=\\$$project"
  if [ -n "$report" ]; then printf '%s' "$report" >"$file"; fi
  script=$project
fi
case " $FAIL " in *" $script "*) exit 1 ;; esac`;

const report = (passed: number, failed = 0, broken = 0, skipped = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: broken,
    numPendingTests: skipped,
  });
const GREEN = { unit: report(100), integration: report(20), e2e: report(3) };

let project: Sandbox;
beforeEach(() => {
  project = openSandbox();
  project.copy('scripts/test.mjs');
  project.tools('node', 'sh');
  project.fake('npm', NPM);
});
afterEach(() => project.close());

const test = (env: Record<string, string>, ...steps: string[]) =>
  project.run('node', [join(project.root, 'scripts/test.mjs'), ...steps], env);
const lastLine = (stdout: string) => stdout.trimEnd().split('\n').at(-1);

describe('npm test', () => {
  it('runs every step in order under its heading and ends with the sum', () => {
    const { status, stdout } = test(GREEN);
    expect(stdout.match(/^== (\w+) ==$/gm)).toEqual(
      ['format', 'lint', 'types', 'build', 'unit', 'integration', 'e2e'].map((name) => `== ${name} ==`),
    );
    expect([status, lastLine(stdout)]).toEqual([0, '123 passed, 0 failed']);
  });

  it.each(['format', 'lint', 'types', 'build'])('counts a failed %s, and runs the rest', (step) => {
    const { status, stdout } = test({ ...GREEN, FAIL: step });
    expect([status, lastLine(stdout)]).toEqual([1, '123 passed, 1 failed']);
    expect(stdout).toContain(`failed: ${step}`);
  });

  it('adds failed tests and test files that could not be run', () => {
    const { status, stdout } = test({ ...GREEN, unit: report(98, 2, 1), FAIL: 'unit' });
    expect([status, lastLine(stdout)]).toEqual([1, '121 passed, 3 failed']);
  });

  it.each([
    ['holds no test', { e2e: report(0) }, '120 passed, 1 failed'],
    ['skips all its tests', { e2e: report(0, 0, 0, 5) }, '120 passed, 1 failed'],
    ['ends without a report', { e2e: '', FAIL: 'e2e' }, '120 passed, 1 failed'],
    ['gives half a report', { e2e: '{"numPassed' }, '120 passed, 1 failed'],
    ['fails without naming a failure', { FAIL: 'e2e' }, '123 passed, 1 failed'],
  ])('counts as a failure a run that %s', (_, env, line) => {
    const { status, stdout } = test({ ...GREEN, ...env });
    expect([status, lastLine(stdout)]).toEqual([1, line]);
  });

  it('tells how many were skipped', () => {
    expect(test({ ...GREEN, unit: report(1, 0, 0, 7) }).stdout).toContain('7 skipped');
  });

  it('runs only the steps asked for, and refuses unknown ones', () => {
    const { stdout } = test(GREEN, 'integration');
    expect(lastLine(stdout)).toBe('20 passed, 0 failed');
    expect(test(GREEN, 'everything').status).toBe(2);
  });
});
