import {
  addDays,
  compileCalendar,
  type Language,
  mondayToFriday,
  parseInstant,
  parsePeriod,
  toInstant,
  workAt,
} from '../../../kernel/index.ts';
import { roundBeside, type TrendView } from '../../../charts/index.ts';
import type { CheckedIndicator } from '../../../language/index.ts';
import { printQuantity, type ShownFigure, writeForecast } from '../../../sentences/index.ts';
import { chanceAbove, type Forecast, forecastMonth } from '../../../statistics/index.ts';
import type { Institution } from '../../institution.ts';

export interface MonthForecast {
  /** In the unit of the trend. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Share of such months that close inside. */
  readonly level: number;
  readonly text: string;
}

export interface ForecastAsked {
  readonly indicator: CheckedIndicator;
  readonly trend: TrendView;
  readonly shown: ShownFigure | null;
  readonly period: string;
  /** Instant up to which the facts go. */
  readonly as_of: string | null;
  readonly language: Language;
}

/**
 * Where a month that is under way is heading, from its figure so far, the working time that has passed by the
 * calendar of the institution, and the closed months of its trend since limits were last taken anew. Null of any
 * other period, of a month that is over, and with fewer than six closed months.
 */
export function readForecast(institution: Institution, asked: ForecastAsked): MonthForecast | null {
  const { indicator, trend, shown, period, as_of, language } = asked;
  const time = findElapsed(institution, period, as_of);
  const last = trend.points.at(-1);
  if (!time || !shown || last?.period !== period || last.value === null) return null;
  const found = forecastMonth({
    kind: addsUp(indicator) ? 'total' : 'level',
    elapsed: time.elapsed,
    so_far: last.value,
    history: listClosed(trend).map((close) => ({ close, at_elapsed: null })),
    ...(typeof trend.lowest === 'number' ? { lowest: trend.lowest } : {}),
    ...(typeof trend.highest === 'number' ? { highest: trend.highest } : {}),
  });
  if (found === null || found.method === 'closed') return null;
  const { value, low, high, level, months } = found;
  const print = (amount: number) => printQuantity(roundBeside(amount, high - low), trend.unit, language);
  const text = writeForecast(
    {
      period,
      passed: time.passed,
      days: time.days,
      value: print(value),
      low: print(low),
      high: print(high),
      level,
      months,
      standard: shown.standard,
      risk: toRisk(found, shown),
    },
    language,
  );
  return { value, low, high, level, text };
}

/** Whether a month's figure grows with each fact: a count or a sum, over nothing. */
function addsUp({ denominator, aggregates }: CheckedIndicator): boolean {
  return (
    denominator === null && aggregates.every(({ operation }) => operation === 'count' || operation === 'sum')
  );
}

/** Values of the settled months before the last, since limits were last taken anew, without those set apart. */
function listClosed({ points, baselines = [], notes = [] }: TrendView): readonly number[] {
  const since = baselines.at(-1) ?? '';
  const apart = new Set(notes.filter(({ excluded }) => excluded).map(({ period }) => period));
  return points
    .slice(0, -1)
    .flatMap(({ period, value, provisional }) =>
      value === null || provisional || period < since || apart.has(period) ? [] : [value],
    );
}

/** Chance to close beyond a bound of the standard; null without one. */
function toRisk(forecast: Forecast, { floor, ceiling, better }: ShownFigure): number | null {
  const above = ceiling === null ? 0 : chanceAbove(forecast, ceiling);
  const below = floor === null ? 0 : 1 - chanceAbove(forecast, floor);
  if (better === 'more') return floor === null ? null : below;
  if (better === 'less') return ceiling === null ? null : above;
  return floor === null && ceiling === null ? null : above + below;
}

interface Elapsed {
  /** Share of the working time of the month. */
  readonly elapsed: number;
  readonly passed: number;
  readonly days: number;
}

/** How much of a month has passed, by the institution's calendar; null of a period that is no month under way. */
function findElapsed({ content }: Institution, text: string, as_of: string | null): Elapsed | null {
  const month = parsePeriod(text);
  const { default_zone: zone, default_calendar } = content.catalogue.settings;
  const now = as_of === null ? undefined : parseInstant(as_of, zone);
  if (!month || month.grain !== 'month' || now === undefined) return null;
  const [start, end] = [toInstant(`${month.from}T00:00:00`, zone), toInstant(`${month.to}T00:00:00`, zone)];
  if (now <= start || now >= end) return null;
  const calendar = default_calendar === null ? undefined : content.catalogue.calendars.get(default_calendar);
  if (!calendar) {
    const today = as_of!.slice(0, month.from.length);
    const [passed, days] = [
      mondayToFriday(month.from, addDays(today, 1)),
      mondayToFriday(month.from, month.to),
    ];
    return days === 0 || passed >= days ? null : { elapsed: passed / days, passed, days };
  }
  const table = compileCalendar(calendar, month.from, month.to).filter(({ open }) => open.length > 0);
  const [done, all] = [workAt(table, now), workAt(table, end)];
  if (all === 0n || done >= all) return null;
  const passed = table.filter(({ open }) => open[0]!.start_us < now).length;
  return { elapsed: Number(done) / Number(all), passed, days: table.length };
}
