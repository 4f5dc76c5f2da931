import { describe, expect, it } from 'vitest';
import { rational } from '../../src/kernel/index.ts';
import {
  changeOf,
  compareChanges,
  compareMeans,
  comparePairs,
  comparePercentiles,
  compareRates,
  compareSeries,
  compareShares,
  fisherTest,
  quantileInterval,
  type RateSample,
  rateInterval,
  type ShareSample,
  toMoments,
  toMomentsOfSums,
} from '../../src/statistics/index.ts';
import { toRandom } from './random.ts';
import { NINE, reference, toOff } from './read-reference.ts';

const { python, r } = reference;
const toShare = (given: readonly number[]): ShareSample => ({ part: given[0]!, whole: given[1]! });
const toRate = (given: readonly number[]): RateSample => ({ count: given[0]!, exposure: given[1]! });
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

describe('two shares', () => {
  it.each(python.shares)('$given, as statsmodels and scipy', ({ given, interval, pooled_p, fisher_p }) => {
    const found = compareShares(toShare(given), toShare(given.slice(2)))!;
    expect(toOff(found.low, interval[0]!)).toBeLessThan(NINE);
    expect(toOff(found.high, interval[1]!)).toBeLessThan(NINE);
    expect(toOff(found.p, found.test === 'fisher' ? fisher_p : pooled_p)).toBeLessThan(NINE);
    expect(found).toMatchObject({ n_before: given[1], n_after: given[3], level: 0.95, method: 'newcombe' });
  });

  it('takes the exact test where few are expected in a cell', () => {
    const toTest = (...given: [number, number, number, number]) =>
      compareShares(toShare(given), toShare(given.slice(2)))!.test;
    expect(toTest(30, 60, 15, 50)).toBe('pooled-z');
    expect(toTest(0, 20, 5, 25)).toBe('fisher');
    for (const [a, b, c, d, p] of r.fisher)
      expect(toOff(fisherTest({ part: a!, whole: a! + b! }, { part: c!, whole: c! + d! }), p!)).toBeLessThan(
        NINE,
      );
    const [x, n, y, m, p] = r.prop_test as [number, number, number, number, number];
    expect(toOff(compareShares({ part: x, whole: n }, { part: y, whole: m })!.p, p)).toBeLessThan(NINE);
  });

  it('says nothing without facts, and finds nothing where all or none did on both sides', () => {
    expect(compareShares({ part: 0, whole: 0 }, { part: 1, whole: 2 })).toBeNull();
    expect(compareShares({ part: 9, whole: 9 }, { part: 7, whole: 7 })).toMatchObject({
      difference: 0,
      p: 1,
    });
    const narrow = compareShares({ part: 30, whole: 60 }, { part: 15, whole: 50 }, 0.8)!;
    expect(narrow.high).toBeLessThan(-0.05);
  });
});

describe('two rates', () => {
  it.each(python.rates)('$given, as statsmodels', ({ given, joined, score_p, exact_p }) => {
    const found = compareRates(toRate(given), toRate(given.slice(2)))!;
    expect(toOff(found.difference, joined[0]!)).toBeLessThan(NINE);
    expect(toOff(found.low, joined[1]!)).toBeLessThan(NINE);
    expect(toOff(found.high, joined[2]!)).toBeLessThan(NINE);
    expect(toOff(found.p, found.test === 'exact-rate' ? exact_p : score_p)).toBeLessThan(NINE);
  });

  it('tests few events exactly, as poisson.test', () => {
    for (const [after, exposure, before, was, p] of r.poisson) {
      const found = compareRates({ count: before!, exposure: was! }, { count: after!, exposure: exposure! });
      expect(toOff(found!.p, p!)).toBeLessThan(NINE);
    }
    expect(compareRates({ count: 0, exposure: 0 }, { count: 1, exposure: 1 })).toBeNull();
    expect(() => rateInterval({ count: -1, exposure: 1 }, 2)).toThrow(/-1 in 1/);
  });
});

describe('means', () => {
  const [before, after] = [toMoments(python.welch.before), toMoments(python.welch.after)];

  it("as R's t.test, of two groups and of pairs", () => {
    const found = compareMeans(before, after)!;
    expect(toOff(found.low, r.welch[0]!)).toBeLessThan(NINE);
    expect(toOff(found.high, r.welch[1]!)).toBeLessThan(NINE);
    expect(toOff(found.p, r.welch[2]!)).toBeLessThan(NINE);
    expect(toOff(found.p, python.welch.p)).toBeLessThan(NINE);
    const pairs = python.welch.after.map((each, index) => ({
      before: python.welch.before[index]!,
      after: each,
    }));
    const paired = comparePairs(pairs)!;
    expect(toOff(paired.difference, r.paired[0]!)).toBeLessThan(NINE);
    expect(toOff(paired.low, r.paired[1]!)).toBeLessThan(NINE);
    expect(toOff(paired.high, r.paired[2]!)).toBeLessThan(NINE);
    expect(toOff(paired.p, r.paired[3]!)).toBeLessThan(NINE);
    expect(toOff(paired.p, python.paired_p)).toBeLessThan(NINE);
  });

  it('says the difference alone where nothing says how sure it is', () => {
    const single = { n: 1, mean: 5, sd: 0 };
    expect(compareMeans(single, after)).toMatchObject({ low: null, high: null, p: null, n_before: 1 });
    expect(compareMeans({ n: 4, mean: 5, sd: 0 }, { n: 4, mean: 3, sd: 0 })).toMatchObject({
      difference: -2,
      p: null,
    });
    expect(compareMeans(null, after)).toBeNull();
    expect(comparePairs([])).toBeNull();
    expect(comparePairs([{ before: 1, after: 2 }])).toMatchObject({ difference: 1, low: null });
  });

  it('takes mean and deviation from exact sums, as certified by NIST (NumAcc1, 3 and 4)', () => {
    const toSums = (values: readonly bigint[]) => ({
      n: BigInt(values.length),
      sum: values.reduce((sum, value) => sum + value, 0n),
      squares: values.reduce((sum, value) => sum + value * value, 0n),
    });
    expect(toMomentsOfSums(toSums([10_000_001n, 10_000_003n, 10_000_002n]))).toEqual({
      n: 3,
      mean: 10_000_002,
      sd: 1,
    });
    for (const base of [1_000_000, 10_000_000]) {
      // Tenths: base + 0.2, then base + 0.1 and base + 0.3 five hundred times.
      const tenths = [2n, ...Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 1n : 3n))];
      const { n, mean, sd } = toMomentsOfSums(toSums(tenths.map((each) => BigInt(base) * 10n + each)))!;
      expect(n).toBe(1001);
      expect(mean / 10).toBe(base + 0.2);
      expect(sd / 10).toBe(0.1);
      // In doubles the values themselves are not kept: eight digits are what can be had.
      const inDoubles = toMoments(tenths.map((each) => base + Number(each) / 10))!;
      expect(Math.abs(inDoubles.sd - 0.1)).toBeLessThan(1e-8);
    }
    expect(toMomentsOfSums({ n: 0n, sum: 0n, squares: 0n })).toBeNull();
    expect(toMoments([])).toBeNull();
    expect(toMoments([1, 2, 3])).toEqual({ n: 3, mean: 2, sd: 1 });
  });
});

describe('medians and percentiles', () => {
  it('the places of their intervals are those of the binomial in R', () => {
    for (const [n, fraction, low, high, coverage] of r.places) {
      const found = quantileInterval(upTo(n!), fraction!)!;
      expect([found.low, found.high]).toEqual([low, high]);
      expect(toOff(found.coverage, coverage!)).toBeLessThan(NINE);
    }
  });

  it('has none where there are too few', () => {
    expect(quantileInterval(upTo(5), 0.5)).toBeNull();
    expect(quantileInterval(upTo(6), 0.5)).toMatchObject({ low: 1, high: 6, coverage: 0.96875 });
    expect(quantileInterval(upTo(71), 0.95)).toBeNull();
    expect(quantileInterval(upTo(72), 0.95)).toMatchObject({ high: 72 });
    expect(quantileInterval([], 0.5)).toBeNull();
  });

  it('compares two of them', () => {
    const found = comparePercentiles(upTo(6), [11, 12, 13, 14, 15, 16], 0.5)!;
    expect(found.difference).toBe(10);
    expect(found.low).toBeCloseTo(10 - Math.sqrt(12.5), 12);
    expect(found.high).toBeCloseTo(10 + Math.sqrt(12.5), 12);
    // All above on one side, none on the other: 2 of 924 ways.
    expect(toOff(found.p, 2 / 924)).toBeLessThan(NINE);
    expect(comparePercentiles([1, 2], [3, 4], 0.5)).toMatchObject({ difference: 2, low: null });
    expect(comparePercentiles([], [1], 0.5)).toBeNull();
  });

  it('holds the true difference of medians in 95 % of skewed samples or more', () => {
    const { uniform } = toRandom(5);
    const wait = (mean: number) => Array.from({ length: 40 }, () => -mean * Math.log(uniform()));
    const truth = (12 - 30) * Math.LN2;
    let held = 0;
    for (let index = 0; index < 1000; index++) {
      const { low, high } = comparePercentiles(wait(30), wait(12), 0.5)!;
      held += Number(low! <= truth && truth <= high!);
    }
    expect(held).toBeGreaterThan(940);
  });
});

describe('difference in differences', () => {
  it('of shares, by four score intervals', () => {
    const [before, after] = python.changes.pilot.map(toShare) as [ShareSample, ShareSample];
    const [was, is] = python.changes.others.map(toShare) as [ShareSample, ShareSample];
    const found = compareChanges({
      kind: 'share',
      pilot: { before, after },
      others: { before: was, after: is },
    })!;
    expect(toOff(found.difference, python.changes.joined[0]!)).toBeLessThan(NINE);
    expect(toOff(found.low, python.changes.joined[1]!)).toBeLessThan(NINE);
    expect(toOff(found.high, python.changes.joined[2]!)).toBeLessThan(NINE);
  });

  it('has the p that goes with its interval', () => {
    const half = { part: 50, whole: 100 };
    const input = {
      kind: 'share',
      pilot: { before: half, after: { part: 80, whole: 100 } },
      others: { before: half, after: { part: 60, whole: 100 } },
    } as const;
    const { p } = compareChanges(input)!;
    const edge = compareChanges(input, 1 - p!)!;
    expect(edge.low).toBeCloseTo(0, 9);
    const nothing = { before: half, after: half };
    expect(compareChanges({ kind: 'share', pilot: nothing, others: nothing })).toMatchObject({
      difference: 0,
      p: 1,
    });
    const none = { before: half, after: { part: 0, whole: 0 } };
    expect(compareChanges({ kind: 'share', pilot: none, others: nothing })).toBeNull();
  });

  it('of rates and of means', () => {
    const still = { count: 50, exposure: 10 };
    const rates = compareChanges({
      kind: 'rate',
      pilot: { before: still, after: { count: 20, exposure: 10 } },
      others: { before: still, after: { count: 45, exposure: 10 } },
    })!;
    expect(rates.difference).toBeCloseTo(-2.5, 12);
    // The interval just holds 0, and p says the same.
    expect(rates.high).toBeCloseTo(0.0432, 4);
    expect(rates.p).toBeGreaterThan(0.05);
    expect(rates.p).toBeLessThan(0.06);
    const usual = { n: 30, mean: 72, sd: 10 };
    const means = compareChanges({
      kind: 'mean',
      pilot: { before: usual, after: { n: 30, mean: 12, sd: 10 } },
      others: { before: usual, after: { n: 30, mean: 70, sd: 10 } },
    })!;
    expect(means.difference).toBe(-58);
    // Four equal variances of 100/30: the error is 3.651, its degrees of freedom 116.
    expect(means.high! - means.difference).toBeCloseTo(1.98062600245909 * Math.sqrt(400 / 30), 9);
  });
});

describe('a series before and after', () => {
  it('is read against the limits of before', () => {
    const before = [72, 70, 75, 71, 73, 71];
    const { signals, side, difference, reading } = compareSeries({
      kind: 'value',
      before,
      after: [12, null, 13],
      lowest: 0,
    });
    expect(signals).toEqual([
      { index: 6, rule: 'outside', side: 'below' },
      { index: 8, rule: 'outside', side: 'below' },
    ]);
    expect(side).toBe('below');
    expect(reading.limits!.n).toBe(6);
    expect(difference).toMatchObject({ difference: -59.5, n_before: 6, n_after: 2 });
    expect(difference!.p).toBeLessThan(1e-6);
  });

  it('of shares goes by their n, and says little of few months', () => {
    const points = (parts: readonly number[]) => parts.map((part) => ({ part, whole: 100 }));
    const found = compareSeries({
      kind: 'share',
      before: points([10, 12, 8, 11, 9, 10]),
      after: points([14, 9]),
    });
    expect(found).toMatchObject({ signals: [], side: null });
    expect(found.difference!.low).toBeLessThan(0);
    const short = compareSeries({ kind: 'rate', before: points([10]), after: points([20]) });
    expect(short).toMatchObject({ signals: [], side: null, reading: { limits: null } });
    expect(short.difference).toMatchObject({ difference: 0.1, low: null, p: null });
  });
});

it('tells a change in percent, exactly, and none of a baseline of nothing', () => {
  expect(changeOf(rational(72n), rational(12n))).toEqual(rational(-5n, 6n));
  expect(changeOf(rational(250n), rational(310n))).toEqual(rational(6n, 25n));
  expect(changeOf(rational(4n), rational(1n))).toEqual(rational(-3n, 4n));
  expect(changeOf(rational(0n), rational(5n))).toBeNull();
  expect(changeOf(rational(-2n), rational(5n))).toBeNull();
});
