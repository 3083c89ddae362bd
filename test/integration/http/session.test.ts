import { SESSION_HOURS } from '../../../src/usecases/login.js';
import { DEMO_PASSWORD } from '../../../src/usecases/seed-data.js';
import { type Served, serve } from './serve.js';

describe('log in (登录)', () => {
  let now = new Date('2026-03-10T02:00:00Z');
  let api: Served;
  beforeAll(async () => {
    api = await serve({ now: () => now });
  });
  afterAll(() => api.close());

  const logIn = (body: unknown) => api.call('POST', '/api/v1/login', { as: undefined, body });

  it('gives a token that says who calls', async () => {
    const { status, body } = await logIn({ username: 'manager', password: DEMO_PASSWORD });
    expect(status).toBe(200);
    expect(body.expiresAt).toBe('2026-03-10T14:00:00.000Z');
    expect(body.staff).toMatchObject({ id: 'demo-manager', role: 'manager' });
    expect(JSON.stringify(body)).not.toContain('scrypt');
    const me = await api.call('GET', '/api/v1/me', {
      as: undefined,
      headers: { authorization: `Bearer ${body.token}` },
    });
    expect(me.body.username).toBe('manager');
  });

  it('answers an unknown user and a wrong password alike', async () => {
    const unknown = await logIn({ username: 'nobody', password: 'x' });
    const wrong = await logIn({ username: 'manager', password: 'x' });
    expect(unknown.status).toBe(401);
    const { requestId: _a, ...first } = unknown.body;
    const { requestId: _b, ...second } = wrong.body;
    expect(first).toEqual(second);
  });

  it('saves only the hash of the token', async () => {
    const { body } = await logIn({ username: 'dispatcher2', password: DEMO_PASSWORD });
    expect(await api.stores.sessions.find(body.token)).toBeUndefined();
  });

  it('refuses requests without a token, and with a made-up one', async () => {
    for (const headers of [
      { authorization: '' },
      { authorization: 'Bearer made-up' },
      { authorization: 'Basic eDp5' },
    ]) {
      const answer = await api.call('GET', '/api/v1/me', { as: undefined, headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
  });

  it('ends at logout', async () => {
    const { body } = await logIn({ username: 'dispatcher', password: DEMO_PASSWORD });
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await api.call('POST', '/api/v1/logout', { as: undefined, headers })).status).toBe(204);
    expect((await api.call('GET', '/api/v1/me', { as: undefined, headers })).status).toBe(401);
  });

  it('ends after a working day', async () => {
    const { body } = await logIn({ username: 'dispatcher', password: DEMO_PASSWORD });
    const headers = { authorization: `Bearer ${body.token}` };
    const start = now;
    now = new Date(start.getTime() + SESSION_HOURS * 3_600_000);
    const late = await api.call('GET', '/api/v1/me', { as: undefined, headers });
    now = start;
    expect(late.status).toBe(401);
    expect((await api.call('GET', '/api/v1/me', { as: undefined, headers })).status).toBe(200);
  });

  it('ends when the member of staff leaves, who then cannot log in again', async () => {
    const { people } = api.stores;
    const leaver = await people.staff('demo-dispatcher2');
    const token = await api.token('dispatcher2');
    await people.saveStaff({ ...leaver!, isActive: false });
    const me = await api.call('GET', '/api/v1/me', { as: undefined, headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(401);
    expect((await logIn({ username: 'dispatcher2', password: DEMO_PASSWORD })).status).toBe(401);
    await people.saveStaff(leaver!);
  });
});

describe('guessing passwords', () => {
  it('is slowed down per address, the page and the API together; right ones are not counted', async () => {
    const api = await serve({ loginLimit: 3 });
    const guess = (password: string) =>
      api.call('POST', '/api/v1/login', { as: undefined, body: { username: 'manager', password } });
    for (let i = 0; i < 5; i++) expect((await guess(DEMO_PASSWORD)).status).toBe(200);
    const form = { as: undefined, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
    expect((await api.call('POST', '/login', form)).status).toBe(401);
    expect((await guess('a')).status).toBe(401);
    expect((await guess('b')).status).toBe(401);
    const limited = await guess(DEMO_PASSWORD);
    expect(limited.status).toBe(429);
    expect(limited.body.type).toBe('urn:shangmen:problem:too_many_requests');
    const page = await api.call('POST', '/login', form);
    expect([page.status, page.body]).toEqual([429, expect.stringContaining('尝试次数过多')]);
    await api.close();
  });
});
