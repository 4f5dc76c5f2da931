import type { CaseRecord } from '../../src/ledger/index.ts';
import type { Institution } from '../../src/usecases/index.ts';

/** A clock that a test sets by hand. */
export interface HandClock {
  now: string;
}

type Changes = Partial<Omit<CaseRecord, 'number' | 'ordinal' | 'opened_at' | 'last_event'>>;

const PLAIN = {
  kind: 'solicitud',
  procedure: 'debito-automatico',
  procedure_version: 1,
  process: 'debito-automatico',
  state: 'registrado',
  turn: 'ejecutivo',
  unit: 'Quito Norte',
  fact_unit: 'Quito Norte',
  client: null,
  channel: null,
  core_number: null,
  importance: null,
  opened_by: null,
  staff_name: null,
  about_staff: null,
  assigned_to: null,
  due_at: null,
  due_rule: { limit: { amount: 24, counts: 'clock-hours', pauses: true }, rule: null },
  pauses: [],
  stopped_at: null,
  final: false,
  outcome: null,
  handling_us: null,
  handling_note: null,
  fields: {},
  papers: [],
  satisfaction: null,
  linked_to: null,
} as const satisfies Omit<CaseRecord, 'number' | 'ordinal' | 'opened_at' | 'last_event'>;

let keys = 0;

/** Opens a case in the ledger at an instant and gives its number. */
export function openCase(
  { ledger }: Pick<Institution, 'ledger'>,
  clock: HandClock,
  at: string,
  given: Changes = {},
): string {
  clock.now = at;
  keys += 1;
  return ledger.cases.open(
    { key: `${process.pid}-${keys}`, body: '' },
    null,
    (opened_at) => ({
      series: `T-${opened_at.slice(0, 4)}`,
      record: { ...PLAIN, fact_unit: given.unit ?? PLAIN.unit, ...given, opened_at },
      toFollowDigest: () => '0'.repeat(64),
      event: {},
    }),
    ({ number }) => number,
  );
}

/** Changes a case at an instant. */
export function changeCase(
  { ledger }: Pick<Institution, 'ledger'>,
  clock: HandClock,
  at: string,
  number: string,
  changes: Changes,
): void {
  clock.now = at;
  ledger.cases.change('case-acted', { number }, () => ({ changes, event: { kind: 'acted' } }));
}
