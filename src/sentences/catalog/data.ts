import type { ParamValue, Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

function list(value: ParamValue | undefined, open: string, close: string): string {
  const items = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  return items.map((item) => `${open}${item}${close}`).join(', ');
}

const named = (p: Params, language: 'es' | 'en') => String(p[language] ?? p.dataset ?? '');

/** What is said while files are brought, corrected and awaited from a screen. */
export const dataSentences: Sentences = {
  'draft-not-found': {
    es: () =>
      'Este archivo ya no está aquí: se publicó, se descartó, pasó un día o Circuito se cerró. Vuelva a subirlo; nada de lo publicado se perdió.',
    en: () =>
      'This file is no longer here: it was published, discarded, a day went by, or Circuito was closed. Upload it again; nothing published was lost.',
  },
  'card-number': {
    es: () =>
      'parece un número de tarjeta. No se guarda: suba una copia con el número tachado o diga que la columna no es de tarjetas.',
    en: () =>
      'it looks like a card number. It is not kept: bring a copy with it crossed out, or say that the column holds no cards.',
  },
  // The same things as on the command line, with the way out that a screen has.
  'screen-unknown-code': {
    es: (p) =>
      `«${p.value ?? ''}» no es un valor conocido: corrija la celda o, al importar, diga en «Códigos» qué significa.`,
    en: (p) =>
      `“${p.value ?? ''}” is not a known value: correct the cell or, when importing, say in “Codes” what it means.`,
  },
  'screen-column-absent': {
    es: (p) =>
      `El archivo no trae «${p.es ?? p.column}»: se importa igual, pero los resultados no se podrán ver separados por esa columna.`,
    en: (p) =>
      `The file has no “${p.en ?? p.column}”: it is imported all the same, but results cannot be split by that column.`,
  },
  'screen-other-sheets': {
    es: (p) => `Se leyó la hoja «${p.sheet}»; también tienen esas columnas: ${list(p.sheets, '«', '»')}.`,
    en: (p) => `The sheet “${p.sheet}” was read; these have such columns too: ${list(p.sheets, '“', '”')}.`,
  },
  'screen-delimiter-not-found': {
    es: () =>
      'No se distingue qué separa las columnas. Elija abajo el separador; si ninguno sirve, vuelva a exportar el archivo como CSV.',
    en: () =>
      'What separates the columns cannot be told. Choose the separator below; if none works, export the file as CSV again.',
  },
  'screen-header-line-not-found': {
    es: (p) => `La línea ${p.line} no puede ser el encabezado: está en blanco o no existe. Elija otra.`,
    en: (p) => `Line ${p.line} cannot be the header: it is blank or is not there. Choose another.`,
  },
  'screen-encoding-ambiguous': {
    es: (p) => `Las tildes de la línea ${p.line} se pueden leer de dos maneras.`,
    en: (p) => `The accents of line ${p.line} can be read in two ways.`,
  },
  'screen-encoding-wrong': {
    es: (p) => `El archivo no se puede leer como ${p.encoding}. Elija otra forma de leer las tildes.`,
    en: (p) => `The file cannot be read as ${p.encoding}. Choose another way to read the accents.`,
  },
  'over-reject-limit': {
    es: (p) =>
      `${p.n} de ${p.records} filas quedarían por corregir, más del ${p.percent} % admitido. Corrija la equivalencia o el archivo, o escriba por qué debe entrar así.`,
    en: (p) =>
      `${p.n} of ${p.records} rows would wait to be corrected, more than the ${p.percent}% allowed. Correct the mapping or the file, or write why it should come in as it is.`,
  },
  'rows-of-other-units': {
    es: (p) =>
      `${p.n} filas son de otras agencias (${list(p.units, '«', '»')}). Usted carga datos de ${list(p.own, '«', '»')}: quite las demás filas o pida a la analista que suba el archivo.`,
    en: (p) =>
      `${p.n} rows are of other branches (${list(p.units, '“', '”')}). You load data of ${list(p.own, '“', '”')}: take the other rows out, or ask the analyst to bring the file.`,
  },
  'dataset-without-unit': {
    es: (p) =>
      `En «${named(p, 'es')}» ninguna fila dice de qué agencia es. Solo la analista puede subir estos datos.`,
    en: (p) =>
      `In “${named(p, 'en')}” no row says which branch it is of. Only the analyst can bring these data.`,
  },
  'dataset-unrecognised': {
    es: (p) => `No se reconoce de qué datos es el archivo. Sus columnas son ${list(p.headers, '«', '»')}.`,
    en: (p) => `It cannot be told which data the file holds. Its columns are ${list(p.headers, '“', '”')}.`,
  },
  'rows-corrected-already': {
    es: () =>
      'Alguna de estas filas ya no espera corrección. Vuelva a abrir la lista para ver las que quedan.',
    en: () =>
      'Some of these rows no longer wait to be corrected. Open the list again to see those that remain.',
  },
  'mapping-not-saved': {
    es: (p) => `No hay una equivalencia guardada con el nombre «${p.name}».`,
    en: (p) => `There is no saved mapping named “${p.name}”.`,
  },
  'agenda-repeated': {
    es: (p) => `«${p.dataset}» está dos veces en la agenda. Deje una sola línea.`,
    en: (p) => `“${p.dataset}” stands twice in the agenda. Keep one line.`,
  },
  'agenda-day-impossible': {
    es: (p) => `El día ${p.n} no existe en un mes. Escriba un número del 1 al ${p.last}.`,
    en: (p) => `No month has a day ${p.n}. Write a number from 1 to ${p.last}.`,
  },
  'undo-without-reason': {
    es: () => 'Escriba por qué se deshace la importación: el motivo queda en el registro.',
    en: () => 'Write why the import is undone: the reason stays on record.',
  },
};
