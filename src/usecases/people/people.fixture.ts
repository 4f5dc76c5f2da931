import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { type Person, Refusal, type Role } from '../../kernel/index.ts';
import { type Founder, type GrantDraft, type Ledger, openLedger } from '../../ledger/index.ts';
import { type Content, type Institution, loadContent, OWN_PACKS, type Ports } from '../institution.ts';
import { hashPassword } from './password-hash.ts';

/** What use cases about people work with: a ledger of its own and a clock that the test moves. */
export interface TestPlace extends Pick<Institution, 'folder' | 'ledger' | 'content' | 'ports'> {
  readonly forward: (minutes: number) => void;
  readonly now: () => string;
  /** Somebody as they are now. */
  readonly who: (login: string) => Person;
  readonly close: () => void;
}

export const TODAY = '2026-07-01';
const START = Date.parse('2026-07-01T15:00:00Z');
let content: Content | undefined;

/** An empty institution. */
export async function openPlace(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'circuito-people-'));
  content ??= await loadContent([OWN_PACKS]);
  let at = START;
  const ports: Ports = {
    clock: () => new Date(at).toISOString(),
    progress: () => undefined,
    step: () => undefined,
  };
  const ledger: Ledger = openLedger(folder, ports.clock);
  return {
    folder,
    ledger,
    content,
    ports,
    forward: (minutes) => {
      at += minutes * 60_000;
    },
    now: ports.clock,
    who: (login) => {
      const record = ledger.people.findByLogin(login);
      const person = record && ledger.people.person(record.id, TODAY);
      if (!person) throw new Error(`nobody is ${login}`);
      return person;
    },
    close: () => {
      ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A role with the limits it needs. */
export function toGrant(role: Role, more: Partial<GrantDraft> = {}): GrantDraft {
  const local = role === 'supervisor' || role === 'executive' || role === 'technician';
  return {
    role,
    units: local ? ['Norte'] : null,
    processes: role === 'process-owner' ? ['debito-automatico'] : null,
    until: role === 'reviewer' ? '2026-12-31' : null,
    ...more,
  };
}

export const PASSWORD = 'caballito sobre bruma tibia';
let hash: string | undefined;

/** People by login, each with the roles said; all with the same password. */
export async function makePeople(
  { ledger }: TestPlace,
  people: Readonly<Record<string, readonly (Role | GrantDraft)[]>>,
  exception: readonly string[] = [],
): Promise<void> {
  hash ??= await hashPassword(PASSWORD);
  const founders: Founder[] = Object.entries(people).map(([login, roles]) => ({
    login,
    name: `${login} de prueba`,
    email: null,
    language: 'es',
    staff_name: null,
    grants: roles.map((role) => (typeof role === 'string' ? toGrant(role) : role)),
    password_hash: hash ?? null,
    recovery: null,
  }));
  const until = '2027-07-01';
  ledger.begin(
    {
      settings: {},
      founders,
      exception:
        exception.length === 0 ? null : { rules: exception, reason: 'Somos dos.', from: TODAY, until },
      exception_latest: until,
    },
    TODAY,
  );
}

export const VISIT = { ip: '10.0.0.7', agent: 'prueba' };

/** The code that an application shows for a secret at an instant. */
export function toCode(secret: string, now: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(now) });
}

/** The code of the refusal that some work ends in; `done` when it is not refused. */
export async function refusedBy(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
