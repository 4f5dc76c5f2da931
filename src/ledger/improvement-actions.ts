import type { DatabaseSync } from 'node:sqlite';
import { checkAccepter, type Reaches, Refusal, type SegregationRule } from '../kernel/index.ts';
import { addOtherAccounts, changeImprovement, getActor, refuseEnded } from './change-improvement.ts';
import type { ActionDraft, ActionRecord, ImprovementRecord, PlannedAction } from './improvement-record.ts';
import { readImprovement, readPlannedActions } from './improvement-rows.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { readCompany } from './people.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** The actions of improvements and the evidence that they were done. Each verb that writes is one link. */
export interface ImprovementActions {
  /** Those still to be done of improvements that are not over, by their date. */
  readonly planned: () => readonly PlannedAction[];
  /** The improvement an action is of. */
  readonly findOf: (action: number) => ImprovementRecord | undefined;
  /** Adds one; gives its id. Refuses `improvement-ended`. */
  readonly write: (improvement: number, draft: ActionDraft) => number;
  /**
   * Says that one was done, with what shows it. Refuses `action-not-found`, `action-ended`, and
   * `action-of-another` for who is not responsible for it.
   */
  readonly carryOut: (action: number, evidence: string) => void;
  /** Gives one up, with why. */
  readonly drop: (action: number, reason: string) => void;
  /** Adds what shows that one was done; gives its id. */
  readonly supply: (action: number, text: string) => number;
  /**
   * Takes evidence for good. Refuses `evidence-not-found`, `evidence-accepted`, and who supplied it or
   * is responsible (`evidence-own`; S-4, S-2), looked at inside the transaction. `today` is local.
   */
  readonly accept: (
    evidence: number,
    today: string,
    reaches: (now: ImprovementRecord) => Reaches,
  ) => readonly SegregationRule[];
}

function getOwner(db: DatabaseSync, action: number): number {
  const row = prepareOnce(db, 'SELECT improvement_id FROM improvement_actions WHERE id = ?').get(action);
  if (row === undefined) throw new Refusal('action-not-found', { action });
  return row['improvement_id'] as number;
}

function getAction(now: ImprovementRecord, action: number): ActionRecord {
  const found = now.actions.find(({ id }) => id === action);
  if (found === undefined) throw new Refusal('action-not-found', { action });
  return found;
}

function refuseEndedAction({ id, state, text }: ActionRecord): void {
  if (state !== 'planned') throw new Refusal('action-ended', { action: id, text, state });
}

export function toImprovementActions(store: LedgerDatabase): ImprovementActions {
  const { db, actor } = store;
  const insertEvidence = (action_id: number, text: string, at: string): RowImage =>
    insertRow(db, 'action_evidence', {
      id: nextId(db, 'action_evidence'),
      action_id,
      text,
      supplied_by: actor,
      supplied_at: at,
      accepted_by: null,
      accepted_at: null,
      relaxed: null,
    });
  const change = <T>(
    kind: string,
    action: number,
    decide: (
      found: ActionRecord,
      now: ImprovementRecord,
      at: string,
    ) => { readonly images: readonly RowImage[]; readonly result: T },
  ): T => {
    const id = store.read(() => getOwner(db, action));
    return changeImprovement(store, kind, { id }, (now, at) => {
      const found = getAction(now, action);
      return { ...decide(found, now, at), note: { text: found.text } };
    });
  };
  return {
    planned: () => store.read(() => readPlannedActions(db)),
    findOf: (action) =>
      store.read(() => {
        const row = prepareOnce(db, 'SELECT improvement_id FROM improvement_actions WHERE id = ?').get(
          action,
        );
        return row === undefined ? undefined : readImprovement(db, row['improvement_id'] as number);
      }),
    write: (improvement, draft) =>
      changeImprovement(store, 'action-written', { id: improvement }, (now, at) => {
        refuseEnded(now);
        const id = nextId(db, 'improvement_actions');
        const image = insertRow(db, 'improvement_actions', {
          id,
          improvement_id: improvement,
          kind: draft.kind,
          text: draft.text,
          written_by: actor,
          written_at: at,
          responsible: draft.responsible,
          due_date: draft.due_date,
          state: 'planned',
          done_at: null,
          state_note: null,
        });
        return { images: [image], note: { text: draft.text }, result: id };
      }),
    carryOut: (action, evidence) =>
      change('action-done', action, (found, now, at) => {
        refuseEnded(now);
        refuseEndedAction(found);
        const own = addOtherAccounts(db, [found.responsible]);
        if (actor === null || !own.includes(actor)) {
          throw new Refusal('action-of-another', { text: found.text });
        }
        const done = updateRows(db, 'improvement_actions', { id: action }, { state: 'done', done_at: at });
        return { images: [...done, insertEvidence(action, evidence, at)], result: undefined };
      }),
    drop: (action, reason) =>
      change('action-dropped', action, (found, now, at) => {
        refuseEnded(now);
        refuseEndedAction(found);
        const dropped = { state: 'dropped', done_at: at, state_note: reason };
        return { images: updateRows(db, 'improvement_actions', { id: action }, dropped), result: undefined };
      }),
    supply: (action, text) =>
      change('action-evidence', action, (found, now, at) => {
        refuseEnded(now);
        if (found.state === 'dropped') refuseEndedAction(found);
        const image = insertEvidence(action, text, at);
        return { images: [image], result: image.row['id'] as number };
      }),
    accept: (evidence, today, reaches) => {
      const owner = store.read(
        () =>
          prepareOnce(db, 'SELECT action_id FROM action_evidence WHERE id = ?').get(evidence)?.['action_id'],
      ) as number | undefined;
      if (owner === undefined) throw new Refusal('evidence-not-found', { evidence });
      return change('evidence-accepted', owner, (found, now, at) => {
        refuseEnded(now);
        const shown = found.evidence.find(({ id }) => id === evidence);
        if (shown === undefined) throw new Refusal('evidence-not-found', { evidence });
        if (shown.accepted_at !== null) throw new Refusal('evidence-accepted', { text: found.text });
        const company = readCompany(db, today);
        const relaxed = checkAccepter(
          { supplied_by: shown.supplied_by, responsible: found.responsible },
          getActor(company, actor),
          company,
          reaches(now),
        );
        const changes = { accepted_by: actor, accepted_at: at, relaxed: JSON.stringify(relaxed) };
        return { images: updateRows(db, 'action_evidence', { id: evidence }, changes), result: relaxed };
      });
    },
  };
}
