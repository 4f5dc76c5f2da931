import { z } from 'zod';
import { localText, warning } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const number = z.number().nullable();
const verdict = z.enum(['met', 'not-met', 'met-with-alert', 'no-data']);
const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day)));

const use = z.object({
  minutes: number,
  capacity_min: number,
  index: number,
  verdict,
  people: z.number(),
  services: z.number(),
  warnings: list(warning),
  sentence: localText,
});
const namedUse = use.extend({ id: z.string(), name: localText });

const presence = z.object({
  person: z.string(),
  units: list(z.string()),
  schedules: list(z.string()),
  posted: z.number(),
  present: z.number(),
  away: list(z.object({ kind: z.string(), days: z.number() })),
  loans: list(z.object({ from: z.string(), to: z.string(), days: z.number() })),
});

const personUse = use.extend({
  person: z.string(),
  unit: z.string().nullable(),
  /** Where the person stands; only the first four are compared with others. */
  standing: z.enum(['below', 'fast', 'within', 'over', 'few', 'idle', 'unknown']),
  presence: presence.nullable(),
  mix: z
    .object({
      n: z.number(),
      actual_min: z.number(),
      /** What the same attentions take at the institution's median of each service. */
      expected_min: z.number(),
      adjusted_index: number,
      top: list(
        z.object({
          service: z.string(),
          name: localText,
          n: z.number(),
          share: z.number(),
          usual_min: number,
        }),
      ),
    })
    .nullable(),
  notes: list(localText),
});

const usualService = z.object({
  service: z.string(),
  name: localText,
  n: z.number(),
  median_min: number,
  mean_min: z.number(),
});

const cell = z.object({ weekday, hour: z.number(), n: z.number(), mean: z.number() });

const hourForecast = z.object({
  people: z.number(),
  arrivals: z.number(),
  load: z.number(),
  occupancy: z.number(),
  waiting: z.number(),
  mean_wait_min: number,
  within_share: z.number(),
  grows_per_hour: number,
});

const view = z.object({ period: z.string(), unit: z.string().optional() });
/** A decimal in a query. */
const decimal = z
  .string()
  .regex(/^-?\d{1,6}(\.\d{1,4})?$/)
  .transform(Number);

export const productivityRoutes = {
  'get /api/productivity': {
    about: {
      es: 'Personas y agencias frente a su capacidad instalada, con lo que hay que saber antes de juzgar.',
      en: 'People and branches against installed capacity, with what must be known before judging.',
    },
    mode: 'read',
    may: 'see-people-figures',
    query: view,
    response: z.object({
      period: z.string(),
      indicator: z.object({ id: z.string(), name: localText }).nullable(),
      standard: z.object({ floor: number, ceiling: number }).nullable(),
      small_sample: z.number(),
      finding: localText,
      rule: localText,
      excess: localText.nullable(),
      whole: use.nullable(),
      schedules: list(namedUse),
      units: list(namedUse),
      people: list(personUse),
      usual: z.object({ from: z.string(), to: z.string(), services: list(usualService) }).nullable(),
    }),
  },
  'get /api/productivity/arrivals': {
    about: {
      es: 'Cuándo llegan los requerimientos: media por día de la semana y hora.',
      en: 'When requests come: mean by weekday and hour.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: view,
    response: z.object({
      period: z.string(),
      from: z.string(),
      to: z.string(),
      unit: z.string().nullable(),
      n: z.number(),
      on_holidays: z.number(),
      hours: list(z.number()),
      weekdays: list(z.object({ weekday, days: z.number(), n: z.number() })),
      cells: list(cell),
      mean: number,
      peak: cell.extend({ times: z.number() }).nullable(),
      holidays: list(z.object({ date: z.string(), name: localText.nullable(), n: z.number() })),
      finding: localText,
      notes: list(localText),
    }),
  },
  'get /api/productivity/what-if': {
    about: {
      es: 'Qué pasaría con otras personas, horario, demanda o minutos: capacidad, índice y espera por hora. No guarda nada.',
      en: 'What other people, schedule, demand or minutes would do: capacity, index and wait by the hour. Saves nothing.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: view.extend({
      people: z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .optional(),
      schedule: z.string().optional(),
      /** Per cent more (or less) than observed. */
      demand: decimal.refine((percent) => percent >= -100 && percent <= 1000).optional(),
      minutes: decimal.refine((minutes) => minutes > 0).optional(),
      service: z.string().optional(),
      basis: z.enum(['mean', 'median']).optional(),
      within: decimal.refine((minutes) => minutes >= 0).optional(),
      /** Per cent that should not wait longer. */
      share: decimal.refine((percent) => percent > 0 && percent < 100).optional(),
    }),
    response: z.object({
      period: z.string(),
      unit: z.string().nullable(),
      observed: z.object({
        services: z.number(),
        people: z.number(),
        queue_people: z.number(),
        minutes_mean: number,
        minutes_median: number,
        working_days: z.number(),
      }),
      supposed: z.object({
        people: z.number(),
        queue_people: z.number(),
        schedule: z.string(),
        demand: z.number(),
        minutes: z.number(),
        service: z.string().nullable(),
        basis: z.enum(['mean', 'median', 'typed']),
        within_min: z.number(),
        share: z.number(),
      }),
      choices: z.object({
        schedules: list(z.object({ id: z.string(), name: localText })),
        services: list(
          z.object({
            id: z.string(),
            name: localText,
            n: z.number(),
            mean_min: z.number(),
            median_min: number,
          }),
        ),
      }),
      capacity_min: z.number(),
      capacity_each_min: z.number(),
      needed_min: z.number(),
      index: number,
      floor: number,
      ceiling: number,
      verdict,
      hours: list(
        hourForecast.extend({
          hour: z.number(),
          needed: number,
          one_less: hourForecast.pick({
            waiting: true,
            mean_wait_min: true,
            within_share: true,
            grows_per_hour: true,
          }),
        }),
      ),
      busiest: number,
      curve: list(hourForecast),
      needed: number,
      finding: localText,
      assumptions: list(localText),
      cautions: list(localText),
    }),
  },
} as const satisfies Routes;
