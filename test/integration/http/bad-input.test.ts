import { request } from 'node:http';
import { problemSchema } from '../../../src/http/problem.js';
import { aReportBody, type Served, serve } from './serve.js';

describe('bad input gets a clear 4xx and changes nothing', () => {
  let api: Served;
  beforeAll(async () => {
    api = await serve();
  });
  afterAll(() => api.close());
  afterEach(async () => {
    const { tickets } = await api.stores.tickets.list({}, { limit: 100 });
    expect(tickets).toEqual([]);
  });

  const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const response = await fetch(`${api.url}/api/v1/tickets`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await api.token('dispatcher')}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.strict().parse(await response.json());
    expect(problem.status).toBe(response.status);
    return problem;
  };
  const valid = JSON.stringify(aReportBody());

  it.each([
    ['broken JSON', '{"projectId":', 400],
    ['a bare word', 'hello', 400],
    ['null', 'null', 422],
    ['an array', '[]', 422],
    ['a text', '"x"', 422],
    ['half a surrogate pair', valid.replace('马桶堵了', '\\ud83d'), 400],
    ['half a surrogate pair in a name', valid.replace('"category"', '"\\udc00"'), 400],
    ['too much', JSON.stringify({ description: 'x'.repeat(103_000) }), 413],
    ['very deep nesting', '['.repeat(45_000) + ']'.repeat(45_000), 422],
    ['an own __proto__', valid.replace('{', '{"__proto__":{"a":1},'), 422],
  ])('%s', async (_name, body, status) => {
    expect((await post(body)).status).toBe(status);
  });

  it('bytes that are no UTF-8', async () => {
    const bytes = Buffer.from(valid);
    bytes[bytes.indexOf('马')] = 0xff;
    const { status, detail } = await post(bytes);
    expect([status, detail]).toEqual([400, 'the body is not valid UTF-8']);
  });

  it.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-16', 415],
    ['application/json; charset=gb2312', 415],
    ['', 415],
  ])('content type %s', async (type, status) => {
    expect((await post(valid, { 'content-type': type })).status).toBe(status);
  });

  it('an unknown content encoding, and one that lies', async () => {
    expect((await post(valid, { 'content-encoding': 'rot13' })).status).toBe(415);
    expect((await post(valid, { 'content-encoding': 'gzip' })).status).toBe(400);
  });

  it('unknown fields and wrong types are named one by one', async () => {
    const body = { ...aReportBody({ category: 'magic', location: { building: 3, tower: 'x' }, surprise: true }) };
    const { status, errors } = await post(JSON.stringify(body));
    expect(status).toBe(422);
    expect(errors?.map(({ path }) => path).toSorted()).toEqual([
      'category',
      'location.building',
      'location.tower',
      'surprise',
    ]);
  });

  it('a number that is none', async () => {
    const { errors } = await post(JSON.stringify(aReportBody({ resident: { phone: 'call me' } })));
    expect(errors).toEqual([{ path: 'resident.phone', message: 'must be a telephone number' }]);
  });

  it('an unusable idempotency key', async () => {
    expect((await post(valid, { 'idempotency-key': 'x'.repeat(101) })).status).toBe(400);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=ten',
    'limit=',
    'cursor=bogus',
    'state=broken',
    'colour=red',
    'createdFrom=today',
    'text=',
    'limit=1&limit=2',
  ])('query %s', async (query) => {
    const { status, body } = await api.call('GET', `/api/v1/tickets?${query}`);
    expect([query, status]).toEqual([query, 400]);
    expect(body.errors[0].path.split('.')[0]).toBe(query.split('=')[0]);
  });

  it('unknown addresses (404) and wrong methods (405, naming the right ones)', async () => {
    expect((await api.call('GET', '/api/v2/tickets')).status).toBe(404);
    expect((await api.call('GET', '/nothing')).body.type).toBe('urn:shangmen:problem:not_found');
    const wrong = await api.call('DELETE', '/api/v1/tickets');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD']);
    expect((await api.call('PUT', '/login')).status).toBe(405);
    expect((await api.call('POST', '/api/openapi.json')).status).toBe(405);
  });

  it('an address that cannot be decoded', async () => {
    const status = await rawStatus(api.url, '/api/v1/tickets/%ff');
    expect(status).toBe(400);
  });

  it('says the title in the reader’s language', async () => {
    const chinese = await api.call('GET', '/nothing');
    const english = await api.call('GET', '/nothing', { headers: { 'accept-language': 'en-GB,zh;q=0.5' } });
    expect([chinese.body.title, english.body.title]).toEqual(['没有找到', 'Not found']);
  });
});

/** fetch would mend the address. */
const rawStatus = (url: string, path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('a fault of our own', () => {
  it('is logged under the request’s id, and told without our insides', async () => {
    const lines: { fields: object; message: string }[] = [];
    const note = (fields: object, message: string) => void lines.push({ fields, message });
    const log = { debug: () => undefined, info: note, warn: note, error: note, child: () => log };
    const api = await serve({ log });
    const token = await api.token('dispatcher');
    api.stores.people.projects = async () => {
      throw new Error('the secret cluster is away, call +8613812345678');
    };
    const answer = await api.call('GET', '/api/v1/projects', {
      as: undefined,
      headers: { authorization: `Bearer ${token}` },
    });
    await api.close();
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|Error|at /);
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
    const [line] = lines.filter(({ message }) => message === 'a request failed');
    expect(JSON.stringify(line?.fields)).toMatch(/secret cluster.*\+86138\*\*\*\*5678/);
  });

  it('stays ours where a provider’s error carries a status', async () => {
    const router = () => {
      throw Object.assign(new Error('The requested resource was not found'), { status: 404, code: 20404 });
    };
    const api = await serve({ mounts: [{ path: '/webhooks', router }] });
    const { status } = await api.call('POST', '/webhooks/voice', { as: undefined });
    await api.close();
    expect(status).toBe(500);
  });
});
