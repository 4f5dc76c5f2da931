import type { Language, Warning } from '../kernel/index.ts';
import { PHRASES } from './interpretation-phrases.ts';
import { printCount } from './print-count.ts';
import { printNumber } from './print-number.ts';
import { printWarningClause } from './print-warning.ts';
import { readNumber, readText } from './read-param.ts';
import type { Figure } from './read-measurement.ts';
import { openSentence, toInner } from './sentence-case.ts';

/** Order in which a reader needs them: how far to trust the figure, then what is not in it. */
const ORDER = [
  'small-sample',
  'standard-minutes',
  'without-minutes',
  'several-standards',
  'person-without-schedule',
  'calendar-missing',
  'rows-quarantined',
  'excluded',
  'flagged',
];

/** `3 filas quedaron fuera del indicador: cruza de día (2), sin fecha (1)`. */
function writeExcluded(excluded: readonly Warning[], language: Language): string {
  const [first] = excluded;
  if (excluded.length === 1 && first !== undefined) return printWarningClause(first, language);
  const phrases = PHRASES[language];
  const total = excluded.reduce((sum, warning) => sum + readNumber(warning.params, 'n'), 0);
  const reasons = excluded.map(({ params }) => {
    const text = toInner(openSentence(readText(params, language)));
    return `${text} (${printNumber(readNumber(params, 'n'), language)})`;
  });
  const rows = printCount(total, phrases.row, language);
  return `${phrases.excluded(rows, total === 1)}: ${reasons.join(', ')}`;
}

/** What is still open and, of it, what already passed its limit; null when nothing is open. */
export function writeOpen(figure: Figure, language: Language): string | null {
  const { count, past_limit } = figure.open;
  if (count === 0) return null;
  const phrases = PHRASES[language];
  const open = phrases.open(printCount(count, phrases.case, language), count === 1);
  const past = phrases.pastLimit(past_limit, count, printNumber(past_limit, language));
  return past_limit === 0 ? open : `${open}, ${past}`;
}

/**
 * The clauses that limit how a figure may be read: what is open, small samples, rows outside.
 * Warnings already told elsewhere in the sentence are named in `told`.
 */
export function writeCaveats(
  figure: Figure,
  smallSample: number,
  language: Language,
  told: readonly string[],
): readonly string[] {
  const clauses: string[] = [];
  const open = writeOpen(figure, language);
  if (figure.provisional && figure.value !== null) clauses.push(PHRASES[language].provisional);
  if (open !== null && !told.includes('open')) clauses.push(open);

  const warnings = [...figure.warnings];
  const isSmall = figure.value !== null && figure.n > 0 && figure.n < smallSample;
  if (isSmall && !warnings.some(({ code }) => code === 'small-sample')) {
    warnings.push({ code: 'small-sample', params: { n: figure.n, minimum: smallSample } });
  }
  // That the month is closed is told once beside its date, not in each of its sentences.
  const left = warnings.filter(({ code }) => code !== 'closed' && !told.includes(code));
  const unlisted = left.map(({ code }) => code).filter((code) => !ORDER.includes(code));
  for (const code of new Set([...ORDER, ...unlisted])) {
    const same = left.filter((warning) => warning.code === code);
    if (same.length === 0) continue;
    if (code === 'excluded') clauses.push(writeExcluded(same, language));
    else clauses.push(...same.map((warning) => printWarningClause(warning, language)));
  }
  return clauses;
}
