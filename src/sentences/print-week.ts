import type { Interval, Language, Weekday } from '../kernel/index.ts';

const DAYS: Readonly<Record<Language, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function printClock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The hours of a week in words, days that follow one another with the same hours as one; empty for a
 * week without any.
 *
 * @example printWeek(week, 'es') // 'lunes a viernes de 09:00 a 16:00'
 */
export function printWeek(week: Readonly<Record<Weekday, readonly Interval[]>>, language: Language): string {
  const runs: { first: Weekday; last: Weekday; hours: string }[] = [];
  for (const day of WEEK) {
    const hours = week[day]
      .map(({ from_min, to_min }) =>
        language === 'es'
          ? `de ${printClock(from_min)} a ${printClock(to_min)}`
          : `from ${printClock(from_min)} to ${printClock(to_min)}`,
      )
      .join(language === 'es' ? ' y ' : ' and ');
    const run = runs.at(-1);
    if (hours === '') continue;
    if (run && run.hours === hours && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day, hours });
  }
  const name = (day: Weekday) => DAYS[language][day - 1] ?? '';
  const to = language === 'es' ? ' a ' : ' to ';
  return runs
    .map(({ first, last, hours }) => `${name(first)}${first === last ? '' : to + name(last)} ${hours}`)
    .join('; ');
}
