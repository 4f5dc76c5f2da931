import { LANGUAGES, type LocalText, type Verdict } from '../../kernel/index.ts';
import {
  type FailCount,
  type HeatRow,
  writeFailCounts,
  writeHeat,
  writeResult,
} from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import type { SeriesFigure } from '../measure-series.ts';
import { settlePeriod } from '../settle-period.ts';
import { getReached, reachIndicators } from '../reach-indicators.ts';
import { reachUnits } from '../reach-units.ts';
import type { Figures } from '../figures.ts';
import type { HomeInput } from './view-home.ts';

export interface HeatInput extends HomeInput {
  /** One indicator; null for all of them, counted. */
  readonly indicator: string | null;
}

/** A unit in a period: one indicator's figure, or how many of all fail. */
export interface HeatCell {
  readonly verdict: Verdict;
  /** Of one indicator, its result in its own unit; of all, null. */
  readonly value: LocalText | null;
  readonly n: number;
  /** Indicators that fail, of those with a verdict; of one indicator 0 or 1 of 0 or 1. */
  readonly failed: number;
  readonly judged: number;
  /** How much of it fails, from 0 (nothing) to 4 (more than three in four): how strong its colour is. */
  readonly level: number;
  readonly provisional: boolean;
  /** Figures of few facts: they are neither judged nor failed here, as one case can turn them. */
  readonly small: number;
}

export interface HeatView {
  readonly indicator: { readonly id: string; readonly name: LocalText } | null;
  readonly periods: readonly string[];
  readonly finding: LocalText;
  /** Worst first; `unit` null: facts that name none. A cell is null where the unit has nothing to measure. */
  readonly rows: readonly { readonly unit: string | null; readonly cells: readonly (HeatCell | null)[] }[];
}

/** Units by period of one indicator, or of all: where it fails and since when, of what the scope reaches. */
export async function viewHeat(
  institution: Institution,
  { cache, version }: Figures,
  { period: asked, unit, indicator, scope, today }: HeatInput,
): Promise<HeatView> {
  const reached = reachIndicators(institution.content, scope);
  const chosen = indicator === null ? null : getReached(institution.content, indicator, scope);
  const units = reachUnits(scope, unit);
  const settled = await settlePeriod(institution, { cache, version }, asked, scope, today);
  const { text: asOf, series: stretch } = settled;
  const key = JSON.stringify(['heat', asOf, indicator, units, scope]);
  return cache.keep(institution, version, key, async () => {
    const only = scope.staff_name === null ? [] : [{ dimension: 'person', values: [scope.staff_name] }];
    const series = await cache.series(institution, version, {
      ...stretch,
      by: ['unit'],
      only,
    });
    const ids = new Set(chosen ? [chosen.id] : reached.map(({ id }) => id));
    const inSeries = [...series.keys()];
    const found = new Map<string | null, Map<string, SeriesFigure[]>>();
    for (const [text, figures] of series)
      for (const figure of figures) {
        const name = figure.dimensions['unit'];
        if (name === undefined || !ids.has(figure.indicator)) continue;
        if (units !== null && (name === null || !units.includes(name))) continue;
        const row = found.get(name) ?? new Map<string, SeriesFigure[]>();
        found.set(name, row);
        row.set(text, [...(row.get(text) ?? []), figure]);
      }
    const whole = [...found].map(([name, row]) => ({
      unit: name,
      cells: inSeries.map((text) => toCell(institution, row.get(text) ?? [], chosen !== null)),
    }));
    // Periods before the first verdict, of few cases or many, say nothing.
    const judges = (index: number) =>
      whole.some(({ cells }) => (cells[index]?.judged ?? 0) + (cells[index]?.small ?? 0) > 0);
    const first = Math.max(
      0,
      inSeries.findIndex((_, index) => judges(index)),
    );
    const periods = inSeries.slice(first);
    const rows = whole.map((row) => ({ ...row, cells: row.cells.slice(first) }));
    const told = rows.map((row) => ({ row, told: tellRow(row.unit, row.cells) }));
    told.sort((a, b) => (chosen ? byWorst(a.told, b.told) : byCount(a.row, b.row)));
    const named = told.filter(({ row }) => row.unit !== null);
    const write = (language: 'es' | 'en') =>
      chosen
        ? writeHeat(
            named.map((item) => item.told),
            language,
          )
        : writeFailCounts(
            named.map(({ row }) => ({ unit: row.unit!, ...countLast(row) })),
            periods.at(-1) ?? asOf,
            language,
          );
    const name = chosen && institution.content.catalogue.sheets.get(chosen.id)!.name;
    return {
      indicator: chosen && name ? { id: chosen.id, name } : null,
      periods,
      finding: { es: write('es'), en: write('en') },
      rows: told.map(({ row }) => row),
    };
  });
}

/** Strengths of colour beside none. */
const STEPS = 4;

function toCell(institution: Institution, figures: readonly SeriesFigure[], isOne: boolean): HeatCell | null {
  const judges = figures.filter(({ verdict }) => verdict !== 'no-data');
  const judged = judges.filter(({ warnings }) => !warnings.some(({ code }) => code === 'small-sample'));
  const failed = judged.filter(({ verdict }) => verdict === 'not-met').length;
  const [first] = figures;
  if (!first) return null;
  const alert = judged.some(({ verdict }) => verdict === 'met-with-alert');
  const sheet = institution.content.catalogue.sheets.get(first.indicator)!;
  const words = isOne ? LANGUAGES.map((language) => writeResult(first, sheet, language)?.value ?? '') : [];
  return {
    verdict:
      isOne && judges.length > judged.length
        ? first.verdict
        : judged.length === 0
          ? 'no-data'
          : failed > 0
            ? 'not-met'
            : alert
              ? 'met-with-alert'
              : 'met',
    value: isOne && words[0] ? { es: words[0], en: words[1] ?? '' } : null,
    n: isOne ? first.n : 0,
    failed,
    judged: judged.length,
    level: judged.length === 0 ? 0 : Math.ceil((failed * STEPS) / judged.length),
    provisional: figures.some(({ provisional }) => provisional),
    small: judges.length - judged.length,
  };
}

/** Periods of a unit that failed, of those that were judged. */
function tellRow(unit: string | null, cells: readonly (HeatCell | null)[]): HeatRow {
  const last = cells.at(-1);
  const judged = cells.filter((cell) => cell !== null && cell.judged > 0);
  return {
    unit: unit ?? '',
    failed: judged.filter((cell) => cell!.failed > 0).length,
    judged: judged.length,
    small: cells.filter((cell) => (cell?.small ?? 0) > 0).length,
    last: (last?.judged ?? 0) > 0 ? last!.verdict : 'no-data',
  };
}

/** Those that fail now first, then those that failed most often. */
function byWorst(a: HeatRow, b: HeatRow): number {
  const now = (row: HeatRow) => (row.last === 'not-met' ? 0 : 1);
  const share = (row: HeatRow) => (row.judged === 0 ? -1 : row.failed / row.judged);
  return now(a) - now(b) || share(b) - share(a) || (a.unit < b.unit ? -1 : 1);
}

type Row = HeatView['rows'][number];

function countLast({ cells }: Row): Omit<FailCount, 'unit'> {
  const last = cells.at(-1);
  return { failed: last?.failed ?? 0, judged: last?.judged ?? 0, small: last?.small ?? 0 };
}

/** Where most indicators fail in the last period first. */
function byCount(a: Row, b: Row): number {
  return (
    countLast(b).failed - countLast(a).failed ||
    countLast(a).judged - countLast(b).judged ||
    ((a.unit ?? '') < (b.unit ?? '') ? -1 : 1)
  );
}
