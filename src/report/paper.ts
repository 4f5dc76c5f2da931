import type { Language } from '../kernel/index.ts';
import type { Chart } from '../charts/index.ts';

/** How a verdict or a notice looks; its word is always beside it. */
export type Tone = 'plain' | 'met' | 'bad' | 'alert' | 'none';

/** A formula as mathematics: the tree of the language room with its amounts printed already. */
export type PaperFormula =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'row'; readonly parts: readonly PaperFormula[] }
  | { readonly kind: 'fence'; readonly inner: PaperFormula }
  | { readonly kind: 'fraction'; readonly above: PaperFormula; readonly below: PaperFormula }
  | { readonly kind: 'sum'; readonly of: PaperFormula }
  | { readonly kind: 'sub'; readonly base: PaperFormula; readonly below: PaperFormula }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly PaperFormula[] };

/** One column of a table; `share` is its part of the width, 0 for as wide as its texts. */
export interface PaperColumn {
  readonly text: string;
  readonly numeric: boolean;
  readonly share: number;
}

/** What a paper is made of, in the order in which it is read. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone: Tone; readonly strong: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'tiles';
      readonly tiles: readonly {
        readonly label: string;
        readonly text: string;
        readonly note: string;
        readonly tone: Tone;
      }[];
    }
  | { readonly kind: 'pairs'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | { readonly kind: 'formula'; readonly formula: PaperFormula; readonly alt: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly { readonly cells: readonly string[]; readonly tone: Tone }[];
      /** Column that takes the tone of its row; -1 for none. */
      readonly tone_column: number;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'chart'; readonly chart: Pick<Chart, 'option' | 'height'>; readonly alt: string }
  /** A drawing that is one already, as wide as the page. */
  | { readonly kind: 'drawing'; readonly svg: string; readonly alt: string }
  /** Figures large enough for a wall, one under another, as tall together as what is left of the page. */
  | {
      readonly kind: 'wall';
      readonly rows: readonly {
        readonly name: string;
        readonly result: string;
        readonly standard: string;
        readonly verdict: string;
        readonly tone: Tone;
        readonly trend: string;
        readonly n: string;
      }[];
      readonly sentence: string;
      readonly note: string;
    }
  /** What clients said and what was done about it, in large letters. */
  | {
      readonly kind: 'poster';
      readonly items: readonly {
        /** A label and its text each, in the order they are read. */
        readonly lines: readonly { readonly label: string; readonly text: string }[];
        readonly note: string;
      }[];
    }
  /** What stays together on one page. */
  | { readonly kind: 'group'; readonly blocks: readonly Block[] }
  | { readonly kind: 'page' };

/** A paper whole: plain data, texts in its language, nothing of it markup. */
export interface Paper {
  readonly language: Language;
  /** Local date it was printed, `2011-07-05`. */
  readonly date: string;
  /** Sheet it is printed on; A4 where nothing is said. */
  readonly size?: 'a4' | 'a5';
  /** To be read from some metres; at a table where nothing is said. */
  readonly look?: 'wall';
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string;
  readonly state: { readonly text: string; readonly tone: Tone };
  readonly footer: string;
  /** `página 1 de 3`: what stands before and between the numbers. */
  readonly page: readonly [page: string, of: string];
  readonly blocks: readonly Block[];
}

/** Every text of a paper, in order: what a reader finds in it. */
export function listTexts(paper: Paper): readonly string[] {
  const found: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if (!['kind', 'tone', 'language', 'date', 'size', 'look'].includes(key)) found.push(value);
    } else if (Array.isArray(value)) for (const item of value) walk(item, '');
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value))
        if (!['option', 'svg'].includes(name)) walk(item, name);
  };
  walk(paper, '');
  return found;
}
