import type { LocalText } from '../kernel/index.ts';
import type { ProcessReading, Signal } from '../statistics/index.ts';
import { PRECISION, printAxis, roundBeside, spreadLabels, type Ticks, toTicks, toValueAxis } from './axis.ts';
import { type Chart, type Draw, inBoth, startOption } from './chart.ts';
import { writeTrendFinding } from './trend-finding.ts';
import { hasStepLimits, toBaselineMarks, toLimitSteps } from './trend-limits.ts';
import { readTrend, type TrendNote, type TrendPoint, type TrendView } from './trend-view.ts';

const TOP = 26;
const PLOT = 190;
const RANGE_TOP = TOP + PLOT + 34;
const RANGE_PLOT = 78;
const AXIS = 30;

/** The word beside a point that fires a rule. */
const FLAGS: Readonly<Record<Signal['rule'], LocalText>> = {
  outside: { es: 'Fuera de límites', en: 'Outside limits' },
  'run-of-eight': { es: 'Racha de 8', en: 'Run of 8' },
  'three-of-four': { es: 'Cerca del límite', en: 'Near the limit' },
};
const WORDS = {
  mean: { es: 'Media', en: 'Mean' },
  upper: { es: 'Límite sup.', en: 'Upper limit' },
  lower: { es: 'Límite inf.', en: 'Lower limit' },
  standard: { es: 'Estándar', en: 'Standard' },
  floor: { es: 'Mínimo', en: 'Floor' },
  ceiling: { es: 'Máximo', en: 'Ceiling' },
  range: { es: 'Cambio de un período a otro', en: 'Change from one period to the next' },
  provisional: { es: 'provisional', en: 'provisional' },
  noData: { es: 'sin datos', en: 'no data' },
  period: { es: 'Período', en: 'Period' },
  result: { es: 'Resultado', en: 'Result' },
  remark: { es: 'Observación', en: 'Remark' },
  cause: { es: 'Causa anotada', en: 'Cause noted' },
  noLimit: { es: 'no fija límites', en: 'sets no limits' },
} as const satisfies Readonly<Record<string, LocalText>>;

interface Line {
  readonly value: number;
  readonly text: string;
  readonly colour: string;
  readonly type: 'solid' | 'dashed' | 'dotted' | 'none';
  readonly isStandard?: true;
}

/**
 * The control chart of an indicator: results, centre, usual limits, standards of each period, and
 * the points that are no accident with their word. Periods without data are gaps; a provisional
 * point is hollow. `range` adds the moving range below.
 */
export function toTrendChart(view: TrendView, draw: Draw, options: { readonly range?: boolean } = {}): Chart {
  const { print } = draw;
  const reading = readTrend(view);
  const range = options.range === true && reading.limits !== null;
  const finding = inBoth((each) => writeTrendFinding(view, reading, print, each));
  return {
    option: toOption(view, reading, draw, range),
    height: range ? RANGE_TOP + RANGE_PLOT + AXIS : TOP + PLOT + AXIS,
    finding,
    table: toTable(view, reading, draw),
    alt: inBoth((each) => {
      const from = view.points[0] ? print.period(view.points[0].period, each) : '';
      const to = view.points.at(-1) ? print.period(view.points.at(-1)!.period, each) : '';
      return each === 'es'
        ? `Gráfico de ${view.name.es}, de ${from} a ${to}. ${finding.es}`
        : `Chart of ${view.name.en}, from ${from} to ${to}. ${finding.en}`;
    }),
  };
}

function toOption(view: TrendView, reading: ProcessReading, draw: Draw, range: boolean) {
  const { palette, language, print } = draw;
  const { limits } = reading;
  const known = view.points.flatMap(({ value, floor, ceiling }) =>
    [value, floor, ceiling].filter((item) => item !== null),
  );
  const usual = [limits, ...reading.points]
    .flatMap((each) => (each ? [each.upper, each.lower] : []))
    .filter((item) => item !== null);
  const ticks = toTicks([...known, ...usual], {
    ...(typeof view.lowest === 'number' ? { lowest: view.lowest } : {}),
    ...(typeof view.highest === 'number' ? { highest: view.highest } : {}),
  });
  const labels = view.points.map(({ period }) => print.shortPeriod(period, language));
  const value = toValueAxis(ticks, printAxis(view.unit, draw), draw, { axis: 'y' });
  const right = draw.narrow ? 14 : 122;
  const left = draw.narrow ? 46 : 58;
  const category = (index: number, shown: boolean) => ({
    type: 'category',
    gridIndex: index,
    data: labels,
    boundaryGap: false,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.grid } },
    axisLabel: { show: shown, color: palette.muted, fontSize: 11, hideOverlap: true, margin: 10 },
  });
  const second = range ? toRange(reading, draw, labels) : null;
  return {
    ...startOption(draw),
    grid: [
      { left, right, top: TOP, height: PLOT },
      ...(second ? [{ left, right, top: RANGE_TOP, height: RANGE_PLOT }] : []),
    ],
    xAxis: [category(0, !second), ...(second ? [category(1, true)] : [])],
    yAxis: [value.axis, ...(second ? [second.axis] : [])],
    ...(second ? { title: second.title(left) } : {}),
    series: [
      value.marks,
      ...toStandards(view, draw),
      ...toLimitSteps(view, reading, draw),
      toResults(view, reading, draw, toLines(view, reading, draw), ticks),
      ...(second ? second.series : []),
    ],
  };
}

/** Lines that hold for the whole chart, and the last standards, with the texts at their right. */
function toLines(view: TrendView, reading: ProcessReading, draw: Draw): Line[] {
  const { limits } = reading;
  const { palette, language, print } = draw;
  // Limits that change along the chart are drawn apart: here are their texts, of the last ones.
  const isStep = hasStepLimits(reading);
  const say = (word: LocalText, value: number) =>
    `${word[language]} ${print.quantity(value, view.unit, language)}`;
  const lines: Line[] = [];
  const last = view.points.at(-1);
  const both = last?.floor !== null && last?.ceiling !== null;
  for (const side of ['ceiling', 'floor'] as const) {
    const value = last?.[side] ?? null;
    const text = both ? WORDS[side] : WORDS.standard;
    if (value !== null)
      lines.push({
        value,
        text: say(text, value),
        colour: palette.standard,
        type: 'none',
        isStandard: true,
      });
  }
  if (!limits) return lines;
  const round = (value: number) => roundBeside(value, limits.range_upper);
  lines.push({
    value: limits.centre,
    text: say(WORDS.mean, round(limits.centre)),
    colour: palette.muted,
    type: isStep ? 'none' : 'solid',
  });
  for (const side of ['upper', 'lower'] as const) {
    const value = limits[side];
    if (value !== null)
      lines.push({
        value,
        text: say(WORDS[side], round(value)),
        colour: palette.limit,
        type: isStep ? 'none' : 'dashed',
      });
  }
  return lines;
}

/** A standard may change from one period to another: a line with steps, dotted. */
function toStandards(view: TrendView, draw: Draw) {
  return (['floor', 'ceiling'] as const).flatMap((side) => {
    if (view.points.every((point) => point[side] === null)) return [];
    return {
      type: 'line',
      data: view.points.map((point) => point[side]),
      step: 'middle',
      symbol: 'none',
      silent: true,
      z: 2,
      lineStyle: { color: draw.palette.standard, type: 'dotted', width: 1.6 },
    };
  });
}

function toResults(
  view: TrendView,
  reading: ProcessReading,
  draw: Draw,
  lines: readonly Line[],
  ticks: Ticks,
) {
  const { palette } = draw;
  const flags = new Map(reading.signals.map((signal) => [signal.index, signal]));
  // On a phone the words of the limits take the room there is; the finding says what is flagged.
  const named = draw.narrow ? new Set<number>() : chooseNamed(reading.signals, view.points.length);
  const toTop = (value: number) => ((ticks.max - value) / (ticks.max - ticks.min)) * PLOT;
  const shifts = spreadLabels(
    lines.map(({ value }) => toTop(value)),
    14,
    { from: 0, to: PLOT },
  );
  return {
    type: 'line',
    z: 4,
    connectNulls: false,
    // Else a dense line hides its points, and with them what is flagged.
    showAllSymbol: true,
    lineStyle: { color: palette.accent, width: 2 },
    data: view.points.map((point, index) => toDatum(view, point, index, flags, named, draw)),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      precision: PRECISION,
      z: 3,
      data: [
        ...toBaselineMarks(view, draw),
        ...lines.map((line, index) => ({
          yAxis: line.value,
          lineStyle: {
            color: line.colour,
            width: line.type === 'none' ? 0 : 1,
            type: line.type === 'none' ? 'solid' : line.type,
          },
          label: draw.narrow
            ? {
                formatter: line.text,
                color: line.colour,
                position: line.isStandard ? 'insideStartTop' : 'insideEndTop',
                fontSize: 10,
              }
            : {
                formatter: line.text,
                color: line.colour,
                position: 'end',
                distance: 8,
                fontSize: 11,
                offset: [0, shifts[index]!],
              },
        })),
      ],
    },
  };
}

/**
 * The flagged points that bear their word: of several in a row with the same rule the first, what is
 * outside before the rest, and none so near another that their words would meet.
 */
function chooseNamed(signals: readonly Signal[], points: number): ReadonlySet<number> {
  const room = Math.max(1, Math.ceil(points / 5));
  const fresh = signals.filter(
    ({ index, rule }) => !signals.some((other) => other.index === index - 1 && other.rule === rule),
  );
  const named = new Set<number>();
  const inOrder = [
    ...fresh.filter(({ rule }) => rule === 'outside'),
    ...fresh.filter(({ rule }) => rule !== 'outside'),
  ];
  for (const { index } of inOrder)
    if ([...named].every((other) => Math.abs(other - index) >= room)) named.add(index);
  return named;
}

function toDatum(
  view: TrendView,
  point: TrendPoint,
  index: number,
  flags: ReadonlyMap<number, Signal>,
  named: ReadonlySet<number>,
  draw: Draw,
) {
  const { palette, language, print } = draw;
  if (point.value === null) return { value: null };
  const flag = flags.get(index);
  const note = view.notes?.find(({ period }) => period === point.period);
  const fresh = flag !== undefined && named.has(index);
  // A point whose cause is known asks for nobody any more.
  const colour = flag && !note ? palette.action : note ? palette.muted : palette.accent;
  const word = note ? WORDS.cause[language] : flag ? FLAGS[flag.rule][language] : '';
  const before = view.points[index - 1]?.value ?? null;
  // A word stands where the line does not come from.
  const below = flag ? flag.side === 'below' : before !== null && before > point.value;
  const said = [
    print.period(point.period, language),
    print.quantity(point.value, view.unit, language) +
      (point.n === null ? '' : ` (n = ${print.number(point.n, language)})`),
    ...(point.provisional ? [WORDS.provisional[language]] : []),
    ...(flag ? [FLAGS[flag.rule][language]] : []),
    ...(note ? [sayNote(note, language)] : []),
  ];
  const isNamed = fresh || (note !== undefined && !draw.narrow);
  return {
    value: point.value,
    name: point.period,
    symbol: note ? 'rect' : flag?.rule === 'outside' ? 'diamond' : 'circle',
    symbolSize: note
      ? 9
      : flag
        ? flag.rule === 'outside'
          ? 13
          : 9
        : point.provisional
          ? 8
          : draw.narrow
            ? 4
            : 6,
    itemStyle: point.provisional
      ? { color: palette.surface, borderColor: colour, borderWidth: 2 }
      : { color: colour },
    label: {
      show: isNamed || (point.provisional && index === view.points.length - 1),
      formatter: isNamed ? word : WORDS.provisional[language],
      color: fresh && !note ? palette.action : palette.muted,
      fontWeight: fresh && !note ? 600 : 400,
      fontSize: 11,
      position: below ? 'bottom' : 'top',
      ...(index === 0 ? { align: 'left' } : index === view.points.length - 1 ? { align: 'right' } : {}),
      // Over a line the word keeps its own ground, without hiding what is beside it.
      textBorderColor: palette.surface,
      textBorderWidth: 3,
      distance: 6,
    },
    tooltip: { formatter: said.join('\n') },
  };
}

/** `Causa anotada: caída del sistema (no fija límites)`. */
function sayNote({ cause, excluded }: TrendNote, language: Draw['language']): string {
  return `${WORDS.cause[language]}: ${cause}${excluded ? ` (${WORDS.noLimit[language]})` : ''}`;
}

/** The moving ranges below, with their own limit. */
function toRange(reading: ProcessReading, draw: Draw, labels: readonly string[]) {
  const { palette, language } = draw;
  const { range_upper } = reading.limits!;
  const known = reading.ranges.filter((range) => range !== null);
  const ticks = toTicks([0, range_upper, ...known], { lowest: 0 });
  const axis = toValueAxis({ ...ticks, at: [] }, () => '', draw, { axis: 'y', index: 1 });
  return {
    axis: axis.axis,
    title: (left: number) => ({
      text: WORDS.range[language],
      left: left - 6,
      top: RANGE_TOP - 24,
      textStyle: { fontSize: 11, fontWeight: 400, color: palette.muted },
    }),
    series: [
      {
        type: 'line',
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: labels.map((_, index) => reading.ranges[index] ?? null),
        symbol: 'circle',
        symbolSize: 5,
        silent: true,
        lineStyle: { color: palette.muted, width: 1.5 },
        itemStyle: { color: palette.muted },
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          precision: PRECISION,
          lineStyle: { color: palette.limit, type: 'dashed', width: 1 },
          label: {
            show: !draw.narrow,
            formatter: WORDS.upper[language],
            color: palette.limit,
            distance: 8,
            fontSize: 11,
          },
          data: [{ yAxis: range_upper }],
        },
      },
    ],
  };
}

function toTable(view: TrendView, reading: ProcessReading, draw: Draw): Chart['table'] {
  const { language, print } = draw;
  const show = (value: number | null) => (value === null ? '' : print.quantity(value, view.unit, language));
  const flags = new Map(reading.signals.map(({ index, rule }) => [index, FLAGS[rule][language]]));
  const notes = new Map((view.notes ?? []).map((note) => [note.period, sayNote(note, language)]));
  const sides = (['floor', 'ceiling'] as const).filter((side) =>
    view.points.some((point) => point[side] !== null),
  );
  return {
    columns: [
      { text: WORDS.period, numeric: false },
      { text: WORDS.result, numeric: true },
      { text: { es: 'n', en: 'n' }, numeric: true },
      ...sides.map((side) => ({ text: sides.length === 1 ? WORDS.standard : WORDS[side], numeric: true })),
      { text: WORDS.remark, numeric: false },
    ],
    rows: view.points.map((point, index) => [
      print.period(point.period, language),
      point.value === null ? WORDS.noData[language] : show(point.value),
      point.n === null ? '' : print.number(point.n, language),
      ...sides.map((side) => show(point[side])),
      [flags.get(index), point.provisional ? WORDS.provisional[language] : undefined, notes.get(point.period)]
        .filter((text) => text !== undefined)
        .join(' · '),
    ]),
  };
}
