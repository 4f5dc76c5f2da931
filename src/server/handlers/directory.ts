import type { directoryRoutes } from '../../contract/index.ts';
import { toScope } from '../../kernel/index.ts';
import {
  addHoliday,
  type BringRequest,
  checkSchedule,
  dropHoliday,
  editDirectory,
  importFile,
  listAbsences,
  listStaff,
  listUnits,
  previewCapacity,
  refuseHolidays,
  saveSchedule,
  saveWeek,
  toScheduleCapacity,
  viewCalendars,
  viewSchedules,
} from '../../usecases/index.ts';
import type { Call, Handlers } from '../call.ts';

/** Whether who calls may edit rows of the directory, and whether all of it or absences alone. */
function editsOf({ who, today }: Pick<Call, 'who' | 'today'>): 'all' | 'absences' | null {
  const scope = who && toScope(who, 'edit-directory', today);
  return scope && (scope.units === null ? 'all' : 'absences');
}

const named = (items: readonly (string | null)[]): readonly string[] =>
  [...new Set(items.flatMap((item) => item ?? []))].sort();

export const directoryHandlers: Handlers<typeof directoryRoutes> = {
  'get /api/directory/units': async ({ institution, query, scope, who, today }) => ({
    units: await listUnits(institution, scope, query.date ?? today),
    calendars: [...institution.content.catalogue.calendars.values()].map(({ id, name }) => ({
      id,
      name: name ?? { es: id, en: id },
    })),
    may_edit: editsOf({ who, today }) === 'all',
  }),
  'get /api/directory/staff': async ({ institution, query, scope, who, today }) => ({
    ...(await listStaff(institution, scope, query.date ?? today)),
    schedules: [...institution.content.catalogue.schedules.values()].map(({ id, name }) => ({ id, name })),
    may_edit: editsOf({ who, today }) === 'all',
  }),
  'get /api/directory/absences': async ({ institution, scope, who, today }) => {
    const absences = await listAbsences(institution, scope);
    const { staff } = await listStaff(institution, scope, today);
    return {
      absences,
      people: named(staff.map(({ person }) => person)),
      kinds: named(absences.map(({ kind }) => kind)),
      may_edit: editsOf({ who, today }) !== null,
    };
  },
  'get /api/directory/schedules': async ({ institution, query, scope, who, today }) => ({
    schedules: await viewSchedules(institution, query.date ?? today, scope),
    may_edit: editsOf({ who, today }) === 'all',
  }),
  'post /api/directory/schedules/try': async ({ body }) => {
    checkSchedule(body);
    return toScheduleCapacity(body);
  },
  'post /api/directory/schedules': async ({ institution, body, scope, host }) => {
    const id = await saveSchedule(institution, scope, body);
    await host.reloadContent();
    return { id };
  },
  'get /api/directory/calendars': async ({ institution, query, scope, who, today }) => ({
    calendars: await viewCalendars(institution, {
      year: query.month.slice(0, 4),
      month: query.month,
      scope,
    }),
    may_edit: editsOf({ who, today }) === 'all',
  }),
  'get /api/directory/capacity': async ({ institution, query, scope }) =>
    previewCapacity(institution, { month: query.month, unit: query.unit ?? null, scope }),
  'post /api/directory/rows/{dataset}': async ({ institution, params, body, scope }) =>
    editDirectory(institution, scope, { dataset: params.dataset, row: body.row }, (request: BringRequest) =>
      importFile(institution, {
        ...request,
        map: null,
        dates: null,
        mask: false,
        control: { rows: null, sums: [] },
      }),
    ),
  'post /api/directory/calendars/{calendar}/week': async ({ institution, params, body, scope, host }) => {
    await saveWeek(institution, scope, { ...params, ...body });
    await host.reloadContent();
    return { done: true };
  },
  'post /api/directory/holidays': async ({ institution, body, scope, host }) => {
    refuseHolidays(scope);
    await addHoliday(institution, body);
    await host.reloadContent();
    return { done: true };
  },
  'delete /api/directory/holidays/{calendar}/{date}': async ({ institution, params, scope, host }) => {
    refuseHolidays(scope);
    await dropHoliday(institution, params);
    await host.reloadContent();
    return { done: true };
  },
};
