import { LANGUAGES, type Language, type LocalText } from '../kernel/index.ts';
import { printCount } from './print-count.ts';
import { printDate } from './print-date.ts';
import { printLapse } from './print-lapse.ts';
import { printNumber } from './print-number.ts';
import { printPercent } from './print-percent.ts';

/** What the sentences about a log are made of. */
interface LogWords {
  readonly cases: number;
  readonly events: number;
  readonly variants: number;
  /** ISO instants. */
  readonly from: string;
  readonly to: string;
  readonly lasts: { readonly median_s: number; readonly p90_s: number } | null;
  readonly conformance: {
    readonly cases: number;
    readonly conform: number;
    readonly unfinished: number;
    readonly deviations: readonly DeviationWords[];
    readonly unregistered: readonly { readonly name: LocalText }[];
  } | null;
  readonly flaws: readonly FlawWords[];
}

interface DeviationWords {
  readonly kind: 'skipped' | 'once-less' | 'repeated' | 'out-of-order' | 'unknown' | 'not-reached';
  readonly name: LocalText;
  readonly cases: number;
  readonly with: LapseWords | null;
  readonly without: LapseWords | null;
  readonly more_h: number | null;
}

interface LapseWords {
  readonly n: number;
  readonly median_s: number;
}

interface FlawWords {
  readonly kind: 'no-case' | 'no-activity' | 'no-time' | 'bad-time' | 'no-zone' | 'not-utf8' | 'joined';
  readonly n: number;
  /** Lines of the file. */
  readonly places: readonly number[];
}

const HOUR_S = 3600;
const SHOWN_LINES = 5;

function inBoth(write: (language: Language) => string): LocalText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, write(language)])) as unknown as LocalText;
}

/** `214 de 1.000 casos (21,4 %)`. */
function ofCases(n: number, cases: number, language: Language): string {
  const of = language === 'es' ? 'de' : 'of';
  const word = language === 'es' ? (['caso', 'casos'] as const) : (['case', 'cases'] as const);
  const share = cases === 0 ? '' : ` (${printPercent(n / cases, language)})`;
  return `${printNumber(n, language)} ${of} ${printCount(cases, word, language)}${share}`;
}

/** In what some cases depart from their procedure. */
export function sayDeviation({ kind, name, cases: n }: DeviationWords, cases: number): LocalText {
  return inBoth((language) => {
    const what = language === 'es' ? `«${name.es}»` : `“${name.en}”`;
    const those = ofCases(n, cases, language);
    if (language === 'es') {
      if (kind === 'skipped') return `En ${those} se omite ${what}.`;
      if (kind === 'once-less') return `En ${those} se hace ${what} menos veces de las que toca.`;
      if (kind === 'repeated') return `En ${those} se repite ${what}.`;
      if (kind === 'out-of-order') return `En ${those} se hace ${what} fuera de orden.`;
      if (kind === 'unknown') return `En ${those} aparece ${what}, que no es un paso del procedimiento.`;
      return n === 1
        ? `${those} no llega a ${what}: puede que no haya terminado.`
        : `${those} no llegan a ${what}: puede que no hayan terminado.`;
    }
    if (kind === 'skipped') return `In ${those}, ${what} is skipped.`;
    if (kind === 'once-less') return `In ${those}, ${what} is done fewer times than it should be.`;
    if (kind === 'repeated') return `In ${those}, ${what} is repeated.`;
    if (kind === 'out-of-order') return `In ${those}, ${what} is done out of order.`;
    if (kind === 'unknown') return `In ${those} there is ${what}, which is no step of the procedure.`;
    return n === 1
      ? `${those} does not get to ${what}: it may not be over.`
      : `${those} do not get to ${what}: they may not be over.`;
  });
}

/** How long the cases with a deviation took beside the others; null where there is nobody to compare with. */
export function sayDeviationCost(deviation: DeviationWords): LocalText | null {
  const { with: those, without: others, more_h } = deviation;
  if (!those || !others || more_h === null) return null;
  return inBoth((language) => {
    const time = (lapse: LapseWords) => printLapse(lapse.median_s, language);
    const gap = printLapse(Math.abs(more_h) * HOUR_S, language);
    const ns = [printNumber(those.n, language), printNumber(others.n, language)];
    if (language === 'es') {
      const told = more_h === 0 ? 'lo mismo' : more_h > 0 ? `${gap} más` : `${gap} menos`;
      return `La mitad de esos tarda hasta ${time(those)} (n = ${ns[0]}); la mitad de los demás, hasta ${time(others)} (n = ${ns[1]}): ${told}.`;
    }
    const told = more_h === 0 ? 'the same' : more_h > 0 ? `${gap} more` : `${gap} less`;
    return `Half of those take up to ${time(those)} (n = ${ns[0]}); half of the others, up to ${time(others)} (n = ${ns[1]}): ${told}.`;
  });
}

/** What is wrong in some events of a file, and what was done with them. */
export function sayFlaw({ kind, n, places }: FlawWords): LocalText {
  return inBoth((language) => {
    const es = language === 'es';
    const events = printCount(n, es ? ['evento', 'eventos'] : ['event', 'events'], language);
    const shown = places.slice(0, SHOWN_LINES).map((line) => printNumber(line, language));
    const more = places.length > SHOWN_LINES ? '…' : '';
    const where =
      shown.length === 0
        ? ''
        : ` (${shown.length === 1 && more === '' ? (es ? 'línea' : 'line') : es ? 'líneas' : 'lines'} ${shown.join(', ')}${more})`;
    const texts: Readonly<Record<FlawWords['kind'], readonly [string, string]>> = {
      'no-case': [
        `${events} sin caso${where}: no se cuentan.`,
        `${events} without a case${where}: not counted.`,
      ],
      'no-activity': [
        `${events} sin actividad${where}: no se cuentan.`,
        `${events} without an activity${where}: not counted.`,
      ],
      'no-time': [
        `${events} sin fecha${where}: no se cuentan, porque no se sabe cuándo fueron.`,
        `${events} without a time${where}: not counted, since nobody knows when they were.`,
      ],
      'bad-time': [
        `${events} con una fecha que no se entiende${where}: no se cuentan.`,
        `${events} with a time that cannot be read${where}: not counted.`,
      ],
      'no-zone': [
        `${events} sin zona horaria: su hora se toma como está escrita.`,
        `${events} without a time zone: their time is taken as it is written.`,
      ],
      'not-utf8': [
        'El archivo dice ser UTF-8 y tiene letras que no lo son: se leyeron como las de Windows.',
        'The file says it is UTF-8 and has letters that are not: they were read as those of Windows.',
      ],
      joined: [
        `${printCount(n, ['traza repite', 'trazas repiten'], 'es')} el nombre de otra: se leyeron como un mismo caso.`,
        `${printCount(n, ['trace repeats', 'traces repeat'], 'en')} the name of another: read as one case.`,
      ],
    };
    return texts[kind][es ? 0 : 1];
  });
}

/** `del 1 de junio de 2011 al 29 de junio de 2011`, or one day alone. */
function sayDays(from: string, to: string, language: Language): string {
  const [first, last] = [from, to].map((instant) => printDate(instant.slice(0, 10), language));
  if (first === last) return language === 'es' ? `todo el ${first}` : `all on ${first}`;
  return language === 'es' ? `del ${first} al ${last}` : `from ${first} to ${last}`;
}

function sayShape({ cases, events, variants, from, to, lasts }: LogWords): LocalText {
  return inBoth((language) => {
    const es = language === 'es';
    const counts = [
      printCount(cases, es ? ['caso', 'casos'] : ['case', 'cases'], language),
      printCount(events, es ? ['evento', 'eventos'] : ['event', 'events'], language),
      printCount(
        variants,
        es ? ['camino distinto', 'caminos distintos'] : ['way', 'different ways'],
        language,
      ),
    ];
    const shape = `${counts.join(', ')}, ${sayDays(from, to, language)}.`;
    if (lasts === null) return shape;
    const time = printLapse(lasts.median_s, language);
    return es
      ? `${shape} La mitad de los casos tarda hasta ${time}.`
      : `${shape} Half of the cases take up to ${time}.`;
  });
}

function sayConform(conformance: NonNullable<LogWords['conformance']>): LocalText {
  const { cases, conform, unfinished } = conformance;
  return inBoth((language) => {
    const those = ofCases(conform, cases, language);
    return language === 'es'
      ? `${those} ${conform === 1 ? 'sigue' : 'siguen'} el procedimiento hasta el final${sayUnfinished(unfinished, language)}.`
      : `${those} ${conform === 1 ? 'follows' : 'follow'} the procedure to its end${sayUnfinished(unfinished, language)}.`;
  });
}

/** Cases that depart in nothing and have not come to the end; empty where there are none. */
function sayUnfinished(n: number, language: Language): string {
  if (n === 0) return '';
  const printed = printNumber(n, language);
  if (language === 'es')
    return n === 1
      ? '; otro lo sigue y aún no llega al final'
      : `; otros ${printed} lo siguen y aún no llegan al final`;
  return n === 1
    ? '; another follows it and has not come to the end'
    : `; another ${printed} follow it and have not come to the end`;
}

/** Steps that leave no trace in a log. */
function sayUnregistered(steps: readonly { readonly name: LocalText }[]): LocalText {
  return inBoth((language) => {
    const es = language === 'es';
    const names = steps.map(({ name }) => (es ? `«${name.es}»` : `“${name.en}”`)).join(', ');
    return es
      ? `El registro no anota ${names}: de esos pasos no se sabe si se hacen.`
      : `The log does not register ${names}: nobody knows whether those steps are done.`;
  });
}

/** What is worth knowing of a log, the most important first: where it departs from the procedure, then its shape. */
export function sayLog(log: LogWords): readonly LocalText[] {
  const { conformance, flaws } = log;
  const worst = conformance?.deviations.find(({ kind }) => kind !== 'not-reached');
  const sentences: LocalText[] = [];
  if (conformance && worst) sentences.push(sayDeviation(worst, conformance.cases));
  if (conformance) sentences.push(sayConform(conformance));
  if (conformance && conformance.unregistered.length > 0)
    sentences.push(sayUnregistered(conformance.unregistered));
  return [...sentences, sayShape(log), ...flaws.map(sayFlaw)];
}
