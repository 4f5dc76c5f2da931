import type { Language } from '../kernel/index.ts';
import { printQuantity } from './print-quantity.ts';

const DAY_MIN = 1440;
/** Longer than a working day: said in words, since the digits of such a wait mean nothing. */
const WORKDAY_MIN = 480;

/**
 * A wait as people say it, from minutes: seconds under a minute, hours from two on; above eight
 * hours words alone.
 *
 * @example printWait(150, 'es') // '2,5 h'
 * @example printWait(1794, 'es') // 'más de un día'
 */
export function printWait(minutes: number, language: Language): string {
  const es = language === 'es';
  if (minutes > DAY_MIN) return es ? 'más de un día' : 'more than a day';
  if (minutes > WORKDAY_MIN) return es ? 'más de 8 horas' : 'more than 8 hours';
  if (minutes >= 120) return printQuantity(Math.round(minutes / 6) / 10, 'h', language);
  if (minutes < 1) return printQuantity(Math.round(minutes * 60), 's', language);
  const rounded = minutes < 10 ? Math.round(minutes * 10) / 10 : Math.round(minutes);
  return printQuantity(rounded, 'min', language);
}
