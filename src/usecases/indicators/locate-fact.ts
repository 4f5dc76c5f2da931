import { type Column, type Language, type LocalText, Refusal } from '../../kernel/index.ts';
import { quoteName, quoteText, type RowsPlan } from '../../engine/index.ts';
import { type Cell, keptScale, type Row, rowsTable } from '../../facts/index.ts';
import { printQuantity } from '../../sentences/index.ts';
import type { ImportRecord } from '../../ledger/index.ts';
import { findLines } from '../find-lines.ts';
import type { Institution } from '../institution.ts';
import { readCorrectedRows } from '../read-corrected-rows.ts';
import type { SettledIntake } from '../sync-facts.ts';
import { findWorkedRecord, isWorked } from '../worked-source.ts';
import { type PageInput, planPage } from './page-rows.ts';
import { identityOf, loadProtection, type Protect } from './protect-identity.ts';

/** One version of a fact: the file that brought it and what it changed of the one before. */
export interface FactVersion {
  readonly import: string;
  readonly file: string;
  readonly imported_at: string;
  readonly in_force: boolean;
  readonly changed: readonly {
    readonly column: string;
    readonly label: LocalText;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export interface LocatedFact {
  readonly import: string;
  readonly file: string;
  /** Null for a case put together from the events of a log: it stands on several lines. */
  readonly line: number | null;
  /** Oldest first. */
  readonly versions: readonly FactVersion[];
  /** Times it was corrected by hand before it could be read, oldest first; empty for a row read as it came. */
  readonly corrections: readonly FactCorrection[];
}

/** One time a row was corrected by hand: by whom, and which cells of which line. */
export interface FactCorrection {
  readonly at: string;
  /** Name of who corrected it; null for a command on the folder. */
  readonly by_name: string | null;
  readonly import: string;
  readonly file: string;
  readonly line: number | null;
  /** Cells of the columns that are read; names that are protected are codes here too. */
  readonly cells: readonly {
    readonly header: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export type LocateInput = Omit<PageInput, 'order' | 'offset' | 'limit' | 'state' | 'key_has'> & {
  /** Import and position among the records of its file, as a page says them. */
  readonly seq: number;
  readonly row: number;
};

/**
 * Where a fact behind a figure stands in the file that brought it, and what each file changed of
 * it. Refuses (`fact-not-found`) a fact that is not behind that figure, or not for that person.
 */
export async function locateFact(institution: Institution, input: LocateInput): Promise<LocatedFact> {
  const { seq, row, ...rest } = input;
  const { plan } = await planPage(
    institution,
    {
      ...rest,
      state: 'all',
      key_has: null,
      order: { by: 'date', descending: false },
      offset: 0,
      limit: 1,
    },
    { seq, row },
  );
  const [found] = plan.dataset.derived ? [] : await institution.facts.duck.rows(plan.sql);
  if (!found) throw new Refusal('fact-not-found', { indicator: input.indicator });
  const [source] = await findLines(institution, [{ seq, row }]);
  const protect = await loadProtection(institution, input.language);
  const names = { ...input, protect };
  return {
    ...source!,
    versions: await readVersions(institution, plan, found, names),
    corrections: await readCorrections(institution, plan, { seq, row }, names),
  };
}

interface Names {
  readonly protect: Protect;
  readonly sees_people: boolean;
  readonly language: Language;
}

/** Who corrected the fact by hand. Of columns that nothing reads no cell is told: it may hold a name. */
async function readCorrections(
  institution: Institution,
  { dataset }: RowsPlan,
  place: { readonly seq: number; readonly row: number },
  names: Names,
): Promise<FactCorrection[]> {
  const { ledger } = institution;
  const record = ledger.listImports().find(({ seq }) => seq === place.seq);
  const [found] = record ? await readCorrectedRows(institution, record, [place.row]) : [];
  if (!record || !found) return [];
  const columns = toColumnsRead(record);
  return found.steps.map(({ at, by, from, cells }) => ({
    at,
    by_name: by === null ? null : (ledger.people.find(by)?.name ?? by),
    ...from,
    cells: cells.flatMap(({ header, from: was, to }) => {
      const read = columns.get(header) ?? [];
      if (read.length === 0) return [];
      const identity = read.map((name) => identityOf(dataset, name)).find((each) => each !== null) ?? null;
      const hide = (text: string | null) =>
        identity === null || (identity === 'person' && names.sees_people)
          ? text
          : names.protect(identity, text);
      return [{ header, from: hide(was), to: hide(to) }];
    }),
  }));
}

/** Columns of the data set that each header of an import's file gives. */
function toColumnsRead({ header, detected }: ImportRecord): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, source] of (detected['settled'] as SettledIntake).sources) {
    const indexes =
      source.kind === 'one' ? [source.index] : source.kind === 'date-time' ? [source.date, source.time] : [];
    for (const index of indexes)
      found.set(header[index] ?? '', [...(found.get(header[index] ?? '') ?? []), name]);
  }
  return found;
}

async function readVersions(
  institution: Institution,
  plan: RowsPlan,
  fact: Row,
  names: Names,
): Promise<FactVersion[]> {
  const { dataset } = plan;
  const face = ({ name, type }: Column) => (type === 'instant' ? `${name}_local` : quoteName(name));
  const conditions = plan.keys.map(({ name, sql_name }) => {
    const value = fact[sql_name] ?? null;
    const column = face(dataset.columns.find((item) => item.name === name)!);
    return value === null ? `${column} is null` : `${column}::varchar = ${quoteText(String(value))}`;
  });
  const select = dataset.columns.map((column) => `${face(column)} as ${quoteName(column.name)}`);
  const rows = await institution.facts.duck.rows(
    `select ${select.join(', ')}, _import as import_seq, _row as import_row, _current as in_force from ${rowsTable(dataset)} where ${conditions.join(' and ')} order by _import, _row`,
  );
  const records = new Map(institution.ledger.listImports().map((record) => [record.seq, record]));
  const print = (column: Column, cell: Cell): string | null => {
    const text = printCell(column, cell, names.language);
    const identity = identityOf(dataset, column.name);
    return identity === null || (identity === 'person' && names.sees_people)
      ? text
      : names.protect(identity, text);
  };
  return rows.flatMap((version, index) => {
    const seq = Number(version['import_seq']);
    const record = isWorked(seq)
      ? findWorkedRecord(institution, Number(version['import_row']))
      : records.get(seq);
    if (!record) return [];
    const before = index === 0 ? null : rows[index - 1]!;
    const changed = dataset.columns.filter(
      ({ name }) => before !== null && String(before[name]) !== String(version[name]),
    );
    return {
      import: record.id,
      file: record.file_name,
      imported_at: record.imported_at,
      in_force: version['in_force'] === true,
      changed: changed.map((column) => ({
        column: column.name,
        label: column.label,
        from: print(column, before![column.name] ?? null),
        to: print(column, version[column.name] ?? null),
      })),
    };
  });
}

/** A kept cell as a person writes it: durations and decimals in the unit of their column. */
function printCell(column: Column, cell: Cell, language: Language): string | null {
  if (cell === null) return null;
  if (typeof cell !== 'bigint' || (column.type !== 'duration' && column.type !== 'decimal'))
    return String(cell);
  const amount = Number(cell) / Number(keptScale(column));
  return printQuantity(amount, column.measured_in ?? 'min', language);
}
