import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { type Caller, type Json, startTestServer, type TestServer } from '../journeys/start-server.ts';

const START = Date.parse('2026-07-01T13:00:00.000Z');
const ACTS = 10;
const HOUR_MS = 3_600_000;

let server: TestServer;
let now = START;
let desk: readonly Caller[];
let analyst: Caller;
let keys = 0;

const toKey = (): string => `paseo-${String((keys += 1)).padStart(6, '0')}`;
const iso = (): string => new Date(now).toISOString();

/** Numbers that look random and are the same on every run. */
let seed = 2026;
function random(below: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed % below;
}

/** Something that a field takes. */
function toValue({ type, choices, many }: Json): Json {
  if (type === 'choice') return many ? [choices[0].id] : choices[0].id;
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'money') return 12;
  return type === 'date' ? '2026-07-20' : 'Lo que dijo <b>el cliente</b> & nada más';
}

/** Answers to all that is asked, as far as they lead to more. */
async function fill(fields: readonly Json[], check: (given: Json) => Promise<Json>): Promise<Json> {
  const given: Json = {};
  for (let round = 0; round < 6; round += 1) {
    const { asked } = await check(given);
    const left = fields.filter(
      ({ id, type, required }) => asked.includes(id) && !(id in given) && (type !== 'staff' || required),
    );
    if (left.length === 0) break;
    for (const field of left) given[field.id] = toValue(field);
  }
  return given;
}

beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: iso });
  desk = await Promise.all(
    (['executive', 'technician', 'supervisor', 'analyst'] as const).map((role) => server.as(role)),
  );
  analyst = await server.as('analyst');
}, 60_000);
afterAll(async () => server.stop());

/** Ids of each procedure that a case can be opened by at the desk. */
async function openEach(): Promise<string[]> {
  const caller = desk[0]!;
  const { procedures } = (await caller.call('get /api/cases/procedures')).body;
  const numbers: string[] = [];
  for (const procedure of procedures) {
    const check = async (fields: Json) =>
      (await caller.call('post /api/cases/check', { body: { procedure: procedure.id, fields } })).body;
    const fields = await fill(procedure.fields, check);
    const { bars, wrong, papers } = await check(fields);
    expect([bars, wrong], procedure.id).toEqual([[], []]);
    const body = {
      key: toKey(),
      attendance: null,
      procedure: procedure.id,
      unit: 'norte',
      client: `CL-${numbers.length}`,
      channel: 'ventanilla',
      core_number: null,
      linked_to: numbers[0] ?? null,
      fields,
      papers,
      steps: procedure.steps.map(({ id }: Json) => ({ id, at: iso() })),
    };
    const { status, body: opened } = await caller.call('post /api/cases', { body });
    expect(status, `${procedure.id}: ${JSON.stringify(opened)}`).toBe(200);
    numbers.push(opened.number);
  }
  return numbers;
}

describe('cases of every procedure, worked at random', () => {
  it('go where the procedure leads, and ledger, lists and words agree at the end', async () => {
    const numbers = [...(await openEach()), ...(await openEach())];
    expect(numbers.length).toBeGreaterThanOrEqual(18);
    const done = new Set<string>();
    for (const number of numbers) {
      for (let count = 0; count < ACTS; count += 1) {
        now += random(20) * HOUR_MS * 0.005;
        const views = await Promise.all(desk.map((caller) => caller.call(`get /api/cases/one/${number}`)));
        for (const view of views) expect(view.status, JSON.stringify(view.body)).toBe(200);
        const able = views.flatMap(({ body }, index) =>
          body.acts.map((act: Json) => ({ act, caller: desk[index]!, body })),
        );
        if (able.length === 0) break;
        // What was not done yet goes first, so that a short walk sees most acts.
        const fresh = able.filter(({ act, body }) => !done.has(`${body.procedure.id} ${act.id}`));
        const choices = fresh.length > 0 ? fresh : able;
        const { act, caller, body } = choices[random(choices.length)];
        const path = `post /api/cases/one/${number}/acts` as const;
        const check = async (fields: Json) =>
          (await caller.call(`${path}/check`, { body: { action: act.id, fields } })).body;
        const fields = await fill(act.fields, check);
        const sent = { key: toKey(), action: act.id, seen: body.events.at(-1).id, fields, note: null };
        const acted = await caller.call(path, { body: sent });
        expect(acted.status, `${number} ${act.id}: ${JSON.stringify(acted.body)}`).toBe(200);
        done.add(`${body.procedure.id} ${act.id}`);
        const after = (await caller.call(`get /api/cases/one/${number}`)).body;
        expect(after.state.name).toEqual(act.to ?? body.state.name);
        expect(after.answered_at !== null).toBe(after.state.clock === 'stopped');
        const { at, standing } = after.due;
        expect(at === null, number).toBe(standing === 'waiting' || standing === 'unknown');
        expect(standing !== 'waiting' || after.state.clock === 'waits', number).toBe(true);
        expect(JSON.stringify(after)).not.toMatch(/undefined|\[object|NaN/);
      }
    }
    expect(done.size).toBeGreaterThan(30);
    const { ledger } = server.host.current();
    expect(ledger.verifyChain().findings).toEqual([]);
    const { body } = await analyst.call('get /api/cases?all=1');
    expect(body.of).toBe(numbers.length);
    // Counts kept beside the cases are those that counting again gives.
    const copy = await mkdtemp(join(tmpdir(), 'circuito-walk-'));
    try {
      ledger.snapshot(join(copy, 'data'));
      const again = openLedger(join(copy, 'data'), iso);
      const plain = (groups: readonly unknown[]) => groups.map((group) => JSON.stringify(group)).toSorted();
      expect(plain(ledger.cases.groups())).toEqual(plain(again.cases.groups()));
      again.close();
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
    expect(server.failures).toEqual([]);
  }, 60_000);
});
