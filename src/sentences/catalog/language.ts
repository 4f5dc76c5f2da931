import type { Params, ParamValue } from '../../kernel/index.ts';
import { sayMismatch, sayValue as value } from './say-mismatch.ts';
import type { Sentences } from './sentence-entry.ts';

function list(value: ParamValue | undefined, limit = 12): string {
  const items = Array.isArray(value) ? value.map(String) : [String(value ?? '')];
  return items.length <= limit ? items.join(', ') : `${items.slice(0, limit).join(', ')}...`;
}

/** What can be wrong in a formula, a measure, a limit or a condition. The place and the nearest name are said by who prints the problem. */
export const languageSentences: Sentences = {
  // Reading the text.
  'unexpected-word': {
    es: (p) =>
      p.expected
        ? `se esperaba «${p.expected}» y se encontró «${p.found}»; revise lo que está justo antes`
        : `«${p.found}» no puede ir aquí; revise lo que está justo antes: quizá falta un signo, and u or, o sobra un paréntesis (los decimales van con punto)`,
    en: (p) =>
      p.expected
        ? `“${p.expected}” was expected and “${p.found}” was found; look at what stands just before`
        : `“${p.found}” cannot stand here; look at what stands just before: perhaps a sign, and or or is missing, or there is a parenthesis too many (decimals are written with a point)`,
  },
  'expression-ends-early': {
    es: (p) =>
      p.expected
        ? `el texto termina y falta «${p.expected}»; ciérrelo`
        : 'el texto termina antes de tiempo; escriba lo que falta al final',
    en: (p) =>
      p.expected
        ? `the text ends and “${p.expected}” is missing; close it`
        : 'the text ends too soon; write what is missing at its end',
  },
  'unclosed-text': {
    es: (p) =>
      `el texto que empieza aquí con ${p.character} no se cierra; ponga ${p.character} también al final`,
    en: (p) =>
      `the text that begins here with ${p.character} is not closed; put ${p.character} at its end too`,
  },
  'unexpected-character': {
    es: (p) =>
      `el signo «${p.character}» no se usa en las fórmulas; los textos van entre comillas rectas: 'aprobado'`,
    en: (p) =>
      `the sign “${p.character}” is not used in formulas; texts go between straight quotes: 'aprobado'`,
  },
  'expression-too-long': {
    es: (p) =>
      `el texto tiene más de ${p.limit} palabras y signos; divídalo, por ejemplo con una población con nombre`,
    en: (p) =>
      `the text has more than ${p.limit} words and signs; split it, for example with a named population`,
  },
  'expression-too-deep': {
    es: (p) => `hay más de ${p.limit} paréntesis uno dentro de otro; escríbalo de forma más simple`,
    en: (p) => `there are more than ${p.limit} parentheses inside each other; write it in a simpler way`,
  },
  'unknown-unit': {
    es: (p) => `«${p.unit}» no es una unidad${unitsEs(p)}`,
    en: (p) => `“${p.unit}” is not a unit${unitsEn(p)}`,
  },

  // One row.
  'unknown-field': {
    es: (p) =>
      `los datos de «${p.dataset}» no tienen una columna «${p.field}»; tienen: ${list(p.fields, 30)}. Si es un texto, va entre comillas`,
    en: (p) =>
      `the data of “${p.dataset}” have no column “${p.field}”; they have: ${list(p.fields, 30)}. If it is a text, it goes between quotes`,
  },
  'measure-not-declared': {
    es: (p) =>
      `measure es lo que la ficha mide en cada caso, y para «${p.dataset}» no hay ninguno; añada el campo measure a la ficha o nombre una columna`,
    en: (p) =>
      `measure is what the sheet measures on each case, and there is none for “${p.dataset}”; add the field measure to the sheet or name a column`,
  },
  'limit-not-declared': {
    es: (p) =>
      `limit es el límite de cada caso según su estándar, y para «${p.dataset}» no hay ninguno; añada limit a los estándares de la ficha, por ejemplo limit: 48 h`,
    en: (p) =>
      `limit is the limit of each case by its standard, and there is none for “${p.dataset}”; add limit to the standards of the sheet, for example limit: 48 h`,
  },
  'two-datasets-in-one-row': {
    es: (p) =>
      `aquí se mira una fila de «${p.home}», que no tiene a mano las filas de «${p.dataset}»; cuente o sume cada conjunto de datos por separado`,
    en: (p) =>
      `a row of “${p.home}” is looked at here, which has no rows of “${p.dataset}” at hand; count or add up each data set apart`,
  },
  'unknown-dataset-or-column': {
    es: (p) =>
      `no hay un conjunto de datos «${p.dataset}» ni una columna «${p.written}»; las columnas de estos datos van solas, sin nada delante`,
    en: (p) =>
      `there is no data set “${p.dataset}” and no column “${p.written}”; the columns of these data stand alone, with nothing before them`,
  },
  'text-without-quotes': {
    es: (p) => `«${p.value}» es un texto, no una columna, y los textos van entre comillas`,
    en: (p) => `“${p.value}” is a text and not a column, and texts go between quotes`,
  },
  'unknown-function': {
    es: (p) =>
      `no hay una función «${p.function}»; hay: sum, count, mean, share, median, percentile, min, max, distinct, y por fila elapsed, working, same_day, first_known`,
    en: (p) =>
      `there is no function “${p.function}”; there are: sum, count, mean, share, median, percentile, min, max, distinct, and on each row elapsed, working, same_day, first_known`,
  },
  'aggregate-inside-row': {
    es: (p) => `${p.function} resume muchas filas, y aquí se mira una sola; use el valor de la fila`,
    en: (p) =>
      `${p.function} sums up many rows, and a single one is looked at here; use the value of the row`,
  },
  'where-in-row-function': {
    es: (p) =>
      `${p.function} mira una sola fila y no lleva where; ponga la condición en sum, count u otra que resuma`,
    en: (p) =>
      `${p.function} looks at a single row and takes no where; put the condition in sum, count or another that sums up`,
  },
  'wrong-number-of-arguments': {
    es: (p) =>
      p.function === 'count'
        ? 'count cuenta casos y no lleva columna: escriba count(), count(where ...) o count(otros_datos); para valores distintos use distinct(columna)'
        : `${p.function} lleva ${p.expected} valor(es) y tiene ${p.found}; escriba los que corresponden, separados con coma`,
    en: (p) =>
      p.function === 'count'
        ? 'count counts cases and takes no column: write count(), count(where ...) or count(other_data); for different values use distinct(column)'
        : `${p.function} takes ${p.expected} value(s) and has ${p.found}; write those it takes, separated by commas`,
  },
  'wrong-argument': {
    es: (p) =>
      `${p.function} necesita ${value(p, 'expected', 'es')} y recibe ${value(p, 'found', 'es')}${argumentEs(p)}`,
    en: (p) =>
      `${p.function} needs ${value(p, 'expected', 'en')} and is given ${value(p, 'found', 'en')}${argumentEn(p)}`,
  },
  'not-a-condition': {
    es: (p) =>
      `aquí va una condición que se cumple o no, y hay ${value(p, 'type', 'es')}; compare, por ejemplo: status = 'cerrado'`,
    en: (p) =>
      `a condition that holds or not belongs here, and there is ${value(p, 'type', 'en')}; compare, for example: status = 'cerrado'`,
  },
  'not-a-quantity': {
    es: (p) =>
      p.operation === 'measure'
        ? `lo que se mide debe ser una cantidad, y es ${value(p, 'type', 'es')}; mida por ejemplo elapsed(opened_at, closed_at)`
        : `«${p.operation}» junta cantidades, y uno de sus lados es ${value(p, 'type', 'es')}; cambie ese lado`,
    en: (p) =>
      p.operation === 'measure'
        ? `what is measured must be a quantity, and it is ${value(p, 'type', 'en')}; measure for example elapsed(opened_at, closed_at)`
        : `“${p.operation}” joins quantities, and one of its sides is ${value(p, 'type', 'en')}; change that side`,
  },
  'unit-mismatch': {
    es: (p) => sayMismatch(p, 'es'),
    en: (p) => sayMismatch(p, 'en'),
  },
  'scales-do-not-meet': {
    es: () =>
      'estas cantidades no se pueden llevar a una misma precisión sin perder cifras; use números con menos decimales',
    en: () =>
      'these quantities cannot be brought to one precision without losing digits; use numbers with fewer decimals',
  },
  'too-many-decimals': {
    es: (p) =>
      `«${p.value}» tiene más decimales de los que se calculan con exactitud; escriba doce como máximo`,
    en: (p) => `“${p.value}” has more decimals than are computed exactly; write twelve at most`,
  },
  'division-by-zero': {
    es: () => 'se divide entre cero, y eso no da ningún resultado; corrija el divisor',
    en: () => 'it is divided by zero, which gives no result; correct the divisor',
  },
  'kind-mismatch': {
    es: (p) =>
      `no se puede comparar ${value(p, 'left', 'es')} con ${value(p, 'right', 'es')}; compare valores de la misma clase`,
    en: (p) =>
      `one cannot compare ${value(p, 'left', 'en')} with ${value(p, 'right', 'en')}; compare values of the same kind`,
  },
  'no-order': {
    es: (p) => `${value(p, 'type', 'es')} no es mayor ni menor que otro; use = o !=`,
    en: (p) => `${value(p, 'type', 'en')} is neither more nor less than another; use = or !=`,
  },
  'not-a-date': {
    es: (p) => `«${p.value}» no es una fecha que exista; escríbala año-mes-día, por ejemplo '2011-06-30'`,
    en: (p) => `“${p.value}” is not an existing date; write it year-month-day, for example '2011-06-30'`,
  },
  'code-not-in-list': {
    es: (p) => `«${p.value}» no está en la lista «${p.list}»; sus valores son: ${list(p.codes, 20)}`,
    en: (p) => `“${p.value}” is not in the list “${p.list}”; its values are: ${list(p.codes, 20)}`,
  },
  'within-needs-process': {
    es: () =>
      "within busca un proceso y los que dependen de él: escriba una columna de proceso y el proceso entre comillas, por ejemplo process within 'tarjetas-de-credito'",
    en: () =>
      "within looks for a process and those below it: write a process column and the process between quotes, for example process within 'tarjetas-de-credito'",
  },
  'weight-in-expression': {
    es: (p) =>
      `en «${p.dataset}» cada fila ya cuenta tantas veces como dice «${p.column}»; quite esa columna de la cuenta, o se contaría dos veces`,
    en: (p) =>
      `in “${p.dataset}” each row already counts as many times as “${p.column}” says; leave that column out of the sum, or it would count twice`,
  },

  // Conditions over the fields of a case.
  'unknown-case-field': {
    es: (p) =>
      p.fields === undefined || list(p.fields) === ''
        ? `«${p.field}» no es un campo del caso, que no pregunta ninguno`
        : `«${p.field}» no es un campo del caso; los campos son: ${list(p.fields, 30)}. Si es un texto, va entre comillas`,
    en: (p) =>
      p.fields === undefined || list(p.fields) === ''
        ? `“${p.field}” is not a field of the case, which asks for none`
        : `“${p.field}” is not a field of the case; the fields are: ${list(p.fields, 30)}. If it is a text, it goes between quotes`,
  },
  'value-not-a-choice': {
    es: (p) =>
      `«${p.value}» no es una opción del campo «${p.field}»; sus opciones son: ${list(p.choices, 30)}`,
    en: (p) =>
      `“${p.value}” is not a choice of the field “${p.field}”; its choices are: ${list(p.choices, 30)}`,
  },
  'value-of-other-kind': {
    es: (p) => `este valor no se puede comparar con «${p.field}»; compárelo con ${exampleEs(p)}`,
    en: (p) => `this value cannot be compared with “${p.field}”; compare it with ${exampleEn(p)}`,
  },
  'field-without-order': {
    es: (p) => `«${p.field}» no es mayor ni menor que otro valor; use = o != en lugar de ${p.sign ?? '<'}`,
    en: (p) => `“${p.field}” is neither more nor less than a value; use = or != in place of ${p.sign ?? '<'}`,
  },
  'field-not-yes-or-no': {
    es: (p) =>
      `«${p.field}» no es un campo de sí o no; compárelo con un valor, por ejemplo ${p.field} = '...'`,
    en: (p) =>
      `“${p.field}” is not a yes-or-no field; compare it with a value, for example ${p.field} = '...'`,
  },
  'condition-not-simple': {
    es: () =>
      'una condición de un caso compara sus campos con valores, unidos por and, or y not; aquí no van cuentas ni funciones',
    en: () =>
      'a condition of a case compares its fields with values, joined by and, or and not; sums and functions have no place here',
  },

  // The formula.
  'formula-without-aggregate': {
    es: () =>
      'la fórmula no cuenta ni suma ninguna fila; use sum, count, mean, share u otra que resuma los datos',
    en: () =>
      'the formula counts or adds up no row; use sum, count, mean, share or another that sums up the data',
  },
  'column-outside-aggregate': {
    es: (p) =>
      `«${p.field}» tiene un valor en cada fila; diga cómo resumirlos, por ejemplo sum(${p.field}) o mean(${p.field})`,
    en: (p) =>
      `“${p.field}” has a value on each row; say how to sum them up, for example sum(${p.field}) or mean(${p.field})`,
  },
  'not-a-formula': {
    es: () => 'la fórmula debe dar un número; use comparaciones y textos solo en where o dentro de share',
    en: () => 'the formula must give a number; use comparisons and texts only in where or inside share',
  },
  'aggregate-inside-aggregate': {
    es: (p) =>
      `${p.function} resume filas, y dentro de él hay algo ya resumido: el promedio de promedios no es el promedio de los casos. Divida dos sumas, por ejemplo sum(measure) / sum(limit)`,
    en: (p) =>
      `${p.function} sums up rows, and something already summed up is inside it: the mean of means is not the mean of the cases. Divide two sums, for example sum(measure) / sum(limit)`,
  },
  'ratios-with-different-denominators': {
    es: () =>
      'se suman razones que se dividen entre cosas distintas, y su suma no es la razón del total. Ponga todo sobre un mismo divisor: (sum(a) + sum(b)) / sum(c), o haga dos indicadores',
    en: () =>
      'ratios over different things are added, and their sum is not the ratio of the whole. Put all over one divisor: (sum(a) + sum(b)) / sum(c), or make two indicators',
  },
  'unknown-dataset': {
    es: (p) => `no hay un conjunto de datos «${p.dataset}»; hay: ${list(p.datasets, 20)}`,
    en: (p) => `there is no data set “${p.dataset}”; there are: ${list(p.datasets, 20)}`,
  },
  'dataset-without-date': {
    es: (p) =>
      `las filas de «${p.dataset}» no tienen una fecha que las ponga en un período; añada date a ese conjunto de datos o no lo use aquí`,
    en: (p) =>
      `the rows of “${p.dataset}” have no date that puts them in a period; add date to that data set or do not use it here`,
  },
  'not-a-share': {
    es: (p) => `${p.function} necesita una parte entre 0 % y 100 %, por ejemplo ${p.function}(measure, 90 %)`,
    en: (p) => `${p.function} needs a share between 0 % and 100 %, for example ${p.function}(measure, 90 %)`,
  },
  'percentile-of-weighted-rows': {
    es: (p) =>
      `cada fila de «${p.dataset}» vale por tantos casos como dice «${p.column}», y ${p.function} necesita los casos uno por uno; use mean, o datos sin agrupar`,
    en: (p) =>
      `each row of “${p.dataset}” stands for as many cases as “${p.column}” says, and ${p.function} needs the cases one by one; use mean, or data that are not grouped`,
  },

  // The sheet.
  'bound-without-percent': {
    es: (p) =>
      `el resultado es una proporción, y «${p.value}» sin % sería ${p.value} veces el todo; añada el signo %`,
    en: (p) =>
      `the result is a share, and “${p.value}” without % would be ${p.value} times the whole; add the % sign`,
  },
  'date-not-a-date': {
    es: (p) =>
      p.field
        ? `«${p.field}» no es una columna de fecha de «${p.dataset}»; nombre en date la fecha que pone cada caso en un período`
        : `los datos de «${p.dataset}» no dicen qué fecha pone cada caso en un período; nómbrela en date`,
    en: (p) =>
      p.field
        ? `“${p.field}” is not a date column of “${p.dataset}”; name in date the one that puts each case in a period`
        : `the data of “${p.dataset}” do not say which date puts each case in a period; name it in date`,
  },
  'limit-without-measure': {
    es: () =>
      'hay un límite para cada caso, pero la ficha no mide nada en él; añada measure, por ejemplo elapsed(opened_at, closed_at)',
    en: () =>
      'there is a limit for each case, but the sheet measures nothing on it; add measure, for example elapsed(opened_at, closed_at)',
  },
  'standard-without-limit': {
    es: (p) =>
      `la fórmula usa limit y el estándar desde ${p.from} no lo tiene: sus casos se sumarían arriba y no abajo. Escriba su limit`,
    en: (p) =>
      `the formula uses limit and the standard from ${p.from} has none: its cases would be added above the line and not below. Write its limit`,
  },
};

/** What the values of a field of a case look like in a condition. */
const EXAMPLES: Readonly<Record<string, readonly [es: string, en: string]>> = {
  boolean: ['yes o no', 'yes or no'],
  choice: ["una de sus opciones, entre comillas: 'titular'", "one of its choices, between quotes: 'titular'"],
  date: ["una fecha entre comillas: '2026-11-22'", "a date between quotes: '2026-11-22'"],
  integer: ['un número: 3', 'a number: 3'],
  money: ['un número: 100', 'a number: 100'],
};

function exampleEs(p: Params): string {
  return EXAMPLES[String(p.type)]?.[0] ?? "un texto entre comillas: '...'";
}

function exampleEn(p: Params): string {
  return EXAMPLES[String(p.type)]?.[1] ?? "a text between quotes: '...'";
}

function unitsEs(p: Params): string {
  const units = list(p.units, 20);
  return units === '' ? '; escriba por ejemplo h, min o day' : `; las unidades son: %, ${units}`;
}

function unitsEn(p: Params): string {
  const units = list(p.units, 20);
  return units === '' ? '; write for example h, min or day' : `; the units are: %, ${units}`;
}

/** The way out of a wrong argument, where one is likely. */
function argumentEs(p: Params): string {
  if (p.expected === 'boolean') return `; escriba una condición, por ejemplo ${p.function}(delivered = yes)`;
  if (p.expected === 'quantity')
    return "; nombre una columna de números o de duración, o cuente con count(where status = 'cerrado')";
  if (p.expected === 'instant') return '; nombre una columna de fecha con hora';
  return '; nombre una columna de nombres o códigos';
}

function argumentEn(p: Params): string {
  if (p.expected === 'boolean') return `; write a condition, for example ${p.function}(delivered = yes)`;
  if (p.expected === 'quantity')
    return "; name a column of numbers or durations, or count with count(where status = 'cerrado')";
  if (p.expected === 'instant') return '; name a column of dates with time';
  return '; name a column of names or codes';
}
