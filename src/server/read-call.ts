import { z } from 'zod';
import type { Route } from '../contract/index.ts';
import { Refusal } from '../kernel/index.ts';
import type { Context } from './caller.ts';
import { readBody } from './read-body.ts';

/** Largest body that is not a file, of those who signed in and of anybody. */
const BODY_BYTES = 2 * 1024 * 1024;
const PUBLIC_BYTES = 64 * 1024;
const BODY_MS = 20_000;
/** Lists within lists that a body may have. */
const DEPTH = 40;

function check(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return {};
  if (!isPlain(value)) throw new Refusal('request-unreadable', { detail: 'JSON' });
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  throw new Refusal('request-unreadable', {
    detail: describe(schema, value, z.locales.en()),
    detail_es: describe(schema, value, z.locales.es()),
  });
}

/** The first thing wrong, with its place, in the words of a language. */
function describe(
  schema: z.ZodType,
  value: unknown,
  { localeError }: ReturnType<typeof z.locales.es>,
): string {
  const [issue] = schema.safeParse(value, { error: localeError }).error?.issues ?? [];
  const place = issue?.path.join('.') ?? '';
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? ''}`;
}

/**
 * Whether a value is plain all the way: not too deep, no key that changes what an object is, and
 * nothing with the sign that ends a text in other languages.
 */
function isPlain(value: unknown): boolean {
  const left: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    if (typeof next.value === 'string' && next.value.includes('\0')) return false;
    if (next.value === null || typeof next.value !== 'object') continue;
    if (next.depth === DEPTH || Object.hasOwn(next.value, '__proto__')) return false;
    for (const [name, inner] of Object.entries(next.value)) {
      if (name.includes('\0')) return false;
      left.push({ value: inner, depth: next.depth + 1 });
    }
  }
  return true;
}

/** The JSON of a body; undefined where there is none. */
export async function readJson(context: Context, most: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBody(context, { bytes: most, ms: BODY_MS, pause_ms: BODY_MS }))
    chunks.push(chunk);
  if (chunks.length === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new Refusal('request-unreadable', { detail: 'JSON' });
  }
}

/** Reads what a call brings by its route; refuses what its schemas do not take. */
export async function readCall(
  context: Context,
  { params, query, body, may }: Route,
): Promise<{ readonly params: unknown; readonly query: unknown; readonly body: unknown }> {
  return {
    params: check(params, context.req.param()),
    query: check(query, context.req.query()),
    body:
      body === undefined || body === 'file'
        ? undefined
        : check(body, await readJson(context, may === 'public' ? PUBLIC_BYTES : BODY_BYTES)),
  };
}
