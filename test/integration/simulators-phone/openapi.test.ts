import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as parameters from '../../../src/simulators/phone/rest/parameters.js';
import { ACCOUNT, HOTLINE, openTown, RESIDENT, TOKEN, type Town } from './town.js';

/** Twilio's own description of its API is not part of this repository: where it is at hand, the network is held against it. */
const DESCRIPTION = process.env.TWILIO_OPENAPI ?? join(import.meta.dirname, '../../../../shared/twilio/openapi.json');

interface Schema {
  $ref?: string;
  type?: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  nullable?: boolean;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}
interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

const suite = existsSync(DESCRIPTION) ? describe : describe.skip;

suite('against Twilio’s description of its API', () => {
  const description = existsSync(DESCRIPTION) ? JSON.parse(readFileSync(DESCRIPTION, 'utf8')) : {};
  const operation = (path: string, method: string): Operation =>
    description.paths[`/2010-04-01/Accounts/{AccountSid}${path}`][method];
  const resolve = (schema: Schema): Schema =>
    schema.$ref ? description.components.schemas[schema.$ref.split('/').at(-1) as string] : schema;

  /** What is wrong with a value by a schema, as `path: fault`. */
  function faults(value: unknown, given: Schema, path: string): string[] {
    const schema = resolve(given);
    if (value === null) return schema.nullable || Object.keys(schema).length === 0 ? [] : [`${path}: null`];
    if (schema.enum && !schema.enum.includes(value)) return [`${path}: ${value} is not of the enumeration`];
    if (schema.type === 'array')
      return Array.isArray(value)
        ? value.flatMap((item, at) => faults(item, schema.items ?? {}, `${path}[${at}]`))
        : [`${path}: no list`];
    if (schema.type === 'integer') return Number.isInteger(value) ? [] : [`${path}: no integer`];
    if (schema.type === 'string') {
      if (typeof value !== 'string') return [`${path}: no text`];
      if (schema.pattern && !new RegExp(schema.pattern).test(value))
        return [`${path}: ${value} does not fit ${schema.pattern}`];
      const dated = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/;
      return schema.format === 'date-time-rfc-2822' && !dated.test(value) ? [`${path}: ${value} is no date`] : [];
    }
    if (!schema.properties) return [];
    const found = value as Record<string, unknown>;
    const strangers = Object.keys(found).filter((key) => !Object.hasOwn(schema.properties as object, key));
    return [
      ...strangers.map((key) => `${path}.${key}: unknown`),
      ...Object.entries(schema.properties).flatMap(([key, property]) =>
        key in found ? faults(found[key], property, `${path}.${key}`) : [`${path}.${key}: missing`],
      ),
    ];
  }
  const answerOf = (op: Operation, status: number): Schema =>
    op.responses[String(status)]?.content?.['application/json']?.schema as Schema;

  it.each([
    ['/Calls.json', 'post', parameters.CREATE_CALL],
    ['/Calls/{Sid}.json', 'post', parameters.UPDATE_CALL],
    ['/Messages.json', 'post', parameters.CREATE_MESSAGE],
    ['/Calls.json', 'get', parameters.LIST_CALLS],
    ['/Messages.json', 'get', parameters.LIST_MESSAGES],
    ['/Recordings.json', 'get', parameters.LIST_RECORDINGS],
  ])('%s %s takes no parameter that Twilio does not know', (path, method, schema) => {
    const { parameters: query = [], requestBody } = operation(path, method);
    const form = requestBody?.content['application/x-www-form-urlencoded']?.schema.properties ?? {};
    const known = [...query.map(({ name }) => name), ...Object.keys(form)];
    expect(Object.keys(schema.shape).filter((name) => !known.includes(name))).toEqual([]);
  });

  describe('answers', () => {
    let town: Town;
    beforeEach(async () => {
      town = await openTown();
    });
    const ask = async (path: string, form?: Record<string, string>) => {
      const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
      const options = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
      const response = await fetch(`${town.url}/2010-04-01/Accounts/${ACCOUNT}${path}`, {
        headers: { authorization },
        ...options,
      });
      return { status: response.status, body: (await response.json()) as { sid: string; recordings?: object[] } };
    };
    const check = (answer: { status: number; body: unknown }, path: string, method: string) =>
      expect(faults(answer.body, answerOf(operation(path, method), answer.status), method)).toEqual([]);

    it('with calls of its shape, at each stage', async () => {
      const twiml = '<Response><Gather timeout="60"/></Response>';
      const placed = await ask('/Calls.json', {
        To: RESIDENT,
        From: HOTLINE,
        Twiml: twiml,
        MachineDetection: 'Enable',
      });
      expect(placed.status).toBe(201);
      check(placed, '/Calls.json', 'post');
      const path = `/Calls/${placed.body.sid}.json`;
      await town.stay(() => town.call().status === 'ringing');
      check(await ask(path), '/Calls/{Sid}.json', 'get');
      town.network.answer(RESIDENT);
      await town.stay(() => town.call().listening);
      check(await ask(path), '/Calls/{Sid}.json', 'get');
      check(await ask(path, { Status: 'completed' }), '/Calls/{Sid}.json', 'post');
      check(await ask('/Calls.json'), '/Calls.json', 'get');
    });

    it('with messages of its shape, delivered or not', async () => {
      const sent = await ask('/Messages.json', { To: RESIDENT, From: HOTLINE, Body: '您好' });
      check(sent, '/Messages.json', 'post');
      town.network.configure(RESIDENT, { sms: 'undelivered' });
      const lost = await ask('/Messages.json', { To: RESIDENT, From: HOTLINE, Body: '您好' });
      await town.until(() => town.network.messages().every(({ status }) => status !== 'queued' && status !== 'sent'));
      check(await ask(`/Messages/${lost.body.sid}.json`), '/Messages/{Sid}.json', 'get');
      check(await ask('/Messages.json'), '/Messages.json', 'get');
    });

    it('with recordings of its shape', async () => {
      town.onCall('<Response><Record action="/service/done"/></Response>');
      town.network.dial(RESIDENT, HOTLINE);
      await town.stay(() => town.call().listening?.recording);
      town.network.speak(RESIDENT, '漏水');
      town.network.hangUp(RESIDENT);
      const { sid, callSid } = town.network.recordings()[0] as { sid: string; callSid: string };
      check(await ask(`/Recordings/${sid}.json`), '/Recordings/{Sid}.json', 'get');
      check(await ask('/Recordings.json'), '/Recordings.json', 'get');
      expect((await ask(`/Calls/${callSid}/Recordings.json`)).body.recordings).toHaveLength(1);
    });
  });
});
