import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openSandbox, type Sandbox } from './sandbox.js';

let project: Sandbox;
beforeEach(() => {
  project = openSandbox();
  project.copy('.dependency-cruiser.cjs');
  project.copy('package.json');
  project.copy('tsconfig.json');
  symlinkSync(resolve('node_modules'), join(project.root, 'node_modules'));
  for (const file of LEGAL) project.write(file.path, file.text);
});
afterEach(() => project.close());

const line = (target: string) => `import { a } from '${target}';\nexport const b = a;\n`;
const LEGAL = [
  { path: 'src/domain/ticket.ts', text: 'export type A = number;\nexport const a = 1;\n' },
  { path: 'src/ports.ts', text: line('./domain/ticket.js').replace('b', 'a2') },
  { path: 'src/usecases/act.ts', text: `${line('../domain/ticket.js')}export { a2 } from '../ports.js';\n` },
  { path: 'src/store/tickets.ts', text: line('../domain/ticket.js') },
  { path: 'src/http/app.ts', text: `${line('../domain/ticket.js')}import '../usecases/act.js';\n` },
  { path: 'src/embedded/redis.ts', text: "import 'node:net';\nexport const a = 1;\n" },
  { path: 'src/config.ts', text: 'export const a = 1;\n' },
  { path: 'bots/texts/zh-CN.ts', text: 'export const a = 1;\n' },
  { path: 'bots/flows/report.flow.ts', text: line('../texts/zh-CN.js') },
  { path: 'bots/understanding/place.ts', text: line('../../src/domain/ticket.js') },
  {
    path: 'bots/dialog/handle-turn.ts',
    text: `${line('../flows/report.flow.js')}import '../../src/usecases/act.js';\n`,
  },
  { path: 'bots/wechat/bot.ts', text: `${line('../dialog/handle-turn.js')}import 'wechaty';\nexport { b as a };\n` },
  {
    path: 'bots/phone/router.ts',
    text: `import '../dialog/handle-turn.js';\nimport 'express';\nexport const a = 1;\n`,
  },
  { path: 'queues/relay.ts', text: `import '../src/usecases/act.js';\nimport 'bullmq';\nexport const a = 1;\n` },
  { path: 'src/app.ts', text: `import './http/app.js';\nimport './store/tickets.js';\nexport const a = 1;\n` },
  { path: 'src/main.ts', text: `import './app.js';\nimport './config.js';\nimport '../bots/wechat/bot.js';\n` },
];

function cruise() {
  const { status, stdout } = spawnSync(
    process.execPath,
    [resolve('node_modules/.bin/depcruise'), '--config', '.dependency-cruiser.cjs', 'src', 'bots', 'queues'],
    { cwd: project.root, encoding: 'utf8' },
  );
  return { status, stdout };
}

describe('architecture', () => {
  it('accepts a tree in which every arrow runs downwards', () => {
    const { status, stdout } = cruise();
    expect(stdout).toMatch(/no dependency violations found \(\d+ modules, (1[5-9]|[2-9]\d) dependencies/);
    expect(status).toBe(0);
  });

  it('reports every arrow that runs upwards or sideways, by the name of its rule', () => {
    const added = {
      'src/domain/x.ts': line('../ports.js'),
      'src/domain/type.ts': "import type { A } from '../usecases/act.js';\nexport type X = A;\n",
      'src/domain/pure.ts': "import 'node:fs';\n",
      'src/domain/library.ts': "import 'mongoose';\n",
      'src/usecases/x.ts': line('../store/tickets.js'),
      'src/store/x.ts': line('../usecases/act.js'),
      'src/simulators/x.ts': line('../http/app.js'),
      'src/http/x.ts': line('../../queues/relay.js'),
      'src/http/roof.ts': line('../app.js'),
      'src/embedded/x.ts': line('../domain/ticket.js'),
      'src/embedded/mongo/x.ts': line('../redis.js'),
      'bots/understanding/x.ts': line('../dialog/handle-turn.js'),
      'bots/flows/x.ts': line('../../src/usecases/act.js'),
      'bots/flows/pure.ts': "import 'node:fs/promises';\n",
      'bots/flows/library.ts': "import 'express';\n",
      'bots/dialog/x.ts': line('../wechat/bot.js'),
      'bots/wechat/x.ts': line('../phone/router.js'),
      'bots/phone/x.ts': line('../../src/store/tickets.js'),
      'bots/phone/y.ts': line('../../src/http/app.js'),
      'queues/x.ts': line('../bots/phone/router.js'),
      'queues/dev.ts': "import 'fast-check';\n",
      'src/store/circle.ts': line('./circle-2.js'),
      'src/store/circle-2.ts': line('./circle.js'),
      'src/store/nowhere.ts': line('./nowhere-2.js'),
    };
    for (const [path, text] of Object.entries(added)) project.write(path, text);
    const { status, stdout } = cruise();
    const found = [...stdout.matchAll(/error ([\w-]+): (\S+)/g)].map(([, rule, file]) => `${file} ${rule}`);
    expect(status).not.toBe(0);
    const expected = [
      'src/domain/x.ts domain-knows-nobody',
      'src/domain/type.ts domain-knows-nobody',
      'src/domain/pure.ts domain-is-pure',
      'src/domain/library.ts domain-uses-data-packages',
      'src/usecases/x.ts usecases-know-ports',
      'src/store/x.ts store-knows-ports',
      'src/simulators/x.ts simulators-know-ports',
      'src/http/x.ts http-knows-usecases',
      'src/http/roof.ts only-the-roof-knows-main-and-app',
      'src/embedded/x.ts embedded-knows-nobody',
      'src/embedded/mongo/x.ts embedded-mongo-knows-nobody',
      'bots/understanding/x.ts understanding-knows-the-domain',
      'bots/flows/x.ts flows-and-texts-are-data',
      'bots/flows/pure.ts talk-is-pure',
      'bots/flows/library.ts pure-talk-uses-data-packages',
      'bots/dialog/x.ts talk-knows-usecases',
      'bots/wechat/x.ts channels-know-the-talk',
      'bots/phone/x.ts channels-know-the-talk',
      'bots/phone/y.ts channels-know-the-talk',
      'queues/x.ts queues-know-usecases',
      'queues/dev.ts no-dev-packages',
      'src/store/circle-2.ts no-circles',
      'src/store/nowhere.ts resolvable',
    ];
    expect(expected.filter((entry) => !found.includes(entry))).toEqual([]);
    const innocent = LEGAL.map((file) => file.path);
    expect(found.filter((entry) => innocent.includes(entry.split(' ')[0]!))).toEqual([]);
  });
});
