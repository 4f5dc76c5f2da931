import { Refusal } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { rowsTable } from '../../facts/index.ts';
import { nearest } from '../../language/index.ts';
import type { SpellingMerge } from '../../ledger/index.ts';
import { type Institution, resolveAllMerges } from '../institution.ts';

/** What may be written in several ways and mean one. */
export const MERGED_DIMENSIONS = ['unit', 'person', 'client', 'channel', 'reason'] as const;
export type MergedDimension = (typeof MERGED_DIMENSIONS)[number];

/** Names looked through for the one that was probably meant. */
const MOST_NAMES = 20_000;

/**
 * Reads one spelling of a unit, person, client, channel or reason as another from now on, in
 * facts already there and in those to come; capacity and schedules follow. Nothing is rewritten:
 * `unmergeSpelling` gives everything back. Refuses names that no fact has.
 */
export async function mergeSpelling(
  institution: Institution,
  dimension: string,
  from: string,
  to: string,
): Promise<SpellingMerge> {
  const known = getDimension(dimension);
  for (const value of [from, to]) await refuseUnseen(institution, known, value);
  const merge = institution.ledger.mergeSpelling(known, from, to);
  await followMerges(institution);
  return merge;
}

/** Reads a merged spelling as it is written again. */
export async function unmergeSpelling(
  institution: Institution,
  dimension: string,
  from: string,
): Promise<SpellingMerge> {
  const merge = institution.ledger.undoMerge(getDimension(dimension), from);
  await followMerges(institution);
  return merge;
}

async function followMerges(institution: Institution): Promise<void> {
  await institution.facts.remerge(resolveAllMerges(institution.content, institution.ledger));
}

export function getDimension(name: string): MergedDimension {
  const found = MERGED_DIMENSIONS.find((dimension) => dimension === name);
  if (!found)
    throw new Refusal('merge-dimension-unknown', { dimension: name, dimensions: MERGED_DIMENSIONS });
  return found;
}

/** Where names of a dimension are written: each column that holds them, in the tables of all versions. */
function listPlaces(institution: Institution, dimension: string): { table: string; column: string }[] {
  return [...institution.content.catalogue.datasets.values()]
    .filter((dataset) => !dataset.derived)
    .flatMap((dataset) =>
      dataset.columns
        .filter((column) => column.of === dimension)
        .map((column) => ({ table: rowsTable(dataset), column: quoteName(column.name) })),
    );
}

async function refuseUnseen(institution: Institution, dimension: string, value: string): Promise<void> {
  const places = listPlaces(institution, dimension);
  const { duck } = institution.facts;
  for (const { table, column } of places) {
    const found = await duck.rows(
      `select 1 as one from ${table} where ${column} = ${quoteText(value)} limit 1`,
    );
    if (found.length > 0) return;
  }
  const names: string[] = [];
  for (const { table, column } of places) {
    const rows = await duck.rows(
      `select distinct ${column} as name from ${table} where ${column} is not null order by 1 limit ${MOST_NAMES}`,
    );
    names.push(...rows.map((row) => String(row['name'])));
  }
  throw new Refusal('spelling-not-seen', { dimension, value, hint: nearest(value, names) ?? '' });
}
