import { readFileSync } from 'node:fs';
import path from 'node:path';

type Row = readonly number[];

export interface Limits {
  readonly kind: 'share' | 'rate';
  readonly part: Row;
  readonly whole: Row;
  readonly centre: number;
  readonly sigma_z: number;
  /** Lower limits and upper ones. */
  readonly plain: readonly [Row, Row];
  readonly prime: readonly [Row, Row];
}

export type Rule = 'outside' | 'run-of-eight' | 'three-of-four' | 'any';
export type Simulated = Readonly<Record<Rule, { readonly points: number; readonly series: number }>>;

/** What make-reference.py wrote. */
export interface PythonReference {
  readonly normal_tail: readonly Row[];
  readonly normal_quantile: readonly Row[];
  readonly student_tail: readonly Row[];
  readonly incomplete_beta: readonly Row[];
  readonly log_gamma: readonly Row[];
  readonly log_beta: readonly Row[];
  readonly p_plain: Limits;
  readonly p_wide: Limits;
  readonly u_plain: Limits;
  readonly u_wide: Limits;
  /** `given`: part and whole of before, then of after. */
  readonly shares: readonly {
    readonly given: Row;
    readonly interval: Row;
    readonly pooled_p: number;
    readonly fisher_p: number;
  }[];
  /** `given`: count and exposure of before, then of after. */
  readonly rates: readonly {
    readonly given: Row;
    readonly joined: Row;
    readonly score_p: number;
    readonly exact_p: number;
  }[];
  readonly welch: { readonly before: Row; readonly after: Row; readonly p: number };
  readonly paired_p: number;
  readonly changes: { readonly pilot: readonly Row[]; readonly others: readonly Row[]; readonly joined: Row };
  readonly false_signals: Readonly<Record<'known_24' | 'own_24' | 'own_12', Simulated>>;
}

/** What make-reference.R wrote. */
export interface RReference {
  readonly welch: Row;
  readonly paired: Row;
  readonly fisher: readonly Row[];
  readonly poisson: readonly Row[];
  readonly places: readonly Row[];
  readonly line: Row;
  readonly student_quantile: readonly Row[];
  readonly facts_needed: Row;
  readonly prop_test: Row;
  readonly d2: Row;
  readonly c4: Row;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, name), 'utf8'));

/** Values of scipy, statsmodels and R, as committed. */
export const reference = {
  python: read('reference-python.json') as PythonReference,
  r: read('reference-r.json') as RReference,
};

/** Agreement asked for: as a share of the value itself. */
export const NINE = 1e-9;

/** How far a number is from the one wanted, as a share of it; infinite where there is none. */
export function toOff(found: number | null | undefined, wanted: number): number {
  if (typeof found !== 'number') return Number.POSITIVE_INFINITY;
  return found === wanted ? 0 : Math.abs(found - wanted) / Math.abs(wanted);
}
