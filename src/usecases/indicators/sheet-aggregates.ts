import type { Language } from '../../kernel/index.ts';
import type { SheetCell, SheetToWrite } from '../../facts/index.ts';
import { printInstant, printPeriod } from '../../sentences/index.ts';
import { writeWorkbookOut } from '../write-out.ts';
import { nameUnit } from './sheet/name-unit.ts';
import { SHEET_WORDS } from './sheet/words.ts';
import type { Breakdown, SheetView } from './view/sheet-view.ts';

const WORDS = {
  es: {
    trend: 'Tendencia',
    period: 'Período',
    verdict: 'Veredicto',
    floor: 'Mínimo',
    ceiling: 'Máximo',
    small: 'Muestra pequeña',
    yes: 'sí',
    open: 'Sin cerrar',
    unit: 'Unidad',
    of: 'Solo',
  },
  en: {
    trend: 'Trend',
    period: 'Period',
    verdict: 'Verdict',
    floor: 'Minimum',
    ceiling: 'Maximum',
    small: 'Small sample',
    yes: 'yes',
    open: 'Not closed',
    unit: 'Unit',
    of: 'Only',
  },
} as const;

/**
 * Writes a sheet as a workbook without one fact in it, for who may take totals away and not rows:
 * result, trend and breakdowns, as the screen shows them.
 */
export async function sheetAggregates(view: SheetView, out: string, language: Language): Promise<string> {
  const breakdowns = view.breakdowns.filter(({ rows }) => rows.length > 0);
  return writeWorkbookOut(out, [
    toFront(view, language),
    toTrend(view, language),
    ...breakdowns.map((breakdown) => toBreakdown(breakdown, language)),
  ]);
}

function toFront(view: SheetView, language: Language): SheetToWrite {
  const words = SHEET_WORDS[language];
  const { tiles, measurement } = view;
  const cell = (value: number | null | undefined): SheetCell => value ?? '';
  const unitOf = (unit: string | undefined) => (unit === undefined ? '' : nameUnit(unit, language));
  const dimensionOf = (name: string) =>
    [
      ...view.breakdowns.map((each) => ({ name: each.dimension, label: each.label })),
      ...view.dimensions,
    ].find((each) => each.name === name)?.label ?? '';
  const rows: (readonly SheetCell[])[] = [
    [words.indicator, view.name[language], view.code ?? ''],
    [words.period, printPeriod(view.period, language), ''],
    [words.cut, view.as_of === null ? '' : printInstant(view.as_of, language), ''],
    ...view.filters.map(({ dimension, label }) => [words.filters, label, dimensionOf(dimension)]),
    ...(view.units === null ? [] : [[words.filters, view.units.join(', '), dimensionOf('unit')]]),
    [words.result, cell(view.shown?.value), unitOf(view.shown?.unit)],
    [words.numerator, cell(measurement?.numerator), ''],
    [words.denominator, cell(measurement?.denominator), ''],
    [words.n, cell(measurement?.n), ''],
    [words.open, cell(measurement?.open.count), ''],
    [words.past, cell(measurement?.open.past_limit), ''],
    [words.verdict, tiles.state.text, tiles.standard.text],
    [words.interpretation, view.sentence, ''],
    ...view.requirements.map(({ label, text }) => [label, text, '']),
    ...(view.formula.text === null ? [] : [[words.formula, view.formula.text, '']]),
    [
      words.pack,
      `${view.versions.pack_name[language]} ${view.versions.pack_version} · ${view.versions.sheet}`,
      '',
    ],
  ];
  return { name: words.sheet, header: [words.concept, words.value, words.how], rows, widths: [36, 60, 30] };
}

function toTrend({ trend }: SheetView, language: Language): SheetToWrite {
  const words = WORDS[language];
  return {
    name: words.trend,
    header: [words.period, SHEET_WORDS[language].result, words.unit, 'n', words.floor, words.ceiling],
    rows: trend.points.map(({ period, value, n, floor, ceiling }) => [
      printPeriod(period, language),
      value ?? '',
      nameUnit(trend.unit, language),
      n ?? '',
      floor ?? '',
      ceiling ?? '',
    ]),
    widths: [14, 14, 10, 10, 12, 12],
  };
}

function toBreakdown({ label, rows }: Breakdown, language: Language): SheetToWrite {
  const words = WORDS[language];
  return {
    // Names of worksheets have at most 31 letters, and none of these signs.
    name: label.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    header: [label, SHEET_WORDS[language].result, words.unit, 'n', words.verdict, words.open, words.small],
    rows: rows.map((row) => [
      row.label,
      row.shown?.value ?? '',
      row.shown ? nameUnit(row.shown.unit, language) : '',
      row.n,
      row.is_small && row.verdict !== 'no-data' ? words.small : row.verdict_text,
      row.open,
      row.is_small ? words.yes : '',
    ]),
    widths: [28, 14, 10, 10, 18, 12, 16],
  };
}
