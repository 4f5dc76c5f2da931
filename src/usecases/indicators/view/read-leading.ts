import {
  type Language,
  type LocalText,
  parsePeriod,
  previousPeriod,
  type Sheet,
} from '../../../kernel/index.ts';
import { writeSignal } from '../../../sentences/index.ts';
import type { Institution } from '../../institution.ts';
import { measureSeries } from '../../measure-series.ts';
import { readSeries, toMeasuredWords, toToldSeries } from '../../read-series.ts';
import { toMeasuredTrend } from '../../to-measured-trend.ts';
import { readNotes } from '../../trend-notes.ts';

/** Periods of the leading indicator that its limits rest on. */
const PERIODS = 24;

/** The indicator that tells beforehand, and how it stands. */
export interface LeadingIndicator {
  readonly id: string;
  readonly name: LocalText;
  readonly text: string;
}

/**
 * How the indicator that leads another stands at the end of a period; null where its sheet names none, or the sheet
 * is looked at in part, which says nothing of the whole of another.
 */
export async function readLeading(
  institution: Institution,
  sheet: Sheet,
  {
    period,
    isWhole,
    language,
  }: { readonly period: string; readonly isWhole: boolean; readonly language: Language },
): Promise<LeadingIndicator | null> {
  const { content, ledger } = institution;
  const id = sheet.leading ?? '';
  const [indicator, own] = [content.indicators.get(id), content.catalogue.sheets.get(id)];
  const last = parsePeriod(period);
  if (!isWhole || !indicator || !own || !last) return null;
  let first = last;
  for (let count = 1; count < PERIODS; count += 1) first = previousPeriod(first);
  const { figures, periods } = await measureSeries(institution, {
    indicators: [id],
    from: first.text,
    to: last.text,
    by: [],
  });
  const byPeriod = new Map(figures.map((figure) => [figure.period, figure]));
  const placed = periods.map((text) => byPeriod.get(text) ?? null);
  const notes = readNotes(ledger.signals, id);
  const read = readSeries(toMeasuredTrend({ sheet: own, indicator }, {}, periods, placed, notes));
  const words = toMeasuredWords(read, placed[read.last] ?? null, own, language);
  return { id, name: own.name, text: writeSignal(toToldSeries(read, words), language) };
}
