import { type LocalText, Refusal, toSlug } from '../../kernel/index.ts';
import { findDimension, quoteName, quoteText, TIME_DIMENSIONS } from '../../engine/index.ts';
import { type CheckedIndicator, nearest } from '../../language/index.ts';
import type { Content, Institution } from '../institution.ts';

/** How times are called when they are written as a name. */
const TIMES: Readonly<Record<(typeof TIME_DIMENSIONS)[number], LocalText>> = {
  day: { es: 'dia', en: 'day' },
  week: { es: 'semana', en: 'week' },
  month: { es: 'mes', en: 'month' },
  quarter: { es: 'trimestre', en: 'quarter' },
  semester: { es: 'semestre', en: 'half-year' },
  year: { es: 'año', en: 'year' },
  hour: { es: 'hora', en: 'hour' },
  weekday: { es: 'dia-de-semana', en: 'weekday' },
};

export interface Filter {
  readonly dimension: string;
  readonly value: string;
}

interface Named {
  readonly name: string;
  readonly labels: readonly LocalText[];
  /** Identifies rows: of no use to split by. */
  readonly isKey: boolean;
}

function listDimensions(content: Content): Named[] {
  const found = new Map<string, { labels: LocalText[]; isKey: boolean }>();
  for (const dataset of content.catalogue.datasets.values()) {
    for (const item of [...dataset.columns, ...dataset.lookups]) {
      if (!findDimension(item.name, dataset, dataset.date ?? '')) continue;
      const entry = found.get(item.name) ?? { labels: [], isKey: false };
      entry.labels.push(item.label);
      entry.isKey ||= 'type' in item && item.type === 'text' && dataset.key.includes(item.name);
      found.set(item.name, entry);
    }
  }
  const times = TIME_DIMENSIONS.map((name) => ({ name, labels: [TIMES[name]], isKey: false }));
  return [...times, ...[...found].map(([name, { labels, isKey }]) => ({ name, labels, isKey }))];
}

/**
 * The dimension a person named: by its name, or by its word in either language (`agencia` is
 * `unit`), compared without case or accents. Refuses an unknown one with the nearest and all.
 */
export function getDimension(content: Content, text: string): string {
  if (text === 'service') return text;
  const dimensions = listDimensions(content);
  const exact = dimensions.find(({ name }) => name === text);
  if (exact) return exact.name;
  const slug = toSlug(text);
  const isIt = ({ labels }: Named) => labels.some(({ es, en }) => toSlug(es) === slug || toSlug(en) === slug);
  const found = dimensions.find(isIt) ?? dimensions.find(({ name }) => toSlug(name) === slug);
  if (found) return found.name;
  const offered = dimensions.filter(({ isKey }) => !isKey).sort((a, b) => (a.name < b.name ? -1 : 1));
  const word = ({ name, labels }: Named, language: 'es' | 'en') => {
    const label = toSlug(labels[0]![language]);
    return label === toSlug(name) ? name : `${name} (${label})`;
  };
  const words = offered.flatMap(({ name, labels }) => [
    name,
    ...labels.flatMap(({ es, en }) => [toSlug(es), toSlug(en)]),
  ]);
  throw new Refusal('dimension-not-found', {
    dimension: text,
    hint: nearest(text, words) ?? '',
    dimensions: offered.map(({ name }) => name),
    es: offered.map((item) => word(item, 'es')),
    en: offered.map((item) => word(item, 'en')),
  });
}

/** A filter by a value that the data do not have, with the nearest they do have. */
export interface UnseenValue extends Filter {
  readonly hint: string;
}

/**
 * The filters as the data write their values: where exactly one value differs from what was typed
 * only in case or accents, that one. Tells which values the data do not have.
 */
export async function settleFilters(
  institution: Institution,
  indicator: CheckedIndicator,
  filters: readonly Filter[],
): Promise<{ readonly filters: readonly Filter[]; readonly unseen: readonly UnseenValue[] }> {
  const { datasets } = institution.content.catalogue;
  const ids = new Set([indicator.dataset, ...indicator.aggregates.map(({ dataset }) => dataset)]);
  const settled: Filter[] = [];
  const unseen: UnseenValue[] = [];
  for (const filter of filters) {
    const sources = [...ids].flatMap((id) => {
      const dataset = datasets.get(id)!;
      const column = findDimension(filter.dimension, dataset, dataset.date ?? '')?.key;
      return column === undefined ? [] : [{ table: quoteName(id), column }];
    });
    const isSeen = async ({ table, column }: (typeof sources)[number]) => {
      const rows = await institution.facts.duck.rows(
        `select 1 as one from ${table} where ${column}::varchar = ${quoteText(filter.value)} limit 1`,
      );
      return rows.length > 0;
    };
    let seen = false;
    for (const source of sources) seen ||= await isSeen(source);
    if (seen) {
      settled.push(filter);
      continue;
    }
    const values = new Set<string>();
    for (const { table, column } of sources) {
      const rows = await institution.facts.duck.rows(
        `select distinct ${column}::varchar as value from ${table} where ${column} is not null order by 1`,
      );
      for (const row of rows) values.add(String(row['value']));
    }
    const same = [...values].filter((value) => toSlug(value) === toSlug(filter.value));
    if (same.length === 1) settled.push({ ...filter, value: same[0]! });
    else {
      settled.push(filter);
      unseen.push({ ...filter, hint: same[0] ?? nearest(filter.value, values) ?? '' });
    }
  }
  return { filters: settled, unseen };
}
