import {
  compare,
  divide,
  findUnit,
  multiply,
  type Rational,
  rational,
  type Sheet,
  type Standard,
} from '../kernel/index.ts';
import { takesBareNumber } from './check-quantity.ts';
import type { CheckedStandard } from './checked-indicator.ts';
import { plain } from './fraction.ts';
import { report, type RowScope } from './row-scope.ts';

/** Above ten times the whole, a bare number beside a ratio is a percentage that lost its sign. */
const MOST_BARE_RATIO = rational(10n);

type Bound = 'floor' | 'ceiling';

/**
 * Floors and ceilings in the unit the result is shown in, exactly: `ceiling: 72 h` of a result in
 * minutes is 4320. A bound of another dimension than the result, a number without unit beside time
 * and a ratio that lost its `%` (`floor: 95`) are refused.
 *
 * @param unit name of the unit the result is shown in
 */
export function checkBounds(
  sheet: Sheet,
  standards: readonly CheckedStandard[],
  unit: string,
  scope: (path: string) => RowScope,
): readonly CheckedStandard[] {
  return standards.map((standard, index) => {
    const written = sheet.standards[index]!;
    const check = (bound: Bound) => checkBound(written, bound, unit, scope(`standards[${index}].${bound}`));
    return { ...standard, floor: check('floor'), ceiling: check('ceiling') };
  });
}

function checkBound(
  standard: Standard,
  bound: Bound,
  shownIn: string,
  scope: RowScope,
): CheckedStandard['floor'] {
  const value = standard[bound];
  const written = bound === 'floor' ? standard.floor_unit : standard.ceiling_unit;
  if (value === null) return null;
  if (written === undefined) return plain(value);
  const shown = findUnit(shownIn)!;
  const mismatch = (right: string, hint?: string) => {
    const params = { left: shown.dimension, right, operation: bound, unit: shownIn };
    return report(scope, 0, 'unit-mismatch', params, hint);
  };
  if (written === null) {
    if (shown.dimension === 'ratio' && compare(value, MOST_BARE_RATIO) > 0) {
      const text = toText(value);
      return report(scope, 0, 'bound-without-percent', { value: text }, `${text} %`);
    }
    if (takesBareNumber(shown.dimension, value.num === 0n)) return plain(value);
    return mismatch('ratio', `${toText(value)} ${shownIn}`);
  }
  if (written === '%') {
    const fits = shown.dimension === 'ratio' || shown.dimension === 'number';
    return fits ? plain(value) : mismatch('percent');
  }
  const unit = findUnit(written)!;
  if (unit.dimension !== shown.dimension) return mismatch(unit.dimension);
  return plain(divide(multiply(value, rational(unit.factor)), rational(shown.factor))!);
}

/** A decimal as written: its denominator is a product of twos and fives. */
function toText({ num, den }: Rational): string {
  let places = 0;
  while (10n ** BigInt(places) % den !== 0n) places += 1;
  const digits = ((num * 10n ** BigInt(places)) / den).toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
