import { serve } from './serve.js';

describe('the demonstration’s clock', () => {
  it('is read and set, within its bounds', async () => {
    let scale = 1;
    const setScale = async (next: number) => {
      scale = next;
    };
    const api = await serve({ clockControl: { scale: () => scale, setScale } });
    const set = (body: unknown, headers = {}) =>
      api.call('POST', '/simulators/clock', { as: undefined, body, headers });
    expect((await set({ scale: 600 })).body).toEqual({ scale: 600, now: '2026-03-10T02:00:00.000Z' });
    for (const wrong of [0, 0.5, 10_001, -1, '60', null]) expect((await set({ scale: wrong })).status).toBe(422);
    expect((await set({ scale: 60 }, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await api.call('GET', '/simulators/clock', { as: undefined })).body.scale).toBe(600);
    await api.close();
  });
});

describe('who can be played', () => {
  it('names residents and staff, with accounts or the codes to bind one', async () => {
    const api = await serve();
    const { people } = (await api.call('GET', '/simulators/people', { as: undefined })).body;
    await api.close();
    expect(people).toContainEqual({
      name: '何女士',
      role: 'resident',
      phone: '+8613800000001',
      wechat: 'wx-resident-01',
    });
    expect(people).toContainEqual({
      name: '王师傅',
      role: 'technician',
      phone: '+8613800001001',
      wechat: 'wx-technician-01',
    });
    expect(people).toContainEqual({
      name: '李师傅',
      role: 'technician',
      phone: '+8613800001002',
      invitationCode: 'SM-DEMO2002',
    });
    expect(people).toHaveLength(6 + 15);
  });
});

describe('health', () => {
  it('is alive even where a part is not ready, and says which', async () => {
    let isUp = false;
    const redis = async () => {
      if (!isUp) throw new Error('connect ECONNREFUSED 10.0.0.7');
    };
    const api = await serve({ checks: { mongo: async () => undefined, redis } });
    const get = (path: string) => api.call('GET', path, { as: undefined });
    expect((await get('/healthz')).body).toEqual({ status: 'ok' });
    const unready = await get('/readyz');
    expect(unready.status).toBe(503);
    expect(unready.body).toMatchObject({
      detail: 'not ready: redis',
      errors: [{ path: 'redis', message: 'not ready' }],
    });
    expect(JSON.stringify(unready.body)).not.toContain('10.0.0.7');
    isUp = true;
    expect((await get('/readyz')).body).toEqual({ status: 'ready', parts: ['mongo', 'redis'] });
    await api.close();
  });
});
