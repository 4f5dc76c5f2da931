import {
  addDays,
  compileCalendar,
  type Dataset,
  type LocalText,
  parseInstant,
  parsePeriod,
  type Period,
  periodOf,
  Refusal,
  toLocal,
  weekdayOf,
} from '../kernel/index.ts';
import { rowsTable } from '../facts/index.ts';
import type { Institution } from './institution.ts';
import { listReaders } from './list-readers.ts';
import { printFactDate } from './print-fact-date.ts';

/** The day of the following month by which a file is expected: of the calendar, or counting working days. */
export interface AgendaDue {
  readonly kind: 'day' | 'working-day';
  readonly n: number;
}

/** A file the institution expects each month. */
export interface AgendaEntry {
  readonly dataset: string;
  /** Who sends it, in words. */
  readonly sender: string;
  readonly due: AgendaDue;
}

/**
 * `received`: its rows are in. `waiting`: not in, and there is still time. `late`: not in, and the
 * day has passed.
 */
export type AgendaState = 'received' | 'waiting' | 'late';

/** How one expected file stands for a month. */
export interface AgendaItem extends AgendaEntry {
  readonly dataset_name: LocalText;
  /** Last local date on which it is in time. */
  readonly due_date: string;
  readonly state: AgendaState;
  /** Local date on which the first file of the month came; null while none has. */
  readonly received: string | null;
  /** It came, after its day. */
  readonly came_late: boolean;
  readonly imports: readonly {
    readonly id: string;
    readonly file: string;
    readonly at: string;
    readonly rows: number;
  }[];
  /** Indicators that read these data: while they are missing, these wait. */
  readonly indicators: readonly { readonly id: string; readonly name: LocalText }[];
}

export interface Agenda {
  /** The month: `2011-06`. */
  readonly month: string;
  /** False while nobody has written an agenda: the entries are those the indicators need. */
  readonly written: boolean;
  /** Files that came, and those that should have. */
  readonly received: number;
  readonly late: number;
  /** Of those that came, the ones that came after their day. */
  readonly came_late: number;
  readonly items: readonly AgendaItem[];
}

const SETTING = 'agenda';
/** Working day of the following month by which files are expected where nobody said. */
const USUAL_DUE: AgendaDue = { kind: 'working-day', n: 5 };

/** The agenda as it was written; null while nobody has. */
export function findAgenda({ ledger }: Pick<Institution, 'ledger'>): readonly AgendaEntry[] | null {
  const value = ledger.findSetting(SETTING)?.value;
  return Array.isArray(value) ? (value as AgendaEntry[]) : null;
}

/** Keeps an agenda; the former ones stay in the ledger. */
export function keepAgenda({ ledger }: Pick<Institution, 'ledger'>, entries: readonly AgendaEntry[]): void {
  ledger.changeSetting(SETTING, entries);
}

/** Data sets that installed capacity is derived from: whoever reads it waits for them. */
const OF_CAPACITY = ['staff', 'absences'];
/** In force until it says otherwise: the staff of a month may have come in a file of years ago. */
const STANDING = 'staff';
/** A load so long after its day is history being brought in, and says nothing of who sent it late. */
const LATE_DAYS = 60;

/** Indicators that wait for a data set, those that read capacity included. */
function listWaiting(institution: Pick<Institution, 'content'>, dataset: string): AgendaItem['indicators'] {
  const own = listReaders(institution, dataset);
  const more = OF_CAPACITY.includes(dataset) ? listReaders(institution, 'capacity') : [];
  return [...own, ...more.filter(({ id }) => own.every((item) => item.id !== id))];
}

/** Data sets that some indicator reads, for an agenda nobody wrote yet. */
function suggestEntries(institution: Pick<Institution, 'content'>): AgendaEntry[] {
  return [...institution.content.catalogue.datasets.values()]
    .filter(({ id, derived }) => !derived && listWaiting(institution, id).length > 0)
    .map(({ id }) => ({ dataset: id, sender: '', due: USUAL_DUE }));
}

/** The month an agenda of a period is of: its last one. */
function toMonth(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new Refusal('period-unreadable', { period: text });
  return periodOf(addDays(period.to, -1), 'month');
}

/** The last date in time: the nth day, or the nth working day, of the month after. */
export function toDueDate({ content }: Pick<Institution, 'content'>, month: Period, due: AgendaDue): string {
  const next = periodOf(month.to, 'month');
  if (due.kind === 'day') return earlier(addDays(next.from, due.n - 1), addDays(next.to, -1));
  const { calendars, settings } = content.catalogue;
  const calendar = settings.default_calendar === null ? undefined : calendars.get(settings.default_calendar);
  const open = calendar
    ? new Set(
        compileCalendar(calendar, next.from, next.to).flatMap((day) =>
          day.open.length > 0 ? [day.date] : [],
        ),
      )
    : null;
  let left = due.n;
  for (let date = next.from; date < next.to; date = addDays(date, 1)) {
    if (open ? open.has(date) : weekdayOf(date) <= 5) left -= 1;
    if (left === 0) return date;
  }
  return addDays(next.to, -1);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** Rows per import and month: a file of June with a few rows of July is of June. */
async function findImportsOf(institution: Institution, dataset: Dataset, month: Period) {
  const { ledger, facts } = institution;
  const records = ledger.listImports({ dataset: dataset.id });
  const date = dataset.id === STANDING ? null : printFactDate(dataset);
  // A file of absences holds those of many months.
  const spreads = OF_CAPACITY.includes(dataset.id);
  const toItem = (id: string, file: string, at: string, rows: number) => ({ id, file, at, rows });
  if (date === null)
    return records
      .filter(({ counts }) => counts.accepted + counts.updated > 0)
      .map(({ id, file_name, imported_at, counts }) =>
        toItem(id, file_name, imported_at, counts.accepted + counts.updated),
      );
  const rows = await facts.duck.rows(
    `select seq, max(n) filter (where month = '${month.text}') as own, max(n) as most from (select _import as seq, strftime(${date}, '%Y-%m') as month, count(*) as n from ${rowsTable(dataset)} where ${date} is not null group by 1, 2) group by 1`,
  );
  const counts = new Map(
    rows.map(({ seq, own, most }) => [Number(seq), { own: Number(own ?? 0), most: Number(most) }]),
  );
  return records.flatMap(({ seq, id, file_name, imported_at }) => {
    const { own, most } = counts.get(seq) ?? { own: 0, most: 0 };
    return own > 0 && (spreads || own * 2 >= most) ? [toItem(id, file_name, imported_at, own)] : [];
  });
}

/**
 * Which files a month needs, from whom and by when, which came, in time or not, and what waits for
 * those that did not. Data without a date (units, clients) are there once any file of them is.
 *
 * @param period any period; its last month is meant
 * @param today local date of the institution
 */
export async function listAgenda(institution: Institution, period: string, today: string): Promise<Agenda> {
  const { content } = institution;
  const month = toMonth(period);
  const written = findAgenda(institution);
  const zone = content.catalogue.settings.default_zone;
  const toDate = (at: string) => toLocal(parseInstant(at, 'UTC') ?? 0n, zone).date;
  const items: AgendaItem[] = [];
  for (const entry of written ?? suggestEntries(institution)) {
    const dataset = content.catalogue.datasets.get(entry.dataset);
    // A pack that went took its data set along; the entry stays as it was written.
    if (!dataset || dataset.derived) continue;
    const imports = await findImportsOf(institution, dataset, month);
    const due_date = toDueDate(institution, month, entry.due);
    const received = imports.map(({ at }) => toDate(at)).sort()[0] ?? null;
    items.push({
      ...entry,
      dataset_name: dataset.name,
      due_date,
      state: received !== null ? 'received' : today > due_date ? 'late' : 'waiting',
      received,
      came_late:
        received !== null &&
        dataset.id !== STANDING &&
        printFactDate(dataset) !== null &&
        received > due_date &&
        received <= addDays(due_date, LATE_DAYS),
      imports,
      indicators: listWaiting(institution, dataset.id),
    });
  }
  const count = (state: AgendaState) => items.filter((item) => item.state === state).length;
  return {
    month: month.text,
    written: written !== null,
    received: count('received'),
    late: count('late'),
    came_late: items.filter(({ came_late }) => came_late).length,
    items,
  };
}
