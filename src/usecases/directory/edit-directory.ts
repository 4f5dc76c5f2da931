import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Dataset,
  isDate,
  type LocalText,
  type Problem,
  Refusal,
  type Scope,
  toSlug,
} from '../../kernel/index.ts';
import { quoteText } from '../../engine/index.ts';
import { sayFinding, sayProblem } from '../../sentences/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { inScope } from './list-directory.ts';

/** Data sets of the directory that a form edits. */
export const DIRECTORY_DATASETS = ['units', 'staff', 'absences'] as const;
export type DirectoryDataset = (typeof DIRECTORY_DATASETS)[number];

/** What an edit needs of the way in: a file of a data set, tried or kept. */
export interface BringRequest {
  readonly dataset: string;
  readonly file: string;
  readonly dry_run: boolean;
}
export interface Brought {
  readonly record: { readonly id: string } | null;
  readonly counts: { readonly accepted: number; readonly updated: number; readonly duplicate: number };
  readonly problems: readonly Problem[];
}
export type Bring = (request: BringRequest) => Promise<Brought>;

export interface DirectoryEdit {
  readonly dataset: DirectoryDataset;
  /** Cells by name of column; an empty one is none. */
  readonly row: Readonly<Record<string, string>>;
}

export interface DirectoryEdited {
  /** The import it came in with, which `undo` takes back; null where it said what holds already. */
  readonly import: string | null;
  readonly what: 'added' | 'corrected' | 'same';
  readonly finding: LocalText;
}

/**
 * Adds or corrects one row of the directory the only way in: a small file of that data set, brought
 * like any other, so that its bytes are kept, it is traced and an undo takes it back. A row with the
 * same key is a correction. Who reaches some units only may note absences of people posted there.
 *
 * @param bring the way in, as `importFile` is
 */
export async function editDirectory(
  institution: Institution,
  scope: Scope,
  edit: DirectoryEdit,
  bring: Bring,
): Promise<DirectoryEdited> {
  const dataset = getDataset(institution.content, edit.dataset);
  const row = readRow(dataset, edit.row);
  await refuseOutside(institution, scope, edit.dataset, row);
  await refuseUnknown(institution, edit.dataset, row);
  const file = join(institution.facts.temp, nameFile(dataset, row));
  const { ledger, ports } = institution;
  const mark = `${ports.clock()} #${ledger.listImports({ include_undone: true }).length + 1}`;
  await writeFile(file, printFile(dataset, row, mark));
  try {
    const tried = await bring({ dataset: dataset.id, file, dry_run: true });
    const [problem] = tried.problems;
    if (problem)
      throw new Refusal('directory-row-wrong', {
        es: sayProblem({ ...problem, where: {} }, 'es'),
        en: sayProblem({ ...problem, where: {} }, 'en'),
      });
    if (tried.counts.duplicate > 0)
      return { import: null, what: 'same', finding: sayFinding('directory-same') };
    const kept = await bring({ dataset: dataset.id, file, dry_run: false });
    const what = kept.counts.updated > 0 ? 'corrected' : 'added';
    const id = kept.record?.id ?? '';
    return { import: id, what, finding: sayFinding('directory-kept', { what, import: id }) };
  } finally {
    await rm(file, { force: true });
  }
}

/** Cells of the data set's own columns, trimmed; refuses a column it does not have and one it needs. */
function readRow(dataset: Dataset, given: DirectoryEdit['row']): ReadonlyMap<string, string> {
  const names = new Set(dataset.columns.map(({ name }) => name));
  const stranger = Object.keys(given).find((name) => !names.has(name));
  if (stranger !== undefined) throw new Refusal('directory-column-unknown', { column: stranger });
  const row = new Map<string, string>();
  for (const { name, type, required, label } of dataset.columns) {
    // eslint-disable-next-line no-control-regex -- a cell is one line
    const cell = (given[name] ?? '').replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
    if (cell === '' && required) throw new Refusal('directory-cell-missing', { es: label.es, en: label.en });
    if (cell !== '' && type === 'date' && !isDate(cell))
      throw new Refusal('directory-date-wrong', { es: label.es, en: label.en, value: cell });
    row.set(name, cell);
  }
  return row;
}

/** A supervisor notes absences of her people; posts and units are the analyst's. */
async function refuseOutside(
  { facts }: Institution,
  scope: Scope,
  dataset: DirectoryDataset,
  row: ReadonlyMap<string, string>,
): Promise<void> {
  if (scope.units === null) return;
  if (dataset !== 'absences') throw new Refusal('directory-absences-only');
  const person = row.get('person') ?? '';
  const [from, to] = [row.get('from') ?? '', row.get('to') ?? ''];
  const [found] = await facts.duck.rows(`
select count(*) as n from assignments where person = ${quoteText(person)} and ${inScope('unit', scope)}
   and from_date <= date ${quoteText(to)} and to_date >= date ${quoteText(from)}`);
  if (Number(found?.['n'] ?? 0) === 0) throw new Refusal('out-of-scope', { person });
}

/** A misspelt name would be kept and change nothing: an absence is of somebody with a post, a calendar one there is. */
async function refuseUnknown(
  { facts, content }: Institution,
  dataset: DirectoryDataset,
  row: ReadonlyMap<string, string>,
): Promise<void> {
  if (dataset === 'absences') {
    const person = row.get('person') ?? '';
    const [found] = await facts.duck.rows(
      `select count(*) as n from assignments where person = ${quoteText(person)}`,
    );
    if (Number(found?.['n'] ?? 0) === 0) throw new Refusal('directory-person-unknown', { person });
  }
  const calendar = row.get('calendar') ?? '';
  if (calendar !== '' && !content.catalogue.calendars.has(calendar))
    throw new Refusal('calendar-not-found', { calendar, calendars: [...content.catalogue.calendars.keys()] });
  const zone = row.get('time_zone') ?? '';
  if (zone !== '' && !Intl.supportedValuesOf('timeZone').includes(zone) && zone !== 'UTC')
    throw new Refusal('directory-zone-unknown', { zone });
}

function nameFile(dataset: Dataset, row: ReadonlyMap<string, string>): string {
  const key = dataset.key.map((name) => toSlug(row.get(name) ?? '')).filter((part) => part !== '');
  return `${toSlug(dataset.name.es)}-${key.join('-')}.csv`.slice(0, 120);
}

const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * The row as a file. When it was noted, and after how many imports, stands in a column of its own, which no data set reads: the
 * same correction made twice is two files, so that what was corrected back and forth comes out right.
 */
function printFile(dataset: Dataset, row: ReadonlyMap<string, string>, mark: string): string {
  const columns = dataset.columns.filter(({ name, required }) => required || (row.get(name) ?? '') !== '');
  const header = [...columns.map(({ name }) => name), 'noted_in_circuito'];
  const cells = [...columns.map(({ name }) => row.get(name) ?? ''), mark];
  return `${header.join(',')}\n${cells.map(quote).join(',')}\n`;
}
