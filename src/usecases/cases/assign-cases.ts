import { type LocalText, type Person, Refusal, type Scope } from '../../kernel/index.ts';
import type { CaseRecord } from '../../ledger/index.ts';
import { sayRefusal } from '../../sentences/index.ts';
import { isAbout } from '../held-off.ts';
import { toLocalToday } from '../local-today.ts';
import { rolesAt } from '../roles-at.ts';
import { findActor, findFlow, type Place } from './definition.ts';
import { findBarToAssign, isWithin } from './reach-case.ts';

/** What came of giving cases to somebody. */
export interface Assigned {
  readonly assigned: number;
  readonly refused: readonly { readonly number: string; readonly why: LocalText }[];
  /** Those that were given, but wait for a role that the person has not. */
  readonly waiting: readonly { readonly number: string; readonly why: LocalText }[];
}

const say = (code: string, number: string): LocalText => ({
  es: sayRefusal(code, { number }, 'es'),
  en: sayRefusal(code, { number }, 'en'),
});

/** What to know of a case given to somebody for whose role it does not wait; null where it does, or for no role. */
function findOtherTurn(place: Place, now: CaseRecord, to: Person, today: string): LocalText | null {
  const actor = findActor(findFlow(place, now.procedure), now.turn);
  if (actor?.role === undefined || actor.role === null) return null;
  if (rolesAt(to, now, today).includes(actor.role)) return null;
  const { es, en } = actor.name;
  return {
    es: `Queda a cargo de ${to.name}, pero ahora espera a otra persona: ${es}.`,
    en: `${to.name} has it, but it now waits for somebody else: ${en}.`,
  };
}

/**
 * Gives cases to a person, or leaves them with nobody, in one link of the chain. What cannot be given is
 * told with why, and the others are given all the same: never to the person complained about.
 * What waits for another role than theirs is given, and told. Refuses `person-not-found`.
 */
export function assignCases(
  place: Place,
  who: Person,
  scope: Scope,
  { numbers, to }: { readonly numbers: readonly string[]; readonly to: string | null },
): Assigned {
  const today = toLocalToday(place);
  const { cases, people } = place.ledger.as(who.id);
  const person = to === null ? null : people.person(to, today);
  if (person === undefined) throw new Refusal('person-not-found', { person: to });
  const refused = new Map<string, LocalText>();
  const waiting = new Map<string, LocalText>();
  const wanted = [...new Set(numbers)].filter((number) => {
    const record = cases.find(number);
    // Of what is out of reach nothing is said, not even whether it exists.
    if (record === undefined || !isWithin(scope, record)) refused.set(number, say('case-not-found', number));
    else if (isAbout(place, record, who)) refused.set(number, say('case-about-you', number));
    else return true;
    return false;
  });
  const assigned = cases.changeMany(
    'case-assigned',
    wanted,
    (now) => {
      if (now.assigned_to === to) return null;
      const bar =
        person === null ? null : findBarToAssign(place, now, people.person(person.id, today), today);
      if (bar !== null) {
        refused.set(now.number, bar);
        return null;
      }
      const why = person === null ? null : findOtherTurn(place, now, person, today);
      if (why !== null) waiting.set(now.number, why);
      return { changes: { assigned_to: to }, event: { kind: 'assigned', data: { to } } };
    },
    { to: person?.name ?? null },
  );
  const toList = (told: ReadonlyMap<string, LocalText>) =>
    [...told].map(([number, why]) => ({ number, why }));
  return { assigned, refused: toList(refused), waiting: toList(waiting) };
}
