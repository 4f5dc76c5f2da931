import { z } from 'zod';
import { localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const number = z.number().nullable();
const named = z.object({ id: z.string(), name: localText });
const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), count: z.number().int().min(1).max(100) }),
  z.object({ kind: z.literal('coverage'), share: z.number().gt(0).max(1) }),
]);

const view = z.object({
  source: z.enum(['facts', 'typed']),
  period: z.string().nullable(),
  months: list(z.string()),
  families: list(
    named.extend({ mixed: z.boolean(), shares: list(number), mean: number, pooled: number, n: z.number() }),
  ),
  family_totals: list(z.number()),
  family: named.extend({ asked: z.boolean() }).nullable(),
  rule,
  ranking: list(
    named.extend({
      volume: z.number(),
      complaints: number,
      mixed: z.boolean(),
      share: z.number(),
      cumulative: number,
      chosen: z.boolean(),
      left_out: z.enum(['mixed', 'no-complaints']).nullable(),
    }),
  ),
  total: z.number(),
  set: list(z.string()),
  coverage: number,
  unit: z.enum(['count', 'percent']),
  stability: z
    .object({
      months: list(z.object({ month: z.string(), enters: list(localText), leaves: list(localText) })),
      exact: z.boolean().nullable(),
      draws: number,
      seed: number,
      same_share: number,
      services: list(named.extend({ share: z.number() })),
      sentence: localText,
    })
    .nullable(),
  follow: z
    .object({
      lines: list(
        z.object({
          month: z.string(),
          transactions: z.number(),
          complaints: z.number(),
          per_thousand: number,
          per_thousand_before: number,
          holidays: z.number(),
        }),
      ),
      same: number,
      before: number,
      n: z.number(),
      sentence: localText,
    })
    .nullable(),
  sentence: localText,
  notes: list(localText),
});

const name = z.string().max(120);
const amount = z.number().min(0).max(1e12);
const typed = z.object({
  unit: z.enum(['count', 'percent']),
  months: z.array(z.string().max(40)).max(36),
  families: z
    .array(z.object({ name, mixed: z.boolean(), values: z.array(amount.nullable()).max(36) }))
    .max(60),
  family: name.nullable(),
  services: z
    .array(z.object({ name, mixed: z.boolean(), volume: amount, complaints: amount.nullable() }))
    .max(200),
});

export const criticalityRoutes = {
  'get /api/criticality': {
    about: {
      es: 'Los procesos críticos de un período: la familia con más reclamos, sus servicios por volumen, el conjunto y su firmeza.',
      en: 'The critical processes of a period: the family with most complaints, its services by volume, the set and how firm it is.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: z.object({
      period: z.string().max(40),
      family: z.string().max(100).optional(),
      unit: z.string().max(200).optional(),
      count: whole.optional(),
      /** A share in percent, `80`. */
      coverage: whole.optional(),
    }),
    response: view,
  },
  'post /api/criticality/typed': {
    about: {
      es: 'Los procesos críticos según dos tablas escritas a mano.',
      en: 'The critical processes by two tables typed by hand.',
    },
    mode: 'open',
    may: 'see-indicators',
    body: z.object({ tables: typed, rule }),
    response: view,
  },
  'get /api/criticality/typed': {
    about: { es: 'Las tablas que se guardaron la última vez.', en: 'The tables kept last.' },
    mode: 'open',
    may: 'see-indicators',
    response: z.object({ tables: typed.nullable(), may_keep: z.boolean() }),
  },
  'put /api/criticality/typed': {
    about: { es: 'Guarda las tablas escritas a mano.', en: 'Keeps the tables typed by hand.' },
    mode: 'open',
    may: 'edit-process',
    body: z.object({ tables: typed, rule }),
    response: z.object({}),
  },
} as const satisfies Routes;
