import {
  add,
  divide,
  findUnit,
  type Measurement,
  multiply,
  ONE,
  type Rational,
  rational,
  type StandardApplied,
  toNumber,
  type Warning,
  ZERO,
} from '../kernel/index.ts';
import type { CheckedStandard } from '../language/index.ts';
import { mentionsWorking } from './expression-reads.ts';
import { type Bounds, judge } from './judge.ts';
import { type Plan, type PlannedIndicator, type Slot, STATE } from './plan.ts';
import { type Group, periodKey, periodsWithFacts, type ResultRow, toGroups, total } from './result-group.ts';
import { fromDouble, fromPercentile, fromPlain, shownFactor, termValue } from './term.ts';

/** A measurement before its sentences are written. */
export type Figure = Omit<Measurement, 'sentences'> & {
  readonly numerator_n: number | null;
  /** Numerator and denominator without any rounding, as `num/den`; only where they are asked for. */
  readonly exact?: { readonly numerator: string; readonly denominator: string } | null;
};

export interface EvaluateSettings {
  /** A mean that meets its standard with less than this share inside it hides its tail. */
  readonly tail_share: number;
  readonly small_sample: number;
  /** Whether figures carry their exact fractions too. */
  readonly exact?: boolean;
}

const NO_ROW: ResultRow = {};

function toRational(value: bigint | number | null, scale: number): Rational | null {
  if (value === null) return null;
  const exact = typeof value === 'bigint' ? rational(value) : fromDouble(value);
  return rational(exact.num, exact.den * BigInt(scale));
}

/** Groups read between two pauses of `evaluateInSteps`. */
const GROUPS_AT_ONCE = 100;

/**
 * Turns the rows of a plan's statements into figures: exact fractions, the verdict, what is open,
 * the warnings. One figure per indicator and group that has facts; an indicator without any is
 * one figure with verdict `no-data`. Sorted by indicator, then by dimension values.
 *
 * @param results rows of each statement, in the order of the plan
 */
export function evaluatePlan(
  plan: Plan,
  results: readonly (readonly ResultRow[])[],
  settings: EvaluateSettings,
): readonly Figure[] {
  const steps = evaluateInSteps(plan, results, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same figures with a pause every so many groups, where whoever asked may let others work. */
export function* evaluateInSteps(
  plan: Plan,
  results: readonly (readonly ResultRow[])[],
  settings: EvaluateSettings,
): Generator<undefined, readonly Figure[]> {
  const { by } = plan.request;
  const groups = new Map<string, Map<string, Group>>();
  for (const [index, { statement }] of plan.datasets.entries()) {
    groups.set(statement, toGroups(results[index] ?? [], by.length));
    yield;
  }
  const figures: Figure[] = [];
  for (const planned of plan.indicators) {
    const statements = new Set([planned.home, ...planned.slots.map((slot) => slot.statement)]);
    const keys = new Map<string, readonly (string | null)[]>();
    for (const statement of statements)
      for (const [key, group] of groups.get(statement) ?? []) keys.set(key, group.dimensions);
    const periods = periodsWithFacts(planned, groups, by);
    const found: Figure[] = [];
    let read = 0;
    for (const [key, values] of keys) {
      const rowsOf = (statement: string) => groups.get(statement)?.get(key)?.rows ?? [];
      const hasFactsElsewhere = (slot: Slot) => periods.get(slot)?.has(periodKey(values, by)) ?? false;
      const figure = new GroupReader(planned, rowsOf, hasFactsElsewhere, settings).figure(
        Object.fromEntries(by.map((name, index) => [name, values[index] ?? null])),
      );
      if (figure) found.push(figure);
      read += 1;
      if (read % GROUPS_AT_ONCE === 0) yield;
    }
    figures.push(...(found.length > 0 ? found : [emptyFigure(planned, [{ code: 'no-facts', params: {} }])]));
  }
  for (const { indicator, dimension, dataset } of plan.unavailable) {
    figures.push({
      ...EMPTY,
      indicator,
      warnings: [{ code: 'dimension-unavailable', params: { dimension, dataset } }],
    });
  }
  return sortFigures(figures);
}

/** Sorts by indicator, then by dimension values; each key is made once. */
function sortFigures(figures: readonly Figure[]): Figure[] {
  const keyed = figures.map((figure) => ({
    figure,
    key: [figure.indicator, ...Object.values(figure.dimensions).map((value) => value ?? '')].join('\u0000'),
  }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ figure }) => figure);
}

const printExact = ({ num, den }: Rational): string => `${num}/${den}`;

const EMPTY: Figure = {
  indicator: '',
  dimensions: {},
  value: null,
  unit: 'ratio',
  numerator: null,
  denominator: null,
  n: 0,
  numerator_n: null,
  measure_unit: null,
  p50: null,
  p90: null,
  inside_standard: null,
  open: { count: 0, past_limit: 0 },
  standard: null,
  verdict: 'no-data',
  provisional: false,
  warnings: [],
};

function emptyFigure(planned: PlannedIndicator, warnings: readonly Warning[]): Figure {
  const { indicator } = planned;
  return {
    ...EMPTY,
    indicator: indicator.id,
    unit: indicator.unit,
    measure_unit: indicator.measure_unit,
    warnings,
  };
}

/** Reads the figure of one indicator in one group. */
class GroupReader {
  private readonly planned: PlannedIndicator;
  private readonly rowsOf: (statement: string) => readonly ResultRow[];
  private readonly hasFactsElsewhere: (slot: Slot) => boolean;
  private readonly settings: EvaluateSettings;
  private readonly own: readonly ResultRow[];
  private readonly counted: ResultRow;

  constructor(
    planned: PlannedIndicator,
    rowsOf: (statement: string) => readonly ResultRow[],
    hasFactsElsewhere: (slot: Slot) => boolean,
    settings: EvaluateSettings,
  ) {
    this.planned = planned;
    this.rowsOf = rowsOf;
    this.hasFactsElsewhere = hasFactsElsewhere;
    this.settings = settings;
    const home = rowsOf(planned.home);
    this.own = planned.key === null ? home : home.filter((row) => Number(row.indicator ?? 0) === planned.key);
    this.counted =
      (planned.key === null
        ? undefined
        : this.own.find((row) => Number(row.state ?? -1) === STATE.counted)) ?? NO_ROW;
  }

  private ofState(state: number): number {
    return Number(this.own.find((row) => Number(row.state ?? -1) === state)?.facts ?? 0);
  }

  private read(slot: Slot): Rational | null {
    const counted = this.planned.key !== null && slot.column.startsWith('value_');
    const rows = counted ? [this.counted] : this.rowsOf(slot.statement);
    const value = total(rows, slot.column);
    // No row at all is a count of zero, not an unknown one.
    if (value === null && slot.aggregate.operation === 'count') return ZERO;
    const { fraction, type } = slot.aggregate;
    if (fraction === null || typeof value !== 'number') return toRational(value, type.scale);
    return divide(fromPercentile(value, BigInt(fraction.den)), rational(BigInt(type.scale)));
  }

  /**
   * The aggregate of that position. A group without a fact, where others of the same time have some,
   * adds up to zero: who attended nobody has a productivity of 0 %, and the parts add up to the whole.
   */
  private readAggregate(slot: Slot, index: number): Rational | null {
    const value = this.read(slot);
    const facts = this.planned.facts.any[index];
    if (value !== null || slot.aggregate.operation !== 'sum' || !facts) return value;
    return this.count(facts) === 0 && this.hasFactsElsewhere(facts) ? ZERO : null;
  }

  private count(slot: Slot | null): number {
    return slot === null ? 0 : Number(total(this.rowsOf(slot.statement), slot.column) ?? 0);
  }

  figure(dimensions: Record<string, string | null>): Figure | null {
    const { planned } = this;
    const { indicator } = planned;
    const measured = planned.key !== null;
    const past_limit = measured ? this.ofState(STATE.open_past_limit) : 0;
    const open = { count: past_limit + (measured ? this.ofState(STATE.open) : 0), past_limit };
    const excluded = planned.excluded
      .map(({ code, slot, state }) => ({ code, n: slot ? this.count(slot) : this.ofState(state) }))
      .filter(({ n }) => n > 0);
    const n = measured ? Number(this.counted.facts ?? 0) : this.count(planned.facts.denominator);
    const numerator_n = measured ? null : this.count(planned.facts.numerator);
    const known = n > 0 || planned.facts.any.some((slot) => this.count(slot) > 0);
    if (!known && open.count === 0 && excluded.length === 0) return null;

    const values = planned.slots.map((slot, index) => this.readAggregate(slot, index));
    const numerator = termValue(indicator.numerator, values);
    const denominator = indicator.denominator ? termValue(indicator.denominator, values) : ONE;
    const value = n > 0 && numerator && denominator ? divide(numerator, denominator) : null;
    const unitName = indicator.measure_unit ?? indicator.unit;
    const factor = shownFactor(indicator.numerator, indicator.aggregates, unitName);
    const under = shownFactor(indicator.denominator, indicator.aggregates, unitName);
    const shown = value && multiply(value, divide(under, factor)!);
    const standards = value === null ? [] : this.standardsMet();
    const bounds = toBounds(standards);
    const verdict = judge(shown, bounds);
    const inside = this.inside(open.past_limit);
    const unit = indicator.measure_unit === null ? undefined : findUnit(indicator.measure_unit);
    const percentile = (column: 'p50' | 'p90') => {
      const raw = this.counted[column];
      if (raw === null || raw === undefined || indicator.measure?.type.kind !== 'quantity') return null;
      const scale = BigInt(indicator.measure.type.scale) * (unit?.factor ?? 1n);
      return toNumber(divide(fromPercentile(Number(raw), 10n), rational(scale))!);
    };
    const shownIn = (part: Rational | null, scale: Rational) =>
      value === null || part === null ? null : toNumber(divide(part, scale)!);
    return {
      indicator: indicator.id,
      dimensions,
      value: shown && toNumber(shown),
      unit: indicator.unit,
      numerator: shownIn(numerator, factor),
      denominator: shownIn(denominator, under),
      n,
      numerator_n,
      measure_unit: indicator.measure_unit,
      p50: percentile('p50'),
      p90: percentile('p90'),
      inside_standard: inside,
      open,
      standard: this.standardApplied(standards, bounds),
      verdict,
      provisional: open.count > 0,
      ...(this.settings.exact && {
        exact:
          value === null || numerator === null || denominator === null
            ? null
            : {
                numerator: printExact(divide(numerator, factor)!),
                denominator: printExact(divide(denominator, under)!),
              },
      }),
      warnings: this.warnings({
        value,
        n,
        numerator_n,
        verdict,
        inside,
        excluded,
        standards: standards.length,
      }),
    };
  }

  private inside(openPastLimit: number): Figure['inside_standard'] {
    const limited = Number(this.counted.limited ?? 0) + openPastLimit;
    return limited === 0 ? null : { share: Number(this.counted.inside ?? 0) / limited, n: limited };
  }

  /** The standards that facts of the group met, each with its part of the denominator. */
  private standardsMet(): readonly { readonly standard: CheckedStandard; readonly weight: Rational }[] {
    const { indicator, standards, by_standard } = this.planned;
    if (by_standard.length === 0) return standards.map((standard) => ({ standard, weight: ONE }));
    return standards.flatMap((standard, index) => {
      const values = by_standard[index]!.map((slot) => this.read(slot));
      const weight = termValue(indicator.denominator ?? indicator.numerator, values);
      return weight && weight.num !== 0n ? [{ standard, weight }] : [];
    });
  }

  private standardApplied(
    met: ReturnType<GroupReader['standardsMet']>,
    bounds: Bounds | null,
  ): StandardApplied | null {
    const latest = met.map(({ standard }) => standard).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
    if (!latest || !bounds) return null;
    const { indicator } = this.planned;
    const least = this.counted.least_limit ?? null;
    const constant = least !== null && least === this.counted.greatest_limit;
    const unit = indicator.measure_unit === null ? undefined : findUnit(indicator.measure_unit);
    const scale = latest.limit?.type.kind === 'quantity' ? latest.limit.type.scale : 1;
    const number = (part: Rational | null) => part && toNumber(part);
    return {
      floor: number(bounds.floor),
      ceiling: number(bounds.ceiling),
      tolerance: latest.tolerance && toNumber(fromPlain(latest.tolerance)),
      historical_error: latest.historical_error && toNumber(fromPlain(latest.historical_error)),
      limit: constant ? toNumber(rational(BigInt(least), (unit?.factor ?? 1n) * BigInt(scale))) : null,
      limit_unit: constant ? indicator.measure_unit : null,
      from: latest.from,
    };
  }

  private warnings(seen: {
    value: Rational | null;
    n: number;
    numerator_n: number | null;
    verdict: string;
    inside: Figure['inside_standard'];
    excluded: readonly { code: string; n: number }[];
    standards: number;
  }): Warning[] {
    const { tail_share, small_sample } = this.settings;
    const found: Warning[] = [];
    if (seen.value === null) found.push({ code: 'no-facts', params: {} });
    else if (seen.standards === 0) found.push({ code: 'no-standard', params: {} });
    const { measure } = this.planned.indicator;
    const unmeasured = measure && mentionsWorking(measure) ? this.ofState(STATE.unmeasured) : 0;
    if (unmeasured > 0) found.push({ code: 'calendar-missing', params: { n: unmeasured } });
    const without = this.ofState(STATE.without_standard);
    if (without > 0) found.push({ code: 'without-standard', params: { n: without } });
    if (seen.standards > 1) found.push({ code: 'several-standards', params: { n: seen.standards } });
    if (seen.inside && seen.verdict === 'met' && seen.inside.share < tail_share) {
      const outside = Math.round(seen.inside.n * (1 - seen.inside.share));
      found.push({
        code: 'mean-hides-tail',
        params: { share: seen.inside.share, outside, n: seen.inside.n },
      });
    }
    // Where the denominator counts people, the sample is the attentions behind their minutes.
    const sample = this.planned.counts_people ? (seen.numerator_n ?? 0) : seen.n;
    if (seen.value !== null && sample < small_sample)
      found.push({ code: 'small-sample', params: { n: sample, minimum: small_sample } });
    for (const { code, n } of seen.excluded) found.push({ code: 'excluded', params: { code, n } });
    for (const [column, value] of Object.entries(this.counted)) {
      if (column.startsWith('flag_') && Number(value) > 0)
        found.push({ code: 'flagged', params: { rule: Number(column.slice(5)), n: Number(value) } });
    }
    const { coverage } = this.planned;
    if (coverage) {
      const [first, second, neither] = [coverage.first, coverage.second, coverage.neither].map((slot) =>
        this.count(slot),
      ) as [number, number, number];
      if (second > 0)
        found.push({ code: 'standard-minutes', params: { n: second, of: first + second + neither } });
      if (neither > 0) found.push({ code: 'without-minutes', params: { n: neither } });
    }
    return found;
  }
}

/** Floor and ceiling of a group: each standard's, weighted by its part of the denominator. */
function toBounds(
  met: readonly { readonly standard: CheckedStandard; readonly weight: Rational }[],
): Bounds | null {
  const first = met[0];
  if (!first) return null;
  const weighted = (pick: (standard: CheckedStandard) => CheckedStandard['floor']): Rational | null => {
    let sum = ZERO;
    let weights = ZERO;
    for (const { standard, weight } of met) {
      const bound = pick(standard);
      if (bound === null) return null;
      sum = add(sum, multiply(fromPlain(bound), weight));
      weights = add(weights, weight);
    }
    return divide(sum, weights);
  };
  return {
    direction: first.standard.direction,
    floor: weighted((standard) => standard.floor),
    ceiling: weighted((standard) => standard.ceiling),
  };
}
