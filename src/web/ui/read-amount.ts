import type { Language } from '../../kernel/index.ts';

const GROUPED: Readonly<Record<Language, RegExp>> = {
  es: /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  en: /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
};

/**
 * Reads a number as it is typed: thousands as the language groups them, decimals after a comma or a
 * point. What is no number stays the text it was, so that whoever checks can say so; empty is null.
 *
 * @example readAmount('1.250,50', 'es') // 1250.5
 * @example readAmount('12.5', 'es') // 12.5
 */
export function readAmount(text: string, language: Language): number | string | null {
  const bare = text.replaceAll(/\s|^\$/g, '');
  if (bare === '') return null;
  const [grouping, mark] = language === 'es' ? ['.', ','] : [',', '.'];
  const plain = GROUPED[language].test(bare)
    ? bare.replaceAll(grouping, '').replace(mark, '.')
    : bare.replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}
