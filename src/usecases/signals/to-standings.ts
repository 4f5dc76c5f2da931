import { LANGUAGES } from '../../kernel/index.ts';
import { type Standing, writeSignal } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toMeasuredWords, toToldSeries } from '../read-series.ts';
import type { StandingCount } from './signal-line.ts';
import type { WatchedSeries } from './watch-series.ts';

/** In the order in which they ask for somebody. */
const STANDINGS: readonly Standing[] = [
  'signal-failing',
  'stable-failing',
  'signal-met',
  'stable-met',
  'signal-unjudged',
  'stable-unjudged',
  'too-short',
];

/**
 * How many series come to each reading: the indicators by name, their parts counted. The one series of an
 * indicator is named too, whole or not: who looks at one unit reads names.
 */
export function toStandings(
  { content }: Institution,
  watched: readonly WatchedSeries[],
): readonly StandingCount[] {
  const series = Map.groupBy(watched, ({ indicator }) => indicator.id);
  const isNamed = ({ indicator, dimensions }: WatchedSeries) =>
    Object.keys(dimensions).length === 0 || series.get(indicator.id)?.length === 1;
  const byStanding = Map.groupBy(watched, ({ read }) => read.standing);
  return STANDINGS.map((standing) => {
    const found = byStanding.get(standing) ?? [];
    const indicators = found.filter(isNamed).map(({ indicator, read, figure }) => {
      const sheet = content.catalogue.sheets.get(indicator.id)!;
      const [es, en] = LANGUAGES.map((language) =>
        writeSignal(toToldSeries(read, toMeasuredWords(read, figure, sheet, language)), language),
      );
      return { id: sheet.id, name: sheet.name, sentence: { es: es!, en: en! } };
    });
    return { standing, indicators, parts: found.length - indicators.length };
  });
}
