import { toLimitSparkline } from '../../../charts/index.ts';
import type { SignalLine } from './signals-answer.ts';
import styles from './signals.module.css';

/** The series of a signal: what is usual as a band, the standard, and the points that are no accident. */
export function SignalPicture({ line, alt }: { readonly line: SignalLine; readonly alt: string }) {
  const picture = toLimitSparkline(line.points, line.limits, line.bound);
  const { width, height, path, band, marks, bound_y, centre_y } = picture;
  return (
    <svg className={styles.picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
      <rect x={0} y={band.top} width={width} height={band.height} fill="var(--c-sunken)" />
      {[picture.upper_y, picture.lower_y].map(
        (y) =>
          y !== null && (
            <line key={y} x1={0} x2={width} y1={y} y2={y} stroke="var(--c-none)" strokeDasharray="4 3" />
          ),
      )}
      <line x1={0} x2={width} y1={centre_y} y2={centre_y} stroke="var(--c-muted)" />
      {bound_y !== null && (
        <line
          x1={0}
          x2={width}
          y1={bound_y}
          y2={bound_y}
          stroke="var(--c-info)"
          strokeDasharray="1.5 3"
          strokeWidth={1.5}
        />
      )}
      <path d={path} fill="none" stroke="var(--c-accent)" strokeWidth={1.75} strokeLinejoin="round" />
      {marks.map(({ x, y, flagged, explained, provisional, last }) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r={last ? 4 : 3}
          fill={provisional ? 'var(--c-surface)' : toColour(flagged, explained, line.better)}
          stroke={provisional ? 'var(--c-accent)' : 'var(--c-surface)'}
          strokeWidth={1}
        />
      ))}
    </svg>
  );
}

/** What asks for somebody is orange; what is known, or good, is not. */
function toColour(flagged: boolean, explained: boolean, better: boolean | null): string {
  if (explained) return 'var(--c-none)';
  return flagged && better !== true ? 'var(--c-bad)' : 'var(--c-accent)';
}
