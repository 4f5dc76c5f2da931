import type { Language, LocalText } from '../kernel/index.ts';
import type { Palette } from './palette.ts';

/** Options of ECharts as plain data: they go through JSON, and hold no function. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** The table behind a chart: every figure of it, printed in the language the chart was drawn in. */
export interface ChartTable {
  readonly columns: readonly { readonly text: LocalText; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart whole: what it shows, in a picture, a sentence and a table. */
export interface Chart {
  readonly option: ChartOption;
  /** Height in pixels at which it reads well; the width is the reader's. */
  readonly height: number;
  /** The sentence that stands above it. */
  readonly finding: LocalText;
  readonly table: ChartTable;
  /** What a reader hears who does not see it. */
  readonly alt: LocalText;
}

/** What prints numbers and periods; the sentences room has it as `PRINTERS`. */
export interface Printers {
  readonly number: (
    value: number,
    language: Language,
    format?: { readonly decimals?: number; readonly maxDecimals?: number },
  ) => string;
  readonly percent: (ratio: number, language: Language, maxDecimals?: number) => string;
  readonly period: (period: string, language: Language) => string;
  readonly quantity: (value: number, unit: string, language: Language) => string;
  /** A wait given in minutes, as people say it. */
  readonly wait: (minutes: number, language: Language) => string;
  readonly shortPeriod: (period: string, language: Language) => string;
}

/** How a chart is drawn. */
export interface Draw {
  readonly language: Language;
  readonly palette: Palette;
  readonly print: Printers;
  /** True where it has the width of a phone. */
  readonly narrow?: boolean;
}

export const FONT = 'Inter Variable, Inter, sans-serif';

/** A text of both languages made by one writer. */
export function inBoth(write: (language: Language) => string): LocalText {
  return { es: write('es'), en: write('en') };
}

/** What every option starts from. */
export function startOption(draw: Draw): Record<string, unknown> {
  const { palette } = draw;
  return {
    animation: false,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: FONT, fontSize: 12, color: palette.muted },
    tooltip: {
      trigger: 'item',
      // Names come from people: as rich text they are never read as markup.
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { fontFamily: FONT, fontSize: 12, color: palette.ink },
    },
  };
}

/** A short text for a small space: cut at `most` letters with an ellipsis. */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
