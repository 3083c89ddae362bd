import { z } from 'zod';
import { ACTIONS } from '../../../src/domain/lifecycle.js';
import { openApi } from '../../../src/http/openapi.js';
import { routeTable } from '../../../src/http/routes/index.js';

const routes = routeTable({ simulators: true });
const document = openApi(routes);
// As clients get it.
const sent = JSON.parse(JSON.stringify(document));

const operations = Object.entries(sent.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  security: object[];
}

/** Every object anywhere in the document. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

const follow = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], sent);

describe('the OpenAPI document', () => {
  it('describes every route, and nothing else', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(
      routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).toSorted(),
    );
    expect(new Set(described).size).toBe(described.length);
  });

  it('gives every operation a name of its own, and a summary', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const { summary } of routes) expect(summary.length).toBeGreaterThan(3);
  });

  it('has a path for every action of a ticket, with its input', () => {
    for (const action of ACTIONS) {
      const operation = sent.paths[`/api/v1/tickets/{id}/actions/${action}`].post as Operation;
      expect(operation.requestBody?.content['application/json']?.schema).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '403', '404', '409', '422']));
    }
  });

  it('declares exactly the parameters that are in the path', () => {
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required }) => required === true)).toBe(true);
    }
  });

  it('points only to components that are there', () => {
    const refs = [...objectsIn(sent)].flatMap(({ $ref }) => (typeof $ref === 'string' ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(10);
    for (const ref of refs) expect([ref, typeof follow(ref)]).toEqual([ref, 'object']);
  });

  it('holds only schemas that a JSON Schema reader understands', () => {
    const schemas = [...objectsIn(sent)].flatMap(({ schema }) =>
      schema && typeof schema === 'object' ? [schema] : [],
    );
    expect(schemas.length).toBeGreaterThan(50);
    for (const schema of schemas) {
      const whole = { ...schema, $defs: sent.components.schemas };
      const local = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'));
      expect(() => z.fromJSONSchema(local)).not.toThrow();
    }
  });

  it('writes moments as date-time, in and out', () => {
    const { properties } = sent.components.schemas.Ticket;
    expect(properties.createdAt).toEqual({ type: 'string', format: 'date-time' });
    const reschedule =
      sent.paths['/api/v1/tickets/{id}/actions/reschedule'].post.requestBody.content['application/json'].schema;
    expect(reschedule.properties.visitTime.properties.from).toEqual({ type: 'string', format: 'date-time' });
  });

  it('asks for a login wherever the table does', () => {
    const open = operations.filter(({ operation }) => operation.security.length === 0).map(({ path }) => path);
    expect(open.toSorted()).toEqual(
      [
        '/api/v1/login',
        '/healthz',
        '/readyz',
        '/simulators/clock',
        '/simulators/clock',
        '/simulators/people',
      ].toSorted(),
    );
  });

  it('describes errors as problem+json', () => {
    for (const { operation } of operations) {
      const errors = Object.entries(operation.responses).filter(([status]) => Number(status) >= 400);
      expect(errors.length).toBeGreaterThan(0);
      for (const [, { content }] of errors) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
    }
  });
});
