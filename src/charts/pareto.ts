import type { LocalText } from '../kernel/index.ts';
import { toTicks, toValueAxis } from './axis.ts';
import { type Chart, type Draw, inBoth, shorten, startOption } from './chart.ts';
import { inkOn } from './palette.ts';

/** How often each reason occurs. */
export interface ParetoView {
  readonly name: LocalText;
  /** What is counted, in plural: quejas. */
  readonly noun: LocalText;
  /** What a bar is, in singular and plural: motivo, motivos. */
  readonly bar: { readonly one: LocalText; readonly many: LocalText };
  /** In any order; `rest` marks a mixed group, which stands last and names nothing. */
  readonly items: readonly { readonly name: string; readonly count: number; readonly rest?: boolean }[];
  /** Cumulative share up to which reasons are called vital; 0.8 where absent. */
  readonly vital?: number;
}

interface Bar {
  readonly name: string;
  readonly count: number;
  readonly cumulative: number;
  readonly vital: boolean;
}

const TOP = 26;
const PLOT = 190;

function toBars(view: ParetoView): readonly Bar[] {
  const sorted = view.items.toSorted(
    (a, b) => Number(a.rest ?? false) - Number(b.rest ?? false) || b.count - a.count,
  );
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const least = (view.vital ?? 0.8) * total;
  let sum = 0;
  return sorted.map(({ name, count, rest }) => {
    // The bar that reaches the share belongs to those that make it up.
    const vital = sum < least && !rest;
    sum += count;
    return { name, count, cumulative: total === 0 ? 0 : sum / total, vital };
  });
}

/** Bars from most to least frequent with their cumulative share; the few that make up most are strong. */
export function toParetoChart(view: ParetoView, draw: Draw): Chart {
  const { language, palette, print } = draw;
  const bars = toBars(view);
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const finding = writeFinding(view, bars, total, draw);
  // Both axes speak of the same total, so that a bar and its share stand at the same height.
  const most = total || 1;
  const counts = toTicks([0, most], { lowest: 0, highest: most }).at.filter((at) => at <= most);
  const value = toValueAxis(
    { min: 0, max: most, at: counts },
    (at) => print.number(Math.round(at), language),
    draw,
    { axis: 'y' },
  );
  const shares = toValueAxis(
    { min: 0, max: most, at: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => share * most) },
    (at) => print.percent(Math.round((at / most) * 100) / 100, language),
    { ...draw, palette: { ...palette, grid: 'transparent' } },
    { axis: 'y', position: 'end' },
  );
  return {
    height: TOP + PLOT + 54,
    finding,
    option: {
      ...startOption(draw),
      grid: { left: draw.narrow ? 40 : 54, right: draw.narrow ? 14 : 56, top: TOP, height: PLOT },
      xAxis: {
        type: 'category',
        data: bars.map(({ name }) => shorten(name, 28)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.grid } },
        axisLabel: {
          color: palette.ink,
          fontSize: 11,
          interval: 0,
          width: draw.narrow ? 44 : 78,
          overflow: 'break',
          lineHeight: 13,
          ...(draw.narrow ? { rotate: 40, overflow: 'truncate', width: 70 } : {}),
        },
      },
      yAxis: value.axis,
      series: [
        value.marks,
        ...(draw.narrow ? [] : [shares.marks]),
        {
          type: 'bar',
          barMaxWidth: 60,
          barCategoryGap: '28%',
          data: bars.map(({ name, count, vital, cumulative }, index) => ({
            value: count,
            itemStyle: { color: vital ? palette.accent : palette.accentSoft, borderRadius: [3, 3, 0, 0] },
            label: {
              show: true,
              // The line begins on top of the first bar.
              position: index === 0 ? 'insideTop' : 'top',
              color: index === 0 ? inkOn(vital ? palette.accent : palette.accentSoft) : palette.ink,
              fontSize: 11,
              formatter: print.number(count, language),
            },
            tooltip: {
              formatter: `${name}\n${print.number(count, language)} · ${print.percent(cumulative, language, 1)}`,
            },
          })),
        },
        {
          type: 'line',
          symbol: 'circle',
          symbolSize: 6,
          silent: true,
          z: 4,
          lineStyle: { color: palette.limit, width: 1.6 },
          itemStyle: { color: palette.surface, borderColor: palette.limit, borderWidth: 1.6 },
          data: bars.map(({ cumulative, vital }, index) => ({
            value: cumulative * total,
            label: {
              // The share where the vital few end, and none on the bar it would cover.
              show: index > 0 && vital && bars[index + 1]?.vital !== true,
              formatter: print.percent(cumulative, language, 0),
              position: 'top',
              color: palette.limit,
              fontSize: 11,
              fontWeight: 600,
            },
          })),
        },
      ],
    },
    table: {
      columns: [
        { text: view.bar.one, numeric: false },
        { text: view.noun, numeric: true },
        { text: { es: 'Acumulado', en: 'Cumulative' }, numeric: true },
      ],
      rows: bars.map(({ name, count, cumulative }) => [
        name,
        print.number(count, language),
        print.percent(cumulative, language, 1),
      ]),
    },
    alt: inBoth((each) => `${view.name[each]}. ${finding[each]}`),
  };
}

function writeFinding(view: ParetoView, bars: readonly Bar[], total: number, draw: Draw): LocalText {
  const vital = bars.filter((bar) => bar.vital);
  const reached = vital.at(-1)?.cumulative ?? 0;
  return inBoth((language) => {
    const es = language === 'es';
    const noun = view.noun[language];
    if (total === 0) return es ? `No hay ${noun} que mostrar.` : `There are no ${noun} to show.`;
    const share = draw.print.percent(reached, language, 0);
    const all = draw.print.number(total, language);
    if (vital.length === 0)
      return es ? `Las ${all} ${noun} están sin clasificar.` : `The ${all} ${noun} are not classified.`;
    if (vital.length === 1)
      return es
        ? `«${vital[0]!.name}» concentra el ${share} de ${all} ${noun}.`
        : `“${vital[0]!.name}” makes up ${share} of ${all} ${noun}.`;
    const bar = view.bar.many[language];
    return es
      ? `${draw.print.number(vital.length, language)} ${bar} concentran el ${share} de ${all} ${noun}.`
      : `${draw.print.number(vital.length, language)} ${bar} make up ${share} of ${all} ${noun}.`;
  });
}
