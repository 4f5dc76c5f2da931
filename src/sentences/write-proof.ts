import type { Language } from '../kernel/index.ts';
import { printNumber } from './print-number.ts';
import { printPeriod } from './print-period.ts';
import { capitalize } from './sentence-case.ts';

/** What of a before and after is told. Amounts are already in words of the language. */
export interface ToldProof {
  readonly outcome:
    | 'improved'
    | 'against'
    | 'moved'
    | 'also-there'
    | 'unclear'
    | 'too-few'
    | 'running'
    | 'no-after'
    | 'no-before';
  /** `72 h`; null without facts. */
  readonly before: string | null;
  readonly after: string | null;
  readonly before_period: string;
  readonly after_period: string | null;
  readonly n_before: number;
  readonly n_after: number;
  /** Whether values are what a total comes to in a month. */
  readonly per_month: boolean;
  /** Below 0 it fell; null where there is nothing to compare. */
  readonly difference: number | null;
  /** By how much of itself, as `printPercent` has it without sign: `83,3 %`; null where it says nothing. */
  readonly change: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly comparison: {
    readonly units: readonly string[];
    readonly before: string | null;
    readonly after: string | null;
    /** How much more the change did than the others, with its interval; null where it is not known. */
    readonly more: string | null;
    readonly low: string | null;
    readonly high: string | null;
  } | null;
}

/** `de 72 h a 12 h (83,3 % menos; n 864 y 540)` */
function sayMove(told: ToldProof, language: Language): string {
  const es = language === 'es';
  const { before, after, difference, change, n_before, n_after } = told;
  const [from, to] = [printNumber(n_before, language), printNumber(n_after, language)];
  const counts = `n ${from} ${es ? 'y' : 'and'} ${to}`;
  const month = told.per_month ? (es ? ' por mes' : ' a month') : '';
  if (difference === 0) {
    return es
      ? `sigue en ${after ?? ''}${month} (${counts})`
      : `it stays at ${after ?? ''}${month} (${counts})`;
  }
  const fell = (difference ?? 0) < 0;
  const share = change === null ? '' : `${change} ${fell ? (es ? 'menos' : 'less') : es ? 'más' : 'more'}; `;
  const amounts = es ? `de ${before} a ${after}${month}` : `from ${before} to ${after}${month}`;
  const verb = fell ? (es ? 'bajó' : 'it fell') : es ? 'subió' : 'it rose';
  return `${verb} ${amounts} (${share}${counts})`;
}

/** `entre −61,9 h y −58,1 h` */
function sayInterval(low: string | null, high: string | null, language: Language): string | null {
  if (low === null || high === null) return null;
  return language === 'es' ? `entre ${low} y ${high}` : `between ${low} and ${high}`;
}

function sayOthers({ comparison }: ToldProof, language: Language): string {
  if (!comparison || comparison.before === null || comparison.after === null) return '';
  const es = language === 'es';
  const names = new Intl.ListFormat(language, { type: 'conjunction' }).format(comparison.units);
  const interval = sayInterval(comparison.low, comparison.high, language);
  const more =
    comparison.more === null
      ? ''
      : es
        ? `; la diferencia entre los dos cambios es de ${comparison.more}${interval === null ? '' : ` (${interval})`}`
        : `; the difference between both changes is ${comparison.more}${interval === null ? '' : ` (${interval})`}`;
  return es
    ? `Donde no se cambió nada (${names}) pasó de ${comparison.before} a ${comparison.after}${more}.`
    : `Where nothing was changed (${names}) it went from ${comparison.before} to ${comparison.after}${more}.`;
}

function saySense(told: ToldProof, language: Language): string {
  const es = language === 'es';
  const interval = sayInterval(told.low, told.high, language);
  const around =
    interval === null
      ? ''
      : es
        ? ` La diferencia está ${interval}, con 95 % de confianza.`
        : ` The difference lies ${interval}, with 95% confidence.`;
  switch (told.outcome) {
    case 'improved':
      return (es ? 'es poco probable que sea azar.' : 'it is unlikely to be chance.') + around;
    case 'against':
      return (
        (es
          ? 'es poco probable que sea azar, y va al revés de lo que se quería.'
          : 'it is unlikely to be chance, and it goes against what was wanted.') + around
      );
    case 'moved':
      return (
        (es
          ? 'es poco probable que sea azar, pero su estándar no dice qué lado es mejor: no se puede decir que mejoró.'
          : 'it is unlikely to be chance, but its standard does not say which way is better: whether it improved cannot be said.') +
        around
      );
    case 'also-there':
      return (
        (es
          ? 'no se puede decir todavía que sea por el cambio, porque sin él pudo pasar lo mismo.'
          : 'it cannot be said yet that the change did it, since without it the same may have happened.') +
        around
      );
    case 'unclear':
      return (
        (es
          ? 'no se puede decir todavía que haya cambiado, puede ser azar.'
          : 'it cannot be said yet that it changed, it may be chance.') + around
      );
    case 'too-few':
      return es
        ? 'no se puede decir todavía, los hechos no alcanzan para saber si es azar.'
        : 'it cannot be said yet, there are too few facts to tell whether it is chance.';
    case 'running':
      return (
        (es
          ? `no se puede decir todavía, ${sayWhen(told, language)} no ha terminado.`
          : `it cannot be said yet, ${sayWhen(told, language)} is not over.`) + around
      );
    case 'no-after':
    case 'no-before':
      return '';
    default: {
      const never: never = told.outcome;
      throw new Error(`unknown outcome ${String(never)}`);
    }
  }
}

const sayWhen = ({ after_period }: ToldProof, language: Language): string =>
  after_period === null ? '' : printPeriod(after_period, language);

/**
 * A before and after in plain words: what it went from and to, whether that may be chance, and what happened
 * where nothing was changed.
 *
 * @example
 * // «Bajó de 72 h a 12 h (83,3 % menos; n 864 y 540): es poco probable que sea azar. La diferencia está entre
 * // −62,1 h y −57,9 h, con 95 % de confianza.»
 */
export function writeProof(told: ToldProof, language: Language): string {
  const es = language === 'es';
  if (told.outcome === 'no-before') {
    const when = printPeriod(told.before_period, language);
    return es
      ? `No se puede decir: no hay hechos en ${when}, que es el antes. Elija otro período para comparar.`
      : `It cannot be said: there are no facts in ${when}, which is the before. Choose another period to compare with.`;
  }
  if (told.outcome === 'no-after') {
    const start = told.per_month ? (es ? ' por mes' : ' a month') : '';
    const from = `${told.before ?? ''}${start} (n ${printNumber(told.n_before, language)})`;
    return es
      ? `Antes: ${from}. No se puede decir todavía: no hay hechos después del cambio.`
      : `Before: ${from}. It cannot be said yet: there are no facts after the change.`;
  }
  const first = `${capitalize(sayMove(told, language))}: ${saySense(told, language)}`;
  const others = sayOthers(told, language);
  return others === '' ? first : `${first} ${others}`;
}
