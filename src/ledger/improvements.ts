import { checkStageMove, isGoingOn, type Pilot, type ProofPlan, Refusal, STAGES } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import { changeImprovement, changeOpen, nextEvent, refuseEnded } from './change-improvement.ts';
import { type ImprovementActions, toImprovementActions } from './improvement-actions.ts';
import type {
  CauseDraft,
  EvidenceDraft,
  ImprovementDraft,
  ImprovementFilter,
  ImprovementRecord,
  NoticeDraft,
  StageMove,
} from './improvement-record.ts';
import { FROM_IMPROVEMENTS, readImprovement, toImprovementRecords } from './improvement-rows.ts';
import { enterStage, leaveStage } from './improvement-stages.ts';
import { type ImprovementVerdicts, toImprovementVerdicts } from './improvement-verdicts.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';
import { toTrailEntry, type TrailEntry } from './trail.ts';

/**
 * The improvements. Each verb that writes is in the name of the ledger's actor and is one link of the
 * chain; each refuses `improvement-not-found`, and `improvement-ended` where it was closed or rejected.
 */
export interface Improvements extends ImprovementVerdicts {
  /** Latest change first. */
  readonly list: (filter?: ImprovementFilter) => readonly ImprovementRecord[];
  readonly find: (id: number) => ImprovementRecord | undefined;
  /** Those that changed after an event, in the order they last changed. */
  readonly changedAfter: (event: number, limit?: number) => readonly ImprovementRecord[];
  /** Event of the latest change; 0 while there is none. */
  readonly lastEvent: () => number;
  /** What was done to it, link by link of the chain, oldest first. */
  readonly historyOf: (id: number) => readonly TrailEntry[];
  /** Opens one at its first stage; gives its id. */
  readonly open: (draft: ImprovementDraft, evidence: readonly EvidenceDraft[]) => number;
  readonly change: (
    id: number,
    changes: Pick<ImprovementDraft, 'title' | 'problem' | 'process' | 'units'>,
    seen?: number,
  ) => void;
  /** Goes to another stage, forth or back; refuses as `checkStageMove`, and `improvement-moved`. */
  readonly move: (id: number, move: StageMove, seen?: number) => void;
  /** Who answers for the stage it stands in, and until when. */
  readonly assign: (id: number, stage: { owner: string | null; due_date: string | null }) => void;
  readonly addEvidence: (id: number, draft: EvidenceDraft) => number;
  /** Adds a cause; gives its id. Refuses `cause-not-found` for a parent that is not there. */
  readonly addCause: (id: number, draft: CauseDraft) => number;
  /** Says whether a cause is the one to remove. */
  readonly markCause: (id: number, cause: number, root: boolean) => void;
  /** Takes a cause out with those below it. */
  readonly removeCause: (id: number, cause: number) => void;
  readonly planProof: (id: number, plan: ProofPlan) => void;
  readonly planPilot: (id: number, pilot: Pilot | null) => void;
  /** That staff or clients were told; of a closed one too. */
  readonly tell: (id: number, draft: NoticeDraft) => number;
  readonly actions: ImprovementActions;
}

const MOST_AT_ONCE = 100_000;

/** The kinds of link that change an improvement. */
const IMPROVEMENT_LINKS = [
  'improvement-opened',
  'improvement-changed',
  'improvement-moved-on',
  'improvement-assigned',
  'improvement-evidence',
  'improvement-cause',
  'improvement-decided',
  'improvement-planned',
  'improvement-pilot',
  'improvement-told',
  'improvement-closed',
  'improvement-reopened',
  'action-written',
  'action-done',
  'action-dropped',
  'action-evidence',
  'evidence-accepted',
];

const toNames = (names: readonly string[] | null): string | null =>
  names === null ? null : toCanonicalJson([...new Set(names)].sort());

/** A cause and those below it. */
function listBelow(now: ImprovementRecord, cause: number): readonly number[] {
  if (!now.causes.some(({ id }) => id === cause)) throw new Refusal('cause-not-found', { cause });
  const found = [cause];
  // A cause comes after the one it explains, so one walk in their order finds them all.
  for (const { id, parent } of now.causes) if (parent !== null && found.includes(parent)) found.push(id);
  return found;
}

export function toImprovements(store: LedgerDatabase): Improvements {
  const { db, actor } = store;
  const insertEvidence = (improvement_id: number, draft: EvidenceDraft, at: string): RowImage =>
    insertRow(db, 'improvement_evidence', {
      id: nextId(db, 'improvement_evidence'),
      improvement_id,
      kind: draft.kind,
      subject: draft.subject,
      data: toCanonicalJson(draft.data),
      added_by: actor,
      added_at: at,
    });
  const readList = (sql: string, ...values: (string | number | null)[]): readonly ImprovementRecord[] =>
    store.read(() => toImprovementRecords(db, prepareOnce(db, sql).all(...values)));
  const updateCauses = (
    kind: string,
    id: number,
    decide: (now: ImprovementRecord, at: string) => RowImage[],
  ): void => changeOpen(store, kind, { id }, (now, at) => ({ images: decide(now, at), result: undefined }));

  return {
    list: ({ state, process } = {}) =>
      readList(
        `${FROM_IMPROVEMENTS} WHERE state = coalesce(?, state)
         AND (? IS NULL OR process = ?) ORDER BY last_event DESC`,
        state ?? null,
        process ?? null,
        process ?? null,
      ),
    find: (id) => store.read(() => readImprovement(db, id)),
    changedAfter: (event, limit = MOST_AT_ONCE) =>
      readList(`${FROM_IMPROVEMENTS} WHERE last_event > ? ORDER BY last_event, id LIMIT ?`, event, limit),
    lastEvent: () =>
      store.read(
        () =>
          prepareOnce(db, 'SELECT coalesce(max(last_event), 0) AS last FROM improvements').get()?.[
            'last'
          ] as number,
      ),
    historyOf: (id) =>
      store.read(() =>
        prepareOnce(
          db,
          `SELECT * FROM chain WHERE kind IN (SELECT value FROM json_each(?))
           AND instr(payload, ?) > 0 ORDER BY seq`,
        )
          // Keys of a link are in order, so another follows the number.
          .all(JSON.stringify(IMPROVEMENT_LINKS), `"improvement":${id},`)
          .map(toTrailEntry),
      ),
    open: (draft, evidence) =>
      store.write('improvement-opened', (at) => {
        const id = nextId(db, 'improvements');
        const stage = STAGES[0];
        const image = insertRow(db, 'improvements', {
          id,
          title: draft.title,
          problem: draft.problem,
          origin: draft.origin,
          process: draft.process,
          units: toNames(draft.units),
          state: 'open',
          stage,
          proof: null,
          pilot: null,
          opened_by: actor,
          opened_at: at,
          last_event: nextEvent(db),
        });
        const entered = enterStage(store, id, { stage, owner: actor, due_date: null, note: '' }, at);
        const shown = evidence.map((each) => insertEvidence(id, each, at));
        const note = { improvement: id, title: draft.title };
        return { payload: { writes: [image, entered, ...shown], note }, result: id };
      }),
    change: (id, { title, problem, process, units }, seen) =>
      changeOpen(store, 'improvement-changed', { id, seen }, () => ({
        images: [],
        changes: { title, problem, process, units: toNames(units) },
        result: undefined,
      })),
    move: (id, move, seen) =>
      changeOpen(store, 'improvement-moved-on', { id, seen }, (now, at) => {
        checkStageMove(
          { from: now.stage, to: move.stage, reason: move.note },
          isGoingOn(now.decisions.at(-1)?.decision),
        );
        return {
          images: [...leaveStage(db, id, at), enterStage(store, id, move, at)],
          changes: { stage: move.stage },
          note: { stage: move.stage },
          result: undefined,
        };
      }),
    assign: (id, { owner, due_date }) =>
      changeOpen(store, 'improvement-assigned', { id }, (now) => ({
        images: updateRows(
          db,
          'improvement_stages',
          { improvement_id: id, left_at: null },
          { owner, due_date },
        ),
        note: { stage: now.stage, owner, due_date },
        result: undefined,
      })),
    addEvidence: (id, draft) =>
      changeOpen(store, 'improvement-evidence', { id }, (_, at) => {
        const image = insertEvidence(id, draft, at);
        return { images: [image], result: image.row['id'] as number };
      }),
    addCause: (id, draft) =>
      changeOpen(store, 'improvement-cause', { id }, (now, at) => {
        const { parent } = draft;
        if (parent !== null && !now.causes.some((cause) => cause.id === parent)) {
          throw new Refusal('cause-not-found', { cause: parent });
        }
        const cause = nextId(db, 'improvement_causes');
        const image = insertRow(db, 'improvement_causes', {
          id: cause,
          improvement_id: id,
          method: draft.method,
          branch: draft.branch,
          parent,
          text: draft.text,
          known: draft.known,
          count: draft.count,
          root: Number(draft.root),
          added_by: actor,
          added_at: at,
          removed_at: null,
        });
        return { images: [image], note: { text: draft.text }, result: cause };
      }),
    markCause: (id, cause, root) =>
      updateCauses('improvement-cause', id, (now) => {
        listBelow(now, cause);
        return updateRows(db, 'improvement_causes', { id: cause }, { root: Number(root) });
      }),
    removeCause: (id, cause) =>
      updateCauses('improvement-cause', id, (now, at) =>
        listBelow(now, cause).flatMap((each) =>
          updateRows(db, 'improvement_causes', { id: each }, { removed_at: at }),
        ),
      ),
    planProof: (id, plan) =>
      changeOpen(store, 'improvement-planned', { id }, (now) => ({
        images: [],
        changes: { proof: toCanonicalJson(plan) },
        note: { indicator: plan.indicator, again: Number(now.proof !== null) },
        result: undefined,
      })),
    planPilot: (id, pilot) =>
      changeOpen(store, 'improvement-pilot', { id }, () => ({
        images: [],
        changes: { pilot: pilot === null ? null : toCanonicalJson(pilot) },
        result: undefined,
      })),
    tell: (id, draft) =>
      changeImprovement(store, 'improvement-told', { id }, (now, at) => {
        if (now.state === 'rejected') refuseEnded(now);
        const notice = nextId(db, 'improvement_notices');
        const image = insertRow(db, 'improvement_notices', {
          id: notice,
          improvement_id: id,
          audience: draft.audience,
          channel: draft.channel,
          text: draft.text,
          units: toNames(draft.units),
          told_on: draft.told_on,
          told_by: actor,
          at,
        });
        return { images: [image], note: { audience: draft.audience }, result: notice };
      }),
    ...toImprovementVerdicts(store),
    actions: toImprovementActions(store),
  };
}
