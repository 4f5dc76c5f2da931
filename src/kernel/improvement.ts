import { Refusal } from './refusal.ts';

/**
 * The loop: an improvement from the fact that asks for it to the client who is told. Eight stages
 * after McCord (2002), as the note of Imp-Act on feedback loops has them.
 */
export const STAGES = [
  'collection',
  'consolidation',
  'analysis',
  'report',
  'decision',
  'delegation',
  'communication',
  'implementation',
] as const;
export type Stage = (typeof STAGES)[number];

/** Where an improvement comes from. */
export const ORIGINS = [
  'signal',
  'standard',
  'complaints',
  'conformance',
  'survey',
  'exit',
  'assessment',
  'idea',
] as const;
export type Origin = (typeof ORIGINS)[number];

/** What was decided. To reject and to postpone are decisions as well, with their reason. */
export const IMPROVEMENT_DECISIONS = ['adopt', 'adapt', 'reject', 'postpone'] as const;
export type ImprovementDecision = (typeof IMPROVEMENT_DECISIONS)[number];

/** Whether a decision was to go on: to adopt, or to adapt. */
export function isGoingOn(decision: ImprovementDecision | undefined): boolean {
  return decision === 'adopt' || decision === 'adapt';
}

/** Open while it goes through its stages; a postponed one waits, and may be taken up again. */
export const IMPROVEMENT_STATES = ['open', 'postponed', 'rejected', 'closed'] as const;
export type ImprovementState = (typeof IMPROVEMENT_STATES)[number];

/** What may be put beside an improvement: where it comes from, and what was found on the way. */
export const EVIDENCE_KINDS = [
  'signal',
  'indicator',
  'complaints',
  'case',
  'conformance',
  'survey',
  'note',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How causes are looked for. */
export const CAUSE_METHODS = ['ishikawa', 'five-whys', 'pareto'] as const;
export type CauseMethod = (typeof CAUSE_METHODS)[number];

/** The bones of an Ishikawa diagram. */
export const CAUSE_BRANCHES = [
  'people',
  'method',
  'systems',
  'materials',
  'measurement',
  'environment',
] as const;
export type CauseBranch = (typeof CAUSE_BRANCHES)[number];

/** Corrective removes what went wrong; preventive keeps it from coming back. */
export const ACTION_KINDS = ['corrective', 'preventive'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

export const ACTION_STATES = ['planned', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** Who is told what changed. */
export const AUDIENCES = ['staff', 'clients'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How an improvement is to be proved, chosen when it is decided. Periods by their text, both ends included. */
export interface ProofPlan {
  readonly indicator: string;
  /** Values kept by dimension, `{ unit: ['Ibarra'] }`; empty for the whole. */
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly baseline: { readonly from: string; readonly to: string };
  /** Null until it is known from when the change counts. */
  readonly follow_up: { readonly from: string; readonly to: string } | null;
  /** Units where nothing was changed, to compare with; empty for none. */
  readonly comparison_units: readonly string[];
  /** Other changes of the same time, in words; they are named beside the proof. */
  readonly meanwhile: readonly string[];
}

/** Where and when a change is tried before it is made everywhere. Dates are local; `to` null while it goes on. */
export interface Pilot {
  readonly units: readonly string[];
  readonly from: string;
  readonly to: string | null;
}

/**
 * Refuses to go to a stage: `stage-same`; `stage-needs-reason` for going back or leaving one out
 * without saying why; `stage-needs-decision` for going on before it was decided to.
 */
export function checkStageMove(
  move: { readonly from: Stage; readonly to: Stage; readonly reason: string },
  decided: boolean,
): void {
  const [from, to] = [STAGES.indexOf(move.from), STAGES.indexOf(move.to)];
  if (from === to) throw new Refusal('stage-same', { stage: move.to });
  if (to > STAGES.indexOf('decision') && !decided) throw new Refusal('stage-needs-decision');
  if (to !== from + 1 && move.reason === '') {
    throw new Refusal('stage-needs-reason', { from: move.from, to: move.to });
  }
}
