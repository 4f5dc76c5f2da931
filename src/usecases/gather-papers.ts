import { type Language, parsePeriod, previousPeriod, Refusal, type Scope } from '../kernel/index.ts';
import type { MonthChange, MonthPaper, MonthProcess, PaperBasis, SheetPaper } from '../report/index.ts';
import { printQuantity, writeSummary } from '../sentences/index.ts';
import { countComplaints } from './count-complaints.ts';
import type { Filter } from './indicators/name-dimension.ts';
import type { SheetView } from './indicators/view/sheet-view.ts';
import { type SheetInput, viewSheet } from './indicators/view-sheet.ts';
import type { Institution } from './institution.ts';

/** What a paper is about. */
export type PaperQuestion =
  | {
      readonly kind: 'sheet';
      readonly indicator: string;
      readonly period: string;
      readonly as_of: string | null;
      readonly filters: readonly Filter[];
    }
  | {
      readonly kind: 'month';
      readonly period: string;
      /** The same figures as a page for the wall. */
      readonly form?: 'wall';
    };

/** For whom it is gathered. */
export interface PaperReader {
  readonly scope: Scope;
  readonly may?: SheetInput['may'];
  readonly language: Language;
  /** Local date: a period that is not over is provisional. */
  readonly today: string;
}

/** The technical sheet of a paper, as the screen shows it; see `viewSheet`. */
export async function gatherSheet(
  institution: Institution,
  question: Extract<PaperQuestion, { kind: 'sheet' }>,
  reader: PaperReader,
): Promise<SheetView> {
  const { kind: _kind, ...asked } = question;
  const { scope, may, language, today } = reader;
  const view = await viewSheet(institution, { ...asked, scope, language, ...(may ? { may } : {}) });
  const ends = parsePeriod(view.period.split('..').at(-1)!)?.to ?? today;
  return { ...view, provisional: view.provisional || ends > today };
}

/** Everything the monthly report prints, of the indicators and units the reader reaches. */
export async function gatherMonth(
  institution: Institution,
  question: { readonly period: string },
  reader: PaperReader,
): Promise<Omit<MonthPaper, 'sheets'> & { readonly sheets: readonly SheetView[] }> {
  const { content } = institution;
  const { language, scope } = reader;
  const month = parsePeriod(question.period);
  if (!month) throw new Refusal('period-unreadable', { period: question.period });
  const previous = previousPeriod(month).text;
  const sheets: SheetView[] = [];
  const apart: MonthPaper['apart'][number][] = [];
  for (const id of content.indicators.keys()) {
    const asked = { kind: 'sheet', indicator: id, period: month.text, as_of: null, filters: [] } as const;
    try {
      sheets.push(await gatherSheet(institution, asked, reader));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Of another process nothing is said; of one that cannot be told by unit, that it is missing.
      if (error.code === 'filter-unavailable') apart.push(content.catalogue.sheets.get(id)!.name);
      else if (error.code !== 'out-of-scope') throw error;
    }
  }
  const complaints = await countComplaints(institution, { ...month, units: scope.units });
  const processes = listProcesses(institution, sheets, complaints?.by_process ?? null);
  const byId = new Map(sheets.map((sheet) => [sheet.indicator, sheet]));
  const ordered = processes.flatMap(({ indicators }) => indicators.map((id) => byId.get(id)!));
  return {
    period: month.text,
    previous,
    sentence: writeSummary(
      ordered.flatMap(({ measurement }) => measurement ?? []),
      language,
      month.text,
    ),
    provisional: ordered.some(({ provisional }) => provisional) || month.to > reader.today,
    units: scope.units,
    processes,
    complaints: complaints?.total ?? null,
    sheets: ordered,
    apart,
    changes: ordered.map((sheet) => {
      const [first] = content.catalogue.sheets.get(sheet.indicator)!.standards;
      return {
        ...toChange(sheet, previous, language),
        had_standard: first === undefined || first.from < month.from,
      };
    }),
  };
}

/** Processes with an indicator, in the order of the packs. */
function listProcesses(
  { content }: Institution,
  sheets: readonly SheetView[],
  complaints: ReadonlyMap<string, number> | null,
): readonly MonthProcess[] {
  const known = [...content.catalogue.processes.values()].filter(({ id }) =>
    sheets.some(({ process }) => process.id === id),
  );
  const strange = sheets.filter(({ process }) => !content.catalogue.processes.has(process.id));
  return [...known, ...new Map(strange.map(({ process }) => [process.id, process])).values()].map(
    ({ id, name }) => ({
      id,
      name,
      complaints: complaints && (complaints.get(id) ?? 0),
      indicators: sheets.filter(({ process }) => process.id === id).map(({ indicator }) => indicator),
    }),
  );
}

const MOVES: Readonly<Record<SheetView['tiles']['trend']['kind'], MonthChange['moves']>> = {
  improves: 'better',
  worsens: 'worse',
  rises: 'rises',
  falls: 'falls',
  'as-usual': 'same',
  'too-short': 'tooShort',
  'no-figure': 'same',
};

/**
 * An indicator against the period before, in the unit of its trend. From one month to the next figures
 * always differ: whether that is more than usual is what the tile of its trend says.
 */
function toChange(
  { indicator, trend, tiles, shown, measurement }: SheetView,
  previous: string,
  language: Language,
): Omit<MonthChange, 'had_standard'> {
  const before = trend.points.find(({ period }) => period === previous);
  const was = before?.value ?? null;
  return {
    indicator,
    before:
      before && was !== null
        ? { text: printQuantity(was, trend.unit, language), verdict: before.verdict }
        : null,
    now: shown && measurement ? { text: shown.text, verdict: measurement.verdict } : null,
    moves: MOVES[tiles.trend.kind],
  };
}

/** What the code of a paper is made from: figures, imports, versions. */
export function toBasis(
  question: PaperQuestion,
  units: readonly string[] | null,
  sheets: readonly (SheetPaper & Pick<SheetView, 'indicator'>)[],
): PaperBasis {
  const unique = <T>(items: readonly T[]): T[] => [
    ...new Map(items.map((item) => [JSON.stringify(item), item])).values(),
  ];
  return {
    kind: question.kind,
    indicator: question.kind === 'sheet' ? question.indicator : null,
    period: question.period,
    as_of: question.kind === 'sheet' ? question.as_of : null,
    filters: question.kind === 'sheet' ? question.filters : [],
    units,
    figures: sheets.map(({ indicator, measurement }) => ({
      indicator,
      numerator: measurement?.numerator ?? null,
      denominator: measurement?.denominator ?? null,
      n: measurement?.n ?? 0,
      open: measurement?.open.count ?? 0,
      verdict: measurement?.verdict ?? 'no-data',
    })),
    imports: unique(
      sheets.flatMap(({ inputs }) => inputs.flatMap((input) => input.imports.map((item) => item.import))),
    ),
    definitions: sheets.map(({ indicator, versions }) => ({
      indicator,
      pack: versions.pack,
      pack_version: versions.pack_version,
      sheet: versions.sheet,
    })),
    calendars: unique(
      sheets.flatMap(({ calendars }) => calendars.map(({ id, from, digest }) => ({ id, from, digest }))),
    ),
  };
}
