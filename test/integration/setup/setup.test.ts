import { join } from 'node:path';
import { openSandbox, type Sandbox } from './sandbox.js';

const NPM_INSTALL = 'npm install --include=dev --prefer-offline --no-audit --no-fund --loglevel=error';
let machine: Sandbox;

beforeEach(() => {
  machine = openSandbox();
  machine.copy('scripts/setup.sh');
  machine.write('package.json', '{}');
  machine.write('package-lock.json', '{"lockfileVersion":3}');
  machine.tools('sh', 'dirname', 'cat', 'cmp', 'cp', 'mkdir', 'chmod');
  machine.fake('node', 'if [ "$1" = -p ]; then echo "$' + '{NODE_VERSION:-20.11.0} linux x64"; fi');
  machine.fake('npm', 'if [ -n "$NPM_FAILS" ]; then exit 1; fi');
  machine.fake('redis-server');
  machine.fake('id', 'echo 1000');
});
afterEach(() => machine.close());

const setUp = (purpose: string, env: Record<string, string> = {}) =>
  machine.run('sh', [join(machine.root, 'scripts/setup.sh'), purpose], env);
/** What was called, but for the look at Node's version. */
const work = () => machine.calls().filter((call) => !call.startsWith('node -p'));

/** A Debian on which we are root; the first `failures` attempts to install find no package. */
function becomeDebianRoot(failures = 0): void {
  machine.remove('../bin/redis-server');
  machine.fake('id', 'echo 0');
  machine.write('../failures', '.'.repeat(failures));
  const redis = join(machine.bin, 'redis-server');
  machine.fake(
    'apt-get',
    `case "$*" in *install*) ;; *) exit 0 ;; esac
left=$(cat "${machine.root}/../failures")
if [ -n "$left" ]; then printf '%s' "\${left#.}" >"${machine.root}/../failures"; echo 'E: no package' >&2; exit 100; fi
echo '#!/bin/sh' >"${redis}"; chmod +x "${redis}"`,
  );
}

describe('set-up: Node', () => {
  it.each(['18.20.4', '20.10.0', '20.9.1', '9.0.0', 'unknown'])('stops at %s at once', (version) => {
    const { status, stderr } = setUp('start', { NODE_VERSION: version });
    expect(status).toBe(1);
    expect(stderr).toContain(`Node 20.11 or newer is needed, and this is ${version}`);
    expect(work()).toEqual([]);
  });

  it('stops where there is none', () => {
    machine.remove('../bin/node');
    const { status, stderr } = setUp('test');
    expect(status).toBe(1);
    expect(stderr).toContain('Node 20.11 or newer is needed');
  });

  it.each(['20.11.0', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])('takes %s', (version) => {
    expect(setUp('start', { NODE_VERSION: version }).status).toBe(0);
  });
});

describe('set-up: packages and build', () => {
  it('installs and builds on a fresh clone, saying so on standard error', () => {
    const { status, stdout, stderr } = setUp('start');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('setup: installing packages (npm install)');
    expect(work()).toEqual([NPM_INSTALL, 'node scripts/build.mjs']);
  });

  it('does nothing and says nothing the second time, but to ask whether the build is fresh', () => {
    setUp('start');
    work();
    expect(setUp('start')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(work()).toEqual(['node scripts/build.mjs']);
  });

  it('leaves the build to the tests', () => {
    setUp('test');
    expect(work()).toEqual([NPM_INSTALL]);
  });

  it.each([
    ['the lock has changed', () => machine.write('package-lock.json', '{"lockfileVersion":3,"a":1}')],
    ['package.json has changed', () => machine.write('package.json', '{"a":1}')],
    ['node_modules is gone', () => machine.remove('node_modules')],
  ])('installs again where %s', (_, change) => {
    setUp('test');
    change();
    work();
    setUp('test');
    expect(work()).toEqual([NPM_INSTALL]);
  });

  it('installs again after a move to another Node: native packages belong to one', () => {
    setUp('test');
    work();
    setUp('test', { NODE_VERSION: '22.0.0' });
    expect(work()).toEqual([NPM_INSTALL]);
  });

  it('stops where npm fails, and tries again the next time', () => {
    const { status, stderr } = setUp('start', { NPM_FAILS: '1' });
    expect(status).toBe(1);
    expect(stderr).toContain('npm install failed');
    expect(work()).toEqual([NPM_INSTALL]);
    setUp('test');
    expect(work()).toEqual([NPM_INSTALL]);
  });

  it('fails where the build fails', () => {
    machine.fake('node', 'if [ "$1" = -p ]; then echo "20.11.0 linux x64"; else exit 1; fi');
    expect(setUp('start').status).toBe(1);
  });
});

describe('set-up: Redis', () => {
  it('installs it where it may, updating the lists only where that is needed', () => {
    becomeDebianRoot();
    const { status, stdout, stderr } = setUp('start');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toContain('setup: installing redis-server (apt-get)');
    expect(work().filter((call) => call.startsWith('apt-get'))).toEqual([
      expect.stringMatching(/ install .*redis-server$/),
    ]);
  });

  it('updates the package lists once where the first attempt fails', () => {
    becomeDebianRoot(1);
    expect(setUp('start').status).toBe(0);
    const verbs = work().flatMap((call) => /^apt-get.* (install|update)/.exec(call)?.[1] ?? []);
    expect(verbs).toEqual(['install', 'update', 'install']);
  });

  it.each([
    ['as root where apt-get cannot help', () => becomeDebianRoot(2)],
    ['without root', () => machine.remove('../bin/redis-server')],
  ])('stops with one message and three ways out %s, before anything is installed', (_, arrange) => {
    arrange();
    const { status, stderr } = setUp('start');
    expect(status).toBe(1);
    expect(stderr.match(/Redis is needed/g)).toHaveLength(1);
    for (const way of ['apt-get install redis-server', 'REDIS_URL=', 'docker compose up'])
      expect(stderr).toContain(way);
    expect(work()).not.toContain(NPM_INSTALL);
  });

  it('is not looked for where REDIS_URL names one, except by the tests, which kill it', () => {
    machine.remove('../bin/redis-server');
    expect(setUp('start', { REDIS_URL: 'redis://cache:6379' }).status).toBe(0);
    expect(setUp('test', { REDIS_URL: 'redis://cache:6379' }).status).toBe(1);
  });
});

describe('set-up: understand', () => {
  it('installs and builds like start, and needs no Redis', () => {
    machine.remove('../bin/redis-server');
    const { status, stderr } = setUp('understand');
    expect(status).toBe(0);
    expect(stderr).not.toContain('Redis');
    expect(work()).toEqual([NPM_INSTALL, 'node scripts/build.mjs']);
  });

  it('installs no Redis where it could', () => {
    becomeDebianRoot();
    expect(setUp('understand').status).toBe(0);
    expect(work()).toEqual([NPM_INSTALL, 'node scripts/build.mjs']);
  });

  it('leaves standard output to the answers, however much there is to do and to say', () => {
    machine.fake('npm', 'echo "added 500 packages"');
    machine.fake('node', 'if [ "$1" = -p ]; then echo "20.11.0 linux x64"; else echo "build: compiling"; fi');
    const { status, stdout, stderr } = setUp('understand');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toBe('setup: installing packages (npm install)\nadded 500 packages\nbuild: compiling\n');
  });

  it('leaves standard input to the command', () => {
    machine.fake('npm', 'cat >/dev/null');
    machine.fake('node', 'if [ "$1" = -p ]; then echo "20.11.0 linux x64"; fi');
    const script = `sh "${join(machine.root, 'scripts/setup.sh')}" understand && cat`;
    expect(machine.run('sh', ['-c', `echo messages | { ${script}; }`]).stdout).toBe('messages\n');
  });

  it('stops at an old Node, and where the build fails', () => {
    expect(setUp('understand', { NODE_VERSION: '18.20.4' }).status).toBe(1);
    machine.fake('node', 'if [ "$1" = -p ]; then echo "20.11.0 linux x64"; else exit 1; fi');
    expect(setUp('understand').status).toBe(1);
  });
});
