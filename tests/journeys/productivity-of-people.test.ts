import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../../src/kernel/index.ts';
import {
  type Institution,
  measureIndicators,
  openInstitution,
  simulateDesk,
  syncFacts,
  viewArrivals,
  viewProductivity,
} from '../../src/usecases/index.ts';
import { bring } from './open-world.ts';

const byText = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));

const JUNE_DAYS = Array.from(
  { length: 30 },
  (_, index) => `2011-06-${String(index + 1).padStart(2, '0')}`,
).filter((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()));

let number = 0;
/** So many attentions of so many minutes each, spread over the given days. */
function attend(person: string, unit: string, count: number, minutes: number, days = JUNE_DAYS): string[] {
  return Array.from({ length: count }, (_, index) => {
    const date = days[index % days.length]!;
    return toRow(person, unit, `${date} 09:${String(index % 60).padStart(2, '0')}`, minutes);
  });
}

function toRow(person: string, unit: string, moment: string, minutes: number | null): string {
  number += 1;
  return [
    `R${number}`,
    'actualizacion-datos',
    unit,
    person,
    moment,
    moment.replace(/ \d\d/, ' 15'),
    'cerrado',
    minutes ?? '',
  ].join(',');
}

const STAFF = `person,unit,schedule,from,to
Ana,norte,regular,2011-01-01,
Beto,norte,regular,2011-01-01,
Carla,norte,regular,2011-01-01,
Dora,norte,regular,2011-01-01,
Eva,norte,regular,2011-01-01,
Eva,sur,regular,2011-06-13,2011-06-24
Gil,norte,regular,2011-01-01,
Hugo,norte,regular,2011-01-01,
`;
const LENT = JUNE_DAYS.filter((date) => date >= '2011-06-13' && date <= '2011-06-24');
const HOME = JUNE_DAYS.filter((date) => !LENT.includes(date));

let institution: Institution;
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'circuito-productivity-'));
  institution = await openInstitution(join(root, 'data'), {
    clock: () => '2011-07-15T08:00:00Z',
    progress: () => undefined,
    step: () => undefined,
  });
  await syncFacts(institution);
  const rows = [
    ...attend('Ana', 'norte', 100, 60),
    // Ten of 22 days away: 3,600 min of capacity.
    ...attend('Beto', 'norte', 60, 60, JUNE_DAYS.slice(10)),
    ...attend('Carla', 'norte', 9, 60),
    ...attend('Dora', 'norte', 100, 50),
    ...attend('Eva', 'norte', 55, 60, HOME),
    ...attend('Eva', 'sur', 50, 60, LENT),
    ...attend('Fito', 'norte', 5, 60),
    ...attend('Hugo', 'norte', 80, 60),
    // Arrivals at a unit of their own: four Mondays with 8, three Fridays of May with 3 and one holiday.
    ...['06', '06', '06', '06', '13', '13', '27', '27'].map((day) =>
      toRow('', 'oeste', `2011-06-${day} 10:15`, null),
    ),
    toRow('', 'oeste', '2011-06-07 09:00', null),
    ...[1, 2, 3].map((minute) => toRow('', 'oeste', `2011-05-20 11:0${minute}`, null)),
    toRow('', 'oeste', '2011-05-27 11:00', null),
    toRow('', 'oeste', '2011-05-02 12:00', null),
  ];
  const files = {
    units: 'unit,zone,time_zone,calendar\nnorte,sierra,,\nsur,sierra,,\noeste,costa,,\n',
    staff: STAFF,
    absences: 'person,from,to,kind\nBeto,2011-06-01,2011-06-14,vacaciones\n',
    requests: `request_id,process,unit,person,opened_at,closed_at,status,handling_min\n${rows.join('\n')}\n`,
  };
  for (const [dataset, text] of Object.entries(files)) {
    const file = join(root, `${dataset}.csv`);
    await writeFile(file, text);
    await bring(institution, dataset, file);
  }
});
afterAll(async () => {
  institution.close();
  await rm(root, { recursive: true, force: true });
});

const june = (unit: string | null = null, scope: Scope = EVERYTHING) =>
  viewProductivity(institution, { period: '2011-06', unit, scope });
const supervisor = (unit: string): Scope => ({ units: [unit], processes: null, staff_name: null });

describe('people against their installed capacity', () => {
  it('gives the very figures of measure', async () => {
    const { people, units, whole } = await june();
    const asked = { period: '2011-06', indicators: ['productividad-ejecutivo'], as_of: null };
    const byPerson = await measureIndicators(institution, { ...asked, by: ['person'] });
    const byUnit = await measureIndicators(institution, { ...asked, by: ['unit'] });
    const [total] = (await measureIndicators(institution, { ...asked, by: [] })).measurements;
    const figures = (
      list: readonly { minutes: number | null; capacity_min: number | null; index: number | null }[],
    ) => list.map(({ minutes, capacity_min, index }) => [minutes, capacity_min, index]);
    const named = byPerson.measurements.filter(({ dimensions }) => dimensions['person'] !== null);
    expect(figures(people.toSorted((a, b) => (a.person < b.person ? -1 : 1)))).toEqual(
      named.map(({ numerator, denominator, value }) => [numerator, denominator, value]),
    );
    expect(people.find(({ person }) => person === 'Ana')?.sentence.es).toBe(
      named.find(({ dimensions }) => dimensions['person'] === 'Ana')?.sentences.es,
    );
    expect(figures(units).toSorted(byText)).toEqual(
      byUnit.measurements
        .map(({ numerator, denominator, value }) => [numerator, denominator, value])
        .toSorted(byText),
    );
    expect(whole?.index).toBe(total?.value);
  });

  it('judges nobody for an absence, a harder mix or nine cases', async () => {
    const { people } = await june();
    const of = (name: string) => people.find(({ person }) => person === name)!;
    expect(of('Ana')).toMatchObject({ standing: 'within', minutes: 6000, capacity_min: 6600 });
    expect(of('Beto')).toMatchObject({ standing: 'within', index: 1, capacity_min: 3600 });
    expect(of('Beto').presence).toMatchObject({
      posted: 22,
      present: 12,
      away: [{ kind: 'vacaciones', days: 10 }],
    });
    expect(of('Beto').notes[0]?.es).toBe(
      'Ausente 10 días de 22 (vacaciones): su capacidad ya los descuenta.',
    );
    expect(of('Carla')).toMatchObject({ standing: 'few', services: 9, verdict: 'not-met' });
    expect(of('Dora')).toMatchObject({ standing: 'fast', services: 100, verdict: 'not-met' });
    expect(of('Dora').mix).toMatchObject({ actual_min: 5000, expected_min: 6000 });
    expect(of('Dora').notes[0]?.es).toContain('no le falta trabajo, atiende más rápido');
    expect(of('Gil')).toMatchObject({ standing: 'idle', services: 0 });
    expect(of('Fito')).toMatchObject({ standing: 'unknown', services: 5, index: null });
    expect(of('Hugo')).toMatchObject({ standing: 'below' });
    expect(people.map(({ person }) => person)).toEqual([
      'Hugo',
      'Dora',
      'Ana',
      'Beto',
      'Eva',
      'Carla',
      'Gil',
      'Fito',
    ]);
  });

  it('says the whole in one sentence', async () => {
    expect((await june()).finding.es).toBe(
      'En junio de 2011, de 5 personas que se pueden comparar: 3 dentro de lo esperado, 1 bajo el mínimo de 90 % y 1 bajo el mínimo solo porque atiende más rápido de lo usual. Otras 3 no se comparan: 1 por tener pocas atenciones, 1 sin atenciones registradas y 1 sin horario.',
    );
    expect(
      (await viewProductivity(institution, { period: '2009-01', unit: null, scope: EVERYTHING })).finding.es,
    ).toContain('no hay atenciones ni personal con horario');
  });

  it('counts a person who was lent where they were each day', async () => {
    const north = (await june('norte')).people.find(({ person }) => person === 'Eva')!;
    const south = (await june('sur')).people.find(({ person }) => person === 'Eva')!;
    expect(north).toMatchObject({ minutes: 3300, capacity_min: 3600, unit: 'norte' });
    expect(south).toMatchObject({ minutes: 3000, capacity_min: 3000, unit: 'sur', standing: 'within' });
    expect(south.presence?.loans).toEqual([{ from: 'norte', to: 'sur', days: 10 }]);
    expect(north.presence?.loans).toEqual([{ from: 'norte', to: 'sur', days: 10 }]);
  });

  it('shows a supervisor her unit alone, and an executive themselves', async () => {
    const seen = await june(null, supervisor('sur'));
    expect(seen.people.map(({ person }) => person)).toEqual(['Eva']);
    expect(seen.units.map(({ id }) => id)).toEqual(['sur']);
    await expect(june('norte', supervisor('sur'))).rejects.toMatchObject({ code: 'out-of-scope' });
    const own = await june(null, { units: ['norte'], processes: null, staff_name: 'Hugo' });
    expect(own.people.map(({ person }) => person)).toEqual(['Hugo']);
    expect([own.whole, own.units, own.schedules]).toEqual([null, [], []]);
    await expect(june(null, { units: null, processes: ['otro'], staff_name: null })).rejects.toMatchObject({
      code: 'out-of-scope',
    });
  });
});

describe('arrivals', () => {
  const at = (period: string, unit: string) => viewArrivals(institution, { period, unit, scope: EVERYTHING });

  it('are a mean of the days of that weekday that there were', async () => {
    const { cells, weekdays, peak, finding, n } = await at('2011-06', 'oeste');
    expect(n).toBe(9);
    expect(cells.find(({ weekday, hour }) => weekday === 1 && hour === 10)).toMatchObject({ n: 8, mean: 2 });
    expect(cells.find(({ weekday, hour }) => weekday === 2 && hour === 9)).toMatchObject({
      n: 1,
      mean: 0.25,
    });
    expect(weekdays.map(({ days }) => days)).toEqual([4, 4, 5, 5, 4]);
    // Eight hours in which anybody comes, nine arrivals: 1.125 an hour.
    expect(peak?.times).toBeCloseTo(2 / 1.125, 12);
    expect(finding.es).toBe(
      'En oeste, el lunes de 10 a 11 llegan 2 en promedio, 1,8 veces la media (1,1 por hora); 8 en 4 lunes.',
    );
  });

  it('leave holidays apart, and days before the first of the data', async () => {
    const { cells, holidays, on_holidays, from, notes } = await at('2011-05', 'oeste');
    expect(from).toBe('2011-05-02');
    expect(cells.find(({ weekday }) => weekday === 5)).toMatchObject({ n: 3, mean: 1 });
    expect(on_holidays).toBe(1);
    expect(holidays).toMatchObject([
      { date: '2011-05-27', n: 1, name: { es: 'Batalla de Pichincha (trasladado)' } },
    ]);
    expect(notes.map(({ es }) => es)).toEqual([
      'Hay datos del 2 de mayo de 2011 al 31 de mayo de 2011: las medias cuentan solo esos días.',
      '1 feriado del período no cuenta en las medias; llegó 1.',
    ]);
  });

  it('are of the processes an owner has', async () => {
    const of = (processes: readonly string[]) =>
      viewArrivals(institution, {
        period: '2011-06',
        unit: 'oeste',
        scope: { units: null, processes, staff_name: null },
      });
    expect((await of(['tarjetas-de-credito'])).n).toBe(9);
    expect((await of(['entrega-pin'])).n).toBe(0);
  });

  it('refuse a unit out of scope', async () => {
    await expect(
      viewArrivals(institution, { period: '2011-06', unit: 'norte', scope: supervisor('sur') }),
    ).rejects.toMatchObject({ code: 'out-of-scope' });
  });
});

describe('what would happen', () => {
  const scenario = {
    period: '2011-06',
    unit: 'norte',
    people: null,
    schedule: null,
    demand: 0,
    minutes: null,
    service: null,
    basis: 'mean' as const,
    within_min: 10,
    share: 0.8,
    scope: EVERYTHING,
  };

  it('starts from what was observed', async () => {
    const now = await simulateDesk(institution, scenario);
    const { whole } = await june('norte');
    expect([now.needed_min, now.capacity_min, now.index]).toEqual([
      whole?.minutes,
      whole?.capacity_min,
      whole?.index,
    ]);
    // 22 days x 7 posts, less 10 of Beto and 10 of Eva, are 134 days of 22: the queue is of 6.
    expect(now.observed).toMatchObject({ services: 409, queue_people: 6, working_days: 22 });
    expect(now.observed.people).toBeCloseTo(134 / 22, 10);
    expect(now).toMatchObject({ capacity_each_min: 6600, capacity_min: 40_200 });
    expect(now.assumptions.map(({ es }) => es).join(' ')).toContain(
      'con 6,1 personas de tiempo completo (capacidad instalada entre la de una persona); la cola, que no admite fracciones, con 6 personas',
    );
    expect(now.supposed.minutes).toBeCloseTo((6000 + 3600 + 540 + 5000 + 3300 + 4800 + 300) / 409, 0);
  });

  it('changes capacity, index and waiting with the scenario', async () => {
    const given = { ...scenario, people: 2, schedule: 'especial', demand: 1, minutes: 6 };
    const then = await simulateDesk(institution, given);
    // The five attentions of somebody without a schedule are left out of use, as in the first tab.
    expect(then.capacity_min).toBe(10_800);
    expect(then.needed_min).toBeCloseTo(404 * 2 * 6, 8);
    expect(then.index).toBeCloseTo((404 * 2 * 6) / 10_800, 12);
    expect(then.verdict).toBe('not-met');
    const [nine] = then.hours;
    expect(nine?.hour).toBe(9);
    expect(nine?.arrivals).toBeCloseTo((409 * 2) / 22, 12);
    // 37.2 an hour of 6 minutes are 3.7 people: two serve 20, and the queue grows by the rest.
    expect(nine?.grows_per_hour).toBeCloseTo((409 * 2) / 22 - 20, 10);
    expect(then.finding.es).toContain('la cola crece en 17,2 por hora');
    expect(then.needed).toBeGreaterThan(4);
  });

  it('says what it supposes, and where that fails', async () => {
    const long = await simulateDesk(institution, { ...scenario, minutes: 90, demand: -0.9 });
    expect(long.assumptions).toHaveLength(5);
    expect(long.assumptions.map(({ es }) => es).join(' ')).not.toMatch(/Poisson|exponencial/);
    expect(long.cautions.map(({ es }) => es).join(' ')).toContain('dura más de una hora');
    await expect(simulateDesk(institution, { ...scenario, schedule: 'nocturno' })).rejects.toMatchObject({
      code: 'schedule-not-found',
    });
    await expect(simulateDesk(institution, { ...scenario, unit: 'oeste' })).rejects.toMatchObject({
      code: 'desk-without-minutes',
    });
  });
});
