import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printDate } from '../print-date.ts';
import { readNumber, readText } from '../read-param.ts';
import type { Sentences } from './sentence-entry.ts';

const given = (params: Params, name: string): string => String(params[name] ?? '');

function sayWaiting(waiting: number, language: Language): string {
  if (waiting === 0) return '';
  return language === 'es'
    ? `; ${printCount(waiting, ['caso abierto lo espera', 'casos abiertos lo esperan'], 'es')}`
    : `; ${printCount(waiting, ['open case waits', 'open cases wait'], 'en')} for it`;
}

/** What is not known comes first; then what nobody confirmed. */
function sayPage(params: Params, language: Language): string {
  const es = language === 'es';
  const unknown = given(params, `unknown_${language}`);
  const [unconfirmed, waiting] = [readNumber(params, 'unconfirmed'), readNumber(params, 'waiting')];
  const confirm = es
    ? `${printCount(unconfirmed, ['plazo está', 'plazos están'], 'es')} sin confirmar`
    : `${printCount(unconfirmed, ['deadline is', 'deadlines are'], 'en')} not confirmed`;
  if (unknown !== '') {
    const first = es
      ? `No se conoce el plazo de ${unknown}${sayWaiting(waiting, 'es')}`
      : `The deadline of ${unknown} is not known${sayWaiting(waiting, 'en')}`;
    return unconfirmed === 0 ? first : `${first}. ${confirm}`;
  }
  if (waiting > 0)
    return es
      ? `Se conocen todos los plazos, pero ${printCount(waiting, ['caso abierto no tiene', 'casos abiertos no tienen'], 'es')} ninguno`
      : `All deadlines are known, but ${printCount(waiting, ['open case has', 'open cases have'], 'en')} none`;
  if (unconfirmed > 0)
    return es ? `Se conocen todos los plazos; ${confirm}` : `All deadlines are known; ${confirm}`;
  return es ? 'Se conocen todos los plazos, y están confirmados' : 'All deadlines are known and confirmed';
}

/** Sentences of the deadlines by which cases are answered. */
export const deadlineSentences: Sentences = {
  'deadline-page': { es: (p) => sayPage(p, 'es'), en: (p) => sayPage(p, 'en') },
  'deadline-reach': {
    es: () =>
      'Los plazos valen para toda la institución: los escribe quien tiene toda la institución a su cargo. Pídaselo a quien lleva los indicadores',
    en: () =>
      'Deadlines hold for the whole institution: whoever reaches all of it writes them. Ask whoever keeps the indicators',
  },
  'deadline-without-profile': {
    es: () =>
      'La institución no ha dicho en qué país está ni de qué clase es, y de eso dependen los plazos. Eso se dice al comenzar a usar la aplicación',
    en: () =>
      'The institution has not said its country nor its kind, and deadlines depend on them. That is said when one begins to use the application',
  },
  'deadline-line-missing': {
    es: (p) => `Falta «${given(p, 'es')}». Escríbalo y guarde de nuevo`,
    en: (p) => `“${given(p, 'en')}” is missing. Write it and save again`,
  },
  'deadline-dates': {
    es: (p) =>
      `El plazo terminaría el ${printDate(readText(p, 'until'), 'es')}, antes de empezar el ${printDate(readText(p, 'from'), 'es')}. Corrija una de las dos fechas`,
    en: (p) =>
      `The deadline would end on ${printDate(readText(p, 'until'), 'en')}, before it begins on ${printDate(readText(p, 'from'), 'en')}. Correct one of the two dates`,
  },
  'deadline-confirmed-later': {
    es: (p) =>
      `La confirmación tiene fecha ${printDate(readText(p, 'confirmed'), 'es')}, que todavía no llega. Escriba el día en que se confirmó`,
    en: (p) =>
      `The confirmation is dated ${printDate(readText(p, 'confirmed'), 'en')}, which has not come yet. Write the day on which it was confirmed`,
  },
  'deadline-scope-unknown': {
    es: () => 'Esos casos no se distinguen en el formulario de esta clase. Elija unos de la lista, o todos',
    en: () => 'The form of this kind does not tell those cases apart. Choose some of the list, or all',
  },
  'deadline-before-known': {
    es: (p) =>
      `Para los mismos casos rige «${given(p, 'es')}» desde el ${printDate(readText(p, 'from'), 'es')}, y ganaría a este. Escriba una fecha posterior, o hasta cuándo rigió este`,
    en: (p) =>
      `For the same cases “${given(p, 'en')}” holds from ${printDate(readText(p, 'from'), 'en')}, and would win over this one. Write a later date, or until when this one held`,
  },
  'deadline-not-found': {
    es: () => 'Ese plazo ya no está. Vuelva a cargar la página y búsquelo en la lista',
    en: () => 'That deadline is not there any more. Load the page again and look for it in the list',
  },
  'deadline-file-unreadable': {
    es: (p) =>
      `El archivo ${given(p, 'file')} no se puede leer y por eso no se escribió en él. Corríjalo o quítelo, y guarde de nuevo`,
    en: (p) =>
      `The file ${given(p, 'file')} cannot be read, so nothing was written to it. Correct it or take it away, and save again`,
  },
};
