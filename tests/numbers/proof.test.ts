import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHdhWorld } from '../../seed/index.ts';
import { EVERYTHING, type ProofPlan, type Role } from '../../src/kernel/index.ts';
import {
  closeImprovement,
  type Institution,
  OWN_PACKS,
  proveClosing,
  proveImprovement,
  proveIndicator,
  type ProofQuestion,
} from '../../src/usecases/index.ts';
import { runCli } from '../journeys/run-cli.ts';
import { writeMicrofinancePack } from './hdh-world.ts';
import { importAll, makeFolder, openReady, PORTS } from './world.ts';

/** What make-proof-reference.py worked out from the same rows. */
const reference = JSON.parse(readFileSync(join(import.meta.dirname, 'proof-reference.json'), 'utf8')) as {
  readonly n: readonly number[];
  readonly time: readonly number[];
  readonly time_more: readonly number[];
  readonly on_time: readonly number[];
  readonly visits: readonly number[];
};

const { folder, remove } = makeFolder();
const data = join(folder, 'data');
const ports = { ...PORTS, clock: () => '2021-09-15T12:00:00Z' };
let institution: Institution;

/** The sheet of the time to disburse with another formula. */
function writeVariant(id: string, formula: string, more: (text: string) => string = (text) => text): void {
  const own = join(data, 'packs', 'propio', 'indicators');
  mkdirSync(own, { recursive: true });
  const sheet = readFileSync(
    join(OWN_PACKS, 'microcredito', 'indicators', 'tiempo-de-desembolso.yaml'),
    'utf8',
  );
  const text = sheet
    .replace('indicator: tiempo-de-desembolso', `indicator: ${id}`)
    .replace('formula: mean(measure)', `formula: ${formula}`)
    .replace('code: MC-01\n', '');
  writeFileSync(join(own, `${id}.yaml`), more(text));
}

const withoutMeasure = (text: string) =>
  text
    .replace(/^measure: .*\n/m, '')
    .replace('measure_unit: h\n', 'measure_unit: count\n')
    .replace('    ceiling: 24 h\n    limit: 24 h\n', '    ceiling: 60\n');

beforeAll(async () => {
  writeMicrofinancePack(data);
  writeVariant('mediana-de-desembolso', 'median(measure)');
  writeVariant('plazo-de-desembolso', 'sum(measure) / sum(limit)', (text) =>
    text.replace('ceiling: 24 h', 'ceiling: 1'),
  );
  writeVariant('solicitudes', 'count()', withoutMeasure);
  const { files } = writeHdhWorld(join(folder, 'files'));
  institution = await openReady(data, ports);
  const needed = ['advisers', 'portfolio', 'operations', 'visits'];
  await importAll(
    institution,
    files.filter(({ dataset }) => needed.includes(dataset)),
  );
  institution.close();
  institution = await openReady(data, ports);
}, 60_000);
afterAll(() => {
  institution.close();
  remove();
});

const ask = (indicator: string, more: Partial<ProofQuestion> = {}) =>
  proveIndicator(institution, {
    indicator,
    only: {},
    before: '2020-03..2021-02',
    after: '2021-03..2021-08',
    against: ['Marcala'],
    meanwhile: [],
    ...more,
  });

const toBeNear = (found: readonly (number | null | undefined)[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  for (const [index, value] of wanted.entries())
    expect(Math.abs((found[index] ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-9);
};

describe('before and after, from the rows', () => {
  it.each([
    [
      'tiempo-de-desembolso',
      '72 h',
      '12 h',
      '-5/6',
      'lower',
      'Bajó de 72 h a 12 h (83,3 % menos; n 864 y 540)',
    ],
    ['clientes-por-asesor', '250', '310', '6/25', 'higher', 'Subió de 250 a 310 (24 % más; n 36 y 18)'],
    ['visitas-por-cliente', '4', '1', '-3/4', 'lower', 'Bajó de 4 a 1 (75 % menos; n 864 y 540)'],
  ] as const)('%s went from %s to %s', async (indicator, before, after, change, wanted, sentence) => {
    const proof = await ask(indicator);
    expect([proof.before.text?.es, proof.after?.text?.es, proof.change?.exact]).toEqual([
      before,
      after,
      change,
    ]);
    expect(proof).toMatchObject({
      wanted,
      outcome: 'improved',
      worked: true,
      units: ['Gracias', 'La Esperanza'],
    });
    expect(
      proof.sentence.es.startsWith(`${sentence}: es poco probable que sea azar.`),
      proof.sentence.es,
    ).toBe(true);
    expect(proof.comparison).toMatchObject({ units: ['Marcala'], before: { text: { es: before } } });
    expect(proof.comparison?.after.text?.es).toBe(before);
  });

  it('has the intervals that Python works out from the files', async () => {
    const time = await ask('tiempo-de-desembolso');
    expect([time.before.n, time.after?.n]).toEqual(reference.n);
    toBeNear([time.difference?.difference, time.difference?.low, time.difference?.high], reference.time);
    const more = time.comparison?.more;
    toBeNear([more?.difference, more?.low, more?.high], reference.time_more);
    const share = (await ask('desembolsos-a-tiempo')).difference;
    toBeNear([share?.difference, share?.low, share?.high], reference.on_time);
    expect(share?.text.es).toBe('77,5 puntos');
    const visits = (await ask('visitas-por-cliente')).difference;
    toBeNear([visits?.difference, visits?.low, visits?.high], reference.visits);
  });

  it('marks the change in the series, against the limits of before', async () => {
    const proof = await ask('tiempo-de-desembolso');
    expect(proof.trend.points.map(({ period }) => period).slice(0, 2)).toEqual(['2020-03', '2020-04']);
    expect(proof.trend.points).toHaveLength(18);
    expect(proof).toMatchObject({
      change_at: '2021-03',
      unstable: [],
      trend: { baseline: { from: '2020-03', to: '2021-02' } },
    });
    expect(proof.signals).toEqual(['2021-03', '2021-04', '2021-05', '2021-06', '2021-07', '2021-08']);
  });

  it('follows a time by its limit fact by fact, told in the unit of the limit', async () => {
    const proof = await ask('plazo-de-desembolso');
    const { difference, low, high, text } = proof.difference!;
    toBeNear(
      [difference, low, high],
      reference.time.map((hours) => hours / 24),
    );
    expect([proof.before.text?.es, proof.after?.text?.es, text.es]).toEqual(['72 h', '12 h', '-60 h']);
    expect(proof.trend).toMatchObject({ unit: 'h' });
    expect(proof.trend.points[0]?.ceiling).toBe(24);
    expect(proof.warnings).toEqual([]);
  });

  it('compares medians by their order, and totals by month', async () => {
    const median = await ask('mediana-de-desembolso', { against: [], only: { unit: ['gracias'] } });
    expect(median).toMatchObject({ outcome: 'improved', units: ['Gracias'] });
    expect(median.difference).toMatchObject({ method: 'order-statistics', difference: -60 });
    // Three weeks of eight loans by each of three advisers; then of ten.
    const total = await ask('solicitudes', { only: { unit: ['Gracias', 'La Esperanza'] }, against: [] });
    expect(total).toMatchObject({ per: 'month', outcome: 'against', difference: { method: 'rate-scores' } });
    expect([total.before.exact, total.after?.exact]).toEqual(['72/1', '90/1']);
    expect(total.sentence.es).toMatch(/^Subió de 72 a 90 por mes \(25 % más; n 864 y 540\)/);
  });
});

describe('what cannot be said', () => {
  it('says so where nothing changed', async () => {
    const proof = await ask('tiempo-de-desembolso', { only: { unit: ['Marcala'] }, against: [] });
    expect(proof).toMatchObject({ outcome: 'unclear', worked: false, change: { exact: '0/1' } });
    expect(proof.sentence.es).toMatch(/^Sigue en 72 h \(n 288 y 144\): no se puede decir todavía/);
  });

  it('says so where the same happened without the change', async () => {
    const proof = await ask('tiempo-de-desembolso', {
      only: { unit: ['La Esperanza'] },
      against: ['Gracias'],
    });
    expect(proof).toMatchObject({ outcome: 'also-there', worked: false });
    expect(proof.sentence.es).toContain('no se puede decir todavía que sea por el cambio');
  });

  it('says so before there is an after, before it is over, and without a before', async () => {
    expect((await ask('tiempo-de-desembolso', { after: null })).outcome).toBe('no-after');
    const running = await ask('tiempo-de-desembolso', { after: '2021-03..2021-12' });
    expect(running).toMatchObject({ outcome: 'running', worked: false });
    expect(running.warnings.map(({ code }) => code)).toContain('proof-running');
    expect((await ask('tiempo-de-desembolso', { before: '2019-01..2019-06' })).outcome).toBe('no-before');
  });

  it('warns of what must be known first', async () => {
    const codes = async (more: Partial<ProofQuestion>) =>
      (await ask('tiempo-de-desembolso', more)).warnings.map(({ code }) => code);
    expect(await codes({})).toEqual([]);
    expect(await codes({ before: '2020-03..2021-04', after: '2021-03..2021-08' })).toEqual([
      'proof-periods-overlap',
      'proof-baseline-unstable',
    ]);
    expect(await codes({ before: '2021-03..2021-08', after: '2020-03..2020-08' })).toEqual(['proof-order']);
    expect(await codes({ before: '2019-12..2021-02' })).toEqual(['proof-standard-changed']);
    const week = { only: { unit: ['La Esperanza'] }, against: [], before: '2021-02', after: '2021-03' };
    expect(await codes(week)).toEqual(['proof-small-before']);
  });

  it('refuses a unit that is not there, and one on both sides', async () => {
    await expect(ask('tiempo-de-desembolso', { against: ['Marcalla'] })).rejects.toMatchObject({
      code: 'proof-unit-unseen',
      params: { hint: 'Marcala' },
    });
    await expect(ask('tiempo-de-desembolso', { only: { unit: ['Marcala'] } })).rejects.toMatchObject({
      code: 'proof-compared-with-itself',
    });
  });
});

describe('an improvement closes by it alone', () => {
  const TODAY = '2021-09-15';
  const plan: ProofPlan = {
    indicator: 'tiempo-de-desembolso',
    only: {},
    baseline: { from: '2020-03', to: '2021-02' },
    follow_up: { from: '2021-03', to: '2021-08' },
    comparison_units: ['Marcala'],
    meanwhile: ['La app llegó con teléfonos nuevos'],
  };
  const asking = { today: TODAY, reaches: () => () => true };

  /** One that the analyst opened and management decided and brought to its last stage, with a plan. */
  function make(title: string, how: ProofPlan): number {
    const as = (id: string) => institution.ledger.as(id).improvements;
    const about = {
      title,
      problem: 'Tres días.',
      origin: 'idea' as const,
      process: 'microcredito',
      units: null,
    };
    const id = as('p2').open(about, []);
    const draft = {
      decision: 'adopt' as const,
      reason: 'Ya está en dos agencias.',
      until: null,
      session_id: null,
    };
    as('p1').decide(id, draft, asking);
    as('p1').planProof(id, how);
    as('p1').move(id, { stage: 'implementation', owner: null, due_date: null, note: 'Ya se hizo.' });
    return id;
  }

  const close = (id: number) => {
    const who = institution.ledger.people.person('p1', TODAY)!;
    const { last_event: seen } = institution.ledger.improvements.find(id)!;
    return closeImprovement(institution, who, EVERYTHING, { id, note: 'Quedó.', seen }, proveClosing);
  };

  beforeAll(() => {
    const founder = (login: string, role: Role) => ({
      login,
      name: login,
      email: null,
      language: 'es' as const,
      staff_name: null,
      grants: [{ role, from: TODAY, until: null, units: null, processes: null }],
      password_hash: 'x',
      recovery: null,
    });
    const founders = [founder('gloria', 'management'), founder('ana', 'analyst')];
    institution.ledger.begin({ settings: {}, founders, exception: null, exception_latest: TODAY }, TODAY);
  });

  it('with all of it frozen, others of the same time named', async () => {
    const id = make('Aplicación de campo', plan);
    const other = make('Comité diario', { ...plan, follow_up: null });
    institution.ledger
      .as('p1')
      .improvements.planPilot(other, { units: ['Gracias'], from: '2021-04-01', to: null });
    expect(await close(id)).toEqual([]);
    const [closing] = institution.ledger.improvements.find(id)!.closings;
    const proof = await proveImprovement(institution, institution.ledger.improvements.find(id)!);
    expect(closing?.result).toEqual(JSON.parse(JSON.stringify(proof)));
    expect(proof.meanwhile.map(({ kind, text }) => [kind, text.es])).toEqual([
      ['said', 'La app llegó con teléfonos nuevos'],
      ['improvement', 'Comité diario'],
    ]);
  });

  it('and not where the indicator does not show it', async () => {
    const still = make('Nada', { ...plan, only: { unit: ['Marcala'] }, comparison_units: [] });
    await expect(close(still)).rejects.toMatchObject({ code: 'proof-not-enough' });
    const early = make('Pronto', { ...plan, follow_up: null });
    await expect(close(early)).rejects.toMatchObject({ code: 'proof-not-enough' });
  });
});

describe('the command prove', () => {
  beforeAll(() => institution.close());
  afterAll(async () => {
    institution = await openReady(data, ports);
  });

  it('prints the proof from the rows', async () => {
    const periods = ['--before', '2020-03..2021-02', '--after', '2021-03..2021-08'];
    const asked = ['--indicator', 'tiempo-de-desembolso', ...periods, '--against', 'Marcala'];
    const run = await runCli(folder, ['prove', ...asked, '--data', data, '--json']);
    expect(run.code, run.err).toBe(0);
    const { change, worked } = JSON.parse(run.out) as { change: { value: number }; worked: boolean };
    expect([(change.value * 100).toFixed(1), worked]).toEqual(['-83.3', true]);
  });
});
