import { Refusal } from '../../kernel/index.ts';
import type { Ledger } from '../../ledger/index.ts';

/** How much of a file may wait to be corrected. */
export interface RejectLimit {
  /** In hundredths: 5 is one row in twenty. */
  readonly percent: number;
  /** Why a file over it is let in all the same; null when nobody said. */
  readonly reason: string | null;
}

/** Rows in a hundred that may wait to be corrected where the institution says nothing else. */
const USUAL_PERCENT = 5;
/** Fewer rows than this are never too many: of a file of ten, one is a tenth. */
const FEW_ROWS = 3;

/** The limit the institution has set, in hundredths. */
export function findRejectPercent(ledger: Ledger): number {
  const value = ledger.findSetting('reject-percent')?.value;
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : USUAL_PERCENT;
}

/** Whether so many rows to correct among those read need a reason. */
export function isOverLimit(percent: number, wrong: number, records: number): boolean {
  return wrong >= FEW_ROWS && wrong * 100 > percent * records;
}

/** Refuses a file with more rows to correct than the limit when nobody said why it should come in. */
export function refuseOverLimit(limit: RejectLimit | null, wrong: number, records: number): void {
  if (limit === null || (limit.reason ?? '').trim() !== '' || !isOverLimit(limit.percent, wrong, records))
    return;
  throw new Refusal('over-reject-limit', { n: wrong, records, percent: limit.percent });
}
