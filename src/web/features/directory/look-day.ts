import { addDays, parsePeriod } from '../../../kernel/index.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';

/** The last day of the period on screen, on which lists are looked at; today without one. */
export function useLookDay(): string {
  const { period } = useView();
  const { today } = useSession();
  const found = parsePeriod(period.split('..').at(-1) ?? '');
  return found ? addDays(found.to, -1) : today;
}
