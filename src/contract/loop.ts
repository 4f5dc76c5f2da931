import { z } from 'zod';
import { IMPROVEMENT_DECISIONS, IMPROVEMENT_STATES, STAGES } from '../kernel/index.ts';
import { date, localText, whole } from './common.ts';
import { improvementCard } from './improvements.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const id = z.object({ id: whole });
const nothing = z.object({});
const number = z.number().nullable();
const named = z.object({ id: z.string(), name: z.string() });
const decision = z.enum(IMPROVEMENT_DECISIONS);
const stage = z.enum(STAGES);
const attendees = list(
  z.object({ person: z.string().max(60).nullable(), name: z.string().trim().min(1).max(200) }),
).refine((all) => all.length <= 60);

const action = z.object({
  text: z.string(),
  responsible: named.nullable(),
  due_date: z.string(),
  done: z.string().nullable(),
  dropped: z.string().nullable(),
  overdue: z.boolean(),
});
const chain = z.object({
  improvement: z.number(),
  title: z.string(),
  process: localText.nullable(),
  units: list(z.string()).nullable(),
  state: z.enum(IMPROVEMENT_STATES),
  stage,
  fact: z.object({ text: localText, period: z.string().nullable(), date: z.string() }),
  causes: list(z.string()),
  decision: z
    .object({
      decision,
      reason: z.string(),
      by: named.nullable(),
      date: z.string(),
      until: z.string().nullable(),
      session: z.number().nullable(),
      relaxed: list(z.string()),
    })
    .nullable(),
  actions: list(action),
  told: z.object({ staff: z.string().nullable(), clients: z.string().nullable() }),
  proof: z.object({
    indicator: localText.nullable(),
    sentence: localText.nullable(),
    closed: z.string().nullable(),
    by: named.nullable(),
  }),
});

const sessionLine = z.object({
  id: z.number(),
  date: z.string(),
  place: z.string(),
  attendees,
  ended: z.boolean(),
  decisions: z.number(),
});
const opening = z.object({ date, place: z.string().trim().max(200), attendees });

const share = z.object({ part: z.number(), whole: z.number(), share: number });
const days = z.object({ n: z.number(), median: number, p90: number, longest: number });
const review = z.object({
  id: z.number(),
  date: z.string(),
  by: named.nullable(),
  notes: z.string(),
  stages: list(z.object({ stage, score: number, n: z.number() })),
  score: z.number(),
  weakest: stage.nullable(),
  sentence: localText,
});
const asked = z.object({ decision: decision.optional(), from: date.optional(), to: date.optional() });

export const loopRoutes = {
  'get /api/committee': {
    about: {
      es: 'Las sesiones del comité, la última arriba.',
      en: 'The committee sessions, the last on top.',
    },
    mode: 'open',
    may: 'see-improvements',
    response: z.object({
      sessions: list(sessionLine),
      people: list(named),
      may_hold: z.boolean(),
      today: z.string(),
    }),
  },
  'post /api/committee': {
    about: { es: 'Abre una sesión del comité.', en: 'Opens a committee session.' },
    mode: 'open',
    may: 'work-improvement',
    body: opening,
    response: z.object({ id: z.number() }),
  },
  'get /api/committee/{id}': {
    about: {
      es: 'Una sesión: lo que se decidió en ella, lo que espera y lo que queda por hacer.',
      en: 'A session: what was decided in it, what waits and what is still to be done.',
    },
    mode: 'open',
    may: 'see-improvements',
    params: id,
    response: sessionLine.omit({ decisions: true }).extend({
      notes: z.string(),
      held_by: named.nullable(),
      decided: list(chain),
      waiting: list(
        chain.extend({
          last_event: z.number(),
          days_open: z.number(),
          decide: z.object({ may: z.boolean(), why_not: z.string().nullable() }),
        }),
      ),
      pending: list(action.extend({ improvement: z.number(), title: z.string() })),
      people: list(named),
      may_hold: z.boolean(),
    }),
  },
  'put /api/committee/{id}': {
    about: {
      es: 'Cambia quién asiste, dónde y las notas de una sesión que no ha terminado.',
      en: 'Changes who attends, where and the notes of a session that has not ended.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: opening.extend({ notes: z.string().trim().max(8000) }),
    response: nothing,
  },
  'post /api/committee/{id}/end': {
    about: { es: 'Termina una sesión: su acta ya no cambia.', en: 'Ends a session: its minutes stay.' },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: nothing,
    response: nothing,
  },
  'post /api/committee/{id}/decisions': {
    about: {
      es: 'Decide una mejora en una sesión. No puede quien la abrió.',
      en: 'Decides an improvement in a session. Whoever opened it may not.',
    },
    mode: 'open',
    may: 'decide-improvement',
    params: id,
    body: z.object({
      improvement: z.number().int().positive(),
      decision,
      reason: z.string().trim().min(1).max(4000),
      until: date.nullable(),
      seen: z.number().int().min(0),
    }),
    response: z.object({ relaxed: list(z.string()) }),
  },
  'get /api/committee/{id}/pdf': {
    about: { es: 'El acta de una sesión en PDF.', en: 'The minutes of a session as PDF.' },
    mode: 'open',
    may: 'see-improvements',
    params: id,
    response: 'file',
  },
  'get /api/decisions': {
    about: {
      es: 'El registro de decisiones: del hecho a la decisión y a su resultado, la última arriba.',
      en: 'The register of decisions: from the fact to the decision and to its result, the last on top.',
    },
    mode: 'open',
    may: 'see-improvements',
    query: asked,
    response: z.object({ decisions: list(chain) }),
  },
  'get /api/decisions/csv': {
    about: {
      es: 'El registro de decisiones para una hoja de cálculo.',
      en: 'The register for a spreadsheet.',
    },
    mode: 'open',
    may: 'see-improvements',
    query: asked,
    response: 'file',
  },
  'get /api/loop': {
    about: {
      es: 'El circuito medido: cuántas mejoras llegaron hasta dónde, en cuántos días, y qué está quieto.',
      en: 'The loop measured: how many improvements came how far, in how many days, and what stands still.',
    },
    mode: 'open',
    may: 'see-improvements',
    query: z.object({ period: z.string().max(40).optional() }),
    response: z.object({
      period: z.string(),
      sentence: localText,
      opened: z.number(),
      decided: z.number(),
      adopted: z.number(),
      postponed: z.number(),
      stages: list(z.object({ stage, passed: share, standing: z.number(), days })),
      implemented: share,
      told_clients: share,
      told_staff: share,
      rejected: share,
      closed: share,
      fact_to_decision: days,
      fact_to_told: days,
      fact_to_closed: days,
      bottleneck: z.object({ stage, entered: z.number(), passed: z.number() }).nullable(),
      still: list(improvementCard),
    }),
  },
  'get /api/loop/review': {
    about: {
      es: 'Las preguntas con que se revisa el circuito y lo que se respondió antes.',
      en: 'The questions by which the loop is reviewed and what was answered before.',
    },
    mode: 'open',
    may: 'see-improvements',
    response: z.object({
      name: localText,
      about: localText,
      questions: list(z.object({ id: z.string(), stage, text: localText })),
      done: list(review),
      may_review: z.boolean(),
    }),
  },
  'post /api/loop/review': {
    about: { es: 'Guarda una revisión del circuito.', en: 'Keeps a review of the loop.' },
    mode: 'open',
    may: 'work-improvement',
    body: z.object({
      answers: z.record(z.string().max(120), z.union([z.literal(0), z.literal(0.5), z.literal(1)])),
      notes: z.string().trim().max(4000),
    }),
    response: review,
  },
} as const satisfies Routes;
