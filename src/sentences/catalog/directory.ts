import type { Language, Params } from '../../kernel/index.ts';
import { printCount } from '../print-count.ts';
import { printDate } from '../print-date.ts';
import { printNumber } from '../print-number.ts';
import { printInPeriod, printPeriod } from '../print-period.ts';
import { readNumber, readText } from '../read-param.ts';
import { capitalize } from '../sentence-case.ts';
import type { Sentences } from './sentence-entry.ts';

const given = (params: Params, name: string): string => String(params[name] ?? '');

/** `5 h 30 min`, `45 min`, `7 h`. */
function printSpan(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])];
  return parts.join(' ');
}

const minutes = (params: Params, name: string, language: Language): string =>
  `${printNumber(readNumber(params, name), language, { maxDecimals: 1 })} min`;
const days = (params: Params, name: string, language: Language): string =>
  printCount(readNumber(params, name), language === 'es' ? ['día', 'días'] : ['day', 'days'], language);

/** `7 h − 30 min de almuerzo − 1 h improductiva = 5 h 30 min al día`. */
function printDay(params: Params, language: Language): string {
  const span = (name: string) => printSpan(readNumber(params, name));
  const es = language === 'es';
  return es
    ? `${span('day_min')} − ${span('lunch_min')} de almuerzo − ${span('unproductive_min')} de tiempo improductivo = ${span('productive_min')} al día`
    : `${span('day_min')} − ${span('lunch_min')} lunch − ${span('unproductive_min')} unproductive = ${span('productive_min')} a day`;
}

function printMonth(params: Params, language: Language): string {
  return `${printDay(params, language)}; × ${days(params, 'days_per_month', language)} = ${minutes(params, 'month_min', language)} ${language === 'es' ? 'al mes' : 'a month'}`;
}

/** What a month of some days present adds up to. */
function printPresent(params: Params, language: Language): string {
  const [present, all] = [readNumber(params, 'days'), readNumber(params, 'month_days')];
  const es = language === 'es';
  if (present === all) return '';
  return es
    ? `; presente ${present} de ${all} días de lunes a viernes = ${minutes(params, 'minutes', language)}`
    : `; present ${present} of ${all} days, Monday to Friday = ${minutes(params, 'minutes', language)}`;
}

/** Sentences of units, staff, schedules, absences and calendars. */
export const directorySentences: Sentences = {
  'capacity-of-month': {
    es: (p) =>
      readNumber(p, 'people') === 0
        ? `${capitalize(printInPeriod(readText(p, 'period'), 'es'))} nadie tiene capacidad instalada${given(p, 'unit') === '' ? '' : ` en ${given(p, 'unit')}`}. Añada el personal con su horario`
        : `${capitalize(printInPeriod(readText(p, 'period'), 'es'))}, ${printCount(readNumber(p, 'people'), ['persona suma', 'personas suman'], 'es')} ${minutes(p, 'minutes', 'es')} de capacidad instalada${given(p, 'unit') === '' ? '' : ` en ${given(p, 'unit')}`}`,
    en: (p) =>
      readNumber(p, 'people') === 0
        ? `${capitalize(printInPeriod(readText(p, 'period'), 'en'))} nobody has installed capacity${given(p, 'unit') === '' ? '' : ` at ${given(p, 'unit')}`}. Add staff with their schedule`
        : `${capitalize(printInPeriod(readText(p, 'period'), 'en'))}, ${printCount(readNumber(p, 'people'), ['person adds', 'people add'], 'en')} up to ${minutes(p, 'minutes', 'en')} of installed capacity${given(p, 'unit') === '' ? '' : ` at ${given(p, 'unit')}`}`,
  },
  'capacity-by-month': {
    es: (p) => `${printMonth(p, 'es')}${printPresent(p, 'es')}`,
    en: (p) => `${printMonth(p, 'en')}${printPresent(p, 'en')}`,
  },
  'capacity-by-calendar': {
    es: (p) =>
      `${printDay(p, 'es')}, en las horas en que la agencia abre; ${days(p, 'days', 'es')} = ${minutes(p, 'minutes', 'es')}`,
    en: (p) =>
      `${printDay(p, 'en')}, within the branch's opening hours; ${days(p, 'days', 'en')} = ${minutes(p, 'minutes', 'en')}`,
  },
  'capacity-schedule-gone': {
    es: () => 'Su horario ya no está entre los paquetes',
    en: () => 'Its schedule is no longer in the packs',
  },
  'schedule-by-month': {
    es: (p) => printMonth(p, 'es'),
    en: (p) => printMonth(p, 'en'),
  },
  'schedule-by-calendar': {
    es: (p) => `${printDay(p, 'es')}, en los días y horas en que abre la agencia según su calendario`,
    en: (p) => `${printDay(p, 'en')}, on the days and hours the branch opens by its calendar`,
  },
  'calendar-month': {
    es: (p) =>
      `${capitalize(printPeriod(readText(p, 'period'), 'es'))} tiene ${printCount(readNumber(p, 'days'), ['día laborable', 'días laborables'], 'es')} en este calendario: ${printSpan(readNumber(p, 'minutes'))} de atención`,
    en: (p) =>
      `${capitalize(printPeriod(readText(p, 'period'), 'en'))} has ${printCount(readNumber(p, 'days'), ['working day', 'working days'], 'en')} in this calendar: ${printSpan(readNumber(p, 'minutes'))} of service`,
  },
  'month-unreadable': {
    es: (p) => `«${given(p, 'month')}» no es un mes. Escriba por ejemplo 2011-06`,
    en: (p) => `“${given(p, 'month')}” is not a month. Write for instance 2011-06`,
  },
  'directory-kept': {
    es: (p) =>
      `${given(p, 'what') === 'corrected' ? 'Corregido' : 'Añadido'}: quedó como la importación ${given(p, 'import')} y puede deshacerse en «Datos»`,
    en: (p) =>
      `${given(p, 'what') === 'corrected' ? 'Corrected' : 'Added'}: kept as import ${given(p, 'import')}, which can be undone under “Data”`,
  },
  'directory-same': {
    es: () => 'Eso es lo que ya consta: no cambió nada',
    en: () => 'That is what is kept already: nothing changed',
  },
  'directory-row-wrong': {
    es: (p) => given(p, 'es'),
    en: (p) => given(p, 'en'),
  },
  'directory-column-unknown': {
    es: (p) => `Este formulario no tiene el campo «${given(p, 'column')}». Vuelva a cargar la página`,
    en: (p) => `This form has no field “${given(p, 'column')}”. Load the page again`,
  },
  'directory-cell-missing': {
    es: (p) => `Falta «${given(p, 'es')}». Escríbalo y guarde de nuevo`,
    en: (p) => `“${given(p, 'en')}” is missing. Write it and save again`,
  },
  'directory-date-wrong': {
    es: (p) => `«${given(p, 'value')}» no es una fecha en «${given(p, 'es')}». Escríbala como 2011-06-03`,
    en: (p) => `“${given(p, 'value')}” is not a date in “${given(p, 'en')}”. Write it as 2011-06-03`,
  },
  'directory-absences-only': {
    es: () =>
      'Desde su función puede anotar ausencias de su agencia. Los puestos y las agencias los cambia el analista de calidad',
    en: () =>
      'Your role may note absences of your branch. Posts and branches are changed by the quality analyst',
  },
  'directory-person-unknown': {
    es: (p) =>
      `«${given(p, 'person')}» no está en la tabla de personal: su ausencia no cambiaría nada. Elija el nombre de la lista o añada antes su puesto en «Personal»`,
    en: (p) =>
      `“${given(p, 'person')}” is not in the staff table: the absence would change nothing. Choose a name of the list, or add the post under “Staff” first`,
  },
  'directory-zone-unknown': {
    es: (p) => `«${given(p, 'zone')}» no es una zona horaria. Escriba por ejemplo America/Guayaquil`,
    en: (p) => `“${given(p, 'zone')}” is not a time zone. Write for instance America/Guayaquil`,
  },
  'calendar-not-found': {
    es: (p) => `No hay ningún calendario «${given(p, 'calendar')}». Elija uno de la lista`,
    en: (p) => `There is no calendar “${given(p, 'calendar')}”. Choose one of the list`,
  },
  'schedule-without-time': {
    es: (p) =>
      `Ese horario no deja tiempo productivo: ${printSpan(readNumber(p, 'day_min'))} al día menos ${printSpan(readNumber(p, 'lost'))} de almuerzo y tiempo improductivo. Corrija una de las tres cifras`,
    en: (p) =>
      `That schedule leaves no productive time: ${printSpan(readNumber(p, 'day_min'))} a day less ${printSpan(readNumber(p, 'lost'))} of lunch and unproductive time. Correct one of the three figures`,
  },
  'schedule-without-name': {
    es: () => 'Escriba el nombre del horario, con el que lo nombrarán los archivos de personal',
    en: () => 'Write the name of the schedule, by which staff files will name it',
  },
  'schedule-taken': {
    es: (p) =>
      `El horario «${given(p, 'es')}» ya se llama así. Escriba otro nombre en lugar de «${given(p, 'name')}»`,
    en: (p) =>
      `The schedule “${given(p, 'en')}” has that name already. Write another one instead of “${given(p, 'name')}”`,
  },
  'schedule-not-own': {
    es: (p) => `«${given(p, 'name')}» viene con el producto y no se cambia. Añada un horario propio`,
    en: (p) => `“${given(p, 'name')}” comes with the product and is not changed. Add a schedule of your own`,
  },
  'schedule-kept': {
    es: (p) =>
      `Ya hay personas con el horario «${given(p, 'name')}»: cambiarlo cambiaría meses pasados. Añada otro horario y asígnelo en Personal desde la fecha en que rige`,
    en: (p) =>
      `Somebody has the schedule “${given(p, 'name')}” already: changing it would change past months. Add another one and give it in Staff from the date it holds`,
  },
  'week-hours-unreadable': {
    es: (p) =>
      `«${p['value']}» no se entiende como horas de atención. Escriba «08:30-17:00», o «08:30-13:00, 14:00-17:00» si cierra al mediodía; vacío si ese día no abre`,
    en: (p) =>
      `“${p['value']}” cannot be read as opening hours. Write “08:30-17:00”, or “08:30-13:00, 14:00-17:00” with a break; nothing where it is closed`,
  },
  'week-before-last': {
    es: (p) =>
      `Ese calendario ya cambió el ${printDate(String(p['last']), 'es')}. Elija una fecha posterior: lo anterior no se cambia`,
    en: (p) =>
      `That calendar already changed on ${printDate(String(p['last']), 'en')}. Choose a later date: what was before does not change`,
  },
  'week-never-open': {
    es: () => 'Ningún día tiene horas. Escriba las de al menos un día',
    en: () => 'No day has hours. Write those of at least one day',
  },
  'holiday-date-wrong': {
    es: (p) => `«${given(p, 'value')}» no es una fecha. Escríbala como 2011-12-06`,
    en: (p) => `“${given(p, 'value')}” is not a date. Write it as 2011-12-06`,
  },
  'holiday-without-rule': {
    es: () => 'Escriba el nombre del feriado y la norma que lo declara: un decreto, una ordenanza o un acta',
    en: () =>
      'Write the name of the holiday and the rule that declares it: a decree, an ordinance or minutes',
  },
  'holiday-already': {
    es: (p) => `El ${printDate(readText(p, 'date'), 'es')} ya está cerrado en este calendario`,
    en: (p) => `${printDate(readText(p, 'date'), 'en')} is closed in this calendar already`,
  },
  'holiday-not-own': {
    es: (p) =>
      `El ${printDate(readText(p, 'date'), 'es')} no lo añadió la institución. Si un feriado del paquete está mal, corrija su lista en la carpeta packs/propio`,
    en: (p) =>
      `${printDate(readText(p, 'date'), 'en')} was not added by the institution. Where a holiday of the pack is wrong, correct its list in the folder packs/propio`,
  },
};
