import { findFunction, type SqlValue } from '../functions/index.ts';
import type { ComparisonOp, RowExpression } from '../language/index.ts';

/** How names become SQL while one expression is printed. */
export interface RowNames {
  /** An instant that stands for another while printing (the cut in place of the closing). */
  readonly replaced?: ReadonlyMap<string, SqlValue>;
  /** SQL of `limit` here. */
  readonly limit?: string;
  /** Expressions already computed as a column, by their JSON. */
  readonly computed?: ReadonlyMap<string, string>;
}

const COMPARISON: Readonly<Record<ComparisonOp, string>> = {
  '=': '=',
  // An empty status is different from 'anulado': two-valued, as a reader expects.
  '!=': 'is distinct from',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** A text as an SQL literal: the one place where values enter SQL. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Words of SQL that cannot stand alone as a name. */
const RESERVED = new Set(
  `all analyse analyze and anti any array as asc asof asymmetric at authorization between both by case cast
check coalesce collate collation column columns concurrently constraint create cross decimal default
deferrable desc describe distinct do else end except exists extract false fetch for foreign freeze from full
generated glob grant group grouping having ilike in initially inner inout int integer intersect interval into is
isnull join lambda lateral leading left like limit map national natural none not notnull null nullif numeric
offset on only or order out outer overlaps overlay pivot placing position positional precision primary qualify
real references returning right row select semi setof show similar some struct substring summarize symmetric
table tablesample then time timestamp to trailing treat trim true union unique unpack unpivot using values
variadic verbose when where window with`.split(/\s+/),
);

/** A name as an SQL identifier: plain where it can be, quoted where it must. */
export function quoteName(name: string): string {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) && !RESERVED.has(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Prints a checked row expression as SQL of DuckDB; `limit` and replaced instants come from `names`. */
export function printRow(expression: RowExpression, names: RowNames = {}): string {
  return value(expression, names).sql;
}

function value(expression: RowExpression, names: RowNames): SqlValue {
  const ready = names.computed?.get(JSON.stringify(expression));
  if (ready !== undefined) return { sql: ready };
  switch (expression.kind) {
    case 'column': {
      const replaced = names.replaced?.get(expression.name);
      if (replaced) return replaced;
      const sql = quoteName(expression.name);
      if (expression.type.kind !== 'instant') return { sql };
      return { sql, local: `${expression.name}_local`, work: `${expression.name}_work` };
    }
    case 'constant':
      return { sql: constant(expression) };
    case 'limit':
      if (names.limit === undefined) throw new Error('limit has no SQL here');
      return { sql: names.limit };
    case 'call': {
      const definition = findFunction(expression.name);
      if (definition?.kind !== 'row') throw new Error(`not a row function: ${expression.name}`);
      return { sql: definition.sql.duckdb(expression.args.map((argument) => value(argument, names))) };
    }
    case 'arithmetic':
      return { sql: arithmetic(expression, names) };
    case 'rescale':
      return { sql: `(${printRow(expression.operand, names)} * ${expression.factor})` };
    case 'comparison':
      return { sql: comparison(expression, names) };
    case 'in':
      return {
        sql: `${printRow(expression.left, names)} in (${expression.values.map((item) => printRow(item, names)).join(', ')})`,
      };
    case 'empty':
      return { sql: `${printRow(expression.left, names)} is ${expression.negated ? 'not ' : ''}null` };
    case 'logic':
      return {
        sql: `(${printRow(expression.left, names)} ${expression.op} ${printRow(expression.right, names)})`,
      };
    case 'not':
      return { sql: `((${printRow(expression.operand, names)}) is not true)` };
    default:
      return expression satisfies never;
  }
}

function constant(expression: Extract<RowExpression, { kind: 'constant' }>): string {
  if (expression.type.kind === 'text') return quoteText(expression.value);
  if (expression.type.kind === 'date') return `date ${quoteText(expression.value)}`;
  return expression.value;
}

/** Sums of integers stay integers; a row ratio is cut at twelve decimals so that it adds up exactly. */
function arithmetic(expression: Extract<RowExpression, { kind: 'arithmetic' }>, names: RowNames): string {
  const left = printRow(expression.left, names);
  const right = printRow(expression.right, names);
  if (expression.op !== '/') return `(${left} ${expression.op} ${right})`;
  const { type: a } = expression.left;
  const { type: b } = expression.right;
  if (a.kind !== 'quantity' || b.kind !== 'quantity' || expression.type.kind !== 'quantity') {
    throw new Error('division of things that are not quantities');
  }
  const factor = BigInt(expression.type.scale) * BigInt(b.scale);
  const divisor = a.scale === 1 ? right : `(${right} * ${a.scale})`;
  return `(${left}::hugeint * ${factor} // nullif(${divisor}, 0))`;
}

function comparison(expression: Extract<RowExpression, { kind: 'comparison' }>, names: RowNames): string {
  const { left, right, op } = expression;
  if (left.type.kind === 'instant' && right.type.kind === 'date') {
    return `${value(left, names).local}::date ${COMPARISON[op]} ${printRow(right, names)}`;
  }
  return `${printRow(left, names)} ${COMPARISON[op]} ${printRow(right, names)}`;
}
