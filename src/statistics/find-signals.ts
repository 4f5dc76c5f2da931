import type { Signal } from './process-reading.ts';

/** Successive points on one side of the centre that are no accident. */
export const MOST_RUN = 8;
/** Doubles that ought to be equal differ by less than this share of their size. */
const EQUAL = 1e-12;

/** A value, and how far from its centre its limits are. */
export interface LimitedValue {
  readonly value: number;
  readonly centre: number;
  readonly reach: number;
}

const SIDES = [
  ['above', 1],
  ['below', -1],
] as const;

/**
 * The points of a series that fire a rule, one signal per point, the strongest rule first: outside a limit;
 * the eighth or later of a run on one side of the centre; the third of four nearer a limit than the centre
 * (all on one side, itself among them). Each point is read against its own limits. Null is a gap, which
 * breaks runs; a point on the line is on neither side.
 *
 * @example
 * const near = { value: 7, centre: 5, reach: 3 };
 * findSignals([near, near, near]) // [{ index: 2, rule: 'three-of-four', side: 'above' }]
 */
export function findSignals(points: readonly (LimitedValue | null)[]): Signal[] {
  const signals: Signal[] = [];
  for (const index of points.keys()) {
    for (const [side, sign] of SIDES) {
      const [rule] = listRules(points, index, sign);
      if (rule !== undefined) signals.push({ index, rule, side });
    }
  }
  return signals;
}

/**
 * For each point every rule it fires, the strongest first; none for most, and for a gap. Of a series cut into
 * stretches, those of one stretch.
 *
 * @example
 * const near = { value: 7, centre: 5, reach: 3 };
 * findRules([near, near, near]) // [[], [], ['three-of-four']]
 */
export function findRules(points: readonly (LimitedValue | null)[]): Signal['rule'][][] {
  return points.map((_, index) => SIDES.flatMap(([, sign]) => listRules(points, index, sign)));
}

/** That a value is beyond a share of the way from its centre to a limit. */
function isBeyond(point: LimitedValue | null | undefined, sign: 1 | -1, share: number): boolean {
  if (!point) return false;
  const { value, centre, reach } = point;
  const slack = EQUAL * Math.max(Math.abs(centre), reach);
  return (value - centre) * sign > share * reach + slack;
}

/** Every rule that a point fires on one side, the strongest first. */
function listRules(points: readonly (LimitedValue | null)[], index: number, sign: 1 | -1): Signal['rule'][] {
  if (!isBeyond(points[index], sign, 0)) return [];
  const rules: Signal['rule'][] = isBeyond(points[index], sign, 1) ? ['outside'] : [];
  let run = 1;
  while (run < MOST_RUN && isBeyond(points[index - run], sign, 0)) run++;
  if (run === MOST_RUN) rules.push('run-of-eight');
  if (isNearLimit(points, index, sign)) rules.push('three-of-four');
  return rules;
}

/** Whether a point is the third of four nearer a limit than the centre, without a gap among them. */
function isNearLimit(points: readonly (LimitedValue | null)[], index: number, sign: 1 | -1): boolean {
  if (!isBeyond(points[index], sign, 0.5)) return false;
  let near = 1;
  for (let back = 1; back <= 3; back++) {
    if (points[index - back] === null) return false;
    if (isBeyond(points[index - back], sign, 0.5)) near++;
  }
  return near >= 3;
}
