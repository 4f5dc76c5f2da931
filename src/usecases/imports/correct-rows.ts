import { mkdtemp, rename, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Language, type Problem, Refusal, type Scope } from '../../kernel/index.ts';
import { sayProblem } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { importFile, type ImportRequest } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import { getCorrectionGroup, toKey } from './list-corrections.ts';
import { type CorrectionGroup, ownColumns, writeGroup } from './list-quarantine.ts';

/** The cells of a row as somebody corrected them. */
export interface CorrectedRow {
  readonly key: string;
  readonly cells: readonly string[];
}

/** What became of rows brought back. */
export interface CorrectionOutcome {
  readonly import: string | null;
  readonly brought: number;
  /** Rows that are facts now. */
  readonly corrected: number;
  /** Why the others still wait. */
  readonly still: readonly Problem[];
}

export interface CorrectInput {
  readonly sheet: string;
  readonly rows: readonly CorrectedRow[];
  readonly scope: Scope;
  readonly language: Language;
}

function toOutcome(report: ImportReport): CorrectionOutcome {
  const { read, quarantined, blank } = report.counts;
  return {
    import: report.record?.id ?? null,
    brought: read - blank,
    corrected: read - blank - quarantined,
    still: report.problems,
  };
}

function toRequest(dataset: string, file: string, scope: Scope): ImportRequest {
  return {
    dataset,
    file,
    map: null,
    dates: null,
    dry_run: false,
    mask: false,
    control: { rows: null, sums: [] },
    units: scope.units,
  };
}

/** The rows of a grid with what somebody wrote in their cells. */
function applyEdits(group: CorrectionGroup, edits: readonly CorrectedRow[]): CorrectionGroup {
  const waiting = new Map(group.rows.map((row) => [toKey(row), row]));
  const width = ownColumns(group.record).length;
  const rows = edits.map(({ key, cells }) => {
    const row = waiting.get(key);
    if (!row) throw new Refusal('rows-corrected-already', {});
    const beyond = cells.slice(width);
    while (beyond.length > 0 && beyond.at(-1)!.trim() === '') beyond.pop();
    return { ...row, own: Array.from({ length: width }, (_, index) => cells[index] ?? ''), beyond };
  });
  return { record: group.record, rows };
}

/**
 * Brings rows corrected in a grid back through the one door there is: as a file of corrected rows,
 * kept and traced like any other. Those that are right become facts; those still wrong go on
 * waiting, with their reasons as they are now.
 */
export async function correctRows(institution: Institution, input: CorrectInput): Promise<CorrectionOutcome> {
  const { sheet, scope, language } = input;
  const group = applyEdits(getCorrectionGroup(institution, scope, sheet), input.rows);
  if (group.rows.length === 0) throw new Refusal('nothing-to-correct', {});
  const folder = await mkdtemp(join(institution.facts.temp, 'correction-'));
  try {
    const name = group.rows[0]!.file_name.replace(/^corregido-/, '');
    const path = join(folder, `corregido-${name.slice(0, name.length - extname(name).length)}.csv`);
    await writeGroup(path, group, (problem) => sayProblem(problem, language));
    return toOutcome(await importFile(institution, toRequest(group.record.dataset, path, scope)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the rows of a grid to a file to correct elsewhere; gives its path, in a folder of its own. */
export async function writeCorrections(
  institution: Institution,
  input: Omit<CorrectInput, 'rows'> & { readonly format: 'csv' | 'xlsx' },
): Promise<{ readonly path: string; readonly name: string }> {
  const group = getCorrectionGroup(institution, input.scope, input.sheet);
  const folder = await mkdtemp(join(institution.facts.temp, 'correction-'));
  const name = `por-corregir-${group.record.dataset}.${input.format}`;
  const path = join(folder, name);
  await writeGroup(path, group, (problem) => sayProblem(problem, input.language));
  return { path, name };
}

/** Brings back a file of corrected rows, which says itself which rows they are. The file is moved. */
export async function bringCorrections(
  institution: Institution,
  input: { readonly path: string; readonly name: string; readonly dataset: string; readonly scope: Scope },
): Promise<CorrectionOutcome> {
  const folder = await mkdtemp(join(institution.facts.temp, 'correction-'));
  try {
    const path = join(folder, input.name);
    await rename(input.path, path);
    return toOutcome(await importFile(institution, toRequest(input.dataset, path, input.scope)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
