import type { LocalText } from '../kernel/index.ts';
import type { PointLimits, ProcessReading } from '../statistics/index.ts';
import type { Draw } from './chart.ts';
import type { TrendView } from './trend-view.ts';

const WORDS = {
  since: { es: 'Límites nuevos', en: 'New limits' },
  change: { es: 'Después del cambio', en: 'After the change' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Whether limits are not the same along the chart: by the n of each point, or by several baselines. */
export function hasStepLimits({ points }: ProcessReading): boolean {
  const known = points.filter((limits) => limits !== null);
  const [first] = known;
  return known.some(
    ({ centre, upper, lower }) =>
      centre !== first!.centre || upper !== first!.upper || lower !== first!.lower,
  );
}

/** Centre and limits as lines with steps, each point its own; none where one line says it for all. */
export function toLimitSteps(view: TrendView, reading: ProcessReading, { palette }: Draw) {
  if (!hasStepLimits(reading)) return [];
  const line = (pick: (limits: PointLimits) => number | null, colour: string, type: 'solid' | 'dashed') => ({
    type: 'line',
    data: view.points.map((_, index) => {
      const limits = reading.points[index];
      return limits ? pick(limits) : null;
    }),
    step: 'middle',
    symbol: 'none',
    silent: true,
    connectNulls: false,
    z: 2,
    lineStyle: { color: colour, type, width: 1 },
  });
  return [
    line(({ centre }) => centre, palette.muted, 'solid'),
    line(({ upper }) => upper, palette.limit, 'dashed'),
    line(({ lower }) => lower, palette.limit, 'dashed'),
  ];
}

/** Where limits were taken anew by a decision, and where a change began: upright lines with their word. */
export function toBaselineMarks(view: TrendView, { palette, language, narrow }: Draw) {
  const marks = [
    ...(view.baselines ?? []).map((from) => ({ from, word: WORDS.since })),
    ...(view.change ? [{ from: view.change, word: WORDS.change }] : []),
  ];
  return marks.flatMap(({ from, word }) => {
    const index = view.points.findIndex(({ period }) => period >= from);
    if (index <= 0) return [];
    return [
      {
        xAxis: index,
        lineStyle: { color: palette.muted, width: 1, type: 'dotted' },
        label: {
          show: !narrow,
          formatter: word[language],
          color: palette.muted,
          fontSize: 11,
          position: 'insideEndBottom',
          rotate: 0,
          align: 'left',
          distance: [4, 4],
          padding: [0, 0, 0, 4],
        },
      },
    ];
  });
}
