import type { Language, Params } from '../../kernel/index.ts';

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** What a value is, as an analyst says it: dimensions of quantities, and kinds of other values. */
const VALUES: Words = {
  percent: { es: 'un porcentaje', en: 'a percentage' },
  ratio: { es: 'un número sin unidad', en: 'a number without unit' },
  count: { es: 'un conteo', en: 'a count' },
  time: { es: 'tiempo de reloj', en: 'clock time' },
  'working-time': { es: 'tiempo laborable', en: 'working time' },
  'working-day': { es: 'días laborables', en: 'working days' },
  money: { es: 'dinero', en: 'money' },
  number: { es: 'un número', en: 'a number' },
  quantity: { es: 'una cantidad', en: 'a quantity' },
  text: { es: 'un texto', en: 'a text' },
  boolean: { es: 'un sí o no', en: 'a yes or no' },
  instant: { es: 'una fecha con hora', en: 'a date with time' },
  date: { es: 'una fecha', en: 'a date' },
};

type Join = (left: string, right: string) => string;

/** The operations that join two values, as they are said. */
const JOINS: Readonly<Record<string, Readonly<Record<Language, Join>>>> = {
  '+': { es: (a, b) => `sumar ${a} con ${b}`, en: (a, b) => `add ${a} and ${b}` },
  '-': { es: (a, b) => `restar ${b} de ${a}`, en: (a, b) => `subtract ${b} from ${a}` },
  '*': { es: (a, b) => `multiplicar ${a} por ${b}`, en: (a, b) => `multiply ${a} by ${b}` },
  '/': { es: (a, b) => `dividir ${a} entre ${b}`, en: (a, b) => `divide ${a} by ${b}` },
};

/** A value of the params as an analyst says it: `time` is «tiempo de reloj». */
export function sayValue(params: Params, name: string, language: Language): string {
  const key = String(params[name] ?? '');
  return VALUES[key]?.[language] ?? key;
}

function has(params: Params, ...dimensions: readonly string[]): boolean {
  return dimensions.every((dimension) => dimension === params.left || dimension === params.right);
}

/** How two units can be made to go together, when there is a way. */
function unitsWayOut(params: Params, language: Language): string {
  const es = language === 'es';
  if (params.operation === 'floor' || params.operation === 'ceiling') return boundWayOut(params, language);
  if (has(params, 'working-day')) {
    return es
      ? '; cuánto dura un día laborable depende del calendario: multiplique las horas de atención de un día por el número de días, escriba el resultado en working_h y mida con working(opened_at, closed_at)'
      : '; how long a working day is depends on the calendar: multiply the opening hours of one day by the number of days, write the result in working_h and measure with working(opened_at, closed_at)';
  }
  if (has(params, 'time', 'working-time')) {
    return es
      ? '; use el mismo reloj en ambos lados: elapsed(...) con h, o working(...) con working_h'
      : '; use the same clock on both sides: elapsed(...) with h, or working(...) with working_h';
  }
  if (has(params, 'ratio', 'time')) {
    return es
      ? '; escriba la unidad del número, por ejemplo 48 h o 6 min'
      : '; write the unit of the number, for example 48 h or 6 min';
  }
  if (has(params, 'ratio', 'working-time')) {
    return es ? '; escriba la unidad del número, working_h' : '; write the unit of the number, working_h';
  }
  return es ? '; lleve ambos a la misma unidad' : '; bring both to the same unit';
}

/** What a floor or a ceiling is written in. */
function boundWayOut(params: Params, language: Language): string {
  const unit = String(params.unit ?? '');
  if (unit === 'ratio')
    return language === 'es' ? '; escríbalo en %, como 95 %' : '; write it in %, such as 95 %';
  if (['count', 'money', 'number'].includes(unit)) {
    return language === 'es' ? '; escriba solo el número, como 20' : '; write the number alone, such as 20';
  }
  return language === 'es'
    ? `; escríbalo con la unidad del resultado: un número y ${unit}`
    : `; write it in the unit of the result: a number and ${unit}`;
}

function mismatchEs(p: Params): string {
  const [left, right] = [sayValue(p, 'left', 'es'), sayValue(p, 'right', 'es')];
  const operation = String(p.operation ?? '');
  if (operation === 'limit') return `lo que se mide es ${left} y el límite es ${right}`;
  if (operation === 'measure_unit') return `el resultado es ${left} y la unidad elegida es de ${right}`;
  const join = JOINS[operation]?.es;
  if (join) return `no se puede ${join(left, right)}`;
  if (operation === 'floor' || operation === 'ceiling') {
    return `el resultado es ${left} y el ${operation === 'floor' ? 'mínimo' : 'máximo'} es ${right}`;
  }
  return /^[a-z_]{3,}$/.test(operation)
    ? `${operation} recibe ${left} y ${right}, que no van juntos`
    : `no se puede comparar ${left} con ${right}`;
}

function mismatchEn(p: Params): string {
  const [left, right] = [sayValue(p, 'left', 'en'), sayValue(p, 'right', 'en')];
  const operation = String(p.operation ?? '');
  if (operation === 'limit') return `what is measured is ${left} and the limit is ${right}`;
  if (operation === 'measure_unit') return `the result is ${left} and the chosen unit is of ${right}`;
  const join = JOINS[operation]?.en;
  if (join) return `one cannot ${join(left, right)}`;
  if (operation === 'floor' || operation === 'ceiling')
    return `the result is ${left} and the ${operation} is ${right}`;
  return /^[a-z_]{3,}$/.test(operation)
    ? `${operation} is given ${left} and ${right}, which do not go together`
    : `one cannot compare ${left} with ${right}`;
}

/** Which two units do not go together, and the way out. */
export function sayMismatch(params: Params, language: Language): string {
  const said = language === 'es' ? mismatchEs(params) : mismatchEn(params);
  return said + unitsWayOut(params, language);
}
