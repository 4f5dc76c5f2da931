import { afterAll, beforeAll, expect, test } from 'vitest';
import { readInstant } from '../reference/clock.ts';
import { type Facts, measureReference, readFacts, type ReferenceDimension } from '../reference/index.ts';
import { compareFigures } from './compare-figures.ts';
import { sqlOf } from './plan.ts';
import { type LoadedWorld, loadWorld, measure } from './world.ts';

const MAINLAND = 'America/Guayaquil';
const BREAKDOWNS: readonly (readonly ReferenceDimension[])[] = [
  [],
  ['unit'],
  ['person'],
  ['schedule'],
  ['unit', 'person'],
];

let world: LoadedWorld;
let facts: Facts;

beforeAll(async () => {
  // One file of requests and fewer of them: what costs time is not what is compared.
  world = await loadWorld('demo', { canonical: true, byMonth: false, rows: 20_000 });
  facts = readFacts(world.files);
}, 120_000);
afterAll(() => world?.close());

/** What was issued or received by an instant: later facts do not exist yet when the user looks from there. */
function untilCut(source: Facts, as_of: string): Facts {
  const cut_us = readInstant(as_of, MAINLAND);
  const zones = new Map(source.units.map((row) => [row['unit'], row['time_zone'] || MAINLAND]));
  const isKnown = (row: Facts['cards'][number], date: string): boolean =>
    readInstant(row[date] as string, zones.get(row['unit']) ?? MAINLAND) <= cut_us;
  return {
    ...source,
    deliveries: source.deliveries.filter((row) => isKnown(row, 'issued_at')),
    cards: source.cards.filter((row) => isKnown(row, 'issued_at')),
    complaints: source.complaints.filter((row) => isKnown(row, 'received_at')),
  };
}

/** Compares one question asked of both; a difference is told with the statements behind it. */
async function check(period: string, by: readonly ReferenceDimension[], as_of: string | null) {
  const engine = await measure(world.institution, { period, by, as_of });
  const { standard_minutes } = world.institution.content.catalogue;
  const { figures } = measureReference(as_of === null ? facts : untilCut(facts, as_of), {
    period,
    by,
    standard_minutes,
    ...(as_of === null ? {} : { as_of }),
  });
  expect(figures.length).toBeGreaterThan(0);
  const differences = compareFigures(engine, figures);
  const [first] = differences;
  if (!first) return engine.length;
  const sql = await sqlOf(world.institution, first.indicator, { period, by, as_of });
  const told = differences.slice(0, 10).map(({ text }) => text);
  throw new Error(
    `${differences.length} differences in ${period} by ${by.join(', ') || 'nothing'}, as of ${as_of ?? 'the latest'}:\n${told.join('\n')}\n\n${sql}`,
  );
}

// A first month, the month of the thesis, a loan to another unit, a person without a schedule, the
// last month with much still open, a quarter with a schedule change, a week, a day.
test.each(['2010-07', '2011-06', '2011-10', '2012-01', '2012-06', '2011-Q3', '2011-W24', '2011-06-03'])(
  '%s is what the independent calculator says, however it is split',
  async (period) => {
    for (const by of BREAKDOWNS) expect(await check(period, by, null)).toBeGreaterThan(0);
  },
);

test.each([
  ['2011-06', '2011-06-15T12:00:00'],
  ['2012-02', '2012-02-20T09:30:00'],
  ['2011-Q2', '2011-05-31T23:59:59'],
  ['2011-06', '2011-07-01T00:00:00'],
])('%s looked at from %s is what the independent calculator says', async (period, as_of) => {
  for (const by of BREAKDOWNS) expect(await check(period, by, as_of)).toBeGreaterThan(0);
  const deadline = ['plazo-actualizacion-datos'];
  const [figure] = await measure(world.institution, { period, as_of, indicators: deadline });
  expect(figure).toMatchObject({ provisional: true });
});
