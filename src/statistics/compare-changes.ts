import { toWelch } from './compare-means.ts';
import { type RateSample, rateInterval } from './compare-rates.ts';
import type { ShareSample } from './compare-shares.ts';
import { type Difference, USUAL_LEVEL } from './difference.ts';
import { joinIntervals, type SignedEstimate, toMatchingP } from './join-intervals.ts';
import type { Moments } from './moments.ts';
import { normalQuantile } from './normal.ts';
import { wilson } from './wilson.ts';

/** A before and an after of the same kind. */
interface BeforeAfter<Sample> {
  readonly before: Sample;
  readonly after: Sample;
}

/** The units where the change was tried, and those it is compared with. */
interface Trial<Kind extends string, Sample> {
  readonly kind: Kind;
  readonly pilot: BeforeAfter<Sample>;
  readonly others: BeforeAfter<Sample>;
}

export type ChangesInput = Trial<'share', ShareSample> | Trial<'rate', RateSample> | Trial<'mean', Moments>;

/**
 * Difference in differences: how much more the pilot changed than the comparison units did in the same time.
 * (pilot after − before) − (others after − before). Of shares and rates the interval is made of the score
 * intervals of the four (`joinIntervals`) and p is the one that goes with it; of means by Welch's t with four
 * parts. `n_before` and `n_after` are the pilot's. Null where any of the four has no facts.
 *
 * It takes each fact as independent. Where there are three units or more on each side, the surer
 * comparison is `compareMeans` over the change of each unit.
 *
 * @example
 * const half = { part: 50, whole: 100 };
 * const pilot = { before: half, after: { part: 80, whole: 100 } };
 * compareChanges({ kind: 'share', pilot, others: { before: half, after: { part: 60, whole: 100 } } }) // 0.2
 */
export function compareChanges(input: ChangesInput, level: number = USUAL_LEVEL): Difference | null {
  switch (input.kind) {
    case 'share':
      return compareByScores(
        input,
        ({ part, whole }) => part / whole,
        ({ part, whole }, z) => wilson(part, whole, z),
        ({ whole }) => whole,
        level,
      );
    case 'rate':
      return compareByScores(
        input,
        ({ count, exposure }) => count / exposure,
        rateInterval,
        ({ exposure }) => exposure,
        level,
      );
    case 'mean':
      return compareByMeans(input, level);
    default:
      return input satisfies never;
  }
}

function listSigned<Sample>({ pilot, others }: Omit<Trial<string, Sample>, 'kind'>) {
  return [
    [1, pilot.after],
    [-1, pilot.before],
    [-1, others.after],
    [1, others.before],
  ] as const satisfies readonly (readonly [1 | -1, Sample])[];
}

function compareByScores<Sample>(
  trial: Omit<Trial<string, Sample>, 'kind'>,
  toValue: (sample: Sample) => number,
  toInterval: (sample: Sample, z: number) => { readonly low: number; readonly high: number } | null,
  toSize: (sample: Sample) => number,
  level: number,
): Difference | null {
  const signed = listSigned(trial);
  if (signed.some(([, sample]) => toSize(sample) === 0)) return null;
  const join = (z: number) =>
    joinIntervals(
      signed.map(([sign, sample]): SignedEstimate => {
        return { sign, value: toValue(sample), ...toInterval(sample, z)! };
      }),
    );
  const { value, low, high } = join(normalQuantile((1 + level) / 2));
  return {
    difference: value,
    low,
    high,
    level,
    p: toMatchingP(join),
    method: 'changes-by-scores',
    test: 'scores',
    n_before: toSize(trial.pilot.before),
    n_after: toSize(trial.pilot.after),
  };
}

function compareByMeans(trial: Trial<'mean', Moments>, level: number): Difference | null {
  const signed = listSigned(trial);
  if (signed.some(([, { n }]) => n === 0)) return null;
  const difference = signed.reduce((sum, [sign, { mean }]) => sum + sign * mean, 0);
  const found = toWelch(
    difference,
    signed.map(([, moments]) => moments),
    level,
  );
  return {
    difference,
    low: found?.low ?? null,
    high: found?.high ?? null,
    level,
    p: found?.p ?? null,
    method: 'changes-by-means',
    test: 't',
    n_before: trial.pilot.before.n,
    n_after: trial.pilot.after.n,
  };
}
