import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce } from './row-image.ts';

/** What is frozen of a month, as its use case makes it: plain JSON. */
export interface ClosingDraft {
  /** A month: `2011-06`. */
  readonly period: string;
  /** The version it is to be: 1, or the one after the last. */
  readonly version: number;
  readonly kind: 'closed' | 'restated';
  /** Digests of what the figures come from, and what they are made again with. */
  readonly digests: unknown;
  readonly figures: unknown;
  /** Of a restatement: what each figure was and is. */
  readonly changes: unknown;
  /** Why it is restated; empty for a first closing. */
  readonly cause: string;
  /** The proposal it was approved under; null from the command line on the folder. */
  readonly proposal: number | null;
  readonly proposed_by: string | null;
  readonly approved_by: string | null;
}

/** A version of a closed month without its figures, which are read apart. */
export interface ClosingRecord {
  readonly id: number;
  readonly period: string;
  readonly version: number;
  readonly kind: ClosingDraft['kind'];
  readonly cause: string;
  readonly proposal: number | null;
  readonly proposed_by: string | null;
  readonly approved_by: string | null;
  readonly at: string;
}

/** Closed months. Versions are added and never changed. */
export interface Closings {
  /** Every version of every month, by month and version. */
  readonly list: () => readonly ClosingRecord[];
  /** The last version of a month; undefined while it is open. */
  readonly find: (period: string) => ClosingRecord | undefined;
  readonly digestsOf: (id: number) => unknown;
  readonly figuresOf: (id: number) => unknown;
  readonly changesOf: (id: number) => unknown;
  /** Adds a version. Refuses `closing-version-taken` where somebody added it meanwhile. */
  readonly add: (draft: ClosingDraft) => ClosingRecord;
}

const LIGHT = 'id, period, version, kind, cause, proposal_id, proposed_by, approved_by, at';

function toRecord(row: Readonly<Record<string, unknown>>): ClosingRecord {
  return {
    id: row['id'] as number,
    period: row['period'] as string,
    version: row['version'] as number,
    kind: row['kind'] as ClosingDraft['kind'],
    cause: row['cause'] as string,
    proposal: row['proposal_id'] as number | null,
    proposed_by: row['proposed_by'] as string | null,
    approved_by: row['approved_by'] as string | null,
    at: row['at'] as string,
  };
}

export function toClosings(store: LedgerDatabase): Closings {
  const { db } = store;
  const readLast = (period: string): ClosingRecord | undefined => {
    const sql = `SELECT ${LIGHT} FROM closings WHERE period = ? ORDER BY version DESC LIMIT 1`;
    const row = prepareOnce(db, sql).get(period);
    return row === undefined ? undefined : toRecord(row);
  };
  const readPart = (part: 'digests' | 'figures' | 'changes', id: number): unknown =>
    store.read(() => {
      const row = prepareOnce(db, `SELECT ${part} AS part FROM closings WHERE id = ?`).get(id);
      if (row === undefined) throw new Error(`no closing ${id}`);
      return JSON.parse(row['part'] as string) as unknown;
    });
  return {
    list: () =>
      store.read(() =>
        prepareOnce(db, `SELECT ${LIGHT} FROM closings ORDER BY period, version`).all().map(toRecord),
      ),
    find: (period) => store.read(() => readLast(period)),
    digestsOf: (id) => readPart('digests', id),
    figuresOf: (id) => readPart('figures', id),
    changesOf: (id) => readPart('changes', id),
    add: (draft) =>
      store.write(draft.kind === 'closed' ? 'period-closed' : 'period-restated', (at) => {
        const { period, version, kind, cause, proposal, proposed_by, approved_by } = draft;
        if ((readLast(period)?.version ?? 0) + 1 !== version)
          throw new Refusal('closing-version-taken', { period, version });
        const image = insertRow(db, 'closings', {
          id: nextId(db, 'closings'),
          period,
          version,
          kind,
          digests: toCanonicalJson(draft.digests),
          figures: toCanonicalJson(draft.figures),
          changes: toCanonicalJson(draft.changes),
          cause,
          proposal_id: proposal,
          proposed_by,
          approved_by,
          at,
        });
        return { payload: { writes: [image] }, result: toRecord(image.row) };
      }),
  };
}
