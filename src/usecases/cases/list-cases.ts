import {
  type CaseKind,
  CASE_KINDS,
  type Language,
  type LocalText,
  PERMISSIONS,
  type Person,
  Refusal,
  type Role,
  type Scope,
  toScope,
} from '../../kernel/index.ts';
import type { CaseFilter, CaseGroup, CaseOrder } from '../../ledger/index.ts';
import { printCount, sayAnswered } from '../../sentences/index.ts';
import { toDayStart } from '../describe-due.ts';
import { listHeldOff } from '../held-off.ts';
import { listOpenGroups } from '../list-open-groups.ts';
import { listTurns } from '../list-turns.ts';
import { toLocalToday } from '../local-today.ts';
import { loadUnitClock } from '../unit-clock.ts';
import { alike, findFlow, findState, type Place } from './definition.ts';
import { isWithin } from './reach-case.ts';
import { type CaseLine, type ProtectClient, showCase } from './show-case.ts';

/** What a list is asked. */
export interface ListInput {
  readonly kind?: CaseKind | undefined;
  readonly procedure?: string | undefined;
  readonly state?: string | undefined;
  readonly unit?: string | undefined;
  /** `mine`, `turn` (nobody's, waiting for a role of mine), `desk` (both), `nobody`, or a person's id. */
  readonly assigned?: string | undefined;
  readonly due?: 'overdue' | 'today' | 'week' | 'waiting' | 'unknown' | undefined;
  readonly all: boolean;
  readonly q?: string | undefined;
  readonly sort?: CaseOrder | undefined;
  readonly page?: number | undefined;
}

interface Choice {
  readonly id: string;
  readonly name: LocalText;
  readonly n: number;
}

/** A page of cases, with what can be filtered by. */
export interface CaseList {
  readonly sentence: LocalText;
  readonly cases: readonly CaseLine[];
  readonly of: number;
  readonly page: number;
  readonly pages: number;
  readonly kinds: readonly Choice[];
  readonly procedures: readonly Choice[];
  readonly states: readonly Choice[];
  readonly units: readonly { readonly unit: string; readonly n: number }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly roles: readonly Role[];
    readonly n: number;
  }[];
  readonly may_assign: boolean;
  readonly may_open: boolean;
}

const PAGE = 50;
const WEEK_DAYS = 7;
const KIND_NAMES: Readonly<Record<CaseKind, LocalText>> = {
  solicitud: { es: 'Solicitud', en: 'Request' },
  consulta: { es: 'Consulta', en: 'Query' },
  queja: { es: 'Queja', en: 'Grievance' },
  reclamo: { es: 'Reclamo', en: 'Complaint' },
  derecho: { es: 'Derecho sobre los datos', en: 'Data right' },
};

/** The number of a case, as it is written on a receipt. */
const NUMBER = /^[a-z]{1,6}-\d{4}(?:-\d{1,9})?$/i;

function toDueFilter(input: ListInput, now: string, zone: string): Partial<CaseFilter> {
  switch (input.due) {
    case undefined:
      return {};
    case 'overdue':
      return { due: { to: now } };
    case 'today':
      return { due: { from: now, to: toDayStart(now, zone, 1) } };
    case 'week':
      return { due: { from: now, to: toDayStart(now, zone, WEEK_DAYS) } };
    default:
      return { without_due: input.due };
  }
}

/** Who does not work the cases finds them by number alone: searching by client would tell who they are. */
function toText(q: string | undefined, works: boolean): Partial<CaseFilter> {
  const text = q?.trim() ?? '';
  if (text === '') return {};
  if (!works && !NUMBER.test(text)) throw new Refusal('case-search-by-number');
  return { text };
}

function toAssignedFilter(place: Place, who: Person, assigned: string | undefined): Partial<CaseFilter> {
  if (assigned === undefined) return {};
  if (assigned === 'desk')
    return { desk: { person: who.id, places: listTurns(place, who, toLocalToday(place)) } };
  if (assigned === 'turn') return { assigned: null, places: listTurns(place, who, toLocalToday(place)) };
  return { assigned: assigned === 'mine' ? who.id : assigned === 'nobody' ? null : assigned };
}

function toFilter(
  place: Place,
  who: Person,
  scope: Scope,
  input: ListInput,
  { works, except }: { readonly works: boolean } & Pick<CaseFilter, 'except'>,
): CaseFilter {
  const { units, processes } = scope;
  if (input.unit !== undefined && units !== null && !units.includes(input.unit))
    throw new Refusal('out-of-scope', { unit: input.unit });
  const zone = place.content.catalogue.settings.default_zone;
  const { kind, procedure, state, assigned } = input;
  return {
    units: input.unit === undefined ? units : [input.unit],
    processes,
    all: input.all,
    ...(kind !== undefined && { kind }),
    ...(procedure !== undefined && { procedure }),
    ...(state !== undefined && { state }),
    ...toAssignedFilter(place, who, assigned),
    ...(except !== undefined && { except }),
    ...toText(input.q, works),
    ...toDueFilter(input, place.ports.clock(), zone),
  };
}

function sumBy<K extends string>(
  groups: readonly CaseGroup[],
  keyOf: (group: CaseGroup) => K | null,
): [K, number][] {
  const sums = new Map<K, number>();
  for (const group of groups) {
    const key = keyOf(group);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + group.n);
  }
  return [...sums].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

function toSentence(
  place: Place,
  scope: Scope,
  groups: readonly CaseGroup[],
  without: Pick<CaseFilter, 'except'>,
): LocalText {
  const { units, processes } = scope;
  const now = place.ports.clock();
  const zone = place.content.catalogue.settings.default_zone;
  const count = (due: CaseFilter['due']) =>
    place.ledger.cases.list(
      { units, ...(processes !== null && { processes }), due: due ?? {}, ...without },
      { limit: 0 },
    ).of;
  const sum = (answered: boolean) =>
    groups.reduce((n, group) => (group.answered === answered ? n + group.n : n), 0);
  const [open, answered] = [sum(false), sum(true)];
  const apart = (language: Language) => sayAnswered(answered, language);
  if (open === 0)
    return { es: `No hay casos abiertos${apart('es')}.`, en: `There are no open cases${apart('en')}.` };
  const overdue = count({ to: now });
  const today = count({ from: now, to: toDayStart(now, zone, 1) });
  const isNone = overdue + today === 0;
  return {
    es: `Hay ${printCount(open, ['caso abierto', 'casos abiertos'], 'es')}: ${
      isNone
        ? 'ninguno vencido ni por vencer hoy'
        : `${printCount(overdue, ['vencido', 'vencidos'], 'es')} y ${printCount(today, ['que vence hoy', 'que vencen hoy'], 'es')}`
    }${apart('es')}.`,
    en: `There ${open === 1 ? 'is' : 'are'} ${printCount(open, ['open case', 'open cases'], 'en')}: ${
      isNone
        ? 'none overdue or due today'
        : `${printCount(overdue, ['overdue', 'overdue'], 'en')} and ${printCount(today, ['due today', 'due today'], 'en')}`
    }${apart('en')}.`,
  };
}

const WORKING = Object.keys(PERMISSIONS['work-cases']) as readonly Role[];

/** People that cases within reach may be given to, with how many open ones each has. */
export function listAssignable(
  place: Place,
  reach: Scope,
): { id: string; name: string; roles: readonly Role[] }[] {
  const today = toLocalToday(place);
  return place.ledger.people.company(today).people.flatMap((person) => {
    const scope = toScope(person, 'work-cases', today);
    if (scope === null) return [];
    const meets =
      reach.units === null || scope.units === null || scope.units.some((unit) => reach.units!.includes(unit));
    const roles = new Set(person.grants.map(({ role }) => role).filter((role) => WORKING.includes(role)));
    return meets ? [{ id: person.id, name: person.name, roles: [...roles] }] : [];
  });
}

/**
 * Cases within reach, first what is due first. Refuses `out-of-scope` (a unit of others), and
 * `case-search-by-number`: who does not work the cases may not look for a client.
 */
export async function listCases(
  place: Place,
  who: Person,
  scope: Scope,
  input: ListInput,
  protect: ProtectClient,
): Promise<CaseList> {
  const today = toLocalToday(place);
  const clock = await loadUnitClock(place);
  const assigner = toScope(who, 'assign-cases', today);
  const opener = toScope(who, 'work-cases', today);
  // An analyst answers complaints and sees whose they are; of requests, codes alone.
  const isAnalyst = opener?.units === null && opener.processes === null;
  const voices = input.kind !== undefined && input.kind !== 'solicitud';
  const works = isAnalyst ? voices : opener !== null || assigner !== null;
  // Who is complained about does not even learn that there is a case.
  const hidden = listHeldOff(place, who);
  const without = hidden.length === 0 ? {} : { except: hidden };
  const page = Math.max(1, input.page ?? 1);
  const { cases, of } = place.ledger.cases.list(toFilter(place, who, scope, input, { works, ...without }), {
    order: input.sort ?? 'due',
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const groups = listOpenGroups(place, hidden).filter((group) => isWithin(scope, group));
  const chosen =
    input.procedure === undefined ? groups : groups.filter(({ procedure }) => procedure === input.procedure);
  const held = new Map(sumBy(groups, ({ assigned_to, answered }) => (answered ? null : assigned_to)));
  const viewer = { who, today, clock, protect };
  return {
    sentence: toSentence(place, scope, groups, without),
    cases: cases.map((record) => showCase(place, record, viewer)),
    of,
    page,
    pages: Math.max(1, Math.ceil(of / PAGE)),
    kinds: sumBy(groups, ({ kind }) => kind)
      .filter(([kind]) => CASE_KINDS.includes(kind))
      .map(([id, n]) => ({ id, name: KIND_NAMES[id], n })),
    procedures: sumBy(groups, ({ procedure }) => procedure).map(([id, n]) => ({
      id,
      name: findFlow(place, id)?.procedure.name ?? alike(id),
      n,
    })),
    states: sumBy(chosen, ({ state }) => state).map(([id, n]) => ({
      id,
      name: nameState(place, chosen, id),
      n,
    })),
    units: sumBy(groups, ({ unit }) => unit).map(([unit, n]) => ({ unit, n })),
    people:
      assigner === null
        ? []
        : listAssignable(place, assigner).map((each) => ({ ...each, n: held.get(each.id) ?? 0 })),
    may_assign: assigner !== null,
    may_open: opener !== null,
  };
}

/** The name of a state as the first procedure that has it says it. */
function nameState(place: Place, groups: readonly CaseGroup[], state: string): LocalText {
  const group = groups.find((each) => each.state === state);
  return findState(findFlow(place, group?.procedure ?? ''), state)?.name ?? alike(state);
}
