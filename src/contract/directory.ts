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
    response: z.object({ units: list(unit), calendars: list(z.string()), may_edit: z.boolean() }),
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
    response: z.object({ schedules: list(schedule) }),
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
