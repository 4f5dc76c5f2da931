import { quoteName } from '../../engine/index.ts';
import { rowsTable } from '../../facts/index.ts';
import { type Nearness, toNearFinder } from '../find-near-names.ts';
import type { Institution } from '../institution.ts';
import { getDimension, MERGED_DIMENSIONS, type MergedDimension } from './merge-spelling.ts';

/** A name as it is written in the facts in force. */
export interface Spelling {
  readonly value: string;
  readonly rows: number;
  /** The name it is read as, where it was merged. */
  readonly read_as: string | null;
}

/** Two names that may be one; the less used would be read as the other. */
export interface SpellingPair {
  readonly from: string;
  readonly from_rows: number;
  readonly to: string;
  readonly to_rows: number;
  readonly by: Nearness;
}

export interface SpellingList {
  readonly dimension: MergedDimension;
  readonly dimensions: readonly MergedDimension[];
  readonly values: readonly Spelling[];
  readonly total: number;
  readonly pairs: readonly SpellingPair[];
  readonly merges: readonly {
    readonly from: string;
    readonly to: string;
    readonly at: string;
    readonly rows: number;
  }[];
}

const MOST_LISTED = 500;
const MOST_NAMES = 20_000;
const MOST_PAIRS = 100;

/** How often each name of a dimension is written in the facts in force, whatever it is read as. */
export async function countSpellings(
  { content, facts }: Institution,
  dimension: MergedDimension,
): Promise<ReadonlyMap<string, number>> {
  const parts = [...content.catalogue.datasets.values()]
    .filter(({ derived }) => !derived)
    .flatMap((dataset) =>
      dataset.columns
        .filter(({ of }) => of === dimension)
        .map(
          ({ name }) =>
            `select ${quoteName(name)} as value, count(*) as n from ${rowsTable(dataset)} where _current and ${quoteName(name)} is not null group by 1`,
        ),
    );
  if (parts.length === 0) return new Map();
  const rows = await facts.duck.rows(
    `select value, sum(n)::bigint as n from (${parts.join(' union all ')}) group by 1 order by 2 desc, 1 limit ${MOST_NAMES}`,
  );
  return new Map(rows.map(({ value, n }) => [String(value), Number(n)]));
}

/** Names that look like one another, the likeliest first; none that is merged already. */
function findSpellingPairs(
  counts: ReadonlyMap<string, number>,
  merged: ReadonlyMap<string, string>,
): SpellingPair[] {
  const names = [...counts.keys()].filter((name) => !merged.has(name));
  const findNear = toNearFinder(names);
  const pairs = new Map<string, SpellingPair>();
  for (const name of names) {
    for (const { name: other, by } of findNear(name)) {
      const [to = '', from = ''] = [name, other].sort(
        (a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1),
      );
      const key = JSON.stringify([from, to]);
      if (!pairs.has(key))
        pairs.set(key, { from, from_rows: counts.get(from)!, to, to_rows: counts.get(to)!, by });
    }
  }
  const order: readonly Nearness[] = ['same-letters', 'same-words', 'near'];
  return [...pairs.values()]
    .sort(
      (a, b) =>
        order.indexOf(a.by) - order.indexOf(b.by) || b.to_rows - a.to_rows || (a.from < b.from ? -1 : 1),
    )
    .slice(0, MOST_PAIRS);
}

/** The names of a dimension with how often each is written, those that may be one, and those read as one. */
export async function listSpellings(institution: Institution, dimension: string): Promise<SpellingList> {
  const known = getDimension(dimension);
  const counts = await countSpellings(institution, known);
  const merged = institution.ledger.resolveMerges(known);
  return {
    dimension: known,
    dimensions: MERGED_DIMENSIONS,
    values: [...counts]
      .slice(0, MOST_LISTED)
      .map(([value, rows]) => ({ value, rows, read_as: merged.get(value) ?? null })),
    total: counts.size,
    pairs: findSpellingPairs(counts, merged),
    merges: institution.ledger.listMerges({ dimension: known }).map(({ from_value, to_value, at }) => ({
      from: from_value,
      to: to_value,
      at,
      rows: counts.get(from_value) ?? 0,
    })),
  };
}
