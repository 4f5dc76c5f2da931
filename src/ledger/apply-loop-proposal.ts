import type { DatabaseSync } from 'node:sqlite';
import { type ProposalHistory, Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { addOtherAccounts, nextEvent } from './change-improvement.ts';
import type { ProposalDraft } from './proposal-record.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** Who proposed and who decided what is being done, and when. */
export interface Approval {
  readonly proposal: number | null;
  readonly proposed_by: string | null;
  /** Null where the proposer decided alone. */
  readonly approved_by: string | null;
  readonly at: string;
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an `annotate-point` proposal writes: the cause of a point, and whether it sets no limit any more. */
export function annotatePoint(db: DatabaseSync, draft: ProposalDraft, by: Approval): RowImage[] {
  const { indicator, dimensions, period, excluded } = draft.payload;
  const known = { indicator: toText(indicator), dimensions: toCanonicalJson(dimensions ?? {}) };
  const replaced = updateRows(
    db,
    'annotations',
    { ...known, period: toText(period), ended_at: null },
    { ended_at: by.at },
  );
  const row = insertRow(db, 'annotations', {
    id: nextId(db, 'annotations'),
    ...known,
    period: toText(period),
    cause: draft.reason,
    excluded: Number(excluded === true),
    proposal_id: by.proposal,
    annotated_by: by.proposed_by,
    approved_by: by.approved_by,
    at: by.at,
    ended_at: null,
  });
  return [...replaced, row];
}

/** What a `reset-baseline` proposal writes: from which period limits are taken. */
export function resetBaseline(db: DatabaseSync, draft: ProposalDraft, by: Approval): RowImage[] {
  const { indicator, dimensions, from_period } = draft.payload;
  return [
    insertRow(db, 'baselines', {
      id: nextId(db, 'baselines'),
      indicator: toText(indicator),
      dimensions: toCanonicalJson(dimensions ?? {}),
      from_period: toText(from_period),
      reason: draft.reason,
      proposal_id: by.proposal,
      proposed_by: by.proposed_by,
      approved_by: by.approved_by,
      at: by.at,
      ended_at: null,
    }),
  ];
}

/** What an `exclude-rows` proposal writes: one row for each fact that counts no more in its period. */
export function excludeRows(db: DatabaseSync, draft: ProposalDraft, by: Approval): RowImage[] {
  const { period, indicator, dataset, keys, contest } = draft.payload;
  const upheld =
    typeof contest === 'number'
      ? updateRows(
          db,
          'contests',
          { id: contest, state: 'open' },
          { state: 'upheld', answer: draft.reason, answered_by: by.proposed_by, answered_at: by.at },
        )
      : [];
  const rows = (keys as readonly (readonly string[])[]).map((key) =>
    insertRow(db, 'exclusions', {
      id: nextId(db, 'exclusions'),
      period: toText(period),
      indicator: typeof indicator === 'string' ? indicator : null,
      dataset: toText(dataset),
      key: toCanonicalJson(key),
      reason: draft.reason,
      contest_id: typeof contest === 'number' ? contest : null,
      proposal_id: by.proposal,
      proposed_by: by.proposed_by,
      approved_by: by.approved_by,
      at: by.at,
      ended_at: null,
    }),
  );
  return [...upheld, ...rows];
}

function getPlanned(db: DatabaseSync, subject: string): Readonly<Record<string, unknown>> {
  const row = prepareOnce(db, 'SELECT * FROM improvement_actions WHERE id = ?').get(Number(subject));
  if (row === undefined) throw new Refusal('action-not-found', { action: subject });
  if (row['state'] !== 'planned') throw new Refusal('action-ended', { action: subject });
  return row;
}

/** Refuses to move the date of an action that is not there or has ended. */
export function checkDueMove(db: DatabaseSync, { subject }: ProposalDraft): void {
  getPlanned(db, subject);
}

/** What a `move-due-date` proposal writes: the date, and that the improvement changed. */
export function moveDueDate(db: DatabaseSync, { subject, payload }: ProposalDraft): RowImage[] {
  const { id, improvement_id } = getPlanned(db, subject) as { id: number; improvement_id: number };
  const due_date = toText(payload['due_date']);
  return [
    ...updateRows(db, 'improvement_actions', { id }, { due_date }),
    ...updateRows(db, 'improvements', { id: improvement_id }, { last_event: nextEvent(db) }),
  ];
}

/** Whom what happened keeps from deciding: the responsible of an action (S-2), who loaded the rows (S-11). */
export function findBarred(db: DatabaseSync, draft: ProposalDraft): ProposalHistory['barred'] {
  if (draft.kind === 'move-due-date') {
    const row = prepareOnce(db, 'SELECT responsible FROM improvement_actions WHERE id = ?').get(
      Number(draft.subject),
    );
    const accounts = row === undefined ? [] : addOtherAccounts(db, [row['responsible'] as string]);
    return accounts.map((person) => ({ person, rule: 'S-2' }));
  }
  if (draft.kind !== 'exclude-rows') return undefined;
  const loaded = draft.payload['loaded_by'];
  return Array.isArray(loaded) ? loaded.map((person: string) => ({ person, rule: 'S-11' })) : [];
}
