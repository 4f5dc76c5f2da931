import { setImmediate } from 'node:timers/promises';
import { parsePeriod, type Period, periodOf, Refusal, splitPeriod } from '../kernel/index.ts';
import {
  evaluateInSteps,
  type Figure,
  type MeasureRequest,
  type Plan,
  type ResultRow,
} from '../engine/index.ts';
import { runPlan } from '../facts/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import { overlayFrozen } from './frozen-figures.ts';
import { getIndicators, planMeasure, planWithAll } from './indicators/measure-indicators.ts';
import type { Institution } from './institution.ts';
import { tellLeftOut } from './left-out.ts';

export interface SeriesInput {
  /** Ids of the indicators wanted; empty for all. */
  readonly indicators: readonly string[];
  /** First and last period of the series, both included and of one length: `2010-06`, `2011-06`. */
  readonly from: string;
  readonly to: string;
  /** Breakdowns beside time; empty for the whole. */
  readonly by: readonly string[];
  /** Facts kept before anything is computed; all where absent. See `toOnly`. */
  readonly only?: MeasureRequest['only'];
  /** True for the figures that the facts give today, also of closed months. */
  readonly live?: true;
}

/** A figure of one period of a series; its dimensions are the breakdowns asked for, without time. */
export interface SeriesFigure extends Figure {
  readonly period: string;
}

export interface SeriesResult {
  /** Instant up to which the data go, by the clock of the institution; null without any. */
  readonly as_of: string | null;
  readonly periods: readonly string[];
  /** By period, then indicator, then breakdown. An indicator without facts in a period is one figure without value. */
  readonly figures: readonly SeriesFigure[];
}

/**
 * Measures indicators over several periods at once: one statement for each data set and each
 * stretch in which no standard changes, whatever the number of periods and indicators. Each figure
 * is the same, to the last digit, as that of `measureIndicators` over its period alone.
 *
 * @example measureSeries(institution, { indicators: [], from: '2010-06', to: '2011-06', by: ['unit'] })
 */
export async function measureSeries(institution: Institution, input: SeriesInput): Promise<SeriesResult> {
  const periods = listPeriods(input.from, input.to);
  const indicators = getIndicators(institution, input.indicators);
  const figures: SeriesFigure[] = [];
  let as_of: string | null = null;
  let { by } = input;
  for (const stretch of toStretches(periods, indicators)) {
    const [first, last] = [stretch[0]!, stretch.at(-1)!];
    const { grain } = first;
    const asked = {
      period: `${first.text}..${last.text}`,
      indicators: input.indicators,
      by: [grain, ...input.by],
      as_of: null,
      ...(input.only ? { only: input.only } : {}),
    };
    const planned = await planMeasure(institution, asked);
    as_of = planned.as_of;
    // As the data call it: a breakdown may be asked for by its word.
    by = planned.plan.request.by.slice(1);
    const results = await runPlan(institution.facts, planned.plan);
    const whole = planned.plan.request.without ? await planWithAll(institution, asked) : null;
    const withAll = whole && (await runPlan(institution.facts, whole));
    for (const period of stretch) {
      const found = await evaluateApart(institution, planned.plan, results, period.text);
      const others = whole && withAll && (await evaluateApart(institution, whole, withAll, period.text));
      const told = others ? tellLeftOut(institution, found, others) : found;
      figures.push(...told.map((figure) => toSeriesFigure(figure, period.text, by)));
    }
  }
  if (!input.live)
    return {
      as_of,
      periods: periods.map(({ text }) => text),
      figures: overlaySeries(institution, { ...input, by }, periods, figures),
    };
  return { as_of, periods: periods.map(({ text }) => text), figures };
}

/** The frozen figures of the months of a series that are closed, in place of today's. */
function overlaySeries(
  institution: Institution,
  { by, only }: Pick<SeriesInput, 'by' | 'only'>,
  periods: readonly Period[],
  figures: readonly SeriesFigure[],
): readonly SeriesFigure[] {
  if (!periods.some(({ text }) => institution.ledger.closings.find(text))) return figures;
  const byPeriod = Map.groupBy(figures, ({ period }) => period);
  return periods.flatMap(({ text }) =>
    overlayMonth(institution, text, { by, ...(only ? { only } : {}) }, byPeriod.get(text) ?? []),
  );
}

/** The same of one period of a series. */
export function overlayMonth(
  institution: Pick<Institution, 'content' | 'ledger'>,
  period: string,
  asked: Pick<MeasureRequest, 'by' | 'only'>,
  figures: readonly SeriesFigure[],
): readonly SeriesFigure[] {
  return overlayFrozen(institution, period, asked, figures).figures.map((figure) => ({ ...figure, period }));
}

/** Evaluates the rows of one period, with pauses, so that thousands of figures hold no other request up. */
async function evaluateApart(
  { settings }: Institution,
  plan: Plan,
  results: readonly (readonly ResultRow[])[],
  period: string,
): Promise<readonly Figure[]> {
  // The first dimension is time: no figure reads a row of another period.
  const own = results.map((rows) => rows.filter((row) => row['dim_1'] === period));
  const steps = evaluateInSteps(plan, own, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

/** A figure by time and breakdown as one of its period, by the breakdown alone. */
function toSeriesFigure(figure: Figure, period: string, by: readonly string[]): SeriesFigure {
  // What has nothing in the period has no breakdown either.
  const isEmpty = Object.keys(figure.dimensions).length === 0;
  const dimensions = isEmpty
    ? {}
    : Object.fromEntries(by.map((name) => [name, figure.dimensions[name] ?? null]));
  return { ...figure, dimensions, period };
}

/** The periods from one to another of the same length, both included; refuses texts that are none. */
export function listPeriods(from: string, to: string): readonly Period[] {
  const [first, last] = [parsePeriod(from), parsePeriod(to)];
  if (!first || !last || first.grain !== last.grain || last.to <= first.from)
    throw new Refusal('period-unreadable', { period: `${from}..${to}` });
  return splitPeriod({ ...first, from: first.from, to: last.to }, first.grain);
}

/**
 * Periods in a row that meet the same standards whole. Where a standard starts within them they are
 * measured apart, so that each is held against what it would be held against alone.
 */
function toStretches(
  periods: readonly Period[],
  indicators: readonly CheckedIndicator[],
): readonly (readonly Period[])[] {
  const starts = new Set(indicators.flatMap(({ standards }) => standards.map(({ from }) => from)));
  const edges = new Set<string>();
  for (const start of starts) {
    const period = periodOf(start, periods[0]!.grain);
    edges.add(period.from);
    if (start !== period.from) edges.add(period.to);
  }
  const stretches: Period[][] = [];
  for (const period of periods) {
    const current = stretches.at(-1);
    if (!current || edges.has(period.from)) stretches.push([period]);
    else current.push(period);
  }
  return stretches;
}
