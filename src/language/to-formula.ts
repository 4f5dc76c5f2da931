import { findUnit, type Language, type LocalText, UNITS } from '../kernel/index.ts';
import type { Aggregate, CheckedIndicator, PlainRational, Term } from './checked-indicator.ts';
import type { RowExpression } from './row-expression.ts';
import type { ComparisonOp } from './tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A formula as mathematics, as plain data: screen and paper each draw it in their own way, and
 * print its amounts. Texts are words for a reader, never markup.
 */
export type FormulaNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly value: number; readonly unit: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'row'; readonly parts: readonly FormulaNode[] }
  | { readonly kind: 'fence'; readonly inner: FormulaNode }
  | { readonly kind: 'fraction'; readonly above: FormulaNode; readonly below: FormulaNode }
  /** The sum over the facts of what follows. */
  | { readonly kind: 'sum'; readonly of: FormulaNode }
  /** Something with a smaller remark at its foot. */
  | { readonly kind: 'sub'; readonly base: FormulaNode; readonly below: FormulaNode }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] };

const WORDS = {
  limit: { es: 'límite', en: 'limit' },
  working: { es: 'laborable', en: 'working' },
  sameDay: { es: 'mismo día', en: 'same day' },
  firstKnown: { es: 'primero conocido', en: 'first known' },
  distinct: { es: 'distintos', en: 'distinct' },
  standardMinutes: { es: 'Minutos estándar', en: 'Standard minutes' },
  min: { es: 'mín', en: 'min' },
  max: { es: 'máx', en: 'max' },
  and: { es: 'y', en: 'and' },
  or: { es: 'o', en: 'or' },
  not: { es: 'no', en: 'not' },
  yes: { es: 'sí', en: 'yes' },
  empty: { es: 'vacío', en: 'empty' },
} as const satisfies Readonly<Record<string, LocalText>>;

const OPERATORS: Readonly<Record<ComparisonOp, string>> = {
  '=': '=',
  '!=': '≠',
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
};
const ARITHMETIC = { '+': '+', '-': '−', '*': '×' } as const;

interface Reader {
  readonly indicator: CheckedIndicator;
  readonly vocabulary: Vocabulary;
  readonly population: LocalText;
  readonly language: Language;
}

const text = (words: string): FormulaNode => ({ kind: 'text', text: words });
const operator = (sign: string): FormulaNode => ({ kind: 'operator', text: sign });
const row = (...parts: FormulaNode[]): FormulaNode => ({ kind: 'row', parts });

/**
 * The formula of a checked indicator as a person would write it on paper, in the labels of its
 * columns: `Σ (Cierre − Apertura) / Σ límite`. `population` names the facts it is about.
 */
export function toFormula(
  indicator: CheckedIndicator,
  vocabulary: Vocabulary,
  population: LocalText,
  language: Language,
): FormulaNode {
  const reader: Reader = { indicator, vocabulary, population, language };
  const above = toTerm(indicator.numerator, reader);
  return indicator.denominator
    ? { kind: 'fraction', above, below: toTerm(indicator.denominator, reader) }
    : above;
}

function toTerm(term: Term, reader: Reader): FormulaNode {
  switch (term.kind) {
    case 'constant':
      return toAmount(term.value, term.dimension);
    case 'aggregate':
      return toAggregate(reader.indicator.aggregates[term.index]!, reader);
    case 'operation': {
      const part = (side: Term) =>
        side.kind === 'operation' && term.op !== '+'
          ? ({ kind: 'fence', inner: toTerm(side, reader) } as const)
          : toTerm(side, reader);
      return row(part(term.left), operator(ARITHMETIC[term.op]), part(term.right));
    }
    default:
      return term satisfies never;
  }
}

/** An amount of base units in the largest unit that makes it whole. */
function toAmount({ num, den }: PlainRational, dimension: string): FormulaNode {
  const [above, below] = [BigInt(num), BigInt(den)];
  const units = UNITS.filter((unit) => unit.dimension === dimension && unit.name !== 'day').toSorted(
    (a, b) => (a.factor < b.factor ? 1 : -1),
  );
  const unit = units.find(({ factor }) => above % (factor * below) === 0n) ?? units.at(-1);
  const factor = unit ? findUnit(unit.name)!.factor : 1n;
  return { kind: 'amount', value: Number(above) / Number(factor * below), unit: unit?.name ?? 'number' };
}

function toAggregate(aggregate: Aggregate, reader: Reader): FormulaNode {
  const { argument, dataset, fraction, operation, where } = aggregate;
  const { language } = reader;
  const under = (base: FormulaNode): FormulaNode =>
    where ? { kind: 'sub', base, below: toExpression(where, dataset, reader) } : base;
  const inner = argument ? toExpression(argument, dataset, reader) : nameFacts(dataset, reader);
  const call = (name: FormulaNode): FormulaNode => under(row(name, { kind: 'fence', inner }));
  switch (operation) {
    case 'sum':
      return under({ kind: 'sum', of: inner });
    case 'count':
      return under(nameFacts(dataset, reader));
    case 'distinct':
      return call(text(WORDS.distinct[language]));
    case 'min':
    case 'max':
      return call(text(WORDS[operation][language]));
    case 'quantile': {
      const share = fraction ? (Number(fraction.num) / Number(fraction.den)) * 100 : 50;
      return call({ kind: 'sub', base: text('P'), below: text(String(Number(share.toFixed(4)))) });
    }
    default:
      return operation satisfies never;
  }
}

/** Facts by their name: those of the indicator by its population, others by their data set. */
function nameFacts(dataset: string, { indicator, population, vocabulary, language }: Reader): FormulaNode {
  if (dataset === indicator.dataset) return text(population[language]);
  return text(vocabulary.datasets.get(dataset)?.name[language] ?? dataset);
}

function toExpression(expression: RowExpression, dataset: string, reader: Reader): FormulaNode {
  const { language } = reader;
  const part = (inner: RowExpression) => toExpression(inner, dataset, reader);
  const fenced = (inner: RowExpression): FormulaNode =>
    inner.kind === 'arithmetic' || inner.kind === 'logic'
      ? { kind: 'fence', inner: part(inner) }
      : part(inner);
  switch (expression.kind) {
    case 'column':
      return text(nameColumn(expression.name, dataset, reader));
    case 'limit':
      return text(WORDS.limit[language]);
    case 'constant':
      return toConstant(expression, null, dataset, reader);
    case 'call':
      return toCall(expression, dataset, reader);
    case 'arithmetic':
      return expression.op === '/'
        ? { kind: 'fraction', above: part(expression.left), below: part(expression.right) }
        : row(fenced(expression.left), operator(ARITHMETIC[expression.op]), fenced(expression.right));
    case 'rescale':
      return part(expression.operand);
    case 'comparison':
      return row(
        fenced(expression.left),
        operator(OPERATORS[expression.op]),
        toSide(expression.right, expression.left, dataset, reader),
      );
    case 'in':
      return row(
        fenced(expression.left),
        operator('∈'),
        text(
          `{${expression.values.map((value) => sayValue(value, expression.left, dataset, reader)).join(', ')}}`,
        ),
      );
    case 'empty':
      return row(
        part(expression.left),
        operator(expression.negated ? '≠' : '='),
        text(WORDS.empty[language]),
      );
    case 'logic':
      return row(fenced(expression.left), text(WORDS[expression.op][language]), fenced(expression.right));
    case 'not':
      return row(text(WORDS.not[language]), { kind: 'fence', inner: part(expression.operand) });
    default:
      return expression satisfies never;
  }
}

function toCall(
  expression: Extract<RowExpression, { kind: 'call' }>,
  dataset: string,
  reader: Reader,
): FormulaNode {
  const { language } = reader;
  const args = expression.args.map((arg) => toExpression(arg, dataset, reader));
  const [from, to] = args;
  const span = (): FormulaNode => ({ kind: 'fence', inner: row(to!, operator('−'), from!) });
  if (expression.name === 'elapsed' && from && to) return span();
  if (expression.name === 'working' && from && to)
    return { kind: 'sub', base: span(), below: text(WORDS.working[language]) };
  const named = { same_day: WORDS.sameDay, first_known: WORDS.firstKnown }[expression.name];
  return { kind: 'call', name: named?.[language] ?? expression.name.replaceAll('_', ' '), args };
}

/** The right side of a comparison: a code is said in the words of the column at its left. */
function toSide(side: RowExpression, left: RowExpression, dataset: string, reader: Reader): FormulaNode {
  return side.kind === 'constant'
    ? toConstant(side, left, dataset, reader)
    : toExpression(side, dataset, reader);
}

function toConstant(
  constant: Extract<RowExpression, { kind: 'constant' }>,
  left: RowExpression | null,
  dataset: string,
  reader: Reader,
): FormulaNode {
  const { type, value } = constant;
  if (type.kind === 'quantity') return toAmount({ num: value, den: String(type.scale) }, type.dimension);
  return text(sayValue(constant, left, dataset, reader));
}

function sayValue(
  constant: RowExpression,
  left: RowExpression | null,
  dataset: string,
  { language, vocabulary }: Reader,
): string {
  if (constant.kind !== 'constant') return '';
  const { type, value } = constant;
  if (type.kind === 'boolean') return value === 'true' ? WORDS.yes[language] : WORDS.not[language];
  const column =
    left?.kind === 'column'
      ? vocabulary.datasets.get(dataset)?.columns.find(({ name }) => name === left.name)
      : undefined;
  if (column?.codes === 'process') return vocabulary.processes.get(value)?.name[language] ?? value;
  const code = vocabulary.codes.get(column?.codes ?? '')?.codes.find(({ id }) => id === value);
  return code?.label[language] ?? value;
}

function nameColumn(name: string, dataset: string, { language, vocabulary }: Reader): string {
  // No column of a file: what the pack says a service takes.
  if (name === 'standard_minutes') return WORDS.standardMinutes[language];
  const found = vocabulary.datasets.get(dataset);
  const column = found?.columns.find((item) => item.name === name);
  return column?.label[language] ?? name.replaceAll('_', ' ');
}
