import type { Rational } from './rational.ts';
import { multiply, parseDecimal, rational } from './rational.ts';
import type { Unit } from './unit.ts';
import { findUnit } from './unit.ts';

/** An exact amount of a unit, as written: `48 h` is 48 of `h`. */
export interface Quantity {
  readonly value: Rational;
  readonly unit: Unit;
}

/**
 * Reads a quantity of a content file: a decimal number (with point) and a unit's name, or `%`. A
 * percentage and a bare number are ratios. Undefined when the number or the unit is not known.
 *
 * @example parseQuantity('95 %') // { value: 19/20, unit: ratio }
 */
export function parseQuantity(text: string): Quantity | undefined {
  const match = /^([+-]?[\d.]+)\s*([a-z_]+|%)?$/i.exec(text.trim());
  const value = parseDecimal(match?.[1] ?? '');
  if (!match || value === undefined) return undefined;
  const name = match[2] ?? 'ratio';
  const unit = findUnit(name === '%' ? 'ratio' : name);
  if (unit === undefined) return undefined;
  return { value: name === '%' ? multiply(value, rational(1n, 100n)) : value, unit };
}
