import type { CaseDefinition } from './case.ts';
import type { Role } from './permission.ts';
import type { LocalText } from './text.ts';

/** Somebody, or something, that acts in a procedure: a lane of its diagram. */
export interface Actor {
  readonly id: string;
  readonly name: LocalText;
  /** The area it belongs to, as the document names it; null for the client. */
  readonly area: LocalText | null;
  /** Role of the people who act in this lane; null for the client and for a system. */
  readonly role: Role | null;
}

/** Where a step or an answer leads: the id of a node; null for the node written next. */
export type Next = string | null;

/** A node of a procedure, in the order of the document. */
export type ProcedureNode =
  | {
      readonly kind: 'start';
      readonly id: string;
      readonly actor: string;
      readonly name: LocalText;
      readonly next: Next;
    }
  | {
      readonly kind: 'step';
      readonly id: string;
      readonly actor: string;
      /** Its number in the document: steps are numbered from 1 in the order they are written. */
      readonly number: number;
      /** Few words, for the diagram. */
      readonly name: LocalText;
      /** What is done, for the text. */
      readonly text: LocalText;
      /** Names under which a log registers it, beside its own id; compared as slugs. */
      readonly activities: readonly string[];
      readonly next: Next;
    }
  | {
      readonly kind: 'decision';
      readonly id: string;
      readonly actor: string;
      readonly name: LocalText;
      readonly branches: readonly { readonly name: LocalText; readonly next: Next }[];
    }
  | { readonly kind: 'end'; readonly id: string; readonly actor: string; readonly name: LocalText };

/**
 * How a service is given, as documented: one source for the text, the diagram in lanes, the BPMN,
 * the cases that are worked by it, and the comparison with the real log.
 */
export interface Procedure {
  readonly id: string;
  readonly pack: string;
  /** Process whose procedure it is. */
  readonly process: string;
  /** ISO date from which this version holds. */
  readonly from: string;
  readonly version: number;
  readonly name: LocalText;
  /** Operative, strategic...: as the institution classifies its procedures. */
  readonly type: LocalText;
  readonly object: LocalText;
  readonly starts: LocalText;
  readonly ends: LocalText;
  readonly areas: readonly LocalText[];
  readonly policies: readonly LocalText[];
  readonly requirements: readonly LocalText[];
  readonly actors: readonly Actor[];
  readonly nodes: readonly ProcedureNode[];
  /** How its cases are opened and flow; null for a procedure that is only documented. */
  readonly case: CaseDefinition | null;
}
