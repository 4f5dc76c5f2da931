import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { CaseKind } from '../kernel/index.ts';
import type { CaseRecord } from './case-record.ts';
import { DUE_ORDER, fromCaseRow, toSearchWords } from './case-row.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { prepareOnce } from './row-image.ts';

type Spot = Pick<CaseGroup, 'procedure' | 'state' | 'unit'>;

/** Somebody, and the groups of cases in nobody's hands that wait for them. */
export interface DeskFilter {
  readonly person: string;
  readonly places: readonly Spot[];
}

/** Which cases are asked for. A list left out, or null, does not limit. */
export interface CaseFilter {
  readonly units?: readonly string[] | null;
  readonly processes?: readonly string[] | null;
  readonly kind?: CaseKind;
  readonly procedure?: string;
  readonly state?: string;
  readonly states?: readonly string[];
  /** Of these groups alone: each a procedure, a state of it and a unit. */
  readonly places?: readonly Spot[];
  /** Id of a person; null for those of nobody. */
  readonly assigned?: string | null;
  /** In the hands of this person, or in nobody's and of one of these groups: what is on their desk. */
  readonly desk?: DeskFilter;
  /** Finished ones too. */
  readonly all?: boolean;
  /** Deadlines of those whose clock still counts, half-open; instants. */
  readonly due?: { readonly from?: string; readonly to?: string };
  /** Those that wait, or nobody knows a deadline for. */
  readonly without_due?: 'waiting' | 'unknown';
  /** Number, core number, client, or words of what was written; each must be there, from its beginning. */
  readonly text?: string;
  /** Numbers of cases that are left out. */
  readonly except?: readonly string[];
}

/** A page of cases and how many there are in all. */
export interface CasePage {
  readonly cases: readonly CaseRecord[];
  readonly of: number;
}

/** How many unfinished cases are alike in all that lists are filtered by. */
export interface CaseGroup {
  readonly kind: CaseKind;
  readonly procedure: string;
  readonly process: string;
  readonly state: string;
  readonly unit: string;
  readonly assigned_to: string | null;
  /** Whether their clock has stopped: answered, and to be closed. The others are open. */
  readonly answered: boolean;
  readonly n: number;
}

type Part = readonly [sql: string, ...values: SQLInputValue[]];

/** The most words of a question that are looked up. */
const MOST_ASKED = 6;
const NUMBERED = /^[a-z]+-\d{4}/;
/** After every word that begins with another. */
const AFTER = '\u{10FFFF}';

const within = (column: string, names: readonly string[]): Part => [
  `${column} IN (${names.map(() => '?').join(', ')})`,
  ...names,
];

const BEGINS = 'SELECT ordinal FROM case_words WHERE word >= ? AND word < ?';

/** Ordinals of the cases a text is found in: the whole of it as one word, or each of its words. */
function toFound(text: string): Part {
  const whole = text.trim().toLowerCase();
  // A number is looked for whole: its parts are in the numbers of other series.
  const words = NUMBERED.test(whole) ? [] : toSearchWords(text).slice(0, MOST_ASKED);
  const sets = words.map(() => BEGINS).join(' INTERSECT ');
  const values = words.flatMap((word) => [word, `${word}${AFTER}`]);
  const isOne = words.length === 1 && words[0] === whole;
  if (words.length === 0 || isOne) return [BEGINS, whole, `${whole}${AFTER}`];
  return [`${sets} UNION ${BEGINS}`, ...values, whole, `${whole}${AFTER}`];
}

/** As `json_array` writes it. */
function toPlaceKey({ procedure, state, unit }: Spot): string {
  return JSON.stringify([procedure, state, unit]);
}

function toDueParts({ due, without_due }: CaseFilter): Part[] {
  if (without_due !== undefined) return [['due_order = ?', DUE_ORDER[without_due]]];
  if (due === undefined) return [];
  return [
    ['due_order < ?', DUE_ORDER.answered],
    ...(due.from === undefined ? [] : [['due_order >= ?', due.from] as const]),
    ...(due.to === undefined ? [] : [['due_order < ?', due.to] as const]),
  ];
}

function toParts(filter: CaseFilter): Part[] {
  const { units = null, processes = null, states, assigned, places } = filter;
  const parts: Part[] = [filter.all === true ? ['final IN (0, 1)'] : ['final = 0']];
  if (units !== null) parts.push(within('unit', units));
  if (processes !== null) parts.push(within('process', processes));
  if (states !== undefined) parts.push(within('state', states));
  for (const column of ['kind', 'procedure', 'state'] as const) {
    const value = filter[column];
    if (value !== undefined) parts.push([`${column} = ?`, value]);
  }
  if (places !== undefined)
    parts.push([
      'json_array(procedure, state, unit) IN (SELECT value FROM json_each(?))',
      JSON.stringify(places.map(toPlaceKey)),
    ]);
  if (filter.desk !== undefined)
    parts.push([
      '(assigned_to IS ? OR (assigned_to IS NULL AND json_array(procedure, state, unit) IN (SELECT value FROM json_each(?))))',
      filter.desk.person,
      JSON.stringify(filter.desk.places.map(toPlaceKey)),
    ]);
  if (assigned !== undefined) parts.push(['assigned_to IS ?', assigned]);
  if (filter.except !== undefined)
    parts.push(['number NOT IN (SELECT value FROM json_each(?))', JSON.stringify(filter.except)]);
  return [...parts, ...toDueParts(filter)];
}

const ORDERS = {
  due: 'due_order, number',
  opened: 'opened_at DESC, number DESC',
  number: 'ordinal DESC',
} as const;
export type CaseOrder = keyof typeof ORDERS;

interface PageQuestion {
  readonly order?: CaseOrder;
  readonly limit: number;
  readonly offset?: number;
}

/** Up to so many cases found by a text are looked at one by one; of more the index is read through. */
const FEW = 2000;

/** What a smaller index knows: deadlines of open cases by unit. */
const BY_UNIT: ReadonlySet<string> = new Set(['units', 'due', 'without_due']);

const whereOf = (parts: readonly Part[]): string => parts.map(([sql]) => sql).join(' AND ');
const valuesOf = (parts: readonly Part[]): SQLInputValue[] => parts.flatMap(([, ...given]) => given);

/** A page of what a text is found in: filtered once, then counted and put in order. */
function findPage(
  db: DatabaseSync,
  parts: readonly Part[],
  [found, ...words]: Part,
  { order = 'due', limit, offset = 0 }: PageQuestion,
): { readonly numbers: readonly string[]; readonly of: number } {
  const few = db.prepare(`${found} LIMIT ${FEW + 1}`).all(...words);
  const isFew = few.length <= FEW;
  const from = isFew ? 'cases' : 'cases INDEXED BY cases_in_order';
  const within = isFew ? 'SELECT value FROM json_each(?)' : found;
  const given = isFew ? [JSON.stringify(few.map(({ ordinal }) => ordinal))] : words;
  const matched = `SELECT number, due_order, opened_at, ordinal FROM ${from}
    WHERE ${whereOf(parts)} AND ordinal IN (${within})`;
  const rows = db
    .prepare(
      `WITH matched AS MATERIALIZED (${matched})
       SELECT number, (SELECT count(*) FROM matched) AS n FROM matched ORDER BY ${ORDERS[order]} LIMIT ? OFFSET ?`,
    )
    .all(...valuesOf(parts), ...given, limit, offset);
  if (rows.length === 0 && offset > 0) return { numbers: [], of: offset };
  return { numbers: rows.map(({ number }) => number as string), of: (rows[0]?.['n'] ?? 0) as number };
}

/** Whether cases alike are on somebody's desk. */
export function isOnDesk({
  person,
  places,
}: DeskFilter): (group: Spot & Pick<CaseGroup, 'assigned_to'>) => boolean {
  const keys = new Set(places.map(toPlaceKey));
  return (group) =>
    group.assigned_to === person || (group.assigned_to === null && keys.has(toPlaceKey(group)));
}

/** How many unfinished cases match, by the groups kept beside; null where groups do not say. */
function countByGroups(filter: CaseFilter, groups: () => readonly CaseGroup[]): number | null {
  const { units = null, processes = null, states, assigned, kind, procedure, state } = filter;
  const places = filter.places && new Set(filter.places.map(toPlaceKey));
  if (filter.all === true || filter.except !== undefined) return null;
  if (filter.due !== undefined || filter.without_due !== undefined) return null;
  const onDesk = filter.desk === undefined ? null : isOnDesk(filter.desk);
  const fits = (group: CaseGroup): boolean =>
    (onDesk === null || onDesk(group)) &&
    (units === null || units.includes(group.unit)) &&
    (processes === null || processes.includes(group.process)) &&
    (states === undefined || states.includes(group.state)) &&
    (assigned === undefined || assigned === group.assigned_to) &&
    (places === undefined || places.has(toPlaceKey(group))) &&
    (kind ?? group.kind) === group.kind &&
    (procedure ?? group.procedure) === group.procedure &&
    (state ?? group.state) === group.state;
  return groups().reduce((sum, group) => (fits(group) ? sum + group.n : sum), 0);
}

/**
 * A page of the cases that match, in order. Filters and orders are columns of one index, so that only
 * the rows of the page are read. `groups` counts open cases without reading them.
 */
export function listCases(
  { db }: LedgerDatabase,
  filter: CaseFilter,
  page: PageQuestion,
  groups: () => readonly CaseGroup[],
): CasePage {
  const parts = toParts(filter);
  const text = filter.text?.trim() ?? '';
  const get = prepareOnce(db, 'SELECT * FROM cases WHERE number = ?');
  const load = (number: string): CaseRecord => fromCaseRow(get.get(number) ?? {});
  if (text !== '') {
    const { numbers, of } = findPage(db, parts, toFound(text), page);
    return { cases: numbers.map(load), of };
  }
  const { order = 'due', limit, offset = 0 } = page;
  const from = `FROM cases INDEXED BY cases_in_order WHERE ${whereOf(parts)}`;
  const values = valuesOf(parts);
  // Texts are few: lists are of a length that depends on the reader's reach alone.
  const isByUnit = Object.keys(filter).every((name) => BY_UNIT.has(name)) && (filter.units ?? null) !== null;
  const counted = isByUnit ? from.replace('cases_in_order', 'cases_due_by_unit') : from;
  const of =
    countByGroups(filter, groups) ??
    (db.prepare(`SELECT count(*) AS n ${counted}`).get(...values)?.['n'] as number);
  if (limit === 0) return { cases: [], of };
  const rows = db
    .prepare(`SELECT number ${from} ORDER BY ${ORDERS[order]} LIMIT ? OFFSET ?`)
    .all(...values, limit, offset);
  return { cases: rows.map(({ number }) => load(number as string)), of };
}

/** Unfinished cases counted by everything a list is filtered by, those answered apart. */
export function groupCases({ db }: LedgerDatabase): CaseGroup[] {
  const rows = prepareOnce(
    db,
    `SELECT kind, procedure, process, state, unit, assigned_to, due_order = '${DUE_ORDER.answered}' AS answered, count(*) AS n
     FROM cases INDEXED BY cases_in_order WHERE final = 0 GROUP BY 1, 2, 3, 4, 5, 6, 7`,
  ).all() as unknown as (Omit<CaseGroup, 'answered'> & { readonly answered: number })[];
  return rows.map((row) => ({ ...row, answered: row.answered === 1 }));
}
