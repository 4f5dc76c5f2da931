import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { toSha256 } from './canonical-json.ts';

/** One row as the write left it, with the table it is in. */
export interface RowImage {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

interface ChainedTable {
  /** Columns that name a row. */
  readonly key: readonly string[];
  /** Columns of which the chain holds a digest: what proves a secret must not be kept for ever. */
  readonly sealed?: readonly string[];
  /** Columns outside the chain, because they change without anybody doing anything. */
  readonly volatile?: readonly string[];
}

/** The tables whose rows are written whole into the chain. */
export const CHAINED = {
  imports: { key: ['seq'] },
  corrections: { key: ['import_seq', 'ordinal', 'corrected_by'] },
  spelling_merges: { key: ['id'] },
  saved_mappings: { key: ['name', 'version'] },
  settings: { key: ['seq'] },
  people: { key: ['id'] },
  role_grants: { key: ['id'] },
  credentials: { key: ['person_id'], sealed: ['hash'] },
  second_factors: { key: ['person_id'], sealed: ['secret'] },
  sessions: { key: ['id'], sealed: ['digest'], volatile: ['last_seen_at'] },
  tokens: { key: ['id'], sealed: ['digest'] },
  recovery_codes: { key: ['id'], sealed: ['digest'] },
  backup_codes: { key: ['id'], sealed: ['digest'] },
  proposals: { key: ['id'] },
  exceptions: { key: ['id'] },
  findings: { key: ['id'] },
  finding_answers: { key: ['id'] },
  readings: { key: ['id'] },
  // Whose case it is and what they told: to erase a client, the chain must not say it.
  cases: { key: ['number'], sealed: ['follow_digest', 'client', 'about_staff', 'fields'] },
  case_events: { key: ['id'], sealed: ['data'] },
  event_logs: { key: ['id'] },
  improvements: { key: ['id'] },
  improvement_stages: { key: ['id'] },
  improvement_evidence: { key: ['id'] },
  improvement_causes: { key: ['id'] },
  improvement_decisions: { key: ['id'] },
  improvement_actions: { key: ['id'] },
  action_evidence: { key: ['id'] },
  improvement_notices: { key: ['id'] },
  improvement_closings: { key: ['id'] },
  committee_sessions: { key: ['id'] },
  loop_reviews: { key: ['id'] },
  annotations: { key: ['id'] },
  baselines: { key: ['id'] },
  signal_marks: { key: ['id'] },
  alert_rules: { key: ['id'] },
  digests: { key: ['id'], volatile: ['seen_at', 'sent_at', 'tries', 'tried_at', 'last_error'] },
  contests: { key: ['id'] },
  exclusions: { key: ['id'] },
  closings: { key: ['id'] },
  workshops: { key: ['id'] },
  workshop_people: { key: ['id'] },
} satisfies Readonly<Record<string, ChainedTable>>;

export type ChainedName = keyof typeof CHAINED;

type Row = Readonly<Record<string, unknown>>;

/** The text that names a row in its table. */
export function toRowKey(table: ChainedName, row: Row): string {
  return JSON.stringify(CHAINED[table].key.map((column) => row[column] ?? null));
}

/** A stored row as the chain holds it. */
export function toImage(table: ChainedName, row: Row): RowImage {
  const { sealed = [], volatile = [] }: ChainedTable = CHAINED[table];
  if (sealed.length === 0 && volatile.length === 0) return { table, row };
  const image: Record<string, unknown> = { ...row };
  for (const column of volatile) delete image[column];
  for (const column of sealed) {
    const secret = image[column];
    if (typeof secret === 'string') image[column] = `sha256:${toSha256(secret)}`;
  }
  return { table, row: image };
}

const statements = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** The statement of that text, compiled once per database: texts come from the code, so they are few. */
export function prepareOnce(db: DatabaseSync, sql: string): StatementSync {
  let known = statements.get(db);
  if (known === undefined) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}

type Values = Readonly<Record<string, SQLInputValue>>;

/** Adds a row inside the caller's transaction and gives what the chain must hold of it. */
export function insertRow(db: DatabaseSync, table: ChainedName, row: Values): RowImage {
  const columns = Object.keys(row);
  const stored = prepareOnce(
    db,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) RETURNING *`,
  ).get(...Object.values(row));
  if (stored === undefined) throw new Error(`a row of ${table} vanished inside its own transaction`);
  return toImage(table, stored);
}

/** Changes the rows that match inside the caller's transaction and gives what the chain must hold of each. */
export function updateRows(db: DatabaseSync, table: ChainedName, where: Values, changes: Values): RowImage[] {
  const set = Object.keys(changes).map((column) => `${column} = ?`);
  const match = Object.keys(where).map((column) => `${column} IS ?`);
  return prepareOnce(db, `UPDATE ${table} SET ${set.join(', ')} WHERE ${match.join(' AND ')} RETURNING *`)
    .all(...Object.values(changes), ...Object.values(where))
    .map((row) => toImage(table, row));
}

/** The number after the last of a table whose rows are numbered from 1. */
export function nextId(db: DatabaseSync, table: ChainedName): number {
  const row = prepareOnce(db, `SELECT coalesce(max(id), 0) + 1 AS next FROM ${table}`).get();
  return row?.['next'] as number;
}
