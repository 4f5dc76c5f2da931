import type { Dataset } from '../kernel/index.ts';
import { quantityType } from '../functions/index.ts';
import {
  type Aggregate,
  type CheckedIndicator,
  type CheckedStandard,
  children,
  type RowExpression,
  type Term,
} from '../language/index.ts';
import { findDimension } from './dimension.ts';
import type { MeasureRequest, Plan, PlanContext, PlannedIndicator, Slot } from './plan.ts';
import { STATE } from './plan.ts';
import { DatasetPlanner } from './plan-dataset.ts';
import { isDivided, standardsOf } from './standards.ts';

/** The aggregates a term reads, by index. */
export function aggregatesOf(term: Term | null): readonly number[] {
  if (term === null || term.kind === 'constant') return [];
  if (term.kind === 'aggregate') return [term.index];
  return [...new Set([...aggregatesOf(term.left), ...aggregatesOf(term.right)])];
}

function countOf(dataset: string, where: RowExpression | null): Aggregate {
  return {
    dataset,
    operation: 'count',
    argument: null,
    where,
    fraction: null,
    type: quantityType('count') as Aggregate['type'],
  };
}

function firstKnownIn(expression: RowExpression | null): Extract<RowExpression, { kind: 'call' }> | null {
  if (expression === null) return null;
  if (expression.kind === 'call' && expression.name === 'first_known') return expression;
  for (const child of children(expression)) {
    const found = firstKnownIn(child);
    if (found) return found;
  }
  return null;
}

/** Dates of each data set an indicator reads: its own in its home, the declared one elsewhere. */
function dateIn(indicator: CheckedIndicator, dataset: Dataset): string {
  const date = dataset.id === indicator.dataset ? indicator.date : dataset.date;
  if (date === null) throw new Error(`${dataset.id} has no date`);
  return date;
}

/**
 * Plans checked indicators over a period and its breakdowns: one statement for each data set (and
 * date column), whatever the number of indicators. Indicators that cannot be split as asked are
 * named in `unavailable` and left out.
 */
export function planIndicators(
  indicators: readonly CheckedIndicator[],
  request: MeasureRequest,
  context: PlanContext,
): Plan {
  const planners = new Map<string, DatasetPlanner>();
  const titles = new Map<string, string[]>();
  const unavailable: Plan['unavailable'][number][] = [];
  const datasetOf = (id: string): Dataset => {
    const dataset = context.vocabulary.datasets.get(id);
    if (!dataset) throw new Error(`no data set ${id}`);
    return dataset;
  };
  const plannerOf = (indicator: CheckedIndicator, id: string): DatasetPlanner => {
    const dataset = datasetOf(id);
    const date = dateIn(indicator, dataset);
    const key = `${id}/${date}`;
    let planner = planners.get(key);
    if (!planner) {
      planner = new DatasetPlanner(dataset, date, request, context);
      planners.set(key, planner);
    }
    titles.set(key, [...new Set([...(titles.get(key) ?? []), indicator.id])]);
    return planner;
  };

  const planned: PlannedIndicator[] = [];
  for (const indicator of [...indicators].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const reads = [
      ...new Set([indicator.dataset, ...indicator.aggregates.map((aggregate) => aggregate.dataset)]),
    ].map(datasetOf);
    const asked = [...request.by, ...(request.only ?? []).map(({ dimension }) => dimension)];
    const missing = reads.flatMap((dataset) =>
      asked
        .filter((name) => findDimension(name, dataset, dateIn(indicator, dataset)) === null)
        .map((dimension) => ({ indicator: indicator.id, dimension, dataset: dataset.id })),
    );
    if (missing.length > 0) unavailable.push(missing[0]!);
    else
      planned.push(
        indicator.measure
          ? planMeasured(indicator, plannerOf, request)
          : planUnmeasured(indicator, plannerOf, request, context),
      );
  }
  const period = `${request.from} .. ${request.to}`;
  const datasets = [...planners].map(([key, planner]) =>
    planner.print(`${planner.dataset.id}, ${period}: ${titles.get(key)!.join(', ')}`),
  );
  return { request, indicators: planned, datasets, unavailable };
}

/** Adds an aggregate over the facts of an indicator that were not left out by approval. */
function addKept(
  planner: DatasetPlanner,
  { id }: CheckedIndicator,
  aggregate: Aggregate,
  conditions: readonly (RowExpression | null)[],
  negated: readonly RowExpression[] = [],
  filter = '',
): Slot {
  const left = planner.leftOut(id);
  const filters = [...(filter === '' ? [] : [filter]), ...(left === null ? [] : [`${left} is not true`])];
  return planner.addRider(aggregate, conditions, negated, filters.join(' and '));
}

type PlannerOf = (indicator: CheckedIndicator, dataset: string) => DatasetPlanner;

/** An indicator that measures each fact: its home rows are classified, judged and counted by state. */
function planMeasured(
  indicator: CheckedIndicator,
  plannerOf: PlannerOf,
  request: MeasureRequest,
): PlannedIndicator {
  const home = plannerOf(indicator, indicator.dataset);
  const key = home.addMeasured(indicator);
  const standards = standardsOf(indicator.standards, request.from, request.to);
  const place = (aggregate: Aggregate, standard: number | null): Slot =>
    aggregate.dataset === indicator.dataset
      ? home.addCounted(indicator, aggregate, standard)
      : addKept(plannerOf(indicator, aggregate.dataset), indicator, aggregate, []);
  return {
    indicator,
    home: home.name,
    key,
    slots: indicator.aggregates.map((aggregate) => place(aggregate, null)),
    by_standard: splitDenominator(indicator, standards, request.from, (aggregate, standard) =>
      place(aggregate, standard),
    ),
    standards,
    facts: { numerator: null, denominator: null, any: [] },
    counts_people: false,
    excluded: indicator.except.map((item, index) => ({
      code: item.code,
      slot: null,
      state: STATE.excluded + index,
    })),
    coverage: null,
  };
}

/** Denominator aggregates once more for each standard that only some facts meet, so that floors can be weighted. */
function splitDenominator(
  indicator: CheckedIndicator,
  standards: readonly CheckedStandard[],
  from: string,
  place: (aggregate: Aggregate, standard: number) => Slot,
): readonly (readonly Slot[])[] {
  if (!isDivided(standards, from)) return [];
  const used = new Set(aggregatesOf(indicator.denominator ?? indicator.numerator));
  return standards.map((_, standard) =>
    indicator.aggregates.map((aggregate, index) =>
      used.has(index) ? place(aggregate, standard) : place(aggregate, 0),
    ),
  );
}

/** An indicator made of totals: shares, productivity, volumes. */
function planUnmeasured(
  indicator: CheckedIndicator,
  plannerOf: PlannerOf,
  request: MeasureRequest,
  context: PlanContext,
): PlannedIndicator {
  const standards = standardsOf(indicator.standards, request.from, request.to);
  const reasons = indicator.except.map((item) => item.where);
  const isHome = (aggregate: Aggregate) => aggregate.dataset === indicator.dataset;
  const conditions = (aggregate: Aggregate) => (isHome(aggregate) ? [indicator.scope, indicator.where] : []);
  const negated = (aggregate: Aggregate) => (isHome(aggregate) ? reasons : []);
  const place = (aggregate: Aggregate, filter = ''): Slot =>
    addKept(
      plannerOf(indicator, aggregate.dataset),
      indicator,
      aggregate,
      conditions(aggregate),
      negated(aggregate),
      filter,
    );
  const factsOf = (term: Term | null): Slot | null => {
    const first = indicator.aggregates[aggregatesOf(term)[0] ?? -1];
    return first ? place(countOf(first.dataset, first.where)) : null;
  };
  const home = plannerOf(indicator, indicator.dataset);
  const known = indicator.aggregates
    .map((aggregate) => firstKnownIn(aggregate.argument))
    .find((call) => call !== null);
  const holds = (expression: RowExpression, negatedToo: boolean): RowExpression => ({
    kind: 'empty',
    type: { kind: 'boolean' },
    left: expression,
    negated: negatedToo,
  });
  const both = (left: RowExpression, right: RowExpression): RowExpression => ({
    kind: 'logic',
    type: { kind: 'boolean' },
    op: 'and',
    left,
    right,
  });
  const counted = (where: RowExpression): Slot =>
    addKept(home, indicator, countOf(indicator.dataset, where), [indicator.scope, indicator.where], reasons);
  const [first, second] = known?.args ?? [];
  // A denominator that is a constant has no facts of its own: those of the numerator count.
  const denominator = factsOf(indicator.denominator) ?? factsOf(indicator.numerator);
  return {
    indicator,
    home: home.name,
    key: null,
    slots: indicator.aggregates.map((aggregate) => place(aggregate)),
    by_standard: splitDenominator(indicator, standards, request.from, (aggregate, index) =>
      place(aggregate, plannerOf(indicator, aggregate.dataset).standardFilter(indicator, index)),
    ),
    standards,
    facts: {
      numerator: factsOf(indicator.numerator),
      denominator,
      // A claim where no card was issued is a fact of the indicator too: its group is shown.
      any: indicator.aggregates.map(({ dataset, where }) => place(countOf(dataset, where))),
    },
    counts_people:
      denominator !== null && (context.vocabulary.datasets.get(denominator.dataset)?.derived ?? false),
    excluded: indicator.except.map((item, index) => ({
      code: item.code,
      slot: addKept(
        home,
        indicator,
        countOf(indicator.dataset, null),
        [indicator.scope, indicator.where, item.where],
        reasons.slice(0, index),
      ),
      state: STATE.excluded + index,
    })),
    coverage:
      first && second
        ? {
            first: counted(holds(first, true)),
            second: counted(both(holds(first, false), holds(second, true))),
            neither: counted(both(holds(first, false), holds(second, false))),
          }
        : null,
  };
}
