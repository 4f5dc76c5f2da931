import { Refusal } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { undoImport } from './undo-import.ts';

/** What came of asking to undo an import: undone, or waiting for somebody else to decide. */
export interface UndoOutcome {
  readonly import: string;
  readonly undone: boolean;
  /** The proposal it waits under, or was decided by; null where nobody has an account. */
  readonly proposal: number | null;
}

/** Open proposals to undo an import, by its id. */
export function findUndoProposals({ ledger }: Institution): ReadonlyMap<
  string,
  {
    readonly id: number;
    readonly reason: string;
    readonly proposed_by: string | null;
    readonly proposed_at: string;
  }
> {
  const open = ledger.proposals.list({ open: true, kind: 'undo-import' });
  return new Map(
    open.map(({ id, subject, reason, proposed_by, proposed_at }) => [
      subject,
      { id, reason, proposed_by, proposed_at },
    ]),
  );
}

/**
 * Asks to undo an import, with a reason: somebody else approves it. Where an exception lets a lone
 * analyst decide, or nobody has an account, it is undone at once.
 *
 * @param today local date of the institution
 */
export async function proposeUndo(
  institution: Institution,
  id: string,
  reason: string,
  today: string,
): Promise<UndoOutcome> {
  const { ledger } = institution;
  if (reason.trim() === '') throw new Refusal('undo-without-reason', {});
  const record = ledger.findImport(id);
  if (!record || record.id !== id) throw new Refusal('import-not-found', { id, known: [] });
  if (record.undone_at !== null) throw new Refusal('already-undone', { id, at: record.undone_at });
  if (ledger.actor === null) {
    await undoImport(institution, id, reason);
    return { import: id, undone: true, proposal: null };
  }
  const draft = { kind: 'undo-import', subject: id, payload: { file: record.file_name }, reason } as const;
  const { proposal } = ledger.proposals.propose(draft, today);
  const undone = proposal.decision === 'approved';
  if (undone) await undoImport(institution, id, reason);
  return { import: id, undone, proposal: proposal.id };
}

/**
 * Decides about undoing an import; approved, it is undone. What was approved elsewhere, or before
 * the program was killed, is undone too.
 */
export async function decideUndo(
  institution: Institution,
  input: { readonly id: string; readonly approve: boolean; readonly reason: string; readonly today: string },
): Promise<UndoOutcome> {
  const open = findUndoProposals(institution).get(input.id);
  if (!open) throw new Refusal('proposal-not-found', { proposal: input.id });
  const decision = input.approve ? 'approved' : 'rejected';
  institution.ledger.proposals.decide(open.id, decision, input.reason, input.today);
  await applyApprovedUndos(institution);
  return { import: input.id, undone: input.approve, proposal: open.id };
}

/** Undoes the imports whose undoing was approved and that are still in force. */
export async function applyApprovedUndos(institution: Institution): Promise<readonly string[]> {
  const { ledger } = institution;
  const inForce = new Set(ledger.listImports().map(({ id }) => id));
  const approved = ledger.proposals
    .list({ open: false, kind: 'undo-import' })
    .filter(({ subject, decision }) => decision === 'approved' && inForce.has(subject));
  for (const { subject, reason } of approved) await undoImport(institution, subject, reason);
  return approved.map(({ subject }) => subject);
}
