import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, updateRows } from './row-image.ts';

/** Open until it is answered: its rows were left out, it was turned down, or its author took it back. */
export type ContestState = 'open' | 'upheld' | 'rejected' | 'withdrawn';

/** What somebody says of rows of a month that should not count. */
export interface ContestDraft {
  readonly period: string;
  readonly indicator: string;
  readonly dataset: string;
  /** Of each row, the columns of its key as text. */
  readonly keys: readonly (readonly string[])[];
  readonly reason: string;
  /** What shows it: a document, a case, a message; in words. */
  readonly evidence: string;
}

export interface ContestRecord extends ContestDraft {
  readonly id: number;
  readonly state: ContestState;
  readonly contested_by: string | null;
  readonly contested_at: string;
  readonly answer: string | null;
  readonly answered_by: string | null;
  readonly answered_at: string | null;
}

/** A row that counts no more in its month. */
export interface ExclusionRecord {
  readonly id: number;
  readonly period: string;
  /** Null where it counts in no indicator. */
  readonly indicator: string | null;
  readonly dataset: string;
  readonly key: readonly string[];
  readonly reason: string;
  readonly contest: number | null;
  readonly proposed_by: string | null;
  readonly approved_by: string | null;
  readonly at: string;
}

/** Contests of rows and the exclusions they came to. Verbs are in the name of the ledger's actor. */
export interface Contests {
  /** Latest first; of one period where it is given. */
  readonly list: (period?: string) => readonly ContestRecord[];
  readonly find: (id: number) => ContestRecord | undefined;
  readonly open: (draft: ContestDraft) => number;
  /** Turns down, or takes back. Refuses `contest-not-found`, `contest-answered`, `contest-not-own`. */
  readonly answer: (id: number, state: 'rejected' | 'withdrawn', answer: string) => void;
  /** Rows left out that are in force, by id. */
  readonly exclusions: (period?: string) => readonly ExclusionRecord[];
}

function toContest(row: Readonly<Record<string, unknown>>): ContestRecord {
  return {
    id: row['id'] as number,
    period: row['period'] as string,
    indicator: row['indicator'] as string,
    dataset: row['dataset'] as string,
    keys: JSON.parse(row['keys'] as string),
    reason: row['reason'] as string,
    evidence: row['evidence'] as string,
    state: row['state'] as ContestState,
    contested_by: row['contested_by'] as string | null,
    contested_at: row['contested_at'] as string,
    answer: row['answer'] as string | null,
    answered_by: row['answered_by'] as string | null,
    answered_at: row['answered_at'] as string | null,
  };
}

function toExclusion(row: Readonly<Record<string, unknown>>): ExclusionRecord {
  return {
    id: row['id'] as number,
    period: row['period'] as string,
    indicator: row['indicator'] as string | null,
    dataset: row['dataset'] as string,
    key: JSON.parse(row['key'] as string),
    reason: row['reason'] as string,
    contest: row['contest_id'] as number | null,
    proposed_by: row['proposed_by'] as string | null,
    approved_by: row['approved_by'] as string | null,
    at: row['at'] as string,
  };
}

export function toContests(store: LedgerDatabase): Contests {
  const { db, actor } = store;
  const find = (id: number): ContestRecord | undefined => {
    const row = prepareOnce(db, 'SELECT * FROM contests WHERE id = ?').get(id);
    return row === undefined ? undefined : toContest(row);
  };
  return {
    list: (period) =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM contests WHERE period = coalesce(?, period) ORDER BY id DESC')
          .all(period ?? null)
          .map(toContest),
      ),
    find: (id) => store.read(() => find(id)),
    open: ({ keys, ...draft }) =>
      store.write('rows-contested', (at) => {
        const id = nextId(db, 'contests');
        const image = insertRow(db, 'contests', {
          id,
          ...draft,
          keys: toCanonicalJson(keys),
          state: 'open',
          contested_by: actor,
          contested_at: at,
          answer: null,
          answered_by: null,
          answered_at: null,
        });
        return { payload: { writes: [image] }, result: id };
      }),
    answer: (id, state, answer) =>
      store.write('contest-answered', (at) => {
        const contest = find(id);
        if (contest === undefined) throw new Refusal('contest-not-found', { contest: id });
        if (contest.state !== 'open') throw new Refusal('contest-answered', { contest: id });
        if (state === 'withdrawn' && contest.contested_by !== actor)
          throw new Refusal('contest-not-own', { contest: id });
        const changes = { state, answer, answered_by: actor, answered_at: at };
        return { payload: { writes: updateRows(db, 'contests', { id }, changes) }, result: undefined };
      }),
    exclusions: (period) =>
      store.read(() =>
        prepareOnce(
          db,
          'SELECT * FROM exclusions WHERE ended_at IS NULL AND period = coalesce(?, period) ORDER BY id',
        )
          .all(period ?? null)
          .map(toExclusion),
      ),
  };
}
