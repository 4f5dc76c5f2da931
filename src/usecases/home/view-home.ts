import {
  type IndicatorClass,
  LANGUAGES,
  type LocalText,
  type Measurement,
  type Scope,
  type Sheet,
  type Verdict,
} from '../../kernel/index.ts';
import { printWarning, type ResultWords, writeHeadline, writeResult } from '../../sentences/index.ts';
import { countsPeople } from '../counts-people.ts';
import { pickWhole, toBreakdown } from '../figure-cache.ts';
import type { Institution } from '../institution.ts';
import type { SeriesFigure } from '../measure-series.ts';
import type { Figures } from '../figures.ts';
import type { MonthChoice } from '../list-months.ts';
import { reachIndicators, toOnly } from '../reach-indicators.ts';
import { settlePeriod } from '../settle-period.ts';
import { toGap } from './to-gap.ts';

export interface HomeInput {
  /** Null for the latest month that says most; see `choosePeriod`. */
  readonly period: string | null;
  /** One unit; null for all the scope reaches. */
  readonly unit: string | null;
  readonly scope: Scope;
  /** Local date of the institution. */
  readonly today: string;
}

export interface HomePoint {
  readonly period: string;
  readonly value: number | null;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly verdict: Verdict;
  readonly n: number;
  readonly provisional: boolean;
}

/** One indicator of the list: the figure of the period and how it came there. */
export interface HomeIndicator {
  readonly id: string;
  readonly code: string | null;
  readonly name: LocalText;
  readonly process: { readonly id: string; readonly name: LocalText };
  readonly class: IndicatorClass;
  readonly verdict: Verdict;
  readonly value: number | null;
  readonly n: number;
  /** Whether n is of people; of cases otherwise. */
  readonly counts_people: boolean;
  /** Null where there is no figure. */
  readonly result: Readonly<Record<'es' | 'en', ResultWords>> | null;
  /** Distance to the standard in the failing direction, as a share of it; see `toGap`. */
  readonly gap: number | null;
  readonly open: Measurement['open'];
  readonly provisional: boolean;
  readonly small_sample: boolean;
  /** Met, while too few facts are within their limit. */
  readonly hides_tail: boolean;
  readonly sentence: LocalText;
  /** The period before, where it has a result: what the present one is held against first. */
  readonly previous: { readonly period: string; readonly value: LocalText } | null;
  /** Oldest first; the last is the period itself. */
  readonly points: readonly HomePoint[];
}

export interface HomeView {
  readonly period: {
    readonly text: string;
    readonly why: 'asked' | 'complete' | 'latest' | 'none';
    readonly complete: boolean;
  };
  /** Months with facts, latest first. */
  readonly months: readonly MonthChoice[];
  /** Units the figures are limited to; null for all. */
  readonly units: readonly string[] | null;
  /** The person the figures are limited to; null for everybody. */
  readonly person: string | null;
  readonly sentence: LocalText;
  /** That the month is closed, and by which version; null while it is open. */
  readonly closed: LocalText | null;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Those with a verdict. */
  readonly judged: number;
  /** Worst first. */
  readonly indicators: readonly HomeIndicator[];
  /** Indicators whose data do not tell units or people apart, left out of a view limited to some. */
  readonly apart: readonly { readonly id: string; readonly name: LocalText }[];
  /** Whether the institution has any fact at all that indicators measure. */
  readonly has_facts: boolean;
  /** Whether any file was brought and stands, measured or not. */
  readonly has_files: boolean;
  /** Whether there is any indicator in reach. */
  readonly has_indicators: boolean;
}

/**
 * What *Inicio* shows: a sentence, and the indicators worst first, each in its own unit with its
 * series, of what the scope reaches. Refuses (`out-of-scope`) a unit outside it.
 */
export async function viewHome(
  institution: Institution,
  { cache, version }: Figures,
  { period: asked, unit, scope, today }: HomeInput,
): Promise<HomeView> {
  const only = toOnly(scope, unit);
  const reached = reachIndicators(institution.content, scope);
  const settled = await settlePeriod(institution, { cache, version }, asked, scope, today);
  const { text, series: stretch, why, complete, months } = settled;
  const key = JSON.stringify(['home', text, only, scope.processes]);
  const figures = await cache.keep(institution, version, key, async () => {
    const series = await cache.series(institution, version, { ...toBreakdown(only), ...stretch });
    const told = await cache.told(institution, version, text, only);
    const points = new Map<string, HomePoint[]>();
    const latest = new Map<string, readonly SeriesFigure[]>();
    for (const found of series.values())
      for (const figure of pickWhole(found, only)) {
        const ofIndicator = points.get(figure.indicator) ?? [];
        if (ofIndicator.length === 0) points.set(figure.indicator, ofIndicator);
        ofIndicator.push(toPoint(figure));
        latest.set(figure.indicator, [...(latest.get(figure.indicator) ?? []).slice(-1), figure]);
      }
    const ids = new Set(reached.map(({ id }) => id));
    const shown = told.filter(({ indicator }) => ids.has(indicator));
    return {
      indicators: shown
        .filter((measurement) => !isApart(measurement))
        .map((measurement) =>
          toHomeIndicator(institution, measurement, {
            points: points.get(measurement.indicator) ?? [],
            before: latest.get(measurement.indicator)?.at(-2) ?? null,
          }),
        )
        .sort(byUrgency),
      apart: shown
        .filter(isApart)
        .map(({ indicator }) => ({ id: indicator, name: sheetOf(institution, indicator).name })),
      measured: shown.filter((measurement) => !isApart(measurement)),
    };
  });
  const units = only.find(({ dimension }) => dimension === 'unit')?.values ?? null;
  const person = scope.staff_name;
  const imports = institution.ledger.countImports();
  const counts = { met: 0, 'not-met': 0, 'met-with-alert': 0, 'no-data': 0 };
  for (const { verdict } of figures.indicators) counts[verdict] += 1;
  return {
    period: { text, why, complete },
    months,
    units,
    person,
    sentence: inBoth((language) => writeHeadline(figures.measured, language, text, { units, person })),
    closed: sayClosed(figures.measured),
    counts,
    judged: figures.indicators.length - counts['no-data'],
    indicators: figures.indicators,
    apart: figures.apart,
    has_facts: months.length > 0,
    has_files: imports.last > imports.undone,
    has_indicators: reached.length > 0,
  };
}

function sayClosed(measured: readonly Measurement[]): LocalText | null {
  const closed = measured.flatMap(({ warnings }) => warnings).find(({ code }) => code === 'closed');
  return closed ? inBoth((language) => printWarning(closed, language)) : null;
}

function inBoth(write: (language: 'es' | 'en') => string): LocalText {
  return { es: write('es'), en: write('en') };
}

function sheetOf({ content }: Institution, id: string): Sheet {
  return content.catalogue.sheets.get(id)!;
}

function isApart({ warnings }: Measurement): boolean {
  return warnings.some(({ code }) => code === 'dimension-unavailable');
}

function toPoint({ period, value, standard, verdict, n, provisional }: SeriesFigure): HomePoint {
  return {
    period,
    value,
    floor: standard?.floor ?? null,
    ceiling: standard?.ceiling ?? null,
    verdict,
    n,
    provisional,
  };
}

function toHomeIndicator(
  institution: Institution,
  measurement: Measurement,
  { points, before }: { readonly points: readonly HomePoint[]; readonly before: SeriesFigure | null },
): HomeIndicator {
  const sheet = sheetOf(institution, measurement.indicator);
  const process = institution.content.catalogue.processes.get(sheet.process);
  const has = (code: string) => measurement.warnings.some((warning) => warning.code === code);
  const [es, en] = LANGUAGES.map((language) => writeResult(measurement, sheet, language));
  return {
    id: sheet.id,
    code: sheet.code,
    name: sheet.name,
    process: { id: sheet.process, name: process?.name ?? { es: sheet.process, en: sheet.process } },
    class: sheet.class,
    verdict: measurement.verdict,
    value: measurement.value,
    n: measurement.n,
    counts_people: countsPeople(institution.content.indicators.get(sheet.id)!, institution.content.catalogue),
    result: es && en ? { es, en } : null,
    gap: toGap(measurement, sheet),
    open: measurement.open,
    provisional: measurement.provisional,
    small_sample: has('small-sample'),
    hides_tail: has('mean-hides-tail'),
    sentence: measurement.sentences,
    previous: before && toPrevious(before, sheet),
    points,
  };
}

function toPrevious(figure: SeriesFigure, sheet: Sheet): HomeIndicator['previous'] {
  const [es, en] = LANGUAGES.map((language) => writeResult(figure, sheet, language)?.value);
  return es && en ? { period: figure.period, value: { es, en } } : null;
}

const URGENCY: Readonly<Record<Verdict, number>> = {
  'not-met': 0,
  'met-with-alert': 1,
  met: 2,
  'no-data': 3,
};

/** What fails first, the farthest from its standard before the rest; then by name, so that order never depends on chance. */
function byUrgency(a: HomeIndicator, b: HomeIndicator): number {
  return (
    URGENCY[a.verdict] - URGENCY[b.verdict] ||
    (b.gap ?? -Infinity) - (a.gap ?? -Infinity) ||
    (a.id < b.id ? -1 : 1)
  );
}
