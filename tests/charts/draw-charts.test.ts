import { init } from 'echarts';
import { describe, expect, it } from 'vitest';
import { PRINTERS } from '../../src/sentences/index.ts';
import {
  type Chart,
  type Draw,
  PALETTES,
  planBins,
  readTrend,
  toArrivalsChart,
  toBulletChart,
  toCapacityChart,
  toContrast,
  toDistributionChart,
  toHeatMapChart,
  toParetoChart,
  toSparkline,
  toTrendChart,
  toTrendState,
  toWhatIfChart,
  type TrendView,
} from '../../src/charts/index.ts';

const draw: Draw = { language: 'es', palette: PALETTES.light, print: PRINTERS };
const HOSTILE = '<img src=x onerror=alert(1)> {a|b}';

function toTrend(values: readonly (number | null)[], more: Partial<TrendView> = {}): TrendView {
  return {
    name: { es: 'Plazo', en: 'Term' },
    unit: 'h',
    direction: 'at-most',
    lowest: 0,
    points: values.map((value, index) => ({
      period: `${2010 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      value,
      n: 100,
      floor: null,
      ceiling: 48,
      verdict: 'met',
      provisional: false,
    })),
    ...more,
  };
}

/** Draws for real: what reaches a reader's eyes. */
function paint(chart: Chart): string {
  const box = init(null, null, { renderer: 'svg', ssr: true, width: 640, height: chart.height });
  box.setOption(JSON.parse(JSON.stringify(chart.option)));
  const svg = box.renderToSVGString();
  box.dispose();
  return svg;
}

const agencies = { one: { es: 'agencia', en: 'branch' }, many: { es: 'agencias', en: 'branches' } };
const CHARTS: Readonly<Record<string, (draw: Draw) => Chart>> = {
  trend: (each) => toTrendChart(toTrend([40, 44, null, 41, 47, 42, 43, 90]), each, { range: true }),
  heat: (each) =>
    toHeatMapChart(
      {
        name: { es: 'Plazo', en: 'Term' },
        unit: 'h',
        noun: agencies,
        rows: [{ id: 'n', name: HOSTILE }],
        periods: ['2011-05', '2011-06'],
        cells: [
          { row: 'n', period: '2011-05', value: 40, n: 100, verdict: 'met', gap: 0.1, small: false },
          { row: 'n', period: '2011-06', value: 52.8, n: 4, verdict: 'not-met', gap: -0.1, small: true },
        ],
      },
      each,
    ),
  arrivals: (each) =>
    toArrivalsChart(
      {
        name: { es: 'Llegadas', en: 'Arrivals' },
        n: 40,
        cells: [{ weekday: 1, hour: 10, mean: 12.5, n: 50 }],
      },
      each,
    ),
  pareto: (each) =>
    toParetoChart(
      {
        name: { es: 'Quejas', en: 'Complaints' },
        noun: { es: 'quejas', en: 'complaints' },
        bar: { one: { es: 'motivo', en: 'reason' }, many: { es: 'motivos', en: 'reasons' } },
        items: [
          { name: 'Otros', count: 60, rest: true },
          { name: HOSTILE, count: 30 },
          { name: 'Demora', count: 110 },
        ],
      },
      each,
    ),
  bullet: (each) =>
    toBulletChart(
      {
        name: { es: 'Resultado', en: 'Result' },
        unit: 'ratio',
        rows: [
          {
            name: 'A',
            value: 0.93,
            n: 9,
            floor: 0.95,
            ceiling: null,
            verdict: 'not-met',
            verdict_text: 'No cumple',
          },
        ],
      },
      each,
    ),
  capacity: (each) =>
    toCapacityChart(
      {
        name: { es: 'Productividad', en: 'Productivity' },
        noun: { one: { es: 'persona', en: 'person' }, many: { es: 'personas', en: 'people' } },
        rows: [
          {
            name: 'Ana',
            share: 1.0393,
            used_min: 5612.2,
            capacity_min: 5400,
            n: 300,
            floor: 0.9,
            ceiling: 1,
            verdict: 'met-with-alert',
            verdict_text: 'Cumple con alerta',
            small: false,
            note: '',
          },
        ],
      },
      each,
    ),
  distribution: (each) =>
    toDistributionChart(
      {
        name: { es: 'Horas', en: 'Hours' },
        unit: 'h',
        limit: 48,
        bins: [
          { from: 0, to: 24, count: 10 },
          { from: 24, to: 48, count: 5 },
          { from: 48, to: 72, count: 5 },
        ],
        inside: { share: 0.75, n: 20 },
        highest: 60,
        p50: 20,
        p90: 55.5,
      },
      each,
    ),
  whatIf: (each) =>
    toWhatIfChart(
      {
        name: { es: 'Qué pasaría', en: 'What if' },
        within_min: 5,
        target: 0.8,
        now: 2,
        planned: 3,
        points: [
          { people: 2, service_level: 0, average_wait_min: null, occupancy: 1 },
          { people: 3, service_level: 0.82, average_wait_min: 1.5, occupancy: 0.7 },
        ],
      },
      each,
    ),
};

describe.each(Object.entries(CHARTS))('%s', (_, make) => {
  it('is plain data, has its sentence and its table, and draws', () => {
    const chart = make(draw);
    expect(JSON.parse(JSON.stringify(chart))).toEqual(JSON.parse(JSON.stringify(make(draw))));
    expect(JSON.stringify(chart.option)).not.toContain('NaN');
    const hasFunction = (value: unknown): boolean =>
      typeof value === 'function' ||
      (typeof value === 'object' && value !== null && Object.values(value).some(hasFunction));
    expect(hasFunction(chart.option)).toBe(false);
    for (const language of ['es', 'en'] as const) {
      expect(chart.finding[language]).toMatch(/\.$/);
      expect(chart.alt[language]).toContain(chart.finding[language]);
    }
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
    const svg = paint(chart);
    expect(svg).toContain('<path');
    expect(svg).not.toContain('<img');
    paint(make({ ...draw, palette: PALETTES.dark, language: 'en', narrow: true }));
  });
});

describe('what charts say', () => {
  it('names the points of a trend that are no accident', () => {
    const steady = [40, 44, 42, 41, 44, 42, 43];
    expect(toTrendChart(toTrend(steady), draw).finding.es).toBe(
      'Sin cambios fuera de lo habitual: lo normal aquí es moverse entre 36,5 h y 48 h.',
    );
    const late = toTrend([...steady, 90], { baseline: { from: '2010-01', to: '2010-07' } });
    expect(toTrendChart(late, draw).finding.es).toBe(
      'El último período (ago 10) está por encima de lo habitual: el resultado empeoró.',
    );
    const past = toTrend([...steady, 90, 42, 43], { baseline: { from: '2010-01', to: '2010-07' } });
    expect(toTrendChart(past, draw).finding.es).toBe(
      'El último período está dentro de lo habitual; antes, un punto fuera de los límites habituales (ago 10).',
    );
    expect(toTrendState(past).kind).toBe('as-usual');
    expect(toTrendState(late)).toMatchObject({ kind: 'worsens', text: { es: 'Empeora ↑' } });
    const better = toTrend([...steady, 41, 40, 41, 40, 41, 40, 41, 40], {
      baseline: { from: '2010-01', to: '2010-07' },
    });
    expect(toTrendChart(better, draw).finding.es).toContain(
      'El resultado mejoró desde ago 10 (racha de 8 bajo la media)',
    );
    expect(toTrendState(better).kind).toBe('improves');
    // A run beside points outside is told too: its points wear their flag.
    const both = toTrend([...steady, 41, 40, 41, 40, 41, 40, 41, 40, 60], {
      baseline: { from: '2010-01', to: '2010-07' },
    });
    expect(toTrendChart(both, draw).finding.es).toBe(
      'El último período (abr 11) está por encima de lo habitual: el resultado empeoró; hubo una racha de 8 bajo la media (ago 10 a mar 11).',
    );
  });

  it('says that a trend is too short, and lets no provisional point set a limit', () => {
    const short = toTrend([40, 44, null, 42]);
    expect(toTrendChart(short, draw).finding.es).toBe(
      'Todavía no hay límites habituales: hacen falta 6 períodos cerrados con datos y hay 3.',
    );
    const points = toTrend([40, 44, 42, 41, 44, 90]).points.map((point, index) => ({
      ...point,
      provisional: index === 5,
    }));
    expect(readTrend(toTrend([], { points }))).toMatchObject({ limits: null, n: 5 });
  });

  it('writes axes, limits and marks in the words of the language', () => {
    const svg = paint(CHARTS['trend']!(draw));
    expect(svg).toContain('Estándar 48 h');
    expect(svg).toContain('ene 10');
    // Marks at 92.5 % and the like stand at their own height: places are not rounded to two decimals.
    const heights = [
      ...paint(
        toTrendChart(
          toTrend([0.925, 0.9], {
            unit: 'ratio',
            points: toTrend([0.9, 0.98]).points.map((point) => ({ ...point, ceiling: null })),
          }),
          draw,
        ),
      ).matchAll(/translate\(\d+ ([\d.]+)\)" fill="#55635f">9[\d,]+ %/g),
    ].map(([, y]) => Number(y));
    expect(heights.length).toBeGreaterThan(3);
    const steps = heights.slice(1).map((y, index) => heights[index]! - y);
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 0);
  });

  it('marks by word and by number, not by colour alone', () => {
    const heat = paint(CHARTS['heat']!(draw));
    expect(heat).toContain('52,8 ✕');
    expect(heat).toContain('n 4');
    expect(paint(CHARTS['bullet']!(draw))).toContain('93 % · No cumple');
    expect(paint(CHARTS['capacity']!(draw))).toContain('103,93 % · Cumple con alerta');
  });

  it('puts the mixed group last and counts it in no vital few', () => {
    const { table, finding } = CHARTS['pareto']!(draw);
    expect(table.rows.map(([name]) => name)).toEqual(['Demora', HOSTILE, 'Otros']);
    expect(table.rows.map((row) => row[2])).toEqual(['55 %', '70 %', '100 %']);
    expect(finding.es).toBe('2 motivos concentran el 70 % de 200 quejas.');
  });

  it('tells the share inside the limit and the tail', () => {
    expect(CHARTS['distribution']!(draw).finding.es).toBe(
      'El 75 % está dentro de su límite de 48 h; el 25 % lo pasa (n = 20); la mitad tarda hasta 20 h y 9 de cada 10 hasta 55,5 h.',
    );
    expect(planBins({ highest: 97, limit: 48 })).toContain(48);
    expect(planBins({ highest: 97, limit: 48 }).at(-1)).toBeGreaterThanOrEqual(97);
    expect(planBins({ highest: 0, limit: null })).toEqual([0, 1]);
  });
});

describe('toSparkline', () => {
  it('breaks its line at a gap and keeps the standard inside', () => {
    const line = toSparkline([1, null, 3, 5], 9, { width: 32, height: 20 });
    expect(line.path).toBe('M2 18M20.7 14L30 10');
    expect(line).toMatchObject({ alone: [{ x: 2, y: 18 }], last: { x: 30, y: 10 }, standard_y: 2 });
    expect(toSparkline([null], null).last).toBeNull();
  });
});

it('texts reach the contrast that reading needs', () => {
  for (const palette of Object.values(PALETTES))
    for (const colour of ['ink', 'muted', 'action', 'standard', 'limit', 'accent'] as const)
      expect(toContrast(palette[colour], palette.surface), colour).toBeGreaterThanOrEqual(4.5);
});
