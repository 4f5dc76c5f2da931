import { Refusal } from '../kernel/index.ts';

/** SQLite's primary result codes that mean something outside the program went wrong. */
const CODES: Readonly<Record<number, string>> = {
  3: 'not-writable',
  5: 'folder-busy',
  6: 'folder-busy',
  8: 'not-writable',
  10: 'disk-error',
  11: 'ledger-damaged',
  13: 'disk-full',
  14: 'not-writable',
  26: 'ledger-damaged',
};

const ERRNOS: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-error',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
};

/**
 * What to throw for an error met while reading or writing the ledger: a refusal with words where
 * disk, rights, lock or file are to blame; anything else is a bug and comes back untouched.
 */
export function toLedgerRefusal(error: unknown, folder: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  // Extended result codes keep the primary one in their low byte.
  const known = typeof errcode === 'number' ? CODES[errcode & 0xff] : ERRNOS[String(code)];
  return known === undefined ? error : new Refusal(known, { folder, detail: error.message });
}

/**
 * The same for an error met while reading: stored text that is no longer JSON, or a number no
 * counter of ours reaches, can only come from a damaged or edited file.
 */
export function toReadRefusal(error: unknown, folder: string): unknown {
  const unreadable =
    error instanceof SyntaxError ||
    (error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_OUT_OF_RANGE');
  if (!unreadable) return toLedgerRefusal(error, folder);
  return new Refusal('ledger-damaged', { folder, detail: error.message });
}
