import { openStores } from '../../../src/store/index.js';
import type { Stores } from '../../../src/store/stores.js';
import { seedDemo } from '../../../src/usecases/seed.js';
import { quietLog } from '../../support/builders.js';
import { startTestMongo, type TestMongo } from '../../support/mongo.js';
import { aReportBody, type Served, serve } from './serve.js';

describe('the API over a real store', () => {
  let mongo: TestMongo;
  let stores: Stores;
  let api: Served;
  beforeAll(async () => {
    mongo = await startTestMongo();
    stores = await openStores({ uri: mongo.uri, log: quietLog });
    api = await serve({}, stores);
  });
  afterAll(async () => {
    await api.close();
    await stores.close();
    await mongo.close();
  });

  it('takes a report, offers it, reads it back and lists it', async () => {
    const { body: ticket } = await api.call('POST', '/api/v1/tickets', { body: aReportBody() });
    const body = { technicianId: 'demo-technician-01' };
    const offered = await api.call('POST', `/api/v1/tickets/${ticket.id}/actions/dispatch`, { body });
    expect(offered.status).toBe(200);
    const read = await api.call('GET', `/api/v1/tickets/${ticket.id}`);
    expect(read.body).toEqual(offered.body);
    const { tickets } = (await api.call('GET', '/api/v1/tickets?state=offered')).body;
    expect(tickets.map(({ id }: { id: string }) => id)).toEqual([ticket.id]);
    expect((await api.call('GET', '/api/v1/tickets?cursor=bogus')).status).toBe(400);
  });

  it('makes one ticket of one request that arrives many times at once', async () => {
    const headers = { 'idempotency-key': 'at-once' };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => api.call('POST', '/api/v1/tickets', { body: aReportBody(), headers })),
    );
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('lets nobody have a number that is taken', async () => {
    const body = { name: '钱师傅', role: 'technician', projectIds: ['demo-garden'], phone: '13800001001' };
    const { status, body: problem } = await api.call('POST', '/api/v1/staff', { as: 'manager', body });
    expect([status, problem.detail]).toEqual([409, 'phone belongs to somebody else']);
  });

  it('seeds once', async () => {
    const before = await stores.people.listStaff({});
    expect((await seedDemo(stores)).seeded).toBe(false);
    expect(await stores.people.listStaff({})).toEqual(before);
  });
});
