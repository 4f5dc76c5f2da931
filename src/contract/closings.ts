import { z } from 'zod';
import { date, localText, month, whole } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const number = z.number().nullable();
const text = z.string().nullable();
const reason = z.string().trim().max(1000);
const period = z.object({ period: month });
const id = z.object({ id: whole });

const figure = z.object({
  value: number,
  text: localText.nullable(),
  /** Without any rounding, as `num/den`; null without a figure. */
  numerator: text,
  denominator: text,
  n: z.number(),
  open: z.number(),
  verdict: z.enum(['met', 'not-met', 'met-with-alert', 'no-data']),
});

const change = z.object({
  indicator: z.string(),
  name: localText,
  dimensions: z.record(z.string(), text),
  /** The part in words; null for the whole figure. */
  part: localText.nullable(),
  before: figure.nullable(),
  after: figure.nullable(),
});

const closingMonth = z.object({
  period: z.string(),
  state: z.enum(['running', 'contesting', 'open', 'proposed', 'closed']),
  version: number,
  closed_at: text,
  contests_until: z.string(),
  open_contests: z.number(),
  waiting: z.number(),
  /** Figures that the facts of today would give otherwise. */
  differ: number,
  barred: text,
  proposal: z
    .object({
      id: z.number(),
      kind: z.enum(['close-period', 'restate-period']),
      reason: z.string(),
      proposed_by_name: text,
      proposed_at: z.string(),
      version: z.number(),
      figures: list(figure.extend({ indicator: z.string(), name: localText })),
      changes: list(change),
      changed: z.number(),
      waiting: z.number(),
      may_approve: z.boolean(),
      why_not: text,
      own: z.boolean(),
    })
    .nullable(),
  undone: z.boolean(),
});

const contest = z.object({
  id: z.number(),
  indicator: z.string(),
  name: localText,
  rows: z.number(),
  keys: list(z.string()),
  reason: z.string(),
  evidence: z.string(),
  state: z.enum(['open', 'upheld', 'rejected', 'withdrawn']),
  by_name: text,
  at: z.string(),
  answer: text,
  answered_by_name: text,
  own: z.boolean(),
  proposal: z
    .object({
      id: z.number(),
      reason: z.string(),
      sentence: z.string(),
      proposed_by_name: text,
      may_approve: z.boolean(),
      why_not: text,
    })
    .nullable(),
});

const outcome = z.object({
  period: z.string(),
  version: z.number(),
  /** False while it waits for somebody else to approve it. */
  closed: z.boolean(),
  proposal: number,
  changed: z.number(),
});

export const closingRoutes = {
  'get /api/closings': {
    about: {
      es: 'Los meses con hechos: abiertos, en objeción, propuestos o cerrados, y qué falta para cerrarlos.',
      en: 'Months with facts: open, contested, proposed or closed, and what is missing to close them.',
    },
    mode: 'read',
    may: 'see-closings',
    response: z.object({ months: list(closingMonth) }),
  },
  'get /api/closings/{period}': {
    about: {
      es: 'Un mes: sus versiones con lo que cada cifra era y es, y sus objeciones.',
      en: 'A month: its versions with what each figure was and is, and its contests.',
    },
    mode: 'read',
    may: 'see-closings',
    params: period,
    response: z.object({
      month: closingMonth,
      versions: list(
        z.object({
          version: z.number(),
          kind: z.enum(['closed', 'restated']),
          at: z.string(),
          cause: z.string(),
          proposed_by_name: text,
          approved_by_name: text,
          changed: z.number(),
          changes: list(change),
        }),
      ),
      contests: list(contest),
      left_out: z.number(),
      /** Files of the month that were expected and have not come. */
      missing: list(localText),
    }),
  },
  'post /api/closings/{period}/close': {
    about: {
      es: 'Propone cerrar un mes: otra persona lo aprueba y sus cifras quedan como se propusieron.',
      en: 'Proposes that a month be closed: somebody else approves it and its figures stay as proposed.',
    },
    mode: 'job',
    may: 'propose-closing',
    params: period,
    body: z.object({ reason }),
    response: outcome,
  },
  'post /api/closings/{period}/restate': {
    about: {
      es: 'Propone rectificar un mes cerrado, con su causa: una versión más, con lo que cada cifra era y es.',
      en: 'Proposes that a closed month be restated, with its cause: one more version, with old and new figures.',
    },
    mode: 'job',
    may: 'propose-closing',
    params: period,
    body: z.object({ cause: reason }),
    response: outcome,
  },
  'put /api/closings/{period}/contests-until': {
    about: {
      es: 'Dice hasta qué fecha se objetan las filas de un mes.',
      en: 'Says until which date rows of a month are contested.',
    },
    mode: 'open',
    may: 'propose-closing',
    params: period,
    body: z.object({ until: date }),
    response: z.object({}),
  },
  'post /api/contests': {
    about: {
      es: 'Objeta filas de un mes abierto, con motivo y con lo que lo demuestra.',
      en: 'Contests rows of an open month, with a reason and what shows it.',
    },
    mode: 'write',
    may: 'contest-rows',
    body: z.object({
      period: month,
      indicator: z.string().max(100),
      dataset: z.string().max(100),
      rows: z.array(z.object({ seq: z.number().int().min(0), row: z.number().int().min(0) })).max(500),
      reason,
      evidence: reason,
    }),
    response: z.object({ contest: z.number() }),
  },
  'post /api/contests/{id}/exclude': {
    about: {
      es: 'Propone que las filas de una objeción queden fuera: lo aprueba quien no las cargó ni lo propone.',
      en: 'Proposes that the rows of a contest be left out: approved by who neither loaded nor proposed them.',
    },
    mode: 'write',
    may: 'propose-exclusion',
    params: id,
    body: z.object({ reason, everywhere: z.boolean() }),
    response: z.object({ proposal: z.number(), applied: z.boolean() }),
  },
  'post /api/contests/{id}/reject': {
    about: { es: 'Rechaza una objeción, con respuesta.', en: 'Turns a contest down, with an answer.' },
    mode: 'open',
    may: 'propose-exclusion',
    params: id,
    body: z.object({ answer: reason }),
    response: z.object({}),
  },
  'post /api/contests/{id}/withdraw': {
    about: { es: 'Retira una objeción propia.', en: 'Takes a contest of one’s own back.' },
    mode: 'open',
    may: 'contest-rows',
    params: id,
    response: z.object({}),
  },
} as const satisfies Routes;
