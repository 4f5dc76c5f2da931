import { toSlug } from '../../kernel/index.ts';
import type { Catalogue } from '../../library/index.ts';

/** Words that say nothing of what is measured. */
const SMALL = new Set(
  'a al con de del el en la las lo los o para por que se su un una y the of to in on for and or by with'.split(
    ' ',
  ),
);

/**
 * A short code for an indicator, from the first letters of its name, that no other has.
 *
 * @example proposeCode('Plazo de apertura de cuentas', catalogue) // 'PAC-01'
 */
export function proposeCode(name: string, catalogue: Catalogue): string {
  const letters = toSlug(name)
    .split('-')
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3);
  if (letters === '') return '';
  const taken = new Set([...catalogue.sheets.values()].map(({ code }) => code));
  for (let number = 1; ; number += 1) {
    const code = `${letters}-${String(number).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}
