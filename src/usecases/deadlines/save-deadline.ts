import { join } from 'node:path';
import {
  type CaseKind,
  type DeadlineCount,
  type DeadlineRule,
  type LocalText,
  Refusal,
  type Scope,
  toSlug,
} from '../../kernel/index.ts';
import { writeDeadline } from '../../library/index.ts';
import { capitalize, printLimit } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { binds, findBound } from './in-force.ts';
import { nameKinds } from './kind-names.ts';
import { listScopes, nameScope } from './list-scopes.ts';

type Place = Pick<Institution, 'content' | 'ledger' | 'ports' | 'folder'>;

/** Who answers for a rule: a lawyer or an officer, and when they said so. */
export interface Confirmation {
  readonly confirmed_by: string;
  /** Local date. */
  readonly confirmed: string;
}

/** What is written on the form of a deadline. */
export interface DeadlineInput extends Confirmation {
  readonly kinds: readonly CaseKind[];
  /** One of the conditions offered for its kind; null for all its cases. */
  readonly when: string | null;
  readonly amount: number;
  readonly counts: DeadlineCount;
  readonly from: string;
  readonly until: string | null;
  readonly pauses: boolean;
  readonly regulator: string;
  readonly source: string;
}

const OWN = 'propio';

/** Lines a rule cannot do without, as the form names them. */
const NEEDED = {
  regulator: { es: 'Organismo de control', en: 'Regulator' },
  source: { es: 'De dónde sale', en: 'Where it comes from' },
  confirmed_by: { es: 'Quién lo confirmó', en: 'Who confirmed it' },
} as const satisfies Record<string, LocalText>;

/** Refuses who reaches a part only: a deadline is everybody's. `deadline-reach`. */
export function refuseDeadlineReach({ units, processes }: Scope): void {
  if (units !== null || processes !== null) throw new Refusal('deadline-reach');
}

function refuseMissing(lines: Readonly<Record<string, string>>): void {
  for (const [key, label] of Object.entries(NEEDED))
    if (lines[key]?.trim() === '') throw new Refusal('deadline-line-missing', { es: label.es, en: label.en });
}

function refuseLater(place: Place, { confirmed }: Confirmation): void {
  const today = toLocalToday(place);
  if (confirmed > today) throw new Refusal('deadline-confirmed-later', { confirmed, today });
}

/** Writes it, and tells the deed. */
async function keep(
  { content, folder, ledger }: Place,
  rule: DeadlineRule,
  act: 'set' | 'confirmed',
): Promise<string> {
  const file = await writeDeadline(content.catalogue, join(folder, 'packs', OWN), rule);
  ledger.trail.note('content-changed', {
    file: `packs/${OWN}/${file}`,
    deadline_es: rule.name.es,
    deadline_en: rule.name.en,
    deadline_act: act,
    from: rule.from,
    confirmed_by: rule.confirmed_by,
  });
  return rule.id;
}

/** A name that says for what and how long: `Reclamos, en el exterior: 60 días calendario`. */
function toName(place: Place, { kinds, when, amount, counts, pauses }: DeadlineInput): LocalText {
  const scope = when === null ? null : nameScope(place, kinds, when);
  const say = (language: 'es' | 'en'): string => {
    const some = scope === null ? '' : `, ${scope[language].toLowerCase()}`;
    const limit = printLimit({ amount, counts, pauses }, language);
    return `${capitalize(nameKinds(kinds, language))}${some}: ${limit}`;
  };
  return { es: say('es'), en: say('en') };
}

/** An id that no rule has. */
function toId(place: Place, { kinds, when, from }: DeadlineInput): string {
  const { deadlines } = place.content.catalogue;
  const base = toSlug([...kinds, when === null ? '' : when.replace(/^.*=/, '')].join(' '));
  for (let n = 1; ; n += 1) {
    const id = `${base}-${from}${n === 1 ? '' : `-${n}`}`;
    if (!deadlines.has(id)) return id;
  }
}

/**
 * The rule for the very same cases from the very same day, whose place the new one takes; null where
 * there is none. One for some of them that begins at or after the new one, while that still holds,
 * would win over it: `deadline-before-known`.
 */
function findTwin(place: Place, input: DeadlineInput): DeadlineRule | null {
  const bound = findBound(place.ledger);
  const alike = [...place.content.catalogue.deadlines.values()].filter(
    (rule) =>
      binds(rule, bound) && rule.when === input.when && rule.kinds.some((kind) => input.kinds.includes(kind)),
  );
  const isSame = ({ from, kinds }: DeadlineRule): boolean =>
    from === input.from &&
    kinds.length === input.kinds.length &&
    kinds.every((kind) => input.kinds.includes(kind));
  const twin = alike.find(isSame) ?? null;
  const later = alike.find(
    (rule) =>
      rule !== twin &&
      rule.from >= input.from &&
      (input.until === null || input.until >= rule.from) &&
      // One that names the kind of institution, as a written one does, goes before one for any.
      rule.institutions.length > 0,
  );
  if (later)
    throw new Refusal('deadline-before-known', { es: later.name.es, en: later.name.en, from: later.from });
  return twin;
}

/**
 * Writes a deadline of the institution's own, for its country and kind, confirmed by somebody. A case
 * received before `from` keeps what it had; the rule before it needs no end. One for the same cases
 * from the same day is corrected by it. Whoever holds the content reads the packs again after.
 *
 * Refuses `deadline-reach`, `deadline-without-profile`, `deadline-line-missing`, `deadline-dates`,
 * `deadline-confirmed-later`, `deadline-scope-unknown`, `deadline-before-known`,
 * `deadline-file-unreadable`.
 *
 * @returns the id of the rule
 */
export async function addDeadline(place: Place, scope: Scope, input: DeadlineInput): Promise<string> {
  refuseDeadlineReach(scope);
  const { country, institution } = findBound(place.ledger);
  if (country === null || institution === null) throw new Refusal('deadline-without-profile');
  const { kinds, when, from, until } = input;
  const { regulator, source, confirmed_by } = input;
  refuseMissing({ regulator, source, confirmed_by });
  refuseLater(place, input);
  if (until !== null && until < from) throw new Refusal('deadline-dates', { from, until });
  const [kind] = kinds;
  const isOffered =
    when === null ||
    (kind !== undefined && kinds.length === 1 && listScopes(place, kind).some((each) => each.when === when));
  if (!isOffered) throw new Refusal('deadline-scope-unknown');
  const twin = findTwin(place, input);
  const said = source.trim();
  return keep(
    place,
    {
      id: twin?.id ?? toId(place, input),
      pack: OWN,
      name: toName(place, input),
      kinds,
      country,
      regulator: regulator.trim(),
      institutions: [institution],
      when,
      from,
      until,
      amount: input.amount,
      counts: input.counts,
      pauses: input.pauses,
      source: { es: said, en: said },
      confirmed: input.confirmed,
      confirmed_by: confirmed_by.trim(),
    },
    'set',
  );
}

/**
 * Notes who confirmed a rule as it stands, and when; one of ours becomes a copy of the institution's
 * own that takes its place. Refuses `deadline-reach`, `deadline-not-found`, `deadline-line-missing`,
 * `deadline-confirmed-later`, `deadline-file-unreadable`.
 */
export async function confirmDeadline(
  place: Place,
  scope: Scope,
  id: string,
  { confirmed_by, confirmed }: Confirmation,
): Promise<string> {
  refuseDeadlineReach(scope);
  const rule = place.content.catalogue.deadlines.get(id);
  if (rule === undefined) throw new Refusal('deadline-not-found', { deadline: id });
  refuseMissing({ confirmed_by });
  refuseLater(place, { confirmed_by, confirmed });
  return keep(place, { ...rule, pack: OWN, confirmed, confirmed_by: confirmed_by.trim() }, 'confirmed');
}
