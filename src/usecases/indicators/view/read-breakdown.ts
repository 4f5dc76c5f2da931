import type { Language, Measurement, Sheet } from '../../../kernel/index.ts';
import { findDimension, type MeasureRequest, TIME_DIMENSIONS } from '../../../engine/index.ts';
import type { CheckedIndicator } from '../../../language/index.ts';
import { printPercent, printVerdict, showFigure } from '../../../sentences/index.ts';
import type { Content, Institution } from '../../institution.ts';
import { measureIndicators } from '../measure-indicators.ts';
import type { Filter } from '../name-dimension.ts';
import { labelValue } from '../label-value.ts';
import type { Breakdown, BreakdownRow } from './sheet-view.ts';

/** Rows of a breakdown that are shown: more are counted, and asked for by filter. */
const MOST_ROWS = 200;
/** Times that tell something inside one period; the others are the trend. */
const TIMES: readonly string[] = ['weekday', 'hour'];
const TIME_LABELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  weekday: { es: 'Día de la semana', en: 'Weekday' },
  hour: { es: 'Hora del día', en: 'Hour of day' },
  service: { es: 'Servicio', en: 'Service' },
};
/** Columns and times by which every data set an indicator reads can be told apart, with their labels. */
export function listSplits(
  content: Content,
  indicator: CheckedIndicator,
  language: Language,
  sees_people: boolean,
): readonly { readonly name: string; readonly label: string }[] {
  const { datasets } = content.catalogue;
  const home = datasets.get(indicator.dataset)!;
  const read = [...new Set([indicator.dataset, ...indicator.aggregates.map(({ dataset }) => dataset)])].map(
    (id) => datasets.get(id)!,
  );
  const isSplit = (name: string) =>
    read.every((dataset) => {
      const date = dataset.id === home.id ? indicator.date : (dataset.date ?? '');
      return findDimension(name, dataset, date) !== null;
    });
  const columns = [...home.columns, ...home.lookups].filter(
    (column) =>
      !home.key.includes(column.name) &&
      // Clients are nobody's dimension: each would be a row, and a name.
      !('of' in column && column.of === 'client') &&
      (sees_people || !('of' in column && column.of === 'person')) &&
      // Free text is as many values as rows; numbers brought from elsewhere are no groups.
      !('type' in column && column.type === 'text') &&
      isSplit(column.name),
  );
  return [
    ...columns.map(({ name, label }) => ({ name, label: label[language] })),
    ...TIMES.filter(isSplit).map((name) => ({ name, label: TIME_LABELS[name]![language] })),
  ].filter(({ name }) => name !== 'standard_minutes');
}

export interface BreakdownInput {
  readonly indicator: CheckedIndicator;
  readonly sheet: Sheet;
  readonly period: string;
  readonly as_of: string | null;
  readonly dimension: string;
  readonly label: string;
  readonly filters: readonly Filter[];
  readonly only: NonNullable<MeasureRequest['only']>;
  readonly language: Language;
}

/** A figure split by one dimension, worst first and small samples last. */
export async function readBreakdown(institution: Institution, input: BreakdownInput): Promise<Breakdown> {
  const { indicator, sheet, dimension, filters, only } = input;
  const asked = filters.filter((filter) => filter.dimension !== dimension);
  const { measurements } = await measureIndicators(institution, {
    period: input.period,
    indicators: [indicator.id],
    by: [...asked.map((filter) => filter.dimension), dimension],
    as_of: input.as_of,
    ...(only.length === 0 ? {} : { only }),
  });
  const kept = measurements.filter(
    (measurement) =>
      dimension in measurement.dimensions &&
      filters.every((filter) => measurement.dimensions[filter.dimension] === filter.value),
  );
  const rows = kept.map((measurement) => ({
    gap: toGap(measurement),
    row: toRow(institution.content, { ...input, sheet }, measurement),
  }));
  const isTime = (TIME_DIMENSIONS as readonly string[]).includes(dimension);
  if (!isTime)
    rows.sort(
      (a, b) =>
        // A handful of facts puts nobody first.
        Number(a.row.is_small) - Number(b.row.is_small) ||
        b.gap - a.gap ||
        (a.row.label < b.row.label ? -1 : 1),
    );
  return {
    dimension,
    label: input.label,
    rows: rows.slice(0, MOST_ROWS).map(({ row }) => row),
    total: rows.length,
  };
}

/** How far a figure is on the wrong side of its standard, relative to it; below zero on the right side. */
function toGap({ value, standard, verdict }: Measurement): number {
  if (value === null || standard === null || verdict === 'no-data') return Number.NEGATIVE_INFINITY;
  const { floor, ceiling } = standard;
  const under = floor === null ? Number.NEGATIVE_INFINITY : (floor - value) / (Math.abs(floor) || 1);
  const over = ceiling === null ? Number.NEGATIVE_INFINITY : (value - ceiling) / (Math.abs(ceiling) || 1);
  return Math.max(under, over);
}

function toRow(
  content: Content,
  { indicator, sheet, dimension, language }: BreakdownInput,
  measurement: Measurement,
): BreakdownRow {
  const value = measurement.dimensions[dimension] ?? null;
  const { inside_standard: inside, open, warnings, n, verdict } = measurement;
  return {
    value,
    label: labelValue(content, indicator, dimension, value, language),
    shown: showFigure(measurement, sheet, language),
    n,
    verdict,
    verdict_text: printVerdict(verdict, language),
    is_small: warnings.some(({ code }) => code === 'small-sample'),
    open: open.count,
    past_limit: open.past_limit,
    inside: inside === null ? null : printPercent(inside.share, language, 1),
  };
}
