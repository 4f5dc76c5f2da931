import { toSlug } from '../kernel/index.ts';
import { nearest } from '../language/index.ts';

/** Why two names look like one: the same but for accents, capitals and blanks; the same words; nearly the same letters. */
export type Nearness = 'same-letters' | 'same-words' | 'near';

export interface NearName {
  readonly name: string;
  readonly by: Nearness;
}

/** Names beyond which letters are no longer compared one by one. */
const MOST_COMPARED = 1_500;

function sortedWords(slug: string): string {
  return slug.split('-').sort().join('-');
}

/** Numbers in a name tell two apart: window 1 is not window 2. */
function numbersOf(slug: string): string {
  return (slug.match(/\d+/g) ?? []).map(Number).join(',');
}

/**
 * Gives, of some names, the ones that look like another; made once for many questions.
 *
 * @example toNearFinder(['Agencia Norte', 'Matriz'])('AGENCIA  NORTE') // [{ name: 'Agencia Norte', by: 'same-letters' }]
 */
export function toNearFinder(names: readonly string[]): (name: string) => readonly NearName[] {
  const bySlug = Map.groupBy(names, toSlug);
  const byWords = Map.groupBy(names, (name) => sortedWords(toSlug(name)));
  const compared = names.slice(0, MOST_COMPARED).filter((name) => /\p{L}/u.test(name));
  return (name) => {
    const slug = toSlug(name);
    if (slug === '') return [];
    const found = new Map<string, Nearness>();
    const add = (list: readonly string[] | undefined, by: Nearness) => {
      for (const other of list ?? []) if (other !== name && !found.has(other)) found.set(other, by);
    };
    add(bySlug.get(slug), 'same-letters');
    add(byWords.get(sortedWords(slug)), 'same-words');
    // Short names differ by a letter and mean two things; so do those with numbers.
    if (slug.length >= 5 && /[a-z]/.test(slug)) {
      const alike = compared.filter((other) => {
        const otherSlug = toSlug(other);
        return (
          other !== name &&
          Math.abs(otherSlug.length - slug.length) <= 2 &&
          otherSlug[0] === slug[0] &&
          numbersOf(otherSlug) === numbersOf(slug)
        );
      });
      const near = alike.length === 0 ? undefined : nearest(slug, alike);
      if (near !== undefined && isFewLettersApart(slug, toSlug(near))) add([near], 'near');
    }
    return [...found].map(([other, by]) => ({ name: other, by }));
  };
}

/** One letter apart, or two in long names: what a slip of the keyboard makes. */
function isFewLettersApart(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 9 ? 2 : 1;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= most;
}
