import { expect, it } from 'vitest';
import {
  averageRunLength,
  chanceAbove,
  compareChanges,
  compareMeans,
  comparePairs,
  comparePercentiles,
  compareRates,
  compareShares,
  factsNeeded,
  findSignals,
  fisherTest,
  forecastMonth,
  incompleteBeta,
  joinIntervals,
  logBeta,
  logGamma,
  normalQuantile,
  normalTail,
  processLimits,
  quantileInterval,
  rateInterval,
  rateLimits,
  signalRates,
  studentQuantile,
  studentTail,
  toC4,
  toD2,
  toMoments,
  toMomentsOfSums,
} from './index.ts';

const HALF = { part: 50, whole: 100 };
const HISTORY = [98, 102, 100, 99, 101, 100].map((close) => ({ close, at_elapsed: null }));
const FORECAST = forecastMonth({ kind: 'total', elapsed: 0.5, so_far: 60, history: HISTORY })!;
const NEAR = { value: 7, centre: 5, reach: 3 };

/** The worked examples of the room's docstrings, with the digits they print. */
const EXAMPLES: readonly (readonly [name: string, found: readonly unknown[], printed: readonly unknown[]])[] =
  [
    ['averageRunLength', [averageRunLength({ kind: 'cusum', slack: 0.5, limit: 5 })], [930.887]],
    [
      'compareChanges',
      [
        compareChanges({
          kind: 'share',
          pilot: { before: HALF, after: { part: 80, whole: 100 } },
          others: { before: HALF, after: { part: 60, whole: 100 } },
        })!.difference,
      ],
      [0.2],
    ],
    [
      'compareMeans',
      toEnds(compareMeans({ n: 10, mean: 72, sd: 20 }, { n: 12, mean: 12, sd: 6 })),
      [-74.5, -45.5],
    ],
    [
      'comparePairs',
      toEnds(
        comparePairs([
          { before: 5, after: 3 },
          { before: 6, after: 5 },
          { before: 7, after: 4 },
        ]),
      ),
      [-4.48, 0.48],
    ],
    [
      'comparePercentiles',
      toEnds(comparePercentiles([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], 0.5)),
      [6.46, 13.54],
    ],
    [
      'compareRates',
      toEnds(compareRates({ count: 40, exposure: 20 }, { count: 20, exposure: 20 })),
      [-1.8, -0.24],
    ],
    [
      'compareShares',
      toEnds(compareShares({ part: 30, whole: 60 }, { part: 15, whole: 50 })),
      [-0.364, -0.0157],
    ],
    ['factsNeeded', [factsNeeded(0.8, 0.85)], [905.37]],
    ['findSignals', findSignals([NEAR, NEAR, NEAR]), [{ index: 2, rule: 'three-of-four', side: 'above' }]],
    ['fisherTest', [fisherTest({ part: 3, whole: 4 }, { part: 1, whole: 4 })], [0.4857]],
    ['forecastMonth', [FORECAST.value, FORECAST.low, FORECAST.high], [110, 108.46, 111.54]],
    ['chanceAbove', [chanceAbove(FORECAST, 109)], [0.81]],
    ['incompleteBeta', [incompleteBeta(0.5, 2, 2)], [0.5]],
    [
      'joinIntervals',
      Object.values(
        joinIntervals([
          { sign: 1, value: 5, low: 2, high: 6 },
          { sign: -1, value: 3, low: 2, high: 7 },
        ]),
      ),
      [2, -3, 3.41],
    ],
    ['logBeta', [Math.exp(logBeta(2, 3))], [1 / 12]],
    ['logGamma', [logGamma(5)], [3.1780538303479458]],
    ['normalQuantile', [normalQuantile(0.975)], [1.959963984540054]],
    ['normalTail', [normalTail(3)], [0.0013498980316300933]],
    ['processLimits', toSides(processLimits([4, 6, 5, 5, 4, 6]).limits), [1.81, 8.19]],
    [
      'quantileInterval',
      Object.values(quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5)!),
      [2, 9, 0.978515625],
    ],
    ['rateInterval', Object.values(rateInterval({ count: 0, exposure: 10 }, 1.96)!), [0, 0.384]],
    [
      'rateLimits',
      toSides(
        rateLimits(
          'share',
          [10, 12, 8, 11, 9, 10].map((part) => ({ part, whole: 100 })),
        ).limits,
      ),
      [0.01, 0.19],
    ],
    ['signalRates', [signalRates(24).outside.series], [0.0628]],
    ['studentQuantile', [studentQuantile(0.975, 10)], [2.228138851986274]],
    ['studentTail', [studentTail(2, 10)], [0.036694017385370196]],
    ['toC4', [toC4(2)], [0.7978845608028654]],
    ['toD2', [toD2(2)], [1.1283791670955126]],
    ['toMoments', Object.values(toMoments([1, 2, 3])!), [3, 2, 1]],
    ['toMomentsOfSums', Object.values(toMomentsOfSums({ n: 3n, sum: 6n, squares: 14n })!), [3, 2, 1]],
  ];

function toEnds(found: { readonly low: number | null; readonly high: number | null } | null) {
  return [found!.low, found!.high];
}

function toSides(limits: { readonly lower: number | null; readonly upper: number | null } | null) {
  return [limits!.lower, limits!.upper];
}

/** Rounded to the digits with which it is printed. */
function roundLike(found: unknown, printed: unknown): unknown {
  if (typeof found !== 'number' || typeof printed !== 'number') return found;
  const digits = String(printed).replace('-', '').split('.')[1]?.length ?? 0;
  return digits > 8 ? Number(found.toPrecision(12)) : Number(found.toFixed(digits));
}

it.each(EXAMPLES)('%s, as its docstring says', (_, found, printed) => {
  const wanted = printed.map((each) => roundLike(each, each));
  expect(found.map((each, index) => roundLike(each, printed[index]))).toEqual(wanted);
});
