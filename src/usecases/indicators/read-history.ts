import { parsePeriod } from '../../kernel/index.ts';
import { quoteText } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';

/** A past result as somebody typed it: shown beside what is computed, never mixed with it. */
export interface HistoricFigure {
  readonly indicator: string;
  readonly period: string;
  readonly unit: string | null;
  readonly value: number;
  readonly n: number | null;
}

/** Id of the data set in which past results are kept. */
const DATASET = 'historico';
/** Decimals are kept to the millionth. */
const SCALE = 1_000_000;

/** Past results of these indicators whose period lies within `[from, to)`, by indicator, period and unit. */
export async function readHistory(
  institution: Institution,
  indicators: readonly string[],
  from: string,
  to: string,
): Promise<readonly HistoricFigure[]> {
  if (!institution.content.catalogue.datasets.has(DATASET) || indicators.length === 0) return [];
  const rows = await institution.facts.duck.rows(
    `select indicator, period, unit, value, n from ${DATASET} where indicator in (${indicators.map(quoteText).join(', ')}) order by indicator, period, unit nulls first`,
  );
  return rows.flatMap((row) => {
    const period = parsePeriod(String(row['period']));
    if (!period || period.from < from || period.to > to) return [];
    return {
      indicator: String(row['indicator']),
      period: period.text,
      unit: row['unit'] === null ? null : String(row['unit']),
      value: Number(row['value']) / SCALE,
      n: row['n'] === null ? null : Number(row['n']),
    };
  });
}
