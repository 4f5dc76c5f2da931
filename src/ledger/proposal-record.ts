import type { ProposalKind } from '../kernel/index.ts';

export type Decision = 'approved' | 'rejected' | 'withdrawn';

/** Something to propose: what it is about, what would change, and why. */
export interface ProposalDraft {
  readonly kind: ProposalKind;
  /** Id of what it is about: a person, an import, an indicator; of a new person the login. */
  readonly subject: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

/** A proposal as the ledger keeps it. */
export interface ProposalRecord extends ProposalDraft {
  readonly id: number;
  readonly proposed_by: string | null;
  readonly proposed_at: string;
  readonly decision: Decision | null;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly decision_reason: string | null;
  /** The exception that let its proposer decide; null for none. */
  readonly relaxed_by: number | null;
}

/** A row of the table as a record. */
export function toProposal(row: Readonly<Record<string, unknown>>): ProposalRecord {
  return {
    id: row['id'] as number,
    kind: row['kind'] as ProposalKind,
    subject: row['subject'] as string,
    payload: JSON.parse(row['payload'] as string),
    reason: row['reason'] as string,
    proposed_by: row['proposed_by'] as string | null,
    proposed_at: row['proposed_at'] as string,
    decision: row['decision'] as Decision | null,
    decided_by: row['decided_by'] as string | null,
    decided_at: row['decided_at'] as string | null,
    decision_reason: row['decision_reason'] as string | null,
    relaxed_by: row['relaxed_by'] as number | null,
  };
}
