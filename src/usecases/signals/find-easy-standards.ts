import { LANGUAGES } from '../../kernel/index.ts';
import { printNumber } from '../../sentences/index.ts';
import { sayUsual } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { type SeriesReading, toMeasuredWords, toToldSeries } from '../read-series.ts';
import type { EasyStandard } from './signal-line.ts';
import type { WatchedSeries } from './watch-series.ts';

/** Settled months that a standard must have been met in to be called easy. */
const EASY_MONTHS = 12;

/**
 * Standards met with ease for a year, to be reviewed: of the last twelve settled months every one met its standard
 * and had its usual limit inside it, so that failing would take something out of the ordinary. Whole indicators only.
 */
export function findEasyStandards(
  { content }: Institution,
  watched: readonly WatchedSeries[],
): readonly EasyStandard[] {
  return watched.flatMap(({ indicator, dimensions, read, figure }) => {
    if (Object.keys(dimensions).length > 0 || !figure || !isEasy(read)) return [];
    const sheet = content.catalogue.sheets.get(indicator.id)!;
    const [es, en] = LANGUAGES.map((language) => {
      const told = toToldSeries(read, toMeasuredWords(read, figure, sheet, language));
      const usual = sayUsual(told, language);
      const n = printNumber(EASY_MONTHS, language);
      return language === 'es'
        ? `Cumple desde hace ${n} meses y lo habitual (${usual}) queda dentro del estándar (${told.standard ?? ''}): el estándar ya no exige nada. Conviene revisarlo.`
        : `Met for ${n} months, and what is usual (${usual}) lies inside the standard (${told.standard ?? ''}): the standard asks for nothing any more. It is worth a review.`;
    });
    return [{ id: sheet.id, name: sheet.name, sentence: { es: es!, en: en! } }];
  });
}

/** Whether every one of the last twelve settled months is met with its limits inside the standard. */
function isEasy({ trend, reading }: SeriesReading): boolean {
  const settled = trend.points.flatMap((point, index) =>
    point.value === null || point.provisional ? [] : [{ point, limits: reading.points[index] ?? null }],
  );
  if (settled.length < EASY_MONTHS) return false;
  return settled.slice(-EASY_MONTHS).every(({ point, limits }) => {
    if (limits === null || point.verdict !== 'met') return false;
    const { floor, ceiling } = point;
    if (floor === null && ceiling === null) return false;
    // A limit beyond what the value can be is inside no standard that could be failed on that side.
    const isUnder = ceiling === null || (limits.upper !== null && limits.upper < ceiling);
    return isUnder && (floor === null || (limits.lower !== null && limits.lower > floor));
  });
}
