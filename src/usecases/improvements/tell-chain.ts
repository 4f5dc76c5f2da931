import type { ImprovementDecision, ImprovementState, LocalText, Stage } from '../../kernel/index.ts';
import type { DecisionRecord, ImprovementRecord } from '../../ledger/index.ts';
import type { DayCounter } from './count-days.ts';
import type { Place } from './reach-improvement.ts';
import { type Named, nameSomebody } from './to-card.ts';

/** From one fact to one decision to its result: a line of the register. */
export interface DecisionChain {
  readonly improvement: number;
  readonly title: string;
  readonly process: LocalText | null;
  readonly units: readonly string[] | null;
  readonly state: ImprovementState;
  readonly stage: Stage;
  /** What was seen, with its figure; the problem in words where no evidence was brought. */
  readonly fact: { readonly text: LocalText; readonly period: string | null; readonly date: string };
  /** The causes to remove; of an analysis without any, all of them. */
  readonly causes: readonly string[];
  readonly decision: {
    readonly decision: ImprovementDecision;
    readonly reason: string;
    readonly by: Named | null;
    readonly date: string;
    readonly until: string | null;
    readonly session: number | null;
    /** Rules that only an exception let pass. */
    readonly relaxed: readonly string[];
  } | null;
  readonly actions: readonly {
    readonly text: string;
    readonly responsible: Named | null;
    readonly due_date: string;
    readonly done: string | null;
    readonly dropped: string | null;
    readonly overdue: boolean;
  }[];
  readonly told: { readonly staff: string | null; readonly clients: string | null };
  readonly proof: {
    /** Of the indicator that proves it, where it is known. */
    readonly indicator: LocalText | null;
    readonly sentence: LocalText | null;
    /** Null while it is not closed. */
    readonly closed: string | null;
    readonly by: Named | null;
  };
}

function toText(value: unknown): LocalText | null {
  if (typeof value === 'string' && value !== '') return { es: value, en: value };
  if (typeof value !== 'object' || value === null) return null;
  const { es, en } = value as Partial<LocalText>;
  return typeof es === 'string' && typeof en === 'string' && es !== '' ? { es, en } : null;
}

function tellFact({ evidence, problem, opened_at }: ImprovementRecord, counter: DayCounter) {
  const [first] = evidence;
  const data = first?.data ?? {};
  const period = data['period'];
  return {
    text: toText(data['sentence']) ?? toText(data['text']) ?? { es: problem, en: problem },
    period: typeof period === 'string' ? period : null,
    date: counter.dateOf(opened_at),
  };
}

function tellCauses({ causes }: ImprovementRecord): readonly string[] {
  const roots = causes.filter(({ root }) => root);
  return (roots.length > 0 ? roots : causes).map(({ text }) => text);
}

function tellProof(place: Place, record: ImprovementRecord, counter: DayCounter) {
  const closing = record.closings.findLast(({ reopened_at }) => reopened_at === null);
  const id = record.proof?.indicator;
  const name = id === undefined ? null : (place.content.catalogue.sheets.get(id)?.name ?? { es: id, en: id });
  return {
    indicator: name,
    sentence: toText(closing?.result['sentence']),
    closed: closing ? counter.dateOf(closing.closed_at) : null,
    by: nameSomebody(place, closing?.closed_by ?? null),
  };
}

/** Tells an improvement as a chain that ends in a decision of it; in the last one where none is named. */
export function tellChain(
  place: Place,
  record: ImprovementRecord,
  counter: DayCounter,
  decision: DecisionRecord | undefined = record.decisions.at(-1),
): DecisionChain {
  const told = (audience: 'staff' | 'clients') =>
    record.notices.find((notice) => notice.audience === audience)?.told_on ?? null;
  return {
    improvement: record.id,
    title: record.title,
    process: place.content.catalogue.processes.get(record.process ?? '')?.name ?? null,
    units: record.units,
    state: record.state,
    stage: record.stage,
    fact: tellFact(record, counter),
    causes: tellCauses(record),
    decision: decision
      ? {
          decision: decision.decision,
          reason: decision.reason,
          by: nameSomebody(place, decision.decided_by),
          date: counter.dateOf(decision.decided_at),
          until: decision.until,
          session: decision.session_id,
          relaxed: decision.relaxed,
        }
      : null,
    actions: record.actions.map((action) => ({
      text: action.text,
      responsible: nameSomebody(place, action.responsible),
      due_date: action.due_date,
      done: action.done_at === null ? null : counter.dateOf(action.done_at),
      dropped: action.state === 'dropped' ? action.state_note : null,
      overdue: action.state === 'planned' && action.due_date < counter.today,
    })),
    told: { staff: told('staff'), clients: told('clients') },
    proof: tellProof(place, record, counter),
  };
}
