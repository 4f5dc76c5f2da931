import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

let server: TestServer;
let auditor: Caller;
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny' });
  auditor = await server.as('auditor');
});
afterAll(() => server.stop());

/** Takes the writers' turn until it is let go. */
function takeTurn(): { readonly letGo: () => void; readonly ended: Promise<void> } {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { letGo, ended: server.host.write(() => held) };
}

interface Told {
  readonly state: string;
  readonly stage: string | null;
  readonly result: unknown;
}

/** Follows a job: each state as it comes, until the server says no more. */
async function* follow(caller: Caller, id: string, signal?: AbortSignal): AsyncGenerator<Told> {
  const response = await fetch(`${server.url}/api/jobs/${id}/events`, {
    headers: { cookie: caller.cookie },
    signal: signal ?? null,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (data !== undefined) yield JSON.parse(data) as Told;
    }
  }
}

async function begin(caller: Caller): Promise<string> {
  const { status, body } = await caller.call('post /api/verify');
  expect(status).toBe(202);
  return body.id;
}

describe('a job, told as it happens', () => {
  it('begins with how it stands and ends with what came out', async () => {
    const turn = takeTurn();
    const id = await begin(auditor);
    const states: string[] = [];
    const stages = new Set<string>();
    let result: unknown = null;
    for await (const job of follow(auditor, id)) {
      states.push(job.state);
      if (job.stage) stages.add(job.stage);
      if (states.length === 1) turn.letGo();
      result = job.result;
    }
    expect(states[0]).toBe('waiting');
    expect(states.at(-1)).toBe('done');
    expect(new Set(states.slice(1, -1))).toEqual(new Set(['working']));
    expect(stages.has('verify-raw')).toBe(true);
    expect(result).toMatchObject({ sound: true });
  });

  it('misses nothing when the line is cut and taken up again, also after the end', async () => {
    const turn = takeTurn();
    const id = await begin(auditor);
    const cut = new AbortController();
    const first: string[] = [];
    await expect(async () => {
      for await (const job of follow(auditor, id, cut.signal)) {
        first.push(job.state);
        cut.abort();
      }
    }).rejects.toThrow(/abort/i);
    expect(first).toEqual(['waiting']);
    turn.letGo();
    const again: string[] = [];
    for await (const job of follow(auditor, id)) again.push(job.state);
    expect(again.at(-1)).toBe('done');
    const after: string[] = [];
    for await (const job of follow(auditor, id)) after.push(job.state);
    expect(after).toEqual(['done']);
  });

  it('is told no more, within two seconds, to somebody whose session ended', async () => {
    const other = await server.as('auditor');
    const turn = takeTurn();
    const id = await begin(other);
    const stream = follow(other, id);
    expect((await stream.next()).value.state).toBe('waiting');
    const left = performance.now();
    await other.call('post /api/sign-out');
    expect((await stream.next()).done).toBe(true);
    expect(performance.now() - left).toBeLessThan(2_000);
    turn.letGo();
    await turn.ended;
  });

  it('is begun by one person so many times at once, and no more', async () => {
    const analyst = await server.as('analyst');
    const turn = takeTurn();
    const undo = () => analyst.call('post /api/imports/none/undo', { body: { reason: 'prueba' } });
    const begun = await Promise.all(Array.from({ length: 14 }, undo));
    const refused = begun.filter(({ status }) => status === 503);
    expect(begun.filter(({ status }) => status === 202)).toHaveLength(10);
    expect(refused.map(({ body }) => body.refused.code)).toEqual(Array(4).fill('server-busy'));
    expect(refused[0]?.response.headers.get('retry-after')).toBe('2');
    turn.letGo();
    await server.host.settle();
    expect((await undo()).status).toBe(202);
  });
});
