import {
  type AlertKind,
  type AlertRule,
  type Direction,
  LANGUAGES,
  type LocalText,
  nextPeriod,
  parsePeriod,
  periodOf,
  type Person,
  previousPeriod,
  type Scope,
  toNumber,
} from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import { toSeriesKey } from '../../ledger/index.ts';
import {
  printPercent,
  sayChange,
  sayNotMet,
  sayTimesMean,
  showFigure,
  type ToldFigure,
} from '../../sentences/index.ts';
import { countsPeople } from '../counts-people.ts';
import type { Figures } from '../figures.ts';
import type { Institution } from '../institution.ts';
import { labelDimensions } from '../label-dimensions.ts';
import type { SeriesFigure } from '../measure-series.ts';
import { toProcessPath } from '../process-path.ts';
import { reachIndicators } from '../reach-indicators.ts';
import { settlePeriod } from '../settle-period.ts';
import { answersFor, type Candidate } from './candidate.ts';
import { findChange, findTimesMean } from './compare-figures.ts';

/** Months before the one looked at that some kind asks for. */
const MONTHS_BEFORE = 12;
/** A mean of fewer months is none. */
const FEWEST_MONTHS = 6;

/** A rule as it holds for somebody: all it tells of, or what they answer for alone. */
export interface RuleForPerson {
  readonly rule: AlertRule;
  readonly all: boolean;
}

interface Series {
  readonly indicator: CheckedIndicator;
  readonly unit: string | null;
  readonly now: SeriesFigure;
  /** The months before, latest first; null where there is none. */
  readonly before: readonly (SeriesFigure | null)[];
}

const isFigureRule = ({ kind }: AlertRule): boolean =>
  kind === 'against-standard' ||
  kind === 'against-previous' ||
  kind === 'against-last-year' ||
  kind === 'times-its-mean';

/**
 * What figures of the latest complete month tell somebody, by these rules and within their scope. Nothing while
 * no month is complete, and nothing to whoever sees their own figures alone. Each figure is that of the screens:
 * measured at once for everybody, from the cache.
 */
export async function findFigureLines(
  institution: Institution,
  figures: Figures,
  {
    who,
    scope,
    rules,
    today,
  }: {
    readonly who: Person;
    readonly scope: Scope;
    readonly rules: readonly RuleForPerson[];
    readonly today: string;
  },
): Promise<readonly Candidate[]> {
  const wanted = rules.filter(({ rule }) => isFigureRule(rule));
  if (wanted.length === 0 || scope.staff_name !== null) return [];
  const settled = await settlePeriod(institution, figures, null, scope, today);
  if (!settled.complete) return [];
  const needsPast = wanted.some(({ rule }) => rule.kind !== 'against-standard');
  const months = listMonths(settled.text, needsPast ? MONTHS_BEFORE : 0);
  const found: Candidate[] = [];
  for (const by of ['whole', 'unit'] as const) {
    const own = wanted.filter(({ rule }) => rule.by === by || rule.by === 'both');
    // Who reaches some units only has no whole.
    if (own.length === 0 || (by === 'whole' && scope.units !== null)) continue;
    for (const series of await listSeries(institution, figures, { months, by, scope })) {
      const process = institution.content.catalogue.sheets.get(series.indicator.id)?.process ?? '';
      const path = toProcessPath(institution.content, process);
      const answers = answersFor(who, path, series.unit, today);
      for (const { rule, all } of own) {
        if (!all && !answers) continue;
        if (rule.indicators.length > 0 && !rule.indicators.includes(series.indicator.id)) continue;
        const line = toLine(institution, series, rule);
        if (line) found.push(line);
      }
    }
  }
  return found;
}

function listMonths(last: string, before: number): readonly string[] {
  let month = periodOf(parsePeriod(last)!.from, 'month');
  const end = month;
  for (let count = 0; count < before; count += 1) month = previousPeriod(month);
  const months: string[] = [];
  for (; month.text <= end.text; month = nextPeriod(month)) months.push(month.text);
  return months;
}

async function listSeries(
  institution: Institution,
  { cache, version }: Figures,
  {
    months,
    by,
    scope,
  }: { readonly months: readonly string[]; readonly by: 'whole' | 'unit'; readonly scope: Scope },
): Promise<readonly Series[]> {
  const reached = new Map(reachIndicators(institution.content, scope).map((each) => [each.id, each]));
  const [from, to] = [months[0]!, months.at(-1)!];
  const request = { from, to, by: by === 'unit' ? ['unit'] : [], only: [] };
  const measured = await cache.series(institution, version, request);
  const byMonth = months.map((month) => indexFigures(measured.get(month) ?? [], by));
  const past = byMonth.slice(0, -1).toReversed();
  return [...(byMonth.at(-1) ?? [])].flatMap(([key, now]) => {
    const indicator = reached.get(now.indicator);
    const unit = now.dimensions['unit'] ?? null;
    if (!indicator || now.provisional || now.value === null) return [];
    // A single case would decide it: apart, a unit of few is told of by nobody.
    if (by === 'unit' && now.warnings.some(({ code }) => code === 'small-sample')) return [];
    if (by === 'unit' && scope.units !== null && (unit === null || !scope.units.includes(unit))) return [];
    return [{ indicator, unit, now, before: past.map((month) => month.get(key) ?? null) }];
  });
}

function indexFigures(
  found: readonly SeriesFigure[],
  by: 'whole' | 'unit',
): ReadonlyMap<string, SeriesFigure> {
  return new Map(
    found.flatMap((figure) => {
      const unit = figure.dimensions['unit'] ?? null;
      return by === 'unit' && unit === null
        ? []
        : [[toSeriesKey(figure.indicator, figure.dimensions), figure]];
    }),
  );
}

function toLine(institution: Institution, series: Series, rule: AlertRule): Candidate | null {
  const { indicator, unit, now } = series;
  const { catalogue } = institution.content;
  const sheet = catalogue.sheets.get(indicator.id);
  if (!sheet) return null;
  const key = toSeriesKey(indicator.id, now.dimensions);
  const search = new URLSearchParams({ periodo: now.period, ...(unit === null ? {} : { agencia: unit }) });
  const say = (write: (told: ToldFigure, language: 'es' | 'en') => string): LocalText => {
    const part = labelDimensions(institution.content, indicator, now.dimensions);
    const people = countsPeople(indicator, catalogue);
    const [es, en] = LANGUAGES.map((language) => {
      const value = showFigure(now, sheet, language)?.text ?? '';
      return write({ name: sheet.name, part, period: now.period, value, n: now.n, people }, language);
    });
    return { es: es!, en: en! };
  };
  const made = (kind: AlertKind, token: string, text: LocalText): Candidate => ({
    kind,
    text,
    to: `/indicadores/${encodeURIComponent(indicator.id)}?${search}`,
    tokens: [`${kind} ${key} ${token}`],
    series: key,
    rank: unit === null ? -now.n - 1e9 : -now.n,
  });
  if (rule.kind === 'against-standard') {
    if (now.verdict !== 'not-met') return null;
    const text = say((told, language) =>
      sayNotMet(told, showFigure(now, sheet, language)?.standard ?? null, language),
    );
    return made(rule.kind, `${now.period} not-met`, text);
  }
  if (rule.threshold === null || now.value === null) return null;
  if (rule.kind === 'times-its-mean') {
    const past = series.before.flatMap((each) =>
      each === null || each.value === null || each.provisional ? [] : [each.value],
    );
    const found = past.length < FEWEST_MONTHS ? null : findTimesMean(now.value, past, rule.threshold);
    if (!found) return null;
    const text = say((told, language) =>
      sayTimesMean(
        told,
        {
          mean: showFigure({ ...now, value: toNumber(found.mean) }, sheet, language)?.text ?? '',
          months: past.length,
          times: toNumber(found.times),
        },
        language,
      ),
    );
    return made(rule.kind, now.period, text);
  }
  const other = series.before[rule.kind === 'against-previous' ? 0 : MONTHS_BEFORE - 1];
  if (!other || other.value === null || other.provisional) return null;
  const direction: Direction | null = sheet.standards.at(-1)?.direction ?? null;
  const change = findChange(now.value, other.value, rule.threshold, direction);
  if (!change) return null;
  const text = say((told, language) =>
    sayChange(
      told,
      {
        before: showFigure(other, sheet, language)?.text ?? '',
        before_period: other.period,
        percent: printPercent(toNumber(change.share), language, 1),
        worse: change.worse,
        rose: change.rose,
      },
      language,
    ),
  );
  return made(rule.kind, now.period, text);
}
