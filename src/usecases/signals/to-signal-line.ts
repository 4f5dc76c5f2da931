import { LANGUAGES, type LocalText } from '../../kernel/index.ts';
import { sayUsual, writeSignal } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { labelDimensions } from '../label-dimensions.ts';
import { toMeasuredWords, toToldSeries } from '../read-series.ts';
import type { SignalLine } from './signal-line.ts';
import type { FoldedSignal } from './fold-parts.ts';

/** Parts named within their whole; more are counted. */
const MOST_NAMED = 3;

/** A signal in words, as a line of the list. */
export function toSignalLine(
  institution: Institution,
  { key, watched, figure, signal, n, parts }: FoldedSignal,
): SignalLine {
  const { indicator, dimensions, read } = watched;
  const { trend, reading, last } = read;
  const limits = read.limits!;
  const point = trend.points[last]!;
  const sheet = institution.content.catalogue.sheets.get(indicator.id)!;
  const { catalogue } = institution.content;
  const told = LANGUAGES.map((language) =>
    toToldSeries(read, toMeasuredWords(read, figure, sheet, language)),
  );
  const inBoth = (write: (language: 'es' | 'en', index: number) => string): LocalText => ({
    es: write('es', 0),
    en: write('en', 1),
  });
  // Those on the other side were something else, at another time.
  const flags = new Set(reading.signals.flatMap(({ index, side }) => (side === signal.side ? [index] : [])));
  const causes = new Map((trend.notes ?? []).map((note) => [note.period, note.cause]));
  const process = catalogue.processes.get(sheet.process);
  return {
    key,
    indicator: indicator.id,
    code: sheet.code,
    name: sheet.name,
    process: { id: sheet.process, name: process?.name ?? { es: sheet.process, en: sheet.process } },
    dimensions,
    part: labelDimensions(institution.content, indicator, dimensions),
    period: signal.period,
    rule: signal.rule,
    side: signal.side,
    since: signal.since,
    side_since: signal.side_since,
    better: signal.better,
    standing: read.standing,
    verdict: read.verdict,
    sigmas: signal.sigmas,
    n,
    value: inBoth((_, index) => told[index]!.value ?? ''),
    standard: told[0]!.standard === null ? null : inBoth((_, index) => told[index]!.standard ?? ''),
    usual: inBoth((language, index) => sayUsual(told[index]!, language)),
    sentence: inBoth((language, index) => writeSignal(told[index]!, language)),
    points: trend.points.map(({ period, value, provisional }, index) => ({
      period,
      value,
      provisional,
      flagged: flags.has(index),
      explained: causes.has(period),
    })),
    limits: { centre: limits.centre, upper: limits.upper, lower: limits.lower },
    bound:
      point.ceiling !== null && (point.floor === null || signal.side === 'above')
        ? point.ceiling
        : point.floor,
    parts: {
      n: parts.length,
      names: parts
        .slice(0, MOST_NAMED)
        .flatMap(
          ({ watched: of }) => labelDimensions(institution.content, of.indicator, of.dimensions) ?? [],
        ),
    },
    cause: causes.get(signal.period) ?? null,
    seen_at: null,
    waiting: [],
  };
}
