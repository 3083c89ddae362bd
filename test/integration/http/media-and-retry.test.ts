import type { EffectRef } from '../../../src/domain/effects.js';
import { aTicket } from '../../support/builders.js';
import { type Served, serve } from './serve.js';

describe('pictures and recordings', () => {
  let api: Served;
  const at = new Date('2026-03-10T02:00:00Z');
  beforeAll(async () => {
    api = await serve();
    const { media, tickets } = api.stores;
    await media.put({ id: 'm-1', contentType: 'image/png', name: '漏水.png', data: Buffer.from('png'), at });
    await media.put({ id: 'm-2', contentType: 'text/html', name: 'x.html', data: Buffer.from('<script>'), at });
    await media.put({ id: 'm-3', contentType: 'image/png', name: 'other.png', data: Buffer.from('no'), at });
    await tickets.insert(aTicket({ projectId: 'demo-garden', media: ['m-1', 'm-2', 'm-gone'] }));
  });
  afterAll(() => api.close());
  const get = (id: string) => api.call('GET', `/api/v1/tickets/W-1001/media/${id}`);

  it('are shown in place where that is safe', async () => {
    const { status, headers, body } = await get('m-1');
    expect([status, body, headers.get('content-type')]).toEqual([200, 'png', 'image/png']);
    expect(headers.get('content-disposition')).toMatch(/^inline; .*%E6%BC%8F/);
  });

  it('are only saved where a browser would run them', async () => {
    const { headers } = await get('m-2');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('of other tickets, or gone, are not found', async () => {
    expect((await get('m-3')).status).toBe(404);
    expect((await get('m-gone')).status).toBe(404);
  });
});

describe('retry of a dead letter', () => {
  it('passes the effect on, and refuses where it has not failed or is not there', async () => {
    const retried: EffectRef[] = [];
    const ticket = aTicket({ projectId: 'demo-garden' });
    const [failed, other] = ticket.effects;
    const api = await serve({
      retryDeadLetter: async (ref) => {
        retried.push(ref);
        return ref.effectId === failed?.id;
      },
    });
    await api.stores.tickets.insert(ticket);
    const retry = (id = '') => api.call('POST', `/api/v1/tickets/W-1001/effects/${id}/retry`);
    expect(await retry(failed?.id)).toMatchObject({ status: 202, body: { effectId: failed?.id } });
    expect((await retry(other?.id)).status).toBe(409);
    expect((await retry('unknown')).status).toBe(404);
    expect(retried.map(({ effectId }) => effectId)).toEqual([failed?.id, other?.id]);
    await api.close();
  });
});
