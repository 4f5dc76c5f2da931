import type { Language, Measurement } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printNumber } from './print-number.ts';
import { printInPeriod } from './print-period.ts';

type Summarised = Pick<Measurement, 'indicator' | 'verdict' | 'value' | 'provisional'>;

/** Nouns and agreement of what is counted: indicators, or figures when they are broken down. */
const NOUNS = {
  indicator: { es: ['indicador', 'indicadores'], en: ['indicator', 'indicators'] },
  figure: { es: ['resultado', 'resultados'], en: ['result', 'results'] },
} as const;

interface Tally {
  readonly failed: number;
  readonly judged: number;
  /** True when every figure has a verdict, so that there is no need to say which are meant. */
  readonly complete: boolean;
}

function writeSpanishHeadline({ failed, judged, complete }: Tally, pair: readonly [string, string]): string {
  const [one, many] = pair;
  const judgedOnes = complete ? '' : ' con veredicto';
  if (judged === 1) return `El único ${one}${judgedOnes} ${failed === 1 ? 'no cumple' : 'cumple'}`;
  if (failed === 0) return `Los ${printCount(judged, pair, 'es')}${judgedOnes} cumplen`;
  if (failed === judged) return `Ninguno de los ${printCount(judged, pair, 'es')}${judgedOnes} cumple`;
  return `${printNumber(failed, 'es')} de ${printNumber(judged, 'es')} ${many} ${failed === 1 ? 'no cumple' : 'no cumplen'}`;
}

function writeEnglishHeadline({ failed, judged, complete }: Tally, pair: readonly [string, string]): string {
  const [one, many] = pair;
  const judgedOnes = complete ? '' : ' with a verdict';
  if (judged === 1) return `The only ${one}${judgedOnes} ${failed === 1 ? 'is not met' : 'is met'}`;
  if (failed === 0) return `All ${printCount(judged, pair, 'en')}${judgedOnes} are met`;
  if (failed === judged) return `None of the ${printCount(judged, pair, 'en')}${judgedOnes} is met`;
  return `${printNumber(failed, 'en')} of ${printNumber(judged, 'en')} ${many} ${failed === 1 ? 'is' : 'are'} not met`;
}

/**
 * The headline of a set of figures: how many do not meet their standard, out of those that have a
 * verdict, then those with an alert, without a verdict, without data, and still provisional.
 * Several figures of one indicator (a breakdown) are counted as results.
 *
 * @example writeSummary(sevenOfJune, 'es', '2011-06') // '3 de 7 indicadores no cumplen en junio de 2011.'
 */
export function writeSummary(
  measurements: readonly Summarised[],
  language: Language,
  period: string,
): string {
  const es = language === 'es';
  const when = printInPeriod(period, language);
  if (measurements.length === 0) {
    return es ? `No hay indicadores que medir ${when}.` : `There are no indicators to measure ${when}.`;
  }
  const broken = new Set(measurements.map((m) => m.indicator)).size < measurements.length;
  const pair = NOUNS[broken ? 'figure' : 'indicator'][language];
  const countOf = (test: (m: Summarised) => boolean) => measurements.filter(test).length;
  const judged = countOf((m) => m.verdict !== 'no-data');
  const failed = countOf((m) => m.verdict === 'not-met');
  const alert = countOf((m) => m.verdict === 'met-with-alert');
  const unjudged = countOf((m) => m.verdict === 'no-data' && m.value !== null);
  const empty = countOf((m) => m.verdict === 'no-data' && m.value === null);
  const provisional = countOf((m) => m.provisional && m.value !== null);

  if (empty === measurements.length) {
    return es ? `Ningún ${pair[0]} tiene datos ${when}.` : `No ${pair[0]} has data ${when}.`;
  }
  const tally: Tally = { failed, judged, complete: judged === measurements.length };
  const headline =
    judged === 0
      ? es
        ? `Ningún ${pair[0]} tiene veredicto`
        : `No ${pair[0]} has a verdict`
      : es
        ? writeSpanishHeadline(tally, pair)
        : writeEnglishHeadline(tally, pair);
  const tail: string[] = [];
  const add = (n: number, one: string, many: string) => {
    if (n > 0) tail.push(printCount(n, [one, many], language));
  };
  if (es) {
    add(alert, 'cumple con alerta', 'cumplen con alerta');
    add(unjudged, 'sin estándar', 'sin estándar');
    add(empty, 'sin datos', 'sin datos');
    add(provisional, 'todavía provisional', 'todavía provisionales');
  } else {
    add(alert, 'met with an alert', 'met with an alert');
    add(unjudged, 'without a standard', 'without a standard');
    add(empty, 'without data', 'without data');
    add(provisional, 'still provisional', 'still provisional');
  }
  return `${headline} ${when}${tail.length === 0 ? '' : `; ${tail.join(', ')}`}.`;
}
