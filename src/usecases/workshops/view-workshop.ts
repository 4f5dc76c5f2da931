import { type Person, type Scope, toScope } from '../../kernel/index.ts';
import type { WorkshopRecord } from '../../ledger/index.ts';
import { toLocalToday } from '../local-today.ts';
import { listReachedPeople } from './count-workshop.ts';
import { toWorkshopCard, type WorkshopCard } from './list-workshops.ts';
import { getSeenWorkshop, holdsWorkshop, type Place } from './reach-workshop.ts';
import { type ExpectedPerson, listExpected } from './record-attendance.ts';

/** A question as somebody sees it: with its right answer once it can help nobody any more. */
export interface ShownQuestion {
  readonly text: string;
  readonly choices: readonly string[];
  /** Null for who has the test before them. */
  readonly right: number | null;
  /** What the reader answered; null where they did not. */
  readonly mine: number | null;
}

/** Somebody of the list. */
export interface ShownAttendance {
  readonly person: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly attended: boolean;
  readonly points: number | null;
  readonly of_points: number | null;
  /** Whether the test was taken on screen: such points are nobody else's to write. */
  readonly on_screen: boolean;
}

/** A workshop whole. */
export interface WorkshopView extends WorkshopCard {
  readonly planned_by_name: string | null;
  /** Why it was cancelled; empty otherwise. */
  readonly note: string;
  readonly questions: readonly ShownQuestion[];
  readonly people: readonly ShownAttendance[];
  /** Those to put on the list, who are not on it yet; empty for who may not. */
  readonly to_list: readonly ExpectedPerson[];
  readonly may_record: boolean;
  readonly may_cancel: boolean;
}

function showQuestions(
  record: WorkshopRecord,
  who: Person | null,
  mayHold: boolean,
): readonly ShownQuestion[] {
  const mine = record.people.find(({ person_id }) => who !== null && person_id === who.id);
  const answered = mine?.answers ?? null;
  const pending = mine !== undefined && mine.attended && answered === null;
  // Who planned it knows the answers; who holds it for them may come to take the test yet.
  const told = answered !== null || record.planned_by === who?.id;
  if (!told && !pending && !mayHold) return [];
  return record.test.map(({ text, choices, right }, index) => ({
    text,
    choices,
    right: told ? right : null,
    mine: answered?.[index] ?? null,
  }));
}

/** A workshop with its people and its test, as far as somebody may see. Refuses `workshop-not-found`, `out-of-scope`. */
export function viewWorkshop(place: Place, who: Person | null, scope: Scope, id: number): WorkshopView {
  const record = getSeenWorkshop(place, scope, id);
  const today = toLocalToday(place);
  const held = who === null ? null : toScope(who, 'hold-workshop', today);
  const mayHold = held !== null && holdsWorkshop(place, held, record);
  const card = toWorkshopCard(place, who, scope, record);
  const open = mayHold && card.state !== 'cancelled';
  const reached = listReachedPeople(record, scope, who?.id ?? null);
  const listed = new Set(record.people.map(({ person_id }) => person_id));
  const { planned_by } = record;
  return {
    ...card,
    planned_by_name: planned_by === null ? null : (place.ledger.people.find(planned_by)?.name ?? planned_by),
    note: record.note,
    questions: showQuestions(record, who, mayHold),
    people: reached.map(({ person_id, answers, id: _id, ...each }) => ({
      ...each,
      person: person_id,
      on_screen: answers !== null,
    })),
    to_list: open ? listExpected(place, held, record).filter(({ person }) => !listed.has(person)) : [],
    may_record: open && record.date <= today,
    may_cancel: open && card.state === 'planned',
  };
}

/** What a test came to: the points, and each question with its right answer. */
export interface TakenTest {
  readonly points: number;
  readonly of_points: number;
}

/** Takes the test of a workshop one came to. Refuses `out-of-scope` and what the ledger does. */
export function takeTest(
  place: Place,
  who: Person,
  scope: Scope,
  { id, answers }: { readonly id: number; readonly answers: readonly number[] },
): TakenTest {
  const { test } = getSeenWorkshop(place, scope, id);
  const { points } = place.ledger.as(who.id).workshops.takeTest(id, answers);
  return { points, of_points: test.length };
}
