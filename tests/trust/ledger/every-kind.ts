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

/** An improvement from what asks for it to its closing, one dropped on the way, and opened again. */
function writeImprovements(as: (id: string) => Ledger): void {
  const draft = { origin: 'signal' as const, process: 'cuentas', units: ['Norte'] };
  const shown = { kind: 'signal' as const, subject: 'entrega-pin', data: { period: '2026-06', n: 31 } };
  const id = as('p3').improvements.open(
    { ...draft, title: 'PIN que no llega', problem: 'La mitad espera más de lo prometido.' },
    [shown],
  );
  const loop = (who: string) => as(who).improvements;
  loop('p3').change(id, {
    title: 'PIN que llega tarde',
    problem: 'La mitad espera.',
    process: 'cuentas',
    units: null,
  });
  loop('p3').assign(id, { owner: 'p3', due_date: '2026-07-10' });
  loop('p3').addEvidence(id, { kind: 'note', subject: 'Visita', data: { text: 'Dos cajas llenas.' } });
  const cause = { method: 'five-whys' as const, branch: null, known: null, count: null };
  const first = loop('p3').addCause(id, { ...cause, parent: null, text: 'Sale un lote al día', root: false });
  loop('p3').addCause(id, { ...cause, parent: first, text: 'El lote se arma a mano', root: true });
  const asking = { today: TODAY, reaches: () => () => true };
  const decision = { decision: 'adopt' as const, reason: 'Cuesta poco.', until: null, session_id: null };
  loop('p2').decide(id, decision, asking);
  loop('p2').planProof(id, {
    indicator: 'entrega-pin',
    only: {},
    baseline: { from: '2026-01', to: '2026-06' },
    follow_up: null,
    comparison_units: [],
    meanwhile: [],
  });
  loop('p2').planPilot(id, { units: ['Norte'], from: '2026-07-01', to: null });
  const action = { kind: 'corrective' as const, responsible: 'p5', due_date: '2026-07-20' };
  const done = loop('p3').actions.write(id, { ...action, text: 'Dos lotes al día' });
  loop('p5').actions.carryOut(done, 'El registro de lotes');
  const more = loop('p5').actions.supply(done, 'Foto del registro');
  loop('p2').actions.accept(more, TODAY, asking.reaches);
  loop('p3').actions.drop(
    loop('p3').actions.write(id, { ...action, text: 'Otro motorizado' }),
    'No hace falta',
  );
  const told = { channel: 'cartelera', text: 'El PIN sale dos veces al día.', units: null, told_on: TODAY };
  loop('p3').tell(id, { audience: 'staff', ...told });
  loop('p2').move(id, { stage: 'implementation', owner: 'p2', due_date: null, note: 'Ya se probó.' });
  const closing = { note: 'Bajó.', result: { change: '-83.3' }, listSetters: () => [] };
  loop('p2').close(id, closing, asking);
  loop('p2').reopen(id, 'analysis', 'Volvió a subir.');
}

/** A session of the committee from its opening to its end, and a review of the loop. */
function writeCommittee(as: (id: string) => Ledger): void {
  const draft = { date: TODAY, place: 'Sala', attendees: [{ person: 'p2', name: 'Gustavo Páez' }] };
  const id = as('p2').committee.open(draft);
  as('p2').committee.change(id, { ...draft, place: 'Sala 2', notes: 'Se leyó el acta anterior.' });
  as('p2').committee.end(id);
  as('p3').loop_reviews.add({ date: TODAY, answers: { fuentes: 0.5 }, notes: '' });
}

/** A month closed and restated, rows of it contested, and a contest turned down. */
function writeClosings(as: (id: string) => Ledger): void {
  const closing = {
    period: '2026-06',
    digests: {},
    figures: {},
    changes: [],
    proposal: null,
    proposed_by: 'p3',
    approved_by: 'p2',
  };
  as('p2').closings.add({ ...closing, version: 1, kind: 'closed', cause: '' });
  as('p2').closings.add({ ...closing, version: 2, kind: 'restated', cause: 'Llegó un archivo.' });
  const contest = as('p4').contests.open({
    period: '2026-06',
    indicator: 'entrega-pin',
    dataset: 'requests',
    keys: [['R-1']],
    reason: 'Es una prueba.',
    evidence: 'El correo del 3.',
  });
  as('p3').contests.answer(contest, 'rejected', 'No lo es.');
}

/** A workshop planned, held and answered, and one cancelled. */
function writeWorkshops(as: (id: string) => Ledger): void {
  const choices = ['24 h', '48 h'];
  const test = [1, 2, 3].map((n) => ({ text: `Pregunta ${n}`, choices, right: 0 }));
  const draft = {
    date: TODAY,
    topic: 'Entrega del PIN',
    place: 'Sala 2',
    units: null,
    indicators: ['entrega-pin'],
    test,
  };
  const id = as('p3').workshops.plan(draft);
  const came = { name: 'Gustavo Páez', unit: null, attended: true, points: null };
  as('p3').workshops.recordAttendance(id, [{ person_id: 'p2', ...came }], TODAY);
  as('p2').workshops.takeTest(id, [0, 0, 1]);
  as('p3').workshops.cancel(as('p3').workshops.plan({ ...draft, test: [] }), 'No hay sala.');
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
  writeClosings(as);
  writeImprovements(as);
  writeCommittee(as);
  const pin = { es: 'Entrega del PIN, Norte', en: 'PIN delivery, Norte' };
  as('p3').signals.mark('entrega-pin {"unit":"Norte"}', 'above 2026-06 outside', 'Ya se revisó.', pin);
  const alert = {
    name: 'Plazo del PIN',
    rule: {
      kind: 'against-standard' as const,
      indicators: ['entrega-pin'],
      by: 'whole' as const,
      threshold: null,
    },
    tells: { owners: true, roles: ['management' as const], people: [] },
  };
  const rule = as('p3').alerts.make(alert);
  as('p3').alerts.end(as('p3').alerts.change(rule, { ...alert, name: 'Plazo de la clave' }));
  const told = { kind: 'against-standard' as const, text: pin, to: '/', tokens: ['entrega-pin'] };
  as('p3')
    .as(null)
    .alerts.tell(TODAY, [{ person: 'p3', lines: [told] }]);
  writeWorkshops(as);
  const { trail } = as('p3');
  trail.note('exported', { what: 'las filas de «entrega-pin» de junio (31)' });
  trail.note('printed', { what: 'el informe de junio' });
  trail.note('revealed', { key: 'R-7', dataset: 'requests', indicator: 'entrega-pin', reason: 'reclamo 12' });
  trail.note('content-changed', { file: 'packs/propio/indicators/a.yaml' });
  as('p1').trail.note('rebuilt', {});
  as('p1').trail.note('backed-up', {});
  as('p4').trail.note('verified', { sound: 1, entries: 50 });
}
