export { type ArrivalsView, toArrivalsChart } from './arrivals.ts';
export { roundBeside } from './axis.ts';
export { type BulletView, toBulletChart } from './bullet.ts';
export { type CapacityView, toCapacityChart } from './capacity.ts';
export type { Chart, ChartOption, ChartTable, Draw, Printers } from './chart.ts';
export { type DistributionView, planBins, toDistributionChart } from './distribution.ts';
export { type HeatCell, type HeatMapView, toHeatMapChart } from './heat-map.ts';
export { toLanes } from './lanes.ts';
export { drawLanes, drawLaneStrips } from './lanes-svg.ts';
export { followNode, type LaneNotes, toLanesView } from './lanes-procedure.ts';
export {
  LANE_SIZES,
  type LanesLayout,
  type LanesView,
  type LaneTone,
  type PlacedArrow,
  type PlacedNode,
  type PlacedText,
} from './lanes-view.ts';
export { type Palette, PALETTES, toContrast } from './palette.ts';
export { type LimitSparkline, type SparkPoint, toLimitSparkline } from './limit-sparkline.ts';
export { type ParetoView, toParetoChart } from './pareto.ts';
export { type Sparkline, toSparkline } from './sparkline.ts';
export { toTrendChart } from './trend.ts';
export {
  readTrend,
  type TrendNote,
  type TrendPoint,
  type TrendState,
  type TrendView,
  toTrendState,
} from './trend-view.ts';
export { toWhatIfChart, type WhatIfView } from './what-if.ts';
