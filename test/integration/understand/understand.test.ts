import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSandbox } from '../setup/sandbox.js';

const MAIN = resolve('dist/src/understand/main.js');
const NOW = '2026-11-23T10:00:00+08:00';

let folder: string;
beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error('dist is missing: run `npm run build` first');
  folder = mkdtempSync(join(tmpdir(), 'shangmen understand '));
});
afterAll(() => rmSync(folder, { recursive: true }));

// biome-ignore lint/suspicious/noExplicitAny: what a test looks at in an answer is its own affair.
type Answer = any;
const answersOf = (output: string): Answer[] =>
  output === ''
    ? []
    : output
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => JSON.parse(line));

/** Runs the command to its end on this input. */
function understand(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr, answers: answersOf(stdout) };
}

const line = (fields: object) => JSON.stringify({ id: 1, role: 'resident', text: '厨房水管漏水', now: NOW, ...fields });
/** The only answer to one line. */
function answerTo(input: string): Answer {
  const { answers, status, stderr } = understand(`${input}\n`);
  expect({ count: answers.length, status, stderr }).toEqual({ count: 1, status: 0, stderr: '' });
  return answers[0];
}

describe('understand: answers', () => {
  it('come to a first line with a byte order mark, too', () =>
    expect(answerTo(`\uFEFF${line({ id: 'a' })}`)).toMatchObject({ id: 'a', category: 'plumbing' }));

  it('come one a line, in order, for residents and technicians, chat and speech', () => {
    const { answers, status, stderr } = understand(
      [
        line({ id: 'a', channel: 'chat', text: '3栋2单元502厨房水管漏水,明天下午来' }),
        line({ id: 'b', role: 'technician', text: '1' }),
        line({ id: 'c', channel: 'speech', text: '三栋二单元五零二厨房水官漏水' }),
        line({ id: 'd', role: 'technician', channel: 'speech', text: '2' }),
      ].join('\n'),
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const location = { building: '3', unit: '2', room: '502' };
    expect(answers).toEqual([
      expect.objectContaining({ id: 'a', intent: 'report', category: 'plumbing', location }),
      expect.objectContaining({ id: 'b', command: 'accept' }),
      expect.objectContaining({ id: 'c', intent: 'report', category: 'plumbing', location }),
      expect.objectContaining({ id: 'd', command: 'decline' }),
    ]);
  });

  it('have a confidence for each field', () => {
    const { confidence } = answerTo(line({ text: '3栋2单元502厨房水管漏水,明天下午来' }));
    expect(Object.keys(confidence).sort()).toEqual(['category', 'intent', 'location', 'urgency', 'visitTime']);
    for (const value of Object.values(confidence)) expect(value).toBeGreaterThan(0);
  });

  it.each([
    ['a text', '"W-17"', 'W-17'],
    ['an empty text', '""', ''],
    ['a number', '17', 17],
    ['nought', '0', 0],
  ])('give back an id that is %s', (_, json, id) => {
    expect(answerTo(`{"id":${json},"role":"technician","text":"1"}`)).toMatchObject({ id, command: 'accept' });
    expect(answerTo(`{"id":${json},"role":"nobody","text":"1"}`)).toMatchObject({ id, error: expect.any(String) });
  });

  it('skip blank lines, take CRLF and a last line without an end', () => {
    const { answers } = understand(`\n${line({ id: 1 })}\r\n   \r\n\n\t\n${line({ id: 2 })}`);
    expect(answers.map(({ id }) => id)).toEqual([1, 2]);
  });

  it('take line separators inside a text for what they are', () => {
    const { answers } = understand(line({ text: '厨房水管漏水\u2028明天来\u2029谢谢\u0085' }));
    expect(answers).toEqual([expect.objectContaining({ id: 1, category: 'plumbing' })]);
  });

  it('are none to nothing', () => expect(understand('')).toEqual({ status: 0, stdout: '', stderr: '', answers: [] }));

  it('are the same for the same input', () => {
    const input = ['水管漏水', '电梯不动了', '明天下午三点来', '谢谢', '🙂', '']
      .map((text) => line({ text }))
      .join('\n');
    expect(understand(input).stdout).toBe(understand(input).stdout);
  });

  it('come to 2,000 lines at once', () => {
    const count = 2_000;
    const input = Array.from({ length: count }, (_, id) => line({ id, text: `${id}栋楼下的灯坏了` })).join('\n');
    const { answers, status } = understand(input);
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, id) => id));
  });

  it('come at once, before the input ends', async () => {
    const child = spawn(process.execPath, [MAIN], { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(child, 'close');
    for (const id of [1, 2]) {
      child.stdin.write(`${line({ id })}\n`);
      const [answer] = await once(child.stdout, 'data');
      expect(JSON.parse(String(answer)).id).toBe(id);
    }
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
  });

  it('may be read in part only, as head does', async () => {
    const child = spawn(process.execPath, [MAIN], { stdio: ['pipe', 'pipe', 'pipe'] });
    let complaints = '';
    child.stderr.on('data', (text) => (complaints += String(text)));
    // Writing to a process that has ended is the test's own affair.
    child.stdin.on('error', () => undefined);
    const ended = once(child, 'close');
    child.stdin.end(`${line({})}\n`.repeat(5_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await ended).toEqual([0, null]);
    expect(complaints).toBe('');
  });
});

describe('understand: a line that does not say what it should', () => {
  it.each([
    ['no JSON', 'hello', null, /JSON/],
    ['half an object', '{"id": 5, "role": "resident"', null, /JSON/],
    ['a list', '[1]', null, /object/],
    ['nothing', 'null', null, /object/],
    ['no id', '{"role":"resident","text":"水管漏水"}', null, /id/],
    ['an id that is none', '{"id":{},"role":"resident","text":"水管漏水"}', null, /id/],
    ['an unknown role', line({ role: 'manager' }), 1, /role/],
    ['no role', line({ role: undefined }), 1, /role/],
    ['an unknown channel', line({ channel: 'letter' }), 1, /channel/],
    ['no text', line({ text: undefined }), 1, /text/],
    ['a text that is none', line({ text: 12 }), 1, /text/],
    ['a now that is none', line({ now: 'yesterday' }), 1, /now/],
    ['a day that is none', line({ now: '2026-02-30T10:00:00' }), 1, /now/],
    ['a now that is a number', line({ now: 1_764_000_000 }), 1, /now/],
    ['an unknown time zone', line({ timezone: 'Mars/Olympus' }), 1, /timezone/],
  ])('has %s', (_, input, id, error) => {
    const answer = answerTo(input);
    expect(answer).toEqual({ id, error: expect.stringMatching(error) });
  });

  it('does not end the run, nor part error and line', () => {
    const { answers, status } = understand(['{', line({ id: 2 }), '{"id":3}', line({ id: 4 })].join('\n'));
    expect(status).toBe(0);
    expect(answers.map(({ id, error }) => [id, error !== undefined])).toEqual([
      [null, true],
      [2, false],
      [3, true],
      [4, false],
    ]);
  });
});

describe('understand: times', () => {
  const visit = (fields: object) => answerTo(line({ text: '水管漏水,明天下午三点来修', ...fields })).visitTime?.from;

  it('are of China where nothing else is said', () =>
    expect(Date.parse(visit({}))).toBe(Date.parse('2026-11-24T15:00:00+08:00')));

  it('are of the time zone', () => {
    const now = '2026-11-23T20:00:00Z';
    // It is the 24th in Shanghai by then, and still the 23rd in London.
    expect(Date.parse(visit({ now }))).toBe(Date.parse('2026-11-25T15:00:00+08:00'));
    expect(Date.parse(visit({ now, timezone: 'Europe/London' }))).toBe(Date.parse('2026-11-24T15:00:00Z'));
  });

  it('count from a now without an offset as local to the time zone', () => {
    const now = '2026-11-23T23:30:00';
    for (const [timezone, offset] of [
      ['Asia/Shanghai', '+08:00'],
      ['America/New_York', '-05:00'],
    ] as const)
      expect(Date.parse(visit({ now, timezone }))).toBe(Date.parse(`2026-11-24T15:00:00${offset}`));
  });
});

describe('understand: --lexicon', () => {
  const lexicon = (text: string) => {
    const file = join(folder, 'words.txt');
    writeFileSync(file, text);
    return file;
  };

  it('teaches words, and tells file and line of those it cannot take', () => {
    const file = lexicon('# 东苑\n楼栋 望江楼 = 8\n楼栋 观海楼 = 海\n地点 小瀛洲\n乱写\n');
    const { answers, status, stdout, stderr } = understand(
      [line({ text: '望江楼502水管漏水' }), line({ text: '小瀛洲的灯坏了' })].join('\n'),
      '--lexicon',
      file,
    );
    expect(status).toBe(0);
    expect(answers.map(({ location }) => location)).toEqual([{ building: '8', room: '502' }, { publicArea: '小瀛洲' }]);
    const complaints = stderr.trimEnd().split('\n');
    expect(complaints.map((complaint) => complaint.slice(0, file.length + 3))).toEqual([`${file}:3:`, `${file}:5:`]);
    expect(stdout).not.toContain(file);
  });

  it('serves technicians too, and harms nobody where it is empty', () => {
    const input = [line({}), line({ role: 'technician', text: '1' })].join('\n');
    expect(understand(input, '--lexicon', lexicon(''))).toEqual(understand(input));
  });

  it.each([
    ['a file that is not there', ['--lexicon', 'no-such-file.txt'], /no-such-file\.txt/],
    ['no file', ['--lexicon'], /lexicon/],
    ['an unknown option', ['--model', 'large'], /--model/],
    ['a file of messages', ['messages.jsonl'], /messages\.jsonl/],
  ])('stops the command for %s, with its usage', (_, args, message) => {
    const { status, stdout, stderr } = understand(line({}), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain('usage: npm run -s understand');
  });
});

describe('npm run -s understand', () => {
  it('prints nothing but answers, also where it builds first, and takes options behind --', () => {
    const project = openSandbox();
    try {
      for (const file of ['package.json', 'package-lock.json', 'scripts/setup.sh']) project.copy(file);
      // What was installed is all there; the build talks, as it does after a change.
      for (const file of ['package.json', 'package-lock.json'])
        project.write(`node_modules/.setup/${file}`, project.read(file));
      const platform = `${process.versions.node} ${process.platform} ${process.arch}`;
      project.write('node_modules/.setup/platform', `${platform}\n`);
      project.write('scripts/build.mjs', "console.log('build: compiling');");
      symlinkSync(resolve('dist'), join(project.root, 'dist'));
      project.tools('sh', 'node', 'npm', 'env', 'dirname', 'cat', 'cmp');
      project.write('words.txt', '楼栋 望江楼 = 8\n');
      const { status, stdout, stderr } = spawnSync(
        join(project.bin, 'npm'),
        ['run', '-s', 'understand', '--', '--lexicon', 'words.txt'],
        {
          cwd: project.root,
          encoding: 'utf8',
          env: { PATH: project.bin, HOME: project.root },
          input: line({ text: '望江楼502水管漏水' }),
        },
      );
      expect(stderr).toBe('build: compiling\n');
      expect(answersOf(stdout)).toEqual([expect.objectContaining({ id: 1, location: { building: '8', room: '502' } })]);
      expect(status).toBe(0);
    } finally {
      project.close();
    }
  });
});
