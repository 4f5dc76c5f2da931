import type { Institution } from '../institution.ts';
import { getStretch } from '../get-stretch.ts';
import { type PageInput, pageRows, type RowsPage } from './page-rows.ts';

/** Rows of a sample when nobody says how many. */
export const SAMPLE_ROWS = 25;

export interface SampleInput extends Omit<PageInput, 'order' | 'offset' | 'limit' | 'key_has'> {
  /** Rows wanted; fewer come where there are fewer. */
  readonly n: number;
  /** Whatever the auditor writes down; null makes it from period and indicator. */
  readonly seed: string | null;
}

/**
 * A random sample of the facts behind a figure. Chance is the digest of seed and key: the same
 * seed over the same facts gives the same rows in the same order, on any machine, so whoever
 * repeats it checks that nobody chose them. Its seed is to be printed with it.
 */
export async function sampleRows(
  institution: Institution,
  { n, seed, ...input }: SampleInput,
): Promise<RowsPage & { readonly seed: string }> {
  const settled = seed ?? `${getStretch(input.period).text} ${input.indicator}`;
  const page = await pageRows(institution, {
    ...input,
    key_has: null,
    order: { seed: settled },
    offset: 0,
    limit: n,
  });
  return { ...page, seed: settled };
}
