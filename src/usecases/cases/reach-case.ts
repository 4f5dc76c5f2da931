import { type LocalText, type Person, Refusal, type Role, type Scope, toScope } from '../../kernel/index.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import { rolesAt } from '../roles-at.ts';
import { isAbout } from '../held-off.ts';
import type { Place } from './definition.ts';

/** Roles that work cases or answer for them: they see whose case it is. */
const WORKERS: readonly Role[] = ['executive', 'technician', 'supervisor', 'process-owner'];

type Ledger = Pick<Place, 'ledger'>;
type Placed = Pick<CaseRecord, 'unit' | 'process'>;

/** Whether a scope lets through a case. */
export function isWithin({ units, processes }: Scope, { unit, process }: Placed): boolean {
  return (units === null || units.includes(unit)) && (processes === null || processes.includes(process));
}

/** Refuses a case out of reach: `out-of-scope`. */
export function refuseOutside(scope: Scope, record: Placed): void {
  if (!isWithin(scope, record)) throw new Refusal('out-of-scope');
}

/** Whether somebody works a case or answers for it in one of these roles, and it is not about them. */
function works(
  place: Ledger,
  who: Person,
  record: CaseRecord,
  today: string,
  workers: readonly Role[],
): boolean {
  return rolesAt(who, record, today).some((role) => workers.includes(role)) && !isAbout(place, record, who);
}

/**
 * Whether somebody may see whose case it is and read what was written in it: who works it or answers for
 * it, and never the person complained about. Analysts answer complaints, so they see those too; requests
 * are the desk's.
 */
export function seesClient(place: Ledger, who: Person, record: CaseRecord, today: string): boolean {
  return works(place, who, record, today, record.kind === 'solicitud' ? WORKERS : [...WORKERS, 'analyst']);
}

/**
 * Whether somebody sees it only for being an analyst, who may not reveal identities elsewhere: lists show
 * them the code, and opening the case leaves a link in the trail.
 */
export function isTraced(place: Ledger, who: Person, record: CaseRecord, today: string): boolean {
  return seesClient(place, who, record, today) && !works(place, who, record, today, WORKERS);
}

/** Why a case may not be given to somebody; null when it may. */
export function findBarToAssign(
  place: Ledger,
  record: CaseRecord,
  to: Person | undefined,
  today: string,
): LocalText | null {
  if (to === undefined)
    return {
      es: 'Esa persona ya no está activa.',
      en: 'That person is no longer active.',
    };
  if (isAbout(place, record, to))
    return {
      es: `El caso se refiere, o puede referirse, a ${to.name}: lo debe ver otra persona.`,
      en: `The case is, or may be, about ${to.name}: somebody else has to see to it.`,
    };
  const scope = toScope(to, 'work-cases', today);
  if (scope === null || !isWithin(scope, record))
    return {
      es: `${to.name} no atiende casos de ${record.unit || 'esa agencia'}.`,
      en: `${to.name} does not work cases of ${record.unit || 'that branch'}.`,
    };
  return null;
}
