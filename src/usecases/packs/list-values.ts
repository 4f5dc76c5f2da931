import {
  type Column,
  type Dataset,
  type Language,
  type LocalText,
  Refusal,
  toSlug,
} from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { codeIds, nearest } from '../../language/index.ts';
import type { Catalogue } from '../../library/index.ts';
import { type Content, getDataset, type Institution } from '../institution.ts';

/** A value of a column, and how many facts have it. */
export interface SeenValue {
  readonly value: string;
  readonly label: LocalText;
  /** Facts with it; null where the value is brought from another data set. */
  readonly n: number | null;
}

export interface SeenValues {
  readonly values: readonly SeenValue[];
  /** Values that answer the search, listed or not. */
  readonly total: number;
  /** Facts in which nothing is written; null where that is not counted. */
  readonly empty: number | null;
}

const PAGE = 30;

/** The name of a code, process or schedule in words; the value itself for any other. */
function labelsOf(
  column: Pick<Column, 'codes' | 'type'>,
  catalogue: Catalogue,
): ReadonlyMap<string, LocalText> {
  if (column.type === 'boolean')
    return new Map([
      ['yes', { es: 'sí', en: 'yes' }],
      ['no', { es: 'no', en: 'no' }],
    ]);
  if (column.codes === 'process')
    return new Map([...catalogue.processes].map(([id, { name }]) => [id, name]));
  if (column.codes === 'schedule')
    return new Map([...catalogue.schedules].map(([id, { name }]) => [id, name]));
  const list = catalogue.codes.get(column.codes ?? '');
  return new Map((list?.codes ?? []).map(({ id, label }) => [id, label]));
}

/** The column itself, or what a brought one takes from; refuses an unknown one with the nearest. */
function getColumn(
  { catalogue }: Content,
  dataset: Dataset,
  name: string,
): {
  readonly table: string;
  readonly column: Pick<Column, 'name' | 'codes' | 'type'>;
  readonly brought: boolean;
} {
  const own = dataset.columns.find((each) => each.name === name);
  if (own) return { table: dataset.id, column: own, brought: false };
  const lookup = dataset.lookups.find((each) => each.name === name);
  if (!lookup) {
    const names = [...dataset.columns, ...dataset.lookups].map((each) => each.name);
    throw new Refusal('column-unknown', {
      column: name,
      dataset: dataset.id,
      hint: nearest(name, names) ?? '',
    });
  }
  const { from, take } = lookup;
  if (from === 'processes')
    return { table: '', column: { name: take, codes: 'process', type: 'code' }, brought: true };
  if (from === 'assignments') {
    const codes = take === 'schedule' ? 'schedule' : null;
    return {
      table: 'assignments',
      column: { name: take, codes, type: codes ? 'code' : 'reference' },
      brought: true,
    };
  }
  const column = catalogue.datasets.get(from)?.columns.find((each) => each.name === take);
  if (!column) return { table: '', column: { name: take, codes: null, type: 'duration' }, brought: true };
  return { table: from, column, brought: true };
}

/**
 * Values that a column of a data set has in the facts, most frequent first, each with how many:
 * what a filter is picked from. Codes that no fact has come after, so that they can be asked for.
 *
 * @param input.page from 0; thirty values each
 */
export async function listValues(
  institution: Institution,
  input: {
    readonly dataset: string;
    readonly column: string;
    readonly search: string;
    readonly page: number;
    readonly language: Language;
  },
): Promise<SeenValues> {
  const { content, facts } = institution;
  const dataset = getDataset(content, input.dataset);
  const { table, column, brought } = getColumn(content, dataset, input.column);
  const labels = labelsOf(column, content.catalogue);
  const name = quoteName(column.name);
  const text = column.type === 'boolean' ? `case when ${name} then 'yes' else 'no' end` : `${name}::varchar`;
  const weight = dataset.weight !== null && !brought ? `sum(${quoteName(dataset.weight)})` : 'count(*)';
  const wanted = toSlug(input.search);
  const offset = Math.max(0, input.page) * PAGE;
  const empty = async (): Promise<number | null> => {
    if (brought) return null;
    const [row] = await facts.duck.rows(
      `select coalesce(${weight}, 0) as n from ${quoteName(table)} where ${name} is null`,
    );
    return Number(row?.['n'] ?? 0);
  };
  const found =
    table === ''
      ? []
      : await readValues(institution, { table, name, text, weight }, labels.size > 0 ? '' : wanted);
  const seen = found.map(
    ({ value, n }): SeenValue => ({
      value,
      label: labels.get(value) ?? { es: value, en: value },
      n: brought ? null : n,
    }),
  );
  const known = new Set(seen.map(({ value }) => value));
  const declared =
    column.codes === null ? [...labels.keys()] : (codeIds(content.catalogue, column.codes) ?? []);
  const unseen = declared
    .filter((id) => !known.has(id))
    .map(
      (id): SeenValue => ({ value: id, label: labels.get(id) ?? { es: id, en: id }, n: brought ? null : 0 }),
    );
  const all = [...seen, ...unseen].filter(({ value, label }) =>
    [value, label[input.language]].some((each) => toSlug(each).includes(wanted)),
  );
  return { values: all.slice(offset, offset + PAGE), total: all.length, empty: await empty() };
}

/** Most values read for one question: past it, a search says which are meant. */
const MOST = 2000;

async function readValues(
  { facts }: Institution,
  { table, name, text, weight }: { table: string; name: string; text: string; weight: string },
  wanted: string,
): Promise<readonly { readonly value: string; readonly n: number }[]> {
  // As slugs are compared: without case or accents, anything else a hyphen.
  const slug = `trim(regexp_replace(lower(strip_accents(${text})), '[^a-z0-9]+', '-', 'g'), '-')`;
  const matches = wanted === '' ? '' : ` and contains(${slug}, ${quoteText(wanted)})`;
  const rows = await facts.duck.rows(
    `select ${text} as value, ${weight} as n from ${quoteName(table)} where ${name} is not null${matches} group by 1 order by 2 desc, 1 limit ${MOST}`,
  );
  return rows.map((row) => ({ value: String(row['value']), n: Number(row['n']) }));
}
