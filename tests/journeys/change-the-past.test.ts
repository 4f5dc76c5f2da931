import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetForm } from '../../src/kernel/index.ts';
import { openIndicator, saveIndicator } from '../../src/usecases/index.ts';
import { openWorld } from './open-world.ts';
import { type Caller, startTestServer, type TestServer } from './start-server.ts';

const ID = 'plazo-actualizacion-datos';
const REASON = 'El comité había aprobado 72 h';

/** The form with the term of its first standard changed: a standard from before today. */
function withLimit(form: SheetForm, number: string): SheetForm {
  const [first, ...others] = form.standards;
  return {
    ...form,
    standards: [{ ...first!, limit: { by: 'fixed', amount: { number, unit: 'h' } } }, ...others],
  };
}

/** The form that leaves no case of a status aside any more. */
function withEveryStatus(form: SheetForm): SheetForm {
  return { ...form, where: [{ column: 'status', test: 'is', values: ['cerrado'] }] };
}

describe('a change of what was already said', () => {
  let server: TestServer;
  let analyst: Caller;
  let owner: Caller;
  let management: Caller;
  beforeAll(async () => {
    server = await startTestServer({ world: 'tiny', clock: () => '2011-07-15T15:00:00Z' });
    [analyst, owner, management] = await Promise.all([
      server.as('analyst'),
      server.as('process-owner'),
      server.as('management'),
    ]);
  });
  afterAll(() => server.stop());

  const read = async () => (await analyst.call(`get /api/indicators/${ID}/sheet?period=2011-06`)).body;
  const open = async () => (await analyst.call(`get /api/authoring/indicators/${ID}`)).body;
  const send = async (change: (form: SheetForm) => SheetForm, reason: string) => {
    const { form, digest } = await open();
    const body = { draft: { form: change(form) }, of: { id: ID, copy: false }, base: digest, reason };
    return analyst.call('post /api/authoring/indicators', { body });
  };
  const decide = (who: Caller, id: number, decision: string) =>
    who.call(`post /api/proposals/${id}/decide`, { body: { decision, reason: 'Consta en el acta' } });
  const waiting = async (who: Caller) =>
    (await who.call(`get /api/authoring/indicators/${ID}/waiting`)).body.change;

  it('waits for management where it is a standard, and June keeps its verdict until then', async () => {
    expect((await read()).tiles.state.verdict).toBe('not-met');
    const asked = await send((form) => withLimit(form, '72'), '');
    expect(asked.body.problems).toMatchObject([{ field: 'reason', code: 'form-changes-past' }]);
    const { body } = await send((form) => withLimit(form, '72'), REASON);
    expect(body).toMatchObject({
      saved: null,
      proposed: { kind: 'change-standard', applied: false, deciders: ['Gloria Espinosa'] },
    });
    const { proposal } = body.proposed;
    expect((await read()).tiles.state.verdict).toBe('not-met');

    expect(await waiting(analyst)).toMatchObject({
      id: proposal,
      reason: REASON,
      own: true,
      may_approve: false,
      changes: [{ label: 'Estándar 1: límite', from: '48 h', to: '72 h' }],
    });
    expect(await waiting(management)).toMatchObject({ may_approve: true, own: false });
    const { body: me } = await management.call('get /api/me');
    expect(me.to_decide).toBe(1);
    const again = await send((form) => withLimit(form, '80'), REASON);
    expect(again.body.refused.code).toBe('indicator-waits');

    expect((await decide(analyst, proposal, 'approved')).body.refused.code).toBe('own-proposal');
    expect((await decide(owner, proposal, 'approved')).body.refused.code).toBe('not-allowed');
    const approved = await decide(management, proposal, 'approved');
    expect(approved.status).toBe(200);
    expect(approved.body.proposal.sentence).toContain('Estándar 1: límite, de «48 h» a «72 h»');
    const sheet = await read();
    expect(sheet.tiles.state.verdict).toBe('met');
    expect(await waiting(analyst)).toBeNull();
    expect(sheet.definitions[0]).toMatchObject({
      reason: REASON,
      by_name: 'Ana Pérez',
      approved_by_name: 'Gloria Espinosa',
    });
    expect((await open()).versions).toMatchObject([{ reason: REASON }]);
  });

  it('waits for the owner of the process where it is what counts, and nothing changes when rejected', async () => {
    const before = await readFile(join(server.folder, 'packs/propio/indicators', `${ID}.yaml`), 'utf8');
    const { body } = await send(withEveryStatus, 'Solo los cerrados cuentan');
    expect(body.proposed).toMatchObject({ kind: 'change-indicator', deciders: ['Diego Salazar'] });
    expect((await decide(management, body.proposed.proposal, 'rejected')).body.refused.code).toBe(
      'not-allowed',
    );
    expect((await decide(owner, body.proposed.proposal, 'rejected')).status).toBe(200);
    expect(await readFile(join(server.folder, 'packs/propio/indicators', `${ID}.yaml`), 'utf8')).toBe(before);
    const second = await send(withEveryStatus, 'Solo los cerrados cuentan');
    expect((await decide(owner, second.body.proposed.proposal, 'approved')).status).toBe(200);
    expect((await open()).form.where).toEqual([{ column: 'status', test: 'is', values: ['cerrado'] }]);
  });

  it('does not go around by taking it out of use: the one of the pack says something else', async () => {
    const body = { reason: 'Vuelve el de antes' };
    const refused = await analyst.call(`post /api/authoring/indicators/${ID}/retire`, { body });
    expect(refused.body.refused.code).toBe('retire-changes-past');
  });

  it('is told in the trail in words, and what the program notes by itself as its own', async () => {
    const auditor = await server.as('auditor');
    const { body } = await auditor.call('get /api/audit/trail?limit=200');
    const sentences = (body.deeds as { sentence: string }[]).map(({ sentence }) => sentence);
    expect(sentences).toContainEqual(
      expect.stringMatching(
        /^Gloria Espinosa puso en vigor el cambio de la ficha de «Plazo de la actualización de datos» \(versión 2\) que propuso Ana Pérez y aprobó Gloria Espinosa; motivo: El comité/,
      ),
    );
    expect(sentences).toContainEqual(expect.stringMatching(/^Circuito dejó anotada la versión de la ficha/));
    expect(sentences.join(' ')).not.toMatch(/sheet\/|definition\/|figures|«agenda»/);
    const { body: roles } = await auditor.call('get /api/roles');
    const promised = (roles.permissions as { permission: string }[]).map(({ permission }) => permission);
    expect(promised).toContain('approve-indicator');
    expect(promised).not.toContain('restore-backup');
  });

  it('is told apart: what two would decide is not one change', async () => {
    const { body } = await send((form) => withLimit({ ...form, where: [] }, '90'), REASON);
    expect(body).toMatchObject({ saved: null, proposed: null, problems: [{ code: 'form-two-deciders' }] });
  });

  it('is not what begins today or later: no past month changes, and management decides it all the same (S-10)', async () => {
    const before = (await read()).tiles.state.verdict;
    const { body } = await send(
      (form) => ({
        ...form,
        standards: [
          ...form.standards,
          {
            ...form.standards[0]!,
            from: '2011-08-01',
            limit: { by: 'fixed', amount: { number: '24', unit: 'h' } },
          },
        ],
      }),
      '',
    );
    expect(body).toMatchObject({ saved: null, problems: [], proposed: { kind: 'change-standard' } });
    const { proposal } = body.proposed;
    expect((await decide(analyst, proposal, 'approved')).body.refused.code).toBe('own-proposal');
    const approved = await decide(management, proposal, 'approved');
    expect(approved.body.proposal.sentence).toContain('que rige desde el 1 de agosto de 2011');
    expect((await open()).form.standards).toHaveLength(2);
    expect((await read()).tiles.state.verdict).toBe(before);
  });

  it('waits for the owner of its process where an indicator is new, and is measured once approved', async () => {
    const { body: start } = await analyst.call(
      'get /api/authoring/start?kind=efectividad&dataset=deliveries',
    );
    const form = {
      ...start,
      name: { es: 'Entregas que llegan', en: '' },
      process: 'debito-automatico',
      calculation: { ...start.calculation, test: [{ column: 'delivered', test: 'is', values: ['yes'] }] },
    };
    const draft = { draft: { form }, of: null, base: null, reason: '' };
    const { body } = await analyst.call('post /api/authoring/indicators', { body: draft });
    expect(body).toMatchObject({
      saved: null,
      proposed: { kind: 'change-indicator', applied: false, deciders: ['Diego Salazar'] },
    });
    const sheet = () => analyst.call('get /api/indicators/entregas-que-llegan/sheet?period=2011-06');
    expect((await sheet()).status).toBe(404);
    const again = await analyst.call('post /api/authoring/indicators', { body: draft });
    expect(again.body.refused.code).toBe('indicator-waits');
    const approved = await decide(owner, body.proposed.proposal, 'approved');
    expect(approved.body.proposal.sentence).toMatch(/^Crear el indicador «Entregas que llegan»/);
    expect((await sheet()).body.n).toBe(100);
  });
});

describe('an analyst with nobody else', () => {
  it('makes the change at once under the exception, and it stays on record as such', async () => {
    const world = await openWorld('tiny');
    const today = '2011-07-15';
    const until = '2012-07-14';
    const [person] = world.institution.ledger.begin(
      {
        settings: {},
        founders: [
          {
            login: 'ana',
            name: 'Ana',
            email: null,
            language: 'es',
            staff_name: null,
            grants: [{ role: 'analyst', units: null, processes: null, until: null }],
            password_hash: null,
            recovery: null,
          },
        ],
        exception: { rules: ['S-5'], reason: 'Somos una sola persona', from: today, until },
        exception_latest: until,
      },
      today,
    );
    const alone = { ...world.institution, ledger: world.institution.ledger.as(person!) };
    const { form, digest } = await openIndicator(alone, { id: ID, copy: false, language: 'es' });
    const result = await saveIndicator(alone, {
      draft: { form: withLimit(form!, '72') },
      of: { id: ID, copy: false },
      base: digest,
      reason: REASON,
      today,
      language: 'es',
    });
    expect(result).toMatchObject({ saved: { id: ID }, proposed: { applied: true } });
    expect(await readFile(join(world.folder, 'packs/propio/indicators', `${ID}.yaml`), 'utf8')).toContain(
      '72 h',
    );
    expect(alone.ledger.proposals.find(result.proposed!.proposal)?.relaxed_by).toBe(1);
    expect(alone.ledger.trail.list({ kind: 'decided-alone', limit: 5 })).toHaveLength(1);
    await world.close();
  });
});
