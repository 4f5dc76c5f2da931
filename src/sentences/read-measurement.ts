import { findUnit, type Measurement, type Sheet } from '../kernel/index.ts';
import { absDecimal, compareDecimal, type Decimal, findDecimals } from './decimal.ts';
import { multiplyDecimal, roundDecimal, subtractDecimal, toDecimal } from './decimal.ts';
import { toPercent } from './print-percent.ts';

export type Figure = Omit<Measurement, 'sentences'>;

/**
 * How a figure is told, decided from what it carries and never from its name:
 *
 * - `deadline`: every fact has the same limit, so the mean is told in the unit of the limit.
 * - `own-deadline`: each fact has a limit of its own, so the mean is told as a share of it.
 * - `load`: a time over a time (minutes worked over installed capacity).
 * - `share`: a share of facts, told in percentage points.
 * - `plain`: not a ratio; told in its own unit.
 */
export type Family = 'deadline' | 'own-deadline' | 'load' | 'share' | 'plain';

/** On which side of its standard the figure stands, in agreement with the verdict. */
export type Side = 'over-ceiling' | 'under-floor' | 'under-ceiling' | 'over-floor' | 'in-range' | 'unjudged';

/** A figure against its standard, in the unit in which it is told, rounded so that it cannot mislead. */
export interface Reading {
  readonly family: Family;
  /** Unit of `value`, `floor`, `ceiling` and `gap`: `percent`, or a unit of the kernel. */
  readonly unit: string;
  readonly value: Decimal;
  readonly floor: Decimal | null;
  readonly ceiling: Decimal | null;
  readonly side: Side;
  /** Distance to the bound the side names, as the reader computes it from the printed figures. */
  readonly gap: Decimal;
  /** Whether the figure stands exactly on that bound. */
  readonly at: boolean;
}

const ONE = toDecimal(1);
const COUNTS_FACTS = /^\s*(?:1\s*-\s*)?(?:share|count|distinct)\s*\(/;

function isTime(unit: string | null): boolean {
  const dimension = unit === null ? undefined : findUnit(unit)?.dimension;
  return dimension === 'time' || dimension === 'working-time';
}

function findFamily(figure: Figure, sheet: Sheet): Family {
  if (figure.unit !== 'ratio') return 'plain';
  if (COUNTS_FACTS.test(sheet.formula)) return 'share';
  const measured = sheet.measure !== null || figure.p50 !== null || figure.inside_standard !== null;
  if (measured && figure.standard !== null)
    return figure.standard.limit === null ? 'own-deadline' : 'deadline';
  return !measured && isTime(figure.measure_unit) ? 'load' : 'share';
}

/** The limit of one fact, in the unit of the measure where a whole number of them makes it. */
function readLimit(figure: Figure): { readonly limit: Decimal; readonly unit: string } {
  const unit = figure.standard?.limit_unit ?? '';
  const limit = toDecimal(figure.standard?.limit ?? 0);
  const [from, to] = [findUnit(unit), findUnit(figure.measure_unit ?? '')];
  if (from && to && from.dimension === to.dimension && from.factor % to.factor === 0n) {
    return { limit: multiplyDecimal(limit, toDecimal(from.factor / to.factor)), unit: to.name };
  }
  return { limit, unit };
}

function findSide(figure: Figure, value: Decimal, isRange: boolean): Side {
  const floor = toDecimalOrNull(figure.standard?.floor);
  const ceiling = toDecimalOrNull(figure.standard?.ceiling);
  if (figure.verdict === 'no-data' || (floor === null && ceiling === null)) return 'unjudged';
  if (figure.verdict === 'met-with-alert') return ceiling === null ? 'over-floor' : 'over-ceiling';
  if (figure.verdict === 'met') {
    if (floor !== null && ceiling !== null && isRange) return 'in-range';
    return floor === null ? 'under-ceiling' : 'over-floor';
  }
  // The verdict was reached on exact fractions; where doubles cannot tell, the nearest bound failed.
  if (floor === null) return 'over-ceiling';
  if (ceiling === null) return 'under-floor';
  const toFloor = absDecimal(subtractDecimal(value, floor));
  const toCeiling = absDecimal(subtractDecimal(value, ceiling));
  if (compareDecimal(value, floor) < 0) return 'under-floor';
  if (compareDecimal(value, ceiling) > 0) return 'over-ceiling';
  return compareDecimal(toFloor, toCeiling) <= 0 ? 'under-floor' : 'over-ceiling';
}

function toDecimalOrNull(value: number | null | undefined): Decimal | null {
  return value === null || value === undefined ? null : toDecimal(value);
}

/** The family and the place of a figure that has a value; null when there is none. */
export function readMeasurement(figure: Figure, sheet: Sheet): Reading | null {
  if (figure.value === null) return null;
  const family = findFamily(figure, sheet);
  const ratio = toDecimal(figure.value);
  const from = figure.standard?.from;
  const isRange = sheet.standards.some((s) => s.from === from && s.direction === 'between');
  const side = findSide(figure, ratio, isRange);

  const limited = family === 'deadline' ? readLimit(figure) : null;
  const unit = limited?.unit ?? (family === 'plain' ? figure.unit : 'percent');
  const toShown = (x: Decimal): Decimal =>
    limited ? multiplyDecimal(x, limited.limit) : unit === 'percent' ? toPercent(x) : x;
  const value = toShown(ratio);
  const exactFloor = toDecimalOrNull(figure.standard?.floor);
  const exactCeiling = toDecimalOrNull(figure.standard?.ceiling);
  const bounds = [exactFloor, exactCeiling].map((bound) => (bound === null ? null : toShown(bound)));
  const decimals = findDecimals(value, bounds);
  const [floor = null, ceiling = null] = bounds.map((b) => (b === null ? null : roundDecimal(b, decimals)));

  const named = side.endsWith('floor') ? floor : ceiling;
  const rounded = roundDecimal(value, decimals);
  const gap = named === null ? toDecimal(0) : absDecimal(subtractDecimal(rounded, named));
  const met = figure.verdict === 'met';
  return { family, unit, value: rounded, floor, ceiling, side, gap, at: met && gap.digits === 0n };
}

/** Two ratios as per cent with decimals enough to tell them apart, and the points between them. */
export function comparePercents(
  a: Decimal,
  b: Decimal,
): {
  readonly a: Decimal;
  readonly b: Decimal;
  readonly gap: Decimal;
  readonly order: number;
} {
  const [x, y] = [toPercent(a), toPercent(b)];
  const decimals = findDecimals(x, [y]);
  const [shownA, shownB] = [roundDecimal(x, decimals), roundDecimal(y, decimals)];
  return {
    a: shownA,
    b: shownB,
    gap: absDecimal(subtractDecimal(shownA, shownB)),
    order: compareDecimal(x, y),
  };
}

/** Share of failures behind a figure, or null where the figure does not tell it. */
export function findFailures(figure: Figure, reading: Reading): Decimal | null {
  if (reading.family === 'deadline' || reading.family === 'own-deadline') {
    const inside = figure.inside_standard;
    return inside === null ? null : subtractDecimal(ONE, toDecimal(inside.share));
  }
  if (reading.family !== 'share' || figure.value === null) return null;
  const value = toDecimal(figure.value);
  if (reading.floor !== null) return subtractDecimal(ONE, value);
  return reading.ceiling === null ? null : value;
}
