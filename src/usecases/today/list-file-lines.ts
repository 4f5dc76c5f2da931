import {
  addDays,
  type CaseKind,
  type Dataset,
  type DeadlineLimit,
  findDeadlineRule,
  toDue,
  toInstant,
  toLimit,
  toLocal,
} from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { type Row, WORKED } from '../../facts/index.ts';
import { holdsCondition } from '../../language/index.ts';
import { describeDue, fromMicros } from '../describe-due.ts';
import type { Institution } from '../institution.ts';
import type { UnitClock } from '../unit-clock.ts';
import type { DayLine } from './day-line.ts';

/** Something open that a file of the core told of, with when it is due as far as anybody knows. */
export interface FileLine {
  readonly number: string;
  readonly process: string | null;
  readonly unit: string | null;
  readonly person: string | null;
  readonly opened_us: bigint;
  readonly due_us: bigint | null;
  /** By which it is due; null where the file said when. */
  readonly limit: DeadlineLimit | null;
  /** Last local date of a fact of the file that told of it: how long ago that was true. */
  readonly told: string | null;
}

/** What the files say is open, due first, and how far they reach. */
export interface FileLines {
  readonly lines: readonly FileLine[];
  /** Last local date of a fact of any of them; null where none came. */
  readonly until: string | null;
}

/** Data sets whose rows are looked at: what somebody asked for, and what they complained of. */
export const DAY_DATASETS = ['requests', 'complaints'] as const;

/** A year has this many digits of promise: a deadline of the file, told by its minute. */
const BY_FILE: DeadlineLimit = { amount: 1, counts: 'clock-hours', pauses: false };
const BY_FILE_DAY: DeadlineLimit = { amount: 1, counts: 'calendar-days', pauses: false };

/**
 * What came in files and is open, each with its due instant: that of the file, else by the deadline of
 * its procedure and the calendar of its unit. What is worked here too is left out: it is a case.
 */
export async function listFileLines(institution: Institution, clock: UnitClock): Promise<FileLines> {
  const lines: FileLine[] = [];
  let until: string | null = null;
  for (const id of DAY_DATASETS) {
    const dataset = institution.content.catalogue.datasets.get(id);
    if (!dataset || dataset.opens === null || dataset.closes === null) continue;
    for (const line of await readDataset(institution, dataset, clock)) lines.push(line);
    const last = await findLastDate(institution, dataset);
    if (last !== null && (until === null || last > until)) until = last;
  }
  lines.sort((a, b) => compareDue(a.due_us, b.due_us) || (a.number < b.number ? -1 : 1));
  return { lines, until };
}

async function findLastDate({ facts }: Institution, { id }: Dataset): Promise<string | null> {
  const [row] = await facts.duck.rows(
    `select max(last)::varchar as last from fact_extent where dataset = ${quoteText(id)} and seq <> ${WORKED}`,
  );
  return typeof row?.['last'] === 'string' ? row['last'] : null;
}

function compareDue(a: bigint | null, b: bigint | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

async function readDataset(
  institution: Institution,
  dataset: Dataset,
  clock: UnitClock,
): Promise<readonly FileLine[]> {
  const has = (name: string) => dataset.columns.some((column) => column.name === name);
  const take = (name: string) => (has(name) ? quoteName(name) : 'null');
  const done = has('status') ? " and (status is null or status not in ('cerrado', 'anulado'))" : '';
  const rows = await institution.facts.duck.rows(`
select ${quoteName(dataset.key[0]!)} as number, ${take('process')} as process, ${take('unit')} as unit,
       ${take('person')} as person, epoch_us(${dataset.opens}) as opened,
       ${has('due_at') ? 'epoch_us(due_at)' : 'null::bigint'} as due, e.last::varchar as told
  from ${quoteName(dataset.id)} left join fact_extent e on e.dataset = ${quoteText(dataset.id)} and e.seq = _import
 where _import <> ${WORKED} and ${dataset.closes} is null${done}`);
  const limitOf = toLimits(institution, dataset);
  const text = (row: Row, name: string) => (row[name] === null ? null : String(row[name]));
  return rows.map((row) => {
    const [process, unit] = [text(row, 'process'), text(row, 'unit')];
    const opened_us = row['opened'] as bigint;
    const due = readDue(row, clock(unit ?? '', BY_FILE_DAY).time_zone);
    const limit = due?.limit ?? limitOf(process, opened_us);
    const due_us = due?.us ?? (limit && toDue(limit, opened_us, [], clock(unit ?? '', limit)));
    return {
      number: String(row['number']),
      process,
      unit,
      person: text(row, 'person'),
      opened_us,
      due_us,
      limit,
      told: text(row, 'told'),
    };
  });
}

/** A date without an hour comes as its first instant: what is due that day is due when the day ends. */
function readDue(row: Row, zone: string): { readonly us: bigint; readonly limit: DeadlineLimit } | null {
  const us = row['due'];
  if (typeof us !== 'bigint') return null;
  const { date, time_us } = toLocal(us, zone);
  if (time_us !== 0) return { us, limit: BY_FILE };
  return { us: toInstant(`${addDays(date, 1)}T00:00:00`, zone) - 1n, limit: BY_FILE_DAY };
}

/** The limit of what was asked for on a date, by its process: that of its procedure, else of the country. */
function toLimits(
  { content, ledger }: Institution,
  dataset: Dataset,
): (process: string | null, opened_us: bigint) => DeadlineLimit | null {
  const { procedures, deadlines, settings } = content.catalogue;
  const profile = ledger.findSetting('institution')?.value as
    | { readonly country?: string; readonly kind?: string }
    | undefined;
  const usual: CaseKind | null = dataset.id === 'complaints' ? 'reclamo' : null;
  const byProcess = new Map(
    [...procedures.values()].flatMap((each) =>
      each.case?.dataset === dataset.id ? [[each.process, each.case] as const] : [],
    ),
  );
  return (process, opened_us) => {
    const found = byProcess.get(process ?? '');
    const own = found ? toLimit(found.deadline) : null;
    const kind = found?.kind ?? usual;
    if (own !== null || kind === null) return own;
    return findDeadlineRule(deadlines.values(), {
      kind,
      country: profile?.country ?? null,
      institution: profile?.kind ?? null,
      values: {},
      date: toLocal(opened_us, settings.default_zone).date,
      holds: holdsCondition,
    });
  };
}

/** A row of a file as a line of the board. */
export function toFileLine(
  { content, ports }: Pick<Institution, 'content' | 'ports'>,
  { number, process, unit, person, opened_us, due_us, limit }: FileLine,
  clock: UnitClock,
): DayLine {
  const dated = {
    unit: unit ?? '',
    due_at: due_us === null ? null : fromMicros(due_us),
    due_rule: { limit: due_us === null ? null : limit, rule: null },
    stopped_at: null,
  };
  const { at, standing, sentence } = describeDue(dated, null, ports.clock(), clock, content);
  const name = content.catalogue.processes.get(process ?? '')?.name ?? {
    es: process ?? '',
    en: process ?? '',
  };
  return {
    number,
    worked: false,
    name,
    unit,
    person,
    state: null,
    turn: null,
    batch: false,
    opened_at: fromMicros(opened_us),
    due_at: at,
    standing,
    sentence: standing === 'unknown' ? UNKNOWN : sentence,
    client_wrote: false,
  };
}

const UNKNOWN = {
  es: 'Sin vencimiento en el archivo ni plazo en su procedimiento.',
  en: 'No due date in the file and no deadline in its procedure.',
} as const;
