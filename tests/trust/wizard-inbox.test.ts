import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../src/kernel/index.ts';
import {
  bringFile,
  describeImport,
  type InboxMemory,
  type Institution,
  listAgenda,
  listCorrections,
  listImports,
  listSpellings,
  measureIndicators,
  mergeSpelling,
  openInstitution,
  previewMerge,
  proposeUndo,
  saveAgenda,
  sweepInbox,
  syncFacts,
} from '../../src/usecases/index.ts';

let root: string;
let data: string;
let institution: Institution;
let now = '2011-07-04T12:00:00Z';
const memory: InboxMemory = new Map();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'circuito-inbox-'));
  data = join(root, 'data');
  institution = await openInstitution(data, {
    clock: () => now,
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(institution);
});
afterAll(async () => {
  institution.close();
  await rm(root, { recursive: true, force: true });
});

const HEADER = 'Nro. solicitud;Proceso;Agencia;Ejecutivo;Fecha ingreso;Fecha cierre';
/** Requests of the tenth day and on, each closed a day later. */
const toFile = (ids: readonly string[], unit: string, month = '06') =>
  [
    HEADER,
    ...ids.map((id, index) => {
      const day = 13 + index;
      return `${id};debito-automatico;${unit};Ana Mora;${day}/${month}/2011 09:00;${day + 1}/${month}/2011 09:00`;
    }),
    '',
  ].join('\r\n');

/** Drops a file in the watched folder and sweeps twice: it is taken once it has stopped growing. */
async function drop(name: string, content: string, folder = '') {
  mkdirSync(join(data, 'entrada', folder), { recursive: true });
  writeFileSync(join(data, 'entrada', folder, name), content);
  expect(await sweepInbox(institution, memory)).toEqual([]);
  return sweepInbox(institution, memory);
}
const lying = (folder: string) => readdirSync(join(data, 'entrada', folder)).sort();
const told = (folder: string, name: string) => readFileSync(join(data, 'entrada', folder, name), 'utf8');

describe('the watched folder', () => {
  it('imports what is dropped once it is whole, moves it and says beside it what happened', async () => {
    const [event] = await drop('junio.csv', toFile(['A1', 'A2', 'A3'], 'Agencia Norte'));
    expect(event).toMatchObject({ file: 'junio.csv', brought: { counts: { accepted: 3 } }, refusal: null });
    expect(lying('hechos')).toEqual(['junio.csv', 'junio.csv.txt']);
    expect(told('hechos', 'junio.csv.txt')).toContain('Filas leídas 3 = aceptadas 3');
    expect(await sweepInbox(institution, memory)).toEqual([]);
    // Taken again after a kill before it was moved: the same import.
    const [again] = await drop('junio.csv', toFile(['A1', 'A2', 'A3'], 'Agencia Norte'));
    expect(again!.brought!.import).toBe(event!.brought!.import);
    expect(lying('hechos')).toContain('junio-2.csv');
    expect(institution.ledger.listImports()).toHaveLength(1);
  });

  it('puts aside what it cannot tell or must not let in, with the way out in Spanish', async () => {
    await drop('cosas.csv', 'nombre;talla\r\nuno;3\r\ndos;4\r\n');
    expect(told('por-revisar', 'cosas.csv.txt')).toContain('No se reconoce de qué datos es');
    const bad = toFile(['B1', 'B2', 'B3', 'B4'], 'Agencia Norte').replaceAll('13/06/2011 09:00;', ';');
    await drop('malo.csv', bad.replaceAll(/1[456]\/06\/2011 09:00;/g, 'ayer;'), 'requerimientos');
    expect(told('por-revisar', 'malo.csv.txt')).toMatch(/no se guardó nada/);
    expect(institution.ledger.listImports()).toHaveLength(1);
    expect(existsSync(join(data, 'entrada', 'requerimientos', 'malo.csv'))).toBe(false);
  });
});

describe('a program that sends files', () => {
  it('is answered the same for the same bytes, and refused what nobody is there to settle', async () => {
    const send = (content: string, dataset: string | null = 'requests') => {
      const path = join(data, 'tmp', 'sent');
      writeFileSync(path, content);
      return bringFile(institution, { path, name: 'nucleo.csv', dataset, scope: EVERYTHING });
    };
    const first = await send(toFile(['C1', 'C2'], 'agencia  norte'));
    expect(await send(toFile(['C1', 'C2'], 'agencia  norte'), null)).toEqual(first);
    await expect(send('a;b\r\n1;2\r\n', null)).rejects.toMatchObject({ code: 'dataset-unrecognised' });
    const own = { units: ['Sur'], processes: null, staff_name: null };
    const path = join(data, 'tmp', 'sent');
    writeFileSync(path, toFile(['C9'], 'Agencia Norte'));
    await expect(
      bringFile(institution, { path, name: 'otra.csv', dataset: 'requests', scope: own }),
    ).rejects.toMatchObject({ code: 'rows-of-other-units', params: { n: 1 } });
    expect(await listImports(institution, own)).toEqual([]);
    expect(listCorrections(institution, own).total).toBe(0);
  });
});

describe('names written in several ways', () => {
  it('finds the pair, says what would change, and reads them as one', async () => {
    const before = await listSpellings(institution, 'unit');
    expect(before.pairs).toEqual([
      { from: 'agencia norte', from_rows: 2, to: 'Agencia Norte', to_rows: 3, by: 'same-letters' },
    ]);
    const preview = await previewMerge(institution, 'unit', 'agencia norte', 'Agencia Norte');
    expect(preview.datasets).toMatchObject([
      { dataset: 'requests', from_rows: 2, to_rows: 3, first_month: '2011-06', last_month: '2011-06' },
    ]);
    await mergeSpelling(institution, 'unit', 'agencia norte', 'Agencia Norte');
    const after = await listSpellings(institution, 'unit');
    expect(after.pairs).toEqual([]);
    expect(after.merges).toMatchObject([{ from: 'agencia norte', to: 'Agencia Norte', rows: 2 }]);
    const { measurements } = await measureIndicators(institution, {
      period: '2011-06',
      indicators: ['plazo-debito-automatico'],
      by: ['unit'],
      as_of: null,
    });
    expect(measurements.map(({ dimensions, n }) => [dimensions['unit'], n])).toContainEqual([
      'Agencia Norte',
      5,
    ]);
  });
});

describe('the month agenda', () => {
  it('tells received, waiting and late by the period the rows are of', async () => {
    const at = async (month: string, today: string) => {
      const { items } = await listAgenda(institution, month, today);
      const requests = items.find(({ dataset }) => dataset === 'requests');
      return requests && [requests.state, requests.due_date, requests.came_late];
    };
    const suggested = await listAgenda(institution, '2011-06', '2011-07-04');
    expect(suggested.written).toBe(false);
    // Capacity is derived from them: whoever reads it waits for both.
    expect(suggested.items.map(({ dataset }) => dataset)).toEqual(
      expect.arrayContaining(['requests', 'staff', 'absences']),
    );
    saveAgenda(institution, [
      { dataset: 'requests', sender: 'Sistemas', due: { kind: 'working-day', n: 2 } },
      { dataset: 'deliveries', sender: 'Courier', due: { kind: 'day', n: 31 } },
    ]);
    // July 2011 begins on a Friday: its second working day is Monday the fourth.
    expect(await at('2011-06', '2011-07-04')).toEqual(['received', '2011-07-04', false]);
    expect(await at('2011-07', '2011-07-04')).toEqual(['waiting', '2011-08-02', false]);
    expect(await at('2011-07', '2011-08-03')).toEqual(['late', '2011-08-02', false]);
    now = '2011-08-09T12:00:00Z';
    await drop('julio.csv', toFile(['J1', 'J2', 'J3'], 'Agencia Norte', '07'));
    expect(await at('2011-07', '2011-08-10')).toEqual(['received', '2011-08-02', true]);
    expect(await listAgenda(institution, '2011-07', '2011-08-10')).toMatchObject({ late: 0, came_late: 1 });
    expect(await at('2011-Q3', '2011-08-10')).toEqual(['waiting', '2011-10-04', false]);
    const { items } = await listAgenda(institution, '2011-06', '2011-08-10');
    const late = items.find(({ dataset }) => dataset === 'deliveries')!;
    expect(late).toMatchObject({ state: 'late', sender: 'Courier', due_date: '2011-07-31' });
    expect(late.indicators.length).toBeGreaterThan(0);
  });

  it('calls nobody late for a month that was brought in years after', async () => {
    now = '2013-02-01T12:00:00Z';
    await drop('mayo.csv', toFile(['M1', 'M2', 'M3'], 'Agencia Norte', '05'));
    const { items, came_late } = await listAgenda(institution, '2011-05', '2013-02-01');
    expect(items.find(({ dataset }) => dataset === 'requests')).toMatchObject({
      state: 'received',
      received: '2013-02-01',
      came_late: false,
    });
    expect(came_late).toBe(0);
  });

  it('refuses an agenda that names the same data twice or a day that is none', () => {
    const due = { kind: 'working-day', n: 1 } as const;
    const twice = ['requests', 'requerimientos'].map((dataset) => ({ dataset, sender: '', due }));
    expect(() => saveAgenda(institution, twice)).toThrowError(
      expect.objectContaining({ code: 'agenda-repeated' }),
    );
    expect(() =>
      saveAgenda(institution, [{ dataset: 'requests', sender: '', due: { kind: 'working-day', n: 24 } }]),
    ).toThrowError(expect.objectContaining({ code: 'agenda-day-impossible' }));
  });
});

describe('undoing', () => {
  it('wants a reason, and takes the rows out where nobody else has an account', async () => {
    const [last] = await listImports(institution, EVERYTHING);
    await expect(proposeUndo(institution, last!.id, ' ', '2011-08-10')).rejects.toMatchObject({
      code: 'undo-without-reason',
    });
    const done = await proposeUndo(institution, last!.id, 'Era el archivo de otro mes', '2011-08-10');
    expect(done).toEqual({ import: last!.id, undone: true, proposal: null });
    expect(await describeImport(institution, EVERYTHING, last!.id)).toMatchObject({
      undo_reason: 'Era el archivo de otro mes',
      months: [],
    });
  });
});
