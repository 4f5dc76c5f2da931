import type { Person } from '../../kernel/index.ts';
import type { ReadingRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** Records that somebody read a result: the first time each day leaves a link, the others nothing. */
export function recordReading(place: Place, who: Person, subject: string, period: string): void {
  place.ledger.as(who.id).readings.record(subject, period, toLocalToday(place));
}

/** Who read which result of which period, latest first; 500 at most. */
export function listResultReadings(
  { ledger }: Place,
  filter: { readonly subject?: string; readonly period?: string },
): (Omit<ReadingRecord, 'person_id'> & { readonly person: string; readonly person_name: string })[] {
  return ledger.readings.list(filter).map(({ person_id, ...reading }) => ({
    ...reading,
    person: person_id,
    person_name: ledger.people.find(person_id)?.name ?? person_id,
  }));
}
