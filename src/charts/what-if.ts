import type { LocalText } from '../kernel/index.ts';
import { printAxis, toTicks, toValueAxis } from './axis.ts';
import { type Chart, type Draw, inBoth, startOption } from './chart.ts';

/** What waiting becomes with more or fewer people, by Erlang C. */
export interface WhatIfView {
  readonly name: LocalText;
  /** Share attended within this many minutes. */
  readonly within_min: number;
  /** Share that is wanted; null where none was given. */
  readonly target: number | null;
  readonly now: number;
  readonly planned: number;
  /** By number of people, in order. */
  readonly points: readonly {
    readonly people: number;
    readonly service_level: number;
    /** Null where the queue only grows. */
    readonly average_wait_min: number | null;
    readonly occupancy: number;
  }[];
}

const TOP = 28;
const PLOT = 180;

/** Share attended in time by number of people; today's and the planned number are named. */
export function toWhatIfChart(view: WhatIfView, draw: Draw): Chart {
  const { language, palette, print } = draw;
  const es = language === 'es';
  const ticks = toTicks([0, 1], { lowest: 0, highest: 1 });
  const value = toValueAxis(ticks, printAxis('ratio', draw), draw, { axis: 'y' });
  const finding = writeFinding(view, draw);
  const wait = (minutes: number | null) =>
    minutes === null ? (es ? 'la cola solo crece' : 'the queue only grows') : print.wait(minutes, language);
  const word = (people: number) =>
    people === view.planned && people === view.now
      ? es
        ? 'Hoy y previsto'
        : 'Today and planned'
      : people === view.now
        ? es
          ? 'Hoy'
          : 'Today'
        : es
          ? 'Previsto'
          : 'Planned';
  return {
    height: TOP + PLOT + 48,
    finding,
    option: {
      ...startOption(draw),
      grid: { left: draw.narrow ? 46 : 58, right: draw.narrow ? 14 : 96, top: TOP, height: PLOT },
      xAxis: {
        type: 'category',
        data: view.points.map(({ people }) => String(people)),
        name: es ? 'personas atendiendo' : 'people attending',
        nameLocation: 'middle',
        nameGap: 30,
        nameTextStyle: { color: palette.muted, fontSize: 11 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.grid } },
        axisLabel: { color: palette.muted, fontSize: 11 },
      },
      yAxis: value.axis,
      series: [
        value.marks,
        {
          type: 'line',
          z: 4,
          lineStyle: { color: palette.accent, width: 2 },
          data: view.points.map((point) => {
            const named = point.people === view.now || point.people === view.planned;
            const short = view.target !== null && point.service_level < view.target;
            return {
              value: point.service_level,
              symbol: 'circle',
              symbolSize: named ? 11 : 6,
              itemStyle: { color: named && short ? palette.action : palette.accent },
              label: {
                show: named,
                position: point.service_level > 0.85 ? 'bottom' : 'top',
                formatter: `${word(point.people)} ${print.percent(point.service_level, language, 1)}`,
                color: short ? palette.action : palette.ink,
                fontSize: 11,
                fontWeight: 600,
                textBorderColor: palette.surface,
                textBorderWidth: 3,
              },
              tooltip: {
                formatter: [
                  es ? `${point.people} personas` : `${point.people} people`,
                  `${print.percent(point.service_level, language, 1)} ≤ ${print.quantity(view.within_min, 'min', language)}`,
                  wait(point.average_wait_min),
                ].join('\n'),
              },
            };
          }),
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            data:
              view.target === null
                ? []
                : [
                    {
                      yAxis: view.target,
                      lineStyle: { color: palette.standard, type: 'dotted', width: 1.6 },
                      label: {
                        formatter: `${es ? 'Meta' : 'Target'} ${print.percent(view.target, language)}`,
                        color: palette.standard,
                        fontSize: 11,
                        position: draw.narrow ? 'insideEndTop' : 'end',
                        distance: 8,
                      },
                    },
                  ],
          },
        },
      ],
    },
    table: {
      columns: [
        { text: { es: 'Personas', en: 'People' }, numeric: true },
        { text: { es: 'Atendidos a tiempo', en: 'Attended in time' }, numeric: true },
        { text: { es: 'Espera media', en: 'Mean wait' }, numeric: true },
        { text: { es: 'Ocupación', en: 'Occupancy' }, numeric: true },
      ],
      rows: view.points.map((point) => [
        print.number(point.people, language),
        print.percent(point.service_level, language, 1),
        wait(point.average_wait_min),
        print.percent(point.occupancy, language, 1),
      ]),
    },
    alt: inBoth((each) => `${view.name[each]}. ${finding[each]}`),
  };
}

function writeFinding(view: WhatIfView, draw: Draw): LocalText {
  const { print } = draw;
  const planned = view.points.find(({ people }) => people === view.planned);
  return inBoth((language) => {
    const es = language === 'es';
    if (!planned)
      return es ? 'No hay un número previsto de personas.' : 'There is no planned number of people.';
    const people = print.number(planned.people, language);
    const level = print.percent(planned.service_level, language, 1);
    const within = print.quantity(view.within_min, 'min', language);
    if (planned.average_wait_min === null)
      return es
        ? `Con ${people} personas la cola solo crece: llega más trabajo del que pueden atender.`
        : `With ${people} people the queue only grows: more work comes than they can attend.`;
    const wait = print.wait(planned.average_wait_min, language);
    return es
      ? `Con ${people} personas, el ${level} espera ${within} o menos; la espera media es de ${wait}.`
      : `With ${people} people, ${level} wait ${within} or less; the mean wait is ${wait}.`;
  });
}
