import type { EventTable, Procedure } from '../../kernel/index.ts';
import { listActEvents } from '../../flow/index.ts';
import type { CaseEventRecord, CaseRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';

/** Events asked of the ledger at once: between one lot and the next others are served. */
const AT_ONCE = 2000;

type Place = Pick<Institution, 'ledger'>;

/** Numbers texts in the order they appear. */
function toNumbering() {
  const known = new Map<string, number>();
  return {
    of: (text: string): number => {
      const found = known.get(text) ?? known.size;
      known.set(text, found);
      return found;
    },
    texts: () => [...known.keys()],
  };
}

/** States in which a case of the procedure was annulled. */
function listAnnulled({ case: definition }: Procedure): readonly string[] {
  return (definition?.states ?? []).flatMap(({ id, status }) => (status === 'anulado' ? [id] : []));
}

/** Annulled cases of a procedure: who withdrew, or asked by mistake, is not held against it. */
export function countAnnulled({ ledger }: Place, procedure: Procedure): number {
  const states = listAnnulled(procedure);
  if (states.length === 0) return 0;
  return ledger.cases.list({ procedure: procedure.id, states, all: true }, { limit: 0 }).of;
}

/** Lets whoever waits be served. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function* eachEvent({ ledger }: Place): AsyncGenerator<CaseEventRecord> {
  for (let last = 0; ; ) {
    const events = ledger.cases.eventsAfter(last, AT_ONCE);
    yield* events;
    if (events.length < AT_ONCE) return;
    last = events.at(-1)?.id ?? last;
    await pause();
  }
}

/** Names the events of the cases worked here as they are now: grows with each. */
export function toWorkedKey({ ledger }: Place, procedure: string): string {
  return `worked/${procedure}/${ledger.cases.lastEvent()}`;
}

/**
 * The cases of a procedure worked here, but for those annulled, as a log of their own: an event for each step completed, for
 * what began one, and for each time that a case was taken up again, with its moment and who did it.
 */
export async function loadWorkedLog(institution: Place, procedure: Procedure): Promise<EventTable> {
  const { ledger } = institution;
  const cases = toNumbering();
  const activities = toNumbering();
  const resources = toNumbering();
  const ours = new Map<string, boolean>();
  const annulled = listAnnulled(procedure);
  const isOurs = (record: CaseRecord | undefined): boolean =>
    record?.procedure === procedure.id && !annulled.includes(record.state);
  const rows: { of: number; activity: number; resource: number; time_us: number }[] = [];
  for await (const event of eachEvent(institution)) {
    const { number, by_person, data, happened_at } = event;
    if (!ours.has(number)) ours.set(number, isOurs(ledger.cases.find(number)));
    if (!ours.get(number)) continue;
    const person = by_person === null ? null : (ledger.people.find(by_person)?.name ?? by_person);
    for (const { activity, at } of listActEvents(procedure, { ...event, steps: data.steps ?? [] }))
      rows.push({
        of: cases.of(number),
        activity: activities.of(activity),
        resource: person === null ? -1 : resources.of(person),
        time_us: Date.parse(at ?? happened_at) * 1000,
      });
  }
  return {
    cases: cases.texts(),
    activities: activities.texts(),
    resources: resources.texts(),
    lifecycles: [],
    case_of: Int32Array.from(rows, ({ of }) => of),
    activity_of: Int32Array.from(rows, ({ activity }) => activity),
    resource_of: Int32Array.from(rows, ({ resource }) => resource),
    lifecycle_of: new Int32Array(rows.length).fill(-1),
    time_us: Float64Array.from(rows, ({ time_us }) => time_us),
  };
}
