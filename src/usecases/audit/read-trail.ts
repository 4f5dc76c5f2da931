import { addDays, type Language, type Person, toInstant } from '../../kernel/index.ts';
import type { TrailEntry, TrailFilter } from '../../ledger/index.ts';
import { nameDeed, sayDeed } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { isAutomatic, toDeedParams } from './to-deed.ts';

/** One thing somebody did, in words. */
export interface Deed {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly kind_name: string;
  readonly actor: string | null;
  readonly actor_name: string;
  readonly sentence: string;
  readonly digest: string;
}

/** Which deeds are asked for; dates are local, both included. */
export interface TrailInput {
  /** Id of a person, or `-` for commands on the folder. */
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly object?: string | undefined;
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

const MOST = 200;
const USUAL = 50;

/** What an administrator sees of others: who enters, with which leave, and the system itself. */
const TECHNICAL = [
  'schema',
  'accepted',
  'started',
  'setting',
  'signed-in',
  'signed-out',
  'session-ended',
  'sign-in-throttled',
  'password-changed',
  'second-factor-enrolled',
  'second-factor-removed',
  'backup-codes-renewed',
  'backup-code-used',
  'access-reset',
  'recovery-issued',
  'recovery-used',
  'token-collected',
  'token-ended',
  'exception-ended',
  'rebuilt',
  'verified',
  'backed-up',
];

type Place = Pick<Institution, 'ledger' | 'content' | 'ports'>;

/** What somebody may see of the trail: all, their own, or their own and what is technical. */
function toReach(who: Person): Pick<TrailFilter, 'within'> {
  const roles = who.grants.map(({ role }) => role);
  if (roles.includes('auditor') || roles.includes('management')) return {};
  return { within: { own: who.id, kinds: roles.includes('administrator') ? TECHNICAL : [] } };
}

/** The instant a local date begins, as the chain writes instants. */
function toStart({ content }: Place, date: string): string {
  const us = toInstant(`${date}T00:00:00`, content.catalogue.settings.default_zone);
  return new Date(Number(us / 1000n)).toISOString();
}

const FOLDER: Readonly<Record<Language, string>> = {
  es: 'Una orden en la carpeta',
  en: 'A command on the folder',
};

const PUBLIC: Readonly<Record<Language, string>> = { es: 'La página pública', en: 'The public page' };

/** What clients do, who have no account here. */
const PUBLIC_KINDS: ReadonlySet<string> = new Set(['case-opened', 'case-replied', 'case-rated']);

/** Whether a client did it. */
function isPublic({ kind, actor }: TrailEntry): boolean {
  return actor === null && PUBLIC_KINDS.has(kind);
}

function toDeed({ ledger }: Place, entry: TrailEntry, language: Language): Deed {
  const { seq, at, kind, actor, digest } = entry;
  const person = actor === null ? FOLDER[language] : (ledger.people.find(actor)?.name ?? actor);
  const name = isAutomatic(entry) ? 'Circuito' : isPublic(entry) ? PUBLIC[language] : person;
  const sentence = sayDeed(name, kind, toDeedParams(entry, ledger, language), language);
  return { seq, at, kind, kind_name: nameDeed(kind, language), actor, actor_name: name, sentence, digest };
}

/**
 * What was done, latest first, in words. Auditors and management see all; an administrator sees what is
 * technical and their own; others see their own.
 */
export function readTrail(
  place: Place,
  who: Person,
  input: TrailInput,
  language: Language,
): { readonly deeds: readonly Deed[]; readonly next: number | null } {
  const limit = Math.min(MOST, Math.max(1, input.limit ?? USUAL));
  const entries = place.ledger.trail
    .list({
      ...toReach(who),
      ...(input.person !== undefined && { actor: input.person === '-' ? null : input.person }),
      ...(input.kind !== undefined && { kind: input.kind }),
      ...(input.from !== undefined && { from: toStart(place, input.from) }),
      ...(input.until !== undefined && { until: toStart(place, addDays(input.until, 1)) }),
      ...(input.object !== undefined && { object: input.object }),
      ...(input.before !== undefined && { before: input.before }),
      limit: limit + 1,
    })
    .slice(0, limit + 1);
  const page = entries.slice(0, limit);
  return {
    deeds: page.map((entry) => toDeed(place, entry, language)),
    next: entries.length > limit ? (page.at(-1)?.seq ?? null) : null,
  };
}

/** Everybody and every kind there is to filter the trail by. */
export function listTrailFilters({ ledger }: Place, who: Person, language: Language) {
  const whole = toReach(who).within === undefined;
  const people = ledger.people.list().map(({ id, name }) => ({ id, name }));
  return {
    people: whole
      ? [...people, { id: '-', name: FOLDER[language] }]
      : people.filter(({ id }) => id === who.id),
    kinds: ledger.trail.kinds().map((kind) => ({ kind, name: nameDeed(kind, language) })),
  };
}
