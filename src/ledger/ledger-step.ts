/**
 * The write steps of the ledger in the order they happen, so that a test can stop the program at
 * each. What is acknowledged at `mark-written` must survive; what stopped before
 * `ledger-committed` must leave no trace.
 */
export const LEDGER_STEPS = [
  'ledger-begin',
  'ledger-rows',
  'ledger-chain',
  'ledger-commit',
  'ledger-committed',
  'mark-write',
  'mark-fsync',
  'mark-rename',
  'mark-dir-fsync',
  'mark-written',
] as const;

export type LedgerStep = (typeof LEDGER_STEPS)[number];

/** Called as each named step begins (those that end in -ed or -rows: once it is done). */
export type Step = (name: LedgerStep) => void;
