import type { Language, Params } from '../../kernel/index.ts';
import type { Sentences } from './sentence-entry.ts';

/** Kinds of things that packs declare, with their article, as a sentence needs them. */
const KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  area: { es: 'área', en: 'area' },
  calendar: { es: 'calendario', en: 'calendar' },
  class: { es: 'clase', en: 'class' },
  'code-list': { es: 'lista de códigos', en: 'code list' },
  column: { es: 'columna', en: 'column' },
  dataset: { es: 'conjunto de datos', en: 'data set' },
  deadline: { es: 'plazo', en: 'deadline' },
  holidays: { es: 'lista de feriados', en: 'holiday list' },
  indicator: { es: 'indicador', en: 'indicator' },
  pack: { es: 'paquete', en: 'pack' },
  population: { es: 'población', en: 'population' },
  procedure: { es: 'procedimiento', en: 'procedure' },
  process: { es: 'proceso', en: 'process' },
  review: { es: 'revisión', en: 'review' },
  schedule: { es: 'horario', en: 'schedule' },
  taxonomy: { es: 'clasificación', en: 'taxonomy' },
  type: { es: 'tipo', en: 'type' },
  'standard-minutes': { es: 'valor de minutos estándar', en: 'standard minutes entry' },
};

const TYPES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  boolean: { es: 'sí o no', en: 'yes or no' },
  code: { es: 'código', en: 'code' },
  date: { es: 'fecha', en: 'date' },
  decimal: { es: 'número decimal', en: 'decimal number' },
  duration: { es: 'duración', en: 'duration' },
  instant: { es: 'fecha y hora', en: 'date and time' },
  integer: { es: 'número entero', en: 'whole number' },
  reference: { es: 'nombre', en: 'name' },
  text: { es: 'texto', en: 'text' },
};

function text(params: Params, name: string): string {
  const value = params[name];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function kind(params: Params, language: Language): string {
  return KINDS[text(params, 'kind')]?.[language] ?? text(params, 'kind');
}

function types(params: Params, name: string, language: Language): string {
  const value = params[name];
  const names = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  return names.map((each) => TYPES[each]?.[language] ?? each).join(language === 'es' ? ' o ' : ' or ');
}

/** The known names after some words, or nothing when there is a hint and the list would only hide it. */
function listed(params: Params, words: string): string {
  const known = text(params, 'known');
  return known === '' ? '' : words + known;
}

/** What can be wrong in a file of a pack. The place and the nearest name are said by who prints the problem. */
export const contentSentences: Sentences = {
  // The form of the file.
  'bad-yaml': {
    es: () =>
      'el archivo no se puede leer desde aquí; compare la línea y la anterior con un archivo que funcione',
    en: () =>
      'the file cannot be read from here on; compare this line and the one before with a file that works',
  },
  'bad-indent': {
    es: () =>
      'la línea no está alineada con sus vecinas, o antes quedó abierta una llave; use los mismos espacios al comienzo y cierre lo abierto',
    en: () =>
      'the line is not aligned with its neighbours, or a brace before it was left open; begin it with the same spaces and close what is open',
  },
  'tab-indent': {
    es: () => 'la línea empieza con un tabulador; cámbielo por espacios',
    en: () => 'the line begins with a tab; change it for spaces',
  },
  'colon-in-text': {
    es: () => 'hay dos puntos dentro del texto; póngalo entre comillas',
    en: () => 'there is a colon inside the text; put it between quotes',
  },
  'comma-in-braces': {
    es: (p) =>
      `una coma cortó el texto y «${text(p, 'field')}» quedó suelto; ponga entre comillas el texto que lleva coma`,
    en: (p) =>
      `a comma cut the text and “${text(p, 'field')}” was left over; put the text with the comma between quotes`,
  },
  'repeated-field': {
    es: (p) => `«${text(p, 'key')}» está escrito dos veces en el mismo lugar; deje uno solo`,
    en: (p) => `“${text(p, 'key')}” is written twice in the same place; leave only one`,
  },
  'several-documents': {
    es: () =>
      'el archivo tiene varias partes separadas por «---»; deje una sola y ponga las otras en su propio archivo',
    en: () =>
      'the file has several parts separated by “---”; leave one and put the others in files of their own',
  },
  'empty-content-file': {
    es: () => 'el archivo está vacío; escriba su contenido o bórrelo',
    en: () => 'the file is empty; write its content or delete it',
  },
  'content-not-utf8': {
    es: () => 'el archivo no está guardado como UTF-8; guárdelo de nuevo con esa codificación',
    en: () => 'the file is not saved as UTF-8; save it again with that encoding',
  },
  'unknown-anchor': {
    es: () =>
      'se repite un valor marcado con «&» que no está más arriba en el archivo; escriba el valor completo',
    en: () =>
      'it repeats a value marked with “&” that does not stand above in the file; write the value in full',
  },
  'too-many-aliases': {
    es: (p) => `se repiten valores marcados más de ${text(p, 'limit')} veces; escríbalos completos`,
    en: (p) => `marked values are repeated more than ${text(p, 'limit')} times; write them in full`,
  },
  'unread-file': {
    es: () => 'nadie lee este archivo; su nombre debe terminar en .yaml',
    en: () => 'nobody reads this file; its name must end in .yaml',
  },
  'unread-folder': {
    es: (p) => `nadie lee esta carpeta; las carpetas de un paquete son: ${text(p, 'known')}`,
    en: (p) => `nobody reads this folder; the folders of a pack are: ${text(p, 'known')}`,
  },
  'pack-without-manifest': {
    es: () => 'la carpeta parece un paquete, pero no tiene pack.yaml y no se lee; añádalo',
    en: () => 'the folder looks like a pack but has no pack.yaml and is not read; add one',
  },
  'file-name-differs': {
    es: (p) => `el archivo se llama «${text(p, 'stem')}» y define «${text(p, 'id')}»; dele el mismo nombre`,
    en: (p) =>
      `the file is called “${text(p, 'stem')}” and defines “${text(p, 'id')}”; give both the same name`,
  },

  // Fields.
  'unknown-content-field': {
    es: (p) => `«${text(p, 'field')}» no es un campo de este lugar${listed(p, '; los campos son: ')}`,
    en: (p) => `“${text(p, 'field')}” is not a field here${listed(p, '; the fields are: ')}`,
  },
  'missing-content-field': {
    es: (p) => `falta el campo «${text(p, 'field')}»; escríbalo`,
    en: (p) => `the field “${text(p, 'field')}” is missing; write it`,
  },
  'missing-text': {
    es: () => 'falta el texto; escríbalo en español y en inglés, o uno solo para ambos',
    en: () => 'the text is missing; write it in Spanish and English, or one for both',
  },
  'missing-language': {
    es: (p) => `falta el texto en este idioma: ${text(p, 'language')}; mientras tanto se usa el otro`,
    en: (p) =>
      `the text is missing in this language: ${text(p, 'language')}; meanwhile the other one is used`,
  },
  'not-a-text': {
    es: () => 'aquí va un texto, y hay una lista o un grupo de campos; escriba un solo valor',
    en: () => 'a text belongs here, and there is a list or a group of fields; write a single value',
  },
  'not-a-list': {
    es: () => 'aquí va una lista; escriba cada elemento en su línea con un guion delante',
    en: () => 'a list belongs here; write each item on its line with a dash before it',
  },
  'not-a-map': {
    es: () => 'aquí va un grupo de campos; escriba cada uno como «nombre: valor» en su línea',
    en: () => 'a group of fields belongs here; write each as “name: value” on its line',
  },
  'bad-id': {
    es: (p) => `«${text(p, 'value')}» no sirve como identificador; use letras sin tilde, números y guiones`,
    en: (p) =>
      `“${text(p, 'value')}” cannot be an identifier; use letters without accents, digits and hyphens`,
  },
  'bad-boolean': {
    es: (p) => `«${text(p, 'value')}» no dice si es verdad; escriba true o false`,
    en: (p) => `“${text(p, 'value')}” does not say whether it is so; write true or false`,
  },
  'date-not-iso': {
    es: (p) =>
      `«${text(p, 'value')}» no es una fecha que exista, escrita año-mes-día; por ejemplo 2011-06-30`,
    en: (p) => `“${text(p, 'value')}” is not an existing date written year-month-day; for example 2011-06-30`,
  },
  'number-not-plain': {
    es: (p) => `«${text(p, 'value')}» no es un número de cero en adelante; escriba por ejemplo 30 o 0.5`,
    en: (p) => `“${text(p, 'value')}” is not a number from zero up; write for example 30 or 0.5`,
  },
  'not-whole': {
    es: (p) => `«${text(p, 'value')}» debe ser un número entero`,
    en: (p) => `“${text(p, 'value')}” must be a whole number`,
  },
  'decimal-comma-in-content': {
    es: (p) => `en los paquetes los decimales de «${text(p, 'value')}» se escriben con punto`,
    en: (p) => `in packs the decimals of “${text(p, 'value')}” are written with a point`,
  },
  'bad-ratio': {
    es: (p) => `«${text(p, 'value')}» no es una proporción; escriba por ejemplo 95 % o 0.95`,
    en: (p) => `“${text(p, 'value')}” is not a share; write for example 95 % or 0.95`,
  },
  'share-over-one': {
    es: (p) => `«${text(p, 'value')}» pasa de 100 %, y es una parte de un todo; ¿falta el signo %?`,
    en: (p) => `“${text(p, 'value')}” is over 100 %, and it is a part of a whole; is the % sign missing?`,
  },
  'unknown-choice': {
    es: (p) => `«${text(p, 'value')}» no es uno de los valores posibles: ${text(p, 'choices')}`,
    en: (p) => `“${text(p, 'value')}” is not one of the possible values: ${text(p, 'choices')}`,
  },
  'unit-not-known': {
    es: (p) => `«${text(p, 'unit')}» no es una unidad conocida; las unidades son: ${text(p, 'known')}`,
    en: (p) => `“${text(p, 'unit')}” is not a known unit; the units are: ${text(p, 'known')}`,
  },
  'quantity-without-unit': {
    es: (p) => `«${text(p, 'value')}» no dice su unidad; escriba por ejemplo 48 h o 6 min`,
    en: (p) => `“${text(p, 'value')}” does not say its unit; write for example 48 h or 6 min`,
  },

  // Names of other things.
  'unknown-name': {
    es: (p) =>
      `no hay ninguna definición de «${text(p, 'name')}» como ${kind(p, 'es')}; corrija el nombre o añada su archivo`,
    en: (p) => `nothing defines “${text(p, 'name')}” as a ${kind(p, 'en')}; correct the name or add its file`,
  },
  'leans-on-broken': {
    es: (p) =>
      `se apoya en «${text(p, 'name')}» (${kind(p, 'es')}), que tiene errores; corrija primero ese archivo`,
    en: (p) => `it leans on “${text(p, 'name')}” (${kind(p, 'en')}), which has errors; mend that file first`,
  },
  'already-defined': {
    es: (p) =>
      `«${text(p, 'id')}» (${kind(p, 'es')}) ya está definido en ${text(p, 'other_file')}, línea ${text(p, 'other_line')}; cambie el identificador, o escriba «replaces: true» si lo reemplaza`,
    en: (p) =>
      `“${text(p, 'id')}” (${kind(p, 'en')}) is already defined in ${text(p, 'other_file')}, line ${text(p, 'other_line')}; change the identifier, or write “replaces: true” if it takes its place`,
  },
  'nothing-to-replace': {
    es: (p) =>
      `dice que reemplaza a «${text(p, 'id')}» (${kind(p, 'es')}), y no hay ninguno anterior; quite «replaces» o corrija el identificador`,
    en: (p) =>
      `it says that it replaces “${text(p, 'id')}” (${kind(p, 'en')}), and there is none before; remove “replaces” or correct the identifier`,
  },
  'alias-taken': {
    es: (p) =>
      text(p, 'first') === text(p, 'second')
        ? `«${text(p, 'alias')}» ya es el nombre de una columna; use otro`
        : `«${text(p, 'alias')}» significa a la vez «${text(p, 'first')}» y «${text(p, 'second')}»; déjelo en uno solo`,
    en: (p) =>
      text(p, 'first') === text(p, 'second')
        ? `“${text(p, 'alias')}” is already the name of a column; use another`
        : `“${text(p, 'alias')}” means both “${text(p, 'first')}” and “${text(p, 'second')}”; leave it in one only`,
  },
  'process-cycle': {
    es: (p) =>
      `«${text(p, 'process')}» termina siendo parte de sí mismo (${text(p, 'trail')}); corrija «parent»`,
    en: (p) => `“${text(p, 'process')}” ends up a part of itself (${text(p, 'trail')}); correct “parent”`,
  },
  'pack-cycle': {
    es: (p) => `los paquetes se requieren en círculo (${text(p, 'trail')}); quite uno de los «requires»`,
    en: (p) => `the packs require each other in a circle (${text(p, 'trail')}); remove one “requires”`,
  },

  // Data sets.
  'bad-column-name': {
    es: (p) =>
      `«${text(p, 'name')}» no sirve como nombre de columna; use minúsculas sin tilde, números y guion bajo`,
    en: (p) =>
      `“${text(p, 'name')}” cannot name a column; use lower case without accents, digits and low lines`,
  },
  'reserved-name': {
    es: (p) =>
      `«${text(p, 'name')}» es una palabra de las fórmulas y no puede nombrar una columna; elija otro nombre`,
    en: (p) => `“${text(p, 'name')}” is a word of formulas and cannot name a column; choose another name`,
  },
  'field-not-for-type': {
    es: (p) =>
      `«${text(p, 'field')}» no corresponde a una columna de ${types(p, 'type', 'es')}, sino de ${types(p, 'types', 'es')}; quítelo o cambie el tipo`,
    en: (p) =>
      `“${text(p, 'field')}” does not belong to a column of ${types(p, 'type', 'en')} but of ${types(p, 'types', 'en')}; remove it or change the type`,
  },
  'column-of-other-type': {
    es: (p) =>
      `la columna «${text(p, 'name')}» es de ${types(p, 'type', 'es')}, y aquí hace falta una de ${types(p, 'types', 'es')}; nombre otra columna`,
    en: (p) =>
      `the column “${text(p, 'name')}” is of ${types(p, 'type', 'en')}, and one of ${types(p, 'types', 'en')} is needed here; name another column`,
  },

  // Calendars and schedules.
  'unknown-time-zone': {
    es: (p) => `«${text(p, 'value')}» no es una zona horaria; se escribe continente/ciudad`,
    en: (p) => `“${text(p, 'value')}” is not a time zone; it is written continent/city`,
  },
  'versions-out-of-order': {
    es: (p) =>
      `la versión desde ${text(p, 'second')} va después de la de ${text(p, 'first')}; ordénelas por fecha, sin repetir`,
    en: (p) =>
      `the version from ${text(p, 'second')} comes after the one from ${text(p, 'first')}; order them by date, without repeating`,
  },
  'exception-outside-version': {
    es: (p) =>
      `el día ${text(p, 'date')} no cae mientras rige la versión desde ${text(p, 'from')}; páselo a la que rige ese día`,
    en: (p) =>
      `the day ${text(p, 'date')} does not fall while the version from ${text(p, 'from')} holds; move it to the one of that day`,
  },
  'bad-hours': {
    es: (p) =>
      `«${text(p, 'value')}» no es un horario; escriba por ejemplo 09:00-16:00, con el final después del comienzo y hasta 24:00`,
    en: (p) =>
      `“${text(p, 'value')}” is not opening hours; write for example 09:00-16:00, the end after the start and up to 24:00`,
  },
  'hours-overlap': {
    es: (p) =>
      `«${text(p, 'value')}» empieza antes de que termine el tramo anterior; ordene los tramos sin que se crucen`,
    en: (p) => `“${text(p, 'value')}” starts before the hours before it end; order them without crossing`,
  },
  'no-productive-time': {
    es: (p) =>
      `de ${text(p, 'day_min')} minutos al día se restan ${text(p, 'lost')} y no queda tiempo productivo, o el día pasa de 1 440; revise los minutos`,
    en: (p) =>
      `from ${text(p, 'day_min')} minutes a day ${text(p, 'lost')} are taken and no productive time is left, or the day is over 1,440; check the minutes`,
  },

  // Sheets.
  'measure-without-unit': {
    es: () =>
      'la ficha mide algo en cada caso y no dice en qué unidad mostrarlo; añada measure_unit, por ejemplo h o min',
    en: () =>
      'the sheet measures something on each case and does not say the unit to show it in; add measure_unit, such as h or min',
  },
  'no-date': {
    es: (p) =>
      `los datos de «${text(p, 'dataset')}» no dicen qué fecha los pone en un período; añada «date» a la ficha`,
    en: (p) =>
      `the data of “${text(p, 'dataset')}” do not say which date puts them in a period; add “date” to the sheet`,
  },
  'bad-bound': {
    es: (p) =>
      `«${text(p, 'value')}» no sirve como mínimo o máximo; escriba por ejemplo 95 %, 20 o 72 h, según lo que da la fórmula`,
    en: (p) =>
      `“${text(p, 'value')}” cannot be a floor or a ceiling; write for example 95 %, 20 or 72 h, by what the formula gives`,
  },
  'code-of-two-sheets': {
    es: (p) =>
      `el código «${text(p, 'code')}» ya es el de «${text(p, 'other')}» (${text(p, 'other_file')}, línea ${text(p, 'other_line')}); dé a cada ficha el suyo`,
    en: (p) =>
      `the code “${text(p, 'code')}” is already that of “${text(p, 'other')}” (${text(p, 'other_file')}, line ${text(p, 'other_line')}); give each sheet its own`,
  },
  'standard-twice': {
    es: (p) =>
      `hay dos estándares desde ${text(p, 'from')} para los mismos casos; deje uno o cambie su fecha o su «where»`,
    en: (p) =>
      `there are two standards from ${text(p, 'from')} for the same cases; leave one or change its date or its “where”`,
  },
  'floor-above-ceiling': {
    es: (p) =>
      `el mínimo (${text(p, 'floor')}) es mayor que el máximo (${text(p, 'ceiling')}); corrija uno de los dos`,
    en: (p) =>
      `the floor (${text(p, 'floor')}) is above the ceiling (${text(p, 'ceiling')}); correct one of them`,
  },
};
