import fc from 'fast-check';
import { ACTIONS } from '../../../src/domain/lifecycle.js';
import { problemSchema } from '../../../src/http/problem.js';
import { aTicket } from '../../support/builders.js';
import { aReportBody, type Served, serve } from './serve.js';

/** Bodies that are nearly right: a known field, with anything in it. */
const KNOWN = [
  'technicianId',
  'reason',
  'visitTime',
  'promisedTime',
  'materials',
  'cost',
  'work',
  'resident',
  'location',
  'media',
  'overall',
  'clock',
];
const nearly = fc.dictionary(
  fc.constantFrom(...KNOWN),
  fc.oneof(fc.jsonValue(), fc.constantFrom('2026-03-10T02:00:00Z', '王师傅')),
);
const anyBody = fc.oneof(nearly, fc.jsonValue());

describe('whatever is sent', () => {
  let api: Served;
  beforeAll(async () => {
    api = await serve();
  });
  afterAll(() => api.close());

  const isClear = ({ status, body }: { status: number; body: object }): boolean =>
    status < 400 || (status < 500 && problemSchema.strict().safeParse(body).success);

  it('an action answers with the ticket or a clear 4xx, and a refusal changes nothing', async () => {
    let id = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ACTIONS), anyBody, async (action, body) => {
        const ticket = aTicket({ id: `W-${++id}`, origin: `fuzz-${id}`, projectId: 'demo-garden' });
        await api.stores.tickets.insert(ticket);
        const answer = await api.call('POST', `/api/v1/tickets/${ticket.id}/actions/${action}`, { body });
        const after = await api.stores.tickets.get(ticket.id);
        return isClear(answer) && (answer.status < 400 ? after?.version === 2 : after?.version === 1);
      }),
      { numRuns: 150 },
    );
  });

  it('a report answers with a ticket or a clear 4xx', async () => {
    const field = fc.constantFrom(...Object.keys(aReportBody()), 'visitTime', 'safety', 'extra');
    await fc.assert(
      fc.asyncProperty(field, fc.jsonValue(), async (name, value) => {
        return isClear(await api.call('POST', '/api/v1/tickets', { body: aReportBody({ [name]: value }) }));
      }),
      { numRuns: 150 },
    );
  });

  it('a login, a member of staff, a query and an address answer clearly', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(anyBody, text, async (body, words) => {
        const encoded = encodeURIComponent(words);
        const answers = await Promise.all([
          api.call('POST', '/api/v1/login', { as: undefined, body }),
          api.call('POST', '/api/v1/staff', { as: 'manager', body }),
          api.call('PATCH', '/api/v1/staff/demo-manager', { as: 'manager', body }),
          api.call('GET', `/api/v1/tickets?text=${encoded}&cursor=${encoded}`),
          api.call('GET', `/api/v1/tickets/${encoded}/media/${encoded}`),
          api.call('GET', `/api/v1/projects/${encoded}`, { headers: { 'idempotency-key': encoded || 'x' } }),
        ]);
        return answers.every(isClear);
      }),
      { numRuns: 60 },
    );
  });
});
