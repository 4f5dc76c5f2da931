import { z } from 'zod';
import { localText } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const number = z.number().nullable();
const verdict = z.enum(['met', 'not-met', 'met-with-alert', 'no-data']);
const standing = z.enum([
  'stable-met',
  'stable-failing',
  'signal-met',
  'signal-failing',
  'stable-unjudged',
  'signal-unjudged',
  'too-short',
]);
const rule = z.enum(['outside', 'run-of-eight', 'three-of-four']);
const side = z.enum(['above', 'below']);
const dimensions = z.record(z.string(), z.string().nullable());

const waiting = z.object({
  proposal: z.number(),
  kind: z.enum(['annotate-point', 'reset-baseline']),
  period: z.string(),
  reason: z.string(),
  excluded: z.boolean(),
  proposed_by: z.string().nullable(),
  proposed_at: z.string(),
  may_approve: z.boolean(),
  own: z.boolean(),
});

const line = z.object({
  key: z.string(),
  indicator: z.string(),
  code: z.string().nullable(),
  name: localText,
  process: z.object({ id: z.string(), name: localText }),
  dimensions,
  part: localText.nullable(),
  period: z.string(),
  rule,
  side,
  since: z.string(),
  better: z.boolean().nullable(),
  standing,
  verdict,
  sigmas: z.number(),
  n: z.number(),
  value: localText,
  standard: localText.nullable(),
  usual: localText,
  sentence: localText,
  points: list(
    z.object({
      period: z.string(),
      value: number,
      provisional: z.boolean(),
      flagged: z.boolean(),
      explained: z.boolean(),
    }),
  ),
  limits: z.object({ centre: z.number(), upper: number, lower: number }),
  bound: number,
  parts: z.object({ n: z.number(), names: list(localText) }),
  cause: z.string().nullable(),
  seen_at: z.string().nullable(),
  waiting: list(waiting),
});

const asked = z.object({ period: z.string().max(40).optional(), unit: z.string().max(200).optional() });

/** A series of an indicator: the whole, or a part by the values of a breakdown. */
const series = z.object({
  indicator: z.string().max(200),
  dimensions: z.record(z.string().max(100), z.string().max(200)),
});
const month = z.string().max(20);
const reason = z.string().trim().min(3).max(500);
const proposed = z.object({ proposal: z.number(), applied: z.boolean(), deciders: list(z.string()) });

export const signalRoutes = {
  'get /api/signals': {
    about: {
      es: 'Las señales de un mes: la lista del día, las cuatro lecturas y los estándares que ya no exigen.',
      en: 'The signals of a month: the list of the day, the four readings, and standards that ask for nothing any more.',
    },
    mode: 'read',
    may: 'see-indicators',
    query: asked.extend({
      /** `today`: the day's list; `all`: every signal, seen and explained too; `brief`: the first alone. */
      show: z.enum(['today', 'all', 'brief']).optional(),
    }),
    response: z.object({
      period: z.string(),
      from: z.string(),
      watched: z.number(),
      sentence: localText,
      lines: list(line),
      /** Signals there are, in the list or not, and why some are not. */
      of: z.number(),
      more: z.number(),
      per_day: z.number(),
      seen: z.number(),
      explained: z.number(),
      folded: z.number(),
      standings: list(
        z.object({
          standing,
          indicators: list(z.object({ id: z.string(), name: localText, sentence: localText })),
          parts: z.number(),
        }),
      ),
      easy: list(z.object({ id: z.string(), name: localText, sentence: localText })),
      /** Causes and new baselines that this person may approve. */
      to_approve: list(
        waiting.extend({ indicator: z.string(), name: localText, part: z.string().nullable() }),
      ),
      may_propose: z.boolean(),
    }),
  },
  'post /api/signals/seen': {
    about: {
      es: 'Deja dicho que esta señal ya se vio: no vuelve a la lista de quien lo dice hasta que cambie.',
      en: 'Says that a signal was seen: it comes back to the list of who says so once it changes.',
    },
    mode: 'read',
    may: 'see-indicators',
    body: asked.extend({ key: z.string().max(500), reason: z.string().trim().max(500) }),
    response: z.object({}),
  },
  'post /api/signals/cause': {
    about: {
      es: 'Propone la causa especial de un punto, para que otra persona la apruebe.',
      en: 'Proposes the special cause of a point, for another person to approve.',
    },
    mode: 'open',
    may: 'propose-annotation',
    body: series.extend({ period: month, cause: reason, excluded: z.boolean() }),
    response: proposed,
  },
  'post /api/signals/baseline': {
    about: {
      es: 'Propone tomar los límites habituales desde un mes, para que otra persona lo apruebe.',
      en: 'Proposes to take the usual limits from a month on, for another person to approve.',
    },
    mode: 'open',
    may: 'propose-annotation',
    body: series.extend({ from_period: month, reason }),
    response: proposed,
  },
} as const satisfies Routes;
