import type { DatabaseSync } from 'node:sqlite';
import {
  checkImprovementDecider,
  checkSessionStands,
  checkVerifier,
  type Company,
  type ImprovementDuties,
  isGoingOn,
  type Reaches,
  Refusal,
  type SegregationRule,
  type Stage,
  STAGES,
} from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { addOtherAccounts, changeImprovement, changeOpen, getActor } from './change-improvement.ts';
import type { DecisionDraft, ImprovementRecord, StageMove } from './improvement-record.ts';
import { getImprovement } from './improvement-rows.ts';
import { enterStage, leaveStage } from './improvement-stages.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { readCompany } from './people.ts';
import { insertRow, nextId, updateRows } from './row-image.ts';

/** What a closing needs besides the proof: who set the standard is known outside the ledger's tables. */
export interface ClosureDraft {
  readonly note: string;
  /** The proof as it was computed, frozen with the closing. */
  readonly result: Readonly<Record<string, unknown>>;
  /** Ids of who set or approved the standard of the indicator that proves it; called inside the transaction. */
  readonly listSetters: (indicator: string) => readonly string[];
}

/** Who asks, on which local date, and whether their scope reaches an improvement as it is then. */
export interface Asking {
  readonly today: string;
  readonly reaches: (now: ImprovementRecord) => Reaches;
}

/** What is decided about an improvement, and that it worked. Rules are looked at inside the transaction. */
export interface ImprovementVerdicts {
  /**
   * Adopts, adapts, rejects or postpones; refuses who may not (`improvement-own`, `not-allowed`,
   * `out-of-scope`, `decision-of-session`), looked at inside the transaction. Gives the rules that an exception relaxed.
   */
  readonly decide: (
    id: number,
    draft: DecisionDraft,
    asking: Asking,
    seen?: number,
  ) => readonly SegregationRule[];
  /** Who did what to it, for the rules that keep people from verifying it. */
  readonly dutiesOf: (id: number, listSetters: ClosureDraft['listSetters']) => ImprovementDuties;
  /** Why the company's person may not close it today, each reason a refusal, who they are first; empty when they may. */
  readonly judgeClosing: (
    id: number,
    person: string,
    company: Company,
    asking: Pick<ClosureDraft, 'listSetters'> & Pick<Asking, 'reaches'>,
  ) => readonly Refusal[];
  /**
   * Closes one by its proof. Refuses what is missing (`improvement-undecided`, `improvement-unfinished`,
   * `proof-missing`, `actions-open`, `evidence-waits`) and who may not (`verifier-barred`, S-1 to S-4).
   * Gives the rules that an exception relaxed.
   */
  readonly close: (
    id: number,
    draft: ClosureDraft,
    asking: Asking,
    seen?: number,
  ) => readonly SegregationRule[];
  /** Opens again one that was closed or rejected, at a stage. Refuses `improvement-open`. */
  readonly reopen: (id: number, stage: Stage, reason: string) => void;
}

/** Refuses to close what is not finished. */
function checkFinished(now: ImprovementRecord): void {
  if (!isGoingOn(now.decisions.at(-1)?.decision)) throw new Refusal('improvement-undecided');
  if (now.proof === null) throw new Refusal('proof-missing');
  if (now.stage !== 'implementation') throw new Refusal('improvement-unfinished', { stage: now.stage });
  const open = now.actions.filter(({ state }) => state === 'planned');
  if (open.length > 0) throw new Refusal('actions-open', { texts: open.map(({ text }) => text) });
  const waits = now.actions.filter(
    ({ state, evidence }) => state === 'done' && !evidence.some(({ accepted_at }) => accepted_at !== null),
  );
  if (waits.length > 0) throw new Refusal('evidence-waits', { texts: waits.map(({ text }) => text) });
}

/** What people did to it, each account with the others of the same human being. */
function toDuties(db: DatabaseSync, now: ImprovementRecord, setters: readonly string[]): ImprovementDuties {
  const actions = now.actions.filter(({ state }) => state !== 'dropped');
  const accounts = (ids: readonly (string | null)[]) => addOtherAccounts(db, ids);
  return {
    standard: accounts(setters),
    responsible: accounts(actions.map(({ responsible }) => responsible)),
    authors: accounts(actions.map(({ written_by }) => written_by)),
    suppliers: accounts(actions.flatMap(({ evidence }) => evidence.map(({ supplied_by }) => supplied_by))),
  };
}

/** What a check refuses; undefined where it does not. */
function findRefusal(check: () => unknown): Refusal | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The rules that an exception relaxed, as a link of the chain tells them; nothing without any. */
export function toRelaxedNote(relaxed: readonly SegregationRule[]): { readonly relaxed?: string } {
  return relaxed.length === 0 ? {} : { relaxed: relaxed.join(' ') };
}

/** Where a decision leaves an improvement. */
function toDecided({ decision }: DecisionDraft): 'open' | 'rejected' | 'postponed' {
  if (decision === 'reject') return 'rejected';
  return decision === 'postpone' ? 'postponed' : 'open';
}

export function toImprovementVerdicts(store: LedgerDatabase): ImprovementVerdicts {
  const { db, actor } = store;
  return {
    decide: (id, draft, { today, reaches }, seen) =>
      changeOpen(store, 'improvement-decided', { id, seen }, (now, at) => {
        const company = readCompany(db, today);
        const openers = addOtherAccounts(db, [now.opened_by]);
        const decider = getActor(company, actor);
        const relaxed = checkImprovementDecider(openers, decider, company, reaches(now));
        checkSessionStands(now.decisions.at(-1), draft.session_id, decider, company);
        const decided = insertRow(db, 'improvement_decisions', {
          id: nextId(db, 'improvement_decisions'),
          improvement_id: id,
          decision: draft.decision,
          reason: draft.reason,
          until_date: draft.until,
          session_id: draft.session_id,
          proof: now.proof === null ? null : toCanonicalJson(now.proof),
          decided_by: actor,
          decided_at: at,
          relaxed: toCanonicalJson(relaxed),
        });
        const state = toDecided(draft);
        const early = STAGES.indexOf(now.stage) < STAGES.indexOf('decision');
        const stage: Stage = early ? 'decision' : now.stage;
        const entry: StageMove = { stage, owner: actor, due_date: null, note: '' };
        const images = [
          decided,
          ...(early || state === 'rejected' ? leaveStage(db, id, at) : []),
          ...(early ? [enterStage(store, id, entry, at)] : []),
          ...(early && state === 'rejected' ? leaveStage(db, id, at) : []),
        ];
        return {
          images,
          changes: { state, stage },
          note: { decision: draft.decision, ...toRelaxedNote(relaxed) },
          result: relaxed,
        };
      }),
    dutiesOf: (id, listSetters) =>
      store.read(() => {
        const now = getImprovement(db, id);
        return toDuties(db, now, now.proof === null ? [] : listSetters(now.proof.indicator));
      }),
    judgeClosing: (id, person, company, { listSetters, reaches }) =>
      store.read(() => {
        const now = getImprovement(db, id);
        const setters = now.proof === null ? [] : listSetters(now.proof.indicator);
        const verifier = getActor(company, person);
        return [
          () => checkVerifier(toDuties(db, now, setters), verifier, company, reaches(now)),
          () => checkFinished(now),
        ].flatMap((check) => findRefusal(check) ?? []);
      }),
    close: (id, { note, result, listSetters }, { today, reaches }, seen) =>
      changeOpen(store, 'improvement-closed', { id, seen }, (now, at) => {
        checkFinished(now);
        const setters = listSetters(now.proof?.indicator ?? '');
        const company = readCompany(db, today);
        const verifier = getActor(company, actor);
        const relaxed = checkVerifier(toDuties(db, now, setters), verifier, company, reaches(now));
        const closed = insertRow(db, 'improvement_closings', {
          id: nextId(db, 'improvement_closings'),
          improvement_id: id,
          note,
          result: toCanonicalJson(result),
          relaxed: toCanonicalJson(relaxed),
          closed_by: actor,
          closed_at: at,
          reopened_by: null,
          reopened_at: null,
          reopen_reason: null,
        });
        return {
          images: [closed, ...leaveStage(db, id, at)],
          changes: { state: 'closed' },
          note: toRelaxedNote(relaxed),
          result: relaxed,
        };
      }),
    reopen: (id, stage, reason) =>
      changeImprovement(store, 'improvement-reopened', { id }, (now, at) => {
        if (now.state !== 'closed' && now.state !== 'rejected') throw new Refusal('improvement-open');
        const reopened = updateRows(
          db,
          'improvement_closings',
          { improvement_id: id, reopened_at: null },
          { reopened_by: actor, reopened_at: at, reopen_reason: reason },
        );
        const entered = enterStage(store, id, { stage, owner: actor, due_date: null, note: reason }, at);
        return {
          images: [...reopened, entered],
          changes: { state: 'open', stage },
          note: { reason },
          result: undefined,
        };
      }),
  };
}
