import { MOST_RUN } from './find-signals.ts';
import { normalTail } from './normal.ts';
import type { Signal } from './process-reading.ts';

/** How often a rule fires where nothing happened. */
export interface SignalRate {
  /** Share of the points of a series that are flagged, on average. */
  readonly points: number;
  /** Probability that a series has at least one. */
  readonly series: number;
}

/** False signals of a series of so many points; each point counted once, under its strongest rule. */
export type SignalRates = Readonly<Record<Signal['rule'] | 'any', SignalRate>>;

/** Where a value is: 3 beyond a limit, 2 nearer it than the centre, 1 nearer the centre; signed by side. */
type Zone = -3 | -2 | -1 | 1 | 2 | 3;
/** The run that goes on, and on which side each of the last three values was near a limit (0: it was not). */
interface State {
  readonly side: 1 | -1;
  readonly run: number;
  readonly near: readonly (-1 | 0 | 1)[];
}

const RULES = ['outside', 'run-of-eight', 'three-of-four'] as const;

/**
 * False signals in theory: of `length` independent normal values read against their true limits. Exact, by the
 * chain whose state is the run so far and which of the last three values were near a limit; nothing simulated.
 * Limits taken from the same few points are not the true ones: what that adds is told in decision 27.
 *
 * @example signalRates(24).outside.series // 1 − (1 − 2·Q(3))²⁴ = 0.0628…
 */
export function signalRates(length: number): SignalRates {
  const { fired } = walk(length, []);
  const toRate = (rules: readonly Signal['rule'][]): SignalRate => ({
    points: rules.reduce((sum, rule) => sum + fired[rule], 0) / length,
    series: 1 - walk(length, rules).left,
  });
  return {
    outside: toRate(['outside']),
    'run-of-eight': toRate(['run-of-eight']),
    'three-of-four': toRate(['three-of-four']),
    any: toRate(RULES),
  };
}

/** Expected points per rule, and the probability that none of the rules that stop a series has fired. */
function walk(length: number, stopping: readonly Signal['rule'][]) {
  const zones = toZones();
  const fired: Record<Signal['rule'], number> = { outside: 0, 'run-of-eight': 0, 'three-of-four': 0 };
  let now = new Map<string, { state: State; mass: number }>([
    ['', { state: { side: 1, run: 0, near: [] }, mass: 1 }],
  ]);
  for (let index = 0; index < length; index++) {
    const next: typeof now = new Map();
    for (const { state, mass } of now.values()) {
      for (const [zone, probability] of zones) {
        const { rule, state: to } = take(state, zone);
        if (rule !== null) fired[rule] += mass * probability;
        if (rule !== null && stopping.includes(rule)) continue;
        const key = `${to.side * to.run};${to.near.join()}`;
        const held = next.get(key);
        if (held) held.mass += mass * probability;
        else next.set(key, { state: to, mass: mass * probability });
      }
    }
    now = next;
  }
  return { fired, left: [...now.values()].reduce((sum, { mass }) => sum + mass, 0) };
}

/** The six zones of a normal value with their probabilities. */
function toZones(): readonly (readonly [Zone, number])[] {
  const [beyond, near] = [normalTail(3), normalTail(1.5)];
  return [
    [-3, beyond],
    [-2, near - beyond],
    [-1, 0.5 - near],
    [1, 0.5 - near],
    [2, near - beyond],
    [3, beyond],
  ];
}

function take(state: State, zone: Zone): { readonly rule: Signal['rule'] | null; readonly state: State } {
  const side = zone > 0 ? 1 : -1;
  const isNear = Math.abs(zone) >= 2;
  const run = side === state.side ? Math.min(state.run + 1, MOST_RUN) : 1;
  const nearBefore = state.near.filter((each) => each === side).length;
  const near = [...state.near, isNear ? side : 0].slice(-3) as State['near'];
  const rule =
    Math.abs(zone) === 3
      ? 'outside'
      : run === MOST_RUN
        ? 'run-of-eight'
        : isNear && nearBefore >= 2
          ? 'three-of-four'
          : null;
  return { rule, state: { side, run, near } };
}
