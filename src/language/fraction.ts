import { type Dimension, ONE, type Rational, rational } from '../kernel/index.ts';
import type { PlainRational, Term } from './checked-indicator.ts';

/** A formula as one line of fraction, with the dimension of its value. */
export interface Fraction {
  readonly numerator: Term;
  readonly denominator: Term | null;
  readonly dimension: Dimension;
  /** A number without unit, which takes the dimension of what it is added to. */
  readonly bare: boolean;
}

export function plain(value: Rational): PlainRational {
  return { num: value.num.toString(), den: value.den.toString() };
}

export function toConstant(value: Rational, dimension: Dimension = 'ratio'): Term {
  return { kind: 'constant', value: plain(value), dimension };
}

/** The number a fraction is when no aggregate is in it and nothing stands under the line, else null. */
export function constantOf({ numerator, denominator }: Fraction): Rational | null {
  if (denominator !== null || numerator.kind !== 'constant') return null;
  return rational(BigInt(numerator.value.num), BigInt(numerator.value.den));
}

function isOne(term: Term | null): boolean {
  if (term === null) return true;
  return (
    term.kind === 'constant' && term.dimension === 'ratio' && term.value.num === '1' && term.value.den === '1'
  );
}

function times(a: Term | null, b: Term | null): Term | null {
  if (a === null || isOne(a)) return isOne(b) ? null : b;
  if (b === null || isOne(b)) return a;
  return { kind: 'operation', op: '*', left: a, right: b };
}

function isSame(a: Term | null, b: Term | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The product or quotient of two fractions, of a dimension already agreed. */
export function multiplyFractions(
  op: '*' | '/',
  left: Fraction,
  right: Fraction,
  dimension: Dimension,
): Fraction {
  const [top, bottom] =
    op === '*' ? [right.numerator, right.denominator] : [right.denominator, right.numerator];
  return {
    numerator: times(left.numerator, top) ?? toConstant(ONE),
    denominator: times(left.denominator, bottom),
    dimension,
    bare: left.bare && right.bare,
  };
}

/**
 * The sum or difference of two fractions over one denominator: the same one, or a constant beside
 * a ratio (`1 - a / b`). Null for ratios with different denominators, whose sum would be no ratio
 * of sums and could not roll up.
 */
export function addFractions(
  op: '+' | '-',
  left: Fraction,
  right: Fraction,
  dimension: Dimension,
): Fraction | null {
  const isShared = isSame(left.denominator, right.denominator);
  if (!isShared && constantOf(left) === null && constantOf(right) === null) return null;
  const denominator = left.denominator ?? right.denominator;
  const raise = (side: Fraction): Term =>
    side.denominator === null ? (times(side.numerator, denominator) ?? side.numerator) : side.numerator;
  return {
    numerator: { kind: 'operation', op, left: raise(left), right: raise(right) },
    denominator,
    dimension,
    bare: left.bare && right.bare,
  };
}
