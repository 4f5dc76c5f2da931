import { extname } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { type Problem, Refusal } from '../../kernel/index.ts';
import { escapeForSpreadsheet, printCells, writeXlsx } from '../../facts/index.ts';
import type { QuarantineRow } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { CORRECTION_COLUMN, toRowProblem } from './import-file.ts';

export interface QuarantineList {
  readonly rows: readonly (QuarantineRow & { readonly problem: Problem })[];
}

/** Rows that still wait to be corrected, oldest import first. */
export function listQuarantine(institution: Institution): QuarantineList {
  const rows = institution.ledger.quarantineOf({ state: 'open' });
  return { rows: rows.map((row) => ({ ...row, problem: toRowProblem(row.file_name, row) })) };
}

/**
 * Writes the rows to correct of one data set as a file with their own headers, the reason beside
 * each, and a column that tells them when they come back through `import`.
 *
 * @param say writes the reason of one row in the reader's language
 */
export async function writeQuarantine(
  institution: Institution,
  path: string,
  say: (problem: Problem) => string,
): Promise<number> {
  const { rows } = listQuarantine(institution);
  const [first] = rows;
  if (!first) throw new Refusal('nothing-to-correct', {});
  const header = institution.ledger.findImport(first.import_id)?.header ?? [];
  const alike = rows.filter(
    (row) =>
      row.dataset === first.dataset &&
      JSON.stringify(institution.ledger.findImport(row.import_id)?.header) === JSON.stringify(header),
  );
  const head = [...header, CORRECTION_COLUMN, 'problema'];
  const lines = alike.map((row) => [
    ...header.map((_, index) => row.cells[index] ?? ''),
    `${row.import_id}:${row.ordinal}`,
    say(row.problem),
  ]);
  if (extname(path).toLowerCase() === '.xlsx')
    await writeXlsx(path, [{ name: first.dataset, header: head, rows: lines }]);
  else
    await writeFile(
      path,
      [head, ...lines].map((cells) => printCells(cells.map(escapeForSpreadsheet), ',')).join(''),
    );
  return alike.length;
}
