import { init } from 'echarts';
import type { Chart } from '../charts/index.ts';

/**
 * A chart as SVG, without a browser. What only a mouse would use is taken out, and with it the
 * numbers that ECharts counts up from one drawing to the next: the same chart is the same text.
 */
export function drawSvg(chart: Pick<Chart, 'option' | 'height'>, width: number): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  try {
    drawing.setOption(chart.option);
    const ids = new Map<string, string>();
    return drawing
      .renderToSVGString()
      .replace(/<style[\s\S]*?<\/style>/g, '')
      .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
      .replace(/\bzr\d+-\w+/g, (id) => {
        const known = ids.get(id) ?? `p${ids.size}`;
        ids.set(id, known);
        return known;
      });
  } finally {
    // Undisposed, it would keep the program from ending.
    drawing.dispose();
  }
}
