import { expect, test } from 'vitest';
import {
  PALETTES,
  readTrend,
  toLimitSparkline,
  toTrendChart,
  type TrendView,
} from '../../src/charts/index.ts';
import { PRINTERS } from '../../src/sentences/index.ts';

const DRAW = { language: 'es', palette: PALETTES.light, print: PRINTERS, narrow: false } as const;
const month = (index: number) =>
  `${2010 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

function toView(values: readonly number[], more: Partial<TrendView> = {}): TrendView {
  return {
    name: { es: 'Entrega', en: 'Delivery' },
    unit: 'ratio',
    direction: 'at-least',
    points: values.map((value, index) => ({
      period: month(index),
      value,
      n: 100,
      floor: 0.9,
      ceiling: null,
      verdict: 'met',
      provisional: false,
    })),
    lowest: 0,
    highest: 1,
    ...more,
  };
}

interface Line {
  readonly step?: string;
  readonly data: readonly unknown[];
  readonly markLine?: { readonly data: readonly { readonly xAxis?: number }[] };
}
const seriesOf = (view: TrendView) => toTrendChart(view, DRAW).option['series'] as readonly Line[];

const STEADY = [0.92, 0.94, 0.91, 0.93, 0.92, 0.94, 0.93];

test('limits that go by the n of each month are lines with steps; one limit for all stays a straight line', () => {
  const wholes = [100, 400, 100, 100, 100, 100, 100];
  const view = toView(STEADY);
  const byN: TrendView = {
    ...view,
    limits_by: 'share',
    points: view.points.map((point, index) => ({
      ...point,
      part: point.value! * wholes[index]!,
      whole: wholes[index]!,
    })),
  };
  const steps = (each: TrendView) => seriesOf(each).filter(({ step }) => step === 'middle').length;
  // The standard is one; centre, upper and lower limit are three more.
  expect([steps(view), steps(byN)]).toEqual([1, 4]);
  const [first, second] = readTrend(byN).points;
  expect(first!.reach).toBeCloseTo(2 * second!.reach, 12);
});

test('a baseline cuts the limits in two and is drawn upright; a month set apart sets none', () => {
  const values = [...STEADY, 0.5, 0.7, 0.72, 0.71, 0.7, 0.72, 0.71];
  const view = toView(values, {
    baselines: ['2010-09'],
    notes: [{ period: '2010-08', cause: 'Huelga del correo', excluded: true }],
  });
  const { stretches, points } = readTrend(view);
  expect(stretches.map(({ from, to, n }) => [from, to, n])).toEqual([
    [0, 8, 7],
    [8, 14, 6],
  ]);
  expect(points[7]!.centre).toBeCloseTo(STEADY.reduce((sum, value) => sum + value, 0) / 7, 12);
  expect(points[8]!.centre).toBeCloseTo(0.71, 12);
  const marks = seriesOf(view).flatMap(({ markLine }) => markLine?.data ?? []);
  expect(marks.some(({ xAxis }) => xAxis === 8)).toBe(true);
  const chart = toTrendChart(view, DRAW);
  expect(chart.finding.es).toMatch(/Causa anotada de ago 10: Huelga del correo\.$/);
  expect(chart.table.rows[7]!.at(-1)).toBe(
    'Fuera de límites · Causa anotada: Huelga del correo (no fija límites)',
  );
});

test('the small picture has everything it names inside, and marks what is flagged and the last', () => {
  const points = [4, 5, null, 12].map((value, index) => ({
    value,
    flagged: index === 3,
    provisional: false,
    explained: false,
  }));
  const size = { width: 100, height: 40 };
  const { path, band, marks, bound_y, centre_y } = toLimitSparkline(
    points,
    { centre: 5, upper: 8, lower: null },
    10,
    size,
  );
  expect(path.match(/M/g)).toHaveLength(2);
  expect(marks).toEqual([expect.objectContaining({ value: 12, x: 94, y: 6, last: true })]);
  // Without a lower limit the band goes to the edge.
  expect(band.top + band.height).toBe(40);
  for (const y of [band.top, bound_y!, centre_y]) expect(y > 0 && y < 40).toBe(true);
});
