import { Refusal } from '../kernel/index.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, prepareOnce, type RowImage, updateRows } from './row-image.ts';

/** A question of the short test of a workshop, with one right answer. */
export interface WorkshopQuestion {
  readonly text: string;
  readonly choices: readonly string[];
  /** Place of the right choice, from 0. */
  readonly right: number;
}

/** What a workshop is planned with. */
export interface WorkshopDraft {
  /** Local date. */
  readonly date: string;
  readonly topic: string;
  readonly place: string;
  /** Units it is for; null for all. */
  readonly units: readonly string[] | null;
  /** Ids of the indicators it explains. */
  readonly indicators: readonly string[];
  /** Empty for a workshop without a test. */
  readonly test: readonly WorkshopQuestion[];
}

/** Somebody of the list of a workshop: whether they came. */
export interface AttendanceDraft {
  /** Null for somebody without an account. */
  readonly person_id: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly attended: boolean;
  /** Points of a test on paper, of somebody without an account; null where there was none. */
  readonly points: number | null;
}

/** Somebody of the list, with what they answered. */
export interface AttendanceRecord extends AttendanceDraft {
  readonly id: number;
  /** The choice of each question, from 0; null where the test was not taken on screen. */
  readonly answers: readonly number[] | null;
  /** Questions of the test when the points were won. */
  readonly of_points: number | null;
}

/** A workshop as the ledger keeps it. */
export interface WorkshopRecord extends WorkshopDraft {
  readonly id: number;
  readonly planned_by: string | null;
  readonly planned_at: string;
  /** When attendance was recorded first; null before. */
  readonly held_at: string | null;
  readonly cancelled_at: string | null;
  /** Why it was cancelled; empty otherwise. */
  readonly note: string;
  /** In the order they were written. */
  readonly people: readonly AttendanceRecord[];
}

/**
 * The workshops. Each verb that writes is in the name of the ledger's actor and is one link of the chain;
 * each but `plan` refuses `workshop-not-found`, and `workshop-cancelled`.
 */
export interface Workshops {
  /** Latest date first. */
  readonly list: () => readonly WorkshopRecord[];
  readonly find: (id: number) => WorkshopRecord | undefined;
  readonly plan: (draft: WorkshopDraft) => number;
  /** Refuses `workshop-held`. */
  readonly cancel: (id: number, reason: string) => void;
  /**
   * Who was expected and who came. Whoever is named again keeps what they answered. Refuses
   * `workshop-not-yet` before its date.
   */
  readonly recordAttendance: (id: number, people: readonly AttendanceDraft[], today: string) => void;
  /**
   * Keeps the actor's answers and gives their points. Refuses `workshop-own-test` (they planned it),
   * `workshop-not-attended`, `workshop-test-taken`, `workshop-answers-missing`.
   */
  readonly takeTest: (id: number, answers: readonly number[]) => { readonly points: number };
}

type Row = Readonly<Record<string, unknown>>;

const fromJson = <T>(value: unknown, otherwise: T): T =>
  typeof value === 'string' ? (JSON.parse(value) as T) : otherwise;

function toAttendance(row: Row): AttendanceRecord {
  return {
    id: row['id'] as number,
    person_id: row['person_id'] as string | null,
    name: row['name'] as string,
    unit: row['unit'] as string | null,
    attended: row['attended'] === 1,
    answers: fromJson(row['answers'], null),
    points: row['points'] as number | null,
    of_points: row['of_points'] as number | null,
  };
}

const isSame = (known: AttendanceDraft, draft: AttendanceDraft): boolean =>
  draft.person_id === null
    ? known.person_id === null && known.name === draft.name && known.unit === draft.unit
    : known.person_id === draft.person_id;

export function toWorkshops(store: LedgerDatabase): Workshops {
  const { db, actor } = store;
  const toWorkshop = (row: Row): WorkshopRecord => ({
    id: row['id'] as number,
    date: row['date'] as string,
    topic: row['topic'] as string,
    place: row['place'] as string,
    units: fromJson(row['units'], null),
    indicators: fromJson(row['indicators'], []),
    test: fromJson(row['test'], []),
    planned_by: row['planned_by'] as string | null,
    planned_at: row['planned_at'] as string,
    held_at: row['held_at'] as string | null,
    cancelled_at: row['cancelled_at'] as string | null,
    note: row['note'] as string,
    people: prepareOnce(db, 'SELECT * FROM workshop_people WHERE workshop_id = ? ORDER BY id')
      .all(row['id'] as number)
      .map(toAttendance),
  });
  const read = (id: number): WorkshopRecord | undefined => {
    const row = prepareOnce(db, 'SELECT * FROM workshops WHERE id = ?').get(id);
    return row === undefined ? undefined : toWorkshop(row);
  };
  const getStanding = (id: number): WorkshopRecord => {
    const found = read(id);
    if (found === undefined) throw new Refusal('workshop-not-found', { workshop: id });
    if (found.cancelled_at !== null) throw new Refusal('workshop-cancelled', { topic: found.topic });
    return found;
  };
  const keepPerson = (now: WorkshopRecord, draft: AttendanceDraft, at: string): RowImage[] => {
    const onPaper = draft.person_id === null ? draft.points : null;
    const of_points = onPaper === null ? null : now.test.length;
    const { name, unit } = draft;
    const came = { name, unit, attended: draft.attended ? 1 : 0, recorded_by: actor, at };
    const known = now.people.find((each) => isSame(each, draft));
    // What somebody answered on screen stays theirs.
    const paper = { points: onPaper, of_points };
    const changes = draft.person_id === null ? { ...came, ...paper } : came;
    if (known) return updateRows(db, 'workshop_people', { id: known.id }, changes);
    const row = {
      workshop_id: now.id,
      person_id: draft.person_id,
      answers: null,
      points: onPaper,
      of_points,
    };
    return [insertRow(db, 'workshop_people', { id: nextId(db, 'workshop_people'), ...row, ...came })];
  };
  return {
    list: () =>
      store.read(() =>
        prepareOnce(db, 'SELECT * FROM workshops ORDER BY date DESC, id DESC').all().map(toWorkshop),
      ),
    find: (id) => store.read(() => read(id)),
    plan: (draft) =>
      store.write('workshop-planned', (planned_at) => {
        const id = nextId(db, 'workshops');
        const image = insertRow(db, 'workshops', {
          id,
          date: draft.date,
          topic: draft.topic,
          place: draft.place,
          units: draft.units === null ? null : toCanonicalJson([...new Set(draft.units)].sort()),
          indicators: toCanonicalJson(draft.indicators),
          test: toCanonicalJson(draft.test),
          planned_by: actor,
          planned_at,
          held_at: null,
          cancelled_at: null,
          note: '',
        });
        const note = { topic: draft.topic, date: draft.date };
        return { payload: { writes: [image], note }, result: id };
      }),
    cancel: (id, reason) =>
      store.write('workshop-cancelled', (cancelled_at) => {
        const { topic, held_at } = getStanding(id);
        if (held_at !== null) throw new Refusal('workshop-held', { topic });
        const writes = updateRows(db, 'workshops', { id }, { cancelled_at, note: reason });
        return { payload: { writes, note: { topic, reason } }, result: undefined };
      }),
    recordAttendance: (id, people, today) =>
      store.write('workshop-attendance', (at) => {
        const now = getStanding(id);
        if (today < now.date) throw new Refusal('workshop-not-yet', { date: now.date });
        const held = now.held_at === null ? updateRows(db, 'workshops', { id }, { held_at: at }) : [];
        const writes = [...held, ...people.flatMap((draft) => keepPerson(now, draft, at))];
        const attended = people.filter((each) => each.attended).length;
        return { payload: { writes, note: { topic: now.topic, attended } }, result: undefined };
      }),
    takeTest: (id, answers) =>
      store.write('workshop-test', (at) => {
        if (actor === null) throw new Refusal('not-signed-in');
        const now = getStanding(id);
        if (now.planned_by === actor) throw new Refusal('workshop-own-test');
        const mine = now.people.find(({ person_id }) => person_id === actor);
        if (!mine?.attended) throw new Refusal('workshop-not-attended', { topic: now.topic });
        if (mine.answers !== null) throw new Refusal('workshop-test-taken', { topic: now.topic });
        const isWhole =
          now.test.length > 0 &&
          answers.length === now.test.length &&
          now.test.every(({ choices }, index) => choices[answers[index] ?? -1] !== undefined);
        if (!isWhole) throw new Refusal('workshop-answers-missing');
        const points = now.test.filter(({ right }, index) => answers[index] === right).length;
        const changes = { answers: toCanonicalJson(answers), points, of_points: now.test.length, at };
        const writes = updateRows(db, 'workshop_people', { id: mine.id }, changes);
        return { payload: { writes, note: { topic: now.topic } }, result: { points } };
      }),
  };
}
