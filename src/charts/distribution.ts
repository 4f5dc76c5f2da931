import type { LocalText } from '../kernel/index.ts';
import { PRECISION, toTicks, toValueAxis } from './axis.ts';
import { type Chart, type Draw, inBoth, startOption } from './chart.ts';

/** How a measure spreads over the facts, around the limit of one fact. */
export interface DistributionView {
  readonly name: LocalText;
  /** Unit of edges and limit; `ratio` where each fact has a limit of its own and is shown as a share of it. */
  readonly unit: string;
  /** Most a fact may take; null without one. */
  readonly limit: number | null;
  /** Half-open stretches `[from, to)` in order; the last holds what is beyond too. `planBins` makes their edges. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** Share of facts inside their limit and how many facts that is about, as the engine counted them. */
  readonly inside: { readonly share: number; readonly n: number } | null;
  /** Largest value, and the half and nine tenths of facts; null where not known. */
  readonly highest: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

const TOP = 30;
const PLOT = 170;

/**
 * Edges for a distribution: equal stretches of a round width, the limit (where there is one) always
 * an edge, so that no bar is half inside and half outside. At most `most` of them, 24 where absent.
 *
 * @example planBins({ highest: 100, limit: 48 }) // [0, 6, 12, ..., 102]
 */
export function planBins(given: {
  readonly highest: number;
  readonly limit: number | null;
  readonly most?: number;
}): readonly number[] {
  const { highest, limit, most = 24 } = given;
  if (!(highest > 0)) return [0, limit ?? 1];
  const rough = highest / (most * 0.7);
  // A whole number of stretches up to the limit; without a limit, a round width.
  const width =
    limit === null || limit <= 0
      ? (toTicks([0, highest]).at[1]! - toTicks([0, highest]).at[0]!) / 4
      : limit / Math.max(1, Math.round(limit / rough));
  const count = Math.max(1, Math.min(most, Math.ceil(highest / width + 1e-9)));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * width).toPrecision(12)));
}

/** A histogram with the limit marked: what is inside it teal, its tail orange. */
export function toDistributionChart(view: DistributionView, draw: Draw): Chart {
  const { language, palette, print } = draw;
  const { bins, limit } = view;
  const say = (value: number, each = language) => print.quantity(value, view.unit, each);
  const counts = toTicks([0, ...bins.map(({ count }) => count)], { lowest: 0 });
  const marks = toValueAxis(
    { ...counts, at: counts.at.filter(Number.isInteger) },
    (at) => print.number(at, language),
    draw,
    { axis: 'y' },
  );
  const from = bins[0]?.from ?? 0;
  const to = bins.at(-1)?.to ?? 1;
  const edges = toTicks([from, to]).at.filter((at) => at >= from && at <= to);
  const across = toValueAxis({ min: from, max: to, at: [] }, say, draw, { axis: 'x' });
  const finding = writeFinding(view, draw);
  const isInside = (bin: { readonly from: number }) => limit === null || bin.from < limit * (1 - 1e-9);
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return {
    height: TOP + PLOT + 34,
    finding,
    option: {
      ...startOption(draw),
      grid: { left: draw.narrow ? 40 : 54, right: 18, top: TOP, height: PLOT },
      xAxis: across.axis,
      yAxis: marks.axis,
      series: [
        marks.marks,
        toSteps(bins.filter(isInside), palette.accent),
        toSteps(
          bins.filter((bin) => !isInside(bin)),
          palette.action,
        ),
        {
          type: 'scatter',
          symbolSize: 0,
          data: bins.map((bin) => ({
            value: [(bin.from + bin.to) / 2, bin.count],
            label: {
              show: bin.count > 0 && bins.length <= 24 && !draw.narrow,
              position: 'top',
              distance: 4,
              color: palette.muted,
              fontSize: 10,
              formatter: print.number(bin.count, language),
            },
          })),
          silent: true,
        },
        {
          type: 'line',
          data: [],
          silent: true,
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            precision: PRECISION,
            data: [
              ...edges.map((at) => ({
                xAxis: at,
                lineStyle: { width: 0 },
                label: {
                  formatter: say(at),
                  position: 'start',
                  color: palette.muted,
                  fontSize: 11,
                  distance: 8,
                },
              })),
              ...(limit === null
                ? []
                : [
                    {
                      xAxis: limit,
                      lineStyle: { color: palette.standard, width: 1.6, type: 'solid' },
                      label: {
                        formatter: `${language === 'es' ? 'Límite' : 'Limit'} ${say(limit)}`,
                        position: 'end',
                        color: palette.standard,
                        fontSize: 11,
                        distance: 6,
                      },
                    },
                  ]),
            ],
          },
        },
      ],
    },
    table: {
      columns: [
        { text: { es: 'Desde', en: 'From' }, numeric: true },
        { text: { es: 'Hasta antes de', en: 'To before' }, numeric: true },
        { text: { es: 'Hechos', en: 'Facts' }, numeric: true },
        { text: { es: 'Parte', en: 'Share' }, numeric: true },
        { text: { es: 'Frente al límite', en: 'Against the limit' }, numeric: false },
      ],
      rows: bins.map((bin) => [
        say(bin.from),
        say(bin.to),
        print.number(bin.count, language),
        total === 0 ? '' : print.percent(bin.count / total, language, 1),
        limit === null
          ? ''
          : isInside(bin)
            ? language === 'es'
              ? 'dentro'
              : 'inside'
            : language === 'es'
              ? 'fuera'
              : 'outside',
      ]),
    },
    alt: inBoth((each) => `${view.name[each]}. ${finding[each]}`),
  };
}

/** Bars on an axis of values, as one stepped surface: exact at every edge. */
function toSteps(bins: DistributionView['bins'], colour: string) {
  const last = bins.at(-1);
  return {
    type: 'line',
    step: 'end',
    symbol: 'none',
    silent: true,
    lineStyle: { width: 0 },
    areaStyle: { color: colour, opacity: 0.9 },
    data: last ? [...bins.map(({ from, count }) => [from, count]), [last.to, last.count]] : [],
  };
}

function writeFinding(view: DistributionView, draw: Draw): LocalText {
  const { print } = draw;
  return inBoth((language) => {
    const es = language === 'es';
    const say = (value: number) => print.quantity(value, view.unit, language);
    const half =
      view.p50 === null
        ? ''
        : es
          ? `la mitad tarda hasta ${say(view.p50)}`
          : `half take up to ${say(view.p50)}`;
    const nine =
      view.p90 === null
        ? ''
        : es
          ? `9 de cada 10 hasta ${say(view.p90)}`
          : `9 out of 10 up to ${say(view.p90)}`;
    const spread = [half, nine].filter((text) => text !== '').join(es ? ' y ' : ' and ');
    if (view.inside === null || view.limit === null) {
      if (spread === '')
        return es ? 'No hay hechos medidos que mostrar.' : 'There are no measured facts to show.';
      return `${spread.charAt(0).toUpperCase()}${spread.slice(1)}.`;
    }
    const { share, n } = view.inside;
    const facts = print.number(n, language);
    const late = print.percent(1 - share, language, 1);
    const bound = view.unit === 'ratio' ? '' : es ? ` de ${say(view.limit)}` : ` of ${say(view.limit)}`;
    const head =
      share === 1
        ? es
          ? `Los ${facts} hechos están dentro de su límite${bound}`
          : `All ${facts} facts are within their limit${bound}`
        : es
          ? `El ${print.percent(share, language, 1)} está dentro de su límite${bound}; el ${late} lo pasa (n = ${facts})`
          : `${print.percent(share, language, 1)} are within their limit${bound}; ${late} go past it (n = ${facts})`;
    return spread === '' ? `${head}.` : `${head}; ${spread}.`;
  });
}
