import { type Language, type LocalText, Refusal, type Scope } from '../../kernel/index.ts';
import { findMissingFilter, planRows, type RowsPlan, type RowsWindow, STATE } from '../../engine/index.ts';
import type { Row } from '../../facts/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import { inOneLook } from '../in-one-look.ts';
import type { Institution } from '../institution.ts';
import { labelValue } from './label-value.ts';
import { limitToScope } from './limit-to-scope.ts';
import { countRows, type FactCounts, type FactRow, type FactState, toFactRow } from './list-rows.ts';
import { getIndicators, planMeasure } from './measure-indicators.ts';
import { findWorkedRecord, isWorked } from '../worked-source.ts';
import { type Filter, settleFilters, type UnseenValue } from './name-dimension.ts';
import { identityOf, loadProtection, type Protect, refuseIdentityFilters } from './protect-identity.ts';

/** Rows on one page at most. */
const MOST_ON_A_PAGE = 200;

/** What became of the facts asked for: one state, those that do not count, or all. */
export type AskedState = FactState | 'not-counted' | 'all-open' | 'all';

export interface PageInput {
  readonly indicator: string;
  readonly period: string;
  readonly as_of: string | null;
  readonly filters: readonly Filter[];
  /** What the person reaches. */
  readonly scope: Scope;
  /** Whether the names of who attended are shown; clients never are. */
  readonly sees_people: boolean;
  readonly language: Language;
  /** Of the data sets the indicator reads; null for the one it is about. */
  readonly dataset: string | null;
  readonly state: AskedState;
  /** Only facts whose key has this text in it; null for any. */
  readonly key_has: string | null;
  readonly order: RowsWindow['order'];
  readonly offset: number;
  readonly limit: number;
}

/** A fact of a page: where it stands in its file is found apart (`locateFact`), since that reads the file. */
export interface PagedRow extends Omit<FactRow, 'source'> {
  readonly source: {
    readonly seq: number;
    /** Position among the records of the file. */
    readonly row: number;
    readonly import: string;
    readonly file: string;
    readonly imported_at: string;
  } | null;
}

export interface PageColumn {
  readonly name: string;
  readonly label: LocalText;
  /** Whether names are shown as codes. */
  readonly is_protected: boolean;
}

export interface RowsPage {
  readonly period: string;
  readonly as_of: string | null;
  readonly datasets: readonly { readonly id: string; readonly name: LocalText }[];
  readonly dataset: string;
  readonly columns: readonly PageColumn[];
  readonly measure_unit: string | null;
  /** Facts of the data set by what became of them, as weights. */
  readonly counts: FactCounts;
  /** Rows that answer the question, on this page or not. */
  readonly total: number;
  readonly rows: readonly PagedRow[];
  readonly unseen: readonly UnseenValue[];
}

const EXCLUDED = Array.from({ length: 256 - STATE.excluded }, (_, index) => STATE.excluded + index);
const NUMBERS: Readonly<Record<FactState, readonly number[]>> = {
  counted: [STATE.counted],
  open: [STATE.open],
  'open-past-limit': [STATE.open_past_limit],
  outside: [STATE.outside],
  unmeasured: [STATE.unmeasured],
  'not-asked': [STATE.not_asked],
  'without-standard': [STATE.without_standard],
  withdrawn: [STATE.withdrawn],
  excluded: EXCLUDED,
};

function toStates(asked: AskedState): readonly number[] | null {
  if (asked === 'all') return null;
  if (asked === 'all-open') return [...NUMBERS.open, ...NUMBERS['open-past-limit']];
  if (asked !== 'not-counted') return NUMBERS[asked];
  return Object.values(NUMBERS)
    .flat()
    .filter((state) => state !== STATE.counted);
}

/**
 * One page of the facts behind a figure, read as a page and not by cutting the whole: of one data
 * set, in one state, in an order, with the exact count of all of them. Names of clients, and of
 * who attended where the person may not see them, are codes.
 */
export function pageRows(institution: Institution, input: PageInput): Promise<RowsPage> {
  return inOneLook(institution, (seen) => readPage(seen, input));
}

/** The same, inside a look that somebody else began. */
export async function readPage(institution: Institution, input: PageInput): Promise<RowsPage> {
  if (input.limit < 1 || input.limit > MOST_ON_A_PAGE)
    throw new Refusal('page-too-long', { limit: input.limit, most: MOST_ON_A_PAGE });
  const asked = await planPage(institution, input);
  const { indicator, plan, plans, states, unseen } = asked;
  const counted = await institution.facts.duck.rows(plan.counts_sql);
  const listed = await institution.facts.duck.rows(plan.sql);
  const total = counted.reduce((sum, row) => {
    const state = row['state'] ?? null;
    const isAsked = state !== null && (states === null || states.includes(Number(state)));
    return sum + (isAsked ? Number(row['row_count']) : 0);
  }, 0);
  const protect = await loadProtection(institution, input.language);
  return {
    period: asked.period,
    as_of: asked.as_of,
    datasets: plans.map(({ dataset }) => ({ id: dataset.id, name: dataset.name })),
    dataset: plan.dataset.id,
    columns: toColumns(plan, input.sees_people),
    measure_unit: indicator.measure_unit,
    counts: countRows(indicator, plan, counted),
    total: input.key_has === null ? total : Number(listed[0]?.['matching'] ?? 0),
    rows: toPagedRows(institution, indicator, plan, listed, { ...input, protect }),
    unseen,
  };
}

/** What a page is made by, with everything settled: the plan of its data set, within what the person reaches. */
export async function planPage(
  institution: Institution,
  input: PageInput,
  place: RowsWindow['place'] | null = null,
) {
  const [indicator] = getIndicators(institution, [input.indicator]) as [CheckedIndicator];
  const limited = limitToScope(institution, indicator, input.filters, input.scope);
  refuseIdentityFilters(input.filters, input.sees_people);
  const { plan, as_of, period } = await planMeasure(institution, {
    period: input.period,
    indicators: [indicator.id],
    by: [],
    as_of: input.as_of,
  });
  const { filters, unseen } = await settleFilters(institution, indicator, limited.filters);
  const states = toStates(input.state);
  const { catalogue } = institution.content;
  const context = { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes };
  const missing = findMissingFilter(indicator, input.filters, context);
  if (missing) throw new Refusal('filter-unavailable', { indicator: indicator.id, ...missing });
  const plans = planRows(
    indicator,
    {
      ...plan.request,
      filters,
      only: limited.only,
      window: {
        states,
        order: input.order,
        limit: input.limit,
        offset: input.offset,
        ...(input.key_has === null ? {} : { key_has: input.key_has }),
        ...(place === null ? {} : { place }),
      },
    },
    context,
  );
  const chosen =
    input.dataset === null ? plans[0] : plans.find(({ dataset }) => dataset.id === input.dataset);
  if (!chosen)
    throw new Refusal('dataset-not-read', {
      indicator: indicator.id,
      dataset: input.dataset,
      datasets: plans.map(({ dataset }) => dataset.id),
    });
  return { indicator, plan: chosen, plans, states, unseen, period, as_of };
}

function toColumns(plan: RowsPlan, sees_people: boolean): PageColumn[] {
  const { dataset } = plan;
  return [...plan.keys, ...plan.attributes].map(({ name }) => {
    const found = [...dataset.columns, ...dataset.lookups].find((column) => column.name === name)!;
    const identity = identityOf(dataset, name);
    return {
      name,
      label: found.label,
      is_protected: identity !== null && !(identity === 'person' && sees_people),
    };
  });
}

/** Facts in shown units, with the import each came from and names as codes where they are not to be seen. */
export function toPagedRows(
  institution: Institution,
  indicator: CheckedIndicator,
  plan: RowsPlan,
  rows: readonly Row[],
  names: { readonly protect: Protect; readonly sees_people: boolean; readonly language: Language },
): PagedRow[] {
  const records = new Map(institution.ledger.listImports().map((record) => [record.seq, record]));
  const hide = (column: string, value: string | null) => {
    const identity = identityOf(plan.dataset, column);
    if (identity !== null && !(identity === 'person' && names.sees_people))
      return names.protect(identity, value);
    // Codes as people know them; a key is shown as it was written.
    const isKey = plan.keys.some(({ name }) => name === column);
    return value === null || isKey
      ? value
      : labelValue(institution.content, { dataset: plan.dataset.id }, column, value, names.language);
  };
  const hideAll = (cells: Readonly<Record<string, string | null>>) =>
    Object.fromEntries(Object.entries(cells).map(([column, value]) => [column, hide(column, value)]));
  return rows.map((row) => {
    const fact = toFactRow(institution, indicator, plan, row);
    const seq = row['import_seq'] === null ? null : Number(row['import_seq']);
    const at = Number(row['import_row']);
    const record =
      seq === null ? undefined : isWorked(seq) ? findWorkedRecord(institution, at) : records.get(seq);
    return {
      ...fact,
      key: hideAll(fact.key),
      attributes: hideAll(fact.attributes),
      person: hide('person', fact.person),
      source:
        seq === null || record === undefined
          ? null
          : {
              seq,
              row: at,
              import: record.id,
              file: record.file_name,
              imported_at: record.imported_at,
            },
    };
  });
}
