import { nextPeriod, parsePeriod } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';

/** Day of the following month until which rows are contested, where nobody says otherwise. */
const USUAL_DAY = 10;

const toKey = (period: string): string => `contests-until/${period}`;

/** The last local date on which rows of a month are contested. */
export function contestsEnd({ ledger }: Pick<Institution, 'ledger'>, period: string): string {
  const said = ledger.findSetting(toKey(period))?.value;
  if (typeof said === 'string') return said;
  const next = nextPeriod(parsePeriod(period)!);
  return `${next.text}-${String(USUAL_DAY).padStart(2, '0')}`;
}

/** Says until when rows of a month are contested. */
export function setContestsEnd({ ledger }: Pick<Institution, 'ledger'>, period: string, until: string): void {
  ledger.changeSetting(toKey(period), until);
}
