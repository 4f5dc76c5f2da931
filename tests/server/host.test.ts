import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FactsDamaged, importFile, type Institution } from '../../src/usecases/index.ts';
import { type Caller, startTestServer, type TestServer } from '../journeys/start-server.ts';

let server: TestServer;
let scratch: string;
let failAt: string | null = null;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'circuito-host-'));
  const step = (name: string): void => {
    if (name === failAt) throw new Error(`stopped at ${name}`);
  };
  server = await startTestServer({ world: 'tiny', step });
});
afterAll(async () => {
  await server.stop();
  await rm(scratch, { recursive: true, force: true });
});

let files = 0;
/** Brings so many new units as a file. */
async function bringUnits(institution: Institution, n: number): Promise<void> {
  files += 1;
  const path = join(scratch, `unidades-${files}.csv`);
  const lines = Array.from({ length: n }, (_, at) => `nueva ${files}-${at};sierra`);
  await writeFile(path, ['Agencia;Zona', ...lines].join('\n'));
  const control = { rows: null, sums: [] };
  const how = { map: null, dates: null, dry_run: false, mask: false, control } as const;
  await importFile(institution, { dataset: 'units', file: path, ...how });
}

const count = async ({ facts }: Institution): Promise<number> => {
  const [row] = await facts.duck.rows('select count(*) as n from units');
  return Number(row?.['n']);
};
const refusedBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe('readers beside a writer', () => {
  it('see what was there, then what came, and nothing between', async () => {
    const { host } = server;
    const before = await host.read(count);
    const version = host.version();
    let over = false;
    const seen: number[] = [];
    const reader = async (): Promise<void> => {
      while (!over) seen.push(await host.read(count));
    };
    const readers = [1, 2, 3, 4, 5, 6].map(reader);
    await host.write((institution) => bringUnits(institution, 500));
    over = true;
    await Promise.all(readers);
    expect(await host.read(count)).toBe(before + 500);
    expect([...new Set(seen)].filter((n) => n !== before && n !== before + 500)).toEqual([]);
    expect(seen[0]).toBe(before);
    expect(host.version()).toBe(version + 1);
  });

  it('wait while everything is opened anew, and none is lost', async () => {
    const { host } = server;
    const rows = await host.read(count);
    const first = host.current();
    const slow = () =>
      host.read(async (institution) => {
        const a = await count(institution);
        await new Promise((resolve) => setTimeout(resolve, 3));
        return a === (await count(institution)) ? a : -1;
      });
    const reads: Promise<number>[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      reads.push(...Array.from({ length: 20 }, slow));
      await host.write(() => host.reload());
    }
    expect([...new Set(await Promise.all(reads))]).toEqual([rows]);
    expect(host.current()).not.toBe(first);
  });

  it('get facts made anew where those there are were damaged, once for all who saw it', async () => {
    const { host } = server;
    const rows = await host.read(count);
    const damaged = host.current().content;
    const contents = new Set();
    const read = () =>
      host.read(async (institution) => {
        contents.add(institution.content);
        if (institution.content === damaged) throw new FactsDamaged('checksum');
        return count(institution);
      });
    expect([...new Set(await Promise.all(Array.from({ length: 8 }, read)))]).toEqual([rows]);
    expect(contents.size).toBe(2);
  });
});

describe('a write that fails', () => {
  it('leaves the next one and the readers as they were', async () => {
    const { host } = server;
    const rows = await host.read(count);
    const version = host.version();
    expect(await refusedBy(host.write(() => Promise.reject(new Error('broken'))))).toBe('broken');
    expect(host.writing()).toBe(false);
    expect(host.version()).toBe(version);
    await host.write((institution) => bringUnits(institution, 1));
    expect(await host.read(count)).toBe(rows + 1);
  });

  it('between the two stores is made whole before anybody reads', async () => {
    const { host } = server;
    const rows = await host.read(count);
    failAt = 'facts-commit';
    const said = await refusedBy(host.write((institution) => bringUnits(institution, 3)));
    failAt = null;
    expect(said).toBe('stopped at facts-commit');
    const imports = host.current().ledger.countImports().last;
    // The ledger has it, so it is kept: whoever reads now reads it too.
    expect(await host.read(count)).toBe(rows + 3);
    await host.write((institution) => bringUnits(institution, 2));
    expect(await host.read(count)).toBe(rows + 5);
    expect(host.current().ledger.countImports().last).toBe(imports + 1);
  });

  it('to make the facts whole refuses every reader, and never shows them halves', async () => {
    const { host, folder } = server;
    const rows = await host.read(count);
    const raw = join(folder, 'raw');
    await rename(raw, `${raw}-away`);
    const reload = host.write(() => host.reload({ anew: true }));
    expect(await refusedBy(reload)).toBe('raw-file-missing');
    expect(await Promise.all([1, 2, 3].map(() => refusedBy(host.read(count))))).toEqual(
      Array(3).fill('raw-file-missing'),
    );
    await rename(`${raw}-away`, raw);
    expect(await Promise.all([1, 2, 3].map(() => host.read(count)))).toEqual(Array(3).fill(rows));
  });
});

describe('what waits its turn', () => {
  it('is asked again who may: a person shut out meanwhile writes nothing', async () => {
    const [administrator, management, analyst] = (await Promise.all(
      (['administrator', 'management', 'analyst'] as const).map((role) => server.as(role)),
    )) as [Caller, Caller, Caller];
    const { body: me } = await analyst.call('get /api/me');
    let release = (): void => undefined;
    const busy = server.host.write(() => new Promise<void>((resolve) => (release = resolve)));
    const agenda = analyst.call('put /api/agenda', { body: { entries: [] } });
    const job = await analyst.call('post /api/imports/x/undo', { body: { reason: 'prueba' } });
    expect([job.status, job.body.state]).toEqual([202, 'waiting']);
    const about = { body: { reason: 'se fue' } };
    const asked = await administrator.call(`post /api/people/${me.person.id}/disable`, about);
    const decision = { body: { decision: 'approved', reason: '' } };
    const { status } = await management.call(`post /api/proposals/${asked.body.proposal}/decide`, decision);
    expect(status).toBe(200);
    release();
    await busy;
    expect((await agenda).body.refused.code).toBe('not-signed-in');
  });
});

describe('stopping', () => {
  it('lets what began end, and refuses what comes', async () => {
    const { host } = server;
    const auditor = await server.as('auditor');
    let ended = false;
    const begun = host.write(async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      ended = true;
    });
    const verify = await auditor.call('post /api/verify');
    expect(verify.status).toBe(202);
    const stopped = server.stop();
    const late = await auditor.call('get /api/me').catch(() => null);
    expect(late === null || late.status === 503).toBe(true);
    await Promise.all([begun, stopped]);
    expect(ended).toBe(true);
    const known = /stopped at|broken|raw-file-missing/;
    expect(server.failures.filter((line) => !known.test(line))).toEqual([]);
    expect(await refusedBy(host.read(count))).toBe('server-stopping');
    expect(await refusedBy(host.write(async () => undefined))).toBe('server-stopping');
  });
});
