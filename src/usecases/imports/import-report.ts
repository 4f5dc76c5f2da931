import { basename } from 'node:path';
import type { Dataset, Problem } from '../../kernel/index.ts';
import {
  type ChosenColumns,
  type Detected,
  listedValues,
  type NewValueRow,
  type PreparedFile,
  type Staged,
  type UnknownCodes,
} from '../../facts/index.ts';
import type { ImportCounts, ImportRecord, QuarantineDraft } from '../../ledger/index.ts';
import type { MonthCount } from './count-months.ts';
import { toRowProblem } from './quarantine-row.ts';

export interface ImportReport {
  /** The import as recorded; null on a dry run. */
  readonly record: ImportRecord | null;
  /** True when these bytes were already imported this way: nothing changed. */
  readonly already: boolean;
  readonly dataset: string;
  readonly file_name: string;
  readonly counts: ImportCounts;
  /** Of an event log, the events that made the cases counted; null for other files. */
  readonly events: number | null;
  readonly detected: Detected;
  /** Names of the file's columns. */
  readonly header: readonly string[];
  /** How each column was read: from which header, in which form, settled by which value. */
  readonly columns: readonly {
    readonly column: string;
    readonly header: string;
    /** Of an event log, the event whose cell it is; null for an attribute. */
    readonly event: { readonly which: 'first' | 'last'; readonly activities: readonly string[] } | null;
    readonly form: string;
    readonly settled_by: string;
  }[];
  readonly ignored: readonly string[];
  readonly new_values: readonly NewValueRow[];
  readonly new_counts: Readonly<Record<string, number>>;
  /** Texts of code columns that mean nothing yet: their rows wait until the mapping says what they mean. */
  readonly unknown_codes: readonly UnknownCodes[];
  readonly warnings: readonly Problem[];
  /** What is wrong with each row to correct, in file order. */
  readonly problems: readonly Problem[];
  /** The same rows with their cells as they were. */
  readonly rejected: readonly QuarantineDraft[];
  /** Months its rows fall in, with how many; empty for rows without a date. */
  readonly months: readonly MonthCount[];
  readonly masked: number;
  /** Name of the saved equivalence that was used, if any. */
  readonly mapping: string | null;
  readonly not_cards: readonly string[];
}

/** Puts together what a person is told of an import. */
export function toReport(
  dataset: Dataset,
  file: string,
  prepared: PreparedFile,
  chosen: ChosenColumns,
  staged: Staged | null,
  rest: {
    record: ImportRecord | null;
    already: boolean;
    masked: number;
    months: readonly MonthCount[];
    mappingName: string | null;
    notCards: readonly string[];
    counts?: ImportCounts;
    values?: readonly NewValueRow[];
    quarantine?: readonly QuarantineDraft[];
  },
): ImportReport {
  const file_name = basename(file);
  const counts = rest.counts ?? rest.record?.counts;
  if (!counts) throw new Error('a report without counts');
  const columns = [...chosen.sources].map(([column, source]) => {
    const reading = staged?.readings.get(column);
    const header =
      source.kind === 'one'
        ? prepared.header[source.index]!
        : source.kind === 'date-time'
          ? `${prepared.header[source.date]} + ${prepared.header[source.time]}`
          : source.kind === 'constant'
            ? `= ${source.value}`
            : prepared.header[source.take ?? chosen.log?.time ?? -1]!;
    const event = source.kind === 'event' ? { which: source.which, activities: source.activities } : null;
    const form = reading?.kind === 'date' ? reading.form : reading?.kind === 'number' ? reading.mark : '';
    const settled_by = reading && 'settled_by' in reading ? reading.settled_by : '';
    return { column, header, event, form, settled_by };
  });
  const new_counts: Record<string, number> = {};
  for (const { dimension } of rest.values ?? []) new_counts[dimension] = (new_counts[dimension] ?? 0) + 1;
  return {
    record: rest.record,
    already: rest.already,
    dataset: dataset.id,
    file_name,
    counts,
    events: chosen.log ? prepared.records : null,
    detected: prepared.detected,
    header: prepared.header,
    columns,
    ignored: chosen.ignored,
    new_values: listedValues(rest.values ?? []),
    new_counts,
    unknown_codes: staged?.unknown ?? [],
    warnings: [...prepared.warnings, ...(staged?.warnings ?? [])],
    rejected: rest.quarantine ?? [],
    months: rest.months,
    problems: (rest.quarantine ?? []).map((row) => toRowProblem(file_name, row)),
    masked: rest.masked,
    mapping: rest.mappingName,
    not_cards: rest.notCards,
  };
}
