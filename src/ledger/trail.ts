import type { ChainPayload } from './chain.ts';
import { findHead } from './chain.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import type { Mark } from './mark.ts';
import { prepareOnce } from './row-image.ts';

/** What is done outside the ledger's tables and must be told all the same. */
export type DeedKind =
  | 'exported'
  | 'content-changed'
  | 'rebuilt'
  | 'verified'
  | 'backed-up'
  | 'printed'
  | 'revealed';

/** One link of the chain, opened. */
export interface TrailEntry {
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly actor: string | null;
  readonly payload: ChainPayload;
  readonly digest: string;
}

/** Which links are asked for; instants are half-open `[from, until)`. */
export interface TrailFilter {
  /** What may be seen at all: one's own links, and those of these kinds besides. Absent: everything. */
  readonly within?: { readonly own: string; readonly kinds: readonly string[] };
  /** Links of this person alone; null for commands on the folder. */
  readonly actor?: string | null;
  readonly kind?: string;
  readonly from?: string;
  readonly until?: string;
  /** Text that what was written has. */
  readonly object?: string;
  readonly before?: number;
  readonly limit: number;
}

/** What happened, link by link. */
export interface Trail {
  /** Latest first. */
  readonly list: (filter: TrailFilter) => readonly TrailEntry[];
  readonly head: () => Mark;
  readonly kinds: () => readonly string[];
  /** Writes a link about something that is in no table, in the name of the ledger's actor. */
  readonly note: (kind: DeedKind, note: Readonly<Record<string, string | number | null>>) => void;
}

/** A row of the chain, opened. */
export function toTrailEntry(row: Readonly<Record<string, unknown>>): TrailEntry {
  return {
    seq: row['seq'] as number,
    kind: row['kind'] as string,
    at: row['at'] as string,
    actor: row['actor'] as string | null,
    payload: JSON.parse(row['payload'] as string),
    digest: row['digest'] as string,
  };
}

/** The condition of a filter and its values. Only what is asked is written, so that an index serves it. */
function toCondition({ within, actor, kind, from, until, object, before }: TrailFilter) {
  const parts: (readonly [string, ...(string | number)[]])[] = [
    ['seq < ?', before ?? Number.MAX_SAFE_INTEGER],
  ];
  if (within !== undefined && within.kinds.length === 0) parts.push(['actor = ?', within.own]);
  else if (within !== undefined) {
    const kinds = JSON.stringify(within.kinds);
    parts.push(['(actor = ? OR kind IN (SELECT value FROM json_each(?)))', within.own, kinds]);
  }
  if (actor === null) parts.push(['actor IS NULL']);
  else if (actor !== undefined) parts.push(['actor = ?', actor]);
  if (kind !== undefined) parts.push(['kind = ?', kind]);
  if (from !== undefined) parts.push(['at >= ?', from]);
  if (until !== undefined) parts.push(['at < ?', until]);
  if (object !== undefined) parts.push(['instr(lower(payload), ?) > 0', object.toLowerCase()]);
  return {
    text: parts.map(([text]) => text).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
  };
}

export function toTrail(store: LedgerDatabase): Trail {
  const { db } = store;
  return {
    list: (filter) =>
      store.read(() => {
        const { text, values } = toCondition(filter);
        const sql = `SELECT * FROM chain WHERE ${text} ORDER BY seq DESC LIMIT ?`;
        return prepareOnce(db, sql)
          .all(...values, filter.limit)
          .map(toTrailEntry);
      }),
    head: () => store.read(() => findHead(db)),
    kinds: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT DISTINCT kind FROM chain ORDER BY kind')
          .all()
          .map((row) => row['kind'] as string),
      ),
    note: (kind, note) => store.write(kind, () => ({ payload: { writes: [], note }, result: undefined })),
  };
}
