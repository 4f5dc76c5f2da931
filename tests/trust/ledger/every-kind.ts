import type { Role } from '../../../src/kernel/index.ts';
import type { ImportDraft, Ledger } from '../../../src/ledger/index.ts';

const TODAY = '2026-07-01';
const EVERYWHERE = { units: null, processes: null, until: null };
const digest = (n: number): string => String(n).padEnd(64, 'a');

function toImport(n: number): ImportDraft {
  return {
    dataset: 'requests',
    file_name: `requests-${n}.csv`,
    raw_sha256: digest(n),
    raw_bytes: 100 + n,
    mapping: null,
    mapping_digest: null,
    intake_digest: 'same',
    options: {},
    detected: {},
    header: ['request_id'],
    counts: { read: 1204, accepted: 1202, updated: 0, quarantined: 2, duplicate: 0, blank: 0 },
    new_values: [],
    warnings: [],
  };
}

const WAITING = [1, 2].map((line) => ({
  line,
  byte: line * 10,
  column: 1,
  column_name: 'request_id',
  code: 'required-empty',
  params: {},
  cells: [`R-${line}`],
  fact_date: '2026-06-03',
}));

function toFounder(login: string, name: string, role: Role, n: number) {
  const recovery = n === 2 ? { digest: digest(900), expires_at: '2026-07-02T00:00:00.000Z' } : null;
  const grants = [{ role, ...EVERYWHERE }];
  return {
    login,
    name,
    email: null,
    language: 'es' as const,
    staff_name: null,
    grants,
    password_hash: `$argon2id$${n}`,
    recovery,
  };
}

/** A case opened, acted on, given to somebody, noted on, taken by its batch, and rated. */
function writeCases(as: (id: string) => Ledger): void {
  const record = {
    kind: 'reclamo' as const,
    procedure: 'reclamo',
    procedure_version: 1,
    process: 'cuentas',
    state: 'recibido',
    turn: 'ejecutivo',
    unit: 'Norte',
    fact_unit: 'Norte',
    client: 'CL-7',
    channel: 'ventanilla',
    core_number: null,
    importance: null,
    opened_by: 'p3',
    staff_name: null,
    about_staff: null,
    assigned_to: null,
    opened_at: '2026-07-01T10:00:00.000Z',
    due_at: '2026-07-17T04:59:59.999Z',
    due_rule: {
      limit: { amount: 15, counts: 'calendar-days' as const, pauses: false },
      rule: null,
    },
    pauses: [],
    stopped_at: null,
    final: false,
    outcome: null,
    handling_us: null,
    handling_note: 'not-measured' as const,
    fields: { description: 'Un cobro que no es mío.' },
    papers: [],
    satisfaction: null,
    linked_to: null,
  };
  const key = { key: 'p3 abre', body: digest(1) };
  const event = { to_state: 'recibido' };
  const { number } = as('p3').cases.open(
    key,
    null,
    () => ({ series: 'R-2026', record, toFollowDigest: () => digest(55), event }),
    (opened) => opened,
  );
  const note = { what_es: 'Responder', what_en: 'Answer' };
  as('p3').cases.change('case-acted', { number, note }, () => ({
    changes: { state: 'respondido', stopped_at: '2026-07-01T11:00:00.000Z' },
    event: { kind: 'acted', action: 'responder', from_state: 'recibido', to_state: 'respondido' },
  }));
  as('p1').cases.changeMany(
    'case-assigned',
    [number],
    () => ({ changes: { assigned_to: 'p3' }, event: { kind: 'assigned', data: { to: 'p3' } } }),
    { to: 'Ana Pérez' },
  );
  as('p3').cases.change('case-noted', { number }, () => ({
    changes: {},
    event: { kind: 'noted', data: { note: 'Llamó.' } },
  }));
  as('p1').cases.changeMany('case-settled', [number], () => ({
    changes: {},
    event: { kind: 'deadline', data: { due: { limit: null, rule: null } } },
  }));
  as('p3').cases.changeMany(
    'case-batch',
    [number],
    () => ({ changes: { state: 'cerrado', final: true }, event: { kind: 'batch', to_state: 'cerrado' } }),
    { what_es: 'Cierre nocturno', what_en: 'Nightly closing' },
  );
  as('p3')
    .as(null)
    .cases.change('case-replied', { number }, () => ({
      changes: {},
      event: { kind: 'client-wrote', data: { note: 'Aquí está.' } },
    }));
  as('p3')
    .as(null)
    .cases.change('case-rated', { number }, () => ({
      changes: { satisfaction: 5 },
      event: { kind: 'satisfaction' },
    }));
}

/**
 * Writes a link of every kind a ledger knows (but `accepted`, of a ledger found altered), in the names of
 * several people. `tick` moves the ledger's clock.
 */
export function writeEveryKind(ledger: Ledger, tick: () => void): void {
  const as = (id: string): Ledger => {
    tick();
    return ledger.as(id);
  };
  const people = [
    toFounder('ada', 'Ada Mora', 'administrator', 0),
    toFounder('gus', 'Gustavo Páez', 'management', 1),
    toFounder('ana', 'Ana Pérez', 'analyst', 2),
    toFounder('aldo', 'Aldo Rivas', 'auditor', 3),
    toFounder('abel', 'Abel Luna', 'administrator', 4),
  ];
  const settings = { institution: { name: 'Banco de prueba' } };
  const exception = { rules: ['S-5'], reason: 'Empezamos.', from: TODAY, until: '2026-08-01' };
  ledger.begin({ settings, founders: people, exception, exception_latest: '2027-07-01' }, TODAY);
  as('p3').recordImport(toImport(1), WAITING);
  as('p3').recordImport({ ...toImport(2), corrects: [{ import_seq: 1, ordinal: 1 }] }, WAITING);
  as('p3').markCorrected([{ import_seq: 1, ordinal: 2 }], 2);
  as('p1').recordUndo(ledger.listImports()[0]?.id ?? '', 'archivo equivocado');
  as('p3').mergeSpelling('unit', 'Norte ', 'Norte');
  as('p3').mergeSpelling('unit', 'Sur ', 'Sur');
  as('p3').undoMerge('unit', 'Sur ');
  as('p3').saveMapping('core', 'requests', 'columns: {}');
  as('p1').changeSetting('agenda', { day: 5 });
  const session = {
    factor: 'password' as const,
    expires_at: '2026-07-02T12:00:00.000Z',
    ip: '10.0.0.7',
    agent: 'x',
  };
  for (const n of [1, 2, 3, 4])
    as(`p${n}`).sessions.start({ person_id: `p${n}`, digest: digest(n * 11), ...session });
  as('p3').sessions.end(ledger.sessions.find(digest(33))?.id ?? '', 'signed-out');
  as('p1').sessions.endOf('p4', 'ended-by-another');
  ledger.gatekeeping.noteThrottled('ana', '10.0.0.9');
  as('p3').accounts.changePassword('p3', '$argon2id$nueva', null);
  for (const [n, id] of ['p1', 'p2'].entries())
    as(id).accounts.enrolFactor(id, `sellado ${id}`, [digest(910 + n), digest(920 + n)]);
  as('p1').accounts.backup_codes.use('p1', digest(910));
  as('p1').accounts.backup_codes.renew('p1', [digest(930)]);
  as('p2').accounts.removeFactor('p2');
  as('p1').accounts.issueRecovery({
    person_id: 'p4',
    digest: digest(901),
    expires_at: '2026-07-02T23:00:00.000Z',
  });
  ledger.accounts.useRecovery('p4', digest(901), '$argon2id$otra');
  const reset = { person_id: 'p2', digest: digest(902), expires_at: '2026-07-02T23:30:00.000Z' };
  ledger.accounts.resetAccess(reset);
  as('p4').people.changeLanguage('p4', 'en');
  const token = { person: 'p3', name: 'carga nocturna', days: 30 };
  const { proposal } = as('p1').proposals.propose(
    { kind: 'give-token', subject: 'p3 carga nocturna', payload: token, reason: 'cada noche' },
    TODAY,
  );
  as('p2').proposals.decide(proposal.id, 'approved', 'de acuerdo', TODAY);
  as('p3').tokens.collect('t1', 'p3', digest(77));
  as('p3').tokens.end('t1', 'p3');
  const draft = { login: 'eva', name: 'Eva Sol', email: null, language: 'es', staff_name: null };
  const person = {
    ...draft,
    grants: [{ role: 'executive', units: ['Norte'], processes: null, until: null }],
  };
  const propose = (login: string) =>
    as('p1').proposals.propose(
      { kind: 'new-person', subject: login, payload: { person: { ...person, login } }, reason: 'entra' },
      TODAY,
    ).proposal.id;
  as('p5').proposals.decide(propose('eva'), 'approved', '', TODAY);
  as('p5').proposals.decide(propose('iva'), 'rejected', 'no hace falta', TODAY);
  as('p1').proposals.decide(propose('uva'), 'withdrawn', '', TODAY);
  // Nobody owns a process here: only the exception lets it be decided.
  as('p3').proposals.propose({ kind: 'undo-import', subject: 'requests-1', payload: {}, reason: 'x' }, TODAY);
  as('p1').exceptions.end(1);
  const texts = {
    condition: 'Faltan filas.',
    criterion: 'Han de estar todas.',
    cause: 'Un corte.',
    effect: 'No cumple.',
  };
  for (const subject of ['entrega-pin', 'debito-automatico']) {
    const about = { kind: 'audit' as const, subject_kind: 'indicator', subject, period: '2026-06' };
    as('p4').findings.open({ ...about, ...texts });
  }
  as('p3').findings.answer(1, 'Se volvió a importar.');
  as('p4').findings.close(1, 'Comprobado.');
  for (const id of ['p2', 'p3', 'p4']) as(id).readings.record('entrega-pin', '2026-06', TODAY);
  const log = {
    name: 'Débitos de junio',
    file_name: 'debitos.csv',
    raw_sha256: digest(800),
    raw_bytes: 900,
    reading: null,
    process: 'debito-automatico',
    steps: { procedure: 'debito-automatico', of: { almuerzo: null } },
    cases: 3,
    events: 23,
  };
  for (const n of [1, 2]) as('p3').event_logs.add({ ...log, raw_sha256: digest(800 + n) });
  as('p3').event_logs.change(1, { name: 'Débitos', process: null, steps: { procedure: null, of: {} } });
  as('p3').event_logs.remove(2);
  writeCases(as);
  const { trail } = as('p3');
  trail.note('exported', { what: 'las filas de «entrega-pin» de junio (31)' });
  trail.note('printed', { what: 'el informe de junio' });
  trail.note('revealed', { key: 'R-7', dataset: 'requests', indicator: 'entrega-pin', reason: 'reclamo 12' });
  trail.note('content-changed', { file: 'packs/propio/indicators/a.yaml' });
  as('p1').trail.note('rebuilt', {});
  as('p1').trail.note('backed-up', {});
  as('p4').trail.note('verified', { sound: 1, entries: 50 });
}
