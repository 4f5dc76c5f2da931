import type { Params, ParamValue } from '../../kernel/index.ts';
import { toInner } from '../sentence-case.ts';
import type { Sentences } from './sentence-entry.ts';

function list(value: ParamValue | undefined, open: string, close: string, limit = 20): string {
  const items = Array.isArray(value)
    ? value.map(String).filter((item) => item !== '')
    : [String(value ?? '')];
  const shown = items.slice(0, limit).map((item) => `${open}${item}${close}`);
  return items.length <= limit ? shown.join(', ') : `${shown.join(', ')}...`;
}

const listEs = (value: ParamValue | undefined, limit?: number) => list(value, '«', '»', limit);
const listEn = (value: ParamValue | undefined, limit?: number) => list(value, '“', '”', limit);

const hintEs = (p: Params) => (p.hint ? ` ¿Quiso decir «${p.hint}»?` : '');
const hintEn = (p: Params) => (p.hint ? ` Did you mean “${p.hint}”?` : '');

/** The text of the cell a row waits for; of rows told together, how many other texts there are. */
const cellEs = (p: Params) =>
  `«${p.value ?? ''}»${p.more ? ` (y ${p.more === 1 ? 'otro texto' : `otros ${p.more} textos`})` : ''}`;
const cellEn = (p: Params) =>
  `“${p.value ?? ''}”${p.more ? ` (and ${p.more === 1 ? 'another text' : `${p.more} other texts`})` : ''}`;

/** Of a file's mapping, where: `mapa.yaml, línea 4`. */
const atEs = (p: Params) => `${p.file}${p.line ? `, línea ${p.line}` : ''}`;
const atEn = (p: Params) => `${p.file}${p.line ? `, line ${p.line}` : ''}`;

/** What is wrong with most rows of a file, in a few words. */
const MOSTLY: Readonly<Record<string, { readonly es: string; readonly en: string }>> = {
  'required-empty': { es: 'está vacía', en: 'is empty' },
  'unreadable-date': { es: 'no trae fechas que se puedan leer', en: 'holds no dates that can be read' },
  'unreadable-number': { es: 'no trae números', en: 'holds no numbers' },
  'unreadable-boolean': { es: 'no dice sí o no', en: 'does not say yes or no' },
  'unknown-code': {
    es: 'trae valores que no están en la lista',
    en: 'holds values that are not in the list',
  },
  'future-date': { es: 'trae fechas que aún no llegan', en: 'holds dates that have not come yet' },
  'date-without-time': { es: 'trae la fecha sin la hora', en: 'holds the date without the time' },
  'time-without-date': { es: 'trae la hora sin la fecha', en: 'holds the time without the date' },
};

function mostlyEs(p: Params): string {
  const words = MOSTLY[String(p.code)]?.es;
  if (!p.column) return 'las filas no tienen la forma del encabezado';
  return words
    ? `la columna «${p.column}»${p.header ? ` («${p.header}» en su archivo)` : ''} ${words}`
    : `la columna «${p.column}» no cumple una regla de estos datos`;
}

function mostlyEn(p: Params): string {
  const words = MOSTLY[String(p.code)]?.en;
  if (!p.column) return 'the rows do not have the shape of the header';
  return words
    ? `the column “${p.column}”${p.header ? ` (“${p.header}” in your file)` : ''} ${words}`
    : `the column “${p.column}” breaks a rule of these data`;
}

/** Whether the cell to blame is that of an hour: a clock and no date. */
const isHour = ({ value }: Params): boolean =>
  /^\d{1,2}[:.h]\d{1,2}\b(?![./-])/.test(String(value ?? '').trim());

/** What is said of the columns of a file, of its mapping, and of each row that waits to be corrected. */
export const factsSentences: Sentences = {
  'correction-key-changed': {
    es: (p) =>
      `Una fila vuelve con otra clave: era «${p.before}» y ahora es «${p.now}». La hoja de cálculo quitó los ceros y el mismo caso contaría dos veces. No se importó nada: escriba la clave como texto, o saque las filas otra vez con --out corregir.xlsx, que conserva los ceros.`,
    en: (p) =>
      `A row comes back under another key: it was "${p.before}" and now is "${p.now}". The spreadsheet took the zeros away and the same case would count twice. Nothing was imported: write the key as text, or take the rows out again with --out corregir.xlsx, which keeps the zeros.`,
  },
  'keys-without-zeros': {
    es: (p) =>
      `${p.n === 1 ? 'Una clave es igual' : `${p.n} claves son iguales`} a otra ya importada salvo por ceros a la izquierda («${p.now}» y «${p.before}»): el mismo caso podría contar dos veces. Si es así, deshaga esta importación y traiga el archivo tal como sale del sistema.`,
    en: (p) =>
      `${p.n === 1 ? 'One key equals' : `${p.n} keys equal`} another already imported but for leading zeros ("${p.now}" and "${p.before}"): the same case might count twice. If so, undo this import and bring the file as the system gives it.`,
  },
  // Columns of the file.
  'column-missing': {
    es: (p) =>
      `Falta la columna «${p.es ?? p.column}», que es obligatoria. El archivo trae: ${listEs(p.headers)}.${hintEs(p)} Si está con otro nombre, escríbalo en el archivo de equivalencia (--map): columns: {${p.column}: 'nombre en su archivo'}.`,
    en: (p) =>
      `The column “${p.en ?? p.column}” is missing, and it is required. The file has: ${listEn(p.headers)}.${hintEn(p)} If it is there under another name, write it in the mapping file (--map): columns: {${p.column}: 'name in your file'}.`,
  },
  'column-absent': {
    es: (p) =>
      `El archivo no trae «${p.es ?? p.column}»: se importa igual, pero los resultados no se podrán ver separados por esa columna. Si está con otro nombre, escríbalo en el archivo de equivalencia: columns: {${p.column}: 'nombre en su archivo'}.`,
    en: (p) =>
      `The file has no “${p.en ?? p.column}”: it is imported all the same, but results cannot be split by that column. If it is there under another name, write it in the mapping file: columns: {${p.column}: 'name in your file'}.`,
  },
  'date-order-ambiguous': {
    es: (p) =>
      `En «${p.column}», «${p.value}» puede ser el ${p.dmy} (día primero) o el ${p.mdy} (mes primero), y ninguna otra fecha de la columna lo aclara. Repita la orden con --dates dmy o --dates mdy.`,
    en: (p) =>
      `In “${p.column}”, “${p.value}” may be ${p.dmy} (day first) or ${p.mdy} (month first), and no other date of the column settles it. Repeat the command with --dates dmy or --dates mdy.`,
  },
  'date-order-mixed': {
    es: (p) =>
      `En «${p.column}» hay fechas con el día primero (${p.dmy}) y con el mes primero (${p.mdy}), así que las demás no se pueden leer con seguridad. Corrija la columna en su origen; si una es un error de digitación, diga el orden con --dates dmy o --dates mdy y esa fila pasa a filas por corregir.`,
    en: (p) =>
      `“${p.column}” has dates with the day first (${p.dmy}) and with the month first (${p.mdy}), so the others cannot be read for sure. Correct the column at its source; if one is a typing mistake, give the order with --dates dmy or --dates mdy and that row goes to the rows to correct.`,
  },
  'decimal-mark-ambiguous': {
    es: (p) =>
      `En «${p.column}», «${p.value}» puede ser ${p.thousands} o ${p.decimal}, y ningún otro número de la columna lo aclara. Escriba en el archivo de equivalencia (--map) decimals: comma si los decimales van con coma, o decimals: point si van con punto.`,
    en: (p) =>
      `In “${p.column}”, “${p.value}” may be ${p.thousands} or ${p.decimal}, and no other number of the column settles it. Write in the mapping file (--map) decimals: comma if decimals have a comma, or decimals: point if they have a point.`,
  },
  'decimal-mark-mixed': {
    es: (p) =>
      `En «${p.column}» hay números con punto decimal (${p.point}) y con coma decimal (${p.comma}). Corrija la columna en su origen para que use uno solo, o escriba decimals: comma o decimals: point en el archivo de equivalencia (--map).`,
    en: (p) =>
      `“${p.column}” has numbers with a decimal point (${p.point}) and with a decimal comma (${p.comma}). Correct the column at its source to use only one, or write decimals: comma or decimals: point in the mapping file (--map).`,
  },
  'card-numbers': {
    es: (p) =>
      `Hay números de tarjeta en ${p.n} celda(s), y esos números no se guardan. Están en (línea: columna, número oculto): ${list(p.places, '', '', 10)}. Quítelos en el origen, o repita la orden con --mask para importar una copia con los números ocultos. Si una columna no trae tarjetas, escríbala en el archivo de equivalencia: not_cards: [nombre en su archivo].`,
    en: (p) =>
      `There are card numbers in ${p.n} cell(s), and such numbers are not kept. They are at (line: column, masked number): ${list(p.places, '', '', 10)}. Remove them at the source, or repeat the command with --mask to import a copy with the numbers masked. If a column holds no cards, write it in the mapping file: not_cards: [name in your file].`,
  },
  'too-many-bad-rows': {
    es: (p) =>
      `${p.n} de ${p.records} filas tendrían que corregirse: lo más frecuente es que ${mostlyEs(p)}. Parece otro archivo u otra equivalencia de columnas; no se importó nada. Revise que sea el archivo correcto y qué columna de su archivo es cada una; una que no corresponda se deja sin leer con columns: {${p.column || 'columna'}: ~}.`,
    en: (p) =>
      `${p.n} of ${p.records} rows would have to be corrected: most often ${mostlyEn(p)}. It looks like another file or another mapping of columns; nothing was imported. Check that it is the right file and which column of yours is each; one that does not belong is left unread with columns: {${p.column || 'column'}: ~}.`,
  },

  // The mapping file.
  'mapping-not-found': {
    es: (p) =>
      `No se encuentra el archivo de equivalencia ${p.file}. Revise el nombre y la carpeta que dio con --map.`,
    en: (p) => `The mapping file ${p.file} was not found. Check the name and folder given with --map.`,
  },
  'mapping-not-yaml': {
    es: (p) =>
      `${atEs(p)}: el archivo de equivalencia no se puede leer desde aquí. Compare esta línea y la anterior con un archivo que funcione; cada campo va como «nombre: valor», con los mismos espacios al comienzo.`,
    en: (p) =>
      `${atEn(p)}: the mapping file cannot be read from here. Compare this line and the one before with a file that works; each field is written “name: value”, with the same spaces at the beginning.`,
  },
  'mapping-wrong-field': {
    es: (p) =>
      `${atEs(p)}: «${p.field}» no es un campo de la equivalencia o su valor no es válido.${hintEs(p)} Los campos son: dataset, columns, codes, constants, dates, decimals, encoding, delimiter, sheet, header_line, not_cards y log.`,
    en: (p) =>
      `${atEn(p)}: “${p.field}” is not a field of the mapping or its value is not valid.${hintEn(p)} The fields are: dataset, columns, codes, constants, dates, decimals, encoding, delimiter, sheet, header_line, not_cards and log.`,
  },
  'mapping-unknown-column': {
    es: (p) =>
      `${atEs(p)}: los datos «${p.dataset}» no tienen una columna «${p.column}».${hintEs(p)} A la izquierda va la columna nuestra y a la derecha el nombre en su archivo: columns: {opened_at: 'Fecha de ingreso'}.`,
    en: (p) =>
      `${atEn(p)}: the data “${p.dataset}” have no column “${p.column}”.${hintEn(p)} Our column goes on the left and the name in your file on the right: columns: {opened_at: 'Fecha de ingreso'}.`,
  },
  'mapping-unknown-code': {
    es: (p) =>
      `La equivalencia dice que «${p.text}» significa «${p.value}», y ese valor no está en la lista.${hintEs(p)} Los que hay son: ${listEs(p.ids, 40)}. Corríjalo en codes, en la equivalencia.`,
    en: (p) =>
      `The mapping says that “${p.text}” means “${p.value}”, and that value is not in the list.${hintEn(p)} Those there are: ${listEn(p.ids, 40)}. Correct it in codes, in the mapping.`,
  },
  'mapping-other-dataset': {
    es: (p) =>
      `La equivalencia ${p.file} es para «${p.dataset}» y se pidió importar «${p.asked}». Use la equivalencia de esos datos, o corrija su campo dataset.`,
    en: (p) =>
      `The mapping ${p.file} is for “${p.dataset}” and an import of “${p.asked}” was asked for. Use the mapping of those data, or correct its field dataset.`,
  },
  'mapping-header-missing': {
    es: (p) =>
      `La equivalencia nombra la columna «${p.header}», y el archivo no la trae; trae: ${listEs(p.headers)}.${hintEs(p)} Corrija el nombre en la equivalencia.`,
    en: (p) =>
      `The mapping names the column “${p.header}”, and the file does not have it; it has: ${listEn(p.headers)}.${hintEn(p)} Correct the name in the mapping.`,
  },

  'log-activity-absent': {
    es: (p) =>
      `ningún evento tiene «${p.activity}» en «${p.header}», y de ahí sale «${p.column}»: si no es que falta en este archivo, corrija el nombre en la equivalencia`,
    en: (p) =>
      `no event has “${p.activity}” in “${p.header}”, and “${p.column}” comes from it: unless this file lacks it, correct the name in the mapping`,
  },
  'mapping-log-missing': {
    es: (p) =>
      p.needs === 'log.activity'
        ? `${atEs(p)}: «${p.column}» toma la hora de una actividad, y la equivalencia no dice qué columna nombra la actividad. Añada en log: activity: 'nombre en su archivo'.`
        : `${atEs(p)}: «${p.column}» sale de los eventos de cada caso, y la equivalencia no dice cómo es el registro de eventos. Añada log: {case: 'columna del caso', time: 'columna de la hora', activity: 'columna de la actividad'}.`,
    en: (p) =>
      p.needs === 'log.activity'
        ? `${atEn(p)}: “${p.column}” takes the time of an activity, and the mapping does not say which column names the activity. Add in log: activity: 'name in your file'.`
        : `${atEn(p)}: “${p.column}” comes from the events of each case, and the mapping does not say what the event log is like. Add log: {case: 'column of the case', time: 'column of the time', activity: 'column of the activity'}.`,
  },

  // The file while it is read, and rows taken out to be corrected.
  'source-changed': {
    es: (p) =>
      `${p.file} cambió mientras se leía: alguien lo guardó en ese momento. No se importó nada; ciérrelo y repita la orden.`,
    en: (p) =>
      `${p.file} changed while it was being read: somebody saved it just then. Nothing was imported; close it and repeat the command.`,
  },
  'correct-the-log': {
    es: (p) =>
      `Las filas por corregir son casos que salen de un registro de eventos (${listEs(p.files)}): corrija los eventos en ese archivo e impórtelo de nuevo con su equivalencia.`,
    en: (p) =>
      `The rows to correct are cases made from an event log (${listEn(p.files)}): correct the events in that file and import it again with its mapping.`,
  },

  // Rows to correct: said after file, line and column, and before the nearest value.
  'required-empty': {
    es: () => 'está vacía y es obligatoria; escriba el valor que falta',
    en: () => 'it is empty and required; write the missing value',
  },
  'unreadable-date': {
    es: (p) =>
      isHour(p)
        ? `${cellEs(p)} no es una hora del día; escríbala como las demás`
        : `${cellEs(p)} no es una fecha que exista en la forma en que se leyó la columna; escríbala como las demás`,
    en: (p) =>
      isHour(p)
        ? `${cellEn(p)} is not an hour of the day; write it like the others`
        : `${cellEn(p)} is not an existing date in the form the column was read in; write it like the others`,
  },
  'unreadable-number': {
    es: (p) =>
      `${cellEs(p)} no es un número como los de esta columna; escriba solo el número, o deje la celda vacía si no se conoce`,
    en: (p) =>
      `${cellEn(p)} is not a number like those of this column; write the number alone, or leave the cell empty if it is not known`,
  },
  'unreadable-boolean': {
    es: (p) => `${cellEs(p)} no dice sí o no; escriba sí o no`,
    en: (p) => `${cellEn(p)} does not say yes or no; write yes or no`,
  },
  'date-without-time': {
    es: () =>
      'está la fecha y falta la hora, y sin ella la duración sería falsa; escriba la hora en su columna',
    en: () =>
      'the date is there and the time is missing, and without it the duration would be false; write the time in its column',
  },
  'time-without-date': {
    es: () =>
      'está la hora y falta la fecha, así que no se sabe cuándo fue; escriba la fecha en su columna, o borre la hora',
    en: () =>
      'the time is there and the date is missing, so it is not known when it was; write the date in its column, or clear the time',
  },
  'too-many-cells': {
    es: () =>
      'la fila tiene más celdas que el encabezado: quizá un texto lleva el signo que separa las columnas; ponga ese texto entre comillas o quite el signo',
    en: () =>
      'the row has more cells than the header: perhaps a text carries the sign that separates the columns; put that text between quotes or remove the sign',
  },
  'case-attribute-differs': {
    es: () =>
      'los eventos de este caso no dicen todos lo mismo aquí, y no se sabe cuál vale; déjelo igual en todos sus eventos',
    en: () =>
      'the events of this case do not all say the same here, and which one holds is not known; make it equal in all its events',
  },
  'unknown-code': {
    es: (p) =>
      `${cellEs(p)} no es un valor conocido; corríjalo, o escriba en el archivo de equivalencia (codes) qué valor de la lista significa`,
    en: (p) =>
      `${cellEn(p)} is not a known value; correct it, or write in the mapping file (codes) which value of the list it means`,
  },
  'future-date': {
    es: (p) => `${cellEs(p)} es una fecha que todavía no llega; revise el año y el orden de día y mes`,
    en: (p) => `${cellEn(p)} is a date that has not come yet; check the year and the order of day and month`,
  },
  'row-rule': {
    es: (p) =>
      toInner(String(p.es || p.en || 'la fila no cumple una regla de estos datos; revise sus valores')),
    en: (p) => toInner(String(p.en || p.es || 'the row breaks a rule of these data; check its values')),
  },
};
