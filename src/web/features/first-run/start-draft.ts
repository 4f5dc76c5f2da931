import { type Role, toSlug } from '../../../kernel/index.ts';
import type { ApiAnswer, ApiSent } from '../../app/api.ts';

/** What may be chosen: the answer of `get /api/start`. */
export type StartChoices = ApiAnswer<'get /api/start'>;
type StartBody = ApiSent<'post /api/start'>['body'];

/** Roles that can be given the first time. */
export const FIRST_ROLES = ['analyst', 'management', 'auditor', 'process-owner', 'supervisor'] as const;
export type FirstRole = (typeof FIRST_ROLES)[number];

/** One of the others, besides whoever answers. */
export interface OtherPerson {
  readonly name: string;
  readonly role: FirstRole;
}

/** The answers so far. */
export interface StartDraft {
  readonly name: string;
  readonly kind: StartBody['kind'];
  readonly words: StartBody['words'];
  /** Packs it begins with, besides the base. */
  readonly packs: readonly string[];
  readonly country: string;
  /** Null: hours of one's own. */
  readonly calendar: string | null;
  readonly from: string;
  readonly to: string;
  readonly saturday: boolean;
  readonly people_count: number;
  readonly person: string;
  readonly login: string;
  readonly password: string;
  readonly again: string;
  readonly others: readonly OtherPerson[];
}

/** With this many people or fewer, one person administers and analyses, under a dated exception. */
const FEW = 2;

export function isFew({ people_count }: StartDraft): boolean {
  return people_count <= FEW;
}

/** What the wizard opens with: the first country, its first calendar. */
export function toDraft(choices: StartChoices): StartDraft {
  const kind = choices.kinds.find(({ id }) => id === 'cooperativa') ?? choices.kinds[0];
  const country = choices.countries.find(({ id }) => id === 'EC') ?? choices.countries[0];
  return {
    name: '',
    kind: kind?.id ?? 'banco',
    words: kind?.words ?? { client: 'cliente', unit: 'agencia', staff: 'ejecutivo' },
    packs: listUsualPacks(choices, kind?.id ?? 'banco'),
    country: country?.id ?? 'EC',
    calendar: findUsual(choices, country?.id ?? 'EC'),
    from: '09:00',
    to: '17:00',
    saturday: false,
    people_count: 1,
    person: '',
    login: '',
    password: '',
    again: '',
    others: [],
  };
}

/** What a kind of institution begins with: a bank with the usual packs, others with what they choose. */
export function listUsualPacks({ packs }: StartChoices, kind: StartBody['kind']): readonly string[] {
  return kind === 'banco' ? packs.filter(({ usual }) => usual).map(({ id }) => id) : [];
}

/** The calendars made for a country, and those of no country. */
export function listCalendars({ calendars }: StartChoices, country: string): StartChoices['calendars'] {
  return calendars.filter((calendar) => calendar.country === country || calendar.country === null);
}

/** The calendar a country begins with: its regular one where there are several, null without any. */
export function findUsual(choices: StartChoices, country: string): string | null {
  const calendars = listCalendars(choices, country);
  return (calendars.find(({ id }) => id.includes('regular')) ?? calendars[0])?.id ?? null;
}

/**
 * A user name from a name: first name and first surname.
 *
 * @example toLogin('Ana María Pérez') // 'ana.maria'
 */
export function toLogin(name: string): string {
  return toSlug(name).split('-').slice(0, 2).join('.');
}

function toPerson(name: string, login: string, roles: readonly Role[], language: 'es' | 'en') {
  const grants = roles.map((role) => ({ role, units: null, processes: null, until: null }));
  return { login, name: name.trim(), language, staff_name: null, grants };
}

/** The draft as the server takes it. */
export function toStartBody(draft: StartDraft, language: 'es' | 'en'): StartBody {
  const { calendar, from, to, saturday, others } = draft;
  const first: readonly Role[] = isFew(draft) ? ['administrator', 'analyst'] : ['administrator'];
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    words: draft.words,
    packs: [...draft.packs],
    country: draft.country,
    calendar,
    hours: calendar === null ? { from, to, saturday } : null,
    people_count: draft.people_count,
    people: [
      toPerson(draft.person, draft.login.trim(), first, language),
      ...others
        .filter(({ name }) => name.trim() !== '')
        .map(({ name, role }) => toPerson(name, toLogin(name), [role], language)),
    ],
    password: draft.password,
  };
}
