import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printDate } from '../print-date.ts';
import { printNumber } from '../print-number.ts';
import { printPercent } from '../print-percent.ts';
import { printTime } from '../print-time.ts';
import { readNumber, readText } from '../read-param.ts';
import { openSentence, toInner } from '../sentence-case.ts';
import type { Sentences } from './sentence-entry.ts';

/** Words of the breakdowns the engine knows; a segment of a pack is told by its own name. */
const DIMENSIONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unit: { es: 'agencia', en: 'branch' },
  person: { es: 'persona', en: 'person' },
  process: { es: 'proceso', en: 'process' },
  service: { es: 'servicio', en: 'service' },
  channel: { es: 'canal', en: 'channel' },
  schedule: { es: 'horario', en: 'schedule' },
  reason: { es: 'motivo', en: 'reason' },
  outcome: { es: 'resultado', en: 'outcome' },
  client: { es: 'cliente', en: 'client' },
  segment: { es: 'segmento', en: 'segment' },
  zone: { es: 'zona', en: 'zone' },
  sex: { es: 'sexo', en: 'sex' },
  hour: { es: 'hora del día', en: 'hour of day' },
  weekday: { es: 'día de la semana', en: 'weekday' },
};

function printDimension(params: Params, language: Language): string {
  const name = readText(params, 'dimension');
  return DIMENSIONS[name]?.[language] ?? name;
}

const count = (params: Params, one: string, many: string, language: Language): string =>
  printCount(readNumber(params, 'n'), [one, many], language);

const isOne = (params: Params): boolean => readNumber(params, 'n') === 1;

const given = (params: Params, name: string): string => String(params[name] ?? '');

/** `; los hay del 1 al 29 de julio de 2011`: the dates of the data there are. */
function otherDates(params: Params, language: Language): string {
  const [from, to] = [given(params, 'from'), given(params, 'to')];
  const es = language === 'es';
  const dataset = given(params, language);
  if (dataset === '') return '';
  if (from === '' || to === '')
    return es ? `; todavía no se importó nada de «${dataset}»` : `; nothing of “${dataset}” was imported yet`;
  const last = printDate(to, language);
  if (from === to) return es ? `; los hay del ${last}` : `; there are some of ${last}`;
  const first =
    from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : printDate(from, language);
  return es ? `; los hay del ${first} al ${last}` : `; there are some from ${first} to ${last}`;
}

/** Why rows do not count: by count, what is said of one and of several. */
const REASONS: Readonly<Record<string, Readonly<Record<Language, readonly [one: string, many: string]>>>> = {
  outside: {
    es: ['no es de la población del indicador', 'no son de la población del indicador'],
    en: ['is not of the population of the indicator', 'are not of the population of the indicator'],
  },
  without_standard: {
    es: [
      'no tiene un estándar vigente para su fecha y lugar',
      'no tienen un estándar vigente para su fecha y lugar',
    ],
    en: [
      'has no standard in force for its date and place',
      'have no standard in force for their date and place',
    ],
  },
  unmeasured: {
    es: ['no trae el dato que se mide', 'no traen el dato que se mide'],
    en: ['lacks the datum measured', 'lack the datum measured'],
  },
  not_asked: {
    es: ['no es de las que pide la fórmula', 'no son de las que pide la fórmula'],
    en: ['is not asked by the formula', 'are not asked by the formula'],
  },
  open: { es: ['sigue abierta', 'siguen abiertas'], en: ['is still open', 'are still open'] },
  excluded: { es: ['queda fuera', 'quedan fuera'], en: ['is left out', 'are left out'] },
};

function whyNone(params: Params, language: Language): string {
  const found = Object.entries(REASONS).flatMap(([name, words]) => {
    const n = Number(params[name] ?? 0);
    return n === 0 ? [] : [{ n, words: words[language][n === 1 ? 0 : 1] }];
  });
  if (found.length === 1) return found[0]!.words;
  return found.map(({ n, words }) => `${printNumber(n, language)} ${words}`).join(', ');
}

/** What there is to compare with, and is missing: a data set, or the capacity that staff gives. */
function lacking(params: Params, language: Language): string {
  const es = language === 'es';
  const dataset = given(params, language);
  if (dataset === '') return es ? 'no hay con qué compararlas' : 'there is nothing to compare them with';
  if (params['derived'] === true)
    return es
      ? 'falta la capacidad con que se comparan: traiga el personal con su horario (npm run -s circuito -- import staff ARCHIVO)'
      : 'the capacity to compare them with is missing: bring the staff with their schedules (npm run -s circuito -- import staff FILE)';
  return es
    ? `faltan los de «${dataset}» con que se comparan (npm run -s circuito -- import ${given(params, 'dataset')} ARCHIVO)`
    : `those of “${dataset}” to compare them with are missing (npm run -s circuito -- import ${given(params, 'dataset')} FILE)`;
}

/** The pack's own text of a reason, ready to follow a colon. */
const reason = (params: Params, language: Language): string =>
  toInner(openSentence(readText(params, language)));

/**
 * What a reader must know before believing a figure. Each text is a clause without capital nor
 * full stop, so that it serves alone (`printWarning`) and inside the sentence of a measurement.
 */
export const measurementSentences: Sentences = {
  // {period, version, on}
  closed: {
    es: (p) => `mes cerrado el ${printDate(readText(p, 'on'), 'es')}, versión ${readNumber(p, 'version')}`,
    en: (p) => `month closed on ${printDate(readText(p, 'on'), 'en')}, version ${readNumber(p, 'version')}`,
  },
  // {n, es, en}: what the facts of today would give.
  'closed-differs': {
    es: (p) =>
      `con los hechos de hoy ${readText(p, 'es') === '' ? 'no tendría cifra' : `sería ${readText(p, 'es')} (n = ${printNumber(readNumber(p, 'n'), 'es')})`}: falta rectificar el mes`,
    en: (p) =>
      `with the facts of today it would ${readText(p, 'en') === '' ? 'have no figure' : `be ${readText(p, 'en')} (n = ${printNumber(readNumber(p, 'n'), 'en')})`}: the month has yet to be restated`,
  },
  'closed-nothing': {
    es: () => 'no había hechos cuando se cerró el mes',
    en: () => 'there were no facts when the month was closed',
  },
  // {period, version, on}
  'closed-part-live': {
    es: () => 'el mes está cerrado, pero este corte no se guardó en el cierre: es con los hechos de hoy',
    en: () => 'the month is closed, but this cut was not kept in the closing: it is with the facts of today',
  },
  'closed-without': {
    es: () => 'el mes se cerró antes de que existiera este indicador: es con los hechos de hoy',
    en: () => 'the month was closed before this indicator was there: it is with the facts of today',
  },
  // {n}: closed months that a longer (or shorter) period has in it.
  'closed-within': {
    es: (p) =>
      `${isOne(p) ? 'toca un mes cerrado' : `toca ${count(p, 'mes cerrado', 'meses cerrados', 'es')}`}: esta cifra es con los hechos de hoy`,
    en: (p) =>
      `${isOne(p) ? 'a closed month is part of it' : `${count(p, 'closed month is', 'closed months are', 'en')} part of it`}: this figure is with the facts of today`,
  },
  // {n, total, verdict, es, en}: rows left out by approval, and what it would be with them.
  'rows-left-out': {
    es: (p) =>
      `${count(p, 'fila quedó', 'filas quedaron', 'es')} fuera por objeción aprobada; ${isOne(p) ? 'con ella' : 'con ellas'} ${readText(p, 'es') === '' ? 'no tendría cifra' : `sería ${readText(p, 'es')} (n = ${printNumber(readNumber(p, 'total'), 'es')})`}`,
    en: (p) =>
      `${count(p, 'row was', 'rows were', 'en')} left out by an approved contest; with ${isOne(p) ? 'it' : 'them'} it would ${readText(p, 'en') === '' ? 'have no figure' : `be ${readText(p, 'en')} (n = ${printNumber(readNumber(p, 'total'), 'en')})`}`,
  },
  // {share, outside, n}: share of facts inside their limit, facts outside, facts with a limit.
  'mean-hides-tail': {
    es: (p) => {
      const outside = readNumber(p, 'outside');
      const total = printNumber(readNumber(p, 'n'), 'es');
      const cases = printCount(outside, [`caso de ${total} quedó`, `casos de ${total} quedaron`], 'es');
      const share = printPercent(readNumber(p, 'share'), 'es');
      return `el promedio esconde casos lentos: solo el ${share} quedó dentro de su límite y ${cases} fuera`;
    },
    en: (p) => {
      const outside = readNumber(p, 'outside');
      const total = printNumber(readNumber(p, 'n'), 'en');
      const cases = printCount(outside, [`case of ${total} was`, `cases of ${total} were`], 'en');
      const share = printPercent(readNumber(p, 'share'), 'en');
      return `the mean hides slow cases: only ${share} stayed within the limit and ${cases} outside it`;
    },
  },
  // {n, minimum}
  'small-sample': {
    es: (p) =>
      `muestra pequeña: ${count(p, 'caso', 'casos', 'es')}, menos de ${printNumber(readNumber(p, 'minimum'), 'es')}; un solo caso puede cambiar el resultado`,
    en: (p) =>
      `small sample: ${count(p, 'case', 'cases', 'en')}, fewer than ${printNumber(readNumber(p, 'minimum'), 'en')}; a single case can change the result`,
  },
  // {n}: rows that wait to be corrected and may be of the indicator: those of another service are not told.
  'rows-quarantined': {
    es: (p) =>
      `${count(p, 'fila por corregir', 'filas por corregir', 'es')} ${isOne(p) ? 'puede ser de este indicador y todavía no se cuenta' : 'pueden ser de este indicador y todavía no se cuentan'}`,
    en: (p) =>
      `${count(p, 'row to correct', 'rows to correct', 'en')} may be of this indicator and ${isOne(p) ? 'is' : 'are'} not counted yet`,
  },
  // {n, minutes}: facts that waited for the client, by the clock; the measure goes from opening to closing.
  'waits-counted': {
    es: (p) =>
      `${count(p, 'caso esperó', 'casos esperaron', 'es')} al cliente (${printTime(readNumber(p, 'minutes'), 'es')} en total). El vencimiento de un caso puede descontar esa espera; este indicador la cuenta, porque mide del ingreso al cierre. Una ficha propia puede restarla: «Minutos de espera del cliente», waiting_min`,
    en: (p) =>
      `${count(p, 'case', 'cases', 'en')} waited for the client (${printTime(readNumber(p, 'minutes'), 'en')} in all). The due date of a case may take such waits out; this indicator counts them, since it measures from opening to closing. A sheet of your own may subtract them: “Minutes waiting for the client”, waiting_min`,
  },
  // {code, n, es, en}: rows left out by an exception of the sheet, with its text.
  excluded: {
    es: (p) => `${count(p, 'fila quedó', 'filas quedaron', 'es')} fuera del indicador: ${reason(p, 'es')}`,
    en: (p) => `${count(p, 'row', 'rows', 'en')} left out of the indicator: ${reason(p, 'en')}`,
  },
  // {code, n, es, en}: rows kept although a rule of the data set points at them.
  flagged: {
    es: (p) =>
      `${count(p, 'fila con aviso, que sí cuenta', 'filas con aviso, que sí cuentan', 'es')}: ${reason(p, 'es')}`,
    en: (p) =>
      `${count(p, 'row with a notice, still counted', 'rows with a notice, still counted', 'en')}: ${reason(p, 'en')}`,
  },
  // {n}: people that worked in the period and have no schedule on those days.
  'person-without-schedule': {
    es: (p) =>
      `${count(p, 'persona no tiene', 'personas no tienen', 'es')} horario asignado, y sin horario no hay capacidad con qué comparar su trabajo`,
    en: (p) =>
      `${count(p, 'person has', 'people have', 'en')} no schedule assigned, and without a schedule there is no capacity to compare their work with`,
  },
  // {n, of}: transactions valued at the standard minutes of their process, of all the transactions.
  'standard-minutes': {
    es: (p) =>
      `en ${printNumber(readNumber(p, 'n'), 'es')} de ${printCount(readNumber(p, 'of'), ['transacción', 'transacciones'], 'es')} se usaron los minutos estándar del servicio, porque el archivo no trae los reales`,
    en: (p) =>
      `${printNumber(readNumber(p, 'n'), 'en')} of ${printCount(readNumber(p, 'of'), ['transaction', 'transactions'], 'en')} took the standard minutes of the service, because the file does not bring the real ones`,
  },
  // {n}: transactions with neither minutes of their own nor standard minutes.
  'without-minutes': {
    es: (p) =>
      `${count(p, 'transacción', 'transacciones', 'es')} sin minutos de atención ni minutos estándar, que no ${isOne(p) ? 'suma' : 'suman'}`,
    en: (p) =>
      `${count(p, 'transaction', 'transactions', 'en')} with neither attention minutes nor standard minutes, adding nothing`,
  },
  // {dimension, dataset}
  'dimension-unavailable': {
    es: (p) => `los datos de «${readText(p, 'dataset')}» no se pueden separar por ${printDimension(p, 'es')}`,
    en: (p) => `the data of “${readText(p, 'dataset')}” cannot be broken down by ${printDimension(p, 'en')}`,
  },
  // {dataset, es, en, from, to}: the data set that has no row of the period, and the dates it has; or nothing.
  'no-facts': {
    es: (p) => `no hay datos del período${otherDates(p, 'es')}`,
    en: (p) => `there are no data of the period${otherDates(p, 'en')}`,
  },
  // {n}: rows of the period, none in the scope of the indicator.
  'none-in-scope': {
    es: (p) =>
      `${count(p, 'fila', 'filas', 'es')} en el período y ${isOne(p) ? 'no' : 'ninguna'} cuenta: ${isOne(p) ? 'es' : 'son'} de otros procesos o casos, que este indicador no mira`,
    en: (p) =>
      `${count(p, 'row', 'rows', 'en')} in the period and ${isOne(p) ? 'it does not count' : 'none counts'}: ${isOne(p) ? 'it is' : 'they are'} of other processes or cases, which this indicator does not look at`,
  },
  // {n, indicator, period, outside, unmeasured, not_asked, without_standard, excluded}: rows by why they do not count.
  'none-counts': {
    es: (p) =>
      `${count(p, 'fila', 'filas', 'es')} en el período y ${isOne(p) ? 'no' : 'ninguna'} cuenta: ${whyNone(p, 'es')}; para ver${isOne(p) ? 'la' : 'las'}: circuito rows --indicator ${readText(p, 'indicator')} --period ${readText(p, 'period')}`,
    en: (p) =>
      `${count(p, 'row', 'rows', 'en')} in the period and ${isOne(p) ? 'it does not count' : 'none counts'}: ${whyNone(p, 'en')}; to see ${isOne(p) ? 'it' : 'them'}: circuito rows --indicator ${readText(p, 'indicator')} --period ${readText(p, 'period')}`,
  },
  // {dataset, es, en, derived}: the data set whose rows are missing; derived is what staff and schedules give.
  'nothing-to-compare': {
    es: (p) => `hay filas del período, pero ${lacking(p, 'es')}`,
    en: (p) => `there are rows of the period, but ${lacking(p, 'en')}`,
  },
  'no-standard': {
    es: () => 'no hay un estándar vigente en el período, así que no se puede decir si cumple',
    en: () => 'no standard is in force in the period, so it cannot be judged',
  },
  // {n}: standards that the facts of this figure met, each by its own date and place.
  'several-standards': {
    es: (p) =>
      `se aplicaron ${count(p, 'estándar', 'estándares', 'es')}, cada uno a los casos de su fecha y lugar`,
    en: (p) =>
      `${count(p, 'standard was', 'standards were', 'en')} applied, each to the cases of its date and place`,
  },
  // {n}: facts that no standard reaches, by their date or their place.
  'without-standard': {
    es: (p) =>
      `${count(p, 'caso', 'casos', 'es')} sin estándar para su fecha y lugar, que no ${isOne(p) ? 'entra' : 'entran'} en el cálculo`,
    en: (p) =>
      `${count(p, 'case', 'cases', 'en')} without a standard for the date and place, left out of the calculation`,
  },
  // {n}: facts whose working time could not be computed for want of a calendar.
  'calendar-missing': {
    es: (p) =>
      `${count(p, 'caso', 'casos', 'es')} sin calendario de su agencia, así que no se conoce su tiempo laborable`,
    en: (p) =>
      `${count(p, 'case', 'cases', 'en')} without a calendar for the branch, so working time is unknown`,
  },
};
