import { parsePeriod, toDayNumber } from '../../kernel/index.ts';
import { toSeriesKey } from '../../ledger/index.ts';
import { countsPeople } from '../counts-people.ts';
import type { Institution } from '../institution.ts';
import type { SeriesFigure } from '../measure-series.ts';
import type { CurrentSignal } from '../read-series.ts';
import type { WatchedSeries } from './watch-series.ts';

/** A month whose facts are still open may hide the signal of those before for so many days. */
const FRESH_DAYS = 70;

/** A series whose last settled point is no accident, before it is put into words. */
export interface FoundSignal {
  readonly key: string;
  readonly watched: WatchedSeries;
  readonly figure: SeriesFigure;
  readonly signal: CurrentSignal;
  /** Facts of the period; where n counts people, attentions. */
  readonly n: number;
}

/** The signal of a series; null where its last settled point is as usual, or is of long ago. */
export function findCurrent(
  { content }: Institution,
  watched: WatchedSeries,
  month: string,
): FoundSignal | null {
  const { indicator, dimensions, read, figure } = watched;
  const { signal } = read;
  if (!signal || !figure || !isFresh(signal.period, month)) return null;
  const isOfPeople = countsPeople(indicator, content.catalogue);
  return {
    key: toSeriesKey(indicator.id, dimensions),
    watched,
    figure,
    signal,
    n: isOfPeople ? (figure.numerator_n ?? figure.n) : figure.n,
  };
}

/** Whether a settled point still speaks of the month that is looked at. */
function isFresh(period: string, month: string): boolean {
  const end = (text: string) => toDayNumber(parsePeriod(text)!.to);
  return end(month) - end(period) < FRESH_DAYS;
}
