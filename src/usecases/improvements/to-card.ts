import type {
  ImprovementDecision,
  ImprovementState,
  LocalText,
  Origin,
  Pilot,
  Stage,
} from '../../kernel/index.ts';
import type { ImprovementRecord } from '../../ledger/index.ts';
import type { DayCounter } from './count-days.ts';
import type { Place } from './reach-improvement.ts';

/** Working days without a change after which an improvement stands still. */
export const STILL_AFTER = 10;

/** Who somebody is, to be shown. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An improvement as the board shows it. */
export interface ImprovementCard {
  readonly id: number;
  readonly title: string;
  readonly origin: Origin;
  readonly process: { readonly id: string; readonly name: LocalText } | null;
  /** Null for all. */
  readonly units: readonly string[] | null;
  readonly state: ImprovementState;
  readonly stage: Stage;
  /** Who answers for the stage it stands in. */
  readonly owner: Named | null;
  readonly due_date: string | null;
  /** Whether that date is past. */
  readonly overdue: boolean;
  /** Days by the calendar. */
  readonly days_in_stage: number;
  readonly days_open: number;
  /** Working days since anything changed. */
  readonly still_days: number;
  readonly still: boolean;
  readonly actions: { readonly planned: number; readonly done: number; readonly overdue: number };
  readonly decision: ImprovementDecision | null;
  readonly postponed_until: string | null;
  readonly told: { readonly staff: boolean; readonly clients: boolean };
  /** The indicator that proves it; null until it is chosen. */
  readonly indicator: string | null;
  /** Whether it is being tried in its pilot today. */
  readonly pilot: boolean;
  readonly last_event: number;
}

/** Somebody by name; null for nobody. */
export function nameSomebody({ ledger }: Pick<Place, 'ledger'>, id: string | null): Named | null {
  return id === null ? null : { id, name: ledger.people.find(id)?.name ?? id };
}

const isRunning = (pilot: Pilot | null, today: string): boolean =>
  pilot !== null && pilot.from <= today && (pilot.to === null || today <= pilot.to);

/** An improvement as the board shows it, on the counter's date. */
export function toCard(place: Place, record: ImprovementRecord, counter: DayCounter): ImprovementCard {
  const { today } = counter;
  const stay = record.stages.at(-1);
  const isOver = record.state === 'closed' || record.state === 'rejected';
  const process = record.process === null ? undefined : place.content.catalogue.processes.get(record.process);
  const planned = record.actions.filter(({ state }) => state === 'planned');
  const last = record.decisions.at(-1);
  const still_days = isOver ? 0 : counter.workingDays(record.changed_at);
  return {
    id: record.id,
    title: record.title,
    origin: record.origin,
    process:
      record.process === null
        ? null
        : { id: record.process, name: process?.name ?? { es: record.process, en: record.process } },
    units: record.units,
    state: record.state,
    stage: record.stage,
    owner: nameSomebody(place, stay?.owner ?? null),
    due_date: stay?.due_date ?? null,
    overdue: !isOver && stay?.due_date !== null && stay?.due_date !== undefined && stay.due_date < today,
    days_in_stage: stay ? counter.days(stay.entered_at, stay.left_at) : 0,
    days_open: counter.days(record.opened_at, isOver ? record.changed_at : null),
    still_days,
    still: record.state === 'open' && still_days > STILL_AFTER,
    actions: {
      planned: planned.length,
      done: record.actions.filter(({ state }) => state === 'done').length,
      overdue: isOver ? 0 : planned.filter(({ due_date }) => due_date < today).length,
    },
    decision: last?.decision ?? null,
    postponed_until: record.state === 'postponed' ? (last?.until ?? null) : null,
    told: {
      staff: record.notices.some(({ audience }) => audience === 'staff'),
      clients: record.notices.some(({ audience }) => audience === 'clients'),
    },
    indicator: record.proof?.indicator ?? null,
    pilot: isRunning(record.pilot, today),
    last_event: record.last_event,
  };
}
