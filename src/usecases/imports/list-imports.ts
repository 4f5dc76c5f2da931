import { type LocalText, type Problem, Refusal, type Scope } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { type Mapping, printMapping, rowsTable } from '../../facts/index.ts';
import type { ImportCounts, ImportRecord } from '../../ledger/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { listReaders } from '../list-readers.ts';
import { type CorrectedCell, readCorrectedRows } from '../read-corrected-rows.ts';
import type { SettledIntake } from '../sync-facts.ts';
import { countMonths } from './count-months.ts';
import { listReached } from './list-corrections.ts';
import { toRowProblem } from './quarantine-row.ts';

/** An import among others. */
export interface ImportLine {
  readonly id: string;
  readonly dataset: string;
  readonly dataset_name: LocalText;
  readonly file_name: string;
  readonly bytes: number;
  readonly at: string;
  /** Id of the person who brought it; null on the command line. */
  readonly by: string | null;
  readonly counts: ImportCounts;
  /** Rows of it that are new or changed facts. */
  readonly entered: number;
  /** Rows of it that still wait to be corrected. */
  readonly open: number;
  readonly undone_at: string | null;
  readonly undo_reason: string | null;
}

/** One import whole. */
export interface ImportPage extends ImportLine {
  readonly detected: Readonly<Record<string, unknown>>;
  readonly columns: readonly {
    readonly name: string;
    readonly label: LocalText;
    readonly header: string;
    readonly form: string | null;
    readonly settled_by: string | null;
  }[];
  readonly header: readonly string[];
  readonly yaml: string | null;
  readonly months: readonly { readonly month: string; readonly rows: number }[];
  readonly indicators: readonly { readonly id: string; readonly name: LocalText }[];
  readonly problems: readonly { readonly state: string; readonly problem: Problem }[];
  readonly warnings: readonly Problem[];
  readonly new_values: readonly {
    readonly dimension: string;
    readonly value: string;
    readonly rows: number;
  }[];
  /** Why so many rows to correct were let in; null where nobody was asked. */
  readonly reason: string | null;
  readonly sha256: string;
  /** Imports that brought rows of this one back corrected: undoing this one leaves them counting. */
  readonly corrected_in: readonly {
    readonly id: string;
    readonly file_name: string;
    readonly rows: number;
  }[];
  /** Rows it brought back corrected by hand, the first ones; empty where it brought none. */
  readonly corrections: readonly ImportCorrection[];
  /** All of them, listed or not. */
  readonly corrections_total: number;
}

/** A row that was corrected by hand: where it stood and which cells were written anew. */
export interface ImportCorrection {
  readonly import: string;
  readonly file: string;
  readonly line: number | null;
  readonly at: string;
  readonly by: string | null;
  readonly cells: readonly CorrectedCell[];
}

const MOST_PROBLEMS = 500;

function toLine(institution: Institution, record: ImportRecord, open: number): ImportLine {
  const { options } = record;
  return {
    id: record.id,
    dataset: record.dataset,
    dataset_name: getDataset(institution.content, record.dataset).name,
    file_name: record.file_name,
    bytes: record.raw_bytes,
    at: record.imported_at,
    by: typeof options['by'] === 'string' ? options['by'] : null,
    counts: record.counts,
    entered: record.counts.accepted + record.counts.updated,
    open,
    undone_at: record.undone_at,
    undo_reason: record.undo_reason,
  };
}

/**
 * Imports that hold rows of the units a person reaches and of no other: a file of the whole
 * institution, its name and its counts, are not theirs to see. Null for whoever reaches all.
 */
async function findReached(institution: Institution, scope: Scope): Promise<ReadonlySet<number> | null> {
  if (scope.units === null) return null;
  const units = [...scope.units];
  for (const [from, to] of institution.ledger.resolveMerges('unit'))
    if (scope.units.includes(to)) units.push(from);
  const reached = new Set<number>();
  if (units.length === 0) return reached;
  for (const dataset of institution.content.catalogue.datasets.values()) {
    const column = dataset.columns.find(({ of }) => of === 'unit');
    if (dataset.derived || !column) continue;
    const rows = await institution.facts.duck.rows(
      `select _import as seq from ${rowsTable(dataset)} group by _import having bool_and(coalesce(${quoteName(column.name)} in (${units.map(quoteText).join(', ')}), false))`,
    );
    for (const { seq } of rows) reached.add(Number(seq));
  }
  return reached;
}

/** What was imported, the newest first, undone imports too, each with what still waits of it. */
export async function listImports(institution: Institution, scope: Scope): Promise<readonly ImportLine[]> {
  const { ledger } = institution;
  const reached = await findReached(institution, scope);
  const open = new Map<number, number>();
  for (const { import_seq } of ledger.quarantineOf({ state: 'open' }))
    open.set(import_seq, (open.get(import_seq) ?? 0) + 1);
  return ledger
    .listImports({ include_undone: true })
    .filter(({ seq }) => reached === null || reached.has(seq))
    .map((record) => toLine(institution, record, open.get(record.seq) ?? 0))
    .toReversed();
}

/** The imports that brought these rows back corrected, with how many of them. */
function listCorrecting(
  { ledger }: Institution,
  rows: readonly { readonly corrected_by: number | null }[],
): ImportPage['corrected_in'] {
  const counts = new Map<number, number>();
  for (const { corrected_by } of rows)
    if (corrected_by !== null) counts.set(corrected_by, (counts.get(corrected_by) ?? 0) + 1);
  return ledger
    .listImports()
    .flatMap(({ seq, id, file_name }) =>
      counts.has(seq) ? [{ id, file_name, rows: counts.get(seq) ?? 0 }] : [],
    );
}

/** An import somebody reaches; refuses one that is not there, and one of other units in the same words. */
export async function getImport(institution: Institution, scope: Scope, id: string): Promise<ImportRecord> {
  const record = institution.ledger.listImports({ include_undone: true }).find((one) => one.id === id);
  const reached = await findReached(institution, scope);
  if (!record || (reached !== null && !reached.has(record.seq)))
    throw new Refusal('import-not-found', { id, known: [] });
  return record;
}

/**
 * All there is to know of one import. Whoever reaches some units alone learns of its rows to correct only
 * those of these units, and no name that was new in it: it may be of another unit.
 */
export async function describeImport(
  institution: Institution,
  scope: Scope,
  id: string,
): Promise<ImportPage> {
  const record = await getImport(institution, scope, id);
  const dataset = getDataset(institution.content, record.dataset);
  const all = institution.ledger.quarantineOf({ import: record.seq });
  const own = new Set(
    scope.units === null
      ? []
      : listReached(institution, scope).flatMap(({ import_id, ordinal }) =>
          import_id === id ? [ordinal] : [],
        ),
  );
  const rows = scope.units === null ? all : all.filter(({ ordinal }) => own.has(ordinal));
  const { settled, ...detected } = record.detected as { settled: SettledIntake };
  const readings = new Map(settled.readings);
  const sources = new Map(settled.sources);
  return {
    ...toLine(institution, record, rows.filter(({ state }) => state === 'open').length),
    detected,
    columns: dataset.columns.flatMap(({ name, label }) => {
      const source = sources.get(name);
      if (!source) return [];
      const reading = readings.get(name);
      const at = (index: number) => record.header[index] ?? '';
      const header =
        source.kind === 'one'
          ? at(source.index)
          : source.kind === 'date-time'
            ? `${at(source.date)} + ${at(source.time)}`
            : source.kind === 'constant'
              ? `= ${source.value}`
              : at(source.take ?? -1);
      const form = reading?.kind === 'date' ? reading.form : reading?.kind === 'number' ? reading.mark : null;
      const settled_by =
        reading && 'settled_by' in reading && reading.settled_by !== '' ? reading.settled_by : null;
      return [{ name, label, header, form, settled_by }];
    }),
    header: record.header,
    yaml: record.mapping === null ? null : printMapping(record.mapping as unknown as Mapping),
    months: await countMonths(institution, dataset, record.seq, record.counts.duplicate),
    indicators: listReaders(institution, dataset.id),
    problems: rows
      .slice(0, MOST_PROBLEMS)
      .map((row) => ({ state: row.state, problem: toRowProblem(row.file_name, row) })),
    warnings: record.warnings,
    new_values: scope.units === null ? record.new_values : [],
    reason: typeof record.options['reason'] === 'string' ? record.options['reason'] : null,
    sha256: record.raw_sha256,
    corrected_in: listCorrecting(institution, rows),
    ...(await listCorrected(institution, scope, record)),
  };
}

/**
 * Rows that an import brought back, by the line each had in the file before. Their cells hold names of any
 * unit: who reaches some units alone is told how many there are.
 */
async function listCorrected(
  institution: Institution,
  scope: Scope,
  record: ImportRecord,
): Promise<Pick<ImportPage, 'corrections' | 'corrections_total'>> {
  // One that came back still wrong waits among those to correct.
  const wrong = new Set(
    institution.ledger.quarantineOf({ import: record.seq }).map(({ params }) => Number(params['record'])),
  );
  const rows = (await readCorrectedRows(institution, record)).filter(({ row }) => !wrong.has(row));
  const steps = rows.flatMap(({ steps }) => steps.slice(-1));
  return {
    corrections_total: steps.length,
    corrections:
      scope.units === null
        ? steps.slice(0, MOST_PROBLEMS).map(({ from, at, by, cells }) => ({ ...from, at, by, cells }))
        : [],
  };
}
