import { findUnit, UNITS } from '../kernel/index.ts';
import type { Aggregate, CheckedIndicator, PlainRational, Term } from './checked-indicator.ts';
import type { RowExpression } from './row-expression.ts';

/** One line of a checked indicator as a person reads it. */
export interface CheckedLine {
  readonly part:
    | 'dataset'
    | 'date'
    | 'scope'
    | 'where'
    | 'except'
    | 'measure'
    | 'aggregate'
    | 'numerator'
    | 'denominator'
    | 'limit';
  readonly text: string;
}

/** An exact fraction as a decimal where it ends soon, else as a fraction. */
function printExact({ num, den }: PlainRational): string {
  if (den === '1') return num;
  const value = Number(num) / Number(den);
  return String(value).length <= 12 ? String(value) : `${num}/${den}`;
}

/** An amount of base units in the largest unit that makes it whole: 172,800,000,000 of time is 48 h. */
function printAmount(num: bigint, den: bigint, dimension: string): string {
  const units = UNITS.filter((unit) => unit.dimension === dimension && unit.name !== 'day').sort((a, b) =>
    a.factor < b.factor ? 1 : -1,
  );
  if (['ratio', 'count', 'number', 'money'].includes(dimension) || units.length === 0)
    return printExact({ num: num.toString(), den: den.toString() });
  const whole = units.find((unit) => num % (unit.factor * den) === 0n) ?? units.at(-1)!;
  const factor = findUnit(whole.name)!.factor * den;
  return num % factor === 0n
    ? `${num / factor} ${whole.name}`
    : `${Number(num) / Number(factor)} ${whole.name}`;
}

/** A checked row expression in the words of the language, names and units settled. */
export function printExpression(expression: RowExpression): string {
  const inner = (part: RowExpression) => {
    const text = printExpression(part);
    return ['logic', 'arithmetic', 'not'].includes(part.kind) ? `(${text})` : text;
  };
  switch (expression.kind) {
    case 'column':
      return expression.name;
    case 'limit':
      return 'limit';
    case 'constant':
      if (expression.type.kind === 'boolean') return expression.value === 'true' ? 'yes' : 'no';
      if (expression.type.kind !== 'quantity') return `'${expression.value}'`;
      return printAmount(BigInt(expression.value), BigInt(expression.type.scale), expression.type.dimension);
    case 'call':
      return `${expression.name}(${expression.args.map(printExpression).join(', ')})`;
    case 'arithmetic':
    case 'logic':
      return `${inner(expression.left)} ${expression.op} ${inner(expression.right)}`;
    case 'comparison':
      return `${inner(expression.left)} ${expression.op} ${inner(expression.right)}`;
    case 'rescale':
      return printExpression(expression.operand);
    case 'in':
      return `${inner(expression.left)} in (${expression.values.map(printExpression).join(', ')})`;
    case 'empty':
      return `${inner(expression.left)} is ${expression.negated ? 'not ' : ''}empty`;
    case 'not':
      return `not ${inner(expression.operand)}`;
    default:
      return expression satisfies never;
  }
}

function printAggregate(aggregate: Aggregate): string {
  const { operation, argument, where, fraction, dataset, type } = aggregate;
  const given = [
    ...(argument ? [printExpression(argument)] : []),
    ...(fraction ? [printExact(fraction)] : []),
  ].join(', ');
  const filter = where ? `${given === '' ? '' : ' '}where ${printExpression(where)}` : '';
  return `${operation}(${given}${filter}) · ${dataset} · ${type.dimension}`;
}

function printTerm(term: Term): string {
  if (term.kind === 'aggregate') return `A${term.index + 1}`;
  if (term.kind === 'constant')
    return printAmount(BigInt(term.value.num), BigInt(term.value.den), term.dimension);
  const inner = (part: Term) => (part.kind === 'operation' ? `(${printTerm(part)})` : printTerm(part));
  return `${inner(term.left)} ${term.op} ${inner(term.right)}`;
}

/**
 * A checked indicator line by line, as it will be computed: where its facts come from, which
 * count, what is measured, each aggregate and what stands above and below the line.
 *
 * @example printChecked(indicator) // [{ part: 'dataset', text: 'requests' }, ..., { part: 'numerator', text: 'A1' }]
 */
export function printChecked(indicator: CheckedIndicator): readonly CheckedLine[] {
  const line = (part: CheckedLine['part'], expression: RowExpression | null): CheckedLine[] =>
    expression ? [{ part, text: printExpression(expression) }] : [];
  return [
    { part: 'dataset', text: indicator.dataset },
    { part: 'date', text: indicator.date },
    ...line('scope', indicator.scope),
    ...line('where', indicator.where),
    ...indicator.except.map(
      ({ code, where }): CheckedLine => ({ part: 'except', text: `${code}: ${printExpression(where)}` }),
    ),
    ...line('measure', indicator.measure),
    ...indicator.standards.flatMap(({ from, where, limit }): CheckedLine[] =>
      limit === null
        ? []
        : [
            {
              part: 'limit',
              text: `${from}${where ? ` where ${printExpression(where)}` : ''}: ${printExpression(limit)}`,
            },
          ],
    ),
    ...indicator.aggregates.map(
      (aggregate, index): CheckedLine => ({
        part: 'aggregate',
        text: `A${index + 1} = ${printAggregate(aggregate)}`,
      }),
    ),
    { part: 'numerator', text: printTerm(indicator.numerator) },
    ...(indicator.denominator
      ? [{ part: 'denominator', text: printTerm(indicator.denominator) } as const]
      : []),
  ];
}
