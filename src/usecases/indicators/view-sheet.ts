import { type Language, type Measurement, type Scope, type Sheet } from '../../kernel/index.ts';
import { type CheckedIndicator, printChecked, toFormula } from '../../language/index.ts';
import {
  printPercent,
  printQuantity,
  printWarning,
  showFigure,
  writeRequirements,
  writeStandard,
} from '../../sentences/index.ts';
import { wilson } from '../../statistics/index.ts';
import { inOneLook } from '../in-one-look.ts';
import type { Institution } from '../institution.ts';
import { type Explanation, explainIndicator } from './explain-indicator.ts';
import { labelValue } from './label-value.ts';
import { type Limited, limitToScope } from './limit-to-scope.ts';
import { getIndicators } from './measure-indicators.ts';
import { type Filter, settleFilters } from './name-dimension.ts';
import { type PageInput, readPage } from './page-rows.ts';
import { refuseIdentityFilters } from './protect-identity.ts';
import { readFigureChanges } from './read-figure-changes.ts';
import { listDefinitions } from './remember-definitions.ts';
import { listSplits, readBreakdown } from './view/read-breakdown.ts';
import { readDistribution } from './view/read-distribution.ts';
import { readLeading } from './view/read-leading.ts';
import { readForecast } from './view/read-forecast.ts';
import { readWaits } from './view/read-waits.ts';
import { readSheetTrend, toSheetStanding } from './view/read-trend.ts';
import type { Absence, Breakdown, SharedPart, SheetView } from './view/sheet-view.ts';
import { toTiles } from './view/to-tiles.ts';
import { toCalendarDigest } from './to-calendar-digest.ts';
import { VIEW_WORDS } from './view/words.ts';
import { writeChange } from './view/write-change.ts';

export interface SheetInput {
  readonly indicator: string;
  readonly period: string;
  readonly as_of: string | null;
  readonly filters: readonly Filter[];
  /** What the person reaches of the figures. */
  readonly scope: Scope;
  /** What else they may see; absent, as whoever works on the folder itself. */
  readonly may?: SheetView['may'];
  readonly language: Language;
}

/** Everything, as whoever works on the data folder itself. */
export const SEES_ALL: SheetView['may'] = { rows: true, people: true, sql: true, export_rows: true };

/** With fewer facts than this, "9 of every 10" would be an invention. */
const ENOUGH_FOR_PERCENTILES = 10;

/** The question with indicator, filters and scope settled. */
interface Asked extends Limited {
  readonly indicator: CheckedIndicator;
  readonly sheet: Sheet;
  readonly may: SheetView['may'];
}

async function settle(institution: Institution, input: SheetInput): Promise<Asked> {
  const [indicator] = getIndicators(institution, [input.indicator]) as [CheckedIndicator];
  const may = input.may ?? SEES_ALL;
  refuseIdentityFilters(input.filters, may.people);
  const limited = limitToScope(institution, indicator, input.filters, input.scope);
  const { filters } = await settleFilters(institution, indicator, limited.filters);
  const sheet = institution.content.catalogue.sheets.get(indicator.id)!;
  return { indicator, sheet, may, filters, only: limited.only };
}

/**
 * The technical sheet of an indicator in a period, whole: what a screen shows and paper prints.
 * The figure is that of `measureIndicators` to the last digit. Refuses (`out-of-scope`) what the
 * person does not reach.
 */
export function viewSheet(institution: Institution, input: SheetInput): Promise<SheetView> {
  return inOneLook(institution, (seen) => readSheet(seen, input));
}

async function readSheet(institution: Institution, input: SheetInput): Promise<SheetView> {
  const { language, as_of } = input;
  const asked = await settle(institution, input);
  const { indicator, sheet, may, filters, only } = asked;
  const explained = await explainIndicator(institution, {
    indicator: indicator.id,
    period: input.period,
    as_of,
    filters,
    ...(only.length === 0 ? {} : { only }),
  });
  const { measurement, period } = explained;
  const shown = measurement && showFigure(measurement, sheet, language);
  const { trend, history } = await readSheetTrend(institution, {
    indicator,
    sheet,
    period,
    filters,
    only,
    measurement,
    language,
  });
  const page = { ...input, indicator: indicator.id, period, filters, sees_people: may.people, dataset: null };
  const catalogue = institution.content.catalogue;
  const splits = listSplits(institution.content, indicator, language, may.people);
  const breakdowns: Breakdown[] = [];
  for (const { name, label } of splits.filter(isFirst))
    breakdowns.push(
      await readBreakdown(institution, {
        ...input,
        indicator,
        sheet,
        period,
        dimension: name,
        label,
        filters,
        only,
      }),
    );
  const definitions = listDefinitions(institution, indicator.id, language);
  const waits = await readWaits(institution, page, sheet);
  const isWhole = filters.length === 0 && only.length === 0 && as_of === null;
  const changes = isWhole && measurement ? await readFigureChanges(institution, page) : [];
  return {
    indicator: indicator.id,
    code: sheet.code,
    name: sheet.name,
    process: {
      id: sheet.process,
      name: catalogue.processes.get(sheet.process)?.name ?? { es: sheet.process, en: sheet.process },
    },
    period,
    as_of: explained.as_of,
    provisional: measurement?.provisional ?? false,
    filters: filters.map(({ dimension, value }) => ({
      dimension,
      value,
      label: labelValue(institution.content, indicator, dimension, value, language),
    })),
    units: only.find(({ dimension }) => dimension === 'unit')?.values ?? null,
    measurement,
    shown,
    tiles: toTiles({ indicator, sheet, catalogue, period }, measurement, trend, language),
    sentence: measurement?.sentences[language] ?? '',
    interpretation: toInterpretation(sheet, measurement, language),
    absence: toAbsence(institution, measurement, language),
    trend,
    standing: toSheetStanding(trend, shown?.standard ?? null, language),
    forecast: readForecast(institution, {
      indicator,
      trend,
      shown,
      period,
      as_of: explained.as_of,
      language,
    }),
    leading: await readLeading(institution, sheet, { period, isWhole, language }),
    history,
    requirements: writeRequirements(sheet, indicator.unit, language),
    standards: sheet.standards.map((standard) => writeStandard(standard, indicator.unit, language)),
    details: toDetails(institution, sheet, language),
    formula: {
      text: may.sql ? sheet.formula : null,
      measure: may.sql ? sheet.measure : null,
      math: toFormula(indicator, catalogue, sheet.population.name, language),
      variables: sheet.variables.map(({ name, text }) => ({ name, text: text[language] })),
      lines: printChecked(indicator),
    },
    breakdowns,
    dimensions: splits.filter((split) => !isFirst(split)),
    share: toShare(measurement, shown?.family === 'share', language),
    inside: toInside(measurement, language),
    spread: toSpread(measurement, language),
    distribution: await readDistribution(institution, page, measurement),
    open: await readOpen(institution, page, measurement),
    warnings: [...(measurement?.warnings ?? []), ...(waits === null ? [] : [waits])].map((warning) => ({
      code: warning.code,
      text: printWarning(warning, language),
    })),
    inputs: explained.inputs.map((each) => ({ ...each, name: catalogue.datasets.get(each.dataset)!.name })),
    calendars: explained.calendars.map((id) => {
      const calendar = catalogue.calendars.get(id);
      return {
        id,
        name: calendar?.name ?? { es: id, en: id },
        from: calendar?.versions.findLast(({ from }) => from <= period)?.from ?? null,
        digest: calendar ? toCalendarDigest(calendar) : '',
      };
    }),
    versions: {
      pack: explained.pack.id,
      pack_name: explained.pack.name,
      pack_version: explained.pack.version,
      licence: explained.pack.licence,
      sheet: sheet.version,
      since: definitions[0]?.at ?? null,
    },
    definitions,
    changes: changes.map((change) => ({
      ...change,
      text: writeChange(institution, change, measurement!, sheet, period, language),
    })),
    may,
  };
}

/** Units and people are always told; the other dimensions when asked for. */
function isFirst({ name }: { readonly name: string }): boolean {
  return name === 'unit' || name === 'person';
}

/** A figure of a sheet split by another dimension; refuses (`dimension-unavailable`) one it has not. */
export async function breakDownSheet(
  institution: Institution,
  input: SheetInput & { readonly dimension: string },
): Promise<Breakdown> {
  const { indicator, sheet, may, filters, only } = await settle(institution, input);
  const splits = listSplits(institution.content, indicator, input.language, may.people);
  refuseIdentityFilters([{ dimension: input.dimension, value: '' }], may.people);
  const label = splits.find(({ name }) => name === input.dimension)?.label ?? input.dimension;
  const { dimension } = input;
  return readBreakdown(institution, { ...input, indicator, sheet, dimension, label, filters, only });
}

/** Tree and SQL of a figure, for who checks it: within the same limits as the figure. */
export async function readSheetSql(institution: Institution, input: SheetInput): Promise<Explanation> {
  const { indicator, filters, only } = await settle(institution, input);
  return explainIndicator(institution, {
    indicator: indicator.id,
    period: input.period,
    as_of: input.as_of,
    filters,
    ...(only.length === 0 ? {} : { only }),
  });
}

function toInterpretation(sheet: Sheet, measurement: Measurement | null, language: Language): string | null {
  const { met, not_met, excess } = sheet.interpretation;
  switch (measurement?.verdict) {
    case 'met':
      return met[language];
    case 'not-met':
      return not_met[language];
    case 'met-with-alert':
      return (excess ?? met)[language];
    default:
      return null;
  }
}

/** Which file would bring the figure, where it is missing for want of data. */
function toAbsence(
  institution: Institution,
  measurement: Measurement | null,
  language: Language,
): Absence | null {
  const missing = measurement?.warnings.find(
    ({ code }) => code === 'no-facts' || code === 'nothing-to-compare',
  );
  const id = missing?.params['dataset'];
  if (typeof id !== 'string') return null;
  const dataset = institution.content.catalogue.datasets.get(id);
  if (!dataset || dataset.derived) return null;
  const name = dataset.name[language];
  return { dataset: id, name, text: VIEW_WORDS[language].absence(name) };
}

function toDetails(institution: Institution, sheet: Sheet, language: Language): SheetView['details'] {
  const words = VIEW_WORDS[language];
  const process = institution.content.catalogue.processes.get(sheet.process)?.name[language] ?? sheet.process;
  const { met, not_met, excess } = sheet.interpretation;
  const all = [
    { key: 'process', label: words.process, text: process },
    { key: 'class', label: words.class, text: words.classes[sheet.class] },
    { key: 'type', label: words.type, text: words.types[sheet.type] },
    { key: 'population', label: words.population, text: sheet.population.name[language] },
    {
      key: 'excluded',
      label: words.excluded,
      text: sheet.except.map(({ text }) => text[language]).join(' '),
    },
    { key: 'met', label: words.met, text: met[language] },
    { key: 'not-met', label: words.notMet, text: not_met[language] },
    { key: 'excess', label: words.excess, text: excess?.[language] ?? '' },
    {
      key: 'references',
      label: words.references,
      text: sheet.references
        .map(({ name, value, source, date }) => `${name[language]}: ${value} (${source}, ${date})`)
        .join('; '),
    },
  ];
  return all.filter(({ text }) => text !== '');
}

/** A share with its interval; parts of a fact are as good as the figure itself says. */
function toPart(share: number, n: number, language: Language): SharedPart {
  const interval = share < 0 || share > 1 ? null : wilson(Math.min(share * n, n), n);
  const print = (value: number) => printPercent(value, language, 1);
  return {
    text: print(share),
    n,
    interval: interval && VIEW_WORDS[language].interval(print(interval.low), print(interval.high)),
  };
}

function toShare(measurement: Measurement | null, isShare: boolean, language: Language): SharedPart | null {
  if (!measurement || measurement.value === null || !isShare) return null;
  return toPart(measurement.value, measurement.n, language);
}

function toInside(measurement: Measurement | null, language: Language): SharedPart | null {
  const inside = measurement?.inside_standard;
  return inside ? toPart(inside.share, inside.n, language) : null;
}

function toSpread(measurement: Measurement | null, language: Language): string | null {
  if (!measurement || measurement.n < ENOUGH_FOR_PERCENTILES) return null;
  const { p50, p90, measure_unit } = measurement;
  if (p50 === null || p90 === null || measure_unit === null) return null;
  const words = VIEW_WORDS[language];
  const [half, nine] = [
    printQuantity(p50, measure_unit, language),
    printQuantity(p90, measure_unit, language),
  ];
  return (/h$|min$|^s$|day/.test(measure_unit) ? words.spread : words.spreadOther)(half, nine);
}

async function readOpen(
  institution: Institution,
  page: Omit<PageInput, 'state' | 'order' | 'offset' | 'limit' | 'key_has'>,
  measurement: Measurement | null,
): Promise<SheetView['open']> {
  const open = measurement?.open ?? { count: 0, past_limit: 0 };
  if (open.count === 0) return { ...open, oldest: null };
  const { rows } = await readPage(institution, {
    ...page,
    state: 'all-open',
    key_has: null,
    order: { by: 'opens', descending: false },
    offset: 0,
    limit: 1,
  });
  const [first] = rows;
  return {
    ...open,
    oldest: first?.opens ? { key: Object.values(first.key).join(' '), opens: first.opens } : null,
  };
}
