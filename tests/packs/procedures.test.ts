import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  askFields,
  type CaseDefinition,
  checkFields,
  type FieldValues,
  findDeadlineRule,
  listBars,
  listPapers,
  type LocalText,
  type Procedure,
  toLimit,
} from '../../src/kernel/index.ts';
import { holdsCondition } from '../../src/language/index.ts';
import { loadCatalogue } from '../../src/library/index.ts';

const PACKS = path.resolve(import.meta.dirname, '../../packs');
const { catalogue, problems } = await loadCatalogue([PACKS]);
const procedures = [...catalogue.procedures.values()];

const DESK = [
  'actualizacion-datos',
  'activacion-tarjeta',
  'prestamo-inmediato',
  'entrega-pin',
  'debito-automatico',
] as const;
const VOICES = ['consulta', 'queja', 'reclamo', 'derecho-datos'] as const;

function getProcedure(id: string): Procedure & { readonly case: CaseDefinition } {
  const found = catalogue.procedures.get(id);
  if (!found?.case) throw new Error(`no procedure ${id} with cases`);
  return { ...found, case: found.case };
}

function listTexts(value: unknown): LocalText[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('es' in value && 'en' in value) return [value as LocalText];
  return Object.values(value).flatMap(listTexts);
}

/** Codes of the policies that refuse an opening with these answers. */
function refusals(id: string, values: FieldValues): string[] {
  return listBars(getProcedure(id).case.bars, values, holdsCondition).map(({ code }) => code);
}

function papers(id: string, values: FieldValues): string[] {
  return listPapers(getProcedure(id).case, values, holdsCondition).map((paper) => paper.id);
}

describe('the procedures that come with the product', () => {
  it('are the five of the desk and the four voices of the client, without a problem', () => {
    expect(problems.filter(({ where }) => /procedures|deadlines/.test(where.file ?? ''))).toEqual([]);
    expect(procedures.map(({ id }) => id)).toEqual([...DESK, ...VOICES].toSorted());
    expect(DESK.map((id) => getProcedure(id).process)).toEqual([...DESK]);
  });

  it.each(procedures)('$id says everything in both languages', (procedure) => {
    const texts = listTexts(procedure);
    expect(texts.length).toBeGreaterThan(40);
    const alike = texts.filter(({ es, en }) => es.trim() === '' || es === en).map(({ es }) => es);
    expect(alike.filter((text) => text !== 'No')).toEqual([]);
    expect(texts.filter(({ en }) => en.trim() === '')).toEqual([]);
  });

  it.each(procedures)(
    '$id has its document whole: scope, areas, policies, requirements, lanes',
    (procedure) => {
      expect(procedure.policies.length).toBeGreaterThanOrEqual(3);
      expect(procedure.requirements.length).toBeGreaterThanOrEqual(2);
      expect(procedure.areas.length).toBeGreaterThanOrEqual(2);
      const lanes = new Set(procedure.nodes.map(({ actor }) => actor));
      expect(procedure.actors.map(({ id }) => id).toSorted()).toEqual([...lanes].toSorted());
      const steps = procedure.nodes.flatMap((node) => (node.kind === 'step' ? [node] : []));
      expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    },
  );

  it.each(procedures)('$id completes each of its steps by opening the case or by an act', (procedure) => {
    const { steps, actions } = getProcedure(procedure.id).case;
    const done = new Set([...steps, ...actions.flatMap((action) => action.steps)]);
    // Signing again is a way back inside the opening, and the executive who knows answers at once.
    done.add('firma-de-nuevo');
    const all = procedure.nodes.flatMap((node) => (node.kind === 'step' ? [node.id] : []));
    expect(all.filter((id) => !done.has(id))).toEqual([]);
    expect(steps).toEqual(all.filter((id) => steps.includes(id)));
  });

  it.each(procedures)('$id never asks for a card number nor a secret one', (procedure) => {
    const { fields, actions } = getProcedure(procedure.id).case;
    const asked = [...fields, ...actions.flatMap((action) => action.fields)];
    const labels = asked.flatMap(({ label }) => [label.es, label.en]).join('\n');
    expect(labels).not.toMatch(/\bPIN\b|clave|secret|n[úu]mero de (?:la )?tarjeta|card number|CVV/i);
  });
});

/** A request that each policy lets through; what is refused changes one answer of it. */
const GOOD: Readonly<Record<(typeof DESK)[number], FieldValues>> = {
  'actualizacion-datos': { requester: 'titular', identity: 'cedula', changes: ['telefono'] },
  'activacion-tarjeta': {
    data_match: 'si',
    requester: 'titular',
    challenge_passed: true,
    signature_equal: true,
  },
  'prestamo-inmediato': {
    data_match: 'si',
    requester: 'titular',
    identity: 'ambas',
    main_holder: true,
    available_limit: 1500,
    amount: 1500,
    term: 36,
  },
  'entrega-pin': { data_match: 'si', requester: 'titular', signature_system: true, signature_card: true },
  'debito-automatico': {
    data_match: 'si',
    requester: 'titular',
    signature_equal: true,
    main_holder: true,
    account_holder: true,
    payment_due: '2026-12-15',
  },
};

const POLICIES: readonly (readonly [(typeof DESK)[number], string, FieldValues, readonly string[]])[] = [
  [
    'actualizacion-datos',
    'a third party without a letter',
    { requester: 'tercero', letter: false },
    ['tercero-sin-carta'],
  ],
  ['actualizacion-datos', 'a third party with a letter passes', { requester: 'tercero', letter: true }, []],
  ['actualizacion-datos', 'identity not checked', { identity: 'no' }, ['identidad-no-comprobada']],
  ['activacion-tarjeta', 'challenge failed', { challenge_passed: false }, ['preguntas-no-superadas']],
  ['activacion-tarjeta', 'another signature', { signature_equal: false }, ['firma-distinta']],
  ['activacion-tarjeta', 'a third party', { requester: 'tercero' }, ['tarjeta-solo-titular']],
  ['prestamo-inmediato', 'a third party', { requester: 'tercero' }, ['prestamo-solo-titular']],
  ['prestamo-inmediato', 'not the main holder', { main_holder: false }, ['no-titular-principal']],
  ['prestamo-inmediato', 'over the available limit', { amount: 1500.01 }, ['monto-sobre-cupo']],
  ['prestamo-inmediato', 'over 36 months', { term: 37 }, ['plazo-sobre-maximo']],
  ['prestamo-inmediato', 'no months', { term: 0 }, ['plazo-no-valido']],
  ['entrega-pin', 'a third party', { requester: 'tercero' }, ['pin-nunca-a-tercero']],
  ['entrega-pin', 'not the signature of the system', { signature_system: false }, ['firma-distinta-sistema']],
  [
    'entrega-pin',
    'not the signature of the identity card',
    { signature_card: false },
    ['firma-distinta-cedula'],
  ],
  ['debito-automatico', 'the account of somebody else', { account_holder: false }, ['cuenta-ajena']],
  ['debito-automatico', 'not the main holder', { main_holder: false }, ['no-titular-principal']],
  [
    'debito-automatico',
    'a third party with letter and copy passes',
    { requester: 'tercero', letter: true, letter_id_copy: true },
    [],
  ],
  [
    'debito-automatico',
    'a third party without letter',
    { requester: 'tercero', letter: false, letter_id_copy: true },
    ['tercero-sin-carta'],
  ],
  [
    'debito-automatico',
    'a third party without copy',
    { requester: 'tercero', letter: true, letter_id_copy: false },
    ['tercero-sin-copia'],
  ],
];

describe('a policy of the desk', () => {
  it.each(DESK)('lets a good request of %s through, with everything answered', (id) => {
    const { fields } = getProcedure(id).case;
    const asked = askFields(fields, GOOD[id], holdsCondition);
    expect(checkFields(fields, asked, GOOD[id], true)).toEqual([]);
    expect(refusals(id, asked.values)).toEqual([]);
  });

  it.each(POLICIES)('%s: %s', (id, _, change, expected) => {
    const { fields } = getProcedure(id).case;
    const given = { ...GOOD[id], ...change };
    const asked = askFields(fields, given, holdsCondition);
    expect(checkFields(fields, asked, given, true)).toEqual([]);
    expect(refusals(id, asked.values)).toEqual(expected);
  });

  it('refuses nothing for what nobody has answered yet', () => {
    for (const id of DESK) expect(refusals(id, {})).toEqual([]);
  });

  it('asks for the papers of what is asked for', () => {
    const of = (...changes: string[]) => papers('actualizacion-datos', { requester: 'titular', changes });
    const always = ['formulario', 'cedula', 'copia-cedula'];
    expect(of('telefono', 'correo')).toEqual(always);
    expect(of('direccion', 'ingresos')).toEqual([...always, 'servicio-basico', 'ingresos']);
    expect(of('estado-civil')).toEqual([...always, 'estado-civil']);
    expect(papers('actualizacion-datos', { requester: 'tercero', changes: ['telefono'] })).toContain('carta');
    expect(papers('activacion-tarjeta', {})).toEqual(['cedula', 'copia-cedula', 'contrato', 'acuse']);
    expect(papers('prestamo-inmediato', {})).toEqual([
      'cedula',
      'copia-cedula',
      'tarjeta',
      'solicitud',
      'comprobante',
    ]);
    expect(papers('entrega-pin', {})).toEqual(['cedula', 'tarjeta', 'solicitud']);
    expect(papers('debito-automatico', { requester: 'titular' })).toEqual([
      'cedula',
      'tarjeta',
      'autorizacion',
    ]);
    expect(papers('debito-automatico', { requester: 'tercero' })).toEqual([
      'cedula',
      'tarjeta',
      'autorizacion',
      'carta',
      'copia-cedula',
    ]);
  });

  it('begins by asking whether the data match, but where data are what is to change', () => {
    const first = DESK.map((id) => getProcedure(id).case.fields[0]?.id);
    expect(first).toEqual(['requester', 'data_match', 'data_match', 'data_match', 'data_match']);
  });
});

describe('a case of the desk', () => {
  it('has the time of the standards', () => {
    const limit = (id: string) => toLimit(getProcedure(id).case.deadline);
    const hours = (amount: number) => ({ amount, counts: 'clock-hours', pauses: true });
    expect(limit('actualizacion-datos')).toEqual(hours(48));
    expect(limit('activacion-tarjeta')).toEqual(hours(48));
    expect(limit('prestamo-inmediato')).toEqual(hours(48));
    expect(limit('debito-automatico')).toEqual(hours(24));
    expect(limit('entrega-pin')).toEqual({ amount: 6, counts: 'clock-minutes', pauses: true });
  });

  it('is sent by the desk, received by the technician, and returned only to wait for the client', () => {
    for (const id of DESK.filter((each) => each !== 'entrega-pin')) {
      const { actions, states } = getProcedure(id).case;
      const by = (action: string) => actions.find((each) => each.id === action)?.by;
      expect(by('enviar-respaldos')).toEqual(['executive', 'supervisor']);
      expect(by('recibir-respaldos')).toEqual(['technician']);
      expect(actions.find((each) => each.id === 'devolver')?.to).toBe('por-completar');
      expect(states.find((each) => each.id === 'por-completar')?.clock).toBe('waits');
    }
  });

  it('has no dead end: from every open state it can be annulled, and once finished a supervisor opens it again', () => {
    for (const id of DESK) {
      const { actions, states } = getProcedure(id).case;
      const leadTo = (state: string) => actions.filter(({ to }) => to === state).flatMap(({ from }) => from);
      const open = states.filter((state) => !state.final).map((state) => state.id);
      expect(new Set(leadTo('anulado')), id).toEqual(new Set(open));
      const done = states.filter((state) => state.final && state.id !== 'anulado').map((state) => state.id);
      const again = actions.find((each) => each.id === 'reabrir');
      expect([again?.by, again?.from], id).toEqual([['supervisor'], done]);
    }
  });

  it('of a PIN is generated and handed over by the supervisor, never by who opened it', () => {
    const { actions } = getProcedure('entrega-pin').case;
    const supervisor = actions.filter(({ by }) => by.length === 1 && by[0] === 'supervisor');
    expect(supervisor.map(({ id }) => id)).toEqual(['generar', 'entregar', 'reabrir']);
    expect(actions.find(({ id }) => id === 'generar')?.not_opener).toBe(true);
    const [bar] = actions.find(({ id }) => id === 'entregar')?.bars ?? [];
    expect(bar && holdsCondition(bar.when, { handed_to: 'tercero' })).toBe(true);
  });

  it('of a loan is approved or declined, by another than who opened it', () => {
    const { actions, states } = getProcedure('prestamo-inmediato').case;
    const act = (id: string) => actions.find((each) => each.id === id);
    expect([act('aprobar')?.outcome, act('negar')?.outcome, act('acreditar')?.outcome]).toEqual([
      'aprobado',
      'negado',
      'aprobado',
    ]);
    expect([act('aprobar')?.not_opener, act('negar')?.not_opener]).toEqual([true, true]);
    // Approved is not yet in the account: the clock stops with the credit, not with the approval.
    expect(states.find(({ id }) => id === act('aprobar')?.to)?.clock).toBe('runs');
    expect(states.find(({ id }) => id === act('acreditar')?.to)?.clock).toBe('stopped');
  });

  it('of a debit waits for the night, and has a way out by hand', () => {
    const { actions, batch, promise, states } = getProcedure('debito-automatico').case;
    expect(batch).toMatchObject({ from: 'pendiente-activacion', action: 'activar' });
    expect(states.find(({ id }) => id === 'pendiente-activacion')).toMatchObject({
      status: 'pendiente-activacion',
      clock: 'runs',
    });
    const ways = actions.filter(({ from }) => from.includes('pendiente-activacion'));
    expect(ways.map(({ by, to }) => [by, to])).toEqual([
      [['batch'], 'cerrado'],
      [['technician'], 'cerrado'],
      [['technician'], 'por-completar'],
      [['technician', 'supervisor'], 'anulado'],
    ]);
    expect(promise.es).toContain('{payment_due}');
    expect(promise.es).not.toContain('{due}');
  });
});

describe('a voice of the client', () => {
  it('may be brought by anybody, and goes where its kind is counted', () => {
    expect(VOICES.map((id) => getProcedure(id).case.public)).toEqual([true, true, true, true]);
    expect(VOICES.map((id) => [id, getProcedure(id).case.kind, getProcedure(id).case.dataset])).toEqual([
      ['consulta', 'consulta', 'requests'],
      ['queja', 'queja', 'complaints'],
      ['reclamo', 'reclamo', 'complaints'],
      ['derecho-datos', 'derecho', 'requests'],
    ]);
  });

  it('goes through the states of ISO 10002, and stops its clock with the answer', () => {
    for (const id of ['queja', 'reclamo']) {
      const { states } = getProcedure(id).case;
      const ids = states.map((state) => state.id);
      for (const state of ['recibido', 'acusado', 'en-analisis', 'en-investigacion', 'respondido', 'cerrado'])
        expect(ids).toContain(state);
      for (const state of ['escalado', 'reabierto']) expect(ids).toContain(state);
      const stopped = states.filter(({ clock }) => clock === 'stopped').map((state) => state.id);
      expect(stopped).toEqual(['respondido', 'escalado', 'cerrado', 'anulado']);
    }
  });

  it('is about a process there is, for a reason in two levels that the indicators count', () => {
    for (const id of ['queja', 'reclamo']) {
      const { fields } = getProcedure(id).case;
      const field = (name: string) => fields.find((each) => each.id === name)!;
      for (const name of ['complained_process', 'service'])
        for (const choice of field(name).choices)
          expect([...catalogue.processes.keys()]).toContain(choice.id);
      const reasons = field('category').choices;
      expect(reasons.map((choice) => choice.id)).toEqual(
        expect.arrayContaining(['tarjeta-no-activada', 'producto-nuevo', 'demora-en-la-atencion']),
      );
      expect(reasons.every(({ group }) => group !== null)).toBe(true);
      expect(new Set(reasons.map(({ group }) => group?.es)).size).toBeGreaterThanOrEqual(5);
      expect(field('about')).toMatchObject({ type: 'staff', required: false });
    }
  });

  it('is answered with a reasoned text, whether it was founded, its cause and its redress', () => {
    for (const id of ['queja', 'reclamo']) {
      const answer = getProcedure(id).case.actions.find((action) => action.id === 'responder')!;
      const asked = (founded: string) =>
        askFields(answer.fields, { founded }, holdsCondition).fields.map((field) => field.id);
      expect(asked('no')).toEqual(['founded', 'answer']);
      expect(asked('parcial')).toEqual(['founded', 'cause', 'redress', 'answer']);
      expect(answer.fields.find((field) => field.id === 'answer')?.client_sees).toBe(true);
    }
  });
});

describe('a deadline of the country', () => {
  const find = (kind: 'reclamo' | 'queja' | 'derecho', institution: string, values: FieldValues = {}) =>
    findDeadlineRule(catalogue.deadlines.values(), {
      kind,
      country: 'EC',
      institution,
      values,
      date: '2026-11-22',
      holds: holdsCondition,
    });

  it('of a complaint to a bank is 15 days, and 60 abroad', () => {
    expect(find('reclamo', 'banco', { operation: 'nacional' })).toMatchObject({
      amount: 15,
      counts: 'calendar-days',
    });
    expect(find('reclamo', 'banco', { operation: 'exterior' })).toMatchObject({
      amount: 60,
      counts: 'calendar-days',
    });
  });

  it('is not made up where none is known', () => {
    expect(find('reclamo', 'cooperativa')).toBeNull();
    expect(find('queja', 'banco')).toBeNull();
  });

  it('of a right over data is 15 days, whatever the institution and the right', () => {
    for (const right of ['acceso', 'rectificacion', 'eliminacion', 'oposicion', 'portabilidad'])
      for (const institution of ['banco', 'cooperativa', 'microfinanciera'])
        expect(find('derecho', institution, { right })?.amount).toBe(15);
    expect(find('derecho', 'banco', { right: 'acceso' })?.source.es).toContain('artículos 13 y 14');
  });

  it('has a source, and waits for a lawyer to confirm it', () => {
    for (const rule of catalogue.deadlines.values()) {
      expect(rule.source.es.length).toBeGreaterThan(20);
      expect(rule.confirmed).toBeNull();
    }
  });
});
