import { z } from 'zod';
import { localText, whole } from './common.ts';
import { proofPlan } from './improvements.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const number = z.number().nullable();
const id = z.object({ id: whole });
const verdict = z.enum(['met', 'not-met', 'met-with-alert', 'no-data']);

const side = z.object({
  period: z.string(),
  periods: z.number(),
  value: number,
  exact: z.string().nullable(),
  text: localText.nullable(),
  n: z.number(),
  open: z.object({ count: z.number(), past_limit: z.number() }),
  verdict,
  standard: localText.nullable(),
});

const difference = z.object({
  difference: z.number(),
  low: number,
  high: number,
  level: z.number(),
  p: number,
  method: z.string(),
  test: z.string(),
  n_before: z.number(),
  n_after: z.number(),
  text: localText,
  low_text: localText.nullable(),
  high_text: localText.nullable(),
});

const trend = z.object({
  name: localText,
  unit: z.string(),
  direction: z.enum(['at-least', 'at-most', 'between']).nullable(),
  points: list(
    z.object({
      period: z.string(),
      value: number,
      n: number,
      floor: number,
      ceiling: number,
      verdict,
      provisional: z.boolean(),
      part: number.optional(),
      whole: number.optional(),
    }),
  ),
  lowest: number.optional(),
  highest: number.optional(),
  baseline: z.object({ from: z.string(), to: z.string() }).nullable().optional(),
  limits_by: z.enum(['values', 'share', 'rate']).optional(),
  notes: list(z.object({ period: z.string(), cause: z.string(), excluded: z.boolean() })).optional(),
  change: z.string().nullable().optional(),
});

/** Before and after of an indicator. */
const proof = z.object({
  indicator: z.string(),
  name: localText,
  unit: z.string(),
  units: list(z.string()).nullable(),
  wanted: z.enum(['lower', 'higher']).nullable(),
  per: z.literal('month').nullable(),
  as_of: z.string().nullable(),
  before: side,
  after: side.nullable(),
  difference: difference.nullable(),
  change: z.object({ value: z.number(), exact: z.string().nullable(), low: number, high: number }).nullable(),
  comparison: z
    .object({ units: list(z.string()), before: side, after: side, more: difference.nullable() })
    .nullable(),
  meanwhile: list(z.object({ kind: z.enum(['said', 'improvement', 'note', 'standard']), text: localText })),
  warnings: list(z.object({ code: z.string(), text: localText })),
  outcome: z.enum([
    'improved',
    'against',
    'moved',
    'also-there',
    'unclear',
    'too-few',
    'running',
    'no-after',
    'no-before',
  ]),
  worked: z.boolean(),
  sentence: localText,
  trend,
  change_at: z.string().nullable(),
  trend_others: trend.nullable(),
  unstable: list(z.string()),
  signals: list(z.string()),
});

export const proofRoutes = {
  'get /api/improvements/{id}/proof': {
    about: {
      es: 'El antes y después de una mejora según los datos de hoy; nada mientras no se eligió con qué se prueba.',
      en: 'Before and after of an improvement by the data of today; nothing until it was chosen how it is proved.',
    },
    mode: 'read',
    may: 'see-improvements',
    params: id,
    response: z.object({ proof: proof.nullable() }),
  },
  'post /api/improvements/{id}/proof/try': {
    about: {
      es: 'El antes y después con otros períodos o agencias, sin guardarlos.',
      en: 'Before and after with other periods or branches, without keeping them.',
    },
    mode: 'read',
    may: 'see-improvements',
    params: id,
    body: proofPlan,
    response: z.object({ proof: proof.nullable() }),
  },
  'get /api/improvements/{id}/proof/choices': {
    about: {
      es: 'Los indicadores con los que se puede probar una mejora.',
      en: 'The indicators that an improvement may be proved by.',
    },
    mode: 'open',
    may: 'see-improvements',
    params: id,
    response: z.object({
      indicators: list(z.object({ id: z.string(), name: localText })),
      suggested: z.string().nullable(),
      units: list(z.string()),
    }),
  },
} as const satisfies Routes;
