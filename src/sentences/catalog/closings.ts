import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printDate } from '../print-date.ts';
import { printNumber } from '../print-number.ts';
import { printPeriod } from '../print-period.ts';
import { readNumber, readText } from '../read-param.ts';
import type { Sentences } from './sentence-entry.ts';

const month = (p: Params, language: Language): string => printPeriod(readText(p, 'period'), language);
const number = (p: Params, name: string, language: Language): string =>
  printNumber(readNumber(p, name), language);
const names = (p: Params, name: string): string => {
  const value = p[name];
  return Array.isArray(value) ? value.join(', ') : '';
};
const figures = (p: Params, language: Language): string =>
  printCount(readNumber(p, 'n'), language === 'es' ? ['cifra', 'cifras'] : ['figure', 'figures'], language);
const objections = (p: Params, language: Language): string =>
  printCount(
    readNumber(p, 'n'),
    language === 'es' ? ['objeción', 'objeciones'] : ['contest', 'contests'],
    language,
  );

/** What today's figures would be: the way out is the same wherever it is said. */
const wouldDiffer = (p: Params, language: Language): string => {
  const n = readNumber(p, 'n');
  if (language === 'es')
    return n === 0
      ? 'Las cifras serían las mismas'
      : `Con lo de hoy ${n === 1 ? 'cambiaría' : 'cambiarían'} ${figures(p, 'es')}: rectifique el mes si corresponde`;
  return n === 0
    ? 'The figures would be the same'
    : `With what there is today ${figures(p, 'en')} would change: restate the month if it is right to`;
};

/** Sentences of closing a month, contesting its rows and proving it. */
export const closingSentences: Sentences = {
  'closing-needs-month': {
    es: (p) => `Se cierra un mes entero, como 2011-06; «${readText(p, 'period')}» no lo es`,
    en: (p) => `A whole month is closed, such as 2011-06; “${readText(p, 'period')}” is not one`,
  },
  'closing-version-taken': {
    es: (p) =>
      `Otra persona cerró ${month(p, 'es')} mientras tanto (versión ${number(p, 'version', 'es')}). Mire cómo quedó antes de repetirlo`,
    en: (p) =>
      `Somebody else closed ${month(p, 'en')} meanwhile (version ${number(p, 'version', 'en')}). See how it stands before doing it again`,
  },
  'closing-done': {
    es: (p) => `${month(p, 'es')} ya está cerrado. Para cambiar sus cifras, rectifíquelo con su causa`,
    en: (p) => `${month(p, 'en')} is closed already. To change its figures, restate it with its cause`,
  },
  'closing-not-closed': {
    es: (p) => `${month(p, 'es')} no está cerrado: todavía no hay nada que rectificar. Ciérrelo primero`,
    en: (p) => `${month(p, 'en')} is not closed: there is nothing to restate yet. Close it first`,
  },
  'closing-not-over': {
    es: (p) =>
      `${month(p, 'es')} no ha terminado. Podrá cerrarse desde el ${printDate(readText(p, 'from'), 'es')}`,
    en: (p) => `${month(p, 'en')} is not over. It may be closed from ${printDate(readText(p, 'from'), 'en')}`,
  },
  'closing-no-facts': {
    es: (p) =>
      `No hay hechos de ${month(p, 'es')} que mida ningún indicador, así que no hay nada que cerrar. Importe su archivo`,
    en: (p) =>
      `There are no facts of ${month(p, 'en')} that any indicator measures, so there is nothing to close. Import its file`,
  },
  'closing-open-contests': {
    es: (p) =>
      `${readNumber(p, 'n') === 1 ? 'Queda' : 'Quedan'} ${objections(p, 'es')} sin respuesta en ${month(p, 'es')}. ${readNumber(p, 'n') === 1 ? 'Respóndala' : 'Respóndalas'} en Datos, Cierre de mes`,
    en: (p) =>
      `${objections(p, 'en')} of ${month(p, 'en')} ${readNumber(p, 'n') === 1 ? 'has' : 'have'} no answer. Answer ${readNumber(p, 'n') === 1 ? 'it' : 'them'} in Data, Closing of a month`,
  },
  'closing-contests-until': {
    es: (p) =>
      `Las filas de ${month(p, 'es')} se pueden objetar hasta el ${printDate(readText(p, 'until'), 'es')}; desde el ${printDate(readText(p, 'from'), 'es')} podrá cerrarlo. Si ya nadie va a objetar, adelante esa fecha en Datos, Cierre de mes`,
    en: (p) =>
      `Rows of ${month(p, 'en')} may be contested until ${printDate(readText(p, 'until'), 'en')}; it may be closed from ${printDate(readText(p, 'from'), 'en')}. If nobody is going to, bring that date forward in Data, Closing of a month`,
  },
  'closing-changed-meanwhile': {
    es: (p) =>
      `Las cifras de ${month(p, 'es')} ya no son las que se propusieron: entró un archivo, cambió una ficha o se corrigió algo. Rechace esta propuesta y pida otra`,
    en: (p) =>
      `The figures of ${month(p, 'en')} are not those that were proposed any more: a file came in, a sheet changed or something was corrected. Reject this proposal and ask for another`,
  },
  'restate-without-cause': {
    es: (p) => `Diga por qué se rectifica ${month(p, 'es')}: queda escrito junto a las cifras de antes`,
    en: (p) => `Say why ${month(p, 'en')} is restated: it stays written beside the figures of before`,
  },
  'restate-nothing': {
    es: (p) => `Nada cambió en ${month(p, 'es')} desde que se cerró: no hay qué rectificar`,
    en: (p) => `Nothing changed in ${month(p, 'en')} since it was closed: there is nothing to restate`,
  },
  'contest-not-found': {
    es: () => 'Esa objeción no está. Vuelva a la lista y elija otra',
    en: () => 'That contest is not there. Go back to the list and choose another',
  },
  'contest-answered': {
    es: () => 'Esa objeción ya tiene respuesta',
    en: () => 'That contest has its answer already',
  },
  'contest-not-own': {
    es: () => 'Una objeción la retira quien la hizo. Usted puede responderla',
    en: () => 'A contest is taken back by who made it. You may answer it',
  },
  'contest-without-reason': {
    es: () => 'Diga por qué esas filas no deben contar y qué lo demuestra',
    en: () => 'Say why those rows should not count and what shows it',
  },
  'contest-no-rows': {
    es: () => 'Elija al menos una fila',
    en: () => 'Choose at least one row',
  },
  'contest-too-many': {
    es: (p) =>
      `Son demasiadas filas para una objeción: como máximo ${number(p, 'most', 'es')}. Hágala en partes`,
    en: (p) => `Those are too many rows for one contest: ${number(p, 'most', 'en')} at most. Do it in parts`,
  },
  'contest-rows-gone': {
    es: () =>
      'Alguna de esas filas ya no está en vigor: se cargó otra versión de ella. Vuelva a la lista y elija de nuevo',
    en: () =>
      'Some of those rows is not in force any more: another version of it was loaded. Go back to the list and choose again',
  },
  'contest-too-late': {
    es: (p) =>
      `Las filas de ${month(p, 'es')} se pudieron objetar hasta el ${printDate(readText(p, 'until'), 'es')}. Hable con quien cierra el mes, que puede mover esa fecha`,
    en: (p) =>
      `Rows of ${month(p, 'en')} could be contested until ${printDate(readText(p, 'until'), 'en')}. Speak with who closes the month, who may move that date`,
  },
  'contest-month-closed': {
    es: (p) => `${month(p, 'es')} está cerrado: sus filas ya no se objetan. Solo cabe rectificarlo`,
    en: (p) => `${month(p, 'en')} is closed: its rows are not contested any more. It can only be restated`,
  },
  'exclusion-present': {
    es: () => 'Alguna de esas filas ya quedó fuera de ese mes',
    en: () => 'Some of those rows is left out of that month already',
  },
  'contests-until-unreadable': {
    es: (p) => `Ponga una fecha desde ${month(p, 'es')} en adelante, a un año de hoy como mucho`,
    en: (p) => `Give a date from ${month(p, 'en')} on, a year from today at most`,
  },
  'closing-facts-lost': {
    es: (p) =>
      `${month(p, 'es')}: los hechos con que se cerró ya no salen de los archivos originales${names(p, 'datasets') === '' ? '' : ` (${names(p, 'datasets')})`}. Compruebe la carpeta raw o restaure una copia`,
    en: (p) =>
      `${month(p, 'en')}: the facts it was closed with do not come out of the raw files any more${names(p, 'datasets') === '' ? '' : ` (${names(p, 'datasets')})`}. Check the folder raw or restore a copy`,
  },
  'closing-facts-changed': {
    es: (p) =>
      `${month(p, 'es')}: los hechos (${names(p, 'datasets')}) cambiaron sin que entrara ni se deshiciera ningún archivo. Reconstrúyalos: circuito rebuild`,
    en: (p) =>
      `${month(p, 'en')}: the facts (${names(p, 'datasets')}) changed with no file brought or undone. Make them anew: circuito rebuild`,
  },
  'closing-late-facts': {
    es: (p) =>
      `${month(p, 'es')}: después del cierre cambiaron hechos (${names(p, 'datasets')}). Sus cifras siguen siendo las cerradas. ${wouldDiffer(p, 'es')}`,
    en: (p) =>
      `${month(p, 'en')}: facts (${names(p, 'datasets')}) changed after it was closed. Its figures are still those closed. ${wouldDiffer(p, 'en')}`,
  },
  'closing-later-cut': {
    es: (p) =>
      `${month(p, 'es')}: sus hechos son los del cierre, pero lo que quedó abierto se mira hoy desde más tarde. Sus cifras siguen siendo las cerradas. ${wouldDiffer(p, 'es')}`,
    en: (p) =>
      `${month(p, 'en')}: its facts are those of the closing, but what stayed open is looked at today from later on. Its figures are still those closed. ${wouldDiffer(p, 'en')}`,
  },
  'closing-cases-later': {
    es: (p) =>
      `${month(p, 'es')}: casos atendidos aquí cambiaron después del cierre, y de un caso se guarda lo que es hoy: sus cifras cerradas se conservan, pero no se pueden volver a calcular`,
    en: (p) =>
      `${month(p, 'en')}: cases worked here changed after it was closed, and of a case what it is today is kept: its closed figures stand, but cannot be made again`,
  },
  'closing-left-out-later': {
    es: (p) =>
      `${month(p, 'es')}: después del cierre se dejaron filas fuera. Sus cifras siguen siendo las cerradas. ${wouldDiffer(p, 'es')}`,
    en: (p) =>
      `${month(p, 'en')}: rows were left out after it was closed. Its figures are still those closed. ${wouldDiffer(p, 'en')}`,
  },
  'closing-definition-later': {
    es: (p) =>
      `${month(p, 'es')}: la ficha de «${readText(p, 'es')}» cambió después, y consta quién la cambió. El mes se volvió a calcular con la de entonces`,
    en: (p) =>
      `${month(p, 'en')}: the sheet of “${readText(p, 'en')}” changed later, and who changed it is on record. The month was made again with that of then`,
  },
  'closing-definition-changed': {
    es: (p) =>
      `${month(p, 'es')}: la ficha de «${readText(p, 'es')}» no es la del cierre y no consta que nadie la cambiara en el programa. Compare su archivo con una copia`,
    en: (p) =>
      `${month(p, 'en')}: the sheet of “${readText(p, 'en')}” is not that of the closing and nobody is on record as having changed it in the program. Compare its file with a copy`,
  },
  'closing-content-later': {
    es: (p) =>
      `${month(p, 'es')}: calendarios, horarios o listas no son los del cierre (${names(p, 'names')}). El mes se volvió a calcular con los de entonces`,
    en: (p) =>
      `${month(p, 'en')}: calendars, schedules or lists are not those of the closing (${names(p, 'names')}). The month was made again with those of then`,
  },
  'closing-figures-differ': {
    es: (p) =>
      `${month(p, 'es')}: ${figures(p, 'es')} ${readNumber(p, 'n') === 1 ? 'no vuelve' : 'no vuelven'} a salir como se ${readNumber(p, 'n') === 1 ? 'cerró' : 'cerraron'}; la primera, de «${readText(p, 'es')}»: numerador ${readText(p, 'was')} al cerrar y ${readText(p, 'is')} ahora`,
    en: (p) =>
      `${month(p, 'en')}: ${figures(p, 'en')} ${readNumber(p, 'n') === 1 ? 'does' : 'do'} not come out again as closed; the first, of “${readText(p, 'en')}”: numerator ${readText(p, 'was')} when closed and ${readText(p, 'is')} now`,
  },
};
