import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './ledger-step.ts';

/**
 * The high-water mark: how long the chain is and how it ends, in a file of its own. A database
 * that SQLite silently rolled back (a flipped bit in its log does that) or that somebody
 * replaced by an older copy is shorter than its mark.
 */
export interface Mark {
  readonly seq: number;
  readonly head: string;
}

const FILE = 'ledger.mark';

/** Makes a new name in the folder survive a power cut. Windows cannot and need not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The mark; `missing` when there is no file, `unreadable` when its text is not one. */
export function loadMark(folder: string): Mark | 'missing' | 'unreadable' {
  let text: string;
  try {
    text = readFileSync(join(folder, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
  const match = /^\{"seq":(\d{1,15}),"head":"([0-9a-f]{64})"\}\n$/.exec(text);
  return match?.[2] === undefined ? 'unreadable' : { seq: Number(match[1]), head: match[2] };
}

/** Replaces the mark: whole and fsynced, or the former one stays. */
export function writeMark(folder: string, mark: Mark, step: Step): void {
  const draft = join(folder, `${FILE}.tmp`);
  step('mark-write');
  const handle = openSync(draft, 'w');
  try {
    writeSync(handle, `{"seq":${mark.seq},"head":"${mark.head}"}\n`);
    step('mark-fsync');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  step('mark-rename');
  renameSync(draft, join(folder, FILE));
  step('mark-dir-fsync');
  syncFolder(folder);
  step('mark-written');
}
