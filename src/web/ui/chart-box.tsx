import { useEffect, useRef } from 'react';
import type { ChartOption } from '../../charts/index.ts';
import styles from './chart.module.css';
import { type DrawnChart, drawChart } from './chart-engine.ts';

interface ChartBoxProps {
  readonly option: ChartOption;
  /** In pixels; the width is that of the place. */
  readonly height: number;
  readonly alt: string;
  readonly onPick?: (name: string) => void;
}

/** The drawing alone. It arrives in its own piece of the program, when the first chart is shown. */
export default function ChartBox({ option, height, alt, onPick }: ChartBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart>(null);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    const place = box.current;
    if (place === null) return undefined;
    const chart = drawChart(place, (name) => pick.current?.(name));
    drawn.current = chart;
    const watch = new ResizeObserver(() => chart.fit());
    watch.observe(place);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, []);
  useEffect(() => drawn.current?.redraw(option, height), [option, height]);
  return <div ref={box} className={styles.box} style={{ height }} role="img" aria-label={alt} />;
}
