import { findCorrectionColumn, isCorrectionHeader, type PreparedFile, undoEscape } from '../facts/index.ts';
import type { ImportRecord, QuarantineRow } from '../ledger/index.ts';
import type { Institution } from './institution.ts';
import { openRawFile } from './sync-facts.ts';

/** A cell that was written anew, by the header of its column; null where there was nothing. */
export interface CorrectedCell {
  readonly header: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One time that a row which could not be read was corrected by hand. */
export interface RowCorrection {
  /** Import that brought it back. */
  readonly import: string;
  readonly at: string;
  /** Id of who corrected it; null for a command on the folder. */
  readonly by: string | null;
  /** Import, file and line in which the row stood as it was before. */
  readonly from: { readonly import: string; readonly file: string; readonly line: number | null };
  /** Cells that changed, in the order of the file; empty for a row that came back as it was. */
  readonly cells: readonly CorrectedCell[];
}

/** A row that an import brought back corrected. */
export interface CorrectedRow {
  /** Position among the records of the file that brought it back, as facts have it. */
  readonly row: number;
  /** From the file it first came in to this one. */
  readonly steps: readonly RowCorrection[];
}

/** A row by its header and its cells, in the import it stands in. */
interface Standing {
  readonly record: ImportRecord;
  readonly cells: readonly (string | null)[];
}

/** Whether rows of an import can be corrected ones: its file has the column that names them. */
export function bringsCorrected(record: Pick<ImportRecord, 'header'>): boolean {
  return findCorrectionColumn(record.header) >= 0;
}

/**
 * The rows that an import brought back corrected: who corrected which cells, from what to what, of
 * which line of which file. Read from the file of corrected rows and the rows that waited, which
 * are both kept as they were. Empty for any other import.
 *
 * @param only positions asked for; all of them where absent
 */
export async function readCorrectedRows(
  institution: Institution,
  record: ImportRecord,
  only?: readonly number[],
): Promise<readonly CorrectedRow[]> {
  if (!bringsCorrected(record)) return [];
  const find = toFinder(institution);
  const prepared = await openRawFile(institution, record);
  try {
    const found: CorrectedRow[] = [];
    for (const [row, cells] of await readCells(prepared, only)) {
      const steps = listSteps({ record, cells }, find);
      if (steps.length > 0) found.push({ row, steps });
    }
    return found.sort((a, b) => a.row - b.row);
  } finally {
    await prepared.dispose();
  }
}

async function readCells(
  prepared: PreparedFile,
  only: readonly number[] | undefined,
): Promise<readonly (readonly [row: number, cells: readonly string[]])[]> {
  const rows = only ?? Array.from({ length: prepared.records }, (_, index) => index + 1);
  const places = await prepared.locate(rows);
  return [...places].map(([row, { cells }]) => [row, cells.map(undoEscape)]);
}

type Find = (name: string) => { readonly record: ImportRecord; readonly row: QuarantineRow } | null;

/** Finds the row that `requests-3f2a91:4` names, also of an import that was undone since. */
function toFinder({ ledger }: Institution): Find {
  const records = new Map(ledger.listImports({ include_undone: true }).map((each) => [each.id, each]));
  const waiting = new Map<string, ReadonlyMap<number, QuarantineRow>>();
  return (name) => {
    const [id = '', ordinal = ''] = name.trim().toLowerCase().split(':');
    const record = records.get(id);
    if (!record) return null;
    const rows =
      waiting.get(id) ??
      new Map(ledger.quarantineOf({ import: record.seq }).map((each) => [each.ordinal, each]));
    waiting.set(id, rows);
    const row = rows.get(Number(ordinal));
    return row ? { record, row } : null;
  };
}

/** A row that came back still wrong and was corrected again has a step for each time. */
function listSteps(last: Standing, find: Find): readonly RowCorrection[] {
  const steps: RowCorrection[] = [];
  let now = last;
  // Each step goes to an earlier import; a name that leads in a circle cannot be of ours.
  for (let at = 0; at < 50; at++) {
    const column = findCorrectionColumn(now.record.header);
    const before = column < 0 ? null : find(now.cells[column] ?? '');
    if (!before || before.record.seq >= now.record.seq) break;
    const { id, file_name } = before.record;
    const earlier = { record: before.record, cells: before.row.cells };
    const { by } = now.record.options;
    steps.unshift({
      import: now.record.id,
      at: now.record.imported_at,
      by: typeof by === 'string' ? by : null,
      from: { import: id, file: file_name, line: before.row.line },
      cells: compareCells(earlier, now),
    });
    now = earlier;
  }
  return steps;
}

function compareCells(before: Standing, after: Standing): CorrectedCell[] {
  const cellsOf = ({ record, cells }: Standing) =>
    new Map(
      record.header.flatMap((header, index) =>
        isCorrectionHeader(header) ? [] : [[header, (cells[index] ?? '').trim()] as const],
      ),
    );
  const [was, is] = [cellsOf(before), cellsOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((header) => {
    const [from, to] = [was.get(header) ?? '', is.get(header) ?? ''];
    return from === to ? [] : [{ header, from: from || null, to: to || null }];
  });
}
