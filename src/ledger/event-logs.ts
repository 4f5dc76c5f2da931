import { Refusal } from '../kernel/index.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, updateRows } from './row-image.ts';

/** An event log somebody brought: its file is kept under its digest. */
export interface EventLogDraft {
  /** What people call it. */
  readonly name: string;
  readonly file_name: string;
  readonly raw_sha256: string;
  readonly raw_bytes: number;
  /** How the file is read: columns and layout as the person settled them. */
  readonly reading: unknown;
  /** Process whose procedure it is held against; null for none. */
  readonly process: string | null;
  /** Step by activity where a person corrected it; null for one left aside. */
  readonly steps: { readonly procedure: string | null; readonly of: Readonly<Record<string, string | null>> };
  readonly cases: number;
  readonly events: number;
}

export interface EventLogRecord extends EventLogDraft {
  readonly id: number;
  readonly added_by: string | null;
  readonly added_at: string;
}

/** The event logs kept beside the facts. Each verb that writes is one link of the chain. */
export interface EventLogs {
  /** Those not taken out, latest first. */
  readonly list: () => readonly EventLogRecord[];
  readonly find: (id: number) => EventLogRecord | undefined;
  /** Digests and names of the files of every log ever kept, those taken out too. */
  readonly files: () => readonly { readonly raw_sha256: string; readonly file_name: string }[];
  readonly add: (draft: EventLogDraft) => EventLogRecord;
  /** Settles again what it is held against. Refuses `log-not-found`. */
  readonly change: (id: number, change: Pick<EventLogDraft, 'name' | 'process' | 'steps'>) => void;
  /** Takes it out of the list; its file stays. Refuses `log-not-found`. */
  readonly remove: (id: number) => void;
}

type Row = Readonly<Record<string, unknown>>;

function toRecord(row: Row): EventLogRecord {
  return {
    id: row['id'] as number,
    name: row['name'] as string,
    file_name: row['file_name'] as string,
    raw_sha256: row['raw_sha256'] as string,
    raw_bytes: row['raw_bytes'] as number,
    reading: JSON.parse(row['columns'] as string),
    process: row['process'] as string | null,
    steps: JSON.parse(row['steps'] as string),
    cases: row['cases'] as number,
    events: row['events'] as number,
    added_by: row['added_by'] as string | null,
    added_at: row['added_at'] as string,
  };
}

export function toEventLogs(store: LedgerDatabase): EventLogs {
  const { db, actor } = store;
  const find = (id: number): EventLogRecord | undefined => {
    const row = prepareOnce(db, 'SELECT * FROM event_logs WHERE id = ? AND removed_at IS NULL').get(id);
    return row && toRecord(row);
  };
  const refuseMissing = (id: number): void => {
    if (!find(id)) throw new Refusal('log-not-found', { id });
  };
  return {
    list: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM event_logs WHERE removed_at IS NULL ORDER BY id DESC')
          .all()
          .map(toRecord),
      ),
    find: (id) => store.read(() => find(id)),
    files: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT DISTINCT raw_sha256, file_name FROM event_logs ORDER BY id')
          .all()
          .map((row) => ({
            raw_sha256: row['raw_sha256'] as string,
            file_name: row['file_name'] as string,
          })),
      ),
    add: ({ reading, steps, ...draft }) =>
      store.write('log-added', (at) => {
        const row = {
          id: nextId(db, 'event_logs'),
          ...draft,
          columns: JSON.stringify(reading),
          steps: JSON.stringify(steps),
          added_by: actor,
          added_at: at,
        };
        const image = insertRow(db, 'event_logs', row);
        return { payload: { writes: [image] }, result: toRecord({ ...row }) };
      }),
    change: (id, { name, process, steps }) =>
      store.write('log-changed', () => {
        refuseMissing(id);
        const changes = { name, process, steps: JSON.stringify(steps) };
        return { payload: { writes: updateRows(db, 'event_logs', { id }, changes) }, result: undefined };
      }),
    remove: (id) =>
      store.write('log-removed', (at) => {
        refuseMissing(id);
        const writes = updateRows(db, 'event_logs', { id }, { removed_at: at });
        return { payload: { writes }, result: undefined };
      }),
  };
}
