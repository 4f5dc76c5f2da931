import type { Language, Sheet } from '../kernel/index.ts';
import { type Decimal, findDecimals, roundDecimal, toDecimal } from './decimal.ts';
import { PHRASES } from './interpretation-phrases.ts';
import { printDecimal } from './print-number.ts';
import { printPercentDecimal, toPercent } from './print-percent.ts';
import { printQuantityDecimal } from './print-quantity.ts';
import { comparePercents, type Figure, findFailures, type Reading } from './read-measurement.ts';

/** A rounded figure in `percent` or in a unit of the kernel. */
export function printShown(value: Decimal, unit: string, language: Language): string {
  return unit === 'percent'
    ? printPercentDecimal(value, language)
    : printQuantityDecimal(value, unit, language);
}

function printPoints(gap: Decimal, language: Language): string {
  const amount = printDecimal(gap, language);
  const [one, many] = PHRASES[language].point;
  return `${amount} ${amount === '1' ? one : many}`;
}

function printGap(reading: Reading, language: Language): string {
  return reading.unit === 'percent'
    ? printPoints(reading.gap, language)
    : printQuantityDecimal(reading.gap, reading.unit, language);
}

/** The bound or bounds the figure is held against: ` frente a un mínimo de 95 %`. */
function writeAgainst(reading: Reading, figure: Figure, language: Language): string {
  const phrases = PHRASES[language];
  const { floor, ceiling, side } = reading;
  const print = (bound: Decimal) => printShown(bound, reading.unit, language);
  if (side === 'in-range' && floor !== null && ceiling !== null) {
    return phrases.againstRange(print(floor), print(ceiling));
  }
  if (side.endsWith('floor') && floor !== null) {
    const isAll = reading.family === 'share' && figure.standard?.floor === 1;
    return isAll ? phrases.against(print(floor)) : phrases.againstFloor(print(floor));
  }
  return side.endsWith('ceiling') && ceiling !== null ? phrases.againstCeiling(print(ceiling)) : '';
}

/** The figure in its own unit, with the bound it is held against. */
function writeLead(figure: Figure, sheet: Sheet, reading: Reading, language: Language): string {
  const phrases = PHRASES[language];
  const value = printShown(reading.value, reading.unit, language);
  const against = writeAgainst(reading, figure, language);
  switch (reading.family) {
    case 'deadline': {
      const isLimit =
        figure.standard?.ceiling === 1 && reading.ceiling !== null && reading.side.endsWith('ceiling');
      if (!isLimit || reading.ceiling === null) return value + against;
      return phrases.ofLimit(value, printShown(reading.ceiling, reading.unit, language));
    }
    case 'own-deadline': {
      const used = phrases.ofOwnLimits(value, /^\s*mean\s*\(/.test(sheet.formula));
      return figure.standard?.ceiling === 1 && reading.side.endsWith('ceiling') ? used : used + against;
    }
    case 'load': {
      if (figure.numerator === null || figure.denominator === null || figure.measure_unit === null) {
        return value + against;
      }
      const [part, whole] = [toDecimal(figure.numerator), toDecimal(figure.denominator)];
      const decimals = findDecimals(part, [whole]);
      const unit = figure.measure_unit;
      const [worked, available] = [part, whole].map((x) =>
        printQuantityDecimal(roundDecimal(x, decimals), unit, language),
      );
      const isCapacity = /\bcapacity\./.test(sheet.formula);
      return (isCapacity ? phrases.ofCapacity : phrases.ofTime)(worked ?? '', available ?? '', value);
    }
    case 'share': {
      if (reading.floor === null) return value + against;
      if (sheet.type === 'efectividad') return phrases.effectiveness(value) + against;
      return (sheet.type === 'eficacia' ? phrases.efficacy(value) : value) + against;
    }
    case 'plain':
      return value + against;
  }
}

/** How far a figure over a time stands, naming its bound, which the lead has not named. */
function writeLoadGap(figure: Figure, sheet: Sheet, reading: Reading, language: Language): string | null {
  const phrases = PHRASES[language];
  const gap = printGap(reading, language);
  const floor = reading.floor === null ? '' : printShown(reading.floor, reading.unit, language);
  const ceiling = reading.ceiling === null ? '' : printShown(reading.ceiling, reading.unit, language);
  const isOne = printDecimal(reading.gap, language) === '1';
  switch (reading.side) {
    case 'unjudged':
      return null;
    case 'in-range':
      return phrases.inRange;
    case 'under-floor':
      return phrases.missingToFloor(gap, floor, isOne);
    case 'over-floor':
      return reading.at ? phrases.atThatFloor(floor) : phrases.aboveThatFloor(gap, floor);
    case 'under-ceiling':
      return reading.at ? phrases.atThatCeiling(ceiling) : phrases.belowThatCeiling(gap, ceiling);
    case 'over-ceiling': {
      const isCapacity = figure.standard?.ceiling === 1 && /\bcapacity\./.test(sheet.formula);
      return isCapacity ? phrases.exceedsCapacity(gap) : phrases.exceedsCeiling(gap, ceiling);
    }
  }
}

/** How far a share, a mean or a plain figure stands from the bound the lead named. */
function writeOtherGap(reading: Reading, language: Language): string | null {
  const phrases = PHRASES[language];
  const gap = printGap(reading, language);
  const isShare = reading.family === 'share';
  const isOne = printDecimal(reading.gap, language) === '1';
  const better = reading.floor === null ? phrases.lessIsBetter : phrases.moreIsBetter;
  const withDirection = (text: string) =>
    reading.floor === null || (reading.ceiling === null && !isShare) ? `${text}; ${better}` : text;
  if (reading.side === 'unjudged') return null;
  if (reading.side === 'in-range') return phrases.inRange;
  if (reading.at) return withDirection(phrases.atLimit);
  switch (reading.side) {
    case 'under-floor':
      return withDirection(isShare ? phrases.missing(gap, isOne) : phrases.less(gap));
    case 'over-floor':
      return withDirection(isShare ? phrases.aboveFloor(gap) : phrases.more(gap));
    case 'under-ceiling':
      return withDirection(isShare ? phrases.belowCeiling(gap) : phrases.less(gap));
    case 'over-ceiling':
      return withDirection(isShare ? phrases.aboveCeiling(gap) : phrases.more(gap));
  }
}

/** Failures against what the institution accepts or what history has shown. */
function writeFailures(figure: Figure, reading: Reading, language: Language): readonly string[] {
  const phrases = PHRASES[language];
  const failures = findFailures(figure, reading);
  const { standard } = figure;
  if (failures === null || standard === null || figure.verdict === 'no-data') return [];
  const isShare = reading.family === 'share';
  const clauses: string[] = [];
  const add = (accepted: number | null, toName: (share: string) => string) => {
    if (accepted === null) return;
    const { a, b, gap, order } = comparePercents(failures, toDecimal(accepted));
    // A figure that is met says nothing of failures it can bear; a mean may be met over too many.
    if (figure.verdict !== 'not-met' && (isShare || order <= 0)) return;
    const share = printPercentDecimal(a, language);
    const who = isShare ? phrases.failures(share) : phrases.late(share);
    const what = toName(printPercentDecimal(b, language));
    if (order <= 0) clauses.push(phrases.staysWithin(who, what));
    else if (gap.digits === 0n) clauses.push(phrases.barelyExceed(who, what));
    else clauses.push(phrases.exceed(who, printPoints(gap, language), what));
  };
  add(standard.tolerance, phrases.tolerance);
  if (!isGapFailures(figure, reading)) add(standard.historical_error, phrases.history);
  return clauses;
}

/** Whether the points short of the standard are the failures themselves: the standard is 100 %. */
function isGapFailures(figure: Figure, reading: Reading): boolean {
  return reading.family === 'share' && reading.side === 'under-floor' && figure.standard?.floor === 1;
}

function writeHistory(figure: Figure, reading: Reading, language: Language): string {
  const history = figure.standard?.historical_error ?? null;
  const failures = findFailures(figure, reading);
  if (history === null || failures === null || !isGapFailures(figure, reading)) return '';
  const { b, order } = comparePercents(failures, toDecimal(history));
  const printed = printPercentDecimal(b, language);
  const phrases = PHRASES[language];
  return `, ${order > 0 ? phrases.beyondHistory(printed) : phrases.withinHistory(printed)}`;
}

/**
 * The first sentence of an interpretation, without its full stop: the figure in its own unit,
 * what it is held against, how far it stands and which way is better, the index, and failures
 * against tolerance and historical error.
 */
export function writeComparison(figure: Figure, sheet: Sheet, reading: Reading, language: Language): string {
  const phrases = PHRASES[language];
  const lead = writeLead(figure, sheet, reading, language);
  // A difference too small for any figure is told in words, on the side the verdict says.
  const isInvisible =
    !reading.at && reading.gap.digits === 0n && /^(over-ceiling|under-floor)$/.test(reading.side);
  const barely = reading.side === 'over-ceiling' ? phrases.barelyOver : phrases.barelyUnder;
  const gap = isInvisible
    ? barely
    : reading.family === 'load'
      ? writeLoadGap(figure, sheet, reading, language)
      : writeOtherGap(reading, language);
  let index = '';
  if (reading.family === 'deadline' && figure.value !== null) {
    const bounds = [figure.standard?.floor ?? null, figure.standard?.ceiling ?? null];
    const percents = bounds.map((bound) => (bound === null ? null : toPercent(toDecimal(bound))));
    const percent = toPercent(toDecimal(figure.value));
    index = ` (${printPercentDecimal(roundDecimal(percent, findDecimals(percent, percents)), language)})`;
  }
  const compared = gap === null ? lead : `${lead}: ${gap}`;
  const clauses = [
    `${compared}${writeHistory(figure, reading, language)}${index}`,
    ...writeFailures(figure, reading, language),
  ];
  return clauses.join('; ');
}
