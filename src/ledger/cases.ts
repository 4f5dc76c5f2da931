import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import { type Attendance, endAttendance } from './attendances.ts';
import { type AboutName, listAboutNames, listAboutNumbers } from './case-about.ts';
import type { CaseFilter, CaseGroup, CaseOrder, CasePage } from './case-lists.ts';
import { groupCases, listCases } from './case-lists.ts';
import type { CaseEventData, CaseEventKind, CaseEventRecord, CaseRecord } from './case-record.ts';
import { fromCaseRow, fromEventRow, toCaseRow, toCaseWords } from './case-row.ts';
import { listStepMoments, type StepMoment, type StepQuestion } from './case-steps.ts';
import { toCaseTally } from './case-tally.ts';
import { countPressing, type Ended, listCoreNumbers, listEnded, type Pressing } from './count-pressing.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** An event to write. */
export interface CaseEventDraft {
  readonly kind: CaseEventKind;
  readonly action?: string;
  readonly from_state?: string;
  readonly to_state?: string;
  /** When it was, where that is not now. */
  readonly happened_at?: string;
  readonly data?: CaseEventData;
}

/** A case to open, decided inside the transaction. */
export interface CaseOpening {
  /** Letters and local year its number begins with: `R-2026`. */
  readonly series: string;
  readonly record: Omit<CaseRecord, 'number' | 'ordinal' | 'last_event'>;
  /** SHA-256 of the code it is followed by, once it has its number. */
  readonly toFollowDigest: (number: string) => string;
  readonly event: Omit<CaseEventDraft, 'kind'>;
}

/** What is to change in a case and what is told of it, decided inside the transaction. */
export interface CaseStep {
  readonly changes: Partial<Omit<CaseRecord, 'number' | 'ordinal' | 'opened_at' | 'last_event'>>;
  readonly event: CaseEventDraft;
}

/** A key that makes a call happen once, and the digest of what was asked with it. */
export interface CaseKey {
  readonly key: string;
  readonly body: string;
}

/** What somebody saw of a case when they decided. */
export interface CaseChange {
  readonly number: string;
  readonly key?: CaseKey;
  /** The last event they saw; a later one is refused as `case-moved`. */
  readonly seen?: number;
  /** What the trail tells of it. */
  readonly note?: Readonly<Record<string, string | number | null>>;
}

/** The cases. Each verb is in the name of the ledger's actor and is one link of the chain. */
export interface Cases {
  readonly find: (number: string) => CaseRecord | undefined;
  /** The case of that number whose code has that digest, compared in constant time by the caller. */
  readonly findFollowDigest: (number: string) => string | undefined;
  /** Cases linked from one. */
  readonly listLinked: (number: string) => readonly CaseRecord[];
  readonly list: (
    filter: CaseFilter,
    page: { order?: CaseOrder; limit: number; offset?: number },
  ) => CasePage;
  readonly groups: () => readonly CaseGroup[];
  /** The cases that bear a number of the core, in the order they were opened. */
  readonly listByCore: (core: string) => readonly CaseRecord[];
  /** Names that cases complain about; `field` is the one that settles a name. */
  readonly aboutNames: (field: string) => readonly AboutName[];
  /** Numbers of the cases about any of these names, as they were written. */
  readonly aboutNumbers: (names: readonly string[]) => readonly string[];
  /** Numbers of the core that open cases bear. */
  readonly coreNumbers: () => readonly string[];
  /** By person, their open cases due before an instant; of these units alone, where not null. */
  readonly pressing: (units: readonly string[] | null, before: string) => readonly Pressing[];
  /** Cases that ended since an instant, today or a little before: of the latest events alone. */
  readonly endedSince: (since: string) => readonly Ended[];
  /** Events of a case, oldest first. */
  readonly eventsOf: (number: string) => readonly CaseEventRecord[];
  /** Events of all cases after one, oldest first. */
  readonly eventsAfter: (event: number, limit?: number) => readonly CaseEventRecord[];
  /** Cases that changed after an event, as they are now, in the order they last changed. */
  readonly changedAfter: (event: number, limit?: number) => readonly CaseRecord[];
  readonly lastEvent: () => number;
  /** Steps completed in the cases of a procedure, case by case in their order: for how long each takes. */
  readonly stepsOf: (question: StepQuestion) => readonly StepMoment[];
  /** When a case last entered a state; null where it never did. */
  readonly enteredAt: (number: string, state: string) => string | null;
  /** The last time a batch ran over a procedure's cases, and how it went. */
  readonly lastBatch: (procedure: string) => { at: string; done: number; failed: number } | null;
  /** What a key was answered: refuses `key-used` where something else had been asked with it. */
  readonly findAnswer: (key: CaseKey) => unknown;
  /** Opens one; `decide` gets the moment and the attendance it ends, undefined where that was not open. */
  readonly open: <A>(
    key: CaseKey,
    attendance: string | null,
    decide: (at: string, attendance: Attendance | undefined) => CaseOpening,
    toAnswer: (record: CaseRecord) => A,
  ) => A;
  /** Changes one; gives the id of the event. Refuses `case-not-found`, `case-moved`. */
  readonly change: (
    kind: string,
    what: CaseChange,
    decide: (now: CaseRecord, at: string) => CaseStep,
  ) => number;
  /** Changes several in one link, those for which something is decided; gives how many. */
  readonly changeMany: (
    kind: string,
    numbers: readonly string[],
    decide: (now: CaseRecord, at: string) => CaseStep | null,
    note?: Readonly<Record<string, string | number | null>>,
  ) => number;
}

const MOST_AT_ONCE = 100_000;

function readCase(db: DatabaseSync, number: string): CaseRecord | undefined {
  const row = prepareOnce(db, 'SELECT * FROM cases WHERE number = ?').get(number);
  return row === undefined ? undefined : fromCaseRow(row);
}

function getCase(db: DatabaseSync, number: string): CaseRecord {
  const found = readCase(db, number);
  if (found === undefined) throw new Refusal('case-not-found', { number });
  return found;
}

/** The number after the last of a series: six digits, and as many as it takes beyond a million. */
function toNextNumber(db: DatabaseSync, series: string): string {
  const [from, to] = [`${series}-`, `${series}.`];
  const last = prepareOnce(
    db,
    'SELECT number FROM cases WHERE number > ? AND number < ? ORDER BY number DESC LIMIT 1',
  ).get(from, to)?.['number'] as string | undefined;
  if (last === undefined) return `${series}-000001`;
  let count = Number(last.slice(from.length));
  if (count >= 999_999) {
    // As text 1000000 comes before 999999: from here on they are compared as numbers.
    count = prepareOnce(
      db,
      'SELECT max(CAST(substr(number, ?) AS INTEGER)) AS last FROM cases WHERE number > ? AND number < ?',
    ).get(from.length + 1, from, to)?.['last'] as number;
  }
  return `${series}-${String(count + 1).padStart(6, '0')}`;
}

function writeWords(db: DatabaseSync, before: CaseRecord | null, after: CaseRecord): void {
  const same = (name: 'fields' | 'client' | 'core_number'): boolean => before?.[name] === after[name];
  if (same('fields') && same('client') && same('core_number')) return;
  const known = new Set(before === null ? [] : toCaseWords(before));
  const wanted = new Set(toCaseWords(after));
  const insert = prepareOnce(db, 'INSERT OR IGNORE INTO case_words (word, ordinal) VALUES (?, ?)');
  const remove = prepareOnce(db, 'DELETE FROM case_words WHERE word = ? AND ordinal = ?');
  for (const word of wanted) if (!known.has(word)) insert.run(word, after.ordinal);
  for (const word of known) if (!wanted.has(word)) remove.run(word, after.ordinal);
}

function toMoved(db: DatabaseSync, number: string): Refusal {
  const row = prepareOnce(
    db,
    `SELECT e.kind, e.action, e.recorded_at, p.name FROM case_events e
     LEFT JOIN people p ON p.id = e.by_person WHERE e.number = ? ORDER BY e.id DESC LIMIT 1`,
  ).get(number);
  const { kind, action, recorded_at, name } = row as Record<string, string | null>;
  return new Refusal('case-moved', {
    number,
    kind: kind ?? '',
    action: action ?? '',
    by: name ?? '',
    at: recorded_at ?? '',
  });
}

export function toCases(store: LedgerDatabase): Cases {
  const { db, actor } = store;
  const tally = toCaseTally(db, () => groupCases(store));

  const writeEvent = (number: string, event: CaseEventDraft, at: string): [number, RowImage] => {
    const id = nextId(db, 'case_events');
    const image = insertRow(db, 'case_events', {
      id,
      number,
      kind: event.kind,
      action: event.action ?? null,
      from_state: event.from_state ?? null,
      to_state: event.to_state ?? null,
      happened_at: event.happened_at ?? at,
      recorded_at: at,
      by_person: actor,
      data: JSON.stringify(event.data ?? {}),
    });
    return [id, image];
  };
  const keep = ({ key, body }: CaseKey, answer: unknown, at: string): void => {
    prepareOnce(db, 'INSERT INTO case_keys (key, body, answer, at) VALUES (?, ?, ?, ?)').run(
      key,
      body,
      JSON.stringify(answer),
      at,
    );
  };
  const step = (
    now: CaseRecord,
    { changes, event }: CaseStep,
    at: string,
  ): { readonly id: number; readonly writes: RowImage[] } => {
    const [id, image] = writeEvent(now.number, event, at);
    const after: CaseRecord = { ...now, ...changes, last_event: id };
    const { number, ...row } = toCaseRow(after);
    const writes = updateRows(db, 'cases', { number: now.number }, row);
    if (number !== now.number) throw new Error('a case keeps its number');
    writeWords(db, now, after);
    tally.move(now, after);
    return { id, writes: [...writes, image] };
  };

  return {
    find: (number) => store.read(() => readCase(db, number)),
    findFollowDigest: (number) =>
      store.read(
        () =>
          prepareOnce(db, 'SELECT follow_digest FROM cases WHERE number = ?').get(number)?.[
            'follow_digest'
          ] as string | undefined,
      ),
    listLinked: (number) =>
      store.read(() =>
        prepareOnce(
          db,
          "SELECT c.* FROM case_events e JOIN cases c ON c.number = json_extract(e.data, '$.number') WHERE e.number = ? AND e.kind = 'link' ORDER BY e.id",
        )
          .all(number)
          .map(fromCaseRow),
      ),
    list: (filter, page) => store.read(() => listCases(store, filter, page, tally.list)),
    groups: () => store.read(() => tally.list()),
    listByCore: (core) =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM cases WHERE core_number = ? ORDER BY ordinal')
          .all(core)
          .map(fromCaseRow),
      ),
    aboutNames: (field) => store.read(() => listAboutNames(store, field)),
    aboutNumbers: (names) => store.read(() => listAboutNumbers(store, names)),
    coreNumbers: () => store.read(() => listCoreNumbers(store)),
    endedSince: (since) => store.read(() => listEnded(store, since)),
    pressing: (units, before) => store.read(() => countPressing(store, units, before)),
    eventsOf: (number) =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM case_events WHERE number = ? ORDER BY id')
          .all(number)
          .map(fromEventRow),
      ),
    eventsAfter: (event, limit = MOST_AT_ONCE) =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM case_events WHERE id > ? ORDER BY id LIMIT ?')
          .all(event, limit)
          .map(fromEventRow),
      ),
    changedAfter: (event, limit = MOST_AT_ONCE) =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM cases WHERE last_event > ? ORDER BY last_event, number LIMIT ?')
          .all(event, limit)
          .map(fromCaseRow),
      ),
    lastEvent: () =>
      store.read(
        () =>
          prepareOnce(db, 'SELECT coalesce(max(id), 0) AS last FROM case_events').get()?.['last'] as number,
      ),
    stepsOf: (question) => listStepMoments(store, question),
    enteredAt: (number, state) =>
      store.read(() => {
        const row = prepareOnce(
          db,
          'SELECT happened_at FROM case_events WHERE number = ? AND to_state = ? ORDER BY id DESC LIMIT 1',
        ).get(number, state);
        return (row?.['happened_at'] ?? null) as string | null;
      }),
    lastBatch: (procedure) => store.read(() => findLastBatch(db, procedure)),
    findAnswer: ({ key, body }) =>
      store.read(() => {
        const row = prepareOnce(db, 'SELECT body, answer FROM case_keys WHERE key = ?').get(key);
        if (row === undefined) return undefined;
        if (row['body'] !== body) throw new Refusal('key-used');
        return JSON.parse(row['answer'] as string) as unknown;
      }),
    open: (key, attendance, decide, toAnswer) =>
      tally.guard(() =>
        store.write('case-opened', (at) => {
          const ended =
            attendance === null || actor === null ? undefined : endAttendance(db, attendance, actor, at);
          const { series, record, toFollowDigest, event } = decide(at, ended);
          const number = toNextNumber(db, series);
          const ordinal = prepareOnce(db, 'SELECT coalesce(max(ordinal), 0) + 1 AS next FROM cases').get()?.[
            'next'
          ] as number;
          const opened: CaseRecord = {
            ...record,
            number,
            ordinal,
            last_event: nextId(db, 'case_events'),
          };
          const image = insertRow(db, 'cases', {
            ...toCaseRow(opened),
            follow_digest: toFollowDigest(number),
          });
          const [, told] = writeEvent(opened.number, { kind: 'opened', ...event }, at);
          const writes = [image, told];
          if (opened.linked_to !== null) {
            const from = getCase(db, opened.linked_to);
            const linked = { kind: 'link' as const, data: { number: opened.number } };
            writes.push(...step(from, { changes: {}, event: linked }, at).writes);
          }
          writeWords(db, null, opened);
          tally.move(null, opened);
          const answer = toAnswer(opened);
          keep(key, { number: opened.number }, at);
          return { payload: { writes, note: { number } }, result: answer };
        }),
      ),
    change: (kind, { number, key, seen, note = {} }, decide) =>
      tally.guard(() =>
        store.write(kind, (at) => {
          const now = getCase(db, number);
          if (seen !== undefined && now.last_event > seen) throw toMoved(db, number);
          const { id, writes } = step(now, decide(now, at), at);
          if (key !== undefined) keep(key, { event: id }, at);
          return { payload: { writes, note: { number, ...note } }, result: id };
        }),
      ),
    changeMany: (kind, numbers, decide, note = {}) => {
      const unique = [...new Set(numbers)];
      // Nothing to change leaves no link. Nobody comes between this look and the writing.
      const some = store.read(() =>
        unique.some((number) => decide(getCase(db, number), store.clock()) !== null),
      );
      if (!some) return 0;
      return tally.guard(() =>
        store.write(kind, (at) => {
          const writes: RowImage[] = [];
          let changed = 0;
          for (const number of unique) {
            const now = getCase(db, number);
            const decided = decide(now, at);
            if (decided === null) continue;
            writes.push(...step(now, decided, at).writes);
            changed += 1;
          }
          return { payload: { writes, note: { ...note, cases: changed } }, result: changed };
        }),
      );
    },
  };
}

function findLastBatch(
  db: DatabaseSync,
  procedure: string,
): { at: string; done: number; failed: number } | null {
  const last = prepareOnce(
    db,
    `SELECT e.recorded_at, e.happened_at FROM case_events e JOIN cases c ON c.number = e.number
     WHERE e.kind = 'batch' AND c.procedure = ? ORDER BY e.id DESC LIMIT 1`,
  ).get(procedure);
  if (last === undefined) return null;
  const row = prepareOnce(
    db,
    `SELECT count(*) FILTER (WHERE e.to_state IS NOT NULL) AS done,
            count(*) FILTER (WHERE e.to_state IS NULL) AS failed
     FROM case_events e JOIN cases c ON c.number = e.number
     WHERE e.kind = 'batch' AND e.happened_at = ? AND c.procedure = ?`,
  ).get(last['happened_at'] as string, procedure);
  return {
    at: last['happened_at'] as string,
    done: row?.['done'] as number,
    failed: row?.['failed'] as number,
  };
}
