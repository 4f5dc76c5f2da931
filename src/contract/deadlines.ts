import { z } from 'zod';
import { caseKind } from './case-shapes.ts';
import { date, localText } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const counts = z.enum([
  'clock-minutes',
  'clock-hours',
  'calendar-days',
  'working-days',
  'working-minutes',
  'working-hours',
]);

const deadline = z.object({
  id: z.string(),
  name: localText,
  kinds: list(caseKind),
  /** Which cases of the kind; null for all those no other rule is for. */
  when: localText.nullable(),
  amount: z.number(),
  counts,
  pauses: z.boolean(),
  regulator: z.string(),
  source: localText,
  from: z.string(),
  until: z.string().nullable(),
  own: z.boolean(),
  confirmed: z.string().nullable(),
  confirmed_by: z.string().nullable(),
});

const line = z.string().trim().max(300);
const confirmation = z.object({ confirmed_by: line, confirmed: date });
/** What became of open cases: how many have another deadline now, and how many still none. */
const settled = z.object({ settled: z.number(), unknown: z.number() });

export const deadlineRoutes = {
  'get /api/deadlines': {
    about: {
      es: 'Los plazos con que la institución responde cada clase de caso, con su fuente, y los que nadie conoce.',
      en: 'The deadlines by which the institution answers each kind of case, with their source, and those nobody knows.',
    },
    mode: 'open',
    may: 'see-cases',
    response: z.object({
      sentence: localText,
      country: z.string().nullable(),
      institution: z.string().nullable(),
      kinds: list(
        z.object({
          id: caseKind,
          name: localText,
          /** False where a case received today would have none; null where every procedure sets its own. */
          known: z.boolean().nullable(),
          /** Open cases within reach without a deadline. */
          waiting: z.number(),
          rules: list(deadline),
          own: list(z.object({ name: localText, amount: z.number(), counts })),
          scopes: list(z.object({ when: z.string(), field: localText, choice: localText })),
        }),
      ),
      others: list(deadline),
      may_edit: z.boolean(),
    }),
  },
  'post /api/deadlines': {
    about: {
      es: 'Escribe un plazo propio de la institución y lo da a los casos abiertos que lo esperan.',
      en: "Writes a deadline of the institution's own and gives it to the open cases that wait for it.",
    },
    mode: 'write',
    may: 'edit-process',
    body: confirmation.extend({
      kinds: z.array(caseKind).min(1).max(5),
      when: z.string().max(200).nullable(),
      amount: z.number().int().min(1).max(3650),
      counts,
      from: date,
      until: date.nullable(),
      pauses: z.boolean(),
      regulator: line,
      source: z.string().trim().max(1000),
    }),
    response: settled.extend({ id: z.string() }),
  },
  'post /api/deadlines/settle': {
    about: {
      es: 'Da a los casos abiertos el plazo que tienen por las reglas de hoy, según el día en que se recibieron.',
      en: 'Gives open cases the deadline they have by the rules of today, by the day they were received.',
    },
    mode: 'write',
    may: 'edit-process',
    response: settled,
  },
  'post /api/deadlines/{id}/confirm': {
    about: {
      es: 'Anota quién confirmó un plazo y cuándo.',
      en: 'Notes who confirmed a deadline, and when.',
    },
    mode: 'write',
    may: 'edit-process',
    params: z.object({ id: z.string().max(100) }),
    body: confirmation,
    response: settled.extend({ id: z.string() }),
  },
} as const satisfies Routes;
