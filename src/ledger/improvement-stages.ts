import type { DatabaseSync } from 'node:sqlite';
import type { StageMove } from './improvement-record.ts';
import type { LedgerDatabase } from './ledger-database.ts';
import { insertRow, nextId, type RowImage, updateRows } from './row-image.ts';

/** Begins a stay in a stage inside the caller's transaction. */
export function enterStage(
  { db, actor }: LedgerDatabase,
  improvement_id: number,
  move: StageMove,
  at: string,
): RowImage {
  return insertRow(db, 'improvement_stages', {
    id: nextId(db, 'improvement_stages'),
    improvement_id,
    ...move,
    entered_at: at,
    entered_by: actor,
    left_at: null,
  });
}

/** Ends the stay it is in inside the caller's transaction. */
export function leaveStage(db: DatabaseSync, improvement_id: number, at: string): RowImage[] {
  return updateRows(db, 'improvement_stages', { improvement_id, left_at: null }, { left_at: at });
}
