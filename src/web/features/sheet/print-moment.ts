import type { Language } from '../../../kernel/index.ts';

/**
 * A wall clock of the data (`2011-06-13 09:05:00`) as a short text; a date alone when it has no time.
 *
 * @example printMoment('2011-06-13 09:05:00', 'es') // '13/06/2011 09:05'
 */
export function printMoment(text: string | null, language: Language): string {
  if (text === null) return '';
  const [date = '', time = ''] = text.replace('T', ' ').split(' ');
  const day = language === 'es' ? date.split('-').toReversed().join('/') : date;
  return time === '' ? day : `${day} ${time.slice(0, 5)}`;
}
