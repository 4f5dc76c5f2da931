import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/kernel/index.ts';
import {
  type FactRow,
  type Filter,
  listRows,
  measureIndicators,
  type RowsResult,
} from '../../src/usecases/index.ts';
import { type OpenWorld, openWorld } from './open-world.ts';

const weights = (rows: readonly FactRow[], holds: (row: FactRow) => boolean) =>
  rows.filter(holds).reduce((sum, row) => sum + row.weight, 0);

/** The open, left out and counted rows of a listing are those of the figure, no more and no less. */
function expectToAddUp(result: RowsResult, figure: Measurement): void {
  const { indicator, rows } = result;
  const home = rows.filter((row) => row.dataset === indicator.dataset);
  const about = `${indicator.id} ${JSON.stringify(figure.dimensions)}`;
  const last = indicator.aggregates[indicator.aggregates.length - 1]!;
  const derived = last.dataset === 'capacity';
  const n = derived
    ? new Set(rows.filter((row) => row.dataset === 'capacity').map((row) => row.person)).size
    : weights(home, (row) => row.counts);
  expect(n, about).toBe(figure.n);
  const open = (row: FactRow) => row.state === 'open' || row.state === 'open-past-limit';
  expect(weights(home, open), about).toBe(figure.open.count);
  expect(
    weights(home, (row) => row.state === 'open-past-limit'),
    about,
  ).toBe(figure.open.past_limit);
  const said = figure.warnings.filter(({ code }) => code === 'excluded');
  const excluded = Object.fromEntries(said.map(({ params }) => [params['code'], params['n']]));
  expect(Object.assign({}, ...result.counts.map((counts) => counts.excluded)), about).toEqual(excluded);
  expect(
    weights(rows, (row) => row.state === 'excluded'),
    about,
  ).toBe(said.reduce((sum, { params }) => sum + Number(params['n']), 0));
  const { share, n: limited } = figure.inside_standard ?? { share: 0, n: 0 };
  expect(
    weights(home, (row) => row.counts && row.inside === true),
    about,
  ).toBe(Math.round(share * limited));
  for (const counts of result.counts) {
    const own = rows.filter((row) => row.dataset === counts.dataset);
    expect(
      weights(own, () => true),
      about,
    ).toBe(counts.in_scope);
    for (const [state, total] of Object.entries(counts.by_state))
      expect(
        weights(own, (row) => row.state === state),
        `${about} ${state}`,
      ).toBe(total);
  }
}

describe.each([
  ['tiny', '2011-06', {}],
  ['demo', '2011-05', { rows: 3000, months: 11 }],
] as const)('rows behind the figures of the %s world', (size, period, options) => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(size, options);
  }, 120_000);
  afterAll(() => world.close());

  const rowsOf = (indicator: string, filters: readonly Filter[]) =>
    listRows(world.institution, {
      indicator,
      period,
      filters,
      as_of: null,
      not_counted_only: false,
      limit: null,
    });

  it('adds up to n, open and left out of every indicator, whole and by unit', {
    timeout: 120_000,
  }, async () => {
    const base = { period, indicators: [], as_of: null };
    const whole = await measureIndicators(world.institution, { ...base, by: [] });
    expect(whole.measurements.length).toBe(7);
    for (const figure of whole.measurements) expectToAddUp(await rowsOf(figure.indicator, []), figure);
    const split = await measureIndicators(world.institution, { ...base, by: ['unit'] });
    const step = Math.max(1, Math.floor(split.measurements.length / 10));
    const some = split.measurements
      .filter(({ verdict }) => verdict !== 'no-data')
      .filter((_, index) => index % step === 0);
    expect(some.length).toBeGreaterThan(8);
    for (const figure of some) {
      const value = figure.dimensions['unit'];
      if (typeof value !== 'string') continue;
      const result = await rowsOf(figure.indicator, [{ dimension: 'unit', value }]);
      expect(result.measurement?.value).toBe(figure.value);
      expectToAddUp(result, figure);
    }
  });

  it('adds up to the numerator and the denominator', async () => {
    const { rows, measurement, indicator } = await rowsOf('plazo-actualizacion-datos', []);
    expect(indicator.numerator).toEqual({ kind: 'aggregate', index: 0 });
    const sum = (index: number) => rows.reduce((total, row) => total + (row.parts[index] ?? 0), 0);
    expect(sum(0)).toBeCloseTo(measurement!.numerator!, 6);
    expect(sum(1)).toBeCloseTo(measurement!.denominator!, 6);
  });

  it('gives the file and line on which each row stands', async () => {
    const lines = new Map(
      [...world.files].map(([name, path]) => [name, readFileSync(path, 'utf8').split('\n')]),
    );
    let seen = 0;
    for (const indicator of ['plazo-actualizacion-datos', 'efectividad-activacion']) {
      for (const row of (await rowsOf(indicator, [])).rows) {
        const { file, line } = row.source!;
        const text = lines.get(basename(file))?.[line! - 1] ?? '';
        expect(text, `${file}:${line}`).toContain(Object.values(row.key)[0]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(40);
  });

  it('lists in the order of date and key, and only what is asked', async () => {
    const all = await rowsOf('tiempo-entrega-pin', []);
    const order = all.rows.map((row) => `${row.date} ${row.key['request_id']}`);
    expect(order).toEqual([...order].sort());
    const out = await listRows(world.institution, {
      indicator: 'tiempo-entrega-pin',
      period,
      filters: [],
      as_of: null,
      not_counted_only: true,
      limit: 1,
    });
    expect(out.total).toBe(all.rows.filter((row) => !row.counts).length);
    expect(out.rows.length).toBe(Math.min(1, out.total));
    expect(out.rows.every((row) => !row.counts)).toBe(true);
  });
});
