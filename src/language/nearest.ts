import { distance } from 'fastest-levenshtein';
import { toSlug } from '../kernel/index.ts';

/**
 * The nearest of some names, when it is near enough to be what was meant: a few letters apart, or
 * a name of which `name` is the first or the last part. Compared without accents and case.
 *
 * @example nearest('clsed_at', ['opened_at', 'closed_at']) // 'closed_at'
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const slug = toSlug(name);
  if (slug === '') return undefined;
  let best: string | undefined;
  let part: string | undefined;
  let least = (slug.length <= 3 ? 1 : Math.max(2, Math.floor(slug.length / 2.5))) + 1;
  for (const candidate of names) {
    const other = toSlug(candidate);
    const apart = distance(slug, other);
    if (apart < least) [best, least] = [candidate, apart];
    if (slug.length > 3 && (other.startsWith(`${slug}-`) || other.endsWith(`-${slug}`))) part ??= candidate;
  }
  return least <= 1 ? best : (part ?? best);
}
