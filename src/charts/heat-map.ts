import type { LocalText, Verdict } from '../kernel/index.ts';
import { type Chart, type Draw, inBoth, shorten, startOption } from './chart.ts';
import { inkOn, toShade } from './palette.ts';

/** One result of a unit in a period. */
export interface HeatCell {
  readonly row: string;
  readonly period: string;
  readonly value: number | null;
  readonly n: number;
  readonly verdict: Verdict;
  /**
   * Distance to the standard as a share of it, positive on the good side; null without a standard.
   * 52.8 h against at most 48 h is -0.1.
   */
  readonly gap: number | null;
  /** Few facts: shown with their number, and pale. */
  readonly small: boolean;
}

/** An indicator by place (or person, or process) and period. */
export interface HeatMapView {
  readonly name: LocalText;
  readonly unit: string;
  /** What a row is, in singular and plural: agencia, agencias. */
  readonly noun: { readonly one: LocalText; readonly many: LocalText };
  readonly rows: readonly { readonly id: string; readonly name: string }[];
  readonly periods: readonly string[];
  readonly cells: readonly HeatCell[];
}

const ROW = 34;
/** A gap as wide as this has the strongest colour. */
const FULL_GAP = 0.2;
const FAILS = '✕';

/**
 * Unit by month: colour by the gap to the standard; what does not meet it has an orange border and a
 * cross; small samples say their number of facts.
 */
export function toHeatMapChart(view: HeatMapView, draw: Draw): Chart {
  const { language, palette } = draw;
  const finding = writeFinding(view, draw);
  const height = 10 + ROW * view.rows.length + 30;
  const category = { type: 'category', axisTick: { show: false }, axisLine: { show: false } } as const;
  return {
    height,
    finding,
    option: {
      ...startOption(draw),
      grid: { left: draw.narrow ? 84 : 132, right: 8, top: 6, height: ROW * view.rows.length },
      xAxis: {
        ...category,
        data: view.periods.map((period) => draw.print.shortPeriod(period, language)),
        axisLabel: { color: palette.muted, fontSize: 10, hideOverlap: true },
      },
      yAxis: {
        ...category,
        inverse: true,
        data: view.rows.map(({ name }) => shorten(name, draw.narrow ? 12 : 20)),
        axisLabel: { color: palette.ink, fontSize: 11, interval: 0 },
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
        toCells(view, draw, false),
        // Over the others, so that no neighbour covers a border.
        toCells(view, draw, true),
      ],
    },
    table: toTable(view, draw),
    alt: inBoth((each) =>
      each === 'es'
        ? `${view.name.es} por ${view.noun.one.es} y período. ${finding.es}`
        : `${view.name.en} by ${view.noun.one.en} and period. ${finding.en}`,
    ),
  };
}

function toShare(gap: number | null): number {
  return gap === null ? 0.5 : Math.min(1, Math.max(0, 0.5 + gap / FULL_GAP / 2));
}

/** In a cell there is room for digits only: the unit is in the title. */
function printCell(cell: HeatCell, view: HeatMapView, draw: Draw): string {
  const { print, language } = draw;
  if (cell.value === null) return '–';
  if (view.unit === 'ratio')
    return print.number(Math.round(cell.value * 1000) / 10, language, { maxDecimals: 1 });
  return print.number(cell.value, language, { maxDecimals: 1 });
}

function findPlace(view: HeatMapView, cell: HeatCell): [number, number] | null {
  const x = view.periods.indexOf(cell.period);
  const y = view.rows.findIndex(({ id }) => id === cell.row);
  return x < 0 || y < 0 ? null : [x, y];
}

function toDatum(view: HeatMapView, cell: HeatCell, draw: Draw) {
  const { language, palette, print } = draw;
  const place = findPlace(view, cell);
  if (place === null || cell.value === null) return [];
  const share = toShare(cell.gap);
  const fails = cell.verdict === 'not-met';
  const shown = `${printCell(cell, view, draw)}${fails ? ` ${FAILS}` : ''}`;
  // On a phone a year of cells has room for the mark alone; figures are in the table and on touch.
  const tight = draw.narrow === true && view.periods.length > 6;
  const said = [
    `${view.rows[place[1]]!.name} · ${print.period(cell.period, language)}`,
    `${print.quantity(cell.value, view.unit, language)} (n = ${print.number(cell.n, language)})`,
    ...(fails ? [language === 'es' ? 'No cumple' : 'Not met'] : []),
    ...(cell.small ? [language === 'es' ? 'Muestra pequeña' : 'Small sample'] : []),
  ];
  return [
    {
      value: [...place, share],
      label: {
        show: true,
        fontSize: 11,
        color: inkOn(toShade(palette.ramp, share)),
        formatter: tight
          ? fails
            ? FAILS
            : ''
          : cell.small
            ? `${shown}\nn ${print.number(cell.n, language)}`
            : shown,
        lineHeight: 12,
      },
      tooltip: { formatter: said.join('\n') },
    },
  ];
}

/** The cells that fail, with their border, or all the others, parted by the ground. */
function toCells(view: HeatMapView, draw: Draw, failing: boolean) {
  const { palette } = draw;
  return {
    type: 'heatmap',
    z: failing ? 3 : 2,
    emphasis: { disabled: true },
    data: view.cells
      .filter(({ verdict }) => (verdict === 'not-met') === failing)
      .flatMap((cell) => toDatum(view, cell, draw)),
    itemStyle: failing
      ? { borderColor: palette.action, borderWidth: 1.6, borderRadius: 3 }
      : { borderColor: palette.surface, borderWidth: 2, borderRadius: 3 },
  };
}

function writeFinding(view: HeatMapView, draw: Draw): LocalText {
  const last = view.periods.at(-1);
  const judged = view.cells.filter(({ period, verdict }) => period === last && verdict !== 'no-data');
  const failing = judged.filter(({ verdict }) => verdict === 'not-met');
  const streaks = view.rows
    .map(({ id, name }) => ({ name, length: countStreak(view, id) }))
    .toSorted((a, b) => b.length - a.length);
  const longest = streaks[0];
  return inBoth((language) => {
    const es = language === 'es';
    if (last === undefined || judged.length === 0)
      return es ? 'No hay resultados con veredicto que mostrar.' : 'There are no judged results to show.';
    const when = draw.print.period(last, language);
    const many = view.noun.many[language];
    const total = draw.print.number(judged.length, language);
    const headline =
      failing.length === 0
        ? es
          ? `Ninguna falla en ${when}: ${total} de ${total} ${many} cumplen`
          : `None fails in ${when}: ${total} of ${total} ${many} meet the standard`
        : es
          ? `${draw.print.number(failing.length, language)} de ${total} ${many} ${failing.length === 1 ? 'no cumple' : 'no cumplen'} en ${when}`
          : `${draw.print.number(failing.length, language)} of ${total} ${many} ${failing.length === 1 ? 'does' : 'do'} not meet the standard in ${when}`;
    const streak =
      longest && longest.length >= 3
        ? es
          ? `; ${longest.name} no cumple desde hace ${longest.length} períodos`
          : `; ${longest.name} has not met it for ${longest.length} periods`
        : '';
    return `${headline}${streak}.`;
  });
}

/** Periods up to the last in which a row has failed without a break. */
function countStreak(view: HeatMapView, row: string): number {
  let length = 0;
  for (const period of view.periods.toReversed()) {
    const cell = view.cells.find((item) => item.row === row && item.period === period);
    if (cell?.verdict !== 'not-met') break;
    length++;
  }
  return length;
}

function toTable(view: HeatMapView, draw: Draw): Chart['table'] {
  const { language, print } = draw;
  return {
    columns: [
      { text: view.noun.one, numeric: false },
      ...view.periods.map((period) => ({
        text: inBoth((each) => print.shortPeriod(period, each)),
        numeric: true,
      })),
    ],
    rows: view.rows.map(({ id, name }) => [
      name,
      ...view.periods.map((period) => {
        const cell = view.cells.find((item) => item.row === id && item.period === period);
        if (!cell || cell.value === null) return '';
        const fails = cell.verdict === 'not-met' ? ` ${FAILS}` : '';
        const small = cell.small ? ` (n ${print.number(cell.n, language)})` : '';
        return `${print.quantity(cell.value, view.unit, language)}${fails}${small}`;
      }),
    ]),
  };
}
