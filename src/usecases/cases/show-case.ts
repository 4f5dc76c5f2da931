import type { CaseKind, LocalText, Person } from '../../kernel/index.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import { describeDue, type ShownDue } from '../describe-due.ts';
import { hasClientWritten } from '../has-client-written.ts';
import type { UnitClock } from '../unit-clock.ts';
import { alike, findActor, findFlow, findState, nameProcess, type Place } from './definition.ts';
import { isTraced, seesClient } from './reach-case.ts';

/** Gives a client the code by which they are known to who may not see who they are. */
export type ProtectClient = (client: string | null) => string | null;

/** For whom cases are shown. */
export interface Viewer {
  readonly who: Person;
  readonly today: string;
  readonly clock: UnitClock;
  readonly protect: ProtectClient;
}

interface Named {
  readonly id: string;
  readonly name: LocalText;
}

/** A case in a list. */
export interface CaseLine {
  readonly number: string;
  readonly kind: CaseKind;
  readonly procedure: Named;
  readonly process: Named;
  readonly state: Named & { readonly clock: 'runs' | 'waits' | 'stopped'; readonly final: boolean };
  readonly unit: string;
  readonly client: string | null;
  readonly channel: string | null;
  readonly core_number: string | null;
  readonly importance: CaseRecord['importance'];
  readonly opened_at: string;
  readonly assigned_to: { readonly id: string; readonly name: string } | null;
  readonly turn: LocalText | null;
  readonly due: ShownDue;
  /** The client replied to what was asked, and nobody has gone on since. */
  readonly client_wrote: boolean;
}

/** A case as a list shows it, with its words as the procedure says them today. */
export function showCase(place: Place, record: CaseRecord, viewer: Viewer): CaseLine {
  const flow = findFlow(place, record.procedure);
  const state = findState(flow, record.state);
  const { who, today, clock, protect } = viewer;
  const assigned = record.assigned_to;
  const isOpen = seesClient(place, who, record, today) && !isTraced(place, who, record, today);
  return {
    number: record.number,
    kind: record.kind,
    procedure: { id: record.procedure, name: flow?.procedure.name ?? alike(record.procedure) },
    process: { id: record.process, name: nameProcess(place, record.process) },
    state: {
      id: record.state,
      name: state?.name ?? alike(record.state),
      clock: state?.clock ?? (record.stopped_at === null ? 'runs' : 'stopped'),
      final: record.final,
    },
    unit: record.unit,
    client: isOpen ? record.client : protect(record.client),
    channel: record.channel,
    core_number: record.core_number,
    importance: record.importance,
    opened_at: record.opened_at,
    assigned_to:
      assigned === null ? null : { id: assigned, name: place.ledger.people.find(assigned)?.name ?? assigned },
    turn: findActor(flow, record.turn)?.name ?? null,
    due: describeDue(record, state, place.ports.clock(), clock, place.content),
    client_wrote: hasClientWritten(place, record, state),
  };
}
