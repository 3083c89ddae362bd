import { freePort } from '../../src/demo/free-port.js';
import { until } from '../../src/demo/until.js';
import { openDesk } from '../support/e2e-desk.js';
import { type Program, processesIn, startProgram, temporaryFolder } from '../support/e2e-process.js';

/** The program as `npm start` runs it, on one data folder throughout. */
describe('the program', () => {
  const running: Program[] = [];
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let port: number;
  const url = () => `http://localhost:${port}`;

  const start = (variables: Record<string, string> = {}) => {
    const program = startProgram({ DATA_DIR: folder.path, PORT: String(port), ...variables });
    running.push(program);
    return program;
  };
  beforeAll(async () => {
    folder = await temporaryFolder();
    port = await freePort();
  });
  afterEach(async () => {
    for (const program of running.splice(0)) await program.end('SIGKILL');
    await until('everything ended', () => processesIn(folder.path).length === 0);
  });
  afterAll(() => folder.remove());

  it('prints the addresses and the demo logins, refuses a second instance, and ends cleanly on Ctrl-C', async () => {
    const program = start();
    await program.ready();
    for (const path of ['/simulators/wechat', '/simulators/phone', '/api/docs', '/queues']) {
      expect(program.output()).toContain(`${url()}${path}`);
      // The queue board asks for a login first.
      expect((await fetch(url() + path)).status).toBe(path === '/queues' ? 401 : 200);
    }
    expect(program.output()).toContain('dispatcher / ');
    expect(processesIn(folder.path)).not.toEqual([]);

    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toMatch(
      new RegExp(`${folder.path} is in use by another Shangmen \\(process ${program.child.pid}\\)`),
    );
    expect(second.output()).not.toContain('    at ');

    expect(await program.end('SIGINT')).toBe(0);
    await until('redis-server ended', () => processesIn(folder.path).length === 0);
    expect(program.output()).not.toMatch(/"level":(50|60)/);
  });

  it('names the port that is taken', async () => {
    const program = start();
    await program.ready();
    const other = await temporaryFolder();
    const second = start({ DATA_DIR: other.path });
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain(`port ${port} is in use`);
    expect(second.output()).toContain('PORT');
    await until('nothing is left behind', () => processesIn(other.path).length === 0);
    await other.remove();
  });

  it('does not start with wrong or half-set variables, and names each with its rule', async () => {
    const program = start({
      PORT: 'http',
      TIME_SCALE: '0',
      ROLE: 'web',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      WECHATY_PUPPET: 'wechaty-puppet-service',
    });
    expect(await program.ended()).toBe(1);
    for (const line of [
      'PORT must be a whole number',
      'TIME_SCALE must be a number',
      'MONGODB_URI must be set',
      'REDIS_URL must be set',
      'TWILIO_AUTH_TOKEN must be set',
      'WECHATY_PUPPET_SERVICE_ENDPOINT must be set',
    ]) {
      expect(program.output()).toContain(line);
    }
    expect(program.output()).not.toContain('    at ');
  });

  it('seeds once: a second start changes nothing', async () => {
    const look = async () => {
      const desk = await openDesk(url());
      return Promise.all(['/api/v1/staff', '/api/v1/projects', '/simulators/people'].map((path) => desk.get(path)));
    };
    const first = start();
    await first.ready();
    const code = 'SM-DEMO2002';
    await post('/simulators/wechat/people', { id: 'wx-li-shifu', name: '李师傅' });
    await post('/simulators/wechat/say', { from: 'wx-li-shifu', text: code });
    const before = await until('bound', async () => {
      const seen = await look();
      return JSON.stringify(seen).includes('wx-li-shifu') && seen;
    });
    await first.end('SIGTERM');
    const second = start();
    await second.ready();
    expect(await look()).toEqual(before);
  });

  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(url() + path, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(200);
  };
});
