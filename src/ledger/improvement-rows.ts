import type { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../kernel/index.ts';
import type {
  ActionEvidence,
  ActionRecord,
  CauseRecord,
  DecisionRecord,
  EvidenceRecord,
  ImprovementClosing,
  ImprovementRecord,
  NoticeRecord,
  PlannedAction,
  StageRecord,
} from './improvement-record.ts';
import { prepareOnce } from './row-image.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the table keeps as text: its own verbs alone write it, so it has the shape its record says. */
const fromJson = (value: unknown): unknown => JSON.parse(value as string);
const fromJsonOr = <T>(value: unknown, otherwise: T): T =>
  value === null ? otherwise : (fromJson(value) as T);

/** The row as it is, without the columns that are the table's own. */
function toPlain(row: Row, ...left: readonly string[]): unknown {
  const own = ['improvement_id', ...left];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !own.includes(name)));
}

const toStage = (row: Row) => toPlain(row) as StageRecord;
const toEvidence = (row: Row) => toPlain({ ...row, data: fromJson(row['data']) }) as EvidenceRecord;
const toDecision = ({ until_date, ...row }: Row) =>
  toPlain({
    ...row,
    until: until_date,
    proof: fromJsonOr(row['proof'], null),
    relaxed: fromJson(row['relaxed']),
  }) as DecisionRecord;
const toNotice = (row: Row) => toPlain({ ...row, units: fromJsonOr(row['units'], null) }) as NoticeRecord;
const toClosing = (row: Row) =>
  toPlain({
    ...row,
    result: fromJson(row['result']),
    relaxed: fromJson(row['relaxed']),
  }) as ImprovementClosing;
const toCause = (row: Row) => toPlain({ ...row, root: row['root'] === 1 }, 'removed_at') as CauseRecord;

function toActionEvidence(row: Row): ActionEvidence {
  return toPlain({ ...row, relaxed: fromJsonOr(row['relaxed'], []) }, 'action_id') as ActionEvidence;
}

/** Rows of a table by the improvement they are of, in the order they were written. */
function readGroups(db: DatabaseSync, sql: string, ids: string, by = 'improvement_id'): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of prepareOnce(db, sql).all(ids)) {
    const key = row[by] as number;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

const OF = 'IN (SELECT value FROM json_each(?))';

function withEvidence(db: DatabaseSync, rows: readonly Row[]): ActionRecord[] {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const evidence = readGroups(
    db,
    `SELECT * FROM action_evidence WHERE action_id ${OF} ORDER BY id`,
    ids,
    'action_id',
  );
  return rows.map((row) => ({
    ...(row as unknown as Omit<ActionRecord, 'evidence'>),
    evidence: (evidence.get(row['id'] as number) ?? []).map(toActionEvidence),
  }));
}

/** The rows of `improvements`, named `i`, with when each changed last. */
export const FROM_IMPROVEMENTS =
  'SELECT i.*, c.at AS changed_at FROM improvements i JOIN chain c ON c.seq = i.last_event';

/** The rows of `improvements` as records, with everything that happened to them; a few statements however many. */
export function toImprovementRecords(db: DatabaseSync, rows: readonly Row[]): ImprovementRecord[] {
  if (rows.length === 0) return [];
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const read = (table: string, condition = '') =>
    readGroups(db, `SELECT * FROM ${table} WHERE improvement_id ${OF} ${condition} ORDER BY id`, ids);
  const stages = read('improvement_stages');
  const evidence = read('improvement_evidence');
  const causes = read('improvement_causes', 'AND removed_at IS NULL');
  const decisions = read('improvement_decisions');
  const notices = read('improvement_notices');
  const closings = read('improvement_closings');
  const actions = Map.groupBy(
    withEvidence(db, [...read('improvement_actions').values()].flat()),
    ({ improvement_id }) => improvement_id,
  );
  return rows.map((row) => {
    const id = row['id'] as number;
    return {
      ...(row as unknown as ImprovementRecord),
      units: fromJsonOr(row['units'], null),
      proof: fromJsonOr(row['proof'], null),
      pilot: fromJsonOr(row['pilot'], null),
      stages: (stages.get(id) ?? []).map(toStage),
      evidence: (evidence.get(id) ?? []).map(toEvidence),
      causes: (causes.get(id) ?? []).map(toCause),
      decisions: (decisions.get(id) ?? []).map(toDecision),
      actions: actions.get(id) ?? [],
      notices: (notices.get(id) ?? []).map(toNotice),
      closings: (closings.get(id) ?? []).map(toClosing),
    };
  });
}

/** One improvement; undefined where there is none of that number. */
export function readImprovement(db: DatabaseSync, id: number): ImprovementRecord | undefined {
  const rows = prepareOnce(db, `${FROM_IMPROVEMENTS} WHERE i.id = ?`).all(id);
  return toImprovementRecords(db, rows)[0];
}

/** One improvement; refuses `improvement-not-found`. */
export function getImprovement(db: DatabaseSync, id: number): ImprovementRecord {
  const found = readImprovement(db, id);
  if (found === undefined) throw new Refusal('improvement-not-found', { improvement: id });
  return found;
}

/** Actions still to be done of improvements that are not over, by their date. */
export function readPlannedActions(db: DatabaseSync): PlannedAction[] {
  const rows = prepareOnce(
    db,
    `SELECT a.* FROM improvement_actions a JOIN improvements i ON i.id = a.improvement_id
     WHERE a.state = 'planned' AND i.state IN ('open', 'postponed') ORDER BY a.due_date, a.id`,
  ).all();
  const of = prepareOnce(db, 'SELECT * FROM improvements WHERE id = ?');
  return withEvidence(db, rows).map((action) => {
    const row = of.get(action.improvement_id) ?? {};
    return {
      ...action,
      improvement: {
        id: action.improvement_id,
        title: row['title'] as string,
        process: row['process'] as string | null,
        units: fromJsonOr(row['units'], null),
        state: row['state'] as ImprovementRecord['state'],
        opened_by: row['opened_by'] as string | null,
      },
    };
  });
}
