interface SparklineProps {
  /** Oldest first; null where there is no figure, which leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Bounds of the standard, each drawn as a dotted line. */
  readonly standards?: readonly number[];
  /** What it shows, in words: «sube de 92 % a 110 % en seis meses». */
  readonly alt: string;
  /** Marks the last point as one that needs action. */
  readonly bad?: boolean;
  readonly width?: number;
  readonly height?: number;
}

/** A line the size of a word. */
export function Sparkline({
  values,
  standards = [],
  alt,
  bad = false,
  width = 96,
  height = 28,
}: SparklineProps) {
  const known = [...values, ...standards].filter((value) => value !== null);
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const pad = 4;
  const x = (index: number) => pad + (index * (width - 2 * pad)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - pad - ((value - low) * (height - 2 * pad)) / span;
  let pen = 'M';
  let line = '';
  values.forEach((value, index) => {
    if (value === null) pen = 'M';
    else {
      line += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
    }
  });
  const lastIndex = values.findLastIndex((value) => value !== null);
  const last = values[lastIndex];
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
      {standards.map((standard) => (
        <line
          key={standard}
          x1={pad}
          x2={width - pad}
          y1={y(standard)}
          y2={y(standard)}
          stroke="var(--c-none)"
          strokeDasharray="2 3"
        />
      ))}
      <path d={line} fill="none" stroke="var(--c-accent)" strokeWidth={1.75} strokeLinejoin="round" />
      {last !== undefined && last !== null && (
        <circle cx={x(lastIndex)} cy={y(last)} r={3} fill={bad ? 'var(--c-bad)' : 'var(--c-accent)'} />
      )}
    </svg>
  );
}
