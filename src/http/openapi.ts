import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { PROBLEMS, type ProblemCode, problemSchema } from './problem.js';
import { idempotencyKey } from './read-input.js';
import type { Route } from './route.js';

export type OpenApiDocument = ReturnType<typeof createDocument>;

/** Dates travel as ISO 8601. */
const datesAsText = ({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: Record<string, unknown>;
}) => {
  if (zodSchema._zod.def.type !== 'date') return;
  jsonSchema.type = 'string';
  jsonSchema.format = 'date-time';
};

/** OpenAPI 3.1 of the route table. */
export function openApi(routes: readonly Route[]): OpenApiDocument {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: '上门 Shangmen API',
        version: '1.0.0',
        description:
          '物业服务单接口。错误均为 application/problem+json。\n\nService tickets of property companies. Errors are application/problem+json.',
      },
      // Relative: right by whichever name the service is reached.
      servers: [{ url: '/' }],
      paths,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'shangmen_session' },
        },
      },
    },
    { override: datesAsText },
  );
}

function operation(route: Route): ZodOpenApiOperationObject {
  const header = z.object({ 'Idempotency-Key': idempotencyKey.optional() });
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    security: route.access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
    requestParams: {
      ...(route.params && { path: route.params }),
      ...(route.query && { query: route.query }),
      ...(route.isIdempotent && { header }),
    },
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
    }),
    responses: responses(route),
  };
}

function responses(route: Route): ZodOpenApiResponsesObject {
  const found: ZodOpenApiResponsesObject = { [String(route.status ?? 200)]: success(route) };
  const statuses = new Map<number, string>();
  for (const code of problemsOf(route)) {
    const [status, , title] = PROBLEMS[code];
    statuses.set(status, [statuses.get(status), title].filter(Boolean).join('; '));
  }
  for (const [status, description] of statuses) {
    found[`${status}` as '400'] = { description, content: { 'application/problem+json': { schema: problemSchema } } };
  }
  return found;
}

function success({ answer, status, summary }: Route): ZodOpenApiResponsesObject['200'] & object {
  if (status === 204) return { description: summary };
  if (answer) return { description: summary, content: { 'application/json': { schema: answer } } };
  return { description: summary, content: { '*/*': { schema: z.string().meta({ format: 'binary' }) } } };
}

/** What may go wrong, from what the route takes and from who may call it. */
const problemsOf = (route: Route): ReadonlySet<ProblemCode> =>
  new Set<ProblemCode>([
    ...(route.method === 'get'
      ? []
      : (['malformed_request', 'too_large', 'unsupported_type', 'foreign_origin'] as const)),
    ...(route.query ? (['invalid_query'] as const) : []),
    ...(route.access === 'public' ? [] : (['not_logged_in', 'not_permitted'] as const)),
    ...(route.params ? (['not_found'] as const) : []),
    ...(route.method === 'get' ? [] : (['invalid_input'] as const)),
    ...(route.problems ?? []),
    'internal',
  ]);
