import { createHash } from 'node:crypto';
import { type LocalText, type Problem, Refusal, type Scope } from '../../kernel/index.ts';
import type { ImportRecord } from '../../ledger/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import type { SettledIntake } from '../sync-facts.ts';
import { tellTogether } from './tell-together.ts';
import { ownHeader } from './find-corrections.ts';
import { type CodeChoice, listChoices } from './list-choices.ts';
import {
  type CorrectionGroup,
  groupRows,
  listQuarantine,
  ownColumns,
  type WaitingRow,
} from './list-quarantine.ts';

/** A row that waits to be corrected, as a line of a grid. */
export interface CorrectionRow {
  /** Names it: `requests-3f2a91:4`. */
  readonly key: string;
  readonly import: string;
  readonly file: string;
  readonly line: number | null;
  /** Its cells in the columns of the grid, then those beyond them. */
  readonly cells: readonly string[];
  /** Position of the cell to blame; null where no one cell is. */
  readonly wrong: number | null;
  readonly problem: Problem;
}

/** Rows that are corrected in one grid: of one data set, with the same columns, read the same way. */
export interface CorrectionSheet {
  readonly id: string;
  readonly dataset: string;
  readonly dataset_name: LocalText;
  readonly columns: readonly {
    readonly header: string;
    /** What the column is read as; null for one that nothing reads. */
    readonly label: LocalText | null;
    /** Values a code column may have. */
    readonly choices: readonly CodeChoice[];
  }[];
  readonly rows: readonly CorrectionRow[];
  readonly total: number;
  readonly kinds: readonly { readonly problem: Problem; readonly n: number }[];
}

/** All that waits to be corrected. */
export interface Corrections {
  readonly sheets: readonly CorrectionSheet[];
  /** Event logs with cases to correct: they are corrected in the log itself and imported again. */
  readonly logs: readonly { readonly file: string; readonly n: number }[];
  /** Rows of all grids. */
  readonly total: number;
}

const MOST_ROWS = 500;

/** The unit a waiting row says it is of; null when it says none that can be read. */
function unitOf(institution: Institution, record: ImportRecord, row: WaitingRow): string | null {
  const dataset = getDataset(institution.content, record.dataset);
  const column = dataset.columns.find(({ of }) => of === 'unit');
  const source = (record.detected['settled'] as SettledIntake).sources.find(
    ([name]) => name === column?.name,
  )?.[1];
  const text =
    source?.kind === 'one' ? row.cells[source.index] : source?.kind === 'constant' ? source.value : null;
  return text ? text.trim() : null;
}

/** Rows that wait and somebody reaches: a supervisor those of her units. */
export function listReached(institution: Institution, scope: Scope): readonly WaitingRow[] {
  const { rows } = listQuarantine(institution);
  const { units } = scope;
  if (units === null) return rows;
  const merges = institution.ledger.resolveMerges('unit');
  const records = new Map<string, ImportRecord>();
  return rows.filter((row) => {
    const record = records.get(row.import_id) ?? institution.ledger.findImport(row.import_id)!;
    records.set(row.import_id, record);
    const unit = unitOf(institution, record, row);
    return unit !== null && units.includes(merges.get(unit) ?? unit);
  });
}

/** Names the rows that stand in one grid. */
function idOf({ record, rows }: CorrectionGroup): string {
  const first = rows[0]!;
  const text = JSON.stringify([record.dataset, ownHeader(record.header), first.import_id, first.ordinal]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The grid of an id; refuses one whose rows were corrected meanwhile. */
export function getCorrectionGroup(institution: Institution, scope: Scope, id: string): CorrectionGroup {
  const groups = groupRows(institution, listReached(institution, scope));
  const found = groups.find((group) => idOf(group) === id);
  if (!found) throw new Refusal('rows-corrected-already', {});
  return found;
}

/** What waits to be corrected, as grids. */
export function listCorrections(institution: Institution, scope: Scope): Corrections {
  const rows = listReached(institution, scope);
  const groups = groupRows(institution, rows);
  const grouped = new Set(groups.flatMap((group) => group.rows.map(toKey)));
  const logs = new Map<string, number>();
  for (const row of rows)
    if (!grouped.has(toKey(row))) logs.set(row.file_name, (logs.get(row.file_name) ?? 0) + 1);
  return {
    sheets: groups.map((group) => toSheet(institution, group)),
    logs: [...logs].map(([file, n]) => ({ file, n })),
    total: grouped.size,
  };
}

export function toKey({ import_id, ordinal }: Pick<WaitingRow, 'import_id' | 'ordinal'>): string {
  return `${import_id}:${ordinal}`;
}

function toSheet(institution: Institution, group: CorrectionGroup): CorrectionSheet {
  const { record, rows } = group;
  const { catalogue } = institution.content;
  const dataset = getDataset(institution.content, record.dataset);
  const own = ownColumns(record);
  const { sources } = record.detected['settled'] as SettledIntake;
  const readers = new Map(
    sources.flatMap(([name, source]): [number, string][] =>
      source.kind === 'one'
        ? [[source.index, name]]
        : source.kind === 'date-time'
          ? [
              [source.date, name],
              [source.time, name],
            ]
          : [],
    ),
  );
  const kinds = new Map<string, { problem: Problem; n: number; readonly values: Set<unknown> }>();
  for (const { problem, column_name } of rows) {
    const key = JSON.stringify([problem.code, problem.params['rule'], column_name]);
    const kind = kinds.get(key) ?? {
      problem: { ...problem, where: column_name ? { path: column_name } : {} },
      n: 0,
      values: new Set(),
    };
    kind.n += 1;
    kind.values.add(problem.params['value'] ?? '');
    kinds.set(key, kind);
  }
  return {
    id: idOf(group),
    dataset: dataset.id,
    dataset_name: dataset.name,
    columns: own.map((index) => {
      const column = dataset.columns.find(({ name }) => name === readers.get(index));
      const codes = column?.type === 'code' ? column.codes : null;
      return {
        header: record.header[index]!,
        label: column?.label ?? null,
        choices: codes === null ? [] : listChoices(catalogue, codes),
      };
    }),
    rows: rows.slice(0, MOST_ROWS).map(
      (row): CorrectionRow => ({
        key: toKey(row),
        import: row.import_id,
        file: row.file_name,
        line: row.line,
        cells: [...row.own, ...row.beyond],
        wrong: row.blamed,
        problem: row.problem,
      }),
    ),
    total: rows.length,
    kinds: [...kinds.values()]
      .map(({ n, problem, values }) => ({ n, problem: tellTogether(problem, values.size) }))
      .sort((a, b) => b.n - a.n),
  };
}
