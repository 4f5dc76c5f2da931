import { z } from 'zod';
import { flag, localText } from './common.ts';
import type { Routes } from './route.ts';

/** A list nobody changes. */
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const verdict = z.enum(['met', 'not-met', 'met-with-alert', 'no-data']);
/** A result in a few words of one language. */
const resultWords = z.object({
  value: z.string(),
  standard: z.string().nullable(),
  direction: z.string().nullable(),
  index: z.string().nullable(),
  line: z.string(),
});
const monthChoice = z.object({ period: z.string(), indicators: z.number(), complete: z.boolean() });
const homeIndicator = z.object({
  id: z.string(),
  code: z.string().nullable(),
  name: localText,
  process: z.object({ id: z.string(), name: localText }),
  class: z.enum(['corporativo', 'estrategico', 'operativo']),
  verdict,
  value: z.number().nullable(),
  n: z.number(),
  counts_people: z.boolean(),
  result: z.object({ es: resultWords, en: resultWords }).nullable(),
  gap: z.number().nullable(),
  open: z.object({ count: z.number(), past_limit: z.number() }),
  provisional: z.boolean(),
  small_sample: z.boolean(),
  hides_tail: z.boolean(),
  sentence: localText,
  previous: z.object({ period: z.string(), value: localText }).nullable(),
  points: list(
    z.object({
      period: z.string(),
      value: z.number().nullable(),
      floor: z.number().nullable(),
      ceiling: z.number().nullable(),
      verdict,
      n: z.number(),
      provisional: z.boolean(),
    }),
  ),
});

/** What needs the person; the screen knows where each is done. */
export const need = z.object({
  kind: z.enum([
    'cases-overdue',
    'cases-mine',
    'cases-turn',
    'no-facts',
    'rows-to-correct',
    'files-late',
    'results-unread',
    'mail-failing',
    'pack-problems',
  ]),
  n: z.number(),
  /** The first few, and how many more there are. */
  names: list(localText),
  more: z.number(),
});

const homeView = z.object({
  period: z.object({
    text: z.string(),
    why: z.enum(['asked', 'complete', 'latest', 'none']),
    complete: z.boolean(),
  }),
  units: list(z.string()).nullable(),
  person: z.string().nullable(),
  sentence: localText,
  closed: localText.nullable(),
  counts: z.record(verdict, z.number()),
  judged: z.number(),
  indicators: list(homeIndicator),
  apart: list(z.object({ id: z.string(), name: localText })),
  has_facts: z.boolean(),
  has_files: z.boolean(),
  has_indicators: z.boolean(),
});

const heatCell = z.object({
  verdict,
  value: localText.nullable(),
  n: z.number(),
  failed: z.number(),
  judged: z.number(),
  level: z.number(),
  provisional: z.boolean(),
  small: z.number(),
});

const found = z.object({
  kind: z.enum(['indicator', 'process', 'unit', 'person', 'import', 'fact']),
  id: z.string(),
  name: localText,
  detail: localText.nullable(),
  period: z.string().nullable(),
  indicator: z.string().nullable(),
});

const asked = z.object({ period: z.string().max(40).optional(), unit: z.string().max(200).optional() });

export const homeRoutes = {
  'get /api/view': {
    about: {
      es: 'Los meses y las agencias que hay para mirar, y el período con que se abre.',
      en: 'The months and units there are to look at, and the period to open with.',
    },
    mode: 'read',
    may: 'signed-in',
    response: z.object({
      period: z.string().nullable(),
      why: z.enum(['complete', 'latest', 'none']),
      /** Latest first. */
      months: list(monthChoice),
      units: list(z.string()),
    }),
  },
  'get /api/home': {
    about: {
      es: 'El inicio: los indicadores del período, primero lo que peor está, y lo que necesita a la persona.',
      en: 'The home: the indicators of the period, worst first, and what needs the person.',
    },
    mode: 'read',
    may: 'signed-in',
    query: asked,
    response: z.object({
      /** Null for who sees no indicators. */
      view: homeView.nullable(),
      needs: list(need),
    }),
  },
  'get /api/home/heat': {
    about: {
      es: 'Agencia por período: un indicador, o cuántos no cumplen.',
      en: 'Unit by period: one indicator, or how many fail.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: asked.extend({ indicator: z.string().max(200).optional(), all: flag }),
    response: z.object({
      indicator: z.object({ id: z.string(), name: localText }).nullable(),
      periods: list(z.string()),
      finding: localText,
      rows: list(z.object({ unit: z.string().nullable(), cells: list(heatCell.nullable()) })),
      /** How many units there are; without `all` only the first are told. */
      of: z.number(),
    }),
  },
  'get /api/indicators': {
    about: {
      es: 'La lista de indicadores, con su resultado del período.',
      en: 'The list of indicators, with the result of the period.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: asked.extend({
      process: z.string().max(200).optional(),
      class: z.string().max(40).optional(),
      verdict: verdict.optional(),
    }),
    response: z.object({
      period: z.string(),
      sentence: localText,
      /** Processes and classes that some indicator has, to filter by. */
      processes: list(z.object({ id: z.string(), name: localText })),
      indicators: list(homeIndicator.omit({ points: true })),
      of: z.number(),
      problems: list(localText),
    }),
  },
  'get /api/induction': {
    about: {
      es: 'Cada indicador explicado a quien empieza, con las cifras de la institución.',
      en: 'Each indicator explained to whoever begins, with the figures of the institution.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: asked,
    response: z.object({
      period: z.string(),
      units: list(z.string()).nullable(),
      indicators: list(
        homeIndicator
          .pick({
            id: true,
            name: true,
            process: true,
            verdict: true,
            result: true,
            n: true,
            counts_people: true,
            sentence: true,
            hides_tail: true,
          })
          .extend({
            objective: localText,
            counted: localText,
            promise: localText.nullable(),
            advice: list(localText),
          }),
      ),
    }),
  },
  'get /api/search': {
    about: {
      es: 'Indicadores, procesos, agencias, personas, importaciones y requerimientos por su nombre o número.',
      en: 'Indicators, processes, units, people, imports and requests by name or number.',
    },
    mode: 'read',
    may: 'signed-in',
    query: z.object({ q: z.string().max(100) }),
    response: z.object({ found: list(found) }),
  },
} as const satisfies Routes;
