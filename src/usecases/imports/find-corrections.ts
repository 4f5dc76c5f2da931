import type { Dataset } from '../../kernel/index.ts';
import {
  findCorrectionColumn,
  isCorrectionHeader,
  type Mapping,
  printSource,
  type PreparedFile,
} from '../../facts/index.ts';
import type { ImportRecord, QuarantineKey } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';

/** What a file of corrected rows brings back. */
export interface Corrections {
  readonly keys: readonly QuarantineKey[];
  /** The cells those rows had in the file of `original`. */
  readonly cells: readonly (readonly (string | null)[])[];
  /** The import most of its rows come from: what it settled settles them again. */
  readonly original: ImportRecord;
}

/** The names of the columns that the user's own files have. */
export function ownHeader(header: readonly string[]): string[] {
  return header.filter((name) => !isCorrectionHeader(name));
}

/** The equivalence of an earlier import, without what it said of that file's bytes and layout. */
export function toCorrectionMapping(mapping: Mapping | null): Mapping | null {
  if (mapping === null) return null;
  const { encoding: _, delimiter: __, sheet: ___, header_line: ____, ...rest } = mapping;
  return rest;
}

/**
 * Rows that came back still wrong wait under the import that brought them: who corrects a copy
 * taken out before that corrects them too.
 */
function listSuccessors(
  ledger: Institution['ledger'],
  dataset: Dataset,
  keys: readonly QuarantineKey[],
): QuarantineKey[] {
  const records = new Map(ledger.listImports({ dataset: dataset.id }).map((record) => [record.seq, record]));
  const toName = (key: QuarantineKey) => `${records.get(key.import_seq)?.id}:${key.ordinal}`;
  const named = new Set(keys.map(toName));
  const found: QuarantineKey[] = [];
  // In order of import: a row that came back twice is found through the one between.
  for (const row of ledger.quarantineOf({ dataset: dataset.id })) {
    const column = findCorrectionColumn(records.get(row.import_seq)?.header ?? []);
    const before = column < 0 ? null : (row.cells[column] ?? null);
    if (before === null || !named.has(before.trim().toLowerCase()) || named.has(toName(row))) continue;
    found.push({ import_seq: row.import_seq, ordinal: row.ordinal });
    named.add(toName(row));
  }
  return found;
}

/**
 * Which rows of earlier imports a file brings back: those its correction column names, whatever
 * became of them. One that is still wrong waits as a row of the new import, not twice. Null when
 * the file names none.
 */
export async function findCorrections(
  { ledger, facts }: Institution,
  dataset: Dataset,
  prepared: PreparedFile,
): Promise<Corrections | null> {
  const index = findCorrectionColumn(prepared.header);
  if (index < 0) return null;
  const rows = await facts.duck.rows(
    `select trim(c${index}) as name, count(*) as n from ${printSource(prepared)} where c${index} is not null group by 1 order by 2 desc, 1`,
  );
  const records = new Map(ledger.listImports({ dataset: dataset.id }).map((record) => [record.id, record]));
  const waiting = new Map<string, Set<number>>();
  const keys: QuarantineKey[] = [];
  const weights = new Map<ImportRecord, number>();
  for (const { name } of rows) {
    const [id = '', ordinal = ''] = String(name).toLowerCase().split(':');
    const record = records.get(id);
    if (!record) continue;
    const known =
      waiting.get(id) ?? new Set(ledger.quarantineOf({ import: record.seq }).map((row) => row.ordinal));
    waiting.set(id, known);
    if (!known.has(Number(ordinal))) continue;
    keys.push({ import_seq: record.seq, ordinal: Number(ordinal) });
    weights.set(record, (weights.get(record) ?? 0) + 1);
  }
  keys.push(...listSuccessors(ledger, dataset, keys));
  const [most] = [...weights].sort((a, b) => b[1] - a[1] || b[0].seq - a[0].seq);
  if (!most) return null;
  const original = most[0];
  const named = new Set(keys.filter((key) => key.import_seq === original.seq).map((key) => key.ordinal));
  const rowsOf = ledger.quarantineOf({ import: original.seq }).filter((row) => named.has(row.ordinal));
  return { keys, original, cells: rowsOf.map((row) => row.cells) };
}
