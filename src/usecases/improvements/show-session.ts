import {
  checkImprovementDecider,
  isGoingOn,
  type Language,
  type Person,
  Refusal,
  type Scope,
  STAGES,
} from '../../kernel/index.ts';
import type { CommitteeSession, ImprovementRecord } from '../../ledger/index.ts';
import { sayRefusal } from '../../sentences/index.ts';
import { toLocalToday } from '../local-today.ts';
import { toDayCounter } from './count-days.ts';
import { type Place, seesImprovement, toReaches } from './reach-improvement.ts';
import { type DecisionChain, tellChain } from './tell-chain.ts';
import { type Named, nameSomebody } from './to-card.ts';

/** A session in the list of them. */
export interface SessionLine {
  readonly id: number;
  readonly date: string;
  readonly place: string;
  readonly attendees: CommitteeSession['attendees'];
  readonly ended: boolean;
  /** Decisions taken in it, of those that the reader may see. */
  readonly decisions: number;
}

/** An improvement that waits to be decided. */
export interface WaitingDecision extends DecisionChain {
  readonly last_event: number;
  /** Days by the calendar since it was opened. */
  readonly days_open: number;
  readonly decide: { readonly may: boolean; readonly why_not: string | null };
}

/** A session as its page and its minutes tell it. */
export interface SessionView extends Omit<SessionLine, 'decisions'> {
  readonly notes: string;
  readonly held_by: Named | null;
  readonly decided: readonly DecisionChain[];
  /** Those that wait: none of them once it has ended. */
  readonly waiting: readonly WaitingDecision[];
  /** Actions of what was decided before, still to be done; overdue ones first. */
  readonly pending: readonly (DecisionChain['actions'][number] & {
    readonly improvement: number;
    readonly title: string;
  })[];
}

function listSeen(place: Place, who: Person | null, scope: Scope): readonly ImprovementRecord[] {
  return place.ledger.improvements.list().filter((record) => seesImprovement(place, who, scope, record));
}

const decidedIn = (session: number, { decisions }: ImprovementRecord) =>
  decisions.filter(({ session_id }) => session_id === session);

/** The sessions, the latest first. */
export function listCommittee(place: Place, who: Person | null, scope: Scope): readonly SessionLine[] {
  const seen = listSeen(place, who, scope);
  return place.ledger.committee.list().map(({ id, date, place: where, attendees, ended_at }) => ({
    id,
    date,
    place: where,
    attendees,
    ended: ended_at !== null,
    decisions: seen.reduce((sum, record) => sum + decidedIn(id, record).length, 0),
  }));
}

/** Whether an improvement waits for a decision: not decided to go on, or postponed until a day that has come. */
function waits({ state, stage, decisions }: ImprovementRecord, today: string): boolean {
  const last = decisions.at(-1);
  if (state === 'postponed') return last?.until !== null && last !== undefined && last.until <= today;
  const early = STAGES.indexOf(stage) <= STAGES.indexOf('decision');
  return state === 'open' && early && !isGoingOn(last?.decision);
}

function judge(place: Place, who: Person | null, record: ImprovementRecord, language: Language) {
  try {
    if (who === null) throw new Refusal('not-signed-in');
    const company = place.ledger.people.company(toLocalToday(place));
    const openers = record.opened_by === null ? [] : [record.opened_by];
    checkImprovementDecider(openers, who, company, toReaches(place)(record));
    return { may: true, why_not: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { may: false, why_not: sayRefusal(error.code, error.params, language) };
  }
}

/** A session with what was decided in it, what waits, and what is still to be done. Refuses `committee-not-found`. */
export function showSession(
  place: Place,
  who: Person | null,
  scope: Scope,
  id: number,
  language: Language,
): SessionView {
  const session = place.ledger.committee.find(id);
  if (!session) throw new Refusal('committee-not-found', { session: id });
  const today = toLocalToday(place);
  const counter = toDayCounter(place, today);
  const seen = listSeen(place, who, scope);
  const ended = session.ended_at !== null;
  const decided = seen
    .flatMap((record) => decidedIn(id, record).map((decision) => ({ record, decision })))
    .toSorted((a, b) => a.decision.id - b.decision.id)
    .map(({ record, decision }) => tellChain(place, record, counter, decision));
  const waiting = ended
    ? []
    : seen
        .filter((record) => waits(record, today))
        .toSorted((a, b) => a.id - b.id)
        .map((record) => ({
          ...tellChain(place, record, counter),
          last_event: record.last_event,
          days_open: counter.days(record.opened_at, null),
          decide: judge(place, who, record, language),
        }));
  const pending = seen
    .filter(({ state }) => state === 'open')
    .flatMap((record) =>
      tellChain(place, record, counter)
        .actions.filter(({ done, dropped }) => done === null && dropped === null)
        .map((action) => ({ ...action, improvement: record.id, title: record.title })),
    )
    .toSorted((a, b) => (a.due_date < b.due_date ? -1 : a.due_date > b.due_date ? 1 : 0));
  return {
    id,
    date: session.date,
    place: session.place,
    attendees: session.attendees,
    notes: session.notes,
    held_by: nameSomebody(place, session.held_by),
    ended,
    decided,
    waiting,
    pending,
  };
}

/** Who may attend: everybody who is active, by name. */
export function listAttendable(place: Place): readonly Named[] {
  return place.ledger.people
    .company(toLocalToday(place))
    .people.map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
