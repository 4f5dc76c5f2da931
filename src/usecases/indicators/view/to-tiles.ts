import { type Language, type Measurement, parsePeriod, type Sheet } from '../../../kernel/index.ts';
import type { CheckedIndicator } from '../../../language/index.ts';
import { printDate, printNumber, printVerdict, showFigure, writeStandard } from '../../../sentences/index.ts';
import { countsPeople } from '../../counts-people.ts';
import type { Content } from '../../institution.ts';
import { toTrendTile } from './read-trend.ts';
import type { SheetView } from './sheet-view.ts';
import { VIEW_WORDS } from './words.ts';

interface Told {
  readonly indicator: CheckedIndicator;
  readonly sheet: Sheet;
  readonly catalogue: Content['catalogue'];
  readonly period: string;
}

/** By which hours a term runs, where it is one. */
function listClocks({ measure, measure_unit }: Sheet): readonly ('byClock' | 'byOpening')[] {
  if (measure === null) return [];
  if (measure_unit?.startsWith('working_') || /^working\w*\s*\(/.test(measure)) return ['byOpening'];
  return /^elapsed\s*\(/.test(measure) ? ['byClock'] : [];
}

/** The four tiles on top of a sheet. */
export function toTiles(
  asked: Told,
  measurement: Measurement | null,
  trend: SheetView['trend'],
  language: Language,
): SheetView['tiles'] {
  const { sheet, indicator, period } = asked;
  const words = VIEW_WORDS[language];
  const shown = measurement && showFigure(measurement, sheet, language);
  const n = measurement?.n ?? 0;
  const notes = [
    ...(shown?.index ? [words.index(shown.index)] : []),
    ...(n > 0
      ? [(countsPeople(indicator, asked.catalogue) ? words.people : words.n)(printNumber(n, language))]
      : []),
    ...(measurement?.warnings.some(({ code }) => code === 'small-sample') ? [words.small] : []),
  ];
  const last = sheet.standards.at(-1);
  const to = parsePeriod(period)?.to ?? null;
  const from = measurement?.standard?.from ?? last?.from ?? null;
  const open = measurement?.open.count ?? 0;
  const hides_tail = measurement?.warnings.some(({ code }) => code === 'mean-hides-tail') ?? false;
  const declared = last ? writeStandard(last, indicator.unit, language, false) : words.noStandard;
  // A standard that begins after the period judges nothing of it.
  const [first] = sheet.standards;
  const later = first !== undefined && to !== null && first.from >= to ? first.from : null;
  return {
    result: { text: shown?.text ?? words.noResult, note: notes.length === 0 ? null : notes.join(' · ') },
    standard: {
      text: shown?.standard_sign ?? (shown || later !== null ? words.noStandard : declared),
      note:
        later !== null
          ? words.notYet(printDate(later, language))
          : from === null || !shown
            ? null
            : [
                ...(shown.better ? [words[shown.better === 'between' ? 'twoSided' : shown.better]] : []),
                ...listClocks(sheet).map((clock) => words[clock]),
                words.since(printDate(from, language)),
              ].join('; '),
    },
    trend: toTrendTile(trend, language),
    state: {
      verdict: measurement?.verdict ?? 'no-data',
      hides_tail,
      text: printVerdict(measurement?.verdict ?? 'no-data', language, hides_tail),
      note: open === 0 ? null : words.open(printNumber(open, language)),
    },
  };
}
