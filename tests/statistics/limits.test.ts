import { describe, expect, it } from 'vitest';
import { processLimits, rateLimits, type RatePoint } from '../../src/statistics/index.ts';
import { type Limits, NINE, reference, toOff } from './read-reference.ts';

const toPoints = ({ part, whole }: Limits): RatePoint[] =>
  part.map((each, index) => ({ part: each, whole: whole[index]! }));
const HUNDREDS = (parts: readonly number[]) => parts.map((part) => ({ part, whole: 100 }));
const USUAL = [10, 12, 8, 11, 9, 10];

describe('limits of shares and rates, against numpy', () => {
  it.each(['p_plain', 'u_plain', 'p_wide', 'u_wide'] as const)('%s, point by point', (name) => {
    const wanted = reference.python[name];
    const reading = rateLimits(wanted.kind, toPoints(wanted));
    const [lower, upper] = wanted.sigma_z > 1 ? wanted.prime : wanted.plain;
    const letter = wanted.kind === 'share' ? 'p' : 'u';
    expect(reading.method).toBe(wanted.sigma_z > 1 ? `${letter}-prime` : letter);
    const [stretch] = reading.stretches;
    expect(stretch!.overdispersed).toBe(wanted.sigma_z > 1);
    expect(toOff(stretch!.dispersion, wanted.sigma_z)).toBeLessThan(NINE);
    for (const [index, point] of reading.points.entries()) {
      expect(toOff(point!.centre, wanted.centre)).toBeLessThan(NINE);
      expect(toOff(point!.reach, upper[index]! - wanted.centre)).toBeLessThan(NINE);
      const [below, above] = [lower[index]!, upper[index]!];
      expect(point!.lower === null).toBe(below < 0);
      expect(point!.upper === null).toBe(wanted.kind === 'share' && above > 1);
      expect(toOff(point!.lower ?? below, below)).toBeLessThan(NINE);
      expect(toOff(point!.upper ?? above, above)).toBeLessThan(NINE);
    }
  });

  it('gives a month of many facts tighter limits than one of few', () => {
    const { points, limits } = rateLimits('share', [
      ...HUNDREDS(USUAL),
      { part: 40, whole: 400 },
      { part: 1, whole: 9 },
    ]);
    expect(points[6]!.reach).toBeCloseTo(points[0]!.reach / 2, 12);
    // Those in force are of the latest point.
    expect(limits!.upper).toBe(points[7]!.upper);
    expect(limits!.lower).toBeNull();
  });

  it('reads 19 of 100 on the line, 20 outside, and the same share of ten facts as nothing', () => {
    const read = (part: number, whole: number) =>
      rateLimits('share', [...HUNDREDS(USUAL), { part, whole }], { baseline: { from: 0, to: 6 } }).signals;
    expect(read(19, 100)).toEqual([]);
    expect(read(20, 100)).toEqual([{ index: 6, rule: 'outside', side: 'above' }]);
    expect(read(2, 10)).toEqual([]);
  });

  it('takes a month without facts for a gap, and no share for a bug', () => {
    const { points, ranges, n } = rateLimits('share', [
      ...HUNDREDS(USUAL),
      { part: 0, whole: 0 },
      null,
      ...HUNDREDS([9]),
    ]);
    expect([points[6], points[7], ranges[6], ranges[8]]).toEqual([null, null, null, null]);
    expect(n).toBe(7);
    expect(() => rateLimits('share', [{ part: 3, whole: 2 }])).toThrow(/3 of 2/);
    expect(rateLimits('rate', [{ part: 3, whole: 2 }]).limits).toBeNull();
  });

  it('says that so few events are hardly a measure', () => {
    const read = (parts: readonly number[]) => rateLimits('share', HUNDREDS(parts)).stretches[0]!.sparse;
    expect(read([2, 1, 2, 3, 2, 2])).toBe(false);
    expect(read([2, 1, 2, 3, 2, 1])).toBe(true);
    expect(read([98, 99, 98, 97, 98, 99])).toBe(true);
    expect(read([98, 99, 2, 97, 98, 99])).toBe(false);
  });

  it('does not take the first failure after a year without any for a catastrophe', () => {
    const never = HUNDREDS(Array.from({ length: 12 }, () => 0));
    const baseline = { from: 0, to: 12 };
    // p̃ = 2/1204: limit 0.0122.
    expect(rateLimits('share', [...never, ...HUNDREDS([1])], { baseline }).signals).toEqual([]);
    expect(rateLimits('share', [...never, ...HUNDREDS([2])], { baseline }).signals).toHaveLength(1);
    expect(rateLimits('rate', [...never, ...HUNDREDS([1])], { baseline }).signals).toEqual([]);
    const always = HUNDREDS(Array.from({ length: 12 }, () => 100));
    const { limits, signals } = rateLimits('share', [...always, ...HUNDREDS([80])], { baseline });
    expect(limits!.centre).toBe(1);
    expect(signals).toEqual([{ index: 12, rule: 'outside', side: 'below' }]);
  });
});

describe('baselines', () => {
  const before = [4, 6, 5, 5, 4, 6];
  const after = [14, 16, 15, 15, 14, 16];

  it('gives each stretch limits of its own, and no signal for the step between them', () => {
    const flat = processLimits([...before, ...after], { baseline: { from: 0, to: 6 } });
    expect(flat.signals).toHaveLength(6);
    const reading = processLimits([...before, ...after], { baselines: [{ from: 6 }] });
    expect(reading.signals).toEqual([]);
    expect(reading.stretches.map(({ from, to, limits }) => [from, to, limits!.centre])).toEqual([
      [0, 6, 5],
      [6, 12, 15],
    ]);
    expect(reading.points[5]!.centre).toBe(5);
    expect(reading.points[6]!.centre).toBe(15);
    // The step itself is no range of either.
    expect(reading.ranges[6]).toBeNull();
    expect(reading.limits).toMatchObject({ centre: 15, range_centre: 1.2, n: 6 });
  });

  it('starts runs anew, and says that the new stretch is too short', () => {
    const reading = processLimits([...before, 7, 7, 7, 7, 7, 7, 7], {
      baselines: [{ from: 0 }, { from: 9 }],
    });
    expect(reading.limits).toBeNull();
    expect(reading.n).toBe(4);
    expect(reading.stretches).toHaveLength(2);
    expect(reading.stretches[0]!.limits).not.toBeNull();
    expect(reading.signals.every(({ index }) => index < 9)).toBe(true);
    expect(reading.points[9]).toBeNull();
  });

  it('takes limits from part of a stretch', () => {
    const reading = processLimits([...before, ...before, 30], { baselines: [{ from: 6, to: 12 }] });
    expect(reading.limits).toMatchObject({ centre: 5, n: 6 });
    expect(reading.signals).toEqual([{ index: 12, rule: 'outside', side: 'above' }]);
  });

  it('lets a special cause set no limit, and reads it all the same', () => {
    const values = [4, 6, 5, 90, 5, 4, 6, 5];
    const kept = processLimits(values, { excluded: [3] });
    // Ranges 2, 1, 1, 2, 1: those beside the excluded point are not among them.
    expect(kept.limits).toMatchObject({ centre: 5, range_centre: 1.4, n: 7 });
    expect(kept.signals).toEqual([{ index: 3, rule: 'outside', side: 'above' }]);
    expect(processLimits(values).limits!.centre).toBeGreaterThan(15);
    const shares = rateLimits('share', HUNDREDS([...USUAL, 60]), { excluded: [6] });
    expect(shares.limits!.centre).toBeCloseTo(0.1, 12);
    expect(shares.signals).toEqual([{ index: 6, rule: 'outside', side: 'above' }]);
  });

  it('calls six to eleven points provisional', () => {
    const read = (length: number) => processLimits(Array.from({ length }, (_, index) => index % 3));
    expect(read(5)).toMatchObject({ limits: null, provisional: false });
    expect(read(6).provisional).toBe(true);
    expect(read(11).provisional).toBe(true);
    expect(read(12).provisional).toBe(false);
  });

  it('refuses both kinds at once', () => {
    expect(() => processLimits(before, { baseline: { from: 0, to: 6 }, baselines: [] })).toThrow(/baseline/);
  });
});
