import { Button } from '@mantine/core';
import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type Chart as ChartView, type Draw, PALETTES } from '../../charts/index.ts';
import { PRINTERS } from '../../sentences/index.ts';
import styles from './chart.module.css';
import { ChartTable } from './chart-table.tsx';
import { useLanguage } from './language.ts';
import { useKitTexts } from './texts.ts';

const ChartBox = lazy(() => import('./chart-box.tsx'));
const IMAGE_WIDTH = 960;

interface ChartProps {
  readonly title?: string;
  /** A function of the charts room with its view already given: `(draw) => toTrendChart(view, draw)`. */
  readonly draw: (draw: Draw) => ChartView;
  /** Hears the name of the point that was pressed (of a trend, its period). */
  readonly onPick?: (name: string) => void;
  /** Other buttons, beside table and image. */
  readonly actions?: ReactNode;
}

/** A chart: its finding above, its table behind, itself as an image for a document. */
export function Chart({ title = '', draw, onPick, actions }: ChartProps) {
  const texts = useKitTexts();
  const language = useLanguage();
  const scheme = useComputedColorScheme('light');
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const [asTable, setAsTable] = useState(false);
  const [copied, setCopied] = useState<'copied' | 'saved' | null>(null);
  const chart = useMemo(
    () => draw({ language, palette: PALETTES[scheme], print: PRINTERS, narrow }),
    [draw, language, scheme, narrow],
  );
  const finding = chart.finding[language];
  const copy = async () => {
    const { copyPng, toPng } = await import('./chart-image.ts');
    const { printChartSvg } = await import('./chart-engine.ts');
    const paper = draw({ language, palette: PALETTES.print, print: PRINTERS, narrow: false });
    const svg = printChartSvg(paper.option, IMAGE_WIDTH, paper.height);
    const png = await toPng({ svg, width: IMAGE_WIDTH, height: paper.height, title, finding });
    setCopied(await copyPng(png, title === '' ? 'circuito' : title));
    setTimeout(() => setCopied(null), 2500);
  };
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <div className={styles.words}>
          {title !== '' && <p className={styles.title}>{title}</p>}
          <p className={styles.finding}>{finding}</p>
        </div>
        <div className={styles.buttons}>
          {actions}
          <Button variant="default" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? texts.chart : texts.table}
          </Button>
          <Button variant="default" size="xs" onClick={() => void copy()}>
            <span aria-live="polite">{copied === null ? texts.png : texts[copied]}</span>
          </Button>
        </div>
      </figcaption>
      {asTable ? (
        <ChartTable table={chart.table} label={finding} />
      ) : (
        <Suspense fallback={<div className={styles.box} style={{ height: chart.height }} />}>
          <ChartBox option={chart.option} height={chart.height} alt={chart.alt[language]} onPick={onPick} />
        </Suspense>
      )}
    </figure>
  );
}
