import type { Language, Verdict } from '../kernel/index.ts';
import { printNumber } from './print-number.ts';
import { printPeriod } from './print-period.ts';
import { capitalize } from './sentence-case.ts';

/**
 * How a process stands, by two questions: did something change (a signal), and does it meet its standard.
 * `unjudged` has no standard; `too-short` has not enough points to have limits.
 */
export type Standing =
  | 'stable-met'
  | 'stable-failing'
  | 'signal-met'
  | 'signal-failing'
  | 'stable-unjudged'
  | 'signal-unjudged'
  | 'too-short';

/** What of a series is told. Amounts are already in words of the language. */
export interface ToldSeries {
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** The last settled period, and its value; null without any. */
  readonly period: string | null;
  readonly value: string | null;
  /** `como máximo 48 h`; null without a standard. */
  readonly standard: string | null;
  readonly centre: string | null;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly signal: {
    readonly rule: 'outside' | 'run-of-eight' | 'three-of-four';
    readonly side: 'above' | 'below';
    /** Since when, of a run. */
    readonly since: string;
    /** Periods of the run. */
    readonly length: number;
    /** Whether that way is better; null where neither is. */
    readonly better: boolean | null;
  } | null;
  /** Points the limits rest on, and whether they still move with each new one. */
  readonly baseline: number;
  readonly provisional: boolean;
  /** Points still missing to have limits at all. */
  readonly missing: number;
}

/**
 * A series in one or two sentences: what happened with its figures, then what it asks for.
 *
 * @example
 * // «72,9 h en febrero de 2012, por encima de lo habitual (entre 40,8 h y 57,7 h). No cumple (como máximo
 * // 48 h) y algo cambió: averigüe qué pasó antes de cambiar nada más.»
 */
export function writeSignal(told: ToldSeries, language: Language): string {
  if (told.standing === 'too-short') return sayShort(told, language);
  const parts = [told.signal === null ? '' : sayWhat(told, language), saySense(told, language)];
  if (told.provisional) parts.push(sayProvisional(told, language));
  return parts.filter((part) => part !== '').join(' ');
}

function sayShort({ baseline, missing }: ToldSeries, language: Language): string {
  const [n, left] = [printNumber(baseline, language), printNumber(missing, language)];
  if (language === 'es') {
    const there = baseline === 1 ? 'hay 1' : `hay ${n}`;
    return `Todavía no tiene límites habituales: ${missing === 1 ? 'falta 1 período cerrado con datos' : `faltan ${left} períodos cerrados con datos`} (${there}).`;
  }
  return `It has no usual limits yet: ${missing === 1 ? '1 settled period with data is missing' : `${left} settled periods with data are missing`} (there ${baseline === 1 ? 'is 1' : `are ${n}`}).`;
}

function sayProvisional({ baseline }: ToldSeries, language: Language): string {
  const n = printNumber(baseline, language);
  return language === 'es'
    ? `Los límites son provisionales: salen de ${n} períodos.`
    : `The limits are provisional: they come from ${n} periods.`;
}

/** `entre 40,8 h y 57,7 h`, `hasta 57,7 h`; empty where nothing bounds it. */
export function sayUsual({ lower, upper }: Pick<ToldSeries, 'lower' | 'upper'>, language: Language): string {
  const es = language === 'es';
  if (lower !== null && upper !== null)
    return es ? `entre ${lower} y ${upper}` : `between ${lower} and ${upper}`;
  if (upper !== null) return es ? `hasta ${upper}` : `up to ${upper}`;
  return lower === null ? '' : es ? `desde ${lower}` : `from ${lower}`;
}

function sayWhat(told: ToldSeries, language: Language): string {
  const { signal, value, centre } = told;
  if (signal === null || value === null || told.period === null) return '';
  const es = language === 'es';
  const when = printPeriod(told.period, language);
  const since = printPeriod(signal.since, language);
  const above = signal.side === 'above';
  const usual = sayUsual(told, language);
  const here = es ? `${value} en ${when}` : `${value} in ${when}`;
  switch (signal.rule) {
    case 'outside': {
      const around = usual === '' ? '' : ` (${usual})`;
      if (es) return `${capitalize(here)}, por ${above ? 'encima' : 'debajo'} de lo habitual${around}.`;
      return `${capitalize(here)}, ${above ? 'above' : 'below'} what is usual${around}.`;
    }
    case 'run-of-eight': {
      const n = printNumber(signal.length, language);
      if (es)
        return `${n} períodos seguidos ${above ? 'sobre' : 'bajo'} su media (${centre}), desde ${since}; ${here}.`;
      return `${n} periods in a row ${above ? 'above' : 'below'} its mean (${centre}), since ${since}; ${here}.`;
    }
    case 'three-of-four': {
      const limit = above ? told.upper : told.lower;
      const near = limit === null ? '' : ` (${limit})`;
      if (es)
        return `Tres de los últimos cuatro períodos cerca de su límite ${above ? 'superior' : 'inferior'}${near}; ${here}.`;
      return `Three of the last four periods near its ${above ? 'upper' : 'lower'} limit${near}; ${here}.`;
    }
    default: {
      const never: never = signal.rule;
      throw new Error(`unknown rule ${String(never)}`);
    }
  }
}

function saySense(told: ToldSeries, language: Language): string {
  const es = language === 'es';
  const { standing, verdict, signal } = told;
  const standard = told.standard === null ? '' : ` (${told.standard})`;
  const usual = sayUsual(told, language);
  const normal =
    usual === '' ? '' : es ? `: lo normal es moverse ${usual}` : `: what is normal is to move ${usual}`;
  const better = signal?.better ?? null;
  switch (standing) {
    case 'signal-failing':
      if (better === true)
        return es
          ? `Aún no cumple${standard}, pero mejora: averigüe qué ayudó, para seguir por ahí.`
          : `It does not meet its standard yet${standard}, but it improves: find out what helped, to go on that way.`;
      return es
        ? `No cumple${standard} y algo cambió: averigüe qué pasó antes de cambiar nada más.`
        : `It does not meet its standard${standard} and something changed: find out what happened before changing anything else.`;
    case 'signal-met':
      if (verdict === 'met-with-alert')
        return es
          ? `Cumple con alerta${standard} y algo cambió: averigüe qué, y si el servicio lo está pagando.`
          : `Met with alert${standard} and something changed: find out what, and whether the service pays for it.`;
      if (better === true)
        return es
          ? `Cumple${standard} y algo cambió para bien: averigüe qué, para conservarlo.`
          : `It meets its standard${standard} and something changed for the better: find out what, to keep it.`;
      return es
        ? `Todavía cumple${standard}, pero algo cambió: averigüe qué antes de que deje de cumplir.`
        : `It still meets its standard${standard}, but something changed: find out what before it stops doing so.`;
    case 'signal-unjudged':
      return es ? 'Algo cambió: averigüe qué.' : 'Something changed: find out what.';
    case 'stable-failing':
      return es
        ? `No cumple${standard} y es estable${normal}. No hay un mes culpable: hay que cambiar la forma de trabajar.`
        : `It does not meet its standard${standard} and is stable${normal}. No single month is to blame: the way of working must change.`;
    case 'stable-met':
      if (verdict === 'met-with-alert')
        return es
          ? `Cumple con alerta${standard} y es estable${normal}. Así seguirá mientras no cambie la forma de trabajar.`
          : `Met with alert${standard} and stable${normal}. So it will stay while the way of working does not change.`;
      return es
        ? `Cumple${standard} y es estable${normal}. No hay nada especial que buscar.`
        : `It meets its standard${standard} and is stable${normal}. There is nothing special to look for.`;
    case 'stable-unjudged':
      return es ? `Es estable${normal}.` : `It is stable${normal}.`;
    case 'too-short':
      return '';
    default: {
      const never: never = standing;
      throw new Error(`unknown standing ${String(never)}`);
    }
  }
}
