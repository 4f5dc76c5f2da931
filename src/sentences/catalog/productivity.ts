import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printDate } from '../print-date.ts';
import { printNumber } from '../print-number.ts';
import { printPercent } from '../print-percent.ts';
import { printInPeriod } from '../print-period.ts';
import { printQuantity } from '../print-quantity.ts';
import { printWait } from '../print-wait.ts';
import { readNumber, readText } from '../read-param.ts';
import { capitalize } from '../sentence-case.ts';
import type { Sentences } from './sentence-entry.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const given = (params: Params, name: string): string => String(params[name] ?? '');
const known = (params: Params, name: string): number | null => {
  const value = params[name];
  return typeof value === 'number' ? value : null;
};
const people = (n: number, language: Language): string => {
  const words = language === 'es' ? (['persona', 'personas'] as const) : (['person', 'people'] as const);
  return printCount(Math.round(n * 10) / 10, words, language);
};
const days = (n: number, language: Language): string =>
  printCount(n, language === 'es' ? ['día', 'días'] : ['day', 'days'], language);

/** `En junio de 2011, en Guayaquil Sur`. */
function where(params: Params, language: Language): string {
  const period = capitalize(printInPeriod(readText(params, 'period'), language));
  const unit = given(params, 'unit');
  const at = language === 'es' ? 'en' : 'at';
  return unit === '' ? period : `${period}, ${at} ${unit}`;
}

/** `el doble de la media`, `1,4 veces la media`. */
function printTimes(times: number, language: Language): string {
  const es = language === 'es';
  if (times < 1.15) return es ? 'casi como las demás horas' : 'much like any other hour';
  if (times >= 1.9 && times <= 2.1) return es ? 'el doble de la media' : 'twice the mean';
  if (times >= 2.85 && times <= 3.15) return es ? 'el triple de la media' : 'three times the mean';
  const number = printNumber(times, language, { maxDecimals: 1 });
  return es ? `${number} veces la media` : `${number} times the mean`;
}

function join(parts: readonly string[], language: Language): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return `${parts.slice(0, -1).join(', ')} ${language === 'es' ? 'y' : 'and'} ${last}`;
}

/** Those who are not compared, and why. */
function writeApart(params: Params, language: Language): string {
  const es = language === 'es';
  const [few, idle, unknown] = [
    readNumber(params, 'few'),
    readNumber(params, 'idle'),
    readNumber(params, 'unknown'),
  ];
  const n = few + idle + unknown;
  if (n === 0) return '';
  const counts: readonly (readonly [n: number, es: string, en: string])[] = [
    [few, 'por tener pocas atenciones', 'for having few attentions'],
    [idle, 'sin atenciones registradas', 'without recorded attentions'],
    [unknown, 'sin horario', 'without a schedule'],
  ];
  const told = counts.filter(([of]) => of > 0);
  const why = told.map(([of, ...words]) => `${told.length > 1 ? `${of} ` : ''}${words[es ? 0 : 1]}`);
  return es
    ? ` ${n === 1 ? 'Otra no se compara' : `Otras ${n} no se comparan`}: ${join(why, language)}`
    : ` ${n === 1 ? 'One more is not compared' : `${n} more are not compared`}: ${join(why, language)}`;
}

function writeCompared(params: Params, language: Language): string {
  const es = language === 'es';
  const compared = readNumber(params, 'compared');
  const [below, fast, over] = [
    readNumber(params, 'below'),
    readNumber(params, 'fast'),
    readNumber(params, 'over'),
  ];
  const within = readNumber(params, 'within');
  const floor = known(params, 'floor');
  const ceiling = known(params, 'ceiling');
  const least = floor === null ? '' : printPercent(floor, language);
  const most = ceiling === null ? '' : printPercent(ceiling, language);
  const parts = [
    ...(over > 0
      ? [
          es
            ? `${over} sobre ${most || 'su máximo'} de su capacidad`
            : `${over} above ${most || 'their ceiling'} of capacity`,
        ]
      : []),
    ...(within > 0 ? [es ? `${within} dentro de lo esperado` : `${within} within what is expected`] : []),
    ...(below > 0
      ? [
          es
            ? `${below} bajo el mínimo de ${least || 'su estándar'}`
            : `${below} under the floor of ${least || 'their standard'}`,
        ]
      : []),
    ...(fast > 0
      ? [
          es
            ? `${fast} bajo el mínimo solo porque atiende${fast === 1 ? '' : 'n'} más rápido de lo usual`
            : `${fast} under the floor only for attending faster than usual`,
        ]
      : []),
  ];
  if (compared === 0)
    return es ? 'nadie tiene datos que permitan comparar.' : 'nobody has data to be compared by.';
  return es
    ? `de ${people(compared, language)} que se ${compared === 1 ? 'puede' : 'pueden'} comparar: ${join(parts, language)}.`
    : `of ${people(compared, language)} that can be compared: ${join(parts, language)}.`;
}

/** Whether the target is reached, or how many people it needs. */
function writeNeeded(params: Params, language: Language): string {
  const es = language === 'es';
  const needed = known(params, 'needed');
  const asked = readNumber(params, 'queue');
  const share = printPercent(readNumber(params, 'share'), language, 0);
  const within = printWait(readNumber(params, 'within'), language);
  const aim = es ? `que ${share} no espere más de ${within}` : `${share} to wait no longer than ${within}`;
  if (needed === null)
    return es
      ? ` No hay cantidad razonable de personas para ${aim}`
      : ` No reasonable number of people allows ${aim}`;
  if (needed <= asked)
    return es
      ? ` Para ${aim} a toda hora ${needed === 1 ? 'basta' : 'bastan'} ${people(needed, language)}`
      : ` For ${aim} at every hour, ${people(needed, language)} ${needed === 1 ? 'is' : 'are'} enough`;
  return es
    ? ` Para ${aim} a toda hora ${needed === 1 ? 'hace' : 'hacen'} falta ${people(needed, language)}`
    : ` For ${aim} at every hour, ${people(needed, language)} are needed`;
}

function writeHour(params: Params, language: Language): string {
  const es = language === 'es';
  const hour = known(params, 'hour');
  if (hour === null) return '';
  const arrivals = printNumber(readNumber(params, 'arrivals'), language, { maxDecimals: 1 });
  const grows = known(params, 'grows');
  const span = es ? `De ${hour} a ${hour + 1}` : `From ${hour} to ${hour + 1}`;
  const wait = known(params, 'wait');
  if (grows !== null || wait === null) {
    const more = printNumber(grows ?? 0, language, { maxDecimals: 1 });
    return es
      ? ` ${span} llegan ${arrivals} por hora, más de lo que se alcanza a atender: la cola crece en ${more} por hora.`
      : ` ${span}, ${arrivals} come per hour, more than can be attended: the queue grows by ${more} per hour.`;
  }
  const waiting = printPercent(readNumber(params, 'waiting'), language, 0);
  const share = printPercent(readNumber(params, 'within_share'), language, 0);
  const within = printWait(readNumber(params, 'within'), language);
  return es
    ? ` ${span}, la hora con más llegadas (${arrivals}), espera ${waiting} de quienes llegan; la espera media es de ${printWait(wait, language)} y ${share} pasa antes de ${within}.`
    : ` ${span}, the busiest hour (${arrivals}), ${waiting} of those who come wait; the mean wait is ${printWait(wait, language)} and ${share} are attended within ${within}.`;
}

/** Sentences of productivity, arrivals and the what-if. */
export const productivitySentences: Sentences = {
  'productivity-finding': {
    es: (p) => `${where(p, 'es')}, ${writeCompared(p, 'es')}${writeApart(p, 'es')}`,
    en: (p) => `${where(p, 'en')}, ${writeCompared(p, 'en')}${writeApart(p, 'en')}`,
  },
  'productivity-nobody': {
    es: (p) =>
      `${where(p, 'es')} no hay atenciones ni personal con horario. Importe los requerimientos y la tabla de personal del período`,
    en: (p) =>
      `${where(p, 'en')} there are neither attentions nor staff with a schedule. Import the requests and the staff table of the period`,
  },
  'productivity-undefined': {
    es: () =>
      'Ningún indicador compara minutos de atención con la capacidad instalada. Cree uno en «Indicadores» con la forma productividad',
    en: () =>
      'No indicator compares minutes of attention with installed capacity. Create one under “Indicators” with the productivity form',
  },
  'productivity-rule': {
    es: (p) =>
      `Cómo se compara: los días de ausencia reducen la capacidad, no el índice; quien fue prestado cuenta donde estuvo cada día; con menos de ${given(p, 'small_sample')} atenciones no se compara a nadie; y quien queda bajo el mínimo solo porque atiende más rápido de lo usual, con los servicios que le tocaron, se dice aparte`,
    en: (p) =>
      `How people are compared: days away reduce capacity, not the index; who was lent counts where they were each day; with fewer than ${given(p, 'small_sample')} attentions nobody is compared; and whoever is under the floor only for attending faster than usual, given the services they had, is said apart`,
  },
  'person-few-cases': {
    es: (p) =>
      `${capitalize(printCount(readNumber(p, 'n'), ['atención', 'atenciones'], 'es'))}, menos de ${given(p, 'minimum')}: no se compara con las demás personas`,
    en: (p) =>
      `${printCount(readNumber(p, 'n'), ['attention', 'attentions'], 'en')}, fewer than ${given(p, 'minimum')}: not compared with others`,
  },
  'person-without-services': {
    es: () =>
      'Tiene capacidad pero ninguna atención registrada: compruebe si su trabajo está en el archivo antes de concluir',
    en: () =>
      'Has capacity but no recorded attention: check whether their work is in the file before concluding',
  },
  'person-without-capacity': {
    es: (p) =>
      `${printCount(readNumber(p, 'n'), ['atención', 'atenciones'], 'es')} sin horario en esas fechas: no hay capacidad con que comparar. Añada su puesto en «Personal»`,
    en: (p) =>
      `${printCount(readNumber(p, 'n'), ['attention', 'attentions'], 'en')} without a schedule on those dates: there is no capacity to compare with. Add the post under “Staff”`,
  },
  'person-away': {
    es: (p) =>
      `Ausente ${days(readNumber(p, 'days'), 'es')} de ${given(p, 'posted')}${kinds(p)}: su capacidad ya los descuenta`,
    en: (p) =>
      `Away ${days(readNumber(p, 'days'), 'en')} of ${given(p, 'posted')}${kinds(p)}: capacity already leaves them out`,
  },
  'person-lent': {
    es: (p) =>
      `${days(readNumber(p, 'days'), 'es')} de ${readText(p, 'from')} en préstamo a ${readText(p, 'to')}`,
    en: (p) =>
      `${days(readNumber(p, 'days'), 'en')} lent from ${readText(p, 'from')} to ${readText(p, 'to')}`,
  },
  'person-mix': {
    es: (p) => writeMix(p, 'es'),
    en: (p) => writeMix(p, 'en'),
  },
  'arrivals-peak': {
    es: (p) => writePeak(p, 'es'),
    en: (p) => writePeak(p, 'en'),
  },
  'arrivals-none': {
    es: (p) => `${where(p, 'es')} no ingresó ningún requerimiento. Elija otro período o importe su archivo`,
    en: (p) => `${where(p, 'en')} no request came in. Choose another period or import its file`,
  },
  'arrivals-without-hour': {
    es: (p) =>
      `Los ${printCount(readNumber(p, 'n'), ['requerimiento', 'requerimientos'], 'es')} traen fecha sin hora: no se puede saber a qué hora llegan. Pida el archivo con la hora de ingreso`,
    en: (p) =>
      `The ${printCount(readNumber(p, 'n'), ['request', 'requests'], 'en')} carry a date without an hour: when they come cannot be told. Ask for the file with the hour`,
  },
  'arrivals-cut': {
    es: (p) =>
      `Hay datos del ${printDate(readText(p, 'from'), 'es')} al ${printDate(readText(p, 'to'), 'es')}: las medias cuentan solo esos días`,
    en: (p) =>
      `There are data from ${printDate(readText(p, 'from'), 'en')} to ${printDate(readText(p, 'to'), 'en')}: means count those days only`,
  },
  'arrivals-holidays': {
    es: (p) =>
      `${capitalize(printCount(readNumber(p, 'days'), ['feriado', 'feriados'], 'es'))} del período no ${readNumber(p, 'days') === 1 ? 'cuenta' : 'cuentan'} en las medias; ${readNumber(p, 'n') === 0 ? 'nadie llegó' : readNumber(p, 'n') === 1 ? 'llegó 1' : `llegaron ${given(p, 'n')}`}`,
    en: (p) =>
      `${printCount(readNumber(p, 'days'), ['holiday', 'holidays'], 'en')} of the period ${readNumber(p, 'days') === 1 ? 'is' : 'are'} left out of the means; ${given(p, 'n')} came`,
  },
  'desk-forecast': {
    es: (p) => writeForecast(p, 'es'),
    en: (p) => writeForecast(p, 'en'),
  },
  'desk-assumes-arrivals': {
    es: () =>
      'Las llegadas de cada hora son las observadas en un día promedio de lunes a viernes, más o menos la demanda supuesta, y unas no dependen de otras',
    en: () =>
      'The arrivals of each hour are those observed on an average Monday-to-Friday day, plus or minus the demand supposed, and none depends on another',
  },
  'desk-assumes-queue': {
    es: (p) =>
      `Hay una sola cola y ${people(readNumber(p, 'people'), 'es')} en el puesto a toda hora; quien llega espera lo que haga falta. A la hora de almuerzo mire la columna «con una persona menos»`,
    en: (p) =>
      `There is one queue and ${people(readNumber(p, 'people'), 'en')} at the desk at all hours; whoever comes waits as long as it takes. At lunch look at “one person less”`,
  },
  'desk-rounds-people': {
    es: (p) =>
      `La capacidad y la productividad se calculan con ${people(readNumber(p, 'people'), 'es')} de tiempo completo (capacidad instalada entre la de una persona); la cola, que no admite fracciones, con ${people(readNumber(p, 'queue'), 'es')}`,
    en: (p) =>
      `Capacity and productivity are computed with ${people(readNumber(p, 'people'), 'en')} full time (installed capacity over that of one person); the queue, which takes no fractions, with ${people(readNumber(p, 'queue'), 'en')}`,
  },
  'desk-assumes-minutes': {
    es: (p) =>
      `Cada atención dura ${printQuantity(readNumber(p, 'minutes'), 'min', 'es')} en promedio (${BASIS[readText(p, 'basis')]?.es ?? ''}): se supone que hay muchas cortas y algunas largas`,
    en: (p) =>
      `Each attention takes ${printQuantity(readNumber(p, 'minutes'), 'min', 'en')} on average (${BASIS[readText(p, 'basis')]?.en ?? ''}): many short ones and some long are supposed`,
  },
  'desk-assumes-target': {
    es: (p) =>
      `Se busca que ${printPercent(readNumber(p, 'share'), 'es', 0)} no espere más de ${printWait(readNumber(p, 'within'), 'es')}`,
    en: (p) =>
      `The aim is that ${printPercent(readNumber(p, 'share'), 'en', 0)} wait no longer than ${printWait(readNumber(p, 'within'), 'en')}`,
  },
  'desk-few-arrivals': {
    es: (p) =>
      `Solo ${printCount(readNumber(p, 'n'), ['llegada', 'llegadas'], 'es')} en el período: por hora son muy pocas, tome el resultado como una idea`,
    en: (p) =>
      `Only ${printCount(readNumber(p, 'n'), ['arrival', 'arrivals'], 'en')} in the period: per hour they are very few, take the result as an idea`,
  },
  'desk-long-attention': {
    es: (p) =>
      `Cada atención dura más de una hora (${printQuantity(readNumber(p, 'minutes'), 'min', 'es')}): la cola no se estabiliza dentro de una hora. Tome las esperas como orden de magnitud`,
    en: (p) =>
      `Each attention takes over an hour (${printQuantity(readNumber(p, 'minutes'), 'min', 'en')}): the queue does not settle within an hour. Take waits as an order of magnitude`,
  },
  'desk-one-service': {
    es: () => 'Se supone que todas las llegadas son del servicio elegido',
    en: () => 'All arrivals are supposed to be of the chosen service',
  },
  'desk-median': {
    es: () =>
      'La mediana deja fuera el peso de las atenciones largas: con ella la espera sale menor que la real. Para esperas use el promedio',
    en: () =>
      'The median leaves out the weight of long attentions: waits come out shorter than they are. For waits use the mean',
  },
  'desk-several-units': {
    es: () => 'Varias agencias no comparten una cola: elija una para que las esperas tengan sentido',
    en: () => 'Several branches do not share a queue: choose one so that the waits make sense',
  },
  'desk-back-office': {
    es: () =>
      'Si los minutos de atención incluyen trabajo sin el cliente delante, la espera calculada es mayor que la real',
    en: () =>
      'Where handling minutes include work without the client in front, the wait computed is longer than the real one',
  },
  'desk-without-minutes': {
    es: (p) =>
      `${where(p, 'es')} no hay minutos de atención con que calcular. Escriba cuántos minutos toma una atención`,
    en: (p) =>
      `${where(p, 'en')} there are no minutes of attention to compute with. Write how many minutes one takes`,
  },
  'schedule-not-found': {
    es: (p) => `No hay ningún horario «${given(p, 'schedule')}». Elija uno de la lista`,
    en: (p) => `There is no schedule “${given(p, 'schedule')}”. Choose one of the list`,
  },
};

const BASIS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  mean: { es: 'el promedio observado', en: 'the mean observed' },
  median: { es: 'la mediana observada', en: 'the median observed' },
  typed: { es: 'los que usted escribió', en: 'as typed' },
};

function kinds(params: Params): string {
  const list = params['kinds'];
  return Array.isArray(list) && list.length > 0 ? ` (${list.join(', ')})` : '';
}

function writeMix(params: Params, language: Language): string {
  const es = language === 'es';
  const ratio = readNumber(params, 'ratio');
  const gap = printPercent(Math.abs(ratio - 1), language, 0);
  const whole = { maxDecimals: 0 };
  const actual = printNumber(readNumber(params, 'actual'), language, whole);
  const expected = printNumber(readNumber(params, 'expected'), language, whole);
  const adjusted = printPercent(readNumber(params, 'adjusted'), language, 1);
  const more = ratio > 1;
  if (es)
    return `Sus ${printCount(readNumber(params, 'n'), ['atención', 'atenciones'], 'es')} tomaron ${actual} min; con el tiempo usual de cada servicio serían ${expected} min (${gap} ${more ? 'más largas' : 'más cortas'} de lo usual). Con esos tiempos su índice sería ${adjusted}${params['fast'] === true ? ': no le falta trabajo, atiende más rápido' : ''}`;
  return `The ${printCount(readNumber(params, 'n'), ['attention', 'attentions'], 'en')} took ${actual} min; at the usual time of each service they would be ${expected} min (${gap} ${more ? 'longer' : 'shorter'} than usual). At those times the index would be ${adjusted}${params['fast'] === true ? ': there is no lack of work, they attend faster' : ''}`;
}

function writePeak(params: Params, language: Language): string {
  const es = language === 'es';
  const weekday = WEEKDAYS[language][readNumber(params, 'weekday') - 1] ?? '';
  const hour = readNumber(params, 'hour');
  const value = printNumber(readNumber(params, 'value'), language, { maxDecimals: 1 });
  const mean = printNumber(readNumber(params, 'mean'), language, { maxDecimals: 1 });
  const times = printTimes(readNumber(params, 'times'), language);
  const unit = given(params, 'unit');
  const n = readNumber(params, 'n');
  const count = readNumber(params, 'days');
  if (es)
    return `${unit === '' ? 'El' : `En ${unit}, el`} ${weekday} de ${hour} a ${hour + 1} llegan ${value} en promedio, ${times} (${mean} por hora); ${printNumber(n, 'es')} en ${count} ${count === 1 || weekday.endsWith('s') ? weekday : `${weekday}s`}`;
  return `${unit === '' ? 'On' : `At ${unit}, on`} ${weekday} from ${hour} to ${hour + 1}, ${value} come on average, ${times} (${mean} an hour); ${printNumber(n, 'en')} in ${count} ${count === 1 ? weekday : `${weekday}s`}`;
}

function writeForecast(params: Params, language: Language): string {
  const es = language === 'es';
  const index = known(params, 'index');
  const who = people(readNumber(params, 'people'), language);
  const schedule = readText(params, language).toLowerCase();
  const used =
    index === null
      ? es
        ? 'no hay capacidad instalada'
        : 'there is no installed capacity'
      : es
        ? `se ocuparía ${printPercent(index, language)} de la capacidad`
        : `${printPercent(index, language)} of capacity would be used`;
  const first = es ? `Con ${who} en ${schedule}, ${used}.` : `With ${who} on ${schedule}, ${used}.`;
  return `${first}${writeHour(params, language)}${writeNeeded(params, language)}`;
}
