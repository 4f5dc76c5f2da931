import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteFacts, WORKED } from '../../src/facts/index.ts';
import {
  type Institution,
  measureFigures,
  openInstitution,
  projectCases,
  rebuildFacts,
  syncFacts,
  toRememberer,
  totalFacts,
  undoImport,
  verifyInstitution,
  viewSheet,
} from '../../src/usecases/index.ts';
import { EVERYTHING } from '../../src/kernel/index.ts';
import { bring } from '../journeys/open-world.ts';
import { changeCase, type HandClock, openCase } from '../journeys/work-cases.ts';

let root = '';
let institution: Institution;
const clock: HandClock = { now: '2011-06-01T13:00:00Z' };

async function open(): Promise<Institution> {
  const opened = await openInstitution(join(root, 'data'), {
    clock: () => clock.now,
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(opened);
  return opened;
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'circuito-case-facts-'));
  institution = await open();
});
afterEach(async () => {
  institution.close();
  await rm(root, { recursive: true, force: true });
});

/** The rows in force, in words: key, status, closing, whether worked. */
async function readRows(): Promise<readonly string[]> {
  const rows = await institution.facts.duck.rows(
    `select request_id || ' ' || status || ' ' || coalesce(strftime(closed_at, '%d %H:%M'), '-') || case when _import = ${WORKED} then ' worked' else ' file' end as row from requests order by 1`,
  );
  return rows.map(({ row }) => String(row));
}

async function bringRequests(name: string, lines: readonly string[]) {
  const path = join(root, `${name}.csv`);
  await writeFile(path, ['request_id,process,unit,opened_at,closed_at,status', ...lines, ''].join('\n'));
  return bring(institution, 'requests', path);
}

const closed = (at: string) => ({ state: 'cerrado', stopped_at: at, final: true });

/** Two cases, one of them closed; a third that has the core's number. */
function workThree(): void {
  openCase(institution, clock, '2011-06-01T13:00:00Z');
  const second = openCase(institution, clock, '2011-06-01T14:00:00Z');
  changeCase(institution, clock, '2011-06-02T13:30:00Z', second, closed('2011-06-02T13:30:00Z'));
  openCase(institution, clock, '2011-06-01T15:00:00Z', { core_number: 'C-9' });
}

describe('worked cases reach the facts exactly once', () => {
  test('each in place of its former row, nothing where nothing changed', async () => {
    workThree();
    expect(await projectCases(institution)).toBe(3);
    const before = await readRows();
    expect(before).toEqual([
      'C-9 abierto - worked',
      'T-2011-000001 abierto - worked',
      'T-2011-000002 cerrado 02 13:30 worked',
    ]);
    expect(await projectCases(institution)).toBe(0);
    // Reopened, then named by the core: one row still, under its new key.
    changeCase(institution, clock, '2011-06-03T13:00:00Z', 'T-2011-000002', {
      state: 'registrado',
      stopped_at: null,
      final: false,
    });
    changeCase(institution, clock, '2011-06-03T13:01:00Z', 'T-2011-000002', { core_number: 'C-10' });
    expect(await projectCases(institution)).toBe(1);
    expect(await readRows()).toEqual([
      'C-10 abierto - worked',
      'C-9 abierto - worked',
      'T-2011-000001 abierto - worked',
    ]);
  });

  test('a row of the core with the same number is the same fact: closed beats open, else the worked one', async () => {
    workThree();
    await projectCases(institution);
    await bringRequests('open', ['C-9,debito-automatico,Quito Norte,2011-06-01 10:00,,abierto']);
    expect((await readRows())[0]).toBe('C-9 abierto - worked');
    const { record } = await bringRequests('closed', [
      'C-9,debito-automatico,Quito Norte,2011-06-01 10:00,2011-06-02 09:00,cerrado',
    ]);
    expect((await readRows())[0]).toBe('C-9 cerrado 02 14:00 file');
    changeCase(institution, clock, '2011-06-02T16:00:00Z', 'T-2011-000003', closed('2011-06-02T16:00:00Z'));
    await projectCases(institution);
    expect((await readRows())[0]).toBe('C-9 cerrado 02 16:00 worked');
    // The core's number was a mistake: both facts stand.
    changeCase(institution, clock, '2011-06-02T17:00:00Z', 'T-2011-000003', { core_number: null });
    await projectCases(institution);
    expect(await readRows()).toContain('C-9 cerrado 02 14:00 file');
    expect(await readRows()).toContain('T-2011-000003 cerrado 02 16:00 worked');
    await undoImport(institution, record!.id, 'prueba');
    expect(await readRows()).toContain('C-9 abierto - file');
    const { facts } = await verifyInstitution(institution);
    expect(facts.filter(({ same }) => !same)).toEqual([]);
  });

  test('what the ledger has and the facts lack is read at the next start, also by a deleted projection', async () => {
    await bringRequests('first', [
      'C-9,debito-automatico,Quito Norte,2011-06-01 10:00,2011-06-02 09:00,cerrado',
    ]);
    workThree();
    // The program ends between the ledger and the facts.
    institution.close();
    institution = await open();
    const rows = await readRows();
    expect(rows).toEqual([
      'C-9 cerrado 02 14:00 file',
      'T-2011-000001 abierto - worked',
      'T-2011-000002 cerrado 02 13:30 worked',
    ]);
    institution.close();
    await deleteFacts(join(root, 'data'));
    institution = await open();
    expect(await readRows()).toEqual(rows);
    ({ institution } = await rebuildFacts(institution));
    expect(await readRows()).toEqual(rows);
    const report = await verifyInstitution(institution);
    expect(report.facts.find(({ dataset }) => dataset === 'requests')).toMatchObject({ rows: 4, same: true });
  });

  test('a step that fails half way leaves the facts as they were', async () => {
    workThree();
    await projectCases(institution);
    const before = await readRows();
    const mark = institution.facts.worked();
    changeCase(institution, clock, '2011-06-02T16:00:00Z', 'T-2011-000001', closed('2011-06-02T16:00:00Z'));
    await expect(
      institution.facts.putWorked('{}', async () => {
        await institution.facts.duck.run(`delete from requests_rows where _import = ${WORKED}`);
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    expect([await readRows(), institution.facts.worked()]).toEqual([before, mark]);
    expect(await projectCases(institution)).toBe(1);
    expect(await readRows()).toContain('T-2011-000001 cerrado 02 16:00 worked');
  });

  test('a row changed behind the program is found; control totals tell worked cases apart', async () => {
    workThree();
    await bringRequests('first', [
      'A-1,debito-automatico,Quito Norte,2011-06-01 10:00,2011-06-02 09:00,cerrado',
    ]);
    await projectCases(institution);
    const [totals] = await totalFacts(institution, { period: '2011-06', unit: null, scope: EVERYTHING });
    expect(totals).toMatchObject({ rows: 4, imports: [{ import: 'casos', rows: 3 }, { rows: 1 }] });
    await institution.facts.duck.run(
      `update requests_rows set status = 'anulado' where request_id = 'T-2011-000001'`,
    );
    const { problems } = await verifyInstitution(institution);
    expect(problems.map(({ code }) => code)).toContain('facts-differ');
  });

  test('a case worked long after the last file changes no figure of what the file left open', async () => {
    await bringRequests('first', [
      'A-1,debito-automatico,Quito Norte,2011-06-01 10:00,2011-06-02 09:00,cerrado',
      'A-2,debito-automatico,Quito Norte,2011-06-01 18:00,,abierto',
    ]);
    const read = async () => {
      const input = { period: '2011-06', indicators: ['plazo-debito-automatico'], by: [], as_of: null };
      const { figures } = await measureFigures(institution, input);
      return figures.map(({ n, open, value }) => ({ n, open, value }));
    };
    const before = await read();
    expect(before[0]).toMatchObject({ n: 1, open: { count: 1, past_limit: 0 } });
    const late = openCase(institution, clock, '2011-09-05T13:00:00Z');
    await projectCases(institution);
    expect(await read()).toEqual(before);
    // Cases are looked at from the latest of them: the one of September is late once another is opened days after.
    openCase(institution, clock, '2011-09-08T13:00:00Z');
    await projectCases(institution);
    expect(await read()).toEqual(before);
    const { figures } = await measureFigures(institution, {
      period: '2011-09',
      indicators: ['plazo-debito-automatico'],
      by: [],
      as_of: null,
    });
    expect(figures[0]).toMatchObject({ open: { count: 2, past_limit: 1 } });
    // What a month is known until is told by what it holds.
    const knownUntil = async (period: string) => {
      const input = { period, indicators: ['plazo-debito-automatico'], by: [], as_of: null };
      return (await measureFigures(institution, input)).as_of;
    };
    expect(await knownUntil('2011-06')).toMatch(/^2011-06-02/);
    expect(await knownUntil('2011-09')).toMatch(/^2011-09-08/);
    expect(await knownUntil('2011-06..2011-09')).toMatch(/^2011-06-02/);
    expect(late).toBe('T-2011-000001');
  });

  test('a wait for the client counts where the sheet measures it, is told, and a sheet may take it out', async () => {
    const folder = join(root, 'data', 'packs', 'propio', 'indicators');
    await mkdir(folder, { recursive: true });
    const shipped = await readFile(
      'packs/tarjetas-de-credito/indicators/plazo-debito-automatico.yaml',
      'utf8',
    );
    const own = shipped
      .replaceAll('plazo-debito-automatico', 'plazo-sin-esperas')
      .replace('code: TC-07', 'code: MIO-1')
      .replace(
        'measure: elapsed(opened_at, closed_at)',
        'measure: elapsed(opened_at, closed_at) - waiting_min',
      )
      .replace(
        'population: debitos-automaticos',
        'population: {name: {es: Débitos, en: Debits}, dataset: requests, where: "process = \'debito-automatico\'"}',
      );
    await writeFile(join(folder, 'plazo-sin-esperas.yaml'), own);
    institution.close();
    institution = await open();
    const number = openCase(institution, clock, '2011-06-01T13:00:00Z');
    changeCase(institution, clock, '2011-06-03T13:00:00Z', number, {
      pauses: [{ from: '2011-06-01T14:00:00Z', to: '2011-06-03T00:00:00Z' }],
      ...closed('2011-06-03T13:00:00Z'),
    });
    await projectCases(institution);
    const view = (indicator: string) =>
      viewSheet(institution, {
        indicator,
        period: '2011-06',
        as_of: null,
        filters: [],
        scope: EVERYTHING,
        language: 'es',
      });
    const [with_, without] = [await view('plazo-debito-automatico'), await view('plazo-sin-esperas')];
    expect(with_.measurement?.value).toBeCloseTo(2);
    expect(without.measurement?.value).toBeCloseTo(14 / 24);
    const told = ({ warnings }: typeof with_) => warnings.filter(({ code }) => code === 'waits-counted');
    expect(told(with_)[0]?.text).toMatch(/^1 caso esperó al cliente \(34 h en total\)/);
    expect(told(without)).toEqual([]);
  });

  test('figures of cases are remembered once a day, not at every case', async () => {
    const remember = toRememberer();
    clock.now = '2011-06-01T13:00:00Z';
    await remember(institution);
    const work = async (at: string) => {
      const number = openCase(institution, clock, at);
      changeCase(institution, clock, at, number, closed(at));
      await projectCases(institution);
      return remember(institution);
    };
    expect(await work('2011-06-01T14:00:00Z')).toEqual(['2011-06']);
    expect(await work('2011-06-01T15:00:00Z')).toEqual([]);
    expect(await work('2011-06-01T16:00:00Z')).toEqual([]);
    expect(await work('2011-06-02T14:00:00Z')).toEqual(['2011-06']);
    expect(await remember(institution)).toEqual([]);
    // A server that starts again has nothing new to keep.
    expect(await toRememberer()(institution)).toEqual([]);
  });
});
