import { aReportBody, type Served, serve } from './serve.js';

describe('tickets over the API', () => {
  let api: Served;
  beforeAll(async () => {
    api = await serve();
  });
  afterAll(() => api.close());

  const create = (over: object = {}, headers: Record<string, string> = {}) =>
    api.call('POST', '/api/v1/tickets', { body: aReportBody(over), headers });
  const act = (id: string, action: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    api.call('POST', `/api/v1/tickets/${id}/actions/${action}`, { body, headers });

  describe('3.1.1 report on behalf of a resident', () => {
    it('makes a ticket that says who took it down', async () => {
      const { status, headers, body } = await create({ visitTime: { from: '2026-03-11T15:00:00+08:00', to: null } });
      expect(status).toBe(201);
      expect(headers.get('location')).toBe(`/api/v1/tickets/${body.id}`);
      expect(body).toMatchObject({
        state: 'confirmed',
        channel: 'web',
        place: '3栋2单元502',
        visitTime: { from: '2026-03-11T07:00:00.000Z', to: null },
        resident: { personId: 'demo-resident-01', name: '何女士', phone: '+8613800000001' },
        reportedBy: { role: 'dispatcher', id: 'demo-dispatcher' },
      });
      expect(body.timeline[0]).toMatchObject({ kind: 'action', action: 'submit' });
      expect(body.actions).toContain('dispatch');
      expect(body.actions).not.toContain('escalate');
    });

    it('keeps the language of a resident who is known', async () => {
      const resident = { phone: '13800000006' };
      const { body } = await create({ projectId: 'demo-tower', location: { building: 'A', room: '1808' }, resident });
      expect(body.resident).toMatchObject({ name: 'Mr Smith', locale: 'en' });
    });

    it('makes one ticket of a repeated request', async () => {
      const key = { 'idempotency-key': 'report-1' };
      const first = await create({}, key);
      const second = await create({}, key);
      expect([first.status, second.status]).toEqual([201, 200]);
      expect(second.body.id).toBe(first.body.id);
    });

    it('keeps the same key of two people apart', async () => {
      const headers = { 'idempotency-key': 'report-2' };
      const mine = await create({}, headers);
      const theirs = await api.call('POST', '/api/v1/tickets', { as: 'manager', body: aReportBody(), headers });
      expect(theirs.body.id).not.toBe(mine.body.id);
    });

    it('refuses a project that is not theirs, naming the field', async () => {
      const { status, body } = await create({ projectId: 'elsewhere' });
      expect(status).toBe(422);
      expect(body.errors).toEqual([{ path: 'projectId', message: 'is none of your projects' }]);
    });
  });

  describe('act', () => {
    it('changes the state and shows what was sent because of it', async () => {
      const { body: ticket } = await create();
      const { status, body } = await act(ticket.id, 'dispatch', { technicianId: 'demo-technician-01' });
      expect(status).toBe(200);
      expect(body).toMatchObject({ state: 'offered', offeredTo: 'demo-technician-01' });
      const offer = body.timeline.find((entry: { what?: string }) => entry.what === 'prompt:offer');
      expect(offer).toMatchObject({ kind: 'delivery', status: 'pending', to: { role: 'technician', name: '王师傅' } });
    });

    it('takes dates as ISO 8601 with a zone', async () => {
      const { body: ticket } = await create();
      const visitTime = { from: '2026-03-12T09:00:00+08:00', to: '2026-03-12T11:00:00+08:00' };
      const { body } = await act(ticket.id, 'reschedule', { visitTime });
      expect(body.visitTime).toEqual({ from: '2026-03-12T01:00:00.000Z', to: '2026-03-12T03:00:00.000Z' });
      const wrong = await act(ticket.id, 'reschedule', { visitTime: { from: '2026-03-12 09:00', to: null } });
      expect(wrong.status).toBe(422);
      expect(wrong.body.errors[0].path).toBe('visitTime.from');
    });

    it('refuses an illegal action with 409 and names the allowed ones', async () => {
      const { body: ticket } = await create();
      const { status, headers, body } = await act(ticket.id, 'complete');
      expect(status).toBe(409);
      expect(headers.get('content-type')).toMatch('application/problem+json');
      expect(body).toMatchObject({ type: 'urn:shangmen:problem:illegal_action', state: 'confirmed' });
      expect(body.allowed).toEqual(['dispatch', 'urge', 'reschedule', 'amend', 'cancel', 'escalate']);
    });

    it('refuses with 403 what only residents or the system may do', async () => {
      const { body: ticket } = await create();
      expect((await act(ticket.id, 'escalate', { clock: 'confirm' })).status).toBe(403);
    });

    it('acts once on a repeated request, and again on another key', async () => {
      const { body: ticket } = await create();
      const key = { 'idempotency-key': 'urge-1' };
      const first = await act(ticket.id, 'urge', {}, key);
      const again = await act(ticket.id, 'urge', {}, key);
      const other = await act(ticket.id, 'urge', {}, { 'idempotency-key': 'urge-2' });
      expect([first.status, again.status, other.status]).toEqual([200, 200, 200]);
      expect(again.body.version).toBe(first.body.version);
      expect(other.body.version).toBe(first.body.version + 1);
    });

    it('names an unknown technician as a wrong field', async () => {
      const { body: ticket } = await create();
      const { status, body } = await act(ticket.id, 'dispatch', { technicianId: 'nobody' });
      expect(status).toBe(422);
      expect(body.errors[0].message).toContain('unknown');
    });

    it('knows no other tickets and no other actions', async () => {
      const { body: ticket } = await create();
      expect((await act('W-9999', 'urge')).status).toBe(404);
      expect((await act(ticket.id, 'explode')).status).toBe(404);
    });
  });

  describe('lists', () => {
    it('pages through all tickets, newest first, with masked numbers', async () => {
      for (let i = 0; i < 5; i++) await create({ description: `灯坏了 ${i}`, category: 'electrical' });
      const seen: string[] = [];
      let cursor = '';
      do {
        const { status, body } = await api.call('GET', `/api/v1/tickets?category=electrical&limit=2${cursor}`);
        expect(status).toBe(200);
        expect(body.tickets.length).toBeLessThanOrEqual(2);
        seen.push(...body.tickets.map(({ description }: { description: string }) => description));
        for (const { resident } of body.tickets) expect(resident.phone).toBe('+86138****0001');
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect(seen.toSorted()).toEqual([0, 1, 2, 3, 4].map((i) => `灯坏了 ${i}`));
    });

    it('filters by several states, by words and by time', async () => {
      const { body: ticket } = await create({ description: '电梯里有怪声', category: 'lift' });
      const find = async (query: string) =>
        (await api.call('GET', `/api/v1/tickets?${query}`)).body.tickets.map(({ id }: { id: string }) => id);
      const words = encodeURIComponent('怪声');
      expect(await find(`text=${words}&state=confirmed,offered`)).toEqual([ticket.id]);
      expect(await find(`text=${words}&state=closed&state=cancelled`)).toEqual([]);
      expect(await find(`text=${words}&createdFrom=2026-03-10T10:00:00%2B08:00`)).toEqual([ticket.id]);
      expect(await find(`text=${words}&createdTo=2026-03-10T02:00:00Z`)).toEqual([]);
      expect(await find(`text=${words}&projectId=demo-tower`)).toEqual([]);
    });
  });

  it('shows nothing of projects that are not the caller’s', async () => {
    const { body: ticket } = await create();
    const outsider = (await api.stores.people.staff('demo-dispatcher2'))!;
    await api.stores.people.saveStaff({ ...outsider, projectIds: ['demo-tower'] });
    const as = 'dispatcher2';
    expect((await api.call('GET', `/api/v1/tickets/${ticket.id}`, { as })).status).toBe(404);
    expect((await api.call('POST', `/api/v1/tickets/${ticket.id}/actions/urge`, { as, body: {} })).status).toBe(404);
    const { tickets } = (await api.call('GET', '/api/v1/tickets', { as })).body;
    expect(tickets.map(({ projectId }: { projectId: string }) => projectId)).toEqual(['demo-tower']);
    expect((await api.call('GET', '/api/v1/tickets?projectId=demo-garden', { as })).body.tickets).toEqual([]);
    expect((await api.call('GET', '/api/v1/projects', { as })).body.projects).toHaveLength(1);
    expect((await api.call('GET', '/api/v1/projects/demo-garden', { as })).status).toBe(404);
    await api.stores.people.saveStaff(outsider);
  });
});
