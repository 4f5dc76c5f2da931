import { type Person, toSlug } from '../kernel/index.ts';
import type { CaseRecord } from '../ledger/index.ts';
import type { Institution } from './institution.ts';

type Place = Pick<Institution, 'ledger'>;
type Named = Pick<Person, 'name' | 'staff_name'>;

/** The field by which somebody who supervises says for certain whom a complaint is about. */
const SETTLED = 'about_settled';

/** Words that join names and tell nobody from anybody. */
const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'the',
  'of',
]);

const toWords = (name: string): string[] =>
  toSlug(name)
    .split('-')
    .filter((word) => word !== '' && !PARTICLES.has(word));

const namesOf = ({ name, staff_name }: Named): readonly string[] =>
  staff_name === null ? [name] : [name, staff_name];

/** Whether two names are one person's: the same words, or all of the shorter one, two at least, in the longer. */
function isSameName(a: string, b: string): boolean {
  const [left, right] = [toWords(a), toWords(b)];
  if (left.length === 0 || right.length === 0) return false;
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return (few.length > 1 || many.length === 1) && few.every((word) => many.includes(word));
}

/** How many words of a name are somebody's. */
function countShared(words: readonly string[], person: Named): number {
  const counts = namesOf(person).map((name) => toWords(name).filter((word) => words.includes(word)).length);
  return Math.max(...counts);
}

/**
 * Whether somebody is, or may be, the one named. A name settled by who supervises is one person's. As a
 * client writes it («Carmen», «Carmen, de cajas») it is whoever of those known here shares most words
 * with it, and all of them where several share as many.
 */
function isNamed({ ledger }: Place, about: string, isSettled: boolean, person: Named): boolean {
  if (namesOf(person).some((name) => isSameName(about, name))) return true;
  if (isSettled) return false;
  const words = toWords(about);
  const shared = countShared(words, person);
  return shared > 0 && ledger.people.list().every((other) => countShared(words, other) <= shared);
}

/** Whether a case complains, or may complain, about somebody: they neither see it nor are given it. */
export function isAbout(
  place: Place,
  { about_staff, fields }: Pick<CaseRecord, 'about_staff' | 'fields'>,
  person: Named,
): boolean {
  return about_staff !== null && isNamed(place, about_staff, typeof fields[SETTLED] === 'string', person);
}

/** Numbers of the cases that are kept from somebody because they are, or may be, about them. */
export function listHeldOff(place: Place, who: Named): readonly string[] {
  const { cases } = place.ledger;
  const names = cases.aboutNames(SETTLED).filter(({ name, settled }) => isNamed(place, name, settled, who));
  return names.length === 0
    ? []
    : cases.aboutNumbers(names.map(({ name }) => name)).filter((number) => {
        const record = cases.find(number);
        return record !== undefined && isAbout(place, record, who);
      });
}
