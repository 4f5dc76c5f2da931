import { findUnit, type Rational, rational } from '../../../kernel/index.ts';
import type { CheckedIndicator, Term } from '../../../language/index.ts';
import type { SheetCell } from '../../../facts/index.ts';

/** A formula with the exact value it gives; null is the empty text. */
export interface Exact {
  /** Without `=`; whole numbers only, so that `expression / k` is the shown amount. */
  readonly expression: string;
  readonly k: bigint;
  readonly value: Rational | null;
}

/** Letters of a column, from 0: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

export function formula(expression: string, value: number | string): SheetCell {
  return { formula: expression, value };
}

/** The value of a whole-number expression with its unit, as a fraction of shown units. */
function shown({ value, k }: Exact): Rational | null {
  return value && rational(value.num, value.den * k);
}

/**
 * A term of the formula over the cells that add up each aggregate: whole numbers throughout, with
 * what they are to be divided by, so that a quotient of two terms is rounded once.
 */
export function toExactTerm(
  term: Term,
  aggregates: readonly Exact[],
  indicator: Pick<CheckedIndicator, 'measure_unit'>,
): Exact {
  if (term.kind === 'aggregate') return aggregates[term.index]!;
  if (term.kind === 'constant') {
    const unit = indicator.measure_unit === null ? undefined : findUnit(indicator.measure_unit);
    const factor = unit?.dimension === term.dimension ? unit.factor : 1n;
    const value = rational(BigInt(term.value.num), BigInt(term.value.den) * factor);
    return { expression: value.num.toString(), k: value.den, value: rational(value.num) };
  }
  const left = toExactTerm(term.left, aggregates, indicator);
  const right = toExactTerm(term.right, aggregates, indicator);
  if (term.op === '*')
    return {
      expression: `(${left.expression})*(${right.expression})`,
      k: left.k * right.k,
      value:
        left.value &&
        right.value &&
        rational(left.value.num * right.value.num, left.value.den * right.value.den),
    };
  const [a, b] = [
    times(left, right.k === left.k ? 1n : right.k),
    times(right, right.k === left.k ? 1n : left.k),
  ];
  const sign = term.op === '-' ? -1n : 1n;
  return {
    expression: `${a.expression}${term.op}${term.op === '-' ? `(${b.expression})` : b.expression}`,
    k: a.k,
    value:
      a.value &&
      b.value &&
      rational(a.value.num * b.value.den + sign * b.value.num * a.value.den, a.value.den * b.value.den),
  };
}

function times(exact: Exact, factor: bigint): Exact {
  if (factor === 1n) return exact;
  return {
    expression: `(${exact.expression})*${factor}`,
    k: exact.k * factor,
    value: exact.value && rational(exact.value.num * factor, exact.value.den),
  };
}

/** The shown amount of a term, as a formula. */
export function printShown(exact: Exact): { readonly expression: string; readonly value: Rational | null } {
  return {
    expression: exact.k === 1n ? exact.expression : `(${exact.expression})/${exact.k}`,
    value: shown(exact),
  };
}

/** Numerator over denominator with one rounding: both as whole numbers times what the other lacks. */
export function printQuotient(numerator: Exact, denominator: Exact): string {
  const divisor = rational(numerator.k, denominator.k);
  const up = divisor.den === 1n ? `(${numerator.expression})` : `(${numerator.expression})*${divisor.den}`;
  const down =
    divisor.num === 1n ? `(${denominator.expression})` : `((${denominator.expression})*${divisor.num})`;
  return `${up}/${down}`;
}
