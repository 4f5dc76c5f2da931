import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { measureIndicators } from '../../src/usecases/index.ts';
import { bring, circuito, identity, makePlace, REAL_DATA, realFile, withPlace } from './command-line.ts';
import { readTable, toMicroseconds } from './wabo/count-permits.ts';

const at = (...parts: string[]) => path.join(import.meta.dirname, ...parts);
const plain = (text: string) => text.replace(/\s+/g, ' ');

/** The files of others as a test tries them: the real one where it is at hand, the invented one always. */
describe('complaints with the month first and texts of several lines', () => {
  const map = at('complaints/complaints.map.yaml');
  const pack = at('complaints/reclamos');

  async function tryComplaints(file: string) {
    const rows = readTable(file);
    const sound = rows.filter(
      (row) => row['Complaint ID'] !== '' && !row['Date received']!.startsWith('13/'),
    );
    const unique = new Map(sound.map((row) => [row['Complaint ID'], row]));
    // The reason most told in this file takes the place of the one in the sheet.
    const told = Map.groupBy(unique.values(), (row) => row['Issue']!);
    const [[reason, { length: about }]] = [...told].toSorted(([, a], [, b]) => b.length - a.length) as [
      [string, unknown[]],
    ];
    const place = makePlace(pack);
    const sheet = path.join(place, 'circuito-data/packs/reclamos/indicators/reclamos-por-cobros.yaml');
    const text = readFileSync(sheet, 'utf8');
    writeFileSync(sheet, text.replace("'Fee not explained'", `'${reason.replaceAll("'", "''")}'`));
    const { report, result, months } = await withPlace(place, async (institution) => {
      const measure = (by: string[]) =>
        measureIndicators(institution, {
          period: '2023',
          indicators: ['reclamos-por-cobros'],
          by,
          as_of: null,
        });
      const imported = await bring(institution, 'complaints', file, map);
      return { report: imported, result: await measure([]), months: await measure(['month']) };
    });
    expect(identity(report)).toBe(true);
    expect(report.counts).toMatchObject({
      read: rows.length,
      accepted: unique.size,
      duplicate: sound.length - unique.size,
      quarantined: rows.length - sound.length,
    });
    const [measured] = result.measurements;
    expect([measured!.numerator, measured!.n]).toEqual([about, unique.size]);
    const counted = new Map<string, number>();
    for (const row of unique.values()) {
      const month = `2023-${row['Date received']!.slice(0, 2)}`;
      counted.set(month, (counted.get(month) ?? 0) + 1);
    }
    expect(new Map(months.measurements.map(({ dimensions, n }) => [dimensions['month'], n]))).toEqual(
      counted,
    );
    return report;
  }

  it('reads an invented file and places what cannot be read', async () => {
    const report = await tryComplaints(at('complaints/look-alike.csv'));
    expect(report.problems.map(({ code, where }) => [code, where.line, where.path])).toEqual([
      ['required-empty', 14, 'Complaint ID'],
      ['unreadable-date', 23, 'Date received'],
    ]);
  });

  it.runIf(REAL_DATA !== undefined)('reads the real file', async () => {
    const report = await tryComplaints(realFile('cfpb-complaints-2023.csv'));
    expect(report.counts).toMatchObject({ read: 2827, accepted: 2827 });
  });

  it('says, without a mapping, which column was taken for which and how to leave it unread', async () => {
    const place = makePlace();
    const { exit, err } = await circuito(place, 'import', 'complaints', at('complaints/look-alike.csv'));
    expect(exit).toBe(2);
    expect(err).toContain('«process» («Product» en su archivo) trae valores que no están en la lista');
    expect(err).toContain("    'Card': '?'");
    const unread = [...err.matchAll(/columns: \{(\w+): ~\}/g)].map((match) => match[1]!);
    expect(new Set(unread)).toEqual(new Set(['process', 'status']));
    writeFileSync(path.join(place, 'map.yaml'), 'dataset: complaints\ncolumns: {process: ~, status: ~}\n');
    const again = await circuito(
      place,
      'import',
      'complaints',
      at('complaints/look-alike.csv'),
      '--map',
      'map.yaml',
    );
    expect(again.out).toContain('27 leídas = 24 aceptadas');
  });
});

describe('clients below a row that describes the columns', () => {
  const map = at('clients/clients.map.yaml');

  async function tryClients(file: string) {
    const [, ...rows] = readTable(file);
    const named = rows.map((row) => row['CLIENTNUM']).filter((id) => id !== '');
    const report = await withPlace(makePlace(), (institution) => bring(institution, 'clients', file, map));
    expect(identity(report)).toBe(true);
    expect(report.counts).toMatchObject({
      read: rows.length,
      accepted: new Set(named).size,
      quarantined: rows.length - named.length,
    });
    expect(report.warnings.map(({ code, where }) => [code, where.line])).toEqual([['description-row', 2]]);
    return report;
  }

  it('leaves that row out of an invented file and says so', async () => {
    expect((await tryClients(at('clients/look-alike.csv'))).counts).toMatchObject({ read: 32, accepted: 30 });
  });

  it.runIf(REAL_DATA !== undefined)('leaves that row out of the real file', async () => {
    const { counts } = await tryClients(realFile('bank-churners.csv'));
    expect(counts).toMatchObject({ read: 10_127, accepted: 10_127, quarantined: 0 });
  });

  it('gives, without a mapping, one that works once its blanks are filled', async () => {
    const place = makePlace();
    const { exit, err } = await circuito(place, 'import', 'clients', at('clients/look-alike.csv'));
    expect(exit).toBe(2);
    const suggested = err.slice(err.indexOf('dataset:'));
    expect(suggested).toContain("  sex: 'Gender'");
    writeFileSync(path.join(place, 'map.yaml'), suggested);
    const blank = await circuito(
      place,
      'import',
      'clients',
      at('clients/look-alike.csv'),
      '--map',
      'map.yaml',
    );
    expect(blank).toMatchObject({
      exit: 2,
      err: expect.stringContaining('La equivalencia nombra la columna «?»'),
    });
    writeFileSync(path.join(place, 'map.yaml'), suggested.replace("client: '?'", "client: 'CLIENTNUM'"));
    const filled = await circuito(
      place,
      'import',
      'clients',
      at('clients/look-alike.csv'),
      '--map',
      'map.yaml',
    );
    expect(filled.out).toContain('32 leídas = 30 aceptadas + 0 actualizadas + 1 por corregir + 1 repetida');
  });
});

describe('a log whose events tell when a case opened and closed', () => {
  const map = at('events/claims.map.yaml');
  const ENDS = ['pay compensation', 'reject request'];

  /** First and last instants of each case by hand, in microseconds; events of one time in file order. */
  function listCases(file: string) {
    const cases = Map.groupBy(readTable(file), (row) => row['case:concept:name']!);
    return [...cases].map(([claim, rows]) => {
      const events = rows.map((row) => ({
        at:
          toMicroseconds(row['time:timestamp']!) ?? toMicroseconds(`${row['time:timestamp']} 00:00:00+01:00`),
        activity: row['concept:name']!,
        person: row['org:resource']!,
      }));
      const sorted = events.toSorted((a, b) => Number((a.at ?? 0n) - (b.at ?? 0n)));
      return {
        claim,
        whole: events.every((event) => event.at !== null),
        opened: sorted[0]!.at,
        closed: sorted.findLast((event) => ENDS.includes(event.activity))?.at ?? null,
        decided_by: sorted.findLast((event) => event.activity === 'decide')?.person ?? null,
      };
    });
  }

  async function tryEvents(file: string) {
    const cases = listCases(file).filter(({ claim, whole }) => claim !== '' && whole);
    const closed = cases.flatMap(({ opened, closed: end }) => (end === null ? [] : [end - opened!]));
    const { report, result, deciders } = await withPlace(
      makePlace(at('events/seguimiento')),
      async (institution) => {
        const measure = (by: string[]) =>
          measureIndicators(institution, {
            period: '2010..2012',
            indicators: ['plazo-indemnizacion'],
            by,
            as_of: null,
          });
        const imported = await bring(institution, 'claims', file, map);
        return { report: imported, result: await measure([]), deciders: await measure(['decided_by']) };
      },
    );
    expect(identity(report)).toBe(true);
    expect(report.events).toBe(readTable(file).length);
    expect(report.counts.accepted).toBe(cases.length);
    const [measured] = result.measurements;
    const sum = closed.reduce((total, us) => total + us, 0n);
    expect(measured!.numerator).toBeCloseTo(Number(sum) / 3_600_000_000, 9);
    expect([measured!.n, measured!.open.count]).toEqual([closed.length, cases.length - closed.length]);
    const people = new Set(cases.map(({ decided_by }) => decided_by));
    expect(new Set(deciders.measurements.map(({ dimensions }) => dimensions['decided_by']))).toEqual(people);
    return report;
  }

  it('makes cases of an invented log, and keeps apart what cannot be one', async () => {
    const report = await tryEvents(at('events/look-alike.csv'));
    expect(report.counts).toMatchObject({ read: 8, accepted: 5, quarantined: 3 });
    expect(report.problems.map(({ code, where }) => [code, where.line, where.path])).toEqual([
      ['required-empty', 2, 'case:concept:name'],
      ['unreadable-date', 11, 'time:timestamp'],
      ['required-empty', 15, 'case:concept:name'],
    ]);
  });

  it.runIf(REAL_DATA !== undefined)('makes six cases of the real log', async () => {
    expect((await tryEvents(realFile('running-example.csv'))).counts).toMatchObject({ read: 6, accepted: 6 });
  });

  it('tells how many events made the cases, and which event gives each column', async () => {
    const place = makePlace(at('events/seguimiento'));
    const { out } = await circuito(place, 'import', 'claims', at('events/look-alike.csv'), '--map', map);
    expect(out).toContain('21 eventos hacen 8 casos.');
    expect(plain(out)).toContain('time:timestamp (último evento: pay compensation, reject request)');
  });
});
