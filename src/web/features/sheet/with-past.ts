import type { Chart, Draw, TrendView } from '../../../charts/index.ts';
import type { SheetAnswer } from './sheet-answer.ts';

/** A trend with results typed by hand drawn apart: diamonds that no line joins. */
export function withPast(
  chart: Chart,
  trend: TrendView,
  history: SheetAnswer['history'],
  { palette, print, language }: Draw,
  name: string,
): Chart {
  const known = new Set(trend.points.map(({ period }) => period));
  const inSight = history.filter(({ period }) => known.has(period));
  if (inSight.length === 0) return chart;
  const series = {
    type: 'scatter',
    name,
    symbol: 'diamond',
    symbolSize: 11,
    z: 6,
    itemStyle: { color: palette.surface, borderColor: palette.muted, borderWidth: 2 },
    data: inSight.map(({ period, value, text }) => ({
      value: [print.shortPeriod(period, language), value],
      tooltip: { formatter: `${name}\n${print.period(period, language)}: ${text}` },
    })),
  };
  const drawn = chart.option['series'];
  return {
    ...chart,
    option: { ...chart.option, series: [...(Array.isArray(drawn) ? drawn : []), series] },
    table: {
      columns: chart.table.columns,
      rows: [
        ...chart.table.rows,
        ...inSight.map(({ period, text }) => [
          `${print.period(period, language)} (${name})`,
          text,
          ...chart.table.columns.slice(2).map(() => ''),
        ]),
      ],
    },
  };
}
