import type { LocalText, Verdict } from '../kernel/index.ts';
import { printAxis, toTicks, toValueAxis } from './axis.ts';
import { type Chart, type ChartOption, type Draw, shorten, startOption } from './chart.ts';

const TOP = 8;
const ROW = 40;
/** On a phone the words beside a bar take three lines. */
const NARROW_ROW = 52;

/** One bar with its own bounds. */
export interface BoundedBar {
  readonly name: string;
  readonly value: number | null;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly verdict: Verdict;
  /** What stands at the right of the bar: `88 % · Cumple`. */
  readonly label: string;
  /** What is said on pointing at it, line by line. */
  readonly said: readonly string[];
  /** Few facts: the bar is pale. */
  readonly pale?: boolean;
}

/** Horizontal bars on a track, each with the mark of its standard and its words at the right. */
export function toBarsOption(
  bars: readonly BoundedBar[],
  unit: string,
  draw: Draw,
): { readonly option: ChartOption; readonly height: number } {
  const { palette } = draw;
  const known = bars.flatMap(({ value, floor, ceiling }) =>
    [value, floor, ceiling].filter((item) => item !== null),
  );
  const ticks = toTicks([0, ...known], { lowest: 0 });
  // On a phone half of the marks have room for their figure.
  const at = draw.narrow ? ticks.at.filter((_, index) => index % 2 === 0) : ticks.at;
  const value = toValueAxis({ ...ticks, at }, printAxis(unit, draw), draw, { axis: 'x', position: 'end' });
  const height = (draw.narrow ? NARROW_ROW : ROW) * bars.length;
  const category = {
    type: 'category',
    inverse: true,
    axisTick: { show: false },
    axisLine: { show: false },
  } as const;
  const colourOf = ({ verdict, pale }: BoundedBar) =>
    verdict === 'not-met'
      ? palette.action
      : verdict === 'met-with-alert'
        ? palette.alert
        : pale || verdict === 'no-data'
          ? palette.accentSoft
          : palette.accent;
  const bar = { type: 'bar', barWidth: 14, barGap: '-100%' } as const;
  return {
    height: TOP + height + 26,
    option: {
      ...startOption(draw),
      grid: { left: draw.narrow ? 92 : 168, right: draw.narrow ? 104 : 196, top: TOP, height },
      xAxis: value.axis,
      yAxis: [
        {
          ...category,
          data: bars.map(({ name }) => shorten(name, draw.narrow ? 24 : 44)),
          axisLabel: {
            color: palette.ink,
            fontSize: 12,
            width: draw.narrow ? 84 : 158,
            overflow: 'break',
            lineHeight: 14,
          },
        },
      ],
      series: [
        value.marks,
        {
          ...bar,
          silent: true,
          z: 1,
          itemStyle: { color: palette.track, borderRadius: 2 },
          data: bars.map((item) => ({
            value: ticks.max,
            label: {
              show: true,
              position: 'right',
              distance: 10,
              formatter: draw.narrow ? foldLabel(item.label) : item.label,
              color: labelColour(item, draw),
              fontSize: 12,
              lineHeight: 15,
            },
          })),
        },
        {
          ...bar,
          z: 2,
          data: bars.map((item) => ({
            value: item.value,
            itemStyle: { color: colourOf(item), borderRadius: 2 },
            tooltip: { formatter: item.said.join('\n') },
          })),
        },
        toBoundMarks(bars, draw),
      ],
    },
  };
}

/** Characters of a line that fit beside a bar on a phone. */
const LINE = 13;

/** A label in lines: the figure, then its words, as many to a line as fit. */
function foldLabel(label: string): string {
  return label
    .split(' · ')
    .map((part) =>
      part.split(' ').reduce((lines, word) => {
        const last = lines.slice(lines.lastIndexOf('\n') + 1);
        if (lines === '') return word;
        return `${lines}${last.length + 1 + word.length > LINE ? '\n' : ' '}${word}`;
      }, ''),
    )
    .join('\n');
}

function labelColour({ verdict }: BoundedBar, { palette }: Draw): string {
  return verdict === 'not-met' ? palette.action : palette.ink;
}

/** Standards as upright marks. */
function toBoundMarks(bars: readonly BoundedBar[], draw: Draw) {
  return {
    type: 'scatter',
    symbol: 'rect',
    symbolSize: [3, 26],
    silent: true,
    z: 5,
    itemStyle: { color: draw.palette.ink, opacity: 1 },
    data: bars.flatMap(({ floor, ceiling }, index) =>
      [floor, ceiling].flatMap((bound) => (bound === null ? [] : [[bound, index]])),
    ),
  };
}

/** The columns all tables of bounded bars begin and end with. */
export const BAR_COLUMNS = {
  result: { es: 'Resultado', en: 'Result' },
  standard: { es: 'Estándar', en: 'Standard' },
  verdict: { es: 'Veredicto', en: 'Verdict' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** The table behind bounded bars. */
export function toBarsTable(
  first: LocalText,
  more: readonly LocalText[],
  rows: readonly (readonly string[])[],
): Chart['table'] {
  return {
    columns: [
      { text: first, numeric: false },
      ...more.map((text) => ({ text, numeric: text !== BAR_COLUMNS.verdict })),
    ],
    rows,
  };
}
