import { parse } from 'node:path';
import {
  LANGUAGES,
  type Measurement,
  parseInstant,
  printInstant,
  type Problem,
  Refusal,
  type Sheet,
  type Warning,
} from '../../kernel/index.ts';
import {
  type Cut,
  evaluatePlan,
  type Figure,
  type LeftOut,
  type MeasureRequest,
  type Plan,
  planIndicators,
  quoteName,
  quoteText,
} from '../../engine/index.ts';
import { findCut, runPlan, toCut, WORKED } from '../../facts/index.ts';
import { type CheckedIndicator, nearest } from '../../language/index.ts';
import { writeSentence } from '../../sentences/index.ts';
import { overlayFrozen } from '../frozen-figures.ts';
import { getStretch } from '../get-stretch.ts';
import type { Institution } from '../institution.ts';
import { listLeftOut, tellLeftOut } from '../left-out.ts';
import { countWaiting } from './count-waiting.ts';
import { findAbsence } from './find-absence.ts';
import { getDimension } from './name-dimension.ts';
import { type HistoricFigure, readHistory } from './read-history.ts';

export interface MeasureInput {
  /** A period as text (`2011-06`), or two joined by `..` for everything from one to the other. */
  readonly period: string;
  /** Ids of the indicators wanted; empty for all. */
  readonly indicators: readonly string[];
  readonly by: readonly string[];
  /** Facts kept before anything is computed (what a person may see); all where absent. */
  readonly only?: MeasureRequest['only'];
  /** Instant at which the world is looked at; null for the latest the data know. */
  readonly as_of: string | null;
  /** True for the figures that the facts give today, also of a closed month. */
  readonly live?: true;
  /** Cuts by data set that were frozen with a month; see `ClosingDigests`. */
  readonly cuts?: ReadonlyMap<string, FrozenCut>;
  /** Rows left out, where they are not those in force now. */
  readonly without?: readonly LeftOut[];
}

/** A cut as it is frozen: of what came in files, and of cases worked here where both are known. */
export interface FrozenCut {
  readonly us: bigint;
  readonly worked: bigint | null;
}

export interface MeasureResult {
  readonly period: string;
  readonly as_of: string | null;
  readonly measurements: readonly Measurement[];
  /** Past results typed or pasted, apart: they cannot be computed again. */
  readonly history: readonly HistoricFigure[];
  /** Problems of packs that keep indicators from being measured. */
  readonly problems: readonly Problem[];
}

/** The indicators of those ids, or all; refuses an unknown one with the nearest name. */
export function getIndicators(institution: Institution, ids: readonly string[]): readonly CheckedIndicator[] {
  const { indicators, catalogue, problems } = institution.content;
  if (ids.length === 0) return [...indicators.values()];
  return ids.map((id) => {
    const found = indicators.get(id);
    if (found) return found;
    // A sheet with errors may be left out of the catalogue: what is left of it is its problems.
    const isBroken = problems.some(({ where }) => where.file && parse(where.file).name === id);
    if (isBroken || catalogue.sheets.has(id)) throw new Refusal('indicator-has-problems', { indicator: id });
    throw new Refusal('indicator-not-found', {
      indicator: id,
      hint: nearest(id, indicators.keys()) ?? '',
      indicators: [...indicators.keys()],
    });
  });
}

/** Cuts of the data sets that indicators read: what the user says, else the latest instant of each. */
async function findCuts(
  institution: Institution,
  indicators: readonly CheckedIndicator[],
  as_of: string | null,
  frozen: ReadonlyMap<string, FrozenCut> | undefined,
): Promise<Map<string, Cut>> {
  const { facts, content } = institution;
  const zone = content.catalogue.settings.default_zone;
  const given = as_of === null ? null : parseInstant(as_of, zone);
  if (given === undefined) throw new Refusal('instant-unreadable', { instant: as_of });
  const ids = new Set(
    indicators.flatMap((indicator) => [
      indicator.dataset,
      ...indicator.aggregates.map((aggregate) => aggregate.dataset),
    ]),
  );
  const cuts = new Map<string, Cut>();
  for (const id of ids) {
    const dataset = content.catalogue.datasets.get(id);
    if (!dataset || dataset.derived) continue;
    const kept = frozen?.get(id);
    if (kept) cuts.set(id, await thawCut(institution, kept));
    else if (given !== null) cuts.set(id, await toCut(facts, given, true));
    else if (dataset.closes !== null) cuts.set(id, await findCut(facts, dataset));
  }
  return cuts;
}

async function thawCut({ facts }: Institution, { us, worked }: FrozenCut): Promise<Cut> {
  const cut = await toCut(facts, us, false);
  if (worked === null) return cut;
  const { work } = await toCut(facts, worked, false);
  return { ...cut, of_import: { seq: WORKED, us: worked, work } };
}

/**
 * The instant that the facts of a period are told to be known until: that of the files, or of the cases
 * worked here where the period has nothing else.
 */
async function findShownCut(
  { content, facts }: Institution,
  id: string,
  cut: Cut,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<bigint> {
  const dataset = content.catalogue.datasets.get(id);
  if (cut.of_import === undefined || !dataset || dataset.date === null) return cut.us;
  const column = dataset.columns.find(({ name }) => name === dataset.date);
  const date = column?.type === 'instant' ? `${dataset.date}_local` : quoteName(dataset.date);
  const [row] = await facts.duck.rows(
    `select count(*) as n, count(*) filter (where _import = ${cut.of_import.seq}) as worked from ${quoteName(id)} where ${date} >= ${quoteText(from)} and ${date} < ${quoteText(to)}`,
  );
  const isWorkedAlone = row !== undefined && Number(row['n']) > 0 && row['n'] === row['worked'];
  return isWorkedAlone ? cut.of_import.us : cut.us;
}

/** Plans the indicators asked for, with everything bound: what `measure` runs and `explain` prints. */
export async function planMeasure(
  institution: Institution,
  input: MeasureInput,
): Promise<{ plan: Plan; as_of: string | null; period: string }> {
  const { catalogue } = institution.content;
  const period = getStretch(input.period);
  const by = [...new Set(input.by.map((name) => getDimension(institution.content, name)))];
  const indicators = getIndicators(institution, input.indicators);
  const cuts = await findCuts(institution, indicators, input.as_of, input.cuts);
  const without = input.without ?? listLeftOut(institution, period);
  let latest: bigint | null = null;
  for (const [id, cut] of cuts) {
    const us = await findShownCut(institution, id, cut, period);
    if (us > 0n && (latest === null || us > latest)) latest = us;
  }
  const plan = planIndicators(
    indicators,
    {
      from: period.from,
      to: period.to,
      by,
      cuts,
      ...(input.only ? { only: input.only } : {}),
      ...(without.length === 0 ? {} : { without }),
    },
    { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes },
  );
  return {
    plan,
    period: period.text,
    as_of: latest === null ? null : printInstant(latest, catalogue.settings.default_zone),
  };
}

/** The figures alone, before anything is put into words. */
export async function measureFigures(
  institution: Institution,
  input: MeasureInput,
): Promise<{ plan: Plan; as_of: string | null; period: string; figures: readonly Figure[] }> {
  const planned = await planMeasure(institution, input);
  const found = await evaluate(institution, planned.plan);
  const kept = planned.plan.request.without
    ? tellLeftOut(institution, found, await evaluate(institution, await planWithAll(institution, input)))
    : found;
  if (input.live || input.as_of !== null) return { ...planned, figures: kept };
  const { figures, as_of } = overlayFrozen(institution, planned.period, planned.plan.request, kept);
  return { ...planned, as_of: as_of ?? planned.as_of, figures };
}

async function evaluate(institution: Institution, plan: Plan): Promise<readonly Figure[]> {
  return evaluatePlan(plan, await runPlan(institution.facts, plan), institution.settings);
}

/** The same question with the rows that were left out. */
export async function planWithAll(institution: Institution, input: MeasureInput): Promise<Plan> {
  return (await planMeasure(institution, { ...input, without: [] })).plan;
}

/** Measures indicators over a period: figures with verdict, warnings and sentences, sorted and exact. */
export async function measureIndicators(
  institution: Institution,
  input: MeasureInput,
): Promise<MeasureResult> {
  const { plan, as_of, period, figures } = await measureFigures(institution, input);
  const { from, to } = plan.request;
  const measurements = await tellFigures(institution, figures, plan.request, period);
  const measured = [...new Set(measurements.map(({ indicator }) => indicator))];
  const history = await readHistory(institution, measured, from, to);
  return { period, as_of, measurements, history, problems: institution.content.problems };
}

/**
 * Puts figures of a period into words: true reasons for those without value, what waits to be
 * corrected, and their sentences.
 */
export async function tellFigures(
  institution: Institution,
  figures: readonly Figure[],
  request: MeasureRequest,
  period: string,
): Promise<readonly Measurement[]> {
  const { catalogue, indicators } = institution.content;
  const isWhole = request.by.length === 0 && request.only === undefined;
  const measurements: Measurement[] = [];
  for (const figure of figures) {
    const sheet = catalogue.sheets.get(figure.indicator)!;
    const checked = indicators.get(figure.indicator)!;
    const quarantined = isWhole ? countQuarantined(institution, checked, request.from, request.to) : 0;
    const warnings = [
      ...(await tellAbsence(institution, checked, figure, request, period)).map((warning) =>
        withTexts(institution, sheet, checked, warning),
      ),
      ...(quarantined > 0 ? [{ code: 'rows-quarantined', params: { n: quarantined } }] : []),
    ];
    measurements.push(
      toMeasurement({ ...figure, warnings }, sheet, period, institution.settings.small_sample),
    );
  }
  return measurements;
}

/** Warnings of a figure with the true reason where it has no value; a part of it that has none is told by its own counts. */
async function tellAbsence(
  institution: Institution,
  indicator: CheckedIndicator,
  figure: Figure,
  request: MeasureRequest,
  period: string,
): Promise<readonly Warning[]> {
  const untold = figure.value === null && figure.n === 0 && figure.open.count === 0;
  const { warnings } = figure;
  if (!untold || !warnings.some(({ code }) => code === 'no-facts')) return warnings;
  if (warnings.some(({ code }) => code === 'excluded')) return warnings;
  const isWhole = Object.keys(figure.dimensions).length === 0;
  if (!isWhole && !figure.numerator_n) return warnings;
  const absence: Warning = isWhole
    ? await findAbsence(institution, indicator, request, period)
    : { code: 'nothing-to-compare', params: {} };
  return warnings.map((warning) => (warning.code === 'no-facts' ? absence : warning));
}

function countQuarantined(
  institution: Institution,
  indicator: CheckedIndicator,
  from: string,
  to: string,
): number {
  const datasets = new Set([
    indicator.dataset,
    ...indicator.aggregates.map((aggregate) => aggregate.dataset),
  ]);
  let n = 0;
  for (const dataset of datasets) {
    n += countWaiting(institution, indicator, dataset, from, to);
  }
  return n;
}

/** The words of the sheet and of the data set's rules for what was left out or flagged. */
function withTexts(
  institution: Institution,
  sheet: Sheet,
  indicator: CheckedIndicator,
  warning: Warning,
): Warning {
  if (warning.code === 'excluded') {
    const text = sheet.except.find((item) => item.code === warning.params['code'])?.text;
    return { ...warning, params: { ...warning.params, es: text?.es ?? '', en: text?.en ?? '' } };
  }
  if (warning.code === 'flagged') {
    const rule = institution.content.catalogue.datasets.get(indicator.dataset)?.rules[
      Number(warning.params['rule'])
    ];
    return {
      ...warning,
      params: {
        code: rule?.code ?? '',
        n: warning.params['n'] ?? 0,
        es: rule?.text.es ?? '',
        en: rule?.text.en ?? '',
      },
    };
  }
  return warning;
}

function toMeasurement(
  { numerator_n: _numerator_n, exact: _exact, ...figure }: Figure,
  sheet: Sheet,
  period: string,
  small_sample: number,
): Measurement {
  const sentences = Object.fromEntries(
    LANGUAGES.map((language) => [language, writeSentence(figure, sheet, { period, language, small_sample })]),
  );
  return { ...figure, sentences: sentences as Measurement['sentences'] };
}
