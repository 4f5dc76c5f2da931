import { z } from 'zod';
import { date, localText, month } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day)));
const source = z.object({
  import: z.string(),
  file: z.string(),
  imported_at: z.string(),
  /** Name of who brought it; null for a command on the folder itself. */
  by: z.string().nullable(),
});
const hours = list(z.object({ from_min: z.number(), to_min: z.number() }));

const unit = z.object({
  unit: z.string(),
  zone: z.string().nullable(),
  time_zone: z.string(),
  calendar: z.string().nullable(),
  time_zone_declared: z.boolean(),
  calendar_declared: z.boolean(),
  people: z.number(),
  source: source.nullable(),
});

const staff = z.object({
  person: z.string(),
  unit: z.string(),
  schedule: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  current: z.boolean(),
  loan: z.boolean(),
  source,
});

const absence = z.object({
  person: z.string(),
  units: list(z.string()),
  from: z.string(),
  to: z.string(),
  kind: z.string().nullable(),
  days: z.number(),
  source,
});

/** Hours of a schedule as its form sends them, in whole minutes. */
const scheduleHours = z.object({
  mode: z.enum(['thesis', 'calendar']),
  day_min: z.number().int().min(1).max(1440),
  lunch_min: z.number().int().min(0).max(1440),
  unproductive_min: z.number().int().min(0).max(1440),
  days_per_month: z.number().int().min(1).max(31),
});

const schedule = z.object({
  id: z.string(),
  name: localText,
  aliases: list(z.string()),
  pack: z.string(),
  mode: z.enum(['thesis', 'calendar']),
  day_min: z.number(),
  lunch_min: z.number(),
  unproductive_min: z.number(),
  productive_min: z.number(),
  days_per_month: z.number(),
  month_min: z.number(),
  people: z.number(),
  arithmetic: localText,
});

const calendar = z.object({
  id: z.string(),
  name: localText,
  pack: z.string(),
  time_zone: z.string(),
  is_default: z.boolean(),
  units: list(z.string()),
  versions: list(z.object({ from: z.string(), week: list(z.object({ weekday, hours })) })),
  dates: list(z.object({ date: z.string(), name: localText.nullable(), hours, own: z.boolean() })),
  lists: list(z.object({ id: z.string(), name: localText, source: localText })),
  months: list(z.object({ month: z.string(), days: z.number(), minutes: z.number() })),
  finding: localText,
});

const at = z.object({ date: date.optional() });
const edited = z.object({
  /** Null where the row said what holds already. */
  import: z.string().nullable(),
  what: z.enum(['added', 'corrected', 'same']),
  finding: localText,
});

export const directoryRoutes = {
  'get /api/directory/units': {
    about: {
      es: 'Las agencias, con su zona, hora y calendario.',
      en: 'Branches, with zone, time and calendar.',
    },
    mode: 'read',
    may: 'see-directory',
    query: at,
    response: z.object({
      units: list(unit),
      calendars: list(z.object({ id: z.string(), name: localText })),
      may_edit: z.boolean(),
    }),
  },
  'get /api/directory/staff': {
    about: {
      es: 'El personal: quién, dónde, con qué horario y cuándo.',
      en: 'Staff: who, where, by which schedule and when.',
    },
    mode: 'read',
    may: 'see-directory',
    query: at,
    response: z.object({
      staff: list(staff),
      without_post: list(z.string()),
      schedules: list(z.object({ id: z.string(), name: localText })),
      may_edit: z.boolean(),
    }),
  },
  'get /api/directory/absences': {
    about: { es: 'Las ausencias, la última primero.', en: 'Absences, latest first.' },
    mode: 'read',
    may: 'see-directory',
    response: z.object({
      absences: list(absence),
      people: list(z.string()),
      kinds: list(z.string()),
      may_edit: z.boolean(),
    }),
  },
  'get /api/directory/schedules': {
    about: { es: 'Los horarios y la capacidad que dan.', en: 'Schedules and the capacity they make.' },
    mode: 'read',
    may: 'see-directory',
    query: at,
    response: z.object({ schedules: list(schedule), may_edit: z.boolean() }),
  },
  'get /api/directory/calendars': {
    about: {
      es: 'Los calendarios completos, con sus feriados.',
      en: 'Calendars in full, with their holidays.',
    },
    mode: 'read',
    may: 'see-directory',
    query: z.object({ month }),
    response: z.object({ calendars: list(calendar), may_edit: z.boolean() }),
  },
  'get /api/directory/capacity': {
    about: {
      es: 'La capacidad instalada de un mes, con su cuenta.',
      en: 'Installed capacity of a month, with its sums.',
    },
    mode: 'read',
    may: 'see-directory',
    query: z.object({ month: z.string(), unit: z.string().optional() }),
    response: z.object({
      month: z.string(),
      minutes: z.number(),
      people: z.number(),
      lines: list(
        z.object({
          person: z.string(),
          unit: z.string(),
          schedule: z.string(),
          schedule_name: localText,
          days: z.number(),
          month_days: z.number(),
          minutes: z.number(),
          arithmetic: localText,
        }),
      ),
      finding: localText,
    }),
  },
  'post /api/directory/rows/{dataset}': {
    about: {
      es: 'Añade o corrige una fila de agencias, personal o ausencias: entra como un archivo más.',
      en: 'Adds or corrects a row of branches, staff or absences: it comes in as one more file.',
    },
    mode: 'write',
    may: 'edit-directory',
    params: z.object({ dataset: z.enum(['units', 'staff', 'absences']) }),
    body: z.object({ row: z.record(z.string().max(40), z.string().max(200)) }),
    response: edited,
  },
  'post /api/directory/schedules/try': {
    about: {
      es: 'La capacidad que daría un horario, con su cuenta, sin guardarlo.',
      en: 'The capacity a schedule would make, with its sums, saving nothing.',
    },
    mode: 'open',
    may: 'see-directory',
    body: scheduleHours,
    response: z.object({ productive_min: z.number(), month_min: z.number(), arithmetic: localText }),
  },
  'post /api/directory/schedules': {
    about: {
      es: 'Añade un horario de la institución, o cambia uno suyo que nadie ha tenido todavía.',
      en: "Adds a schedule of the institution's own, or changes one of its own that nobody has kept yet.",
    },
    mode: 'write',
    may: 'edit-directory',
    body: scheduleHours.extend({ id: z.string().max(100).nullable(), name: z.string().max(120) }),
    response: z.object({ id: z.string() }),
  },
  'post /api/directory/calendars/{calendar}/week': {
    about: {
      es: 'Cambia las horas de la semana de un calendario desde una fecha; las de antes quedan.',
      en: 'Changes the weekly hours of a calendar from a date on; those before stay.',
    },
    mode: 'write',
    may: 'edit-directory',
    params: z.object({ calendar: z.string() }),
    body: z.object({
      from: date,
      /** Monday first: `08:30-13:00, 14:00-17:00`; empty where it is closed. */
      week: z.array(z.string().max(80)).length(7),
    }),
    response: z.object({ done: z.literal(true) }),
  },
  'post /api/directory/holidays': {
    about: {
      es: 'Añade a un calendario un feriado propio de la institución.',
      en: "Adds a holiday of the institution's own to a calendar.",
    },
    mode: 'write',
    may: 'edit-directory',
    body: z.object({ calendar: z.string(), date, name: z.string().max(120), rule: z.string().max(160) }),
    response: z.object({ done: z.literal(true) }),
  },
  'delete /api/directory/holidays/{calendar}/{date}': {
    about: {
      es: 'Quita un feriado que la institución añadió.',
      en: 'Takes out a holiday that the institution added.',
    },
    mode: 'write',
    may: 'edit-directory',
    params: z.object({ calendar: z.string(), date }),
    response: z.object({ done: z.literal(true) }),
  },
} as const satisfies Routes;
