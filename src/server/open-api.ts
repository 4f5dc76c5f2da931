import { z } from 'zod';
import { job, type Route, ROUTES } from '../contract/index.ts';
import { STATUS_TABLE } from './status.ts';

function toSchema(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return rest;
}

function toParameters(place: 'path' | 'query', schema: z.ZodObject | undefined): unknown[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: toSchema(field as z.ZodType, 'input'),
  }));
}

function toContent(response: Route['response'], mode: Route['mode']): unknown {
  if (response === 'file')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  if (response === 'events') return { 'text/event-stream': { schema: { type: 'string' } } };
  return {
    'application/json': {
      schema: mode === 'job' ? { $ref: '#/components/schemas/Job' } : toSchema(response, 'output'),
    },
  };
}

function toOperation(route: Route): unknown {
  const { params, query, body, response, mode } = route;
  return {
    summary: route.about.es,
    description: `${route.about.en}\n\nMay: ${route.may}. Mode: ${mode}.`,
    parameters: [...toParameters('path', params), ...toParameters('query', query)],
    ...(body !== undefined && {
      requestBody: {
        required: true,
        content:
          body === 'file'
            ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
            : { 'application/json': { schema: toSchema(body, 'input') } },
      },
    }),
    responses: {
      [mode === 'job' ? '202' : '200']: {
        description: mode === 'job' ? 'Job' : 'Done',
        content: toContent(response, mode),
      },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
      },
    },
    security: route.may === 'public' ? [] : [{ session: [] }, { token: [] }],
  };
}

/** The wire described as OpenAPI 3.1, made from the same routes that answer. */
export function toOpenApi(version: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, route] of Object.entries(ROUTES) as [string, Route][]) {
    const [method, path] = key.split(' ') as [string, string];
    paths[path] = { ...paths[path], [method]: toOperation(route) };
  }
  const codes = [...new Set(Object.values(STATUS_TABLE))].sort((a, b) => a - b);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Circuito',
      version,
      description: `A refusal carries a closed code. Those not of status 422: ${codes.join(', ')}.`,
    },
    paths,
    components: {
      schemas: {
        Job: toSchema(job, 'output'),
        Refused: {
          type: 'object',
          required: ['refused'],
          properties: {
            refused: {
              type: 'object',
              required: ['code', 'params', 'sentence'],
              properties: {
                code: { type: 'string' },
                params: { type: 'object' },
                sentence: { type: 'string' },
                problems: { type: 'array', items: { type: 'object' } },
              },
            },
          },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-circuito' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}
