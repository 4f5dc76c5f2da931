import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, updateRows } from './row-image.ts';

export type FindingState = 'open' | 'answered' | 'closed';

/** What somebody found wrong, as auditors write it. */
export interface FindingDraft {
  readonly kind: 'audit' | 'quality';
  /** What it is about: `indicator`, `import`, `dataset`, `process`, `unit`, `institution`. */
  readonly subject_kind: string;
  readonly subject: string;
  readonly period: string | null;
  /** What is. */
  readonly condition: string;
  /** What should be. */
  readonly criterion: string;
  readonly cause: string;
  readonly effect: string;
}

/** What was said to a finding. */
export interface FindingAnswer {
  readonly id: number;
  readonly person_id: string;
  readonly text: string;
  readonly at: string;
}

/** A finding as the ledger keeps it. */
export interface FindingRecord extends FindingDraft {
  readonly id: number;
  readonly opened_by: string;
  readonly opened_at: string;
  readonly state: FindingState;
  readonly closed_by: string | null;
  readonly closed_at: string | null;
  readonly closing_note: string | null;
  readonly answers: readonly FindingAnswer[];
}

/** The findings. Each verb is in the name of the ledger's actor. */
export interface Findings {
  /** All, those not closed first, latest first. */
  readonly list: () => readonly FindingRecord[];
  readonly open: (draft: FindingDraft) => number;
  /** Refuses `finding-not-found`, `finding-closed`. */
  readonly answer: (id: number, text: string) => void;
  /** Refuses besides `finding-answered-by-you`: whoever answered may not say that it is solved. */
  readonly close: (id: number, note: string) => void;
}

export function toFindings(store: LedgerDatabase): Findings {
  const { db, actor } = store;
  const getActor = (): string => {
    if (actor === null) throw new Refusal('not-signed-in');
    return actor;
  };
  const answersOf = (id: number): FindingAnswer[] =>
    prepareOnce(db, 'SELECT * FROM finding_answers WHERE finding_id = ? ORDER BY id')
      .all(id)
      .map((row) => ({
        id: row['id'] as number,
        person_id: row['person_id'] as string,
        text: row['text'] as string,
        at: row['at'] as string,
      }));
  const toFinding = (row: Readonly<Record<string, unknown>>): FindingRecord => ({
    id: row['id'] as number,
    kind: row['kind'] as FindingDraft['kind'],
    subject_kind: row['subject_kind'] as string,
    subject: row['subject'] as string,
    period: row['period'] as string | null,
    condition: row['condition'] as string,
    criterion: row['criterion'] as string,
    cause: row['cause'] as string,
    effect: row['effect'] as string,
    opened_by: row['opened_by'] as string,
    opened_at: row['opened_at'] as string,
    state: row['state'] as FindingState,
    closed_by: row['closed_by'] as string | null,
    closed_at: row['closed_at'] as string | null,
    closing_note: row['closing_note'] as string | null,
    answers: answersOf(row['id'] as number),
  });
  const getOpen = (id: number): FindingRecord => {
    const row = prepareOnce(db, 'SELECT * FROM findings WHERE id = ?').get(id);
    if (row === undefined) throw new Refusal('finding-not-found', { finding: id });
    const found = toFinding(row);
    if (found.state === 'closed') throw new Refusal('finding-closed', { finding: id });
    return found;
  };
  return {
    list: () =>
      store.read(() =>
        prepareOnce(db, "SELECT * FROM findings ORDER BY state = 'closed', id DESC").all().map(toFinding),
      ),
    open: (draft) =>
      store.write('finding-opened', (at) => {
        const id = nextId(db, 'findings');
        const image = insertRow(db, 'findings', {
          id,
          ...draft,
          opened_by: getActor(),
          opened_at: at,
          state: 'open',
          closed_by: null,
          closed_at: null,
          closing_note: null,
        });
        return { payload: { writes: [image] }, result: id };
      }),
    answer: (id, text) =>
      store.write('finding-answered', (at) => {
        getOpen(id);
        const answer = { id: nextId(db, 'finding_answers'), finding_id: id, person_id: getActor(), text, at };
        const writes = [
          insertRow(db, 'finding_answers', answer),
          ...updateRows(db, 'findings', { id }, { state: 'answered' }),
        ];
        return { payload: { writes }, result: undefined };
      }),
    close: (id, note) =>
      store.write('finding-closed', (at) => {
        const { answers } = getOpen(id);
        const closed_by = getActor();
        if (answers.some(({ person_id }) => person_id === closed_by)) {
          throw new Refusal('finding-answered-by-you', { finding: id });
        }
        const changes = { state: 'closed', closed_by, closed_at: at, closing_note: note };
        return { payload: { writes: updateRows(db, 'findings', { id }, changes) }, result: undefined };
      }),
  };
}
