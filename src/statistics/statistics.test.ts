import { describe, expect, it } from 'vitest';
import { rational } from '../kernel/index.ts';
import {
  erlangC,
  findServers,
  LIMIT_FACTOR,
  processLimits,
  toQuantile,
  RANGE_FACTOR,
  waitingProbability,
  wilson,
} from './index.ts';

/** Against values computed elsewhere (R 4.2.2 and its packages) to nine digits and more. */
const NINE = 9;

describe('processLimits', () => {
  it('has its constants at full precision', () => {
    expect(LIMIT_FACTOR).toBeCloseTo(2.6586807763578, 12);
    expect(RANGE_FACTOR).toBeCloseTo(1 + (3 * 0.852502466459) / 1.128379167095513, 9);
  });

  it('works out limits that can be added up in the head', () => {
    // Mean 5; ranges 2, 1, 0, 1, 2: mean 1.2.
    const { limits, ranges, signals } = processLimits([4, 6, 5, 5, 4, 6]);
    expect(ranges).toEqual([null, 2, 1, 0, 1, 2]);
    expect(limits).toMatchObject({ centre: 5, range_centre: 1.2, n: 6 });
    expect(limits!.upper).toBeCloseTo(5 + 1.2 * 2.6586807763578, 10);
    expect(limits!.lower).toBeCloseTo(5 - 1.2 * 2.6586807763578, 10);
    expect(limits!.range_upper).toBeCloseTo(1.2 * 3.2665319, 6);
    expect(signals).toEqual([]);
  });

  it('gives no limits to fewer than six points, gaps not counted', () => {
    expect(processLimits([1, 2, 3, 4, 90])).toMatchObject({ limits: null, n: 5, signals: [] });
    expect(processLimits([1, 2, null, 3, 4, 5])).toMatchObject({ limits: null, n: 5 });
    expect(processLimits([])).toMatchObject({ limits: null, n: 0, ranges: [] });
  });

  it('leaves out a limit that no value can reach', () => {
    const { limits } = processLimits([0.9, 1, 0.95, 0.99, 0.9, 1], { lowest: 0, highest: 1 });
    expect(limits!.upper).toBeNull();
    expect(limits!.lower).not.toBeNull();
  });

  it('finds a point outside, and a steady series has none however its digits end', () => {
    const steady = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
    expect(processLimits(steady).signals).toEqual([]);
    const { signals } = processLimits([4, 6, 5, 5, 4, 6, 4, 6, 5, 6, 12], { baseline: { from: 0, to: 10 } });
    expect(signals).toEqual([{ index: 10, rule: 'outside', side: 'above' }]);
  });

  it('finds the eighth of a run on one side, and a gap breaks the run', () => {
    const baseline = { from: 0, to: 6 };
    const low = [4.9, 4.8, 4.9, 4.8, 4.9, 4.8, 4.9, 4.8];
    const before = [4, 6, 5, 5, 4, 6];
    expect(processLimits([...before, ...low], { baseline }).signals).toEqual([
      { index: 13, rule: 'run-of-eight', side: 'below' },
    ]);
    const broken = [...before, ...low.slice(0, 4), null, ...low.slice(4)];
    expect(processLimits(broken, { baseline }).signals).toEqual([]);
  });

  it('finds three of four nearer a limit than the centre', () => {
    const baseline = { from: 0, to: 6 };
    // Half way to the upper limit is 5 + 1.595.
    const { signals } = processLimits([4, 6, 5, 5, 4, 6, 7, 7, 5, 7], { baseline });
    expect(signals).toEqual([{ index: 9, rule: 'three-of-four', side: 'above' }]);
  });

  it('takes limits from the baseline alone', () => {
    const { limits } = processLimits([4, 6, 5, 5, 4, 6, 100, 200], { baseline: { from: 0, to: 6 } });
    expect(limits).toMatchObject({ centre: 5, range_centre: 1.2, n: 6 });
  });
});

describe('erlangC', () => {
  it.each([
    [2, 1, 1 / 3],
    [5, 4, 0.554112554112554],
    [11, 10, 0.682118204689332],
    [14, 10, 0.17413193359505],
    [55, 50, 0.384547317932929],
    [110, 100, 0.237007500285053],
  ])('%d people, %d erlangs', (servers, load, waiting) => {
    expect(Math.abs(waitingProbability(servers, load) - waiting)).toBeLessThan(1e-9);
  });

  it('tells the mean wait and the service level', () => {
    const result = erlangC({ servers: 14, load: 10, handling: 300, within: 20 });
    expect(result.average_wait).toBeCloseTo(13.0598950196287, NINE);
    expect(result.service_level).toBeCloseTo(0.86662741744532, NINE);
    expect(result.occupancy).toBeCloseTo(10 / 14, 15);
  });

  it('says that a queue only grows, and holds for thousands of people', () => {
    expect(erlangC({ servers: 3, load: 3, handling: 300, within: 20 })).toEqual({
      occupancy: 1,
      waiting: 1,
      average_wait: null,
      service_level: 0,
    });
    const many = waitingProbability(5000, 4990);
    expect(many).toBeGreaterThan(0.5);
    expect(many).toBeLessThan(1);
    expect(waitingProbability(4, 0)).toBe(0);
    expect(() => waitingProbability(2.5, 1)).toThrow(/2.5 servers/);
  });

  it('finds the fewest people', () => {
    const given = { load: 10, handling: 300, within: 20, share: 0.8, most: 100 };
    expect(findServers(given)).toBe(14);
    expect(findServers({ ...given, most: 12 })).toBeNull();
  });
});

describe('wilson', () => {
  it.each([
    [0, 20, 0, 0.161125158052819],
    [8, 10, 0.490162471536642, 0.943317848545625],
    [3, 7, 0.15821985525147, 0.749541635472343],
    [1, 1, 0.206549314377238, 1],
  ])('%d of %d', (part, whole, low, high) => {
    const found = wilson(part, whole)!;
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  it('says nothing about nothing', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(2, 1)).toThrow(/2 of 1/);
  });
});

describe('toQuantile', () => {
  it('is of type 7', () => {
    const values = Array.from({ length: 20 }, (_, index) => BigInt(20 - index));
    expect(toQuantile(values, rational(95n, 100n))).toEqual(rational(1905n, 100n));
    expect(toQuantile([4n, 1n, 3n, 2n], rational(1n, 2n))).toEqual(rational(5n, 2n));
    expect(toQuantile([7n], rational(1n))).toEqual(rational(7n));
    expect(toQuantile([], rational(1n, 2n))).toBeNull();
  });
});
