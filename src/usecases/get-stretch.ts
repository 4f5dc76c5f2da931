import { parsePeriod, Refusal } from '../kernel/index.ts';

/** Half-open local dates of a period, or of the stretch between two, and its text. */
export interface Stretch {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

/** Reads `2011-06` or `2011-04..2011-06`; refuses what is no period. */
export function getStretch(text: string): Stretch {
  const [first = '', last] = text.split('..');
  const start = parsePeriod(first);
  const end = last === undefined ? start : parsePeriod(last);
  if (!start || !end || end.to <= start.from) throw new Refusal('period-unreadable', { period: text });
  const name = last === undefined ? start.text : `${start.text}..${end.text}`;
  return { text: name, from: start.from, to: end.to };
}
