import { describe, expect, it } from 'vitest';
import { chanceAbove, forecastMonth } from '../../src/statistics/index.ts';
import { type Random, toRandom } from './random.ts';
import { NINE, reference, toOff } from './read-reference.ts';

const DAYS = 22;
const MONTHS = 18;
const TRIES = 600;

interface Month {
  readonly close: number;
  readonly at: number;
}

/** Share of months that close inside their forecast, over many histories of eighteen months and one more. */
function cover(
  kind: 'total' | 'level',
  passed: number,
  draw: () => Month,
  path: boolean,
): { readonly covered: number; readonly width: number } {
  let [covered, width] = [0, 0];
  for (let index = 0; index < TRIES; index++) {
    const history = Array.from({ length: MONTHS }, draw).map(({ close, at }) => ({
      close,
      at_elapsed: path ? at : null,
    }));
    const now = draw();
    const { low, high } = forecastMonth({ kind, elapsed: passed / DAYS, so_far: now.at, history })!;
    covered += Number(low <= now.close && now.close <= high) / TRIES;
    width += (high - low) / TRIES;
  }
  return { covered, width };
}

/** A month of days of a desk: requests of a day, about so many, and how many of them in time. */
function drawMonth(random: Random, passed: number, spread: number) {
  const chance = 0.85 + spread * random.normal();
  const kept = Math.round(Math.min(0.99, Math.max(0.5, chance)) * 50) / 50;
  const month = { requests: 0, inside: 0, requests_at: 0, inside_at: 0 };
  for (let day = 1; day <= DAYS; day++) {
    const requests = random.binomial(60, 0.5);
    const inside = random.binomial(requests, kept);
    month.requests += requests;
    month.inside += inside;
    if (day > passed) continue;
    month.requests_at += requests;
    month.inside_at += inside;
  }
  return month;
}

describe('where a month is heading', () => {
  it('follows the line through former months, as R', () => {
    const stood = [40, 44, 38, 47, 41, 50, 43, 39];
    const closed = [96, 104, 93, 109, 99, 117, 100, 97];
    const history = stood.map((at_elapsed, index) => ({ close: closed[index]!, at_elapsed }));
    const found = forecastMonth({ kind: 'total', elapsed: 0.4, so_far: 46, history })!;
    const [value, low, high] = reference.r.line;
    expect(toOff(found.value, value!)).toBeLessThan(NINE);
    expect(toOff(found.low, low!)).toBeLessThan(NINE);
    expect(toOff(found.high, high!)).toBeLessThan(NINE);
    expect(found).toMatchObject({ method: 'path', months: 8, level: 0.8 });
    expect(chanceAbove(found, found.high)).toBeCloseTo(0.1, 9);
    expect(chanceAbove(found, found.value)).toBeCloseTo(0.5, 12);
  });

  it('goes by working time where nothing is known of how months go', () => {
    const history = [98, 102, 100, 99, 101, 100].map((close) => ({ close, at_elapsed: null }));
    const total = forecastMonth({ kind: 'total', elapsed: 0.5, so_far: 60, history })!;
    expect(total).toMatchObject({ value: 110, method: 'time', months: 6, freedom: 5 });
    // Spread √2; half a month left: √(2·(1/2 + 1/24)); t of five: 1.4759.
    expect(total.high - total.value).toBeCloseTo(1.47588404882448 * Math.sqrt(2 * (0.5 + 0.25 / 6)), 9);
    expect(forecastMonth({ kind: 'level', elapsed: 0.5, so_far: 60, history })!.value).toBe(80);
    expect(forecastMonth({ kind: 'level', elapsed: 0, so_far: null, history })!.value).toBe(100);
  });

  it('is the figure itself once the month is over, and nothing where there is nothing to go by', () => {
    const history = [98, 102, 100, 99, 101, 100].map((close) => ({ close, at_elapsed: close }));
    const over = forecastMonth({ kind: 'level', elapsed: 1, so_far: 97, history })!;
    expect(over).toMatchObject({ value: 97, low: 97, high: 97, method: 'closed' });
    expect([96, 97, 98].map((limit) => chanceAbove(over, limit))).toEqual([1, 0.5, 0]);
    expect(forecastMonth({ kind: 'level', elapsed: 0.5, so_far: 97, history: history.slice(1) })).toBeNull();
    expect(forecastMonth({ kind: 'level', elapsed: 0.5, so_far: null, history })).toBeNull();
    expect(() => forecastMonth({ kind: 'level', elapsed: 2, so_far: 1, history })).toThrow(/2 of the month/);
  });

  it('stays within what the figure can be', () => {
    const history = [1, 0.9, 1, 0.95, 1, 0.92].map((close) => ({ close, at_elapsed: null }));
    const found = forecastMonth({
      kind: 'level',
      elapsed: 0.3,
      so_far: 1,
      history,
      lowest: 0,
      highest: 1,
    })!;
    expect(found.high).toBe(1);
    expect(found.low).toBeLessThan(1);
    // Ten requests that came do not go away, whatever the months before were like.
    const counts = [2, 30, 1, 28, 3, 25].map((close) => ({ close, at_elapsed: null }));
    const total = { kind: 'total', elapsed: 0.9, so_far: 10, history: counts, lowest: 0 } as const;
    expect(forecastMonth(total)!.low).toBe(10);
  });

  it.each([3, 11, 19])('holds four months of five of a desk, after %d days of 22', (passed) => {
    const random = toRandom(100 + passed);
    const requests = cover(
      'total',
      passed,
      () => {
        const { requests, requests_at } = drawMonth(random, passed, 0);
        return { close: requests, at: requests_at };
      },
      false,
    );
    expect(requests.covered).toBeGreaterThan(0.75);
    expect(requests.covered).toBeLessThan(0.85);
    // Months that differ as a whole, learnt from where the former ones stood.
    const share = cover(
      'level',
      passed,
      () => {
        const { requests, inside, requests_at, inside_at } = drawMonth(random, passed, 0.04);
        return { close: inside / requests, at: inside_at / requests_at };
      },
      true,
    );
    expect(share.covered).toBeGreaterThan(0.75);
    expect(share.covered).toBeLessThan(0.85);
    // Late in the month it says much, and by working time alone it errs on the wide side.
    expect(share.width).toBeLessThan(passed === 19 ? 0.03 : 0.2);
  });

  it('by working time is on the wide side where months differ as a whole', () => {
    const random = toRandom(9);
    const draw = () => {
      const { requests, inside, requests_at, inside_at } = drawMonth(random, 11, 0.04);
      return { close: inside / requests, at: inside_at / requests_at };
    };
    expect(cover('level', 11, draw, false).covered).toBeGreaterThan(0.8);
  });
});
