import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Route, ROUTES } from '../../src/contract/index.ts';
import { PERMISSIONS, type Role, ROLES } from '../../src/kernel/index.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';
import { type Schema, toArbitrary } from './to-arbitrary.ts';

const LONG = process.env['CIRCUITO_LONG'] === '1';
const REQUESTS = Number(process.env['CIRCUITO_REQUESTS'] ?? (LONG ? 200_000 : 1_500));
/** A failure tells its seed: with it the same requests are sent again. */
const SEED = Number(process.env['CIRCUITO_SEED'] ?? (LONG ? Date.now() % 1_000_000 : 7));
const AT_ONCE = 8;
/** Requests to one server: they change what it has until little is left to ask for. */
const SLICE = 4_000;
const MOST_TOLD = 20;

interface Sent {
  readonly role: Role | null;
  readonly key: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Of a route that takes one: what is in it. */
  readonly file: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the invented institution has, by the name it goes under on the wire, so that requests get past the first door. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  period: ['2011-06', '2011-05', '2011-Q2', '2011', '2011-06-15', '2011-W24', '2011-05..2011-06'],
  month: ['2011-06', '2011-05'],
  date: ['2011-06-15', '2011-12-25'],
  from: ['2011-06-01', 'norte', 'Ana Mora', '0'],
  to: ['2011-06-30', 'sur'],
  until: ['2027-06-30', '2011-06-30'],
  as_of: ['2011-06-15', '2011-06-30T16:00'],
  unit: ['norte', 'sur'],
  units: ['norte', 'sur'],
  person: ['Ana Mora', 'p1', 'p4'],
  dataset: ['requests', 'units', 'staff', 'absences', 'complaints', 'productividad', 'cards'],
  column: ['service', 'unit', 'status', 'channel', 'person', 'handling_min'],
  by: ['unit', 'person', 'month', 'channel', 'service', 'hour', 'nothing'],
  of: ['unit', 'person', 'client', 'channel', 'reason'],
  filters: ['unit:norte', 'person:Ana%20Mora', 'channel:x|unit:sur', 'client:1'],
  indicator: ['plazo-debito-automatico', 'productividad-ejecutivo', 'efectividad-activacion'],
  process: ['debito-automatico', 'tarjetas-de-credito'],
  processes: ['debito-automatico'],
  calendar: ['ecuador-regular', 'ecuador-especial'],
  q: ['plazo', 'norte', 'ana', 'requests', '1'],
  find: ['1', 'R'],
  state: ['all', 'counted'],
  n: ['1', '20'],
  size: ['1', '50'],
  seq: ['1', '3'],
  row: ['1', '2'],
  name: ['Plazo de prueba', 'carga'],
  login: ['demo-analyst', 'nueva'],
  subject: ['inicio', 'plazo-debito-automatico'],
  example: ['plazo-de-cobertura', 'tasa-de-ausentismo'],
};
/** Of a blank `{id}`, by what its path is about. */
const IDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/indicators/, NAMES['indicator'] ?? []],
  [/people/, ['p1', 'p2', 'p4', 'p7', 'p99']],
  [/datasets|corrections/, NAMES['dataset'] ?? []],
  [/examples/, NAMES['example'] ?? []],
  [/findings|proposals|exceptions/, ['1', '2', '3']],
];
const FILES = [
  '',
  'Agencia;Zona\nnorte;sierra\noeste;costa\n',
  'Agencia;Zona\n"norte;sierra\n',
  'PK\u0003\u0004 no es una hoja de calculo',
  '\u0000\u0000\u0000',
  `a;b\n${'x'.repeat(70_000)};1\n`,
  `${'c;'.repeat(3_000)}\n1\n`,
  '=1+1;@SUM(A1)\n4111111111111111;x\n',
  '[{"unit":"norte"}]',
];
const routes = ROUTES as unknown as Readonly<Record<string, Route>>;
/** They take the caller's own session away, or work for a second or more. */
const RARE =
  /sign-out|demo\/role|pdf$|post \/api\/backups|verify$|adopt$|holidays|report\/check|authoring\/indicators$/;

const toSchema = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
const toText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function toRequests(imports: readonly string[]): fc.Arbitrary<Sent> {
  const one = (key: string): fc.Arbitrary<Sent> => {
    const { params, query, body, may } = routes[key]!;
    const ids = [...imports, ...(IDS.find(([path]) => path.test(key))?.[1] ?? [])];
    const known = (name: string) => (name === 'id' ? ids : (NAMES[name] ?? []));
    const part = (schema: z.ZodType | undefined) =>
      (schema ? toArbitrary(toSchema(schema), known) : fc.constant({})) as fc.Arbitrary<
        Record<string, unknown>
      >;
    const open = may === 'public' || may === 'signed-in';
    const allowed = open ? ROLES : (Object.keys(PERMISSIONS[may]) as Role[]);
    return fc.record({
      role: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom<Role | null>(...allowed) },
        { weight: 1, arbitrary: fc.constantFrom<Role | null>(...ROLES, null) },
      ),
      key: fc.constant(key),
      params: part(params),
      query: part(query),
      body: body === undefined || body === 'file' ? fc.constant(undefined) : part(body),
      file: body === 'file' ? fc.constantFrom(...FILES) : fc.constant(null),
      headers: fc.oneof(
        { weight: 20, arbitrary: fc.constant({}) },
        fc.constantFrom<Record<string, string>>(
          { authorization: 'Bearer x' },
          { 'x-http-method-override': 'DELETE' },
          { 'x-circuito-language': 'xx' },
          { cookie: '__proto__=1; circuito=;;' },
          { 'content-type': 'text/plain' },
        ),
      ),
    });
  };
  const keys = Object.keys(routes).filter((key) => routes[key]!.response !== 'events');
  return fc.oneof(...keys.map((key) => ({ weight: RARE.test(key) ? 1 : 12, arbitrary: one(key) })));
}

/** The address of a request: what a blank holds goes in encoded, a list repeats its name. */
function toAddress({ key, params, query }: Sent): `get /${string}` {
  const values = params !== null && typeof params === 'object' ? params : {};
  const path = key.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(toText(values[name] ?? 'x').toWellFormed() || 'x'),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) for (const part of [value].flat()) search.append(name, toText(part));
  return (search.size === 0 ? path : `${path}?${search}`) as `get /${string}`;
}

/** What no answer may show: where the program lies, or how it is made. */
const INSIDE =
  /\bat \S+ \(|node_modules|\.ts:\d+|SQLITE_|ENOENT|TypeError|RangeError|Binder Error|Parser Error/;
const refusal = z.object({
  refused: z.object({
    code: z.string().regex(/^[a-z0-9-]+$/),
    params: z.record(z.string(), z.unknown()),
    sentence: z.string().min(5),
  }),
});

/** A server with the sessions taken on it, and the jobs begun. */
interface Field {
  readonly server: TestServer;
  readonly callers: Map<Role | null, Caller>;
  readonly jobs: { readonly caller: Caller; readonly id: string }[];
}

/** Somebody in that role; where the requests have shut them out, nobody. */
async function getCaller({ server, callers }: Field, role: Role | null): Promise<Caller> {
  const known = callers.get(role) ?? (await server.as(role).catch(() => server.as(null)));
  callers.set(role, known);
  return known;
}

/** What is wrong with the answer to a request; null when nothing is. */
async function findWrong(field: Field, sent: Sent): Promise<string | null> {
  const caller = await getCaller(field, sent.role);
  const address = toAddress(sent);
  const given = {
    headers: sent.headers,
    ...(sent.body !== undefined && { body: sent.body }),
    ...(sent.file !== null && { file: new TextEncoder().encode(sent.file), name: 'requests junio.csv' }),
  };
  let status = 0;
  let text = '';
  try {
    const answer = await caller.call(address, given);
    status = answer.status;
    if (status === 401) field.callers.delete(sent.role);
    const type = answer.response.headers.get('content-type') ?? '';
    text = type.includes('json') ? JSON.stringify(answer.body) : '';
    if (!type.includes('json')) await answer.response.arrayBuffer();
    if (status === 202) field.jobs.push({ caller, id: answer.body.id });
    if (answer.body?.refused?.code === 'server-busy') return null;
  } catch (error) {
    return `${(error as Error).message} ${(error as { cause?: Error }).cause?.message ?? ''}`;
  }
  if (status >= 500) return `status ${status}: ${text}`;
  if (INSIDE.test(text.replaceAll(/"sql":"(?:[^"\\]|\\.)*"/g, '')))
    return `shows its inside: ${text.slice(0, 400)}`;
  if (status >= 400 && !refusal.safeParse(JSON.parse(text)).success)
    return `no refusal: ${text.slice(0, 400)}`;
  return null;
}

/** Sends so many requests to a server of their own, and tells what was wrong. */
async function fuzz(count: number, seed: number): Promise<string[]> {
  const server = await startTestServer({ world: 'tiny' });
  const field: Field = { server, callers: new Map(), jobs: [] };
  const wrong: string[] = [];
  const { ledger } = server.host.current();
  const imports = ledger.listImports().map(({ id }) => id);
  const requests = fc.sample(toRequests(imports), { numRuns: count, seed });
  const worker = async (): Promise<void> => {
    for (let sent = requests.pop(); sent && wrong.length < MOST_TOLD; sent = requests.pop()) {
      const found = await findWrong(field, sent);
      if (found !== null)
        wrong.push(`seed ${seed}, ${sent.role} ${sent.key}: ${found}\n${fc.stringify(sent)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    await server.host.settle();
    for (const { caller, id } of field.jobs) {
      const { body } = await caller.call(`get /api/jobs/${id}`);
      if (body.state === 'failed') wrong.push(`seed ${seed}: a job failed`);
    }
    return [...wrong, ...server.failures];
  } finally {
    await server.stop();
  }
}

describe('any request', () => {
  it(
    `of ${REQUESTS}, valid or not and from whomever, is answered by its schema or refused in words`,
    async () => {
      for (let from = 0; from < REQUESTS; from += SLICE)
        expect(await fuzz(Math.min(SLICE, REQUESTS - from), SEED + from)).toEqual([]);
    },
    60_000 + REQUESTS * 60,
  );
});
