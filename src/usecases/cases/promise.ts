import type { LocalText } from '../../kernel/index.ts';
import type { CaseRecord, SaidPromise } from '../../ledger/index.ts';
import type { UnitClock } from '../unit-clock.ts';
import { alike, type Flow, type Place } from './definition.ts';
import { sayPromise, sayUntil } from './say-values.ts';

/** What is promised by a case as it stands, and until when: what the client is told when it is opened. */
export function toPromise(
  flow: Flow | null,
  record: Pick<CaseRecord, 'fields' | 'unit' | 'due_at' | 'due_rule'>,
  clock: UnitClock,
): SaidPromise {
  const until = sayUntil(record, clock);
  const none: LocalText = alike('');
  return { text: flow === null ? none : sayPromise(flow, record.fields, until), until };
}

/** What the client was told when the case was opened: it stays, wherever the deadline moves afterwards. */
export function findPromise(
  { ledger }: Pick<Place, 'ledger'>,
  flow: Flow | null,
  record: CaseRecord,
  clock: UnitClock,
): SaidPromise {
  const [first] = ledger.cases.eventsOf(record.number);
  return first?.data.promise ?? toPromise(flow, record, clock);
}
