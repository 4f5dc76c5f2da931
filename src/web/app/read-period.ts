import { parsePeriod } from '../../kernel/index.ts';
import { printPeriod } from '../../sentences/index.ts';

function toMonths(): Map<string, string> {
  const months = new Map<string, string>();
  for (let month = 1; month <= 12; month += 1) {
    const number = String(month).padStart(2, '0');
    for (const language of ['es', 'en'] as const) {
      const [name = ''] = printPeriod(`2000-${number}`, language).split(' ');
      months.set(name.toLowerCase(), number);
      months.set(name.toLowerCase().slice(0, 3), number);
    }
  }
  return months;
}

const MONTHS = toMonths();

function readOne(text: string): string | undefined {
  const slashed = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (slashed) return parsePeriod(`${slashed[2]}-${slashed[1]?.padStart(2, '0')}`)?.text;
  const named = /^([a-zñ]{3,10})\.?(?: de)?[ -](\d{4})$/.exec(text);
  if (named) return parsePeriod(`${named[2]}-${MONTHS.get(named[1] ?? '') ?? ''}`)?.text;
  const part = /^(\d{4})[ -]?([tqs])(\d)$/.exec(text) ?? undefined;
  if (part) return parsePeriod(`${part[1]}-${part[2] === 's' ? 'S' : 'Q'}${part[3]}`)?.text;
  return parsePeriod(text)?.text;
}

/**
 * The period that a person typed, by its canonical name; undefined when it is none.
 *
 * @example readPeriod('junio 2011') // '2011-06'
 * @example readPeriod('2011-T2') // '2011-Q2'
 * @example readPeriod('06/2011') // '2011-06'
 */
export function readPeriod(text: string): string | undefined {
  const [first = '', last, more] = text.trim().toLowerCase().split('..');
  if (more !== undefined) return undefined;
  const from = readOne(first.trim());
  if (last === undefined || from === undefined) return from;
  const to = readOne(last.trim());
  return to === undefined ? undefined : `${from}..${to}`;
}
