import type { LocalText, Verdict } from '../kernel/index.ts';
import type { TrendView } from '../charts/index.ts';
import type { FormulaTree } from './to-paper-formula.ts';

/** One of the four tiles. */
export interface PaperTile {
  readonly text: string;
  readonly note: string | null;
}

/** What the paper needs of a technical sheet, texts in its language: the screen's view satisfies it. */
export interface SheetPaper {
  readonly indicator: string;
  readonly code: string | null;
  readonly name: LocalText;
  readonly process: { readonly id: string; readonly name: LocalText };
  readonly period: string;
  readonly as_of: string | null;
  readonly provisional: boolean;
  readonly filters: readonly { readonly dimension: string; readonly value: string; readonly label: string }[];
  readonly units: readonly string[] | null;
  readonly measurement: {
    readonly numerator: number | null;
    readonly denominator: number | null;
    readonly n: number;
    readonly open: { readonly count: number; readonly past_limit: number };
    readonly verdict: Verdict;
  } | null;
  readonly tiles: {
    readonly result: PaperTile;
    readonly standard: PaperTile;
    readonly trend: PaperTile;
    readonly state: PaperTile & { readonly verdict: Verdict; readonly hides_tail: boolean };
  };
  readonly sentence: string;
  readonly interpretation: string | null;
  readonly absence: { readonly text: string } | null;
  readonly trend: TrendView;
  readonly requirements: readonly { readonly label: string; readonly text: string }[];
  readonly standards: readonly string[];
  readonly details: readonly { readonly label: string; readonly text: string }[];
  readonly formula: {
    readonly math: FormulaTree;
    readonly variables: readonly { readonly name: string; readonly text: string }[];
  };
  readonly breakdowns: readonly {
    readonly label: string;
    readonly rows: readonly {
      readonly label: string;
      readonly shown: { readonly text: string } | null;
      readonly n: number;
      readonly verdict: Verdict;
      readonly verdict_text: string;
      readonly is_small: boolean;
      readonly inside: string | null;
    }[];
    readonly total: number;
  }[];
  readonly share: SharedPaperPart | null;
  readonly inside: SharedPaperPart | null;
  readonly spread: string | null;
  readonly distribution: {
    readonly unit: string;
    readonly limit: number | null;
    readonly bins: readonly { readonly from: number; readonly to: number | null; readonly n: number }[];
  } | null;
  readonly open: {
    readonly count: number;
    readonly past_limit: number;
    readonly oldest: { readonly key: string; readonly opens: string } | null;
  };
  readonly warnings: readonly { readonly code?: string; readonly text: string }[];
  readonly inputs: readonly {
    /** Rows corrected by hand, each as its import and its place there. */
    readonly corrected: readonly string[];
    readonly imports: readonly { readonly import: string; readonly file: string; readonly rows: number }[];
  }[];
  readonly calendars: readonly {
    readonly id: string;
    readonly name: LocalText;
    readonly from: string | null;
    readonly digest: string;
  }[];
  readonly versions: {
    readonly pack: string;
    readonly pack_name: LocalText;
    readonly pack_version: number;
    readonly sheet: number;
  };
  readonly definitions: readonly {
    readonly at: string;
    readonly version: number;
    readonly by_name: string | null;
    readonly reason: string | null;
    readonly approved_by_name: string | null;
    readonly changes: readonly {
      /** What changed, in words. */
      readonly label: string;
      readonly from: string | null;
      readonly to: string | null;
    }[];
  }[];
  readonly changes: readonly { readonly text: string }[];
}

interface SharedPaperPart {
  readonly text: string;
  readonly n: number;
  readonly interval: string | null;
}

/** What a paper says of itself, whatever it is about. */
export interface PaperMeta {
  readonly language: 'es' | 'en';
  /** Name of the institution; empty where it gave none. */
  readonly institution: string;
  /** Local date it is printed on. */
  readonly date: string;
  /** Who prints it; empty on the folder itself. */
  readonly who: string;
  readonly code: string;
  /** A line for each exception to the segregation of duties in force. */
  readonly exceptions: readonly string[];
}
