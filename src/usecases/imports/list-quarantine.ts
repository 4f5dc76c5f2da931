import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Problem, Refusal } from '../../kernel/index.ts';
import {
  CORRECTION_COLUMN,
  escapeForSpreadsheet,
  isCorrectionHeader,
  printCells,
  REASON_COLUMN,
  writeXlsx,
} from '../../facts/index.ts';
import type { ImportRecord, QuarantineRow } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import type { SettledIntake } from '../sync-facts.ts';
import { ownHeader } from './find-corrections.ts';
import { toRowProblem } from './quarantine-row.ts';

/** A row that waits, and why. */
export type WaitingRow = QuarantineRow & { readonly problem: Problem };
type Row = WaitingRow;

export interface QuarantineList {
  readonly rows: readonly Row[];
}

/** A file written with rows to correct. */
export interface QuarantineFile {
  readonly path: string;
  readonly dataset: string;
  readonly rows: number;
}

/** Rows that still wait to be corrected, oldest import first. */
export function listQuarantine(institution: Institution): QuarantineList {
  const rows = institution.ledger.quarantineOf({ state: 'open' });
  return { rows: rows.map((row) => ({ ...row, problem: toRowProblem(row.file_name, row) })) };
}

/** Rows that can stand in one file: of one data set, with the same columns, read the same way. */
export interface CorrectionGroup {
  readonly record: ImportRecord;
  readonly rows: GroupedRow[];
}
type Group = CorrectionGroup;

/** A row by its cells in the user's own columns, and those beyond the header of its file. */
export type GroupedRow = Row & {
  readonly own: readonly string[];
  readonly beyond: readonly string[];
  /** Position among its own cells of the one to blame; null where no one cell is. */
  readonly blamed: number | null;
};

function toGroupedRow(record: ImportRecord, row: Row): GroupedRow {
  const { named_columns } = record.detected['settled'] as SettledIntake;
  const columns = ownColumns(record);
  const blamed = row.column === null ? -1 : columns.indexOf(row.column - 1);
  return {
    ...row,
    own: columns.map((index) => row.cells[index] ?? ''),
    beyond: row.cells.slice(named_columns).map((cell) => cell ?? ''),
    blamed: blamed < 0 ? null : blamed,
  };
}

/** Rows by what can stand in one file; those of event logs, which are corrected themselves, are left out. */
export function groupRows(institution: Institution, rows: readonly Row[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const record = institution.ledger.findImport(row.import_id)!;
    // A case of an event log is corrected in the log: one of its events alone would make another case.
    if (record.mapping?.['log']) continue;
    const key = JSON.stringify([record.dataset, ownHeader(record.header), toReadingKey(record)]);
    const group = groups.get(key) ?? { record, rows: [] };
    group.rows.push(toGroupedRow(record, row));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What decides how the cells of an import are read, beside its columns. */
function toReadingKey({ mapping, detected }: ImportRecord): unknown {
  const { columns, constants, codes } = (mapping ?? {}) as Record<string, unknown>;
  const forms = (detected['settled'] as SettledIntake).readings.map(([name, reading]) => [
    name,
    reading.kind === 'date' ? reading.form : reading.kind === 'number' ? reading.mark : '',
  ]);
  return [columns, constants, codes, forms];
}

/**
 * Writes the rows to correct with their own headers, the reason beside each, and a column that
 * tells them when they come back through `import`. Rows of another data set, or with other
 * columns, go to files beside the first: `corregir.csv`, `corregir-2.csv`... A CSV keeps the
 * separator of the original. Refuses when nothing waits, and when all that waits came from event
 * logs, which are corrected themselves.
 *
 * @param say writes the reason of one row in the reader's language
 */
export async function writeQuarantine(
  institution: Institution,
  path: string,
  say: (problem: Problem) => string,
): Promise<QuarantineFile[]> {
  const { rows } = listQuarantine(institution);
  if (rows.length === 0) throw new Refusal('nothing-to-correct', {});
  const groups = groupRows(institution, rows);
  if (groups.length === 0)
    throw new Refusal('correct-the-log', { files: [...new Set(rows.map((row) => row.file_name))] });
  const written: QuarantineFile[] = [];
  for (const [index, group] of groups.entries()) {
    const kind = extname(path);
    const file = index === 0 ? path : `${path.slice(0, path.length - kind.length)}-${index + 1}${kind}`;
    await writeGroup(file, group, say);
    written.push({ path: file, dataset: group.record.dataset, rows: group.rows.length });
  }
  return written;
}

/** Positions of the columns of a record's file that are the user's own. */
export function ownColumns(record: ImportRecord): number[] {
  const { named_columns } = record.detected['settled'] as SettledIntake;
  return record.header
    .slice(0, named_columns)
    .flatMap((name, index) => (isCorrectionHeader(name) ? [] : [index]));
}

/** Writes the rows of one group to a file; see `writeQuarantine`. */
export async function writeGroup(
  path: string,
  { record, rows }: Group,
  say: (problem: Problem) => string,
): Promise<void> {
  const { delimiter } = record.detected['settled'] as SettledIntake;
  const head = [
    ...ownColumns(record).map((index) => record.header[index]!),
    CORRECTION_COLUMN,
    REASON_COLUMN,
  ];
  const lines = rows.map((row) => [
    ...row.own,
    `${row.import_id}:${row.ordinal}`,
    say(row.problem),
    // Cells beyond the header stay beyond it: the row is wrong until somebody moves them.
    ...row.beyond,
  ]);
  if (extname(path).toLowerCase() === '.xlsx') {
    await writeXlsx(path, [{ name: record.dataset, header: head, rows: lines }]);
    return;
  }
  // With the mark in front, spreadsheets read the accents of a CSV as they are.
  const text = [head, ...lines].map(
    (cells) => `${printCells(cells.map(escapeForSpreadsheet), delimiter ?? ',')}\r\n`,
  );
  await writeFile(path, `\uFEFF${text.join('')}`);
}
