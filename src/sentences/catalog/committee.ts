import type { Sentences } from './sentence-entry.ts';

/** The committee, the register of decisions and the review of the loop. */
export const committeeSentences: Sentences = {
  'committee-not-found': {
    es: (p) => `No hay una sesión de comité con el número ${String(p['session'])}. Elija una de la lista`,
    en: (p) =>
      `There is no committee session with the number ${String(p['session'])}. Choose one of the list`,
  },
  'session-ended': {
    es: () => 'Esa sesión ya terminó y su acta no cambia. Abra otra sesión',
    en: () => 'That session has ended and its minutes do not change. Open another session',
  },
  'session-without-people': {
    es: () => 'La sesión no tiene asistentes. Ponga al menos a una persona',
    en: () => 'The session has no attendees. Put at least one person',
  },
  'session-future': {
    es: () => 'La sesión tiene una fecha que no ha llegado. Ábrala el día en que se hace',
    en: () => 'The session has a date that has not come. Open it on the day it is held',
  },
  'review-incomplete': {
    es: (p) =>
      `Faltan ${String(p['missing'])} respuestas de ${String(p['of'])}: sin todas no hay resultado. Complételas`,
    en: (p) =>
      `${String(p['missing'])} answers of ${String(p['of'])} are missing: without all there is no result. Complete them`,
  },
  'review-without-questions': {
    es: () =>
      'Ningún paquete trae las preguntas de la revisión. Añádalas en un archivo de la carpeta reviews',
    en: () => 'No pack brings the questions of the review. Add them in a file of the folder reviews',
  },
};
