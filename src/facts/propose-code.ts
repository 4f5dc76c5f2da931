import { toSlug } from '../kernel/index.ts';
import type { Vocabulary } from '../language/index.ts';
import { listSpellings } from './resolve-codes.ts';

/** Words that say nothing of what is meant. */
const EMPTY = new Set([
  'de',
  'del',
  'la',
  'el',
  'los',
  'las',
  'y',
  'a',
  'en',
  'por',
  'para',
  'con',
  'of',
  'the',
]);

function wordsOf(text: string): string[] {
  return toSlug(text)
    .split('-')
    .filter((word) => word.length >= 2 && !EMPTY.has(word) && !/^\d+$/.test(word));
}

/** Whether one word is the other cut short: `mant` of `mantenimiento`, `deb` of `debito`. */
function meets(a: string, b: string): boolean {
  return a === b || (a.length >= 3 && b.startsWith(a)) || (b.length >= 4 && a.startsWith(b));
}

/** Likeness from which a code is offered to a person: nearly all words of one are words of the other. */
const ALIKE = 0.65;

/** A process with others below it says of none of them which one is meant. */
function listParents(codes: string, { processes }: Vocabulary): ReadonlySet<string | null> {
  return new Set(codes === 'process' ? [...processes.values()].map(({ parent }) => parent) : []);
}

/**
 * The code a text of another system probably means, by the words they share out of those both have
 * (0 to 1), words cut short too; null when none is alike enough, or two are as alike. Never a process
 * that has others below it. A proposal for a person to confirm, never used by itself.
 *
 * @param least likeness asked for; less where it only matters what kind of texts these are
 * @example proposeCode('0533 AFIL DEB AUT', 'process', vocabulary) // 'debito-automatico'
 * @example proposeCode('0460 AVANCE SOBRE CUPO', 'process', vocabulary) // null: one word of three
 */
export function proposeCode(
  text: string,
  codes: string,
  vocabulary: Vocabulary,
  least = ALIKE,
): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const parents = listParents(codes, vocabulary);
  const scores = new Map<string, number>();
  for (const [spelling, id] of listSpellings(vocabulary, codes)) {
    const own = wordsOf(spelling);
    if (own.length === 0 || parents.has(id)) continue;
    const ours = own.filter((word) => words.some((given) => meets(given, word))).length;
    const theirs = words.filter((given) => own.some((word) => meets(given, word))).length;
    const score = (2 * Math.min(ours, theirs)) / (own.length + words.length);
    if (score > (scores.get(id) ?? 0)) scores.set(id, score);
  }
  const [best, next] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < least || best[1] === next?.[1]) return null;
  return best[0];
}
