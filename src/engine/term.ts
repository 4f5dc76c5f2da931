import { add, findUnit, multiply, type Rational, rational, subtract } from '../kernel/index.ts';
import type { Aggregate, PlainRational, Term } from '../language/index.ts';

/** An exact fraction from its plain form. */
export function fromPlain(value: PlainRational): Rational {
  return rational(BigInt(value.num), BigInt(value.den));
}

/** The exact value of a double: doubles are fractions of powers of two. */
export function fromDouble(value: number): Rational {
  let den = 1n;
  let scaled = value;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    den *= 2n;
  }
  return rational(BigInt(scaled), den);
}

/**
 * A percentile of whole numbers by type 7 lies on a multiple of `1 / parts`, `parts` being the
 * denominator of its share: so the exact value is known from the double the database gives.
 *
 * @example fromPercentile(1142999999.9999998, 20n) // 1143000000
 */
export function fromPercentile(value: number, parts: bigint): Rational {
  const scaled = value * Number(parts);
  // Beyond this a double no longer tells parts from its own rounding.
  return Math.abs(scaled) < 2 ** 50 ? rational(BigInt(Math.round(scaled)), parts) : fromDouble(value);
}

/** The value of a term; null when an aggregate in it has none. */
export function termValue(term: Term, values: readonly (Rational | null)[]): Rational | null {
  if (term.kind === 'constant') return fromPlain(term.value);
  if (term.kind === 'aggregate') return values[term.index] ?? null;
  const left = termValue(term.left, values);
  const right = termValue(term.right, values);
  if (left === null || right === null) return null;
  return term.op === '+' ? add(left, right) : term.op === '-' ? subtract(left, right) : multiply(left, right);
}

/** Base units in one shown unit for what a term measures: microseconds in an hour, or 1. */
export function shownFactor(
  term: Term | null,
  aggregates: readonly Aggregate[],
  measureUnit: string | null,
): Rational {
  const unit = measureUnit === null ? undefined : findUnit(measureUnit);
  return unit && mentionsDimension(term, aggregates, unit.dimension) ? rational(unit.factor) : rational(1n);
}

function mentionsDimension(term: Term | null, aggregates: readonly Aggregate[], dimension: string): boolean {
  if (term === null) return false;
  if (term.kind === 'constant') return term.dimension === dimension;
  if (term.kind === 'aggregate') return aggregates[term.index]!.type.dimension === dimension;
  return (
    mentionsDimension(term.left, aggregates, dimension) ||
    mentionsDimension(term.right, aggregates, dimension)
  );
}
