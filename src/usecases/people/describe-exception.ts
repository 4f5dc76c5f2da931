import type { Language } from '../../kernel/index.ts';
import type { ExceptionRecord } from '../../ledger/index.ts';
import { sayException } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';

/** An exception to segregation of duties as screens and reports show it. */
export interface ShownException extends Omit<ExceptionRecord, 'at' | 'ended_at'> {
  readonly in_force: boolean;
  /** The line every report prints. */
  readonly sentence: string;
}

/** The exceptions there were, latest first, or only those in force: what every report prints. */
export function listExceptions(
  place: Pick<Institution, 'ledger' | 'content' | 'ports'>,
  language: Language,
  only: 'all' | 'in-force' = 'in-force',
): ShownException[] {
  const today = toLocalToday(place);
  const { people, exceptions } = place.ledger;
  const nameOf = (id: string | null) => (id === null ? null : (people.find(id)?.name ?? id));
  return exceptions
    .list()
    .map(({ at: _at, ended_at, ...exception }) => {
      const in_force = ended_at === null && exception.from <= today && today <= exception.until;
      const { rules, reason, from, until } = exception;
      const names = {
        signed_by: nameOf(exception.signed_by) ?? '',
        approved_by: nameOf(exception.approved_by),
      };
      return {
        ...exception,
        in_force,
        sentence: sayException({ rules, reason, from, until, ...names }, language),
      };
    })
    .filter(({ in_force }) => only === 'all' || in_force)
    .toReversed();
}

/** All the exceptions there were, latest first. */
export function listAllExceptions(
  place: Pick<Institution, 'ledger' | 'content' | 'ports'>,
  language: Language,
): ShownException[] {
  return listExceptions(place, language, 'all');
}
