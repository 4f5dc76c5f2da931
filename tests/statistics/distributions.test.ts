import { describe, expect, it } from 'vitest';
import {
  averageRunLength,
  factsNeeded,
  incompleteBeta,
  logBeta,
  logGamma,
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTail,
  toC4,
  toD2,
} from '../../src/statistics/index.ts';
import { NINE, reference, toOff } from './read-reference.ts';

const { python, r } = reference;

describe('distributions, against scipy and R', () => {
  it.each(python.normal_tail)('normal tail of %d', (x, tail) =>
    expect(toOff(normalTail(x), tail)).toBeLessThan(NINE),
  );
  it.each(python.normal_quantile)('normal quantile of %d', (p, x) =>
    expect(toOff(normalQuantile(p), x)).toBeLessThan(NINE),
  );
  it('Student, tails and quantiles, whole degrees of freedom or not', () => {
    for (const [x, freedom, tail] of python.student_tail)
      expect(toOff(studentTail(x!, freedom!), tail!)).toBeLessThan(NINE);
    for (const [p, freedom, x] of r.student_quantile)
      expect(toOff(studentQuantile(p!, freedom!), x!)).toBeLessThan(NINE);
  });
  it('incomplete beta and the logarithms it is made of', () => {
    for (const [x, a, b, value] of python.incomplete_beta)
      expect(toOff(incompleteBeta(x!, a!, b!), value!)).toBeLessThan(NINE);
    for (const [x, value] of python.log_gamma) expect(toOff(logGamma(x!), value!)).toBeLessThan(NINE);
    for (const [a, b, value] of python.log_beta) expect(toOff(logBeta(a!, b!), value!)).toBeLessThan(NINE);
  });
  it('refuses what is no probability', () => {
    expect(() => normalQuantile(1.1)).toThrow(/1.1/);
    expect(() => studentQuantile(0, 3)).toThrow(/0/);
    expect(() => incompleteBeta(2, 1, 1)).toThrow(/2/);
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('constants of control charts', () => {
  it('d2 and c4 of two to five values', () => {
    for (const [index, wanted] of r.d2.entries()) expect(toOff(toD2(index + 2), wanted)).toBeLessThan(NINE);
    for (const [index, wanted] of r.c4.entries()) expect(toOff(toC4(index + 2), wanted)).toBeLessThan(NINE);
    expect(toOff(3 / toD2(2), 2.6586807763578)).toBeLessThan(NINE);
    expect(toOff(toD2(2), 2 / Math.sqrt(Math.PI))).toBeLessThan(NINE);
    expect(() => toD2(1)).toThrow(/1 values/);
    expect(() => toC4(2.5)).toThrow(/2.5 values/);
  });

  it('average run lengths of CUSUM and EWMA, by R package spc 0.6.7', () => {
    const cusum = { kind: 'cusum', slack: 0.5, limit: 5 } as const;
    const ewma = { kind: 'ewma', weight: 0.2, limit: 2.86 } as const;
    expect(toOff(averageRunLength(cusum), 930.887012064239)).toBeLessThan(NINE);
    expect(toOff(averageRunLength(ewma), 371.103304250189)).toBeLessThan(NINE);
    // A process that moved by a deviation is found in a few points.
    expect(averageRunLength(cusum, 1)).toBeCloseTo(10.38, 2);
    expect(averageRunLength(ewma, 1)).toBeLessThan(11);
  });
});

it('facts needed to see a change of a share, as power.prop.test', () => {
  expect(toOff(factsNeeded(0.8, 0.85), r.facts_needed[0]!)).toBeLessThan(NINE);
  expect(toOff(factsNeeded(0.8, 0.85), 905.365777966861)).toBeLessThan(NINE);
  expect(toOff(factsNeeded(0.1, 0.04, { power: 0.9 }), r.facts_needed[1]!)).toBeLessThan(NINE);
  expect(factsNeeded(0.5, 0.5)).toBeNull();
});
