import { addDays, Refusal } from '../../kernel/index.ts';
import { EXCEPTION_DAYS, type Founder, type GrantDraft, type PersonDraft } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { COUNTRIES } from './countries.ts';
import { listCountryHolidays } from './country-holidays.ts';
import { listOptionalPacks } from './optional-packs.ts';
import { type Hours, OWN_CALENDAR, type PackChoice, writeOwnCalendar, writeOwnSettings } from './own-pack.ts';
import { hashPassword } from './password-hash.ts';
import { checkPassword } from './password-rules.ts';
import type { Profile } from './profile.ts';
import { makeRecovery, type RecoveryCode } from './recovery-code.ts';
import { isLoopback, maySetFactorLater, owesSecondFactor } from './session-policy.ts';
import { type SignedIn, toLogin } from './sign-in.ts';
import { startSession, type Visit } from './start-session.ts';

/** What is said the first time. */
export interface StartInput extends Omit<Profile, 'zone' | 'calendar'> {
  /** A calendar of a pack, or null to write one with `hours`. */
  readonly calendar: string | null;
  readonly hours: Hours | null;
  /** Packs of ours it begins with, besides the base; absent for all. */
  readonly packs?: readonly string[];
  readonly people_count: number;
  /** Whoever begins first; the others get a code each. */
  readonly people: readonly Omit<PersonDraft, 'email'>[];
  /** Of the first. */
  readonly password: string;
}

export interface Started extends SignedIn {
  readonly codes: readonly RecoveryCode[];
}

/** With this many people or fewer, one is administrator and analyst at once. */
const FEW = 2;
const EVERYWHERE = { units: null, processes: null, until: null };
const TOGETHER: readonly GrantDraft[] = [
  { role: 'administrator', ...EVERYWHERE },
  { role: 'analyst', ...EVERYWHERE },
];

function getZone(institution: Institution, input: StartInput): string {
  const country = COUNTRIES.find(({ id }) => id === input.country);
  if (!country) throw new Refusal('country-unknown', { country: input.country });
  if (input.calendar === null) return country.zone;
  const calendar = institution.content.catalogue.calendars.get(input.calendar);
  if (!calendar) throw new Refusal('calendar-unknown', { calendar: input.calendar });
  return calendar.time_zone;
}

/** National holidays hold for hours of one's own too. */
function listOwnHolidays({ content }: Institution, input: StartInput): readonly string[] {
  const country = COUNTRIES.find(({ id }) => id === input.country);
  return country ? listCountryHolidays(content.catalogue, country).map(({ id }) => id) : [];
}

function checkHours(hours: Hours | null): Hours {
  const right = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
  if (!hours || !right.test(hours.from) || !right.test(hours.to) || hours.from >= hours.to) {
    throw new Refusal('hours-unreadable');
  }
  return hours;
}

/** Which packs the institution's own asks for, and which usual ones it leaves out; without a choice, the usual ones hold. */
async function choosePacks(folder: string, chosen: readonly string[] | undefined): Promise<PackChoice> {
  if (chosen === undefined) return { requires: null, leaves_out: [] };
  const packs = await listOptionalPacks(folder);
  const left = packs.filter(({ id, usual }) => usual && !chosen.includes(id));
  const asked = packs.filter(({ id, usual }) => !usual && chosen.includes(id));
  if (left.length === 0 && asked.length === 0) return { requires: null, leaves_out: [] };
  const kept = packs.filter(({ id }) => chosen.includes(id));
  return { requires: ['base', ...kept.map(({ id }) => id)], leaves_out: left.map(({ id }) => id) };
}

/** Who may decide on what the first administrator proposes must be there from the beginning. */
function checkFirstPeople(input: StartInput): void {
  if (input.people_count <= FEW) return;
  const [first, ...others] = input.people;
  const has = (person: { readonly grants: readonly GrantDraft[] }, ...roles: string[]) =>
    person.grants.some(({ role }) => roles.includes(role));
  if (!first || !has(first, 'administrator')) throw new Refusal('start-needs-administrator');
  if (!others.some((person) => has(person, 'administrator', 'management'))) {
    throw new Refusal('start-needs-second');
  }
}

/** Whom the first password is for. */
export interface FirstOwner {
  readonly login: string;
  readonly name: string;
  readonly institution: string;
}

/**
 * Says what is wrong with a first password where it is written, before anything is kept. Refuses what
 * `startInstitution` would: the password's rules, `already-started`, `start-here-only`.
 */
export async function checkStartPassword(
  { ledger }: Pick<Institution, 'ledger'>,
  owner: FirstOwner,
  password: string,
  ip: string,
): Promise<void> {
  if (ledger.people.any()) throw new Refusal('already-started');
  if (!isLoopback(ip)) throw new Refusal('start-here-only');
  await checkPassword(password, {
    ...owner,
    login: toLogin(owner.login),
    email: null,
    second_factor: true,
  });
}

/**
 * Begins an institution: its words, country, calendar (written in its own pack, so the text file
 * says it) and first people, and signs in the first. One or two people get administrator and analyst
 * together, under a dated exception that every report prints. The caller reads the content again
 * after. Refuses `already-started`, and whoever is not on this machine (`start-here-only`).
 */
export async function startInstitution(
  institution: Institution,
  input: StartInput,
  visit: Visit,
): Promise<Started> {
  const { ledger, folder, ports } = institution;
  if (ledger.people.any()) throw new Refusal('already-started');
  if (!isLoopback(visit.ip)) throw new Refusal('start-here-only');
  checkFirstPeople(input);
  const zone = getZone(institution, input);
  const few = input.people_count <= FEW;
  const people = input.people.map((person, index) => ({
    ...person,
    email: null,
    login: toLogin(person.login),
    grants: few && index === 0 ? TOGETHER : person.grants,
  }));
  const [first] = people;
  if (!first) throw new Refusal('start-needs-administrator');
  await checkPassword(input.password, { ...first, institution: input.name, second_factor: true });
  const hash = await hashPassword(input.password);
  const choice = await choosePacks(folder, input.packs);
  if (input.calendar === null)
    await writeOwnCalendar(folder, zone, checkHours(input.hours), listOwnHolidays(institution, input));
  const calendar = input.calendar ?? OWN_CALENDAR;
  await writeOwnSettings(folder, { zone, calendar, ...choice });

  const today = toLocalToday(institution);
  const latest = addDays(today, EXCEPTION_DAYS);
  const codes = people.map(({ login }) => makeRecovery(login, ports.clock()));
  const founders: Founder[] = people.map((person, index) => ({
    ...person,
    password_hash: index === 0 ? hash : null,
    recovery: index === 0 ? null : (codes[index]?.kept ?? null),
  }));
  const { name, kind, words, country } = input;
  const profile: Profile = { name, kind, words, country, zone, calendar };
  const [id = 'p1'] = ledger.begin(
    {
      settings: { institution: profile },
      founders,
      exception: few
        ? {
            rules: ['S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6'],
            reason: `Primera vez: el sistema lo ${input.people_count === 1 ? 'usa una sola persona' : 'usan dos personas'}.`,
            from: today,
            until: latest,
          }
        : null,
      exception_latest: latest,
    },
    today,
  );
  const secret = startSession(institution, id, 'founding', visit);
  const person = ledger.people.person(id, today);
  const owes = person !== undefined && owesSecondFactor(person, 'founding', today);
  return {
    next: owes && !maySetFactorLater(person, 'founding', visit.ip) ? 'enrol' : 'nothing',
    secret,
    codes: codes.slice(1).map(({ told }) => told),
  };
}
