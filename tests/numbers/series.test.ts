import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldSize } from '../../seed/index.ts';
import { measureFigures, measureSeries } from '../../src/usecases/index.ts';
import { type LoadedWorld, loadWorld } from './world.ts';

/** Months measured in one statement are held against the same months measured one by one. */
describe.each<{ size: WorldSize; from: string; to: string }>([
  { size: 'tiny', from: '2011-01', to: '2011-08' },
  { size: 'demo', from: '2010-06', to: '2011-07' },
])('a series of the $size world', ({ size, from, to }) => {
  let world: LoadedWorld;
  beforeAll(async () => {
    world = await loadWorld(size);
  });
  afterAll(() => world.close());

  test.each([[[]], [['unit']], [['person']]])(
    'is month by month what each month is alone, by %j',
    async (by) => {
      const { institution } = world;
      const series = await measureSeries(institution, { indicators: [], from, to, by });
      let valued = 0;
      for (const period of series.periods) {
        const alone = await measureFigures(institution, { period, indicators: [], by, as_of: null });
        expect(series.as_of).toBe(alone.as_of);
        const found = series.figures.filter((figure) => figure.period === period);
        expect(found.map(({ period: _period, ...figure }) => figure)).toEqual(alone.figures);
        valued += found.filter(
          ({ value, indicator }) => value !== null && indicator.startsWith('productividad'),
        ).length;
      }
      // Productivity reads installed capacity: it must have been among them.
      expect(valued).toBeGreaterThan(0);
    },
  );
});

test('a standard that starts within a series, in the middle of a month, changes only what it should', async () => {
  const world = await loadWorld('tiny');
  try {
    const { institution } = world;
    const id = 'plazo-debito-automatico';
    const indicator = institution.content.indicators.get(id)!;
    const [first] = indicator.standards;
    const later = { ...first!, from: '2011-06-14', ceiling: { num: '1', den: '2' } };
    const changed = { ...indicator, standards: [...indicator.standards, later] };
    const content = { ...institution.content, indicators: new Map([[id, changed]]) };
    const other = { ...institution, content };
    const series = await measureSeries(other, {
      indicators: [],
      from: '2011-04',
      to: '2011-07',
      by: ['unit'],
    });
    for (const period of series.periods) {
      const alone = await measureFigures(other, { period, indicators: [], by: ['unit'], as_of: null });
      const found = series.figures.filter((figure) => figure.period === period);
      expect(found.map(({ period: _period, ...figure }) => figure)).toEqual(alone.figures);
    }
    const met = new Set(series.figures.map(({ standard }) => standard?.ceiling ?? null));
    expect(met.size).toBeGreaterThan(1);
  } finally {
    world.close();
  }
});
