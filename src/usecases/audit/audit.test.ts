import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Person, Refusal, type Role, toScope } from '../../kernel/index.ts';
import { type Ledger, openLedger } from '../../ledger/index.ts';
import { type Content, loadContent, OWN_PACKS } from '../institution.ts';
import { checkChain } from './check-chain.ts';
import { answerFinding, closeFinding, listFindings, openFinding } from './findings.ts';
import { listResultReadings, recordReading } from './readings.ts';
import { listTrailFilters, readTrail, type TrailInput } from './read-trail.ts';

const TODAY = '2026-07-01';
let content: Content;
let folder = '';
let ledger: Ledger;
let at = 0;
const ports = { clock: () => new Date(at).toISOString(), progress: () => undefined, step: () => undefined };
const place = () => ({ ledger, content, ports });

const ROLES: readonly Role[] = [
  'administrator',
  'analyst',
  'auditor',
  'management',
  'supervisor',
  'process-owner',
];

beforeAll(async () => {
  content = await loadContent([OWN_PACKS]);
});
beforeEach(() => {
  at = Date.parse('2026-07-01T15:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'circuito-audit-'));
  ledger = openLedger(folder, ports.clock);
  const founders = ROLES.map((role) => ({
    login: role,
    name: `La persona de ${role}`,
    email: null,
    language: 'es' as const,
    staff_name: null,
    password_hash: null,
    recovery: null,
    grants: [
      {
        role,
        units: role === 'supervisor' ? ['Norte'] : null,
        processes: role === 'process-owner' ? ['entrega-pin'] : null,
        until: null,
      },
    ],
  }));
  ledger.begin({ settings: {}, founders, exception: null, exception_latest: TODAY }, TODAY);
});
afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

function who(role: Role): Person {
  const person = ledger.people.person(`p${ROLES.indexOf(role) + 1}`, TODAY);
  if (!person) throw new Error(`nobody is ${role}`);
  return person;
}

const scopeOf = (
  role: Role,
  permission: 'open-finding' | 'answer-finding' | 'close-finding' | 'see-findings',
) => {
  const scope = toScope(who(role), permission, TODAY);
  if (!scope) throw new Error(`${role} may not ${permission}`);
  return scope;
};

function refusedBy(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('who did what', () => {
  beforeEach(() => {
    ledger.as('p2').changeSetting('agenda', 1);
    at += 24 * 60 * 60_000;
    ledger.as('p2').trail.note('exported', { what: 'las filas de julio' });
    ledger.as('p1').accounts.issueRecovery({
      person_id: 'p2',
      digest: 'c'.repeat(64),
      expires_at: '2026-07-04T00:00:00.000Z',
    });
  });

  const read = (role: Role, input: TrailInput = {}) =>
    readTrail(place(), who(role), input, 'es').deeds.map(({ sentence }) => sentence);

  it('tells the auditor everything, latest first, in words', () => {
    expect(read('auditor')).toEqual([
      'La persona de administrator dio a La persona de analyst un código para poner contraseña.',
      'La persona de analyst se llevó las filas de julio.',
      'La persona de analyst cambió la agenda de archivos.',
      'La persona de administrator empezó la institución «» con 6 personas.',
      'Una orden en la carpeta preparó el registro (versión 4).',
    ]);
    expect(read('management')).toHaveLength(5);
  });

  it('tells an administrator what is technical and their own, and others their own', () => {
    expect(read('administrator').some((sentence) => sentence.includes('se llevó'))).toBe(false);
    expect(read('administrator')).toHaveLength(4);
    expect(read('analyst')).toHaveLength(2);
    expect(read('supervisor')).toEqual([]);
    expect(readTrail(place(), who('supervisor'), { person: 'p2' }, 'es').deeds).toEqual([]);
    expect(listTrailFilters(place(), who('analyst'), 'es').people.map(({ id }) => id)).toEqual(['p2']);
  });

  it('filters by person, kind, local date and object, and goes page by page', () => {
    expect(read('auditor', { person: 'p2' })).toHaveLength(2);
    expect(read('auditor', { person: '-' })).toHaveLength(1);
    expect(read('auditor', { kind: 'setting' })).toHaveLength(1);
    expect(read('auditor', { object: 'JULIO' })).toHaveLength(1);
    expect(read('auditor', { from: '2026-07-02' })).toHaveLength(2);
    expect(read('auditor', { until: '2026-07-01' })).toHaveLength(3);
    const first = readTrail(place(), who('auditor'), { limit: 2 }, 'es');
    expect(first.deeds.map(({ seq }) => seq)).toEqual([5, 4]);
    const second = readTrail(place(), who('auditor'), { limit: 3, before: first.next ?? 0 }, 'es');
    expect([second.deeds.map(({ seq }) => seq), second.next]).toEqual([[3, 2, 1], null]);
  });

  it('is checked from the screen, leaves its own link, and says what it found', async () => {
    const { seq, head } = ledger.trail.head();
    const sound = await checkChain(place(), who('auditor'), { seq, head }, 'es');
    expect(sound).toMatchObject({
      entries: 5,
      sound: true,
      findings: [],
      sentence: 'Se comprobaron 5 operaciones: ninguna fue cambiada, borrada ni movida.',
    });
    expect(read('auditor')[0]).toBe('La persona de auditor comprobó la cadena: está íntegra.');
    const wrong = await checkChain(place(), who('auditor'), { seq, head: 'f'.repeat(64) }, 'es');
    expect(wrong).toMatchObject({ sound: false, findings: [expect.stringContaining('se anotó fuera')] });
  });
});

describe('findings', () => {
  const draft = {
    period: '2026-06',
    condition: 'Faltan filas.',
    criterion: 'Todas.',
    cause: 'Un corte.',
    effect: 'No cumple.',
  };
  const open = (role: Role, subject_kind: string, subject: string) =>
    openFinding(place(), who(role), scopeOf(role, 'open-finding'), { ...draft, subject_kind, subject });
  const list = (role: Role) => listFindings(place(), who(role), scopeOf(role, 'see-findings'), {});
  const answer = (role: Role, id: number) =>
    answerFinding(place(), who(role), scopeOf(role, 'answer-finding'), id, 'Se volvió a importar.');
  const close = (role: Role, id: number) =>
    closeFinding(place(), who(role), scopeOf(role, 'close-finding'), id, 'Comprobado.');

  it('are opened by audit, answered by who works, and closed by audit alone', () => {
    const id = open('auditor', 'indicator', 'entrega-pin');
    expect(list('analyst')).toMatchObject([
      { kind: 'audit', state: 'open', may_answer: true, may_close: false },
    ]);
    expect(refusedBy(() => close('analyst', id))).toBe('finding-not-yours');
    expect(refusedBy(() => close('management', id))).toBe('finding-not-yours');
    answer('analyst', id);
    expect(list('auditor')).toMatchObject([
      { state: 'answered', may_close: true, answers: [{ person_name: 'La persona de analyst' }] },
    ]);
    close('auditor', id);
    expect(refusedBy(() => answer('analyst', id))).toBe('finding-closed');
    expect(list('auditor')).toMatchObject([{ state: 'closed', closed_by_name: 'La persona de auditor' }]);
    expect(ledger.verifyChain().findings).toEqual([]);
  });

  it('are not closed by whoever answered', () => {
    const id = open('analyst', 'dataset', 'requests');
    answer('analyst', id);
    expect(refusedBy(() => close('analyst', id))).toBe('finding-answered-by-you');
    close('management', id);
  });

  it('stay within the units and processes of whoever asks', () => {
    open('auditor', 'unit', 'Sur');
    open('auditor', 'unit', 'Norte');
    const other = open('auditor', 'process', 'debito-automatico');
    expect(list('supervisor').map(({ subject }) => subject)).toEqual(['debito-automatico', 'Norte']);
    expect(list('process-owner').map(({ subject }) => subject)).toEqual(['Norte', 'Sur']);
    expect(refusedBy(() => open('supervisor', 'unit', 'Sur'))).toBe('out-of-scope');
    expect(refusedBy(() => open('process-owner', 'process', 'debito-automatico'))).toBe('out-of-scope');
    expect(refusedBy(() => answer('process-owner', other))).toBe('out-of-scope');
    expect(refusedBy(() => answer('process-owner', 99))).toBe('finding-not-found');
  });
});

describe('readings', () => {
  it('keep who read which result, the first time each day', () => {
    const { seq } = ledger.trail.head();
    for (const role of ['management', 'management', 'analyst'] as const) {
      recordReading(place(), who(role), 'entrega-pin', '2026-06');
    }
    expect(ledger.trail.head().seq).toBe(seq + 2);
    at += 24 * 60 * 60_000;
    recordReading(place(), who('management'), 'entrega-pin', '2026-06');
    expect(
      listResultReadings(place(), { subject: 'entrega-pin' }).map(({ person_name }) => person_name),
    ).toEqual(['La persona de management', 'La persona de analyst', 'La persona de management']);
    expect(listResultReadings(place(), { period: '2026-05' })).toEqual([]);
  });
});
