import type { Dataset } from '../kernel/index.ts';
import { type Aggregate, type CheckedIndicator, columnsOf, type RowExpression } from '../language/index.ts';
import { type DimensionSql, findDimension } from './dimension.ts';
import { toLayers } from './disjoint.ts';
import { mentionsWorking, readsLimit } from './expression-reads.ts';
import {
  type Cut,
  type DatasetPlan,
  type MeasureRequest,
  type PlanContext,
  type Slot,
  STATE,
} from './plan.ts';
import { printPopulation, timestamp } from './population.ts';
import { printRow, quoteName, quoteText, type RowNames } from './print-row.ts';
import { columnsOfStandards, isDivided, pickByStandard, standardsOf } from './standards.ts';

/** An aggregate asked of a data set by an indicator that has no measure there. */
interface Rider {
  readonly column: string;
  readonly sql: string;
  readonly additive: boolean;
}

/** Gathers what is asked of one data set and prints it as one statement. */
export class DatasetPlanner {
  readonly dataset: Dataset;
  /** Name of the statement: data set and the date that puts its facts in the period. */
  readonly name: string;
  private readonly date: string;
  private readonly request: MeasureRequest;
  private readonly context: PlanContext;
  private readonly cut: Cut | undefined;
  private readonly columns = new Set<string>();
  private readonly riders = new Map<string, Rider>();
  private readonly measured: CheckedIndicator[] = [];
  private readonly slots = new Map<string, string>();
  private readonly dimensions: readonly DimensionSql[];
  /** SQL that holds for the facts asked for, where only some are. */
  private readonly kept: readonly string[];

  constructor(dataset: Dataset, date: string, request: MeasureRequest, context: PlanContext) {
    this.dataset = dataset;
    this.name = `${dataset.id}/${date}`;
    this.date = date;
    this.request = request;
    this.context = context;
    this.cut = request.cuts.get(dataset.id);
    this.dimensions = request.by.map((name) => {
      const dimension = findDimension(name, dataset, date);
      if (!dimension) throw new Error(`${dataset.id} has no dimension ${name}`);
      return dimension;
    });
    for (const dimension of this.dimensions) this.need(dimension.columns);
    this.kept = (request.only ?? []).map(({ dimension, values }) => {
      const found = findDimension(dimension, dataset, date);
      if (!found) throw new Error(`${dataset.id} has no dimension ${dimension}`);
      this.need(found.columns);
      return values.length === 0
        ? 'false'
        : `${found.label(found.key)} in (${values.map(quoteText).join(', ')})`;
    });
  }

  /** SQL that holds for the facts of an indicator left out by approval; null where there are none. */
  leftOut(indicator: string): string | null {
    const { dataset } = this;
    const found = (this.request.without ?? []).filter(
      (each) =>
        each.dataset === dataset.id &&
        each.keys.length > 0 &&
        (each.indicator === null || each.indicator === indicator),
    );
    if (found.length === 0) return null;
    this.need([this.date, ...dataset.key]);
    const columns = dataset.key.map((name) => `coalesce(${this.localColumn(name)}::varchar, '')`).join(', ');
    const conditions = found.map(({ from, to, keys }) => {
      const tuples = keys.map((key) => `(${key.map(quoteText).join(', ')})`).join(', ');
      const date = this.localDate();
      return `((${columns}) in (${tuples}) and ${date} >= date ${quoteText(from)} and ${date} < date ${quoteText(to)})`;
    });
    return `(${conditions.join(' or ')})`;
  }

  private localColumn(name: string): string {
    const isInstant = this.dataset.columns.find((column) => column.name === name)?.type === 'instant';
    return isInstant ? `${name}_local` : quoteName(name);
  }

  /** Adds a measured indicator whose home this is; its number tells its rows apart. */
  addMeasured(indicator: CheckedIndicator): number {
    this.measured.push(indicator);
    const standards = standardsOf(indicator.standards, this.request.from, this.request.to);
    this.need([indicator.date, ...columnsOfStandards(standards)]);
    for (const expression of this.expressionsOf(indicator)) this.needIn(expression);
    if (indicator.closes) this.need([this.dataset.opens!, this.dataset.closes!]);
    if (indicator.closes && this.cut?.of_import) this.need(['_import']);
    if (indicator.closes && mentionsWorking(indicator.measure!)) this.need(['unit_calendar', 'unit']);
    this.leftOut(indicator.id);
    return this.measured.length;
  }

  private expressionsOf(indicator: CheckedIndicator): (RowExpression | null)[] {
    return [
      indicator.scope,
      indicator.where,
      indicator.measure,
      ...indicator.except.map((item) => item.where),
    ];
  }

  private need(names: readonly string[]): void {
    for (const name of names) this.columns.add(name);
  }
  private needIn(expression: RowExpression | null): void {
    if (expression) this.need(columnsOf(expression));
  }

  /** Adds an aggregate over the counted rows of a measured indicator; `standard` limits it to one of several standards. */
  addCounted(indicator: CheckedIndicator, aggregate: Aggregate, standard: number | null): Slot {
    this.needIn(aggregate.argument);
    this.needIn(aggregate.where);
    const names = this.namesOf(indicator);
    const conditions = [
      ...(aggregate.where ? [printRow(aggregate.where, names)] : []),
      ...(standard === null ? [] : [`standard = ${standard}`]),
    ];
    const sql = this.aggregateSql(aggregate, names, conditions);
    let column = this.slots.get(sql);
    if (column === undefined) {
      column = `value_${this.slots.size + 1}`;
      this.slots.set(sql, column);
    }
    return { dataset: this.dataset.id, statement: this.name, column, aggregate };
  }

  /** Adds an aggregate over the rows that satisfy a condition, of an indicator without a measure here. */
  addRider(
    aggregate: Aggregate,
    conditions: readonly (RowExpression | null)[],
    negated: readonly RowExpression[] = [],
    standardFilter = '',
  ): Slot {
    for (const expression of [aggregate.argument, aggregate.where, ...conditions, ...negated])
      this.needIn(expression);
    const filters = [
      ...[...conditions, aggregate.where].flatMap((condition) => (condition ? [printRow(condition)] : [])),
      ...negated.map((condition) => `(${printRow(condition)}) is not true`),
      ...(standardFilter ? [standardFilter] : []),
    ];
    const sql = this.aggregateSql(aggregate, {}, filters);
    let rider = this.riders.get(sql);
    if (!rider) {
      const additive =
        (aggregate.operation === 'sum' || aggregate.operation === 'count') && !this.dataset.derived;
      rider = { column: `total_${this.riders.size + 1}`, sql, additive };
      this.riders.set(sql, rider);
    }
    return { dataset: this.dataset.id, statement: this.name, column: rider.column, aggregate };
  }

  /** SQL that holds for facts met by the standard of that index among `standardsOf`. */
  standardFilter(indicator: CheckedIndicator, index: number): string {
    const standards = standardsOf(indicator.standards, this.request.from, this.request.to);
    this.need([this.date, ...columnsOfStandards(standards)]);
    return `(${pickByStandard(standards, this.request.from, this.localDate(), {}, (_, position) => String(position))}) = ${index}`;
  }

  private localDate(): string {
    const isInstant = this.dataset.columns.find((column) => column.name === this.date)?.type === 'instant';
    return isInstant ? `${this.date}_local::date` : quoteName(this.date);
  }

  private namesOf(indicator: CheckedIndicator): RowNames {
    return { computed: new Map([[JSON.stringify(indicator.measure), 'measure']]), limit: 'limit_value' };
  }

  private aggregateSql(aggregate: Aggregate, names: RowNames, filters: readonly string[]): string {
    const weight = this.dataset.weight === null ? null : quoteName(this.dataset.weight);
    const argument = aggregate.argument === null ? '*' : printRow(aggregate.argument, names);
    const filter = filters.length === 0 ? '' : ` filter (where ${filters.join(' and ')})`;
    if (weight) this.need([this.dataset.weight!]);
    switch (aggregate.operation) {
      case 'count':
        // The table of capacity has a row a day: its facts are the people.
        if (this.dataset.derived) {
          this.need(['person']);
          return `count(distinct person)${filter}`;
        }
        return weight ? `coalesce(sum(${weight})${filter}, 0)` : `count(*)${filter}`;
      case 'sum':
        return (weight ? `sum(${argument} * ${weight})` : `sum(${argument})`) + filter;
      case 'quantile': {
        const { num, den } = aggregate.fraction!;
        return `quantile_cont(${argument}, ${num}.0 / ${den})${filter}`;
      }
      case 'min':
      case 'max':
        return `${aggregate.operation}(${argument})${filter}`;
      case 'distinct':
        return `count(distinct ${argument})${filter}`;
      default:
        return aggregate.operation satisfies never;
    }
  }

  /** Prints the statement; null when nothing was asked. */
  print(title: string): DatasetPlan {
    const layers = toLayers(this.measured);
    const riders = [...this.riders.values()];
    const ride = layers.length > 0 && riders.every((rider) => rider.additive);
    const branches: string[] = [];
    const steps: string[] = [];
    if (this.dataset.rules.some((rule) => rule.otherwise === 'flag')) this.need(['_flags']);
    for (const [index, layer] of layers.entries()) {
      const suffix = layers.length === 1 ? '' : `_${index + 1}`;
      steps.push(...this.layerSteps(layer, suffix, index === 0 && ride ? riders : []));
      branches.push(this.finalSelect(`grain${suffix}`));
    }
    if (riders.length > 0 && !ride) {
      const keys = this.dimensions.map((dimension, index) => `${dimension.key} as key_${index + 1}`);
      const totals = riders.map((rider) => `${rider.sql} as ${rider.column}`);
      const group =
        keys.length === 0 ? '' : `\n   group by ${keys.map((_, index) => `key_${index + 1}`).join(', ')}`;
      steps.push(
        `totals as (\n  select ${[...keys, ...totals].join(',\n         ')}\n    from population${group}\n)`,
      );
      branches.push(this.finalSelect('totals'));
    }
    const once = branches.length > 1 ? 'as materialized' : 'as';
    return {
      statement: this.name,
      dataset: this.dataset,
      sql: this.printStatement(title, once, steps, branches.join('\nunion all by name\n')),
    };
  }

  private printStatement(title: string, once: string, steps: readonly string[], select: string): string {
    const { from, to } = this.request;
    const population = printPopulation(
      this.dataset,
      this.date,
      from,
      to,
      this.columns,
      this.cut,
      this.context,
    );
    const asked =
      this.kept.length === 0
        ? population
        : `select * from (\n  ${population}\n  ) where ${this.kept.join(' and ')}`;
    return [`-- ${title}`, `with population ${once} (\n  ${asked}\n),`, steps.join(',\n'), select].join('\n');
  }

  /**
   * Prints the facts one by one instead of their grain: the same population, classification and
   * judgement, then `select` over `judgement`. `columns` are read by it beside those already asked.
   */
  printFacts(title: string, columns: readonly string[], select: string): string {
    this.need(columns);
    return this.printStatement(title, 'as', this.judgementSteps(this.measured, ''), select);
  }

  /** SQL of each dimension's text, for keeping the facts of one value. */
  dimensionTexts(): readonly string[] {
    return this.dimensions.map((dimension) => dimension.label(dimension.key));
  }

  /** SQL of an expression over the judged facts of an indicator. */
  printJudged(expression: RowExpression, indicator: CheckedIndicator): string {
    this.needIn(expression);
    return printRow(expression, indicator.measure ? this.namesOf(indicator) : {});
  }

  private finalSelect(from: string): string {
    const labels = this.dimensions.map(
      (dimension, index) => `${dimension.label(`key_${index + 1}`)} as dim_${index + 1}`,
    );
    const percentiles = from !== 'totals' && this.dataset.weight === null;
    const hidden = [
      ...this.dimensions.map((_, index) => `key_${index + 1}`),
      ...(percentiles ? ['percentiles'] : []),
    ];
    const shown = [
      ...labels,
      hidden.length === 0 ? '*' : `* exclude (${hidden.join(', ')})`,
      ...(percentiles ? ['percentiles[1] as p50', 'percentiles[2] as p90'] : []),
    ];
    return `select ${shown.join(', ')}\n  from ${from}`;
  }

  /** Classification, measurement and judgement of one layer of indicators that share no fact. */
  private judgementSteps(layer: readonly CheckedIndicator[], suffix: string): string[] {
    const number = (indicator: CheckedIndicator) => this.measured.indexOf(indicator) + 1;
    const perIndicator = (print: (indicator: CheckedIndicator) => string): string => {
      const groups = new Map<string, number[]>();
      for (const indicator of layer) {
        const text = print(indicator);
        groups.set(text, [...(groups.get(text) ?? []), number(indicator)]);
      }
      if (groups.size === 1) return [...groups.keys()][0]!;
      return `case ${[...groups].map(([text, numbers]) => `when indicator ${numbers.length === 1 ? `= ${numbers[0]}` : `in (${numbers.join(', ')})`} then ${text}`).join('\n              ')} end`;
    };
    const classes = layer.map(
      (indicator) => `when ${indicator.scope ? printRow(indicator.scope) : 'true'} then ${number(indicator)}`,
    );
    const standardsFor = (indicator: CheckedIndicator) =>
      standardsOf(indicator.standards, this.request.from, this.request.to);
    const limits = perIndicator((indicator) =>
      pickByStandard(standardsFor(indicator), this.request.from, this.localDate(), {}, (standard) =>
        standard.limit ? printRow(standard.limit) : 'null::bigint',
      ),
    );
    const several = layer.some((indicator) => isDivided(standardsFor(indicator), this.request.from));
    const standard = several
      ? [
          `${perIndicator((indicator) => pickByStandard(standardsFor(indicator), this.request.from, this.localDate(), {}, (_, index) => String(index)))} as standard`,
        ]
      : [];
    const classification = `classification${suffix} as (
  select *,
         case ${classes.join('\n              ')} end::utinyint as indicator
    from population
)`;
    const measurement = `measurement${suffix} as (
  select *,
         ${[`${perIndicator((indicator) => (indicator.measure ? printRow(indicator.measure) : 'null::bigint'))} as measure`, `${limits} as limit_value`, ...standard].join(',\n         ')}
    from classification${suffix}
)`;
    const judgement = `judgement${suffix} as (
  select *,
         ${perIndicator((indicator) => this.stateSql(indicator))}::utinyint as state
    from measurement${suffix}
)`;
    return [classification, measurement, judgement];
  }

  /** The steps of one layer down to its grain: one row for each group, indicator and state. */
  private layerSteps(layer: readonly CheckedIndicator[], suffix: string, riders: readonly Rider[]): string[] {
    const keys = this.dimensions.map((dimension, index) => `${dimension.key} as key_${index + 1}`);
    const weight = this.dataset.weight === null ? null : quoteName(this.dataset.weight);
    const facts = (condition: string) =>
      weight
        ? `coalesce(sum(${weight}) filter (where ${condition}), 0)`
        : `count(*) filter (where ${condition})`;
    const flags = this.dataset.rules.flatMap((rule, index) =>
      rule.otherwise === 'flag'
        ? [`count(*) filter (where (_flags >> ${index}) & 1 = 1) as flag_${index}`]
        : [],
    );
    const columns = [
      ...keys,
      'indicator',
      'state',
      `${weight ? `sum(${weight})` : 'count(*)'} as facts`,
      `${facts('measure <= limit_value')} as inside`,
      `${facts('limit_value is not null')} as limited`,
      ...(weight ? [] : ['quantile_cont(measure, [0.5, 0.9]) as percentiles']),
      'min(limit_value) as least_limit',
      'max(limit_value) as greatest_limit',
      ...[...this.slots].map(([sql, column]) => `${sql} as ${column}`),
      ...riders.map((rider) => `${rider.sql} as ${rider.column}`),
      ...flags,
    ];
    const group = [...keys.map((_, index) => `key_${index + 1}`), 'indicator', 'state'].join(', ');
    const filter = riders.length === 0 ? '\n   where indicator is not null' : '';
    const grain = `grain${suffix} as (\n  select ${columns.join(',\n         ')}\n    from judgement${suffix}${filter}\n   group by ${group}\n)`;
    return [...this.judgementSteps(layer, suffix), grain];
  }

  /** What became of a fact: left out by a reason, outside the population, open, past its limit, or counted. */
  private stateSql(indicator: CheckedIndicator): string {
    const branches: string[] = [];
    const left = this.leftOut(indicator.id);
    if (left !== null) branches.push(`when ${left} then ${STATE.withdrawn}`);
    if (indicator.where)
      branches.push(`when (${printRow(indicator.where)}) is not true then ${STATE.outside}`);
    for (const [index, item] of indicator.except.entries()) {
      // What is said of the closing is said of what has closed: the rest is open, not left out.
      const closes = indicator.closes && columnsOf(item.where).includes(this.dataset.closes!);
      const condition = closes
        ? `${this.dataset.closes} is not null and ${printRow(item.where)}`
        : printRow(item.where);
      branches.push(`when ${condition} then ${STATE.excluded + index}`);
    }
    if (indicator.closes) {
      const closes = this.dataset.closes!;
      const replaced = new Map([[closes, this.cutValue()]]);
      branches.push(
        `when ${closes} is null then case when ${printRow(indicator.measure!, { replaced })} > limit_value then ${STATE.open_past_limit} else ${STATE.open} end`,
      );
    }
    if (indicator.measure) branches.push(`when measure is null then ${STATE.unmeasured}`);
    // A sum of limits of which some are missing would make the rest look late.
    if (readsLimit(indicator) && !this.hasLimit(indicator))
      branches.push(`when limit_value is null then ${STATE.without_standard}`);
    if (branches.length === 0) return String(STATE.counted);
    return `case ${branches.join('\n              ')} else ${STATE.counted} end`;
  }

  /** Whether every fact of the period has a limit: one constant for all of them. */
  private hasLimit(indicator: CheckedIndicator): boolean {
    const { from, to } = this.request;
    const standards = standardsOf(indicator.standards, from, to);
    return !isDivided(standards, from) && standards[0]?.limit?.kind === 'constant';
  }

  /** The cut as the closing of what is still open. */
  private cutValue() {
    if (!this.cut) throw new Error(`no cut for ${this.dataset.id}`);
    const { default_calendar, of_import } = this.cut;
    const calendar = default_calendar
      ? `coalesce(unit_calendar, ${quoteText(default_calendar)})`
      : 'unit_calendar';
    const toFaces = ({ us, work }: Pick<Cut, 'us' | 'work'>) => {
      const calendars = [...work].map(([id, at]) => `when ${quoteText(id)} then ${at}`);
      return {
        sql: timestamp(us),
        local: timestamp(us),
        work: calendars.length === 0 ? 'null::bigint' : `case ${calendar} ${calendars.join(' ')} end`,
      };
    };
    const faces = toFaces(this.cut);
    if (!of_import) return faces;
    const other = toFaces(of_import);
    const choose = (face: keyof typeof faces) =>
      `(case when _import = ${of_import.seq} then ${other[face]} else ${faces[face]} end)`;
    return { sql: choose('sql'), local: choose('local'), work: choose('work') };
  }
}
