import type { LocalText } from '../kernel/index.ts';
import { type Chart, type Draw, inBoth, startOption } from './chart.ts';
import { inkOn, toShade } from './palette.ts';

/** Who comes when: mean arrivals of an hour of a day of the week. */
export interface ArrivalsView {
  readonly name: LocalText;
  /** 1 is Monday, 7 is Sunday; the hour `10` is from 10:00 to before 11:00. */
  readonly cells: readonly {
    readonly weekday: number;
    readonly hour: number;
    readonly mean: number;
    readonly n: number;
  }[];
  /** Facts behind all of it. */
  readonly n: number;
}

const DAYS: readonly LocalText[] = [
  { es: 'lunes', en: 'Monday' },
  { es: 'martes', en: 'Tuesday' },
  { es: 'miércoles', en: 'Wednesday' },
  { es: 'jueves', en: 'Thursday' },
  { es: 'viernes', en: 'Friday' },
  { es: 'sábado', en: 'Saturday' },
  { es: 'domingo', en: 'Sunday' },
];
const ROW = 32;

/** Weekday by hour: the darker, the more people come. */
export function toArrivalsChart(view: ArrivalsView, draw: Draw): Chart {
  const { language, palette, print } = draw;
  const hours = toStretch(view.cells.map(({ hour }) => hour));
  const weekdays = toStretch(view.cells.map(({ weekday }) => weekday));
  const most = Math.max(...view.cells.map(({ mean }) => mean), 0);
  const finding = writeFinding(view, draw);
  const category = { type: 'category', axisTick: { show: false }, axisLine: { show: false } } as const;
  const shade = (mean: number) => (most === 0 ? 0.5 : 0.5 + mean / most / 2);
  const sayDay = (weekday: number) => DAYS[weekday - 1]![language];
  return {
    height: 10 + ROW * weekdays.length + 30,
    finding,
    option: {
      ...startOption(draw),
      grid: { left: draw.narrow ? 44 : 84, right: 8, top: 6, height: ROW * weekdays.length },
      xAxis: {
        ...category,
        data: hours.map((hour) => (draw.narrow ? String(hour) : `${hour}:00`)),
        axisLabel: { color: palette.muted, fontSize: 11, interval: 0 },
      },
      yAxis: {
        ...category,
        inverse: true,
        data: weekdays.map((day) => (draw.narrow ? sayDay(day).slice(0, 3) : sayDay(day))),
        axisLabel: { color: palette.ink, fontSize: 11 },
      },
      visualMap: {
        show: false,
        type: 'continuous',
        dimension: 2,
        min: 0,
        max: 1,
        inRange: { color: palette.ramp },
      },
      series: [
        {
          type: 'heatmap',
          emphasis: { disabled: true },
          itemStyle: { borderColor: palette.surface, borderWidth: 2, borderRadius: 3 },
          data: view.cells.map((cell) => ({
            value: [hours.indexOf(cell.hour), weekdays.indexOf(cell.weekday), shade(cell.mean)],
            label: {
              show: !draw.narrow,
              fontSize: 11,
              color: inkOn(toShade(palette.ramp, shade(cell.mean))),
              formatter: print.number(cell.mean, language, { maxDecimals: cell.mean < 10 ? 1 : 0 }),
            },
            tooltip: {
              formatter: `${sayDay(cell.weekday)}, ${cell.hour}:00–${cell.hour + 1}:00\n${print.number(cell.mean, language, { maxDecimals: 1 })} · n = ${print.number(cell.n, language)}`,
            },
          })),
        },
      ],
    },
    table: {
      columns: [
        { text: { es: 'Día', en: 'Day' }, numeric: false },
        ...hours.map((hour) => ({ text: inBoth(() => `${hour}:00`), numeric: true })),
      ],
      rows: weekdays.map((weekday) => [
        sayDay(weekday),
        ...hours.map((hour) => {
          const cell = view.cells.find((item) => item.weekday === weekday && item.hour === hour);
          return cell ? print.number(cell.mean, language, { maxDecimals: 1 }) : '';
        }),
      ]),
    },
    alt: inBoth((each) => `${view.name[each]}. ${finding[each]}`),
  };
}

function toStretch(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const from = Math.min(...values);
  return Array.from({ length: Math.max(...values) - from + 1 }, (_, index) => from + index);
}

function writeFinding(view: ArrivalsView, draw: Draw): LocalText {
  const peak = view.cells.toSorted((a, b) => b.mean - a.mean)[0];
  return inBoth((language) => {
    const es = language === 'es';
    if (!peak) return es ? 'No hay llegadas que mostrar.' : 'There are no arrivals to show.';
    const mean = draw.print.number(peak.mean, language, { maxDecimals: 1 });
    const day = DAYS[peak.weekday - 1]![language];
    const hours = `${peak.hour}:00`;
    const next = `${peak.hour + 1}:00`;
    return es
      ? `La hora con más llegadas es el ${day} de ${hours} a ${next}: ${mean} en promedio (n = ${draw.print.number(view.n, language)}).`
      : `The busiest hour is ${day} from ${hours} to ${next}: ${mean} on average (n = ${draw.print.number(view.n, language)}).`;
  });
}
