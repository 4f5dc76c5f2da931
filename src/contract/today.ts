import { z } from 'zod';
import { caseLine } from './case-shapes.ts';
import { flag, localText } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** Something open: worked here, or known from the last file of the core. */
const openLine = z.object({
  number: z.string(),
  /** Whether it has a page here, or is only known from a file. */
  worked: z.boolean(),
  name: localText,
  unit: z.string().nullable(),
  person: z.string().nullable(),
  /** Where it stands and whose turn it is, as its procedure says; null for what only a file told of. */
  state: localText.nullable(),
  turn: localText.nullable(),
  /** It waits for a nightly batch, whose end somebody registers. */
  batch: z.boolean(),
  opened_at: z.string(),
  due_at: z.string().nullable(),
  standing: caseLine.shape.due.shape.standing,
  sentence: localText,
  /** The client replied to what was asked, and nobody has gone on since. */
  client_wrote: z.boolean(),
});

export const todayRoutes = {
  'get /api/today': {
    about: {
      es: 'El tablero del día de una agencia: qué vence, qué espera y quién está libre.',
      en: 'The day board of a unit: what falls due, what waits and who is free.',
    },
    mode: 'read',
    may: 'see-cases',
    query: z.object({
      unit: z.string().max(200).optional(),
      /** What the caller has in hand, or nobody has and waits for a role of theirs. */
      mine: flag,
    }),
    response: z.object({
      date: z.string(),
      units: list(z.string()),
      unit: z.string().nullable(),
      /** One sentence: «2 ya vencieron, 4 vencen hoy y 3 esperan; hay 12 abiertos; hoy terminaron 5.» */
      sentence: localText,
      /** The latest file of requests or complaints; null where none came. */
      file: z
        .object({
          name: z.string(),
          at: z.string(),
          /** Last local date its facts know of. */
          until: z.string().nullable(),
          /** Whether that is near enough for what it has open to be shown. */
          is_recent: z.boolean(),
          /** Open ones not shown, because what they say is from too long ago. */
          left_out: z.number(),
        })
        .nullable(),
      groups: list(
        z.object({
          id: z.enum(['overdue', 'due-today', 'tomorrow', 'week', 'waiting', 'unknown', 'later']),
          n: z.number(),
          lines: list(openLine),
        }),
      ),
      people: list(
        z.object({
          id: z.string().nullable(),
          name: z.string(),
          /** Cases in hand, and of those past due or due today. */
          open: z.number(),
          pressing: z.number(),
          /** Attending somebody right now. */
          busy_since: z.string().nullable(),
          /** Away today, with the kind of absence. */
          away: localText.nullable(),
        }),
      ),
      /** Open here, but closed by the core's file: to be confirmed. */
      closed_elsewhere: list(openLine),
    }),
  },
} as const satisfies Routes;
