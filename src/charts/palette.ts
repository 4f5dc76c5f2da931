/** The few colours a chart may use; meaning first, so that each theme says how it looks. */
export interface Palette {
  /** Text that must be read. */
  readonly ink: string;
  /** Axis texts and whatever accompanies. */
  readonly muted: string;
  readonly grid: string;
  /** What lies behind: a hollow point is filled with it. */
  readonly surface: string;
  readonly accent: string;
  /** The same, for what does not matter now. */
  readonly accentSoft: string;
  /** Needs action: always beside a word. */
  readonly action: string;
  /** Met, and worth a look: never the colour of what failed. */
  readonly alert: string;
  readonly standard: string;
  readonly limit: string;
  /** An empty bar. */
  readonly track: string;
  /** From worst to best, through the middle. */
  readonly ramp: readonly [worst: string, middle: string, best: string];
}

/** The house's three themes: two for screens, in the colours of the web's `tokens.css`, and one for paper. */
export const PALETTES = {
  light: {
    ink: '#16201e',
    muted: '#55635f',
    grid: '#e4eae8',
    surface: '#ffffff',
    accent: '#0f766e',
    accentSoft: '#b5c4c0',
    action: '#c2410c',
    alert: '#b7791f',
    standard: '#1d4ed8',
    limit: '#b45309',
    track: '#eaf0ee',
    ramp: ['#fbe3d3', '#eef4f2', '#2b8a80'],
  },
  dark: {
    ink: '#e4ebe9',
    muted: '#a3b3af',
    grid: '#2e3a37',
    surface: '#1b2422',
    accent: '#3fb3a5',
    accentSoft: '#52625e',
    action: '#f97352',
    alert: '#f0c04a',
    standard: '#8ab0ff',
    limit: '#f0a63a',
    track: '#25302d',
    ramp: ['#53211a', '#26322f', '#1f7f74'],
  },
  print: {
    ink: '#1a2423',
    muted: '#4a5754',
    grid: '#e2e7e6',
    surface: '#ffffff',
    accent: '#0f766e',
    accentSoft: '#b7c6c2',
    action: '#b93a07',
    alert: '#a87a10',
    standard: '#1d4ed8',
    limit: '#a04a06',
    track: '#eef2f1',
    ramp: ['#fbe3d3', '#eef4f2', '#2b8a80'],
  },
} as const satisfies Readonly<Record<'light' | 'dark' | 'print', Palette>>;

function toChannels(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
}

/** Colour of a ramp at `share`, 0 (worst) to 1 (best), beyond which it stays. */
export function toShade(ramp: Palette['ramp'], share: number): string {
  const at = Math.min(1, Math.max(0, share)) * 2;
  const [from, to] = at < 1 ? [ramp[0], ramp[1]] : [ramp[1], ramp[2]];
  const rest = at < 1 ? at : at - 1;
  const [a, b] = [toChannels(from), toChannels(to)];
  const mixed = a.map((channel, index) => Math.round(channel + (b[index]! - channel) * rest));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function toLuminance(hex: string): number {
  const [red, green, blue] = toChannels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours as WCAG counts it, 1 to 21. */
export function toContrast(a: string, b: string): number {
  const [x, y] = [toLuminance(a), toLuminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Black or white-like ink, whichever reads better on a colour. */
export function inkOn(colour: string): string {
  return toContrast(colour, '#ffffff') > toContrast(colour, '#152120') ? '#ffffff' : '#152120';
}
