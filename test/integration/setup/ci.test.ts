import { join } from 'node:path';
import { openSandbox, type Sandbox } from './sandbox.js';

let project: Sandbox;
beforeEach(() => {
  project = openSandbox();
  project.copy('.ci/run');
  project.tools('bash', 'dirname', 'mktemp', 'tee', 'tail', 'rm', 'sh');
  project.fake('id', 'echo 1000');
  project.fake('chromium');
  project.fake('npm', 'echo "CI=$CI"; echo "100 passed, 0 failed"');
  project.fake('node', 'echo "against $TEST_MONGODB_URI"; echo "20 passed, 0 failed"');
});
afterEach(() => project.close());

const runCi = () => project.run('bash', [join(project.root, '.ci/run')]);
const lastLine = (stdout: string) => stdout.trimEnd().split('\n').at(-1);
const called = (command: string) =>
  project
    .calls()
    .map((call) => call.trim())
    .filter((call) => call.startsWith(command));

/** A rig beside the clone whose scripts write themselves down; `isRunning`: somebody started it before. */
function placeRig({ isRunning = false, setup = 'true' } = {}): void {
  for (const name of ['setup', 'start', 'stop']) project.fake(`rig-${name}`);
  project.write('../shared/mongo/env.sh', `gw_pid() { ${isRunning ? 'echo 7' : 'return 1'}; }`);
  project.write('../shared/mongo/setup.sh', `rig-setup; ${setup}`);
  project.write('../shared/mongo/start.sh', 'rig-start; echo starting; echo mongodb://127.0.0.1:27117');
  project.write('../shared/mongo/stop.sh', 'rig-stop; echo stopped');
}

describe('.ci/run', () => {
  it('runs npm test as CI and ends with its line', () => {
    const { status, stdout } = runCi();
    expect(stdout).toContain('CI=true');
    expect([status, lastLine(stdout)]).toEqual([0, '100 passed, 0 failed']);
  });

  it('sums the run against the MongoDB-compatible server, and stops that server', () => {
    placeRig();
    const { status, stdout } = runCi();
    expect(stdout).toContain('against mongodb://127.0.0.1:27117');
    expect([status, lastLine(stdout)]).toEqual([0, '120 passed, 0 failed']);
    expect(called('rig-')).toEqual(['rig-setup', 'rig-start', 'rig-stop']);
  });

  it('leaves a server running that somebody else started', () => {
    placeRig({ isRunning: true });
    runCi();
    expect(called('rig-stop')).toEqual([]);
  });

  it('counts a server that cannot be built as a failure', () => {
    placeRig({ setup: 'exit 1' });
    const { status, stdout } = runCi();
    expect([status, lastLine(stdout)]).toEqual([1, '100 passed, 1 failed']);
  });

  it.each([
    ['failed tests', 'echo "90 passed, 10 failed"; exit 1', '90 passed, 10 failed'],
    ['a set-up that stops', 'echo "setup: Node 20.11 or newer is needed" >&2; exit 1', '0 passed, 1 failed'],
    ['a bad exit code behind a good line', 'echo "90 passed, 0 failed"; exit 1', '90 passed, 1 failed'],
    ['a run without a single test', 'echo "0 passed, 0 failed"', '0 passed, 1 failed'],
  ])('is honest about %s', (_, npm, line) => {
    project.fake('npm', npm);
    const { status, stdout } = runCi();
    expect([status, lastLine(stdout)]).toEqual([1, line]);
  });

  it('goes on without a browser, saying so', () => {
    project.remove('../bin/chromium');
    const { status, stdout } = runCi();
    expect([status, stdout]).toEqual([0, expect.stringContaining('there is no Chromium here')]);
  });

  it('installs Chromium where it may, after an update of the lists where that is needed', () => {
    project.remove('../bin/chromium');
    project.fake('id', 'echo 0');
    const lists = join(project.root, '../lists');
    project.fake(
      'apt-get',
      `case "$*" in update*) : >"${lists}" ;; *) if [ ! -e "${lists}" ]; then exit 100; fi; : >"${project.bin}/chromium" ;; esac`,
    );
    runCi();
    expect(called('apt-get').map((call) => /install|update/.exec(call)?.[0])).toEqual(['install', 'update', 'install']);
  });
});
