import { Refusal } from '../../kernel/index.ts';
import type { Filter } from './name-dimension.ts';

/**
 * Filters as an address carries them: `dimension:value` with the value encoded, joined by `|`.
 * Refuses (`pairs-unreadable`) anything else.
 *
 * @example readFilters('person:Ana%20Mora|channel:web') // two filters
 */
export function readFilters(text: string): readonly Filter[] {
  if (text === '') return [];
  return text.split('|').map((pair) => {
    const at = pair.indexOf(':');
    const dimension = pair.slice(0, Math.max(0, at));
    if (dimension === '') throw new Refusal('pairs-unreadable', { text: pair });
    try {
      return { dimension, value: decodeURIComponent(pair.slice(at + 1)) };
    } catch {
      throw new Refusal('pairs-unreadable', { text: pair });
    }
  });
}
