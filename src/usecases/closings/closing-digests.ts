import type { Catalogue } from '../../library/index.ts';
import type { FactsContext } from '../../facts/index.ts';
import type { DefinitionDigests } from './digest-content.ts';
import type { FactsDigests } from './digest-facts.ts';
import { fromPlainJson, toPlainJson } from './plain-json.ts';

/** Of the content, what figures are made again with. */
export type FrozenContent = Pick<
  Catalogue,
  'sheets' | 'calendars' | 'schedules' | 'processes' | 'standard_minutes' | 'settings'
> & { readonly merges: FactsContext['merges'] };

/** What is kept of what the figures of a closed month come from. */
export interface ClosingDigests {
  readonly facts: FactsDigests;
  readonly definitions: DefinitionDigests;
  /** By name: `calendars/ec`, `codes/status`, `processes`... */
  readonly content: Readonly<Record<string, string>>;
  /** Instants, in microseconds, from which open facts were looked at, by data set. */
  readonly cuts: Readonly<Record<string, { readonly us: string; readonly worked: string | null }>>;
  /** Numbers of the imports in force. */
  readonly imports: readonly number[];
  /** The last event of the cases worked here that the facts had read. */
  readonly worked: number;
  /** Rows left out by approval. */
  readonly left_out: readonly {
    readonly dataset: string;
    readonly indicator: string | null;
    readonly key: readonly string[];
  }[];
  /** Rows that waited to be corrected, and were not in the figures. */
  readonly waiting: number;
  readonly frozen: unknown;
}

/** Frozen content as JSON: what is of no figure (places in files) stays out. */
export function freezeContent(content: FrozenContent): unknown {
  const sheets = new Map(
    [...content.sheets].map(([id, sheet]) => [id, { ...sheet, places: new Map(), causes: [] }]),
  );
  return toPlainJson({ ...content, sheets });
}

/** The content that was frozen. */
export function thawContent({ frozen }: ClosingDigests): FrozenContent {
  return fromPlainJson(frozen) as FrozenContent;
}
