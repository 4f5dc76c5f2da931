import { z } from 'zod';
import { date, localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const id = z.object({ id: whole });
const nothing = z.object({});
const line = z.string().trim().min(1).max(200);
const named = z.object({ id: z.string(), name: localText });
/** Units a workshop is for; null for all. */
const units = list(line).nullable();

const question = z.object({
  text: z.string().trim().min(1).max(500),
  choices: list(z.string().trim().min(1).max(300)).refine((all) => all.length >= 2 && all.length <= 5),
  /** Place of the right answer, from 0. */
  right: z.number().int().min(0).max(4),
});

const card = z.object({
  id: z.number(),
  date: z.string(),
  topic: z.string(),
  place: z.string(),
  units: list(z.string()).nullable(),
  indicators: list(named),
  state: z.enum(['planned', 'held', 'cancelled']),
  expected: z.number(),
  attended: z.number(),
  share: z.number().nullable(),
  tested: z.number(),
  mean_points: z.number().nullable(),
  of_points: z.number(),
  sentence: localText,
  may_take: z.boolean(),
  own_points: z.number().nullable(),
});

export const workshopRoutes = {
  'get /api/workshops': {
    about: {
      es: 'Los talleres: los que vienen y los dados, con quién vino y cuánto acertaron.',
      en: 'The workshops: those to come and those held, with who came and how they did.',
    },
    mode: 'open',
    may: 'see-workshops',
    response: z.object({ sentence: localText, workshops: list(card), may_hold: z.boolean() }),
  },
  'post /api/workshops': {
    about: {
      es: 'Planea un taller: fecha, tema, lugar, indicadores y una prueba corta.',
      en: 'Plans a workshop: date, topic, place, indicators and a short test.',
    },
    mode: 'open',
    may: 'hold-workshop',
    body: z.object({
      date,
      topic: line,
      place: line,
      units,
      indicators: list(line).refine((all) => all.length <= 20),
      test: list(question).refine((all) => all.length <= 10),
    }),
    response: z.object({ id: z.number() }),
  },
  'get /api/workshops/start': {
    about: {
      es: 'De qué indicadores y para qué agencias se puede planear un taller.',
      en: 'About which indicators and for which units a workshop may be planned.',
    },
    mode: 'open',
    may: 'hold-workshop',
    response: z.object({ indicators: list(named), units: list(z.string()).nullable() }),
  },
  'post /api/workshops/questions': {
    about: {
      es: 'Propone preguntas para la prueba, sacadas de las fichas de los indicadores. No guarda nada.',
      en: 'Proposes questions for the test from the sheets of the indicators. Keeps nothing.',
    },
    mode: 'open',
    may: 'hold-workshop',
    body: z.object({ indicators: list(line).refine((all) => all.length <= 20) }),
    response: z.object({ questions: list(question) }),
  },
  'get /api/workshops/{id}': {
    about: { es: 'Un taller con su lista y su prueba.', en: 'A workshop with its list and its test.' },
    mode: 'open',
    may: 'see-workshops',
    params: id,
    response: card.extend({
      planned_by_name: z.string().nullable(),
      note: z.string(),
      questions: list(
        z.object({
          text: z.string(),
          choices: list(z.string()),
          right: z.number().nullable(),
          mine: z.number().nullable(),
        }),
      ),
      people: list(
        z.object({
          person: z.string().nullable(),
          name: z.string(),
          unit: z.string().nullable(),
          attended: z.boolean(),
          points: z.number().nullable(),
          of_points: z.number().nullable(),
          on_screen: z.boolean(),
        }),
      ),
      to_list: list(z.object({ person: z.string(), name: z.string(), unit: z.string().nullable() })),
      may_record: z.boolean(),
      may_cancel: z.boolean(),
    }),
  },
  'post /api/workshops/{id}/attendance': {
    about: {
      es: 'Anota quién era esperado en un taller y quién vino.',
      en: 'Records who was expected at a workshop and who came.',
    },
    mode: 'open',
    may: 'hold-workshop',
    params: id,
    body: z.object({
      people: list(
        z.object({
          person: z.string().max(40).nullable(),
          name: line,
          unit: line.nullable(),
          attended: z.boolean(),
          /** Of a test on paper, of somebody without an account. */
          points: z.number().int().min(0).max(10).nullable(),
        }),
      ).refine((all) => all.length <= 500),
    }),
    response: nothing,
  },
  'post /api/workshops/{id}/test': {
    about: {
      es: 'Hace la prueba de un taller al que se vino, una sola vez.',
      en: 'Takes the test of a workshop one came to, once.',
    },
    mode: 'open',
    may: 'see-workshops',
    params: id,
    body: z.object({ answers: list(z.number().int().min(0).max(10)).refine((all) => all.length <= 10) }),
    response: z.object({ points: z.number(), of_points: z.number() }),
  },
  'post /api/workshops/{id}/cancel': {
    about: {
      es: 'Suspende un taller que todavía no se dio, con el motivo.',
      en: 'Cancels a workshop that was not held yet, with the reason.',
    },
    mode: 'open',
    may: 'hold-workshop',
    params: id,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    response: nothing,
  },
} as const satisfies Routes;
