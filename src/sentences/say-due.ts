import { type Language, toDayNumber, toLocal } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';

const DAY_US = 86_400_000_000;
const MINUTE_US = 60_000_000;

/** Hour and minute of a wall clock; nothing for the last instant of a day, which is said by its date alone. */
function sayHour(time_us: number, language: Language): string {
  if (time_us === DAY_US - 1) return '';
  const minutes = Math.floor(time_us / MINUTE_US);
  const hour = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return language === 'es' ? ` a las ${hour}` : ` at ${hour}`;
}

/**
 * When something open falls due or did, in words, on the wall clock of its place.
 *
 * @example sayDue(due_us, now_us, 'America/Guayaquil', 'es') // 'Vence hoy a las 16:30.'
 */
export function sayDue(due_us: bigint, now_us: bigint, zone: string, language: Language): string {
  const [due, now] = [toLocal(due_us, zone), toLocal(now_us, zone)];
  const days = toDayNumber(due.date) - toDayNumber(now.date);
  const hour = sayHour(due.time_us, language);
  const date = printDate(due.date, language);
  const es = language === 'es';
  if (due_us < now_us) {
    const verb = es ? 'Venció' : 'Fell due';
    if (days === 0) return `${verb} ${es ? 'hoy' : 'today'}${hour}.`;
    if (days === -1) return `${verb} ${es ? 'ayer' : 'yesterday'}${hour}.`;
    const ago = printCount(-days, es ? ['día', 'días'] : ['day', 'days'], language);
    return es ? `${verb} hace ${ago}, el ${date}.` : `${verb} ${ago} ago, on ${date}.`;
  }
  const verb = es ? 'Vence' : 'Due';
  if (days === 0) return `${verb} ${es ? 'hoy' : 'today'}${hour}.`;
  if (days === 1) return `${verb} ${es ? 'mañana' : 'tomorrow'}${hour}.`;
  return es ? `${verb} el ${date}${hour}.` : `${verb} on ${date}${hour}.`;
}
