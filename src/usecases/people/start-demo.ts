import { Refusal, type Role, ROLES } from '../../kernel/index.ts';
import type { Founder, GrantDraft } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { isDemo } from './is-demo.ts';
import type { Profile } from './profile.ts';
import type { Door, SignedIn } from './sign-in.ts';
import { startSession, type Visit } from './start-session.ts';

/** What the demo's people are held to: a unit and names that its world has. */
export interface DemoPlace {
  readonly unit: string;
  readonly executive: string;
  readonly technician: string | null;
}

/** Of each invented world. */
export const DEMO_PLACES: Readonly<Record<'demo' | 'tiny', DemoPlace>> = {
  demo: { unit: 'Guayaquil Sur', executive: 'Carmen Chiluisa', technician: 'Jorge Dávila' },
  tiny: { unit: 'norte', executive: 'Ana Mora', technician: null },
};

/** The family of products that the demo's owner answers for, with all its services. */
const PROCESSES = ['tarjetas-de-credito', 'debito-automatico'];
const LAST_DAY = '2099-12-31';

const NAMES: Readonly<Record<Exclude<Role, 'executive'>, string>> = {
  administrator: 'Andrés Paredes',
  analyst: 'Ana Pérez',
  'process-owner': 'Diego Salazar',
  supervisor: 'Silvia Morán',
  management: 'Gloria Espinosa',
  auditor: 'Augusto Rivas',
  technician: 'Tomás Cevallos',
  reviewer: 'Rebeca Lind',
};

function toGrant(role: Role, unit: string): GrantDraft {
  const local = role === 'supervisor' || role === 'executive' || role === 'technician';
  return {
    role,
    units: local ? [unit] : null,
    processes: role === 'process-owner' ? PROCESSES : null,
    until: role === 'reviewer' ? LAST_DAY : null,
  };
}

const toLogin = (role: Role): string => `demo-${role}`;

/**
 * Makes a new folder a demo: one person per role, whose role is taken by one click. Only where nobody
 * and nothing is yet: refuses `demo-not-empty`, so that a real folder never becomes one.
 */
export function startDemo(institution: Institution, place: DemoPlace = DEMO_PLACES.demo): void {
  const { ledger, content } = institution;
  if (ledger.people.any() || ledger.listImports({ include_undone: true }).length > 0) {
    throw new Refusal('demo-not-empty');
  }
  const { default_zone, default_calendar } = content.catalogue.settings;
  const profile: Profile = {
    name: 'Banco de demostración',
    kind: 'banco',
    words: { client: 'cliente', unit: 'agencia', staff: 'ejecutivo' },
    country: 'EC',
    zone: default_zone,
    calendar: default_calendar ?? '',
  };
  const founders: Founder[] = ROLES.map((role) => ({
    login: toLogin(role),
    name: role === 'executive' ? place.executive : (role === 'technician' && place.technician) || NAMES[role],
    email: null,
    language: 'es',
    staff_name: role === 'executive' || role === 'technician' ? place[role] : null,
    grants: [toGrant(role, place.unit)],
    password_hash: null,
    recovery: null,
  }));
  const today = toLocalToday(institution);
  ledger.begin(
    { settings: { demo: true, institution: profile }, founders, exception: null, exception_latest: today },
    today,
  );
}

/** Signs in as whoever has that role in a demo. Refuses `not-a-demo` anywhere else. */
export function takeDemoRole(door: Door, role: Role, visit: Visit): SignedIn {
  const person = isDemo(door.ledger) ? door.ledger.people.findByLogin(toLogin(role)) : undefined;
  if (!person) throw new Refusal('not-a-demo');
  return { next: 'nothing', secret: startSession(door, person.id, 'demo', visit) };
}
