import type {
  ActionKind,
  ActionState,
  Audience,
  CauseBranch,
  CauseMethod,
  EvidenceKind,
  ImprovementDecision,
  ImprovementState,
  Origin,
  Pilot,
  ProofPlan,
  SegregationRule,
  Stage,
} from '../kernel/index.ts';

/** What an improvement is opened with. */
export interface ImprovementDraft {
  readonly title: string;
  /** What is wrong and for whom, in the words of who opens it. */
  readonly problem: string;
  readonly origin: Origin;
  /** Null where it is of no one process. */
  readonly process: string | null;
  /** Units it is about; null for all. */
  readonly units: readonly string[] | null;
}

/** Something to put beside an improvement. */
export interface EvidenceDraft {
  readonly kind: EvidenceKind;
  /** What it is about: an indicator, a procedure, a number of a case; free words for a note. */
  readonly subject: string;
  /** What was seen: figure, n, unit, period, sentence. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface EvidenceRecord extends EvidenceDraft {
  readonly id: number;
  readonly added_by: string | null;
  readonly added_at: string;
}

/** A stay in a stage. */
export interface StageRecord {
  readonly id: number;
  readonly stage: Stage;
  /** Who answers for it; null for nobody yet. */
  readonly owner: string | null;
  readonly due_date: string | null;
  readonly note: string;
  readonly entered_at: string;
  readonly entered_by: string | null;
  /** Null while it lasts. */
  readonly left_at: string | null;
}

export interface CauseDraft {
  readonly method: CauseMethod;
  /** Bone of an Ishikawa diagram; null elsewhere. */
  readonly branch: CauseBranch | null;
  /** The cause it explains: the why before it, or the bone it hangs from. */
  readonly parent: number | null;
  readonly text: string;
  /** Id of the cause known from the sheet; null for one's own. */
  readonly known: string | null;
  /** How often it was counted; null where it was not. */
  readonly count: number | null;
  /** Whether it is what is to be removed. */
  readonly root: boolean;
}

export interface CauseRecord extends CauseDraft {
  readonly id: number;
  readonly added_by: string | null;
  readonly added_at: string;
}

export interface DecisionDraft {
  readonly decision: ImprovementDecision;
  readonly reason: string;
  /** Of one postponed, until when; null otherwise. */
  readonly until: string | null;
  /** The session of the committee it was taken in; null outside one. */
  readonly session_id: number | null;
}

export interface DecisionRecord extends DecisionDraft {
  readonly id: number;
  /** How it was to be proved when this was decided; null where that was not chosen yet. */
  readonly proof: ProofPlan | null;
  readonly decided_by: string | null;
  readonly decided_at: string;
  /** Rules that only an exception let pass. */
  readonly relaxed: readonly SegregationRule[];
}

export interface ActionDraft {
  readonly kind: ActionKind;
  readonly text: string;
  readonly responsible: string;
  readonly due_date: string;
}

/** That an action was done, as somebody shows it. */
export interface ActionEvidence {
  readonly id: number;
  readonly text: string;
  readonly supplied_by: string | null;
  readonly supplied_at: string;
  /** Null until somebody else took it for good. */
  readonly accepted_by: string | null;
  readonly accepted_at: string | null;
  readonly relaxed: readonly SegregationRule[];
}

export interface ActionRecord extends ActionDraft {
  readonly id: number;
  readonly improvement_id: number;
  readonly written_by: string | null;
  readonly written_at: string;
  readonly state: ActionState;
  readonly done_at: string | null;
  /** Why it was dropped; null otherwise. */
  readonly state_note: string | null;
  readonly evidence: readonly ActionEvidence[];
}

export interface NoticeDraft {
  readonly audience: Audience;
  readonly channel: string;
  readonly text: string;
  /** Units told; null for all it is about. */
  readonly units: readonly string[] | null;
  /** Local date. */
  readonly told_on: string;
}

export interface NoticeRecord extends NoticeDraft {
  readonly id: number;
  readonly told_by: string | null;
  readonly at: string;
}

/** That it was closed, with the proof as it was then, frozen. */
export interface ImprovementClosing {
  readonly id: number;
  readonly note: string;
  readonly result: Readonly<Record<string, unknown>>;
  readonly relaxed: readonly SegregationRule[];
  readonly closed_by: string | null;
  readonly closed_at: string;
  readonly reopened_by: string | null;
  readonly reopened_at: string | null;
  readonly reopen_reason: string | null;
}

/** An improvement as the ledger keeps it, with everything that happened to it, each list oldest first. */
export interface ImprovementRecord extends ImprovementDraft {
  readonly id: number;
  readonly state: ImprovementState;
  readonly stage: Stage;
  /** How it is to be proved; null until it is chosen. */
  readonly proof: ProofPlan | null;
  readonly pilot: Pilot | null;
  readonly opened_by: string | null;
  readonly opened_at: string;
  /** Number of the link of the chain that changed it last: grows with every change. */
  readonly last_event: number;
  /** When that was. */
  readonly changed_at: string;
  readonly stages: readonly StageRecord[];
  readonly evidence: readonly EvidenceRecord[];
  /** Those not taken out. */
  readonly causes: readonly CauseRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly actions: readonly ActionRecord[];
  readonly notices: readonly NoticeRecord[];
  readonly closings: readonly ImprovementClosing[];
}

/** An action still to be done, with the improvement it is of. */
export interface PlannedAction extends ActionRecord {
  readonly improvement: Pick<ImprovementRecord, 'id' | 'title' | 'process' | 'units' | 'state' | 'opened_by'>;
}

/** Which improvements are asked for. */
export interface ImprovementFilter {
  readonly state?: ImprovementState;
  readonly process?: string;
}

/** Where an improvement goes, who answers for that stage and until when. */
export interface StageMove {
  readonly stage: Stage;
  readonly owner: string | null;
  readonly due_date: string | null;
  /** What is left for the next, or why it goes back or leaves a stage out. */
  readonly note: string;
}
