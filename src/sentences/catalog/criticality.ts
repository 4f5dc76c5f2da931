import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printNumber } from '../print-number.ts';
import { printPercent } from '../print-percent.ts';
import { readNumber, readText } from '../read-param.ts';
import type { Sentences } from './sentence-entry.ts';

const percent = (p: Params, name: string, language: Language): string =>
  printPercent(Math.round(readNumber(p, name) * 1000) / 1000, language);
const known = (p: Params, name: string): boolean => typeof p[name] === 'number';
const together = (p: Params, name: string, language: Language): string =>
  printNumber(readNumber(p, name), language, { maxDecimals: 2 });
const services = (p: Params, language: Language): string =>
  printCount(
    readNumber(p, 'services'),
    language === 'es' ? ['servicio', 'servicios'] : ['service', 'services'],
    language,
  );

/** Which of two volumes complaints go with: the words of a correlation that is worth a word. */
function sayFollow(p: Params, language: Language): string {
  const es = language === 'es';
  const n = readNumber(p, 'n');
  const [same, before] = ['same', 'before'].map((name) => (known(p, name) ? readNumber(p, name) : null));
  if (same === null || before === null || same === undefined || before === undefined)
    return es
      ? `Con ${printCount(n, ['mes comparable', 'meses comparables'], 'es')} no se puede decir si los reclamos siguen al volumen de transacciones; hacen falta seis`
      : `With ${printCount(n, ['comparable month', 'comparable months'], 'en')} nothing can be said of whether complaints follow the volume of transactions; six are needed`;
  const [earliest, latest] = ['before', 'same'].map((name) => together(p, name, language));
  const both = es
    ? `0 es nada y 1 es paso a paso: ${earliest} con el mes anterior y ${latest} con el mismo mes; n = ${printNumber(n, 'es')} meses`
    : `0 is not at all and 1 is step by step: ${earliest} with the month before and ${latest} with the same month; n = ${printNumber(n, 'en')} months`;
  const WORTH = 0.5;
  if (Math.max(same, before) < WORTH)
    return es
      ? `Los reclamos no siguen al volumen: ni al del mes anterior ni al del mismo mes (${both})`
      : `Complaints do not follow the volume: neither of the month before nor of the same month (${both})`;
  const earlier = before > same;
  if (es) return `Los reclamos siguen más al volumen del ${earlier ? 'mes anterior' : 'mismo mes'} (${both})`;
  return `Complaints go rather with the volume of the ${earlier ? 'month before' : 'same month'} (${both})`;
}

/** Sentences of the choice of critical processes. */
export const criticalitySentences: Sentences = {
  'criticality-chosen': {
    es: (p) =>
      `${readText(p, 'es')}${known(p, 'mean') ? ` reúne en promedio el ${percent(p, 'mean', 'es')} de los reclamos de cada mes` : ''}; ${readNumber(p, 'services') === 1 ? 'un servicio cubre' : `${services(p, 'es')} cubren`} el ${percent(p, 'coverage', 'es')} de lo que se pide, y el primero es ${readText(p, 'first_es')}`,
    en: (p) =>
      `${readText(p, 'en')}${known(p, 'mean') ? ` has on average ${percent(p, 'mean', 'en')} of the complaints of each month` : ''}; ${readNumber(p, 'services') === 1 ? 'one service covers' : `${services(p, 'en')} cover`} ${percent(p, 'coverage', 'en')} of what is asked for, and the first is ${readText(p, 'first_en')}`,
  },
  'criticality-no-complaints': {
    es: () =>
      'No hay reclamos en el período, así que no se puede elegir la familia que más reúne. Importe los reclamos, elija una familia o escriba las tablas a mano',
    en: () =>
      'There are no complaints in the period, so the family with most of them cannot be chosen. Import the complaints, choose a family or type the tables',
  },
  'criticality-no-volume': {
    es: (p) =>
      `No hay requerimientos de ${readText(p, 'es')} en el período, así que no hay volumen por el que ordenar`,
    en: (p) =>
      `There are no requests of ${readText(p, 'en')} in the period, so there is no volume to rank by`,
  },
  'criticality-month-total': {
    es: (p) =>
      `La columna «${readText(p, 'month')}» suma ${printNumber(readNumber(p, 'total'), 'es', { maxDecimals: 2 })} y no 100: se usa como está escrita`,
    en: (p) =>
      `The column “${readText(p, 'month')}” adds up to ${printNumber(readNumber(p, 'total'), 'en', { maxDecimals: 2 })}, not 100: it is used as written`,
  },
  'criticality-total': {
    es: (p) =>
      `Los porcentajes de los servicios suman ${printNumber(readNumber(p, 'total'), 'es', { maxDecimals: 2 })} y no 100: la cobertura es la suma de lo escrito`,
    en: (p) =>
      `The percentages of the services add up to ${printNumber(readNumber(p, 'total'), 'en', { maxDecimals: 2 })}, not 100: the coverage is the sum of what is written`,
  },
  'criticality-left-mixed': {
    es: (p) =>
      `${readText(p, 'es')} (${percent(p, 'share', 'es')}) queda fuera porque junta servicios distintos, ninguno grande por sí solo`,
    en: (p) =>
      `${readText(p, 'en')} (${percent(p, 'share', 'en')}) is left out since it joins different services, none of them large by itself`,
  },
  'criticality-left-no-complaints': {
    es: (p) =>
      `${readText(p, 'es')} (${percent(p, 'share', 'es')}) queda fuera porque nadie reclamó por ese servicio`,
    en: (p) =>
      `${readText(p, 'en')} (${percent(p, 'share', 'en')}) is left out since nobody complained about it`,
  },
  'criticality-no-service': {
    es: () =>
      'Los reclamos no dicen de qué servicio son: los servicios se ordenan solo por volumen, con o sin reclamos',
    en: () =>
      'Complaints do not say which service they are about: services are ranked by volume alone, complained about or not',
  },
  'criticality-stability': {
    es: (p) =>
      `${printCount(readNumber(p, 'same'), ['mes', 'meses'], 'es')} de ${printNumber(readNumber(p, 'months'), 'es')} ${readNumber(p, 'same') === 1 ? 'elegiría' : 'elegirían'} lo mismo${known(p, 'same_share') ? `; al sortear meses, el conjunto es el mismo en el ${percent(p, 'same_share', 'es')} de los sorteos` : ''}`,
    en: (p) =>
      `${printCount(readNumber(p, 'same'), ['month', 'months'], 'en')} of ${printNumber(readNumber(p, 'months'), 'en')} would choose the same${known(p, 'same_share') ? `; drawing months, the set is the same in ${percent(p, 'same_share', 'en')} of the draws` : ''}`,
  },
  'criticality-follow': { es: (p) => sayFollow(p, 'es'), en: (p) => sayFollow(p, 'en') },
  'criticality-few-days': {
    es: (p) =>
      readNumber(p, 'days') === 1
        ? 'Los datos de esos meses son de un solo día: la elección vale para ese día y puede ser otra con el mes entero'
        : `Los datos de esos meses son de ${printNumber(readNumber(p, 'days'), 'es')} días: la elección vale para esos días y puede ser otra con los meses enteros`,
    en: (p) =>
      readNumber(p, 'days') === 1
        ? 'The data of those months are of one day alone: the choice holds for that day and may be another with the whole month'
        : `The data of those months are of ${printNumber(readNumber(p, 'days'), 'en')} days: the choice holds for those days and may be another with the whole months`,
  },
  'criticality-name-empty': {
    es: () => 'Hay una fila con cifras y sin nombre. Escriba su nombre o vacíe la fila',
    en: () => 'There is a row with figures and no name. Write its name or empty the row',
  },
  'criticality-name-twice': {
    es: (p) => `«${readText(p, 'name')}» está dos veces en la misma tabla. Deje una fila`,
    en: (p) => `“${readText(p, 'name')}” is twice in the same table. Keep one row`,
  },
  'critical-count-or-coverage': {
    es: () => 'Diga cuántos (--count 5) o qué parte cubrir (--coverage 0.8), no las dos cosas',
    en: () => 'Say how many (--count 5) or which share to cover (--coverage 0.8), not both',
  },
};
