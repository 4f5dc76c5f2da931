import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../src/kernel/index.ts';
import { bring } from './open-world.ts';
import { type Json, startTestServer, type TestServer } from './start-server.ts';
import { openCase } from './work-cases.ts';

// A Friday, 10:00 in Guayaquil.
const clock = { now: '2011-07-15T15:00:00.000Z' };
/** Hours of every automatic debit of a month; June of 2011 is the world's own, 28.08 h. Their mean is 20 h. */
const HOURS = {
  '2010-06': 20,
  '2010-07': 19,
  '2010-08': 21,
  '2010-09': 20,
  '2010-10': 19,
  '2010-11': 21,
  '2010-12': 20,
  '2011-01': 19,
  '2011-02': 21,
  '2011-03': 20,
  '2011-04': 20,
  '2011-05': 20,
};
const DAYS = ['02', '06', '08', '13', '15', '20', '22', '27'];

function writePast(): string {
  const rows = Object.entries(HOURS).flatMap(([month, hours]) =>
    DAYS.map((day) => {
      const opened = `${month}-${day}T09:00:00`;
      const closed = new Date(Date.parse(`${opened}Z`) + hours * 3_600_000).toISOString().slice(0, 19);
      return `P${month}${day},debito-automatico,norte,Ana Mora,C000010,agencia,${opened},${closed},cerrado,,60`;
    }),
  );
  const head =
    'request_id,process,unit,person,client,channel,opened_at,closed_at,status,outcome,handling_min';
  return `${[head, ...rows].join('\n')}\n`;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ world: 'tiny', clock: () => clock.now });
  const path = join(server.folder, 'past.csv');
  await writeFile(path, writePast());
  await server.host.write((institution) => bring(institution, 'requests', path));
});
afterAll(() => server.stop());

const ask = async (role: Role, route: `${'get' | 'post'} /${string}`, body?: object): Promise<Json> => {
  const answer = await (await server.as(role)).call(route, body === undefined ? {} : { body });
  expect([route, answer.status, answer.body?.refused]).toEqual([route, 200, undefined]);
  return answer.body;
};
/** What the digest of a day tells somebody. */
const told = async (role: Role): Promise<readonly Json[]> => {
  const { digests } = await ask(role, 'get /api/alerts');
  return digests.find(({ date }: Json) => date === clock.now.slice(0, 10))?.lines ?? [];
};
const prepare = () => ask('analyst', 'post /api/digests');
const idOf = async (role: Role): Promise<string> => (await ask(role, 'get /api/me')).person.id;

test('a signal of what fails is one line, of the owner, and does not come back while it goes on', async () => {
  await prepare();
  const lines = await told('process-owner');
  const debit = lines.filter(({ to }) => to.startsWith('/indicadores/plazo-debito-automatico'));
  expect(debit).toHaveLength(1);
  expect(debit[0]).toMatchObject({
    kind: 'signal',
    to: '/indicadores/plazo-debito-automatico?periodo=2011-06',
  });
  const { lines: shown } = await ask('process-owner', 'get /api/signals?period=2011-06&show=all');
  const signal = shown.find(
    (line: Json) => line.indicator === 'plazo-debito-automatico' && line.part === null,
  );
  expect(debit[0].text.es).toBe(`${signal.name.es}: ${signal.sentence.es}`);
  // Hers alone: the unit she supervises is in every line about results.
  const units = (await told('supervisor')).filter(({ to }) => to.startsWith('/indicadores/'));
  expect(units.every(({ to }) => to.endsWith('agencia=norte'))).toBe(true);
  clock.now = '2011-07-18T15:00:00.000Z';
  await prepare();
  expect(await told('process-owner')).toEqual([]);
});

test('a figure against the month before, the same month of last year and its mean, for who is named', async () => {
  const tells = { owners: false, roles: ['management'], people: [] };
  const rule = { indicators: ['plazo-debito-automatico'], by: 'whole' };
  // It went from 20 h to 28.08 h: 40.4 % more. One rule asks for more than that.
  for (const [kind, threshold] of [
    ['against-previous', 40],
    ['against-previous', 41],
    ['against-last-year', 40],
    ['times-its-mean', 1.4],
    ['times-its-mean', 1.41],
  ] as const)
    await ask('analyst', 'post /api/alert-rules', { name: kind, rule: { ...rule, kind, threshold }, tells });
  clock.now = '2011-07-19T15:00:00.000Z';
  await prepare();
  const name = 'Plazo del débito automático';
  expect((await told('management')).map(({ text }) => text.es)).toEqual([
    `${name}: empeoró 40,4 %, de 20 h en mayo de 2011 a 28,08 h en junio de 2011 (n = 20).`,
    `${name}: empeoró 40,4 %, de 20 h en junio de 2010 a 28,08 h en junio de 2011 (n = 20).`,
    `${name}: 28,08 h en junio de 2011, 1,4 veces el promedio de los 12 meses anteriores, que fue 20 h (n = 20).`,
  ]);
});

test('work comes first: an action past its date, cases in hand, and an improvement that stands still', async () => {
  clock.now = '2011-07-20T15:00:00.000Z';
  const { id } = await ask('process-owner', 'post /api/improvements', {
    title: 'Débito que llega tarde',
    problem: 'La mitad espera más de lo prometido.',
    origin: 'signal',
    process: 'debito-automatico',
    units: null,
    evidence: [],
  });
  await ask('analyst', `post /api/improvements/${id}/actions`, {
    kind: 'corrective',
    text: 'Revisar la carga nocturna',
    responsible: await idOf('process-owner'),
    due_date: '2011-07-21',
  });
  const unit = 'norte';
  const hand = await idOf('executive');
  const number = await server.host.write(async (institution) =>
    openCase(institution, clock, '2011-07-20T16:00:00.000Z', {
      unit,
      assigned_to: hand,
      due_at: '2011-07-21T16:00:00.000Z',
    }),
  );
  clock.now = '2011-07-22T15:00:00.000Z';
  await prepare();
  const [first] = await told('process-owner');
  expect(first).toMatchObject({
    kind: 'action-overdue',
    text: {
      es: 'Su acción «Revisar la carga nocturna» venció el 21 de julio de 2011 (mejora «Débito que llega tarde»).',
    },
    to: `/mejoras/${id}`,
  });
  expect((await told('executive')).map(({ text }) => text.es)).toEqual([
    `En sus manos: 1 caso vencido (${number}).`,
  ]);
  expect((await told('supervisor'))[0].text.es).toBe(`En lo que supervisa: 1 caso vencido (${number}).`);

  clock.now = '2011-08-08T15:00:00.000Z';
  await prepare();
  const still = (await told('process-owner')).filter(({ kind }) => kind === 'improvement-still');
  expect(still.map(({ text }) => text.es)).toEqual([
    expect.stringMatching(
      /^La mejora «Débito que llega tarde» lleva \d+ días laborables sin cambios, en recolección\.$/,
    ),
  ]);
  for (const role of ['process-owner', 'executive', 'supervisor'] as const)
    expect(
      (await told(role)).filter(({ kind }) => kind === 'action-overdue' || kind === 'case-deadline'),
    ).toEqual([]);
});
