import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Measurement, parseInstant } from '../../../src/kernel/index.ts';
import { measureIndicators } from '../../../src/usecases/index.ts';
import {
  bring,
  circuito,
  identity,
  makePlace,
  REAL_DATA,
  realFile,
  start,
  withPlace,
} from '../command-line.ts';
import { countPermits, type PermitCount } from './count-permits.ts';

const PACK = path.join(import.meta.dirname, 'permisos-wabo');
const MAP = path.join(import.meta.dirname, 'permits.map.yaml');
const LOOK_ALIKE = path.join(import.meta.dirname, 'look-alike.csv');
const SPAN = '2010..2012';

/** Imports a log of permits through its mapping and measures it, against a count by hand. */
async function tryLog(file: string): Promise<PermitCount> {
  const counted = countPermits(file);
  const { report, result, years } = await withPlace(makePlace(PACK), async (institution) => {
    const imported = await bring(institution, 'permits', file, MAP);
    const measure = (period: string, ...indicators: string[]) =>
      measureIndicators(institution, { period, indicators, by: [], as_of: null });
    return {
      report: imported,
      result: await measure(SPAN, 'permisos-tarde', 'uso-del-plazo'),
      years: [
        await measure('2010', 'uso-del-plazo'),
        await measure('2011', 'uso-del-plazo'),
        await measure('2012', 'uso-del-plazo'),
      ],
    };
  });
  expect(report.counts).toMatchObject({ read: counted.cases, accepted: counted.cases, quarantined: 0 });
  expect(identity(report)).toBe(true);

  const { as_of, measurements } = result;
  const [late, use] = measurements as [Measurement, Measurement];
  expect(parseInstant(as_of!, 'Europe/Amsterdam')).toBe((counted.latest / 1000n) * 1000n);
  expect(use.n).toBe(counted.closed);
  // Each ratio is cut at twelve decimals, so the mean may lack that much.
  expect(counted.mean - use.value!).toBeGreaterThan(-1e-12);
  expect(counted.mean - use.value!).toBeLessThan(2e-12);
  expect(use.open).toEqual({ count: counted.open, past_limit: counted.open_past });
  expect(use.provisional).toBe(counted.open > 0);
  expect(use.verdict).toBe('met');
  const { share, n } = use.inside_standard!;
  expect(n).toBe(counted.closed + counted.open_past);
  expect(Math.round(n * (1 - share)) - counted.open_past).toBe(counted.late);
  const warnings = new Map(use.warnings.map(({ code, params }) => [code, params]));
  expect(warnings.has('mean-hides-tail')).toBe(true);
  expect(warnings.get('flagged')).toMatchObject({ code: 'closes-before-opens', n: counted.backwards });
  expect([late.numerator, late.denominator, late.n]).toEqual([counted.late, counted.closed, counted.closed]);
  expect(late.verdict).toBe('not-met');

  const counts = years.map((year) => year.measurements[0]!.n);
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(counted.closed);
  return counted;
}

describe('a log of permits, each with its own deadline', () => {
  it('comes out as counted by hand from an invented log of the same shape', async () => {
    const counted = await tryLog(LOOK_ALIKE);
    expect(counted).toMatchObject({ cases: 30, closed: 27, late: 5, backwards: 2, open: 3 });
  });

  it.runIf(REAL_DATA !== undefined)('comes out as counted by hand from the real log', async () => {
    const file = realFile('wabo-receipt-deadlines.csv');
    const counted = await tryLog(file);
    const known = { events: 8577, cases: 1434, closed: 1329, late: 377, backwards: 2, open: 105 };
    expect(counted).toMatchObject(known);
    const { mean, late, closed } = counted;
    expect([mean, late / closed].map((share) => (100 * share).toFixed(1))).toEqual(['92.3', '28.4']);
  });

  it('tells the tail, the flagged and the open ones to a reader', async () => {
    const place = makePlace(PACK);
    expect((await circuito(place, 'import', 'permits', LOOK_ALIKE, '--map', MAP)).exit).toBe(0);
    const { out } = start(place, 'measure', '--period', SPAN, '--indicator', 'uso-del-plazo');
    const text = out.replace(/\s+/g, ' ');
    expect(text).toContain('En promedio usaron el 61,27 % de su plazo');
    expect(text).toContain('El promedio esconde casos lentos');
    expect(text).toContain('3 casos siguen abiertos');
    expect(text).toContain('2 filas con aviso, que sí cuentan: el expediente termina antes de empezar');
  });

  it('keeps apart a case whose events contradict each other, at its place', async () => {
    const place = makePlace(PACK);
    const text = readFileSync(LOOK_ALIKE, 'utf8');
    const second = text.split('\r\n').findIndex((line) => line.includes('Check papers'));
    const lines = text.split('\r\n');
    const deadline = lines[second]!.split(',')[2]!;
    lines[second] = lines[second]!.replace(deadline, deadline.replace('2010-', '2012-'));
    const file = path.join(place, 'contradicted.csv');
    writeFileSync(file, lines.join('\r\n'));
    const report = await withPlace(place, (institution) => bring(institution, 'permits', file, MAP));
    expect(report.counts).toMatchObject({ read: 30, accepted: 29, quarantined: 1 });
    expect(report.problems.map(({ code, where }) => [code, where.line, where.path])).toEqual([
      ['case-attribute-differs', second, 'case:deadline'],
    ]);
  });

  it('looks for card numbers in every event, and for misspelt activities', async () => {
    const place = makePlace(PACK);
    const text = readFileSync(LOOK_ALIKE, 'utf8');
    const file = path.join(place, 'card.csv');
    writeFileSync(file, text.replace(/task-715/, '4111111111111111'));
    const refused = await circuito(place, 'import', 'permits', file, '--map', MAP);
    expect(refused.exit).toBe(2);
    expect(refused.err).toContain('3: concept:instance 411111******1111');

    const map = path.join(place, 'events.yaml');
    writeFileSync(
      map,
      readFileSync(MAP, 'utf8').replace(
        'closed_at: case:enddate',
        'closed_at: {event: last, activity: Send leter}',
      ),
    );
    const { exit, out } = await circuito(place, 'import', 'permits', LOOK_ALIKE, '--map', map);
    expect(exit).toBe(0);
    expect(out).toContain('ningún evento tiene «Send leter» en «concept:name»');
    expect(out).toContain('¿Quiso decir «Send letter»?');
    expect((await circuito(place, 'verify')).exit).toBe(0);
  });
});
