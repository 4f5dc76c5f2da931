import type { Language } from '../../../kernel/index.ts';
import { shownZone } from '../../ui/to-wall-clock.ts';

/** An instant on the clock of the institution, short: `5 jul 2011, 12:00`. */
export function printWhen(at: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'es' ? 'es-EC' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hour12: false,
    timeZone: shownZone(),
  });
  return format.format(new Date(at));
}
