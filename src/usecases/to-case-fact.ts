import type { CaseField, Dataset, FieldValue, Procedure } from '../kernel/index.ts';
import type { CaseFact } from '../facts/index.ts';
import type { CaseRecord } from '../ledger/index.ts';
import { toWaiting } from './to-waiting.ts';

/** A file can carry no less than a millionth of a minute, and neither does a worked case. */
const SMALLEST_US = 60n;

const ANNULLED = 'anulado';

/** Data set that the fact of a case goes to: what its procedure says; without it, by its kind. */
export function datasetOfCase({ kind }: CaseRecord, procedure: Procedure | undefined): string {
  return procedure?.case?.dataset ?? (kind === 'solicitud' ? 'requests' : 'complaints');
}

/**
 * A worked case as a row of its data set, by the names of its columns. The number of the core is
 * its key where it has one: then the row of the core's file and the case are one fact.
 */
export function toCaseFact(
  record: CaseRecord,
  procedure: Procedure | undefined,
  { key, opens, closes }: Pick<Dataset, 'key' | 'opens' | 'closes'>,
): CaseFact {
  const { fields } = record;
  const status = findStatus(record, procedure);
  // An annulled case lets the core's number go: whoever bears it next is that fact.
  const core = status === ANNULLED ? null : record.core_number;
  return {
    ordinal: record.ordinal,
    event: record.last_event,
    values: {
      ...(key[0] !== undefined && { [key[0]]: core ?? record.number }),
      ...(opens !== null && { [opens]: record.opened_at }),
      ...(closes !== null && { [closes]: record.stopped_at }),
      process: toText(fields['complained_process']) ?? record.process,
      service: sayField(fields['service'], procedure, 'service'),
      reason: sayField(fields['category'], procedure, 'category'),
      unit: record.fact_unit,
      person: record.staff_name,
      client: record.client,
      channel: record.channel,
      status,
      outcome: record.outcome,
      handling_min: toHandling(record.handling_us),
      waiting_min: (toWaiting(record.pauses) / SMALLEST_US) * SMALLEST_US,
      due_at: record.due_at,
    },
  };
}

function toHandling(us: number | null): bigint | null {
  return us === null ? null : (BigInt(us) / SMALLEST_US) * SMALLEST_US;
}

/** What its state is written as; a case whose procedure is gone is at least open or closed. */
function findStatus({ state, stopped_at }: CaseRecord, procedure: Procedure | undefined): string {
  const status = procedure?.case?.states.find(({ id }) => id === state)?.status;
  return status ?? (stopped_at === null ? 'abierto' : 'cerrado');
}

function toText(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What was chosen, in the words of the institution's files. */
function sayField(
  value: FieldValue | undefined,
  procedure: Procedure | undefined,
  id: string,
): string | null {
  const text = toText(value);
  if (text === null) return null;
  const fields: readonly CaseField[] = [
    ...(procedure?.case?.fields ?? []),
    ...(procedure?.case?.actions.flatMap((action) => action.fields) ?? []),
  ];
  const choices = fields.find((field) => field.id === id)?.choices ?? [];
  return choices.find((choice) => choice.id === text)?.label.es ?? text;
}
