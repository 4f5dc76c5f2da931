import type { Dataset } from '../kernel/index.ts';
import type { Aggregate, CheckedIndicator } from '../language/index.ts';
import { findDimension } from './dimension.ts';
import { type MeasureRequest, type PlanContext, STATE } from './plan.ts';
import { DatasetPlanner } from './plan-dataset.ts';
import { quoteName, quoteText } from './print-row.ts';

/** Which of the facts behind a figure are listed, and in what order; ties stand by date and key. */
export interface RowsWindow {
  /** States listed (see STATE); null for all. */
  readonly states: readonly number[] | null;
  /** Only the fact that stands there: import and position among the records of its file. */
  readonly place?: { readonly seq: number; readonly row: number };
  /** Only facts whose key has this text in it. */
  readonly key_has?: string;
  /** By one of these, or by chance: the same seed gives the same order of the same facts. */
  readonly order:
    | { readonly by: 'date' | 'opens' | 'measure'; readonly descending: boolean }
    | { readonly seed: string };
  readonly limit: number;
  readonly offset: number;
}

/** One row asked of the facts behind a figure, by filters on dimensions. */
export interface RowsRequest extends Omit<MeasureRequest, 'by'> {
  readonly filters: readonly { readonly dimension: string; readonly value: string }[];
  /** Part of them only; all where absent. */
  readonly window?: RowsWindow;
  /** False leaves the order of the facts open: for who adds them up, sorting them is most of the work. */
  readonly ordered?: boolean;
}

/** A column shown of each fact beside its date, measure and limit. */
export interface RowColumn {
  readonly name: string;
  readonly sql_name: string;
}

/** The facts of one data set behind a figure, as SQL. */
export interface RowsPlan {
  readonly dataset: Dataset;
  readonly date: string;
  readonly keys: readonly RowColumn[];
  /** The other columns that name things: unit, person, process... and lookups the indicator reads. */
  readonly attributes: readonly RowColumn[];
  /** Aggregates of the formula that read this data set, by index, each with the column of its part in every fact. */
  readonly parts: readonly {
    readonly index: number;
    readonly aggregate: Aggregate;
    readonly column: string;
  }[];
  /**
   * One row for each fact in scope, by date and key: `state` (see STATE), `fact_date`, `opens`,
   * `closes` (wall clock of the unit), `measure`, `limit_value` (base units), `weight`, `part_1`...
   */
  readonly sql: string;
  /** The same facts counted by state and import; state null: of the period but not in scope. */
  readonly counts_sql: string;
}

/** What an indicator says about one data set it reads: in its home everything, elsewhere only its aggregates. */
function shareOf(indicator: CheckedIndicator, dataset: Dataset): CheckedIndicator {
  if (dataset.id === indicator.dataset) return indicator;
  return {
    ...indicator,
    dataset: dataset.id,
    date: dataset.date ?? '',
    scope: null,
    where: null,
    except: [],
    measure: null,
    closes: false,
    standards: [],
  };
}

function isNaming(type: string): boolean {
  return type === 'reference' || type === 'code' || type === 'text' || type === 'boolean';
}

/** The first dimension among the filters by which a data set the indicator reads cannot be told apart, or null. */
export function findMissingFilter(
  indicator: CheckedIndicator,
  filters: RowsRequest['filters'],
  context: PlanContext,
): { readonly dimension: string; readonly dataset: string } | null {
  for (const dataset of datasetsOf(indicator, context)) {
    const { date } = shareOf(indicator, dataset);
    const missing = filters.find(({ dimension }) => findDimension(dimension, dataset, date) === null);
    if (missing) return { dimension: missing.dimension, dataset: dataset.id };
  }
  return null;
}

function datasetsOf(indicator: CheckedIndicator, context: PlanContext): readonly Dataset[] {
  const ids = new Set([indicator.dataset, ...indicator.aggregates.map(({ dataset }) => dataset)]);
  return [...ids].map((id) => {
    const dataset = context.vocabulary.datasets.get(id);
    if (!dataset) throw new Error(`no data set ${id}`);
    return dataset;
  });
}

/**
 * Plans the facts behind a figure: of each data set the indicator reads, every fact in its scope
 * with what became of it, by the very steps that the figure is computed with.
 */
export function planRows(
  indicator: CheckedIndicator,
  request: RowsRequest,
  context: PlanContext,
): readonly RowsPlan[] {
  return datasetsOf(indicator, context).map((dataset) => planDataset(indicator, dataset, request, context));
}

function planDataset(
  indicator: CheckedIndicator,
  dataset: Dataset,
  request: RowsRequest,
  context: PlanContext,
): RowsPlan {
  const share = shareOf(indicator, dataset);
  const by = request.filters.map(({ dimension }) => dimension);
  const planner = new DatasetPlanner(dataset, share.date, { ...request, by }, context);
  planner.addMeasured(share);
  const isInstant = (name: string) =>
    dataset.columns.find((column) => column.name === name)?.type === 'instant';
  const faces = (name: string | null) =>
    name === null ? 'null' : isInstant(name) ? `${name}_local` : quoteName(name);
  const parts = indicator.aggregates.flatMap((aggregate, index) =>
    aggregate.dataset === dataset.id ? [{ index, aggregate, column: `part_${index + 1}` }] : [],
  );
  const keys = dataset.key.map((name, index) => ({ name, sql_name: `key_${index + 1}` }));
  const lookups = dataset.lookups
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(share).includes(`"name":"${name}"`));
  const attributes = [
    ...dataset.columns
      .filter((column) => isNaming(column.type) && !dataset.key.includes(column.name))
      .map((column) => column.name),
    ...lookups,
  ].map((name, index) => ({ name, sql_name: `attribute_${index + 1}` }));
  const weight = dataset.weight === null ? '1' : quoteName(dataset.weight);
  const named = [...keys, ...attributes].map(({ name, sql_name }) => `${faces(name)} as ${sql_name}`);
  const places = dataset.derived
    ? ['null as import_seq', 'null as import_row']
    : ['_import as import_seq', '_row as import_row'];
  const listed = [
    ...named,
    `${faces(share.date)} as fact_date`,
    `${faces(dataset.opens)} as opens`,
    `${faces(dataset.closes)} as closes`,
    'measure',
    'limit_value',
    `${weight} as weight`,
    ...parts.map(({ aggregate, column }) => `${partSql(aggregate, share, planner, weight)} as ${column}`),
    ...places,
    `${stateSql(indicator, parts, share, planner)} as state`,
  ];
  const columns = [
    ...keys.map(({ name }) => name),
    ...attributes.map(({ name }) => name),
    share.date,
    ...[dataset.opens, dataset.closes, dataset.weight].flatMap((name) => (name === null ? [] : [name])),
    ...(dataset.derived ? [] : ['_import', '_row']),
  ];
  const filters = request.filters.map(
    ({ value }, index) => `${planner.dimensionTexts()[index]} = ${quoteText(value)}`,
  );
  const inScope = ['indicator is not null', ...filters].join('\n   and ');
  const order = ['fact_date', ...keys.map(({ sql_name }) => sql_name), 'import_seq', 'import_row'];
  const listing = `select ${listed.join(',\n       ')}\n  from judgement\n where ${inScope}`;
  const sorted = request.ordered === false ? '' : `\n order by ${order.join(', ')}`;
  const title = `${dataset.id}, ${request.from} .. ${request.to}: ${indicator.id}`;
  const select = listed.join(',\n       ');
  return {
    dataset,
    date: share.date,
    keys,
    attributes,
    parts,
    sql: planner.printFacts(
      title,
      columns,
      request.window === undefined
        ? `${listing}${sorted}`
        : printWindow(listing, request.window, keys, order),
    ),
    counts_sql: planner.printFacts(
      title,
      columns,
      `select case when in_scope then state end as state, import_seq, count(*) as row_count, sum(weight) as weight\n  from (select ${select}, indicator is not null as in_scope\n          from judgement${filters.length === 0 ? '' : `\n         where ${filters.join(' and ')}`})\n group by all\n order by all`,
    ),
  };
}

/** The facts of a window: those in its states, in its order, from its offset on. */
function printWindow(
  listing: string,
  { states, place, key_has, order, limit, offset }: RowsWindow,
  keys: readonly RowColumn[],
  ties: readonly string[],
): string {
  const columns = { date: 'fact_date', opens: 'opens', measure: 'measure' } as const;
  const first =
    'seed' in order
      ? `md5(${[quoteText(order.seed), ...keys.map(({ sql_name }) => `coalesce(${sql_name}::varchar, '')`)].join(" || '|' || ")})`
      : `${columns[order.by]}${order.descending ? ' desc' : ''} nulls last`;
  const conditions = [
    ...(states === null ? [] : [`state in (${states.join(', ') || 'null'})`]),
    ...(place ? [`import_seq = ${place.seq} and import_row = ${place.row}`] : []),
    ...(key_has === undefined
      ? []
      : [
          `(${keys.map(({ sql_name }) => `contains(lower(${sql_name}::varchar), ${quoteText(key_has.toLowerCase())})`).join(' or ')})`,
        ]),
  ];
  const kept = conditions.length === 0 ? '' : `\n where ${conditions.join(' and ')}`;
  // Rows of the window only: the total comes from `counts_sql` where nothing but the state is asked.
  const total = key_has === undefined ? '' : ', count(*) over () as matching';
  return `select *${total}\n  from (${listing})${kept}\n order by ${[first, ...ties].join(', ')}\n limit ${limit} offset ${offset}`;
}

/** What one fact adds to an aggregate: its value times what it stands for; empty where it does not count. */
function partSql(
  aggregate: Aggregate,
  share: CheckedIndicator,
  planner: DatasetPlanner,
  weight: string,
): string {
  const argument = aggregate.argument ? planner.printJudged(aggregate.argument, share) : null;
  const value =
    aggregate.operation === 'count'
      ? weight
      : aggregate.operation === 'sum' && weight !== '1'
        ? `${argument} * ${weight}`
        : argument;
  const where = aggregate.where ? ` and (${planner.printJudged(aggregate.where, share)})` : '';
  return `case when state = ${STATE.counted}${where} then ${value} end`;
}

/** Without a measure, a fact counts when some aggregate of the formula takes something from it. */
function stateSql(
  indicator: CheckedIndicator,
  parts: RowsPlan['parts'],
  share: CheckedIndicator,
  planner: DatasetPlanner,
): string {
  if (indicator.measure && share.dataset === indicator.dataset) return 'state';
  const asked = parts.map(({ aggregate }) =>
    aggregate.where ? `(${planner.printJudged(aggregate.where, share)}) is true` : 'true',
  );
  const known = parts.map(({ aggregate }) =>
    aggregate.argument ? `(${planner.printJudged(aggregate.argument, share)}) is not null` : 'true',
  );
  const taken = parts.map((_, index) => `(${asked[index]} and ${known[index]})`);
  return `case when state <> ${STATE.counted} then state when ${taken.join(' or ') || 'true'} then ${STATE.counted} when ${asked.join(' or ') || 'true'} then ${STATE.unmeasured} else ${STATE.not_asked} end`;
}
