import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventTable } from '../kernel/index.ts';
import {
  findDirectlyFollows,
  findHandovers,
  findVariants,
  findWaits,
  summariseTimes,
  toEventLog,
} from './index.ts';

type Row = readonly [of: string, activity: string, minute: number, person?: string, lifecycle?: string];

function toTable(rows: readonly Row[]): EventTable {
  const number = (texts: string[], text: string | undefined): number => {
    if (text === undefined) return -1;
    if (!texts.includes(text)) texts.push(text);
    return texts.indexOf(text);
  };
  const [cases, activities, resources, lifecycles]: string[][] = [[], [], [], []];
  return {
    case_of: Int32Array.from(rows, ([of]) => number(cases!, of)),
    activity_of: Int32Array.from(rows, ([, activity]) => number(activities!, activity)),
    time_us: Float64Array.from(rows, ([, , minute]) => minute * 60_000_000),
    resource_of: Int32Array.from(rows, ([, , , person]) => number(resources!, person)),
    lifecycle_of: Int32Array.from(rows, ([, , , , lifecycle]) => number(lifecycles!, lifecycle)),
    cases: cases!,
    activities: activities!,
    resources: resources!,
    lifecycles: lifecycles!,
  };
}

const MINUTE_US = 60_000_000;

describe('an event log', () => {
  it('has its cases in time, and events of one time in the order of the file', () => {
    const log = toEventLog(
      toTable([
        ['1', 'late', 9],
        ['2', 'x', 5],
        ['1', 'first of two', 3],
        ['2', 'y', 5],
        ['1', 'second of two', 3],
      ]),
    );
    const paths = findVariants(log).map(({ path }) => path.map((activity) => log.activities[activity]));
    expect(paths).toEqual([
      ['first of two', 'second of two', 'late'],
      ['x', 'y'],
    ]);
  });

  it('shows what follows what, with times that can be added up', () => {
    const log = toEventLog(
      toTable([
        ['1', 'a', 0],
        ['1', 'b', 10],
        ['2', 'a', 0],
        ['2', 'b', 20],
        ['3', 'a', 0],
        ['3', 'b', 60],
        ['3', 'a', 61],
      ]),
    );
    const { edges, starts, ends, events } = findDirectlyFollows(log);
    expect(
      edges.map(({ from, to, n, median_us, mean_us, p90_us }) => [
        log.activities[from],
        log.activities[to],
        n,
        median_us / MINUTE_US,
        mean_us / MINUTE_US,
        p90_us / MINUTE_US,
      ]),
    ).toEqual([
      ['a', 'b', 3, 20, 30, 52],
      ['b', 'a', 1, 1, 1, 1],
    ]);
    expect([[...events], [...starts], [...ends]]).toEqual([
      [4, 3],
      [3, 0],
      [1, 2],
    ]);
  });

  it('gives the median and p90 of any times as sorting them does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 40 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        const at = (share: number) => {
          const way = (sorted.length - 1) * share;
          const low = Math.floor(way + 1e-9);
          const high = Math.min(low + 1, sorted.length - 1);
          return sorted[low]! + (sorted[high]! - sorted[low]!) * (way - low);
        };
        const told = summariseTimes(Float64Array.from(times))!;
        expect(told.median_us).toBeCloseTo(at(0.5), 9);
        expect(told.p90_us).toBeCloseTo(at(0.9), 9);
      }),
    );
    expect(summariseTimes(new Float64Array(0))).toBeNull();
  });

  it('keeps waiting and handling apart where starts and ends are registered', () => {
    const log = toEventLog(
      toTable([
        ['1', 'ask', 0, 'Ana', 'complete'],
        ['1', 'check', 30, 'Beto', 'start'],
        ['1', 'check', 40, 'Beto', 'complete'],
        ['1', 'close', 100, 'Ana', 'COMPLETE'],
      ]),
    );
    const [, check, close] = findWaits(log);
    expect([check!.waiting!.median_us, check!.handling!.median_us]).toEqual([30 * MINUTE_US, 10 * MINUTE_US]);
    expect([close!.waiting, close!.since!.median_us]).toEqual([null, 60 * MINUTE_US]);
    const handed = findHandovers(log).map(({ from, to, n, median_us }) => [
      log.resources[from],
      log.resources[to],
      n,
      median_us / MINUTE_US,
    ]);
    expect(handed).toEqual([
      ['Ana', 'Beto', 1, 30],
      ['Beto', 'Ana', 1, 60],
    ]);
  });
});
