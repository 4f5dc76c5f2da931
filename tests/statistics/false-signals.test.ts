import { describe, expect, it } from 'vitest';
import {
  findSignals,
  processLimits,
  rateLimits,
  type Signal,
  signalRates,
} from '../../src/statistics/index.ts';
import { toRandom } from './random.ts';
import { reference, type Rule, type Simulated } from './read-reference.ts';

const SERIES = 10_000;
const POINTS = 24;
const RULES: readonly Rule[] = ['outside', 'run-of-eight', 'three-of-four', 'any'];

/** Share of points flagged and of series with a signal, over ten thousand series in which nothing happens. */
function simulate(draw: () => readonly Signal[], length: number): Simulated {
  const points: Record<Rule, number> = { outside: 0, 'run-of-eight': 0, 'three-of-four': 0, any: 0 };
  const series = { ...points };
  for (let index = 0; index < SERIES; index++) {
    const signals = draw();
    for (const rule of RULES) {
      const found = signals.filter((signal) => rule === 'any' || signal.rule === rule).length;
      points[rule] += found / SERIES / length;
      series[rule] += Number(found > 0) / SERIES;
    }
  }
  return Object.fromEntries(
    RULES.map((rule) => [rule, { points: points[rule], series: series[rule] }]),
  ) as unknown as Simulated;
}

/** What is not within one point: 0.01 of all points, 0.01 of all series. */
function listFar(found: Simulated, wanted: Simulated): string[] {
  return RULES.flatMap((rule) =>
    (['points', 'series'] as const)
      .filter((of) => !(Math.abs(found[rule][of] - wanted[rule][of]) < 0.01))
      .map((of) => `${rule}, ${of}: ${found[rule][of]} for ${wanted[rule][of]}`),
  );
}

describe('false signals', () => {
  const theory = signalRates(POINTS);

  it('are, in theory, those of known formulas', () => {
    const beyond = 0.002699796063260189;
    expect(theory.outside.points).toBeCloseTo(beyond, 12);
    expect(theory.outside.series).toBeCloseTo(1 - (1 - beyond) ** POINTS, 12);
    // Eight tosses alike: of eight points alone, 2/2⁸, less those with a point outside last.
    expect(signalRates(8)['run-of-eight'].series).toBeCloseTo((2 / 256) * (1 - beyond), 12);
    expect(signalRates(7)['run-of-eight'].series).toBe(0);
    expect(signalRates(2).any.series).toBeCloseTo(1 - (1 - beyond) ** 2, 12);
    // Three near a limit in a row, the third not outside it.
    const near = 0.06680720126885807;
    const last = near - beyond / 2;
    expect(signalRates(3)['three-of-four'].series).toBeCloseTo(2 * near * near * last, 12);
  });

  it('of 24 points: 6.28, 6.94 and 3.11 % of series by rule, 15.36 % by any; 0.97 % of points', () => {
    const inPercent = (share: number) => Math.round(share * 10_000) / 100;
    expect(RULES.map((rule) => inPercent(theory[rule].series))).toEqual([6.28, 6.94, 3.11, 15.36]);
    expect(RULES.map((rule) => inPercent(theory[rule].points))).toEqual([0.27, 0.55, 0.15, 0.97]);
  });

  it('in theory are those of a million series of an independent program', () => {
    const { known_24 } = reference.python.false_signals;
    for (const rule of RULES) {
      expect(Math.abs(theory[rule].series - known_24[rule].series)).toBeLessThan(0.001);
      expect(Math.abs(theory[rule].points - known_24[rule].points)).toBeLessThan(0.0001);
    }
  });

  it('of ten thousand series read against the true limits are within a point of theory', () => {
    const { normal } = toRandom(20_261_122);
    const found = simulate(
      () => findSignals(Array.from({ length: POINTS }, () => ({ value: normal(), centre: 0, reach: 3 }))),
      POINTS,
    );
    expect(listFar(found, theory)).toEqual([]);
  });

  it('of ten thousand series read against their own limits are within a point of an independent program', () => {
    const { normal } = toRandom(7);
    const read = (length: number) => () =>
      processLimits(Array.from({ length }, () => 50 + 4 * normal())).signals;
    const { own_24, own_12 } = reference.python.false_signals;
    const found = simulate(read(POINTS), POINTS);
    expect(listFar(found, own_24)).toEqual([]);
    expect(listFar(simulate(read(12), 12), own_12)).toEqual([]);
    // A series that sets its own limits fires less than theory, never more; of points within one of a hundred.
    expect(found.any.series).toBeLessThan(theory.any.series);
    expect(Math.abs(found.any.points - theory.any.points)).toBeLessThan(0.01);
    expect(Math.abs(found.outside.series - theory.outside.series)).toBeLessThan(0.01);
  });

  it('of ten thousand series of shares with varying n are no more than in theory', () => {
    const { binomial } = toRandom(11);
    const wholes = [180, 220, 200, 260];
    let overdispersed = 0;
    const found = simulate(() => {
      const points = Array.from({ length: POINTS }, (_, index) => {
        const whole = wholes[index % wholes.length]!;
        return { part: binomial(whole, 0.2), whole };
      });
      const { signals, stretches } = rateLimits('share', points);
      overdispersed += Number(stretches[0]!.overdispersed) / SERIES;
      return signals;
    }, POINTS);
    // Said of five in a hundred where n explains all: a normal measure of what is a little skew.
    expect(overdispersed).toBeGreaterThan(0.04);
    expect(overdispersed).toBeLessThan(0.065);
    expect(found.any.series).toBeLessThan(theory.any.series);
    expect(found.any.points).toBeLessThan(theory.any.points);
  });

  it('of shares that move more than their n are those of theory at most, and without widening nearly all', () => {
    const { binomial, normal } = toRandom(29);
    let [widened, plain] = [0, 0];
    for (let index = 0; index < 400; index++) {
      const points = Array.from({ length: POINTS }, () => {
        const chance = Math.round((0.85 + 0.03 * normal()) * 200) / 200;
        return { part: binomial(2000, Math.min(0.99, chance)), whole: 2000 };
      });
      const { signals, stretches, points: limits } = rateLimits('share', points);
      const { dispersion, overdispersed } = stretches[0]!;
      expect(overdispersed).toBe(true);
      widened += Number(signals.length > 0) / 400;
      const narrow = points.map(({ part, whole }, at) => {
        const { centre, reach } = limits[at]!;
        return { value: part / whole, centre, reach: reach / dispersion! };
      });
      plain += Number(findSignals(narrow).length > 0) / 400;
    }
    expect(widened).toBeLessThan(theory.any.series);
    expect(plain).toBeGreaterThan(0.95);
  });

  it('leave room for what is real: a shift of three deviations is found nearly always', () => {
    const { normal } = toRandom(3);
    let found = 0;
    for (let index = 0; index < 1000; index++) {
      const values = Array.from({ length: POINTS }, (_, at) => normal() + (at >= 18 ? 3 : 0));
      const { signals } = processLimits(values, { baseline: { from: 0, to: 18 } });
      found += Number(signals.some((signal) => signal.index >= 18 && signal.side === 'above')) / 1000;
    }
    expect(found).toBeGreaterThan(0.97);
  });
});
