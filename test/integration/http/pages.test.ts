import { DEMO_PASSWORD } from '../../../src/usecases/seed-data.js';
import { helloRouter, type Served, serve } from './serve.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('pages', () => {
  let api: Served;
  let origin: string;
  beforeAll(async () => {
    api = await serve({
      mounts: [
        { path: '/queues', router: helloRouter(), auth: 'staff' },
        { path: '/open', router: helloRouter() },
      ],
    });
    origin = api.url;
  });
  afterAll(() => api.close());

  const logIn = (fields: Record<string, string>, headers: Record<string, string> = { origin }) =>
    fetch(`${api.url}/login`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...FORM, ...headers },
      body: new URLSearchParams(fields),
    });
  const cookieOf = async (username = 'dispatcher') => {
    const response = await logIn({ username, password: DEMO_PASSWORD });
    return response.headers.get('set-cookie')!.split(';')[0]!;
  };
  const asNobody = (path: string, headers: Record<string, string> = {}) =>
    api.call('GET', path, { as: undefined, headers });

  it('run only our own scripts, and are framed by nobody', async () => {
    const { headers } = await asNobody('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src|unsafe-eval|upgrade-insecure|https:/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('begin with what there is to try', async () => {
    const { body } = await asNobody('/');
    for (const path of ['/simulators/wechat', '/simulators/phone', '/api/docs', '/queues'])
      expect(body).toContain(`href="${path}"`);
  });

  it('find every file that they name', async () => {
    for (const path of ['/', '/login', '/api/docs']) {
      const { body } = await asNobody(path);
      const files = [...body.matchAll(/(?:href|src)="(\/(?:assets|api\/docs\/assets)[^"]*)"/g)].map(([, file]) => file);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) expect([file, (await asNobody(file)).status]).toEqual([file, 200]);
    }
  });

  describe('log in by the form', () => {
    it('sets a cookie that scripts and other sites cannot use, and leads on', async () => {
      const response = await logIn({ username: 'dispatcher', password: DEMO_PASSWORD, next: '/queues?a=1' });
      expect([response.status, response.headers.get('location')]).toEqual([303, '/queues?a=1']);
      expect(response.headers.get('set-cookie')).toMatch(
        /^shangmen_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
      );
    });

    it('keeps the cookie to https where that is what we are called by', async () => {
      const https = await serve({ publicUrl: 'https://shangmen.example' });
      const response = await fetch(`${https.url}/login`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...FORM, origin: 'https://shangmen.example' },
        body: new URLSearchParams({ username: 'manager', password: DEMO_PASSWORD }),
      });
      expect(response.headers.get('set-cookie')).toContain('; Secure');
      expect(response.headers.get('strict-transport-security')).not.toBeNull();
      await https.close();
    });

    it.each([
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/x\\..\\y',
      'javascript:alert(1)',
      '/\t/evil.example',
    ])('never leads away: %s', async (next) => {
      const response = await logIn({ username: 'dispatcher', password: DEMO_PASSWORD, next });
      expect(response.headers.get('location')).toBe('/');
    });

    it('says what is wrong, in words, and escapes what it repeats', async () => {
      const response = await logIn({ username: 'dispatcher', password: 'wrong', next: '/"><script>' });
      const text = await response.text();
      expect(response.status).toBe(401);
      expect(text).toContain('用户名或密码不正确');
      expect(text).not.toContain('"><script>');
    });

    it('is refused from other sites', async () => {
      for (const foreign of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
        expect((await logIn({ username: 'dispatcher', password: DEMO_PASSWORD }, { origin: foreign })).status).toBe(
          403,
        );
      }
    });
  });

  it('log out by the form', async () => {
    const cookie = await cookieOf();
    expect((await asNobody('/api/v1/me', { cookie })).status).toBe(200);
    const out = await fetch(`${api.url}/logout`, { method: 'POST', redirect: 'manual', headers: { cookie, origin } });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/login']);
    expect((await asNobody('/api/v1/me', { cookie })).status).toBe(401);
  });

  it('let the cookie change things only from our own pages', async () => {
    const cookie = await cookieOf();
    const logOut = (headers: Record<string, string>) =>
      api.call('POST', '/api/v1/logout', { as: undefined, headers: { cookie, ...headers } });
    expect((await logOut({ origin: 'https://evil.example' })).body.type).toBe('urn:shangmen:problem:foreign_origin');
    expect((await logOut({})).status).toBe(403);
    expect((await logOut({ origin })).status).toBe(204);
  });

  describe('the queue board', () => {
    it('sends browsers to the login and tells programs 401', async () => {
      const browser = await asNobody('/queues?status=failed', BROWSER);
      expect([browser.status, browser.headers.get('location')]).toEqual([
        303,
        '/login?next=%2Fqueues%3Fstatus%3Dfailed',
      ]);
      expect((await asNobody('/queues')).status).toBe(401);
    });

    it('opens to dispatchers and managers, and to nobody’s scripts elsewhere', async () => {
      for (const username of ['dispatcher', 'manager']) {
        expect((await asNobody('/queues', { ...BROWSER, cookie: await cookieOf(username) })).body).toBe('hello');
      }
      const cookie = await cookieOf();
      const foreign = await api.call('POST', '/queues', {
        as: undefined,
        headers: { cookie, origin: 'https://evil.example' },
      });
      expect(foreign.status).toBe(403);
    });
  });

  it('of other parts without a login are open', async () => {
    expect((await asNobody('/open')).body).toBe('hello');
  });
});

describe('without simulators', () => {
  it('there is no start page, no clock and no list of people', async () => {
    const api = await serve({ simulators: false });
    const nobody = { as: undefined };
    const start = await api.call('GET', '/', nobody);
    expect([start.status, start.headers.get('location')]).toEqual([302, '/api/docs']);
    for (const path of ['/simulators/clock', '/simulators/people']) {
      expect((await api.call('GET', path, nobody)).status).toBe(404);
    }
    await api.close();
  });
});
