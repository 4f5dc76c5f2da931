import type { Language, Measurement } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printInPeriod } from './print-period.ts';
import { writeSummary } from './write-summary.ts';

/** Whose figures a headline is about, where they are not everybody's. */
export interface HeadlineScope {
  readonly units: readonly string[] | null;
  /** One person's own figures. */
  readonly person: string | null;
}

/** Names told one by one; more are counted. */
const MOST_NAMED = 3;

function joinNames(names: readonly string[], language: Language): string {
  const and = language === 'es' ? (/^h?i(?!e)/i.test(names.at(-1) ?? '') ? ' e ' : ' y ') : ' and ';
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}

function writeWhere({ units, person }: HeadlineScope, language: Language): string {
  const es = language === 'es';
  const places =
    units === null || units.length === 0
      ? ''
      : units.length > MOST_NAMED
        ? es
          ? `en sus ${units.length} agencias`
          : `in your ${units.length} branches`
        : `${es ? 'en' : 'in'} ${joinNames(units, language)}`;
  if (person === null) return places;
  const own = es ? `en lo atendido por ${person}` : `in what ${person} attended`;
  return places === '' ? own : `${own} ${places}`;
}

/**
 * The first sentence of a screen: how many indicators fail, of what the reader may see.
 *
 * @example writeHeadline(figures, 'es', '2011-06', { units: ['Norte'], person: null })
 * // 'En Norte, 3 de 7 indicadores no cumplen en junio de 2011.'
 */
export function writeHeadline(
  measurements: Parameters<typeof writeSummary>[0],
  language: Language,
  period: string,
  scope: HeadlineScope,
): string {
  const summary = writeSummary(measurements, language, period);
  const where = writeWhere(scope, language);
  if (where === '') return summary;
  return `${where[0]!.toUpperCase()}${where.slice(1)}, ${summary[0]!.toLowerCase()}${summary.slice(1)}`;
}

/** What a heat map is told from: each unit with how many of its periods failed, and its last one. */
export interface HeatRow {
  readonly unit: string;
  readonly failed: number;
  readonly judged: number;
  /** Periods of too few facts, which are not judged here. */
  readonly small?: number;
  readonly last: Measurement['verdict'];
}

/**
 * What a map of units by period shows, in a sentence: where it fails most often, and whether it
 * still does.
 *
 * @example writeHeat([{ unit: 'Sur', failed: 4, judged: 6, last: 'not-met' }], 'es')
 * // 'La única agencia, Sur, no cumplió en 4 de 6 meses.'
 */
export function writeHeat(rows: readonly HeatRow[], language: Language): string {
  const es = language === 'es';
  const judged = rows.filter((row) => row.judged > 0);
  if (judged.length === 0 && rows.some(({ small = 0 }) => small > 0))
    return es
      ? 'En estos períodos ninguna agencia tiene casos suficientes: con muestras pequeñas, un solo caso cambia el resultado.'
      : 'In these periods no branch has enough cases: in a small sample a single case turns the result.';
  if (judged.length === 0)
    return es
      ? 'Ninguna agencia tiene veredicto en estos períodos.'
      : 'No branch has a verdict in these periods.';
  const failing = judged.filter((row) => row.failed > 0);
  if (failing.length === 0)
    return es
      ? 'Todas las agencias cumplieron en todos estos períodos.'
      : 'Every branch met its standard in all these periods.';
  failing.sort((a, b) => b.failed / b.judged - a.failed / a.judged || (a.unit < b.unit ? -1 : 1));
  const worst = failing[0]!;
  const times = (row: HeatRow) => (es ? `${row.failed} de ${row.judged}` : `${row.failed} of ${row.judged}`);
  if (judged.length === 1)
    return es
      ? `La única agencia, ${worst.unit}, no cumplió en ${times(worst)} períodos.`
      : `The only branch, ${worst.unit}, failed in ${times(worst)} periods.`;
  const seen = judged.filter((row) => row.last !== 'no-data').length;
  const now = judged.filter((row) => row.last === 'not-met').length;
  const tied = failing.filter(({ failed, judged: all }) => failed === worst.failed && all === worst.judged);
  const most = `${joinTied(tied, language)} (${times(worst)} ${es ? 'períodos' : 'periods'})`;
  if (es) {
    const last =
      seen === 0
        ? 'En el último período ninguna agencia tiene veredicto'
        : now === 0
          ? `En el último período ${seen === 1 ? 'cumple la única agencia con datos' : `cumplen las ${seen} agencias con datos`}`
          : `En el último período no ${now === 1 ? 'cumple' : 'cumplen'} ${now} de ${seen} ${seen === 1 ? 'agencia' : 'agencias'}`;
    return tied.length === 1
      ? `${last}; la que más veces no cumplió es ${most}.`
      : `${last}; las que más veces no cumplieron son ${most}.`;
  }
  const last =
    seen === 0
      ? 'In the last period no branch has a verdict'
      : now === 0
        ? `In the last period ${seen === 1 ? 'the only branch with data meets its standard' : `all ${seen} branches with data meet their standard`}`
        : `In the last period ${now} of ${seen} ${seen === 1 ? 'branch' : 'branches'} ${now === 1 ? 'fails' : 'fail'}`;
  return `${last}; ${tied.length === 1 ? 'the one that failed most often is' : 'those that failed most often are'} ${most}.`;
}

/** Of one unit, how many indicators fail in a period, of those with a verdict. */
export interface FailCount {
  readonly unit: string;
  readonly failed: number;
  readonly judged: number;
  /** Indicators of too few facts, which are not judged here. */
  readonly small?: number;
}

/**
 * Where most indicators fail in a period, in a sentence.
 *
 * @example writeFailCounts([{ unit: 'Sur', failed: 5, judged: 7 }, { unit: 'Loja', failed: 1, judged: 7 }], '2011-06', 'es')
 * // 'Donde más indicadores no cumplen en junio de 2011 es en Sur (5 de 7); donde menos, en Loja (1 de 7).'
 */
export function writeFailCounts(counts: readonly FailCount[], period: string, language: Language): string {
  const es = language === 'es';
  const when = printInPeriod(period, language);
  const judged = counts
    .filter((count) => count.judged > 0)
    .sort(
      (a, b) =>
        b.failed - a.failed || b.failed / b.judged - a.failed / a.judged || (a.unit < b.unit ? -1 : 1),
    );
  const [worst, best] = [judged[0], judged.at(-1)];
  if ((!worst || !best) && counts.some(({ small = 0 }) => small > 0))
    return es
      ? `Ninguna agencia tiene casos suficientes ${when}: con muestras pequeñas, un solo caso cambia el resultado.`
      : `No branch has enough cases ${when}: in a small sample a single case turns the result.`;
  if (!worst || !best)
    return es ? `Ninguna agencia tiene veredicto ${when}.` : `No branch has a verdict ${when}.`;
  const of = ({ failed, judged: all }: FailCount) => (es ? `${failed} de ${all}` : `${failed} of ${all}`);
  const small = counts.reduce((sum, count) => sum + (count.small ?? 0), 0);
  // A headline counts those too: without this the two would seem to disagree.
  if (worst.failed === 0 && small > 0)
    return es
      ? `Con casos suficientes ninguna agencia incumple un indicador ${when}; ${printCount(small, ['resultado es', 'resultados son'], 'es')} de pocos casos y por separado no se juzgan.`
      : `With enough cases no branch fails an indicator ${when}; ${printCount(small, ['result is', 'results are'], 'en')} of few cases and not judged apart.`;
  if (worst.failed === 0)
    return es ? `Ninguna agencia incumple un indicador ${when}.` : `No branch fails an indicator ${when}.`;
  if (judged.length === 1)
    return es
      ? `En ${worst.unit} no cumplen ${of(worst)} indicadores ${when}.`
      : `In ${worst.unit}, ${of(worst)} indicators fail ${when}.`;
  const ties = (one: FailCount) =>
    judged.filter(({ failed, judged: all }) => failed === one.failed && all === one.judged);
  const most = ties(worst);
  if (most.length === judged.length)
    return es
      ? `En todas las agencias no cumplen ${of(worst)} indicadores ${when}.`
      : `In every branch ${of(worst)} indicators fail ${when}.`;
  // Where none fails, out of how many plays no role: all of them are alike.
  const least = best.failed === 0 ? judged.filter(({ failed }) => failed === 0) : ties(best);
  const isAlike = least.every(({ judged: all }) => all === best.judged);
  const fewest = isAlike ? of(best) : es ? 'ninguno' : 'none';
  const name = (tied: readonly FailCount[]) => joinTied(tied, language);
  return es
    ? `Donde más indicadores no cumplen ${when} es en ${name(most)} (${of(worst)}); donde menos, en ${name(least)} (${fewest}).`
    : `Most indicators fail ${when} in ${name(most)} (${of(worst)}); fewest in ${name(least)} (${fewest}).`;
}

/** Units with the same count: the first named, the others counted. */
function joinTied(tied: readonly { readonly unit: string }[], language: Language): string {
  const names = tied.map(({ unit }) => unit);
  if (names.length <= MOST_NAMED) return joinNames(names, language);
  const rest = names.length - MOST_NAMED;
  const more = language === 'es' ? `${rest} más` : `${rest} more`;
  return joinNames([...names.slice(0, MOST_NAMED), more], language);
}
