import type { Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

const DAYS_ES = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
const DAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A weekday number becomes its name; a date stays as it is. */
const dayEs = (p: Params) => DAYS_ES[Number(p.day) - 1] ?? String(p.day);
const dayEn = (p: Params) => DAYS_EN[Number(p.day) - 1] ?? String(p.day);

/** What may be wrong in a calendar. */
export const timeSentences: Sentences = {
  'calendar-zone-unknown': {
    es: (p) =>
      `El calendario «${p.calendar}» usa la zona horaria «${p.zone}», que no existe. Escriba una como America/Guayaquil o Pacific/Galapagos.`,
    en: (p) =>
      `Calendar “${p.calendar}” uses the time zone “${p.zone}”, which does not exist. Write one such as America/Guayaquil or Pacific/Galapagos.`,
  },
  'calendar-without-versions': {
    es: (p) =>
      `El calendario «${p.calendar}» no tiene ningún horario. Escriba al menos una versión con su fecha «from» y las horas de cada día.`,
    en: (p) =>
      `Calendar “${p.calendar}” has no hours at all. Write at least one version with its “from” date and the hours of each day.`,
  },
  'calendar-version-repeated': {
    es: (p) =>
      `El calendario «${p.calendar}» tiene dos versiones que rigen desde el mismo día, ${p.from}. Deje una sola o cambie la fecha de una.`,
    en: (p) =>
      `Calendar “${p.calendar}” has two versions that hold from the same day, ${p.from}. Keep one, or change the date of one.`,
  },
  'calendar-date-wrong': {
    es: (p) =>
      `El calendario «${p.calendar}» tiene la fecha «${p.date}», que no existe. Escríbala como año-mes-día, por ejemplo 2011-06-03.`,
    en: (p) =>
      `Calendar “${p.calendar}” has the date “${p.date}”, which does not exist. Write it as year-month-day, for example 2011-06-03.`,
  },
  'calendar-interval-outside-day': {
    es: (p) =>
      `En el calendario «${p.calendar}» (${dayEs(p)}), las horas ${p.interval} se salen del día. Use horas entre 0:00 y 24:00; lo que pasa de medianoche va en el día siguiente.`,
    en: (p) =>
      `In calendar “${p.calendar}” (${dayEn(p)}), the hours ${p.interval} leave the day. Use hours between 0:00 and 24:00; what goes past midnight belongs to the next day.`,
  },
  'calendar-interval-backwards': {
    es: (p) =>
      `En el calendario «${p.calendar}» (${dayEs(p)}), las horas ${p.interval} terminan antes de empezar o no duran nada. Escriba primero la apertura y después el cierre.`,
    en: (p) =>
      `In calendar “${p.calendar}” (${dayEn(p)}), the hours ${p.interval} end before they begin or last nothing. Write the opening first and the closing after it.`,
  },
  'calendar-intervals-overlap': {
    es: (p) =>
      `En el calendario «${p.calendar}» (${dayEs(p)}), las horas ${p.interval} y ${p.other} se cruzan. Sepárelas o únalas en un solo tramo.`,
    en: (p) =>
      `In calendar “${p.calendar}” (${dayEn(p)}), the hours ${p.interval} and ${p.other} overlap. Separate them or make them one stretch.`,
  },
};
