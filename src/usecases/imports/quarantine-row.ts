import { type Dataset, type Problem, toProblem } from '../../kernel/index.ts';
import {
  type ChosenColumns,
  findBlamed,
  findCorrectionColumn,
  type PreparedFile,
  type Staged,
  undoEscape,
} from '../../facts/index.ts';
import type { QuarantineDraft } from '../../ledger/index.ts';

/** Rows that wait to be corrected, with line, column and cells as they were in the file. */
export async function toQuarantine(
  dataset: Dataset,
  prepared: PreparedFile,
  chosen: ChosenColumns,
  staged: Staged,
): Promise<QuarantineDraft[]> {
  if (staged.bad.length === 0) return [];
  const brought = findCorrectionColumn(prepared.header) >= 0;
  const opens = chosen.sources.get(dataset.opens ?? '');
  const places = await prepared.locate(staged.bad.map((row) => row.record));
  return staged.bad.map((row): QuarantineDraft => {
    const place = places.get(row.record);
    const source = chosen.sources.get(row.column);
    const index =
      source?.kind === 'one'
        ? source.index
        : source?.kind === 'date-time'
          ? findBlamed(source, row.code, place?.cells ?? [], opens)
          : source?.kind === 'event'
            ? (source.take ?? chosen.log?.time ?? null)
            : null;
    const rule = dataset.rules.find((candidate) => candidate.code === row.code);
    const column = dataset.columns.find((candidate) => candidate.name === row.column);
    return {
      line: place?.line ?? null,
      byte: place?.byte ?? null,
      column: index === null ? null : index + 1,
      column_name: index === null ? null : (prepared.header[index] ?? null),
      code: rule ? 'row-rule' : row.code,
      params: {
        record: row.ordinal,
        value: index === null ? '' : (place?.cells[index] ?? ''),
        hint: row.hint,
        rule: rule ? row.code : null,
        es: rule?.text.es ?? column?.label.es ?? '',
        en: rule?.text.en ?? column?.label.en ?? '',
      },
      cells: (place?.cells ?? []).map(brought ? undoEscape : String),
      fact_date: row.fact_date,
    };
  });
}

/** The problem of one row to correct, as it is told. */
export function toRowProblem(
  file: string,
  row: Pick<QuarantineDraft, 'line' | 'column_name' | 'code' | 'params'>,
): Problem {
  const where = {
    file,
    ...(row.line === null ? {} : { line: row.line }),
    ...(row.column_name === null ? {} : { path: row.column_name }),
  };
  const hint = String(row.params['hint'] ?? '');
  return toProblem(row.code, where, row.params, hint === '' ? undefined : hint);
}
