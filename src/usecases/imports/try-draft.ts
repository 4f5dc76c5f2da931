import type { LocalText, Problem, Scope } from '../../kernel/index.ts';
import { type Mapping, maskPans } from '../../facts/index.ts';
import type { ImportCounts } from '../../ledger/index.ts';
import { tellTogether } from './tell-together.ts';
import { type NearName, toNearFinder } from '../find-near-names.ts';
import { getDataset, type Institution } from '../institution.ts';
import { listReaders } from '../list-readers.ts';
import type { ControlTotals } from './compare-control.ts';
import { getDraft } from './drafts.ts';
import { importFile, type ImportRequest } from './import-file.ts';
import type { ImportReport } from './import-report.ts';
import { findRejectPercent, isOverLimit } from './reject-limit.ts';

/** What a person decides about a draft before it is tried or published. */
export interface DraftChoice {
  readonly draft: string;
  readonly by: string;
  readonly scope: Scope;
  readonly mapping: Mapping;
  readonly mask: boolean;
  readonly control: ControlTotals;
}

/** Problems of one kind in one column. */
export interface ProblemGroup {
  /** The first of them, without its place. */
  readonly problem: Problem;
  readonly header: string | null;
  readonly n: number;
  /** Lines of the first ones. */
  readonly lines: readonly number[];
}

/** A name not seen before that is nearly one that is known. */
export interface NearValue {
  readonly dimension: string;
  readonly value: string;
  readonly rows: number;
  readonly near: readonly NearName[];
}

/** What a file would do, or did, for whoever decides. */
export interface DraftOutcome {
  readonly import: string | null;
  /** These bytes were already imported this way: nothing would change. */
  readonly already: boolean;
  readonly dataset: string;
  readonly dataset_name: LocalText;
  readonly counts: ImportCounts;
  /** Rows that are not blank, and those of them that are new or changed facts. */
  readonly records: number;
  readonly entered: number;
  readonly events: number | null;
  readonly groups: readonly ProblemGroup[];
  /** The first rows to correct, with their cells. */
  readonly rejected: readonly {
    readonly line: number | null;
    readonly cells: readonly string[];
    readonly index: number | null;
    readonly problem: Problem;
  }[];
  readonly header: readonly string[];
  readonly new_counts: Readonly<Record<string, number>>;
  readonly new_values: readonly {
    readonly dimension: string;
    readonly value: string;
    readonly rows: number;
  }[];
  readonly near: readonly NearValue[];
  readonly warnings: readonly Problem[];
  readonly months: readonly { readonly month: string; readonly rows: number }[];
  /** Indicators that read these data. */
  readonly indicators: readonly { readonly id: string; readonly name: LocalText }[];
  readonly masked: number;
  readonly over_limit: boolean;
  readonly reject_percent: number;
}

const MOST_SHOWN = 200;
const MOST_LINES = 5;

/** The import a draft asks for. */
export function toImportRequest(
  choice: DraftChoice,
  path: string,
  rest: Pick<ImportRequest, 'dry_run' | 'rejects'>,
): ImportRequest {
  return {
    dataset: choice.mapping.dataset,
    file: path,
    map: null,
    mapping: choice.mapping,
    dates: null,
    mask: choice.mask,
    control: choice.control,
    units: choice.scope.units,
    ...rest,
  };
}

/**
 * Tries a draft on the whole file without keeping anything: how its rows would be accounted for,
 * what is wrong grouped by kind, names that are new or nearly known, the months it touches.
 */
export async function tryDraft(institution: Institution, choice: DraftChoice): Promise<DraftOutcome> {
  const draft = await getDraft(institution, choice.draft, choice.by);
  const request = toImportRequest(choice, draft.path, { dry_run: true, rejects: null });
  return toOutcome(institution, await importFile(institution, request));
}

/** What is told of an import that was tried or published. */
export async function toOutcome(institution: Institution, report: ImportReport): Promise<DraftOutcome> {
  const dataset = getDataset(institution.content, report.dataset);
  const percent = findRejectPercent(institution.ledger);
  const { counts } = report;
  return {
    import: report.record?.id ?? null,
    already: report.already,
    dataset: dataset.id,
    dataset_name: dataset.name,
    counts,
    records: counts.read - counts.blank,
    entered: counts.accepted + counts.updated,
    events: report.events,
    groups: groupProblems(report),
    rejected: report.rejected.slice(0, MOST_SHOWN).map((row, index) => ({
      line: row.line,
      cells: row.cells.map((cell) => maskPans(cell ?? '')),
      index: row.column === null ? null : row.column - 1,
      problem: report.problems[index]!,
    })),
    header: report.header,
    new_counts: report.new_counts,
    new_values: report.new_values.slice(0, MOST_SHOWN),
    near: await findNear(institution, report),
    warnings: report.warnings,
    months: report.months,
    indicators: listReaders(institution, dataset.id),
    masked: report.masked,
    over_limit: isOverLimit(percent, counts.quarantined, counts.read - counts.blank),
    reject_percent: percent,
  };
}

interface Gathered {
  readonly problem: Problem;
  readonly header: string | null;
  n: number;
  readonly lines: number[];
  readonly values: Set<unknown>;
}

function groupProblems({ problems, rejected }: ImportReport): ProblemGroup[] {
  const groups = new Map<string, Gathered>();
  for (const [index, problem] of problems.entries()) {
    const { line, column_name } = rejected[index]!;
    const key = JSON.stringify([problem.code, problem.params['rule'], column_name]);
    const group: Gathered = groups.get(key) ?? {
      problem: { ...problem, where: column_name === null ? {} : { path: column_name } },
      header: column_name,
      n: 0,
      lines: [],
      values: new Set(),
    };
    group.n += 1;
    group.values.add(problem.params['value'] ?? '');
    if (line !== null && group.lines.length < MOST_LINES) group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ values, problem, ...rest }) => ({ ...rest, problem: tellTogether(problem, values.size) }))
    .sort((a, b) => b.n - a.n);
}

/** New names that are nearly one of those already known. */
async function findNear({ facts, ledger }: Institution, report: ImportReport): Promise<NearValue[]> {
  // Clients are known by numbers: a near one is another client.
  const fresh = report.new_values.filter(({ dimension }) => dimension !== 'client').slice(0, MOST_SHOWN);
  if (fresh.length === 0) return [];
  const rows = await facts.duck.rows('select distinct dimension, value from known_value limit 100000');
  const isNew = new Set(fresh.map(({ dimension, value }) => `${dimension} ${value}`));
  const finders = new Map(
    [...new Set(fresh.map(({ dimension }) => dimension))].map((dimension) => {
      const merged = ledger.resolveMerges(dimension);
      const names = rows
        .filter((row) => row.dimension === dimension && !isNew.has(`${dimension} ${String(row.value)}`))
        .map((row) => merged.get(String(row.value)) ?? String(row.value));
      return [dimension, toNearFinder([...new Set(names)].sort())] as const;
    }),
  );
  return fresh.flatMap((value) => {
    if (ledger.resolveMerges(value.dimension).has(value.value)) return [];
    const near = finders.get(value.dimension)?.(value.value) ?? [];
    return near.length === 0 ? [] : [{ ...value, near }];
  });
}
