import type { ChartOption } from '../../charts/index.ts';
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  DatasetComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  DatasetComponent,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
]);

/** A drawn chart: redraw it, fit it to its box, take it away. */
export interface DrawnChart {
  readonly redraw: (option: ChartOption, height: number) => void;
  readonly fit: () => void;
  readonly dispose: () => void;
}

/** Draws in a box; `onPick` hears the name of the point that was pressed. */
export function drawChart(box: HTMLElement, onPick: (name: string) => void): DrawnChart {
  const chart = init(box, null, { renderer: 'svg' });
  chart.on('click', ({ name }) => onPick(name));
  return {
    redraw: (option, height) => {
      chart.resize({ height });
      chart.setOption(option, { notMerge: true });
    },
    fit: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

/** The chart as an SVG of that size, drawn apart from the screen. */
export function printChartSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
