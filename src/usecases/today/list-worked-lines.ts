import type { CaseFilter, CaseRecord, DeskFilter } from '../../ledger/index.ts';
import { describeDue, fromMicros } from '../describe-due.ts';
import { hasClientWritten } from '../has-client-written.ts';
import type { Institution } from '../institution.ts';
import type { UnitClock } from '../unit-clock.ts';
import { DAY_GROUPS, type DayBounds, type DayGroup, type DayLine, type DayPart } from './day-line.ts';

/** Whose cases are looked at; null for all. */
export interface Reach {
  readonly units: readonly string[] | null;
  readonly processes: readonly string[] | null;
  /** On whose desk; left out for anybody's. */
  readonly desk?: DeskFilter;
  /** Numbers of cases that are kept from whoever looks. */
  readonly except?: readonly string[];
}

/** Which cases of the ledger make a part of the board. */
function toFilter(group: DayGroup, { now_us, today_us, tomorrow_us, week_us }: DayBounds): CaseFilter {
  const due = (from: bigint | null, to: bigint | null): CaseFilter => ({
    due: {
      ...(from !== null && { from: fromMicros(from) }),
      ...(to !== null && { to: fromMicros(to) }),
    },
  });
  switch (group) {
    case 'overdue':
      return due(null, now_us);
    case 'due-today':
      return due(now_us, today_us);
    case 'tomorrow':
      return due(today_us, tomorrow_us);
    case 'week':
      return due(tomorrow_us, week_us);
    case 'later':
      return due(week_us, null);
    case 'waiting':
    case 'unknown':
      return { without_due: group };
    default:
      return group satisfies never;
  }
}

/** Open cases worked here, in the parts of the day board: the first of each, and how many. */
export function listWorkedLines(
  institution: Institution,
  reach: Reach,
  bounds: DayBounds,
  clock: UnitClock,
  most: number,
): ReadonlyMap<DayGroup, DayPart> {
  const { ledger } = institution;
  const names = listNames(institution);
  return new Map(
    DAY_GROUPS.map((group) => {
      const { cases, of } = ledger.cases.list({ ...reach, ...toFilter(group, bounds) }, { limit: most });
      return [group, { n: of, lines: cases.map((record) => toLine(institution, record, names, clock)) }];
    }),
  );
}

/** Names of people by their id. */
export function listNames({ ledger }: Pick<Institution, 'ledger'>): ReadonlyMap<string, string> {
  return new Map(ledger.people.list().map(({ id, name }) => [id, name]));
}

/** A case as a line of the board. */
export function toLine(
  place: Pick<Institution, 'content' | 'ports' | 'ledger'>,
  record: CaseRecord,
  names: ReadonlyMap<string, string>,
  clock: UnitClock,
): DayLine {
  const { content, ports } = place;
  const procedure = content.catalogue.procedures.get(record.procedure);
  const process = content.catalogue.processes.get(record.process);
  const state = procedure?.case?.states.find(({ id }) => id === record.state) ?? null;
  const { at, standing, sentence } = describeDue(record, state, ports.clock(), clock, content);
  return {
    number: record.number,
    worked: true,
    name: procedure?.name ?? process?.name ?? { es: record.process, en: record.process },
    unit: record.unit,
    person: record.assigned_to === null ? null : (names.get(record.assigned_to) ?? null),
    state: state?.name ?? null,
    turn: procedure?.actors.find(({ id }) => id === record.turn)?.name ?? null,
    batch: procedure?.case?.batch?.from === record.state,
    opened_at: record.opened_at,
    due_at: at,
    standing,
    sentence,
    client_wrote: hasClientWritten(place, record, state),
  };
}
