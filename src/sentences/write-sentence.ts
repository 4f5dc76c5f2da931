import { findUnit, type Language, type LocalText, type Sheet } from '../kernel/index.ts';
import { findDecimals, multiplyDecimal, roundDecimal, toDecimal } from './decimal.ts';
import { PHRASES, type Phrases } from './interpretation-phrases.ts';
import { printNumber } from './print-number.ts';
import { printInPeriod } from './print-period.ts';
import { printQuantity } from './print-quantity.ts';
import { printWarningClause } from './print-warning.ts';
import { type Figure, type Reading, readMeasurement } from './read-measurement.ts';
import { capitalize, endSentence } from './sentence-case.ts';
import { writeCaveats, writeOpen } from './write-caveats.ts';
import { printShown, writeComparison } from './write-comparison.ts';

/** Words an institution chooses once: cliente or socio, agencia or oficina, ejecutivo or asesor. */
export interface InstitutionWords {
  readonly client?: LocalText;
  /** `masculine` when the Spanish word is: `punto de atención`. */
  readonly agency?: LocalText & { readonly masculine?: boolean };
  readonly executive?: LocalText;
}

export interface SentenceContext {
  /** Period as text: `2011-06`. */
  readonly period: string;
  readonly language: Language;
  /** Facts below which a figure is said to rest on a small sample. */
  readonly small_sample: number;
  readonly words?: InstitutionWords;
}

/** With fewer facts than this, "9 of every 10" would be an invention. */
const ENOUGH_FOR_PERCENTILES = 10;

/** Why there is no figure, most telling reason first; without any of them, it is read from the counts. */
const REASONS = [
  'dimension-unavailable',
  'person-without-schedule',
  'calendar-missing',
  'none-in-scope',
  'none-counts',
  'nothing-to-compare',
];

function writeReason(figure: Figure, language: Language): { why: string; told: readonly string[] } {
  const phrases = PHRASES[language];
  const reason = REASONS.map((code) => figure.warnings.find((w) => w.code === code)).find(Boolean);
  if (reason !== undefined) return { why: printWarningClause(reason, language), told: [reason.code] };
  const open = writeOpen(figure, language);
  if (open !== null) return { why: open, told: ['open'] };
  if (figure.n > 0) return { why: phrases.noDenominator, told: [] };
  // Facts there are, all of them left out: what follows says why.
  if (figure.warnings.some(({ code }) => code === 'excluded')) return { why: phrases.noneCounts, told: [] };
  const absent = figure.warnings.find(({ code }) => code === 'no-facts') ?? { code: 'no-facts', params: {} };
  return { why: printWarningClause(absent, language), told: [] };
}

function writeNoData(figure: Figure, context: SentenceContext): string {
  const { language } = context;
  const { why, told } = writeReason(figure, language);
  const caveats = writeCaveats(figure, 0, language, [...told, 'no-facts', 'no-standard']);
  const first = PHRASES[language].noData(printInPeriod(context.period, language), why);
  return caveats.length === 0 ? first : `${first} ${endSentence(capitalize(caveats.join('; ')))}`;
}

function writeVerdict(figure: Figure, sheet: Sheet, reading: Reading, context: SentenceContext): string {
  const { language, words = {} } = context;
  const phrases: Phrases = PHRASES[language];
  switch (figure.verdict) {
    case 'met':
      return phrases.met;
    case 'not-met':
      return phrases.notMet;
    case 'no-data':
      return endSentence(capitalize(printWarningClause({ code: 'no-standard', params: {} }, language)));
    case 'met-with-alert': {
      if (reading.family !== 'load' || !/\bcapacity\./.test(sheet.formula)) {
        return phrases.metWith(phrases.lookAbove);
      }
      const agency = words.agency ?? { es: 'agencia', en: 'branch' };
      const client = words.client ?? { es: 'cliente', en: 'client' };
      const executive = words.executive ?? { es: 'ejecutivo', en: 'executive' };
      const isPerson = typeof figure.dimensions.person === 'string';
      return phrases.metWith(
        phrases.moreCapacity(
          agency[language],
          words.agency?.masculine === true,
          isPerson ? executive[language] : null,
          client[language],
        ),
      );
    }
  }
}

/** Share of facts inside their limit: the tail that a mean can hide. */
function writeInside(figure: Figure, language: Language): string | null {
  const phrases = PHRASES[language];
  const tail = figure.warnings.find(({ code }) => code === 'mean-hides-tail');
  const inside = figure.inside_standard;
  if (tail !== undefined) {
    // The share counts open facts past their limit, which the figure cannot count yet.
    const overdue = inside === null ? 0 : inside.n - figure.n;
    const told = printWarningClause(tail, language);
    return overdue > 0 && overdue === figure.open.past_limit
      ? `${told}, ${phrases.withOverdue(overdue, printNumber(overdue, language))}`
      : told;
  }
  if (inside === null || inside.n === 0) return null;
  if (inside.n === 1) return phrases.insideOnly(inside.share === 1);
  if (inside.share === 1) return phrases.insideAll;
  if (inside.share === 0) return phrases.insideNone;
  const percent = multiplyDecimal(toDecimal(inside.share), toDecimal(100));
  const decimals = findDecimals(percent, [toDecimal(0), toDecimal(100)]);
  return phrases.insideShare(printShown(roundDecimal(percent, decimals), 'percent', language));
}

function writeSpread(figure: Figure, language: Language): string | null {
  const { p50, p90, measure_unit } = figure;
  if (p50 === null || p90 === null || measure_unit === null || figure.n < ENOUGH_FOR_PERCENTILES) return null;
  const phrases = PHRASES[language];
  const dimension = findUnit(measure_unit)?.dimension;
  const isTime = dimension === 'time' || dimension === 'working-time';
  const [half, nine] = [p50, p90].map((value) => printQuantity(value, measure_unit, language));
  return (isTime ? phrases.halves : phrases.values)(half ?? '', nine ?? '');
}

/**
 * The interpretation of a figure in words, from its rule and its numbers, in one to four
 * sentences: the measure in its own unit against its standard, with the index; the verdict; how
 * the facts spread around the mean; and what limits the reading (open facts, small samples, rows
 * outside). Rounded figures never contradict the verdict. A figure without value says why.
 *
 * @example
 * // value 1.1, standard {ceiling: 1, limit: 48, limit_unit: 'h'}, verdict 'not-met'
 * // '52,8 h frente a 48 h: 4,8 h más de lo previsto; menos es mejor (110 %). No cumple.'
 */
export function writeSentence(figure: Figure, sheet: Sheet, context: SentenceContext): string {
  const { language } = context;
  const reading = readMeasurement(figure, sheet);
  if (reading === null) return writeNoData(figure, context);

  const sentences = [
    `${writeComparison(figure, sheet, reading, language)}.`,
    writeVerdict(figure, sheet, reading, context),
  ];
  const facts = [writeInside(figure, language), writeSpread(figure, language)].filter((x) => x !== null);
  if (facts.length > 0) sentences.push(endSentence(capitalize(facts.join('; '))));
  // Behind a capacity `n` counts people, not cases: there the measurement itself warns of small samples.
  const smallSample = reading.family === 'load' ? 0 : context.small_sample;
  const caveats = writeCaveats(figure, smallSample, language, ['mean-hides-tail', 'no-standard']);
  if (caveats.length > 0) sentences.push(endSentence(capitalize(caveats.join('; '))));
  return sentences.join(' ');
}
