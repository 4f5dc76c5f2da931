import type { ActionKind, Person } from '../../kernel/index.ts';
import { toLocalToday } from '../local-today.ts';
import type { Place } from './reach-improvement.ts';

/** An action somebody has to do. */
export interface OwnAction {
  readonly id: number;
  readonly improvement: number;
  readonly title: string;
  readonly kind: ActionKind;
  readonly text: string;
  readonly due_date: string;
  readonly overdue: boolean;
}

/** What somebody has to do for improvements under way, what is due first on top. */
export function listOwnActions(place: Place, who: Person): readonly OwnAction[] {
  const today = toLocalToday(place);
  return place.ledger.improvements.actions
    .planned()
    .filter(({ responsible }) => responsible === who.id)
    .map(({ id, improvement, kind, text, due_date }) => ({
      id,
      improvement: improvement.id,
      title: improvement.title,
      kind,
      text,
      due_date,
      overdue: due_date < today,
    }));
}
