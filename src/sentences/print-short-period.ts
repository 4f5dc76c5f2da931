import type { Language } from '../kernel/index.ts';
import { printMonth } from './print-date.ts';

function printShortMonth(month: number, language: Language): string {
  return printMonth(month, language).slice(0, 3);
}

/**
 * A period in as few letters as an axis bears. A text that is no period is a bug: plain Error.
 *
 * @example printShortPeriod('2011-06', 'es') // 'jun 11'
 * @example printShortPeriod('2011-Q2', 'es') // 'T2 11'
 */
export function printShortPeriod(period: string, language: Language): string {
  const match = /^(\d{2}(\d{2}))(?:-(?:S([12])|Q([1-4])|W(\d{2})|(\d{2})(?:-(\d{2}))?))?$/.exec(period);
  if (!match) throw new Error(`printShortPeriod: not a period: ${period}`);
  const [, year = '', two = '', half, quarter, week, month, day] = match;
  const es = language === 'es';
  if (half !== undefined) return `${es ? 'S' : 'H'}${half} ${two}`;
  if (quarter !== undefined) return `${es ? 'T' : 'Q'}${quarter} ${two}`;
  if (week !== undefined) return `${es ? 'sem' : 'wk'} ${Number(week)}`;
  if (month === undefined) return year;
  const name = printShortMonth(Number(month), language);
  if (day === undefined) return `${name} ${two}`;
  return es ? `${Number(day)} ${name}` : `${name} ${Number(day)}`;
}
