import { parsePeriod, type Period, periodOf, previousPeriod, Refusal, splitPeriod } from '../kernel/index.ts';
import type { MonthChoice } from './list-months.ts';

export interface ChosenPeriod {
  /** Its name as figures are measured by: `2011-06`, or two joined by `..`. */
  readonly text: string;
  /** The periods of its series, oldest first: it and those before, or the months of a stretch. */
  readonly series: { readonly from: string; readonly to: string };
  /** Asked for; or the latest complete month; or, with none, the latest with facts; `none`: there are no facts. */
  readonly why: 'asked' | 'complete' | 'latest' | 'none';
  /** False while facts of it may still come. */
  readonly complete: boolean;
  /** Months with facts, latest first. */
  readonly months: readonly MonthChoice[];
}

/**
 * The period a person looks at: the one asked for, else the latest complete month, else the latest
 * with facts. Months that have not come yet (a date mistyped) and bare beginnings are not chosen unless
 * asked for.
 */
export function choosePeriod(
  asked: string | null,
  months: readonly MonthChoice[],
  today: string,
): ChosenPeriod {
  if (asked !== null && asked !== '') {
    const period = readStretch(asked);
    const inside = months.filter((month) => {
      const { from, to } = parsePeriod(month.period)!;
      return from < period.to && to > period.from;
    });
    const complete = inside.length > 0 && period.to <= today && inside.every((month) => month.complete);
    return { text: period.text, series: period.series, why: 'asked', complete, months };
  }
  const past = months.filter(({ period }) => parsePeriod(period)!.from <= today);
  const full = past.filter((month) => !month.isBare);
  const complete = full.find((month) => month.complete);
  const chosen = complete ?? full[0] ?? past[0] ?? months[0];
  const { text, series } = readStretch(chosen?.period ?? today.slice(0, 7));
  if (!chosen) return { text, series, why: 'none', complete: false, months };
  return {
    text,
    series,
    why: complete ? 'complete' : 'latest',
    complete: complete !== undefined,
    months,
  };
}

/** Periods shown of each indicator, the last included. */
const SHOWN: Readonly<Record<Period['grain'], number>> = {
  year: 5,
  semester: 6,
  quarter: 8,
  month: 13,
  week: 13,
  day: 14,
};

/** A period, or a stretch from one to another, with the series it is shown at the end of. */
function readStretch(asked: string) {
  const [first = '', last, more] = asked.split('..');
  const start = parsePeriod(first);
  const end = last === undefined ? start : parsePeriod(last);
  if (!start || !end || more !== undefined || end.to <= start.from)
    throw new Refusal('period-unreadable', { period: asked });
  if (last === undefined) {
    let earliest = start;
    for (let count = 1; count < SHOWN[start.grain]; count += 1) earliest = previousPeriod(earliest);
    return { ...start, series: { from: earliest.text, to: start.text } };
  }
  const whole = { ...start, text: `${start.text}..${end.text}`, to: end.to };
  const months = splitPeriod(whole, 'month').slice(-2 * SHOWN.month);
  const [from, to] = [
    months[0] ?? periodOf(start.from, 'month'),
    months.at(-1) ?? periodOf(start.from, 'month'),
  ];
  return { ...whole, series: { from: from.text, to: to.text } };
}
