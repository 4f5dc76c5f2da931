import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVERYTHING, type Scope } from '../../src/kernel/index.ts';
import {
  addHoliday,
  type BringRequest,
  dropHoliday,
  editDirectory,
  importFile,
  listAbsences,
  listStaff,
  listUnits,
  loadContent,
  OWN_PACKS,
  previewCapacity,
  refuseHolidays,
  saveSchedule,
  undoImport,
  viewCalendars,
  viewProductivity,
  viewSchedules,
} from '../../src/usecases/index.ts';
import { type OpenWorld, openWorld } from './open-world.ts';

let world: OpenWorld;
beforeAll(async () => {
  world = await openWorld('tiny');
});
afterAll(() => world.close());

const north: Scope = { units: ['norte'], processes: null, staff_name: null };

type Dataset = Parameters<typeof editDirectory>[2]['dataset'];

function edit(dataset: Dataset, row: Record<string, string>, scope: Scope = EVERYTHING) {
  const { institution } = world;
  return editDirectory(institution, scope, { dataset, row }, (request: BringRequest) =>
    importFile(institution, {
      ...request,
      map: null,
      dates: null,
      mask: false,
      control: { rows: null, sums: [] },
    }),
  );
}

const indexOf = async (person: string, period = '2011-06') =>
  (await viewProductivity(world.institution, { period, unit: null, scope: EVERYTHING })).people.find(
    (item) => item.person === person,
  );

describe('the directory', () => {
  it('lists units, staff and absences with what they came in with', async () => {
    const { institution } = world;
    const units = await listUnits(institution, EVERYTHING, '2011-06-15');
    expect(units.map(({ unit, calendar, people }) => [unit, calendar, people])).toEqual([
      ['norte', 'ecuador-regular', 1],
      ['sur', 'ecuador-especial', 1],
    ]);
    expect(units[0]?.source?.file).toBe('units.csv');
    const { staff, without_post } = await listStaff(institution, EVERYTHING, '2011-06-15');
    expect(staff.map(({ person, unit, schedule, current }) => [person, unit, schedule, current])).toEqual([
      ['Ana Mora', 'norte', 'regular', true],
      ['Luis Paz', 'sur', 'especial', true],
    ]);
    expect(without_post).toEqual([]);
    expect((await listAbsences(institution, north)).map(({ person, days }) => [person, days])).toEqual([
      ['Ana Mora', 10],
    ]);
    expect((await listStaff(institution, north, '2011-06-15')).staff.map(({ person }) => person)).toEqual([
      'Ana Mora',
    ]);
  });

  it('shows the arithmetic of the thesis', async () => {
    const { lines, minutes } = await previewCapacity(world.institution, {
      month: '2011-06',
      unit: null,
      scope: EVERYTHING,
    });
    expect(minutes).toBe(12_000);
    expect(lines[0]?.arithmetic.es).toBe(
      '7 h − 30 min de almuerzo − 1 h de tiempo improductivo = 5 h 30 min al día; × 20 días = 6.600 min al mes.',
    );
    const may = await previewCapacity(world.institution, {
      month: '2011-05',
      unit: 'norte',
      scope: EVERYTHING,
    });
    expect(may.lines[0]).toMatchObject({ days: 12, month_days: 22, minutes: 3600 });
    expect(may.lines[0]?.arithmetic.es).toContain('presente 12 de 22 días de lunes a viernes = 3.600 min');
    expect(
      (await viewSchedules(world.institution, '2011-06-15', EVERYTHING)).map(({ month_min }) => month_min),
    ).toEqual([5400, 6600]);
  });

  it('takes an absence as a file that can be undone, and capacity follows', async () => {
    expect((await indexOf('Ana Mora'))?.capacity_min).toBe(6600);
    const row = { person: 'Ana Mora', from: '2011-06-01', to: '2011-06-14', kind: 'enfermedad' };
    const added = await edit('absences', row, north);
    expect(added.what).toBe('added');
    expect((await indexOf('Ana Mora'))?.capacity_min).toBe(3600);
    const record = world.institution.ledger.findImport(added.import!)!;
    expect(record.file_name).toBe('ausencias-ana-mora-2011-06-01.csv');
    const raw = await readFile(
      join(world.folder, 'raw', record.raw_sha256.slice(0, 2), record.raw_sha256),
      'utf8',
    ).catch(async () => readFile(join(world.folder, 'raw', record.raw_sha256), 'utf8'));
    expect(raw).toContain('Ana Mora,2011-06-01,2011-06-14,enfermedad');
    expect((await edit('absences', row, north)).what).toBe('same');
    expect((await edit('absences', { ...row, to: '2011-06-07' }, north)).what).toBe('corrected');
    expect((await indexOf('Ana Mora'))?.capacity_min).toBe(5100);
    // Back to what it was: the same words again, and they hold.
    expect((await edit('absences', row, north)).what).toBe('corrected');
    expect((await indexOf('Ana Mora'))?.capacity_min).toBe(3600);
    for (const { id, dataset } of world.institution.ledger.listImports().toReversed())
      if (dataset === 'absences' && id !== world.institution.ledger.listImports({ dataset })[0]?.id)
        await undoImport(world.institution, id, 'prueba');
    expect((await indexOf('Ana Mora'))?.capacity_min).toBe(6600);
    expect(await readdir(join(world.folder, 'tmp'))).toEqual([]);
  });

  it('corrects a post and a unit, and says what is wrong in a row', async () => {
    expect(
      (await edit('staff', { person: 'Luis Paz', unit: 'sur', schedule: 'regular', from: '2011-01-01' }))
        .what,
    ).toBe('corrected');
    expect((await indexOf('Luis Paz'))?.capacity_min).toBe(6600);
    expect(
      (await edit('staff', { person: 'Luis Paz', unit: 'sur', schedule: 'especial', from: '2011-01-01' }))
        .what,
    ).toBe('corrected');
    expect((await indexOf('Luis Paz'))?.capacity_min).toBe(5400);
    const before = world.institution.ledger.listImports().length;
    const refused = (dataset: Dataset, row: Record<string, string>, scope: Scope = EVERYTHING) =>
      edit(dataset, row, scope).then(
        () => 'kept',
        (error: { code: string }) => error.code,
      );
    const staff = { person: 'Eva', unit: 'sur', schedule: 'regular', from: '2011-06-10' };
    expect(await refused('staff', { ...staff, to: '2011-06-01' })).toBe('directory-row-wrong');
    expect(await refused('staff', { ...staff, schedule: 'nocturno' })).toBe('directory-row-wrong');
    expect(await refused('staff', { ...staff, from: '10/06/2011' })).toBe('directory-date-wrong');
    expect(await refused('staff', { ...staff, unit: ' ' })).toBe('directory-cell-missing');
    expect(await refused('staff', { ...staff, salary: '1' })).toBe('directory-column-unknown');
    expect(await refused('units', { unit: 'este', calendar: 'lunar' })).toBe('calendar-not-found');
    expect(await refused('units', { unit: 'este', time_zone: 'Quito' })).toBe('directory-zone-unknown');
    expect(await refused('staff', staff, north)).toBe('directory-absences-only');
    const absence = { from: '2011-06-01', to: '2011-06-02' };
    expect(await refused('absences', { person: 'Ana Moro', ...absence })).toBe('directory-person-unknown');
    expect(await refused('absences', { person: 'Luis Paz', ...absence }, north)).toBe('out-of-scope');
    expect(world.institution.ledger.listImports()).toHaveLength(before);
  });
});

describe('calendars', () => {
  const june = async (institution: Pick<OpenWorld['institution'], 'content' | 'facts'>) =>
    (
      await viewCalendars(institution as OpenWorld['institution'], {
        year: '2011',
        month: '2011-12',
        scope: EVERYTHING,
      })
    ).find(({ id }) => id === 'ecuador-regular')!;

  it('are shown in full, with the holidays of the institution’s own as pack files', async () => {
    const { institution, folder } = world;
    const before = await june(institution);
    expect(before.months[11]).toEqual({ month: '2011-12', days: 22, minutes: 22 * 420 });
    expect(before.finding.es).toBe(
      'Diciembre de 2011 tiene 22 días laborables en este calendario: 154 h de atención.',
    );
    expect(before.versions[0]?.week[0]?.hours).toEqual([{ from_min: 540, to_min: 960 }]);
    expect(before.dates.find(({ date }) => date === '2011-05-27')?.name?.es).toContain('Pichincha');
    expect(before.lists[0]?.source.es).toContain('Por confirmar');
    const holiday = {
      calendar: 'ecuador-regular',
      date: '2011-12-06',
      name: 'Fundación de Quito',
      rule: 'Ordenanza: 12',
    };
    await addHoliday(institution, holiday);
    const content = await loadContent([OWN_PACKS, join(folder, 'packs')]);
    expect(content.problems).toEqual(institution.content.problems);
    const after = await june({ ...institution, content });
    expect(after.months[11]).toEqual({ month: '2011-12', days: 21, minutes: 21 * 420 });
    expect(after.dates.find(({ date }) => date === '2011-12-06')).toMatchObject({
      own: true,
      hours: [],
      name: { es: 'Fundación de Quito (Ordenanza: 12)' },
    });
    const again = { ...institution, content };
    await expect(addHoliday(again, holiday)).rejects.toMatchObject({ code: 'holiday-already' });
    await expect(addHoliday(again, { ...holiday, date: '2011-12-07', rule: ' ' })).rejects.toMatchObject({
      code: 'holiday-without-rule',
    });
    await expect(dropHoliday(again, { ...holiday, date: '2011-05-27' })).rejects.toMatchObject({
      code: 'holiday-not-own',
    });
    await dropHoliday(again, holiday);
    const last = await june({
      ...institution,
      content: await loadContent([OWN_PACKS, join(folder, 'packs')]),
    });
    expect(last.months[11]?.days).toBe(22);
    const noted = institution.ledger.trail.list({ kind: 'content-changed', limit: 5 });
    expect(noted.map(({ payload }) => payload['note'])).toMatchObject([
      { date: '2011-12-06', holiday: null },
      { date: '2011-12-06', holiday: 'Fundación de Quito (Ordenanza: 12)' },
    ]);
    expect(() => refuseHolidays(north)).toThrow('directory-absences-only');
  });

  it('take a schedule of the institution’s own, and none that would change the past', async () => {
    const { institution, folder } = world;
    const half = { name: 'Medio tiempo', mode: 'thesis' as const, day_min: 240, lunch_min: 0 };
    const draft = { ...half, id: null, unproductive_min: 30, days_per_month: 22 };
    expect(await saveSchedule(institution, EVERYTHING, draft)).toBe('medio-tiempo');
    const content = await loadContent([OWN_PACKS, join(folder, 'packs')]);
    expect(content.problems).toEqual(institution.content.problems);
    expect(content.catalogue.schedules.get('medio-tiempo')).toMatchObject({ pack: 'propio', day_min: 240 });
    const again = { ...institution, content };
    const attempt = (changes: Partial<Parameters<typeof saveSchedule>[2]>, scope = EVERYTHING) =>
      saveSchedule(again, scope, { ...draft, ...changes });
    await expect(attempt({})).rejects.toMatchObject({ code: 'schedule-taken' });
    await expect(attempt({ name: 'Nocturno', lunch_min: 240 })).rejects.toMatchObject({
      code: 'schedule-without-time',
    });
    await expect(attempt({ id: 'regular', name: 'Regular' })).rejects.toMatchObject({
      code: 'schedule-not-own',
    });
    await expect(attempt({}, north)).rejects.toMatchObject({ code: 'directory-absences-only' });
    expect(await saveSchedule(again, EVERYTHING, { ...draft, id: 'medio-tiempo', days_per_month: 20 })).toBe(
      'medio-tiempo',
    );
    const last = await loadContent([OWN_PACKS, join(folder, 'packs')]);
    expect(last.catalogue.schedules.get('medio-tiempo')?.days_per_month).toBe(20);
    // Once somebody is posted with it, it stays as it is.
    const kept = { ...last.catalogue.schedules.get('medio-tiempo')!, id: 'regular' };
    const mine = new Map([...last.catalogue.schedules, ['regular', kept]]);
    const posted = { ...again, content: { ...last, catalogue: { ...last.catalogue, schedules: mine } } };
    await expect(
      saveSchedule(posted, EVERYTHING, { ...draft, id: 'regular', name: 'Otro' }),
    ).rejects.toMatchObject({ code: 'schedule-kept' });
  });
});
