import { z } from 'zod';
import type { Routes } from './route.ts';

/** How a long piece of work goes. */
export const job = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'working', 'done', 'refused', 'failed']),
  stage: z.string().nullable(),
  done: z.number().nullable(),
  of: z.number().nullable(),
  result: z.unknown(),
  refusal: z
    .object({ code: z.string(), params: z.record(z.string(), z.unknown()), sentence: z.string() })
    .nullable(),
});

export const systemRoutes = {
  'get /api/health': {
    about: {
      es: 'Si el servidor responde y con qué versión.',
      en: 'Whether the server answers, and its version.',
    },
    mode: 'open',
    may: 'public',
    response: z.object({ ready: z.boolean(), version: z.string(), writing: z.boolean() }),
  },
  'get /api/jobs/{id}': {
    about: { es: 'Cómo va un trabajo largo.', en: 'How a long piece of work goes.' },
    mode: 'open',
    may: 'signed-in',
    for_tokens: true,
    params: z.object({ id: z.string() }),
    response: job,
  },
  'get /api/jobs/{id}/events': {
    about: { es: 'El avance de un trabajo, según ocurre.', en: 'The progress of a job as it happens.' },
    mode: 'open',
    may: 'signed-in',
    for_tokens: true,
    params: z.object({ id: z.string() }),
    response: 'events',
  },
} as const satisfies Routes;
