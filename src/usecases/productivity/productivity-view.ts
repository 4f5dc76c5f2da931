import type { LocalText, Verdict, Warning } from '../../kernel/index.ts';
import type { Presence } from './list-presence.ts';
import type { MixWeight } from './weigh-mix.ts';

/**
 * Where a person stands. Only the first four are compared with others: a few cases, a capacity
 * without work and work without a schedule say nothing of anybody.
 *
 * - `below`: under the floor. `fast`: under it, but not when each attention is given its usual time.
 * - `within`, `over`: inside the standard, above its ceiling.
 * - `few`: under the small sample. `idle`: capacity without attentions. `unknown`: no capacity known.
 */
export type Standing = 'below' | 'fast' | 'within' | 'over' | 'few' | 'idle' | 'unknown';

/** Use of installed capacity by somebody: minutes, capacity and their ratio, as `measure` gives them. */
export interface Use {
  readonly minutes: number | null;
  readonly capacity_min: number | null;
  readonly index: number | null;
  readonly verdict: Verdict;
  /** People behind the capacity, and attentions behind the minutes. */
  readonly people: number;
  readonly services: number;
  readonly warnings: readonly Warning[];
  readonly sentence: LocalText;
}

export interface NamedUse extends Use {
  readonly id: string;
  readonly name: LocalText;
}

export interface PersonUse extends Use {
  readonly person: string;
  /** The unit of this row where the view is limited to some; else null, and `presence` says all. */
  readonly unit: string | null;
  readonly standing: Standing;
  readonly presence: Presence | null;
  readonly mix:
    | (MixWeight & { readonly adjusted_index: number | null; readonly top: readonly MixShare[] })
    | null;
  /** What must be known before judging: absences, loans, mix, few cases. */
  readonly notes: readonly LocalText[];
}

/** A service in the mix of somebody, with its share of attentions and its usual time. */
export interface MixShare {
  readonly service: string;
  readonly name: LocalText;
  readonly n: number;
  readonly share: number;
  readonly usual_min: number | null;
}

export interface ProductivityView {
  readonly period: string;
  readonly indicator: { readonly id: string; readonly name: LocalText } | null;
  readonly standard: { readonly floor: number | null; readonly ceiling: number | null } | null;
  readonly small_sample: number;
  readonly finding: LocalText;
  /** How people are compared, said beside the table. */
  readonly rule: LocalText;
  /** What to look at where capacity is exceeded, in the words of the sheet. */
  readonly excess: LocalText | null;
  /** Null where the view is limited to several units or to one person. */
  readonly whole: Use | null;
  readonly schedules: readonly NamedUse[];
  readonly units: readonly NamedUse[];
  readonly people: readonly PersonUse[];
  /** Dates of the usual times, half-open, and the institution's own services. */
  readonly usual: {
    readonly from: string;
    readonly to: string;
    readonly services: readonly UsualService[];
  } | null;
}

export interface UsualService {
  readonly service: string;
  readonly name: LocalText;
  readonly n: number;
  readonly median_min: number | null;
  readonly mean_min: number;
}
