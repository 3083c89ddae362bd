import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { parseConfig, VARIABLES } from '../../src/config.js';

const read = (path: string) => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  license: string;
  engines: { node: string };
  scripts: Record<string, string>;
};
const dockerfile = read('Dockerfile');
const compose = parse(read('compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const workflow = parse(read('.github/workflows/ci.yml')) as { jobs: Record<string, Job> };

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, unknown>;
  healthcheck?: { disable?: boolean };
}
interface Job {
  env?: Record<string, string>;
  services?: Record<string, { ports: string[] }>;
  steps: { run?: string; uses?: string; with?: Record<string, unknown> }[];
}

/** Lines `NAME=value` as a shell and compose read them. */
function readEnvFile(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
}

/** A file of the sources for a file under dist/. */
const sourceOf = (built: string) => built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
/** Each instruction with its continuation lines joined. */
const instructions = dockerfile
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const argumentsOf = (name: string) =>
  instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1).trim());
/** The programs of this repository that a shell line runs, and npm's scripts. */
const filesIn = (shell: string) => shell.match(/(?<![\w/])(scripts|\.ci)\/[\w./-]+/g) ?? [];
const npmScriptsIn = (shell: string) =>
  [...shell.matchAll(/npm (?:run (?:-s )?)?(?!run|install|prune)([\w:]+)/g)].map(([, name]) => name!);

describe('.env.example', () => {
  const example = readEnvFile(read('.env.example'));

  it('documents every variable that is read, and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...VARIABLES].sort());
  });

  it('shows the defaults', () => {
    expect(parseConfig(example)).toEqual(parseConfig({}));
  });

  it('gives examples that would be accepted', () => {
    const suggested = readEnvFile(read('.env.example').replace(/^# (?=[A-Z_]+=)/gm, ''));
    expect(Object.keys(suggested).sort()).toEqual([...VARIABLES].sort());
    const filled = Object.fromEntries(
      [...read('.env.example').matchAll(/^# ([A-Z_]+)=(\S+)$/gm)].map(([, name, value]) => [name!, value]),
    );
    expect(Object.keys(filled)).not.toHaveLength(0);
    expect(() => parseConfig(filled)).not.toThrow();
  });
});

describe('Dockerfile', () => {
  it('copies what exists', () => {
    const copied = argumentsOf('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    expect(copied).toContain('package.json');
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('is sent all that it copies, and nothing of the rest', () => {
    const [first, ...sent] = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const copied = argumentsOf('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(/\s+/).slice(0, -1));
    expect(first).toBe('*');
    expect(sent.map((line) => line.replace(/^!/, '')).sort()).toEqual(copied.sort());
  });

  it('runs the same program as npm start, without root', () => {
    const command = JSON.parse(argumentsOf('CMD').at(-1)!) as string[];
    expect(command.join(' ')).toBe(manifest.scripts.start);
    expect(existsSync(sourceOf(command[1]!))).toBe(true);
    const user = instructions.findIndex((line) => line.startsWith('USER node'));
    const lastStage = instructions.findLastIndex((line) => line.startsWith('FROM '));
    expect(user).toBeGreaterThan(lastStage);
  });

  it('uses the Node that the manifest asks for', () => {
    const images = argumentsOf('FROM').map((line) => /^node:(\d+)-/.exec(line)?.[1]);
    expect(new Set(images)).toEqual(new Set([/(\d+)/.exec(manifest.engines.node)?.[1]]));
  });

  it('sets only variables that are read, and listens where it says', () => {
    const env = Object.fromEntries(
      argumentsOf('ENV').flatMap((line) => line.split(/\s+/).map((one) => one.split('='))),
    );
    expect(Object.keys(env).filter((name) => !VARIABLES.includes(name))).toEqual([]);
    expect(argumentsOf('EXPOSE')).toEqual([env.PORT]);
    expect(argumentsOf('VOLUME')).toEqual([env.DATA_DIR]);
  });

  it.each([
    [200, 0],
    [503, 1],
  ])('counts an answer of %i at /healthz as exit code %i', async (status, code) => {
    const [program, ...args] = JSON.parse(/CMD (\[.*\])$/.exec(argumentsOf('HEALTHCHECK')[0]!)![1]!) as string[];
    const server = createServer(({ url }, response) => response.writeHead(url === '/healthz' ? status : 404).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const probe = spawn(program!, args, { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' });
    expect((await once(probe, 'exit'))[0]).toBe(code);
    server.close();
  });
});

describe('compose.yaml', () => {
  const services = Object.entries(compose.services);
  const ours = services.filter(([, service]) => service.build);

  it('runs every role, each with a configuration that is accepted', () => {
    const roles = ours.map(([name, service]) => {
      const environment = { ...service.environment };
      const config = parseConfig({ ...readEnvFile(read('.env.example')), ...environment });
      expect(Object.keys(environment).filter((one) => !VARIABLES.includes(one))).toEqual([]);
      expect([config.role, config.production]).toEqual([name, true]);
      return config.role;
    });
    expect(roles.sort()).toEqual([...parseConfig({}).roles].sort());
  });

  it('connects to services that are there, and waits for them', () => {
    for (const [, { environment, depends_on }] of ours) {
      const hosts = [environment?.MONGODB_URI, environment?.REDIS_URL].map((url) => new URL(url!).hostname);
      for (const host of hosts) {
        expect(Object.keys(compose.services)).toContain(host);
        expect(Object.keys(depends_on ?? {})).toContain(host);
      }
    }
  });

  it('publishes the port on which the web listens', () => {
    const { ports, environment } = compose.services.web!;
    expect(ports).toEqual([`\${PORT:-${parseConfig({}).port}}:${environment?.PORT}`]);
  });

  it('keeps what matters in volumes that are declared, at the place that the image uses', () => {
    const mounted = services.flatMap(([, service]) => (service.volumes ?? []).map((one) => one.split(':')));
    expect(mounted.map(([name]) => name).filter((name) => !(name! in compose.volumes))).toEqual([]);
    for (const [, service] of ours) expect(service.volumes).toEqual([`data:${service.environment?.DATA_DIR}`]);
  });

  it('gives Redis the settings that keep jobs', () => {
    const command = compose.services.redis!.command!.join(' ');
    for (const setting of ['--appendonly yes', '--maxmemory-policy noeviction']) expect(command).toContain(setting);
  });
});

describe('workflow', () => {
  const jobs = Object.values(workflow.jobs);
  const commands = jobs.flatMap((job) => job.steps.flatMap((step) => step.run ?? []));

  it('runs commands that exist', () => {
    expect(commands).toContain('npm test');
    expect(commands.flatMap(filesIn).filter((path) => !existsSync(path))).toEqual([]);
    expect(commands.flatMap(npmScriptsIn).filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('uses the Node that the manifest asks for', () => {
    const versions = jobs.flatMap((job) => job.steps.flatMap((step) => step.with?.['node-version'] ?? []));
    expect(new Set(versions.map(String))).toEqual(new Set([/(\d+)/.exec(manifest.engines.node)?.[1]]));
  });

  it('points the tests at the services that it starts', () => {
    const real = workflow.jobs['real-servers']!;
    const published = Object.values(real.services ?? {}).flatMap(({ ports }) => ports.map((one) => one.split(':')[0]));
    const used = [real.env?.TEST_MONGODB_URI, real.env?.TEST_REDIS_URL].map((url) => new URL(url!).port);
    expect(used.sort()).toEqual(published.sort());
  });

  it('starts only services that compose.yaml has', () => {
    const started = commands.flatMap((one) => /docker compose up (?:--\w+ )*(.*)/.exec(one)?.[1]?.split(' ') ?? []);
    expect(started.filter((name) => !(name in compose.services))).toEqual([]);
    expect(started).toContain('web');
  });
});

describe('package.json', () => {
  it('names files that exist in its scripts', () => {
    const named = Object.values(manifest.scripts).flatMap((script) => [
      ...filesIn(script),
      ...(script.match(/\.dependency-cruiser\.cjs|test\/tsconfig\.json/g) ?? []),
      ...(script.match(/dist\/[\w./-]+\.js/g) ?? []).map(sourceOf),
    ]);
    expect(named).toContain('scripts/setup.sh');
    expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
  });

  it('runs only scripts that exist', () => {
    const called = Object.values(manifest.scripts).flatMap(npmScriptsIn);
    expect(called.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('has the licence of the LICENSE file', () => {
    expect(read('LICENSE')).toMatch(new RegExp(`^${manifest.license} License`));
  });
});
