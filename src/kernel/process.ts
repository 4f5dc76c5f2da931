import type { LocalText } from './text.ts';

/** The three bands of a process map: what gives direction, what the client receives, what carries the rest. */
export const BANDS = ['estrategico', 'productivo', 'apoyo'] as const;
export type Band = (typeof BANDS)[number];

/** Who gives to a process or receives from it: parts of the institution, and people or bodies outside it. */
export interface Parties {
  readonly internal: readonly LocalText[];
  readonly external: readonly LocalText[];
}

/** What a process is from a date on (*caracterización*), until the next version. */
export interface Characterisation {
  /** ISO date from which it holds. */
  readonly from: string;
  readonly responsible: LocalText;
  readonly objective: LocalText;
  /** Limits: with what it starts and with what it ends. */
  readonly starts: LocalText;
  readonly ends: LocalText;
  readonly suppliers: Parties;
  readonly inputs: readonly LocalText[];
  readonly activities: readonly LocalText[];
  readonly outputs: readonly LocalText[];
  readonly clients: Parties;
  readonly documents: readonly LocalText[];
  readonly norms: readonly LocalText[];
  readonly resources: readonly LocalText[];
  /** Ids of the indicators that measure it, beside those whose sheet names it. */
  readonly indicators: readonly string[];
}

/** A process of the institution; `parent` makes the tree along which results roll up. */
export interface Process {
  readonly id: string;
  readonly pack: string;
  readonly parent: string | null;
  readonly name: LocalText;
  readonly aliases: readonly string[];
  readonly critical: boolean;
  /** Policies and limits of the procedure, in words. */
  readonly rules: readonly LocalText[];
  /** Its band of the map; null where the process it stands under says it. */
  readonly band: Band | null;
  /** The process under which the map draws it: `under` of the pack, else `parent`; null for one drawn alone. */
  readonly under: string | null;
  /** A bag of small services: counted and told, never ranked among the critical ones. */
  readonly mixed: boolean;
  /** Versions by date, oldest first; empty while nobody wrote one. */
  readonly characterisations: readonly Characterisation[];
}
