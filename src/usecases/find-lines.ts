import type { ImportRecord } from '../ledger/index.ts';
import type { Institution } from './institution.ts';
import { openRawFile } from './sync-facts.ts';
import { findWorkedCase, isWorked, WORKED_IMPORT } from './worked-source.ts';

/**
 * Where a fact came from: its import and file, and the line (or spreadsheet row) it stands on there.
 * Of a case worked here the file is its number and there is no line.
 */
export interface FactSource {
  readonly import: string;
  readonly file: string;
  /** Null for a case worked here, and for one put together from the events of a log: it stands on several lines. */
  readonly line: number | null;
}

/** A fact by its import and its position among the records of that file. */
export interface FactPlace {
  readonly seq: number;
  readonly row: number;
}

/**
 * Finds the file and line of facts in the raw files they came from, one pass over each file.
 *
 * @returns for each place, in order, its source
 */
export async function findLines(
  institution: Institution,
  places: readonly FactPlace[],
): Promise<readonly FactSource[]> {
  const records = new Map(
    institution.ledger.listImports({ include_undone: true }).map((record) => [record.seq, record]),
  );
  const wanted = Map.groupBy(
    places.filter(({ seq }) => !isWorked(seq)),
    ({ seq }) => seq,
  );
  const lines = new Map<number, ReadonlyMap<number, number>>();
  for (const [seq, of] of wanted) {
    institution.ports.progress({ stage: 'locate', done: lines.size, of: wanted.size });
    const rows = of.map(({ row }) => row);
    lines.set(seq, await linesIn(institution, getRecord(records, seq), rows));
  }
  return places.map(({ seq, row }) => {
    if (isWorked(seq))
      return { import: WORKED_IMPORT, file: findWorkedCase(institution, row) ?? '', line: null };
    const record = getRecord(records, seq);
    return { import: record.id, file: record.file_name, line: lines.get(seq)?.get(row) ?? null };
  });
}

function getRecord(records: ReadonlyMap<number, ImportRecord>, seq: number): ImportRecord {
  const record = records.get(seq);
  if (!record) throw new Error(`a fact of import ${seq}, which the ledger does not know`);
  return record;
}

async function linesIn(
  institution: Institution,
  record: ImportRecord,
  rows: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (record.mapping !== null && 'log' in record.mapping) return new Map();
  const prepared = await openRawFile(institution, record);
  try {
    const places = await prepared.locate(rows);
    return new Map([...places].map(([row, { line }]) => [row, line]));
  } finally {
    await prepared.dispose();
  }
}
