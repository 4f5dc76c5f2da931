import { type Column, type Dataset, toSlug } from '../kernel/index.ts';
import type { Vocabulary } from '../language/index.ts';
import { type CellProfile, profileCells } from './profile-cells.ts';
import { proposeCode } from './propose-code.ts';
import { resolveCodes } from './resolve-codes.ts';

/** Likeness of words, and share of values that mean something, from which a header is offered. */
const LEAST_WORDS = 0.4;
const LEAST_CODES = 0.5;

/** What the offers are made from: a file whose columns were chosen already. */
export interface OfferInput {
  readonly dataset: Dataset;
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly vocabulary: Vocabulary;
  /** Declared columns that nothing gives yet, and headers that nothing uses. */
  readonly open: readonly string[];
  readonly unused: readonly string[];
}

function toWords(text: string): string[] {
  return toSlug(text)
    .split('-')
    .filter((word) => !['de', 'del', 'la', 'el', 'of', 'the', ''].includes(word));
}

/** Words that both have, out of those of both; a word cut short, even to its initial, is that word. */
function likeness(header: string, name: string): number {
  const [short, long] = [toWords(header), toWords(name)];
  const shared = short.filter((word) => long.some((other) => other.startsWith(word))).length;
  return short.length === 0 || long.length === 0 ? 0 : (2 * shared) / (short.length + long.length);
}

/** Whether the cells can be of the column at all. */
function couldHold(column: Column, profile: CellProfile): boolean {
  const { filled, is_date, is_time, is_number } = profile;
  if (filled === 0) return false;
  if (column.type === 'instant' || column.type === 'date') return is_date;
  if (column.type === 'code') return !is_date && !is_time && !is_number;
  if (column.type === 'text' || column.type === 'reference')
    return !is_date && !is_time && !profile.has_decimals;
  return is_number;
}

/**
 * For columns that nothing gives, the unused header of a file that may give each, by the words of its
 * name and by what its cells hold: a weaker likeness than a guess needs, for a person to say yes to.
 * A header is offered once, where it is most alike.
 */
export function offerHeaders(input: OfferInput): ReadonlyMap<string, string> {
  const { dataset, header, sample, vocabulary } = input;
  const candidates = input.unused.map((name) => {
    const index = header.indexOf(name);
    return { name, profile: profileCells(sample.map((cells) => cells[index] ?? '')) };
  });
  const scored = dataset.columns
    .filter(({ name }) => input.open.includes(name))
    .flatMap((column) =>
      candidates.flatMap(({ name, profile }) => {
        if (!couldHold(column, profile)) return [];
        const names = [column.name, column.label.es, column.label.en, ...column.aliases];
        const words = Math.max(...names.map((own) => likeness(name, own)));
        const codes = column.type === 'code' ? shareKnown(column, profile, vocabulary) : 0;
        if (words < LEAST_WORDS && codes < LEAST_CODES) return [];
        return [{ column: column.name, header: name, score: words + codes }];
      }),
    )
    .sort((a, b) => b.score - a.score);
  const offers = new Map<string, string>();
  const given = new Set<string>();
  for (const { column, header: name } of scored) {
    if (offers.has(column) || given.has(name)) continue;
    offers.set(column, name);
    given.add(name);
  }
  return offers;
}

function shareKnown({ codes }: Column, { distinct }: CellProfile, vocabulary: Vocabulary): number {
  if (codes === null || distinct.length === 0) return 0;
  const { known } = resolveCodes(distinct, codes, undefined, vocabulary);
  const meant = distinct.filter((text) => text in known || proposeCode(text, codes, vocabulary) !== null);
  return meant.length / distinct.length;
}
