import {
  checkImprovementDecider,
  checkSessionStands,
  checkAccepter,
  type KnownCause,
  type Language,
  type LocalText,
  type Permission,
  type Person,
  Refusal,
  type Scope,
  toScope,
} from '../../kernel/index.ts';
import type {
  ActionEvidence,
  ActionRecord,
  ImprovementClosing,
  ImprovementRecord,
} from '../../ledger/index.ts';
import { nameDeed, sayDeed, sayImprovement, sayRefusal } from '../../sentences/index.ts';
import { toLocalToday } from '../local-today.ts';
import { toDayCounter } from './count-days.ts';
import { listStandardSetters } from './list-standard-setters.ts';
import { actsOnPlace, getSeen, listAble, type Place, toReaches } from './reach-improvement.ts';
import { type ImprovementCard, type Named, nameSomebody, toCard } from './to-card.ts';

/** Whether somebody may do something, and why not, with who may. */
export interface Leave {
  readonly may: boolean;
  readonly why_not: string | null;
}

/** An action as its improvement's page shows it to somebody. */
export interface ShownAction extends Omit<ActionRecord, 'responsible' | 'written_by' | 'evidence'> {
  readonly responsible: Named;
  readonly written_by: Named | null;
  readonly overdue: boolean;
  readonly evidence: readonly (Omit<ActionEvidence, 'supplied_by' | 'accepted_by'> & {
    readonly supplied_by: Named | null;
    readonly accepted_by: Named | null;
    readonly accept: Leave;
  })[];
  /** Dates that were asked for, the latest first; `decision` null while one waits. */
  readonly moves: readonly {
    readonly proposal: number;
    readonly from: string;
    readonly due_date: string;
    readonly reason: string;
    readonly proposed_by: Named | null;
    readonly decision: string | null;
    readonly decided_by: Named | null;
    readonly approve: Leave;
    readonly own: boolean;
  }[];
  readonly carry_out: Leave;
  readonly supply: Leave;
  readonly drop: Leave;
  readonly move_date: Leave;
}

/** An improvement as its page shows it to somebody. */
export interface ImprovementView extends Omit<ImprovementCard, 'indicator' | 'pilot' | 'decision'> {
  readonly sentence: LocalText;
  readonly problem: string;
  readonly opened_by: Named | null;
  readonly opened_at: string;
  readonly proof: ImprovementRecord['proof'];
  readonly pilot: ImprovementRecord['pilot'];
  readonly indicator: { readonly id: string; readonly name: LocalText } | null;
  readonly stages: readonly (Omit<ImprovementRecord['stages'][number], 'owner' | 'entered_by'> & {
    readonly owner: Named | null;
    readonly entered_by: Named | null;
    /** Days by the calendar; so far, of the one it stands in. */
    readonly days: number;
  })[];
  readonly evidence: readonly (Omit<ImprovementRecord['evidence'][number], 'added_by'> & {
    readonly added_by: Named | null;
    /** What it is about in words, where that is an indicator or a procedure. */
    readonly name: LocalText | null;
  })[];
  readonly causes: ImprovementRecord['causes'];
  /** Causes that its indicator's sheet knows, to begin with. */
  readonly known_causes: readonly KnownCause[];
  readonly decisions: readonly (Omit<ImprovementRecord['decisions'][number], 'decided_by' | 'proof'> & {
    readonly decided_by: Named | null;
  })[];
  readonly shown_actions: readonly ShownAction[];
  readonly notices: readonly (Omit<ImprovementRecord['notices'][number], 'told_by'> & {
    readonly told_by: Named | null;
  })[];
  readonly closings: readonly (Omit<ImprovementClosing, 'closed_by' | 'reopened_by'> & {
    readonly closed_by: Named | null;
    readonly reopened_by: Named | null;
  })[];
  readonly history: readonly {
    readonly seq: number;
    readonly at: string;
    readonly kind_name: string;
    readonly sentence: string;
  }[];
  /** Who may answer for a stage, and for an action. */
  readonly people: { readonly owners: readonly Named[]; readonly responsibles: readonly Named[] };
  readonly leave: {
    readonly work: Leave;
    readonly decide: Leave;
    readonly close: Leave;
    readonly reopen: Leave;
    readonly tell: Leave;
    readonly add_evidence: Leave;
  };
}

/** What every part of the page is shown with. */
interface Showing {
  readonly place: Place;
  readonly record: ImprovementRecord;
  readonly who: Person;
  readonly today: string;
  readonly language: Language;
}

const FREE: Leave = { may: true, why_not: null };

/** What a check says of somebody. */
function toLeave(check: () => unknown, language: Language): Leave {
  try {
    check();
    return FREE;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { may: false, why_not: sayRefusal(error.code, error.params, language) };
  }
}

function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw refusal;
}

/** Refuses who does not have a permission where the improvement is. */
function checkRole({ place, record, who, today }: Showing, permission: Permission): void {
  const scope = toScope(who, permission, today);
  if (scope === null) throw new Refusal('not-allowed', { permission });
  if (!actsOnPlace(place, scope, record)) throw new Refusal('out-of-scope');
}

function checkOpen({ id, title, state }: ImprovementRecord): void {
  if (state === 'closed' || state === 'rejected') {
    throw new Refusal('improvement-ended', { improvement: id, title, state });
  }
}

function checkPlanned({ id, text, state }: ActionRecord): void {
  if (state !== 'planned') throw new Refusal('action-ended', { action: id, text, state });
}

function showAction(showing: Showing, action: ActionRecord): ShownAction {
  const { place, record, who, today, language } = showing;
  const { ledger } = place;
  const { responsible, written_by, evidence, ...rest } = action;
  const company = ledger.people.company(today);
  const leave = (check: () => unknown) => toLeave(check, language);
  const open = () => {
    checkOpen(record);
    checkPlanned(action);
  };
  const moves = ledger.proposals.list({ kind: 'move-due-date', subject: String(action.id) });
  return {
    ...rest,
    responsible: nameSomebody(place, responsible) ?? { id: responsible, name: responsible },
    written_by: nameSomebody(place, written_by),
    overdue: action.state === 'planned' && action.due_date < today,
    evidence: evidence.map(({ supplied_by, accepted_by, ...shown }) => ({
      ...shown,
      supplied_by: nameSomebody(place, supplied_by),
      accepted_by: nameSomebody(place, accepted_by),
      accept: leave(() => {
        checkOpen(record);
        if (shown.accepted_at !== null) throw new Refusal('evidence-accepted', { text: action.text });
        checkAccepter({ supplied_by, responsible }, who, company, toReaches(place)(record));
      }),
    })),
    moves: moves.map((move) => {
      const refused = move.decision === null ? ledger.proposals.judge(move, who, company) : null;
      return {
        proposal: move.id,
        from: String(move.payload['from']),
        due_date: String(move.payload['due_date']),
        reason: move.reason,
        proposed_by: nameSomebody(place, move.proposed_by),
        decision: move.decision,
        decided_by: nameSomebody(place, move.decided_by),
        approve: leave(() => refuse(refused ?? undefined)),
        own: move.proposed_by === who.id,
      };
    }),
    carry_out: leave(() => {
      open();
      if (responsible !== who.id) throw new Refusal('action-of-another', { text: action.text });
    }),
    supply: leave(() => {
      checkOpen(record);
      if (action.state === 'dropped') checkPlanned(action);
      if (toScope(who, 'carry-out-action', today) === null) {
        throw new Refusal('not-allowed', { permission: 'carry-out-action' });
      }
    }),
    drop: leave(() => {
      open();
      checkRole(showing, 'work-improvement');
    }),
    move_date: leave(() => {
      open();
      if (toScope(who, 'propose-due-move', today) === null) {
        throw new Refusal('not-allowed', { permission: 'propose-due-move' });
      }
    }),
  };
}

function showLeave(showing: Showing): ImprovementView['leave'] {
  const { place, record, who, today, language } = showing;
  const { ledger } = place;
  const company = ledger.people.company(today);
  const reaches = toReaches(place);
  const leave = (check: () => unknown) => toLeave(check, language);
  const openers = record.opened_by === null ? [] : [record.opened_by];
  const listSetters = (indicator: string) => listStandardSetters(place, indicator);
  /** Whoever may not for their role is told who may. */
  const tellOthers = (
    act: 'decide' | 'close',
    check: () => unknown,
    free: (person: Person) => unknown,
  ): void => {
    try {
      check();
    } catch (error) {
      if (!(error instanceof Refusal) || !['not-allowed', 'out-of-scope'].includes(error.code)) throw error;
      const permission = act === 'decide' ? 'decide-improvement' : 'verify-improvement';
      const names = listAble(place, permission, record, today)
        .filter((person) => toLeave(() => free(person), language).may)
        .map(({ name }) => name);
      throw new Refusal('improvement-of-others', { act, names });
    }
  };
  const isOver = record.state === 'closed' || record.state === 'rejected';
  return {
    work: leave(() => {
      checkOpen(record);
      checkRole(showing, 'work-improvement');
    }),
    decide: leave(() => {
      checkOpen(record);
      const check = (person: Person) => checkImprovementDecider(openers, person, company, reaches(record));
      tellOthers('decide', () => check(who), check);
      checkSessionStands(record.decisions.at(-1), null, who, company);
    }),
    close: leave(() => {
      checkOpen(record);
      const judge = (person: Person) =>
        ledger.improvements.judgeClosing(record.id, person.id, company, { listSetters, reaches });
      const check = (person: Person) => refuse(judge(person).find(({ code }) => code === 'verifier-barred'));
      tellOthers('close', () => refuse(judge(who)[0]), check);
    }),
    reopen: leave(() => {
      if (!isOver) throw new Refusal('improvement-open');
      checkRole(showing, 'reopen-improvement');
    }),
    tell: leave(() => {
      if (record.state === 'rejected') checkOpen(record);
      checkRole(showing, 'work-improvement');
    }),
    add_evidence: leave(() => {
      checkOpen(record);
      if (toScope(who, 'open-improvement', today) === null) {
        throw new Refusal('not-allowed', { permission: 'open-improvement' });
      }
    }),
  };
}

function nameSubject({ content }: Place, { kind, subject }: ImprovementRecord['evidence'][number]) {
  if (kind === 'signal' || kind === 'indicator') return content.catalogue.sheets.get(subject)?.name ?? null;
  if (kind === 'conformance' || kind === 'complaints') {
    return content.catalogue.processes.get(subject)?.name ?? null;
  }
  return null;
}

/** The indicator an improvement is about: the one that proves it, or else the first of its evidence. */
export function findIndicator({ proof, evidence }: ImprovementRecord): string | null {
  if (proof) return proof.indicator;
  return evidence.find(({ kind }) => kind === 'signal' || kind === 'indicator')?.subject ?? null;
}

/** Everything about an improvement somebody may see, and what they may do next. */
export function showImprovement(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  language: Language,
): ImprovementView {
  const record = getSeen(place, who, scope, id);
  const today = toLocalToday(place);
  const counter = toDayCounter(place, today);
  const showing: Showing = { place, record, who, today, language };
  const {
    indicator: _indicator,
    pilot: _pilot,
    decision: _decision,
    ...card
  } = toCard(place, record, counter);
  const name = (person: string | null) => nameSomebody(place, person);
  const indicator = findIndicator(record);
  const sheet = indicator === null ? undefined : place.content.catalogue.sheets.get(indicator);
  const toNamed = (people: readonly Person[]) =>
    people.map((person) => ({ id: person.id, name: person.name }));
  return {
    ...card,
    sentence: sayImprovement({
      state: record.state,
      stage: record.stage,
      days_in_stage: card.days_in_stage,
      still_days: card.still_days,
      overdue_actions: card.actions.overdue,
      until: card.postponed_until,
    }),
    problem: record.problem,
    opened_by: name(record.opened_by),
    opened_at: record.opened_at,
    proof: record.proof,
    pilot: record.pilot,
    indicator:
      indicator === null ? null : { id: indicator, name: sheet?.name ?? { es: indicator, en: indicator } },
    stages: record.stages.map(({ owner, entered_by, ...stay }) => ({
      ...stay,
      owner: name(owner),
      entered_by: name(entered_by),
      days: counter.days(stay.entered_at, stay.left_at),
    })),
    evidence: record.evidence.map(({ added_by, ...shown }) => ({
      ...shown,
      added_by: name(added_by),
      name: nameSubject(place, { added_by, ...shown }),
    })),
    causes: record.causes,
    known_causes: sheet?.causes ?? [],
    decisions: record.decisions.map(({ decided_by, proof: _asDecided, ...decision }) => ({
      ...decision,
      decided_by: name(decided_by),
    })),
    shown_actions: record.actions.map((action) => showAction(showing, action)),
    notices: record.notices.map(({ told_by, ...notice }) => ({ ...notice, told_by: name(told_by) })),
    closings: record.closings.map(({ closed_by, reopened_by, ...closing }) => ({
      ...closing,
      closed_by: name(closed_by),
      reopened_by: name(reopened_by),
    })),
    history: place.ledger.improvements
      .historyOf(id)
      .toReversed()
      .map(({ seq, at, kind, actor, payload }) => ({
        seq,
        at,
        kind_name: nameDeed(kind, language),
        sentence: sayDeed(name(actor)?.name ?? 'Circuito', kind, payload.note ?? {}, language),
      })),
    people: {
      owners: toNamed(listAble(place, 'see-improvements', record, today)),
      responsibles: toNamed(listAble(place, 'carry-out-action', record, today)),
    },
    leave: showLeave(showing),
  };
}
