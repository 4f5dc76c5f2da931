import { z } from 'zod';
import { ROLES } from '../kernel/index.ts';
import {
  caseAct,
  caseCheck,
  caseEvent,
  caseField,
  caseKind,
  caseLine,
  fieldValues,
  openable,
  paper,
} from './case-shapes.ts';
import { flag, localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const role = z.enum(ROLES);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const name = z.string().trim().min(1).max(200);
const note = z.string().trim().max(4000);
const numberParam = z.object({ number: z.string().max(40) });
const choice = z.object({ id: z.string(), name: localText, n: z.number() });
const answersCheck = caseCheck.pick({ asked: true, bars: true, wrong: true });
const opened = z.object({
  number: z.string(),
  /** What the client takes away, in words. */
  receipt: localText,
  due_at: z.string().nullable(),
  /** With it the client follows the case on the public page. */
  follow_code: z.string(),
  /** What whoever opened it must do next; null where it is the turn of others, or nothing is left. */
  todo: localText.nullable(),
});

const filters = z.object({
  kind: caseKind.optional(),
  procedure: z.string().max(100).optional(),
  state: z.string().max(100).optional(),
  unit: z.string().max(200).optional(),
  /** `mine`, `turn` (nobody's, waiting for a role of the caller), `nobody`, or a person's id. */
  assigned: z.string().max(100).optional(),
  due: z.enum(['overdue', 'today', 'week', 'waiting', 'unknown']).optional(),
  /** Open ones unless asked; all where `all`. */
  all: flag,
  q: z.string().max(100).optional(),
  sort: z.enum(['due', 'opened', 'number']).optional(),
  page: whole.optional(),
});

export const caseRoutes = {
  'get /api/cases/procedures': {
    about: {
      es: 'Los procedimientos por los que se puede abrir un caso, con lo que pide cada uno.',
      en: 'The procedures a case can be opened by, with what each asks.',
    },
    mode: 'read',
    may: 'work-cases',
    response: z.object({
      procedures: list(openable),
      units: list(z.string()),
      channels: list(z.object({ id: z.string(), name: localText })),
    }),
  },
  'post /api/cases/attendances': {
    about: {
      es: 'Empieza a atender: desde aquí corren los minutos de atención.',
      en: 'Starts attending: from here the handling minutes run.',
    },
    mode: 'open',
    may: 'work-cases',
    body: z.object({ procedure: name }),
    response: z.object({ id: z.string(), started_at: z.string(), idle_minutes: z.number() }),
  },
  'post /api/cases/attendances/{id}/seen': {
    about: {
      es: 'La persona sigue en la pantalla: ha tocado algo desde la última vez.',
      en: 'The person is still at the screen: something was touched since the last time.',
    },
    mode: 'open',
    may: 'work-cases',
    params: z.object({ id: z.string().max(60) }),
    response: z.object({ open: z.boolean() }),
  },
  'post /api/cases/attendances/{id}/discard': {
    about: {
      es: 'Deja la atención sin abrir un caso, con el motivo.',
      en: 'Leaves the attention without opening a case, with the reason.',
    },
    mode: 'open',
    may: 'work-cases',
    params: z.object({ id: z.string().max(60) }),
    body: z.object({ reason: note }),
    response: z.object({}),
  },
  'post /api/cases/check': {
    about: {
      es: 'Qué se pide, qué papeles hacen falta y qué política lo impide, con lo contestado hasta ahora.',
      en: 'What is asked, which papers are needed and which policy refuses, with the answers so far.',
    },
    mode: 'open',
    may: 'work-cases',
    body: z.object({ procedure: name, fields: fieldValues }),
    response: caseCheck,
  },
  'post /api/cases': {
    about: {
      es: 'Abre un caso por un procedimiento.',
      en: 'Opens a case by a procedure.',
    },
    mode: 'open',
    may: 'work-cases',
    body: z.object({
      /** The same key again opens nothing: it answers what it answered. */
      key: z.string().min(8).max(80),
      attendance: z.string().max(60).nullable(),
      procedure: name,
      unit: name,
      client: z.string().trim().max(60).nullable(),
      channel: z.string().max(100).nullable(),
      core_number: z.string().trim().max(60).nullable(),
      /** Case it comes from (a data update offered while another service was asked for). */
      linked_to: z.string().max(40).nullable().default(null),
      fields: fieldValues,
      /** Papers received. */
      papers: z.array(z.string().max(60)).max(40),
      /** Steps confirmed, with the moment each was, as the browser saw it. */
      steps: z.array(z.object({ id: z.string().max(60), at: z.string().max(40) })).max(60),
    }),
    response: opened,
  },
  'get /api/cases': {
    about: {
      es: 'La lista de casos, primero lo que vence antes.',
      en: 'The list of cases, first what is due first.',
    },
    mode: 'open',
    may: 'see-cases',
    query: filters,
    response: z.object({
      sentence: localText,
      cases: list(caseLine),
      of: z.number(),
      page: z.number(),
      pages: z.number(),
      /** What can be filtered by, with how many open cases each has. */
      kinds: list(choice),
      procedures: list(choice),
      states: list(choice),
      units: list(z.object({ unit: z.string(), n: z.number() })),
      /** People cases may be given to, for who may assign them. */
      people: list(z.object({ id: z.string(), name: z.string(), roles: list(role), n: z.number() })),
      may_assign: z.boolean(),
      may_open: z.boolean(),
    }),
  },
  'post /api/cases/assign': {
    about: {
      es: 'Da casos a una persona, o los deja sin nadie. Nunca a aquella de quien se reclama.',
      en: 'Gives cases to a person, or leaves them with nobody. Never to the one complained about.',
    },
    mode: 'open',
    may: 'assign-cases',
    body: z.object({
      numbers: z.array(z.string().max(40)).min(1).max(1000),
      to: z.string().max(100).nullable(),
    }),
    response: z.object({
      assigned: z.number(),
      refused: list(z.object({ number: z.string(), why: localText })),
      /** Given, but waiting for a role that the person has not. */
      waiting: list(z.object({ number: z.string(), why: localText })),
    }),
  },
  'get /api/cases/batches': {
    about: {
      es: 'Los procesos nocturnos y los casos que esperan a cada uno.',
      en: 'The nightly batches and the cases waiting for each.',
    },
    mode: 'open',
    may: 'work-cases',
    response: z.object({
      batches: list(
        z.object({
          procedure: z.string(),
          name: localText,
          at: z.string(),
          /** `since`: the instant each began to wait, or that of the last batch that failed on it. */
          waiting: list(caseLine.extend({ since: z.string() })),
          last: z.object({ at: z.string(), done: z.number(), failed: z.number() }).nullable(),
        }),
      ),
    }),
  },
  'post /api/cases/batches/{procedure}': {
    about: {
      es: 'Registra cómo terminó el proceso nocturno: los casos que no entraron, con su motivo; los demás quedan activos.',
      en: 'Registers how the nightly batch ended: the cases that did not enter, with the reason; the others are active.',
    },
    mode: 'open',
    may: 'run-batch',
    params: z.object({ procedure: z.string().max(100) }),
    body: z.object({
      /** Local date and time it ran, `2026-11-22T22:00`. */
      ran_at: z.string().max(30),
      failed: z.array(z.object({ number: z.string().max(40), reason: note })).max(5000),
    }),
    response: z.object({ done: z.number(), failed: z.number() }),
  },
  'get /api/cases/one/{number}': {
    about: { es: 'Un caso entero.', en: 'A whole case.' },
    mode: 'open',
    may: 'see-cases',
    params: numberParam,
    response: caseLine.extend({
      opened_by: z.string().nullable(),
      answered_at: z.string().nullable(),
      outcome: localText.nullable(),
      handling: z.object({ minutes: z.number().nullable(), why: localText.nullable() }),
      fields: list(z.object({ label: localText, text: localText })),
      papers: list(paper.extend({ received: z.boolean() })),
      promise: localText,
      events: list(caseEvent),
      acts: list(caseAct),
      /** It waits for a nightly batch: what people may do meanwhile is the exception. */
      batch: z.boolean(),
      /** Where the case stands on its procedure: ids of the steps done, and those of its state. */
      steps: list(
        z.object({
          number: z.number(),
          name: localText,
          at: z.string().nullable(),
          /** Not done: whether it is to come, only where a decision leads to it, or no longer. */
          comes: z.enum(['yes', 'perhaps', 'no']),
        }),
      ),
      satisfaction: z.number().nullable(),
      linked: list(z.string()),
      may_assign: z.boolean(),
      people: list(z.object({ id: z.string(), name: z.string(), roles: list(role) })),
    }),
  },
  'post /api/cases/one/{number}/acts': {
    about: {
      es: 'Hace algo con un caso y lo lleva a su estado siguiente.',
      en: 'Does something to a case and leads it to its next state.',
    },
    mode: 'open',
    may: 'work-cases',
    params: numberParam,
    body: z.object({
      key: z.string().min(8).max(80),
      action: name,
      /** The last event its page showed: somebody else's since then is told instead of overwritten. */
      seen: z.number(),
      fields: fieldValues,
      note: note.nullable(),
    }),
    response: z.object({ event: z.number() }),
  },
  'post /api/cases/one/{number}/acts/check': {
    about: {
      es: 'Qué se pide para hacer algo con un caso, con lo contestado hasta ahora.',
      en: 'What is asked to do something to a case, with the answers so far.',
    },
    mode: 'open',
    may: 'work-cases',
    params: numberParam,
    body: z.object({ action: name, fields: fieldValues }),
    response: answersCheck,
  },
  'post /api/cases/one/{number}/notes': {
    about: {
      es: 'Añade una nota, o el número que le dio el sistema central.',
      en: 'Adds a note, or the number the core gave it.',
    },
    mode: 'open',
    may: 'work-cases',
    params: numberParam,
    body: z.object({ note: note.nullable(), core_number: z.string().trim().max(60).nullable() }),
    response: z.object({ event: z.number() }),
  },
  'get /api/cases/one/{number}/receipt': {
    about: { es: 'El comprobante del caso, en PDF.', en: 'The receipt of the case, as PDF.' },
    mode: 'open',
    may: 'see-cases',
    params: numberParam,
    response: 'file',
  },
  'get /api/public/complaints': {
    about: {
      es: 'Lo que pide el formulario público de reclamos, quejas, consultas y derechos sobre los datos.',
      en: 'What the public form of complaints, queries and data rights asks.',
    },
    mode: 'open',
    may: 'public',
    response: z.object({
      institution: z.string(),
      kinds: list(
        z.object({
          procedure: z.string(),
          kind: caseKind,
          name: localText,
          object: localText,
          promise: localText,
          fields: list(caseField),
        }),
      ),
      units: list(z.string()),
    }),
  },
  'post /api/public/complaints/check': {
    about: {
      es: 'Qué se pide en el formulario público, con lo contestado hasta ahora.',
      en: 'What the public form asks, with the answers so far.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({ procedure: name, fields: fieldValues }),
    response: answersCheck,
  },
  'post /api/public/complaints': {
    about: {
      es: 'Recibe lo que alguien presenta en la página pública, y acusa recibo con número, código y plazo.',
      en: 'Takes what somebody brings on the public page, and acknowledges it with number, code and deadline.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({
      key: z.string().min(8).max(80),
      procedure: name,
      unit: z.string().max(200).nullable(),
      client: z.string().trim().max(60).nullable(),
      fields: fieldValues,
    }),
    response: opened,
  },
  'post /api/public/cases': {
    about: {
      es: 'Cómo va un caso, para quien tiene su número y su código.',
      en: 'How a case goes, for who has its number and its code.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({ number: z.string().max(40), code: z.string().max(40) }),
    response: z.object({
      number: z.string(),
      name: localText,
      opened_at: z.string(),
      state: localText,
      /** One sentence: where it stands and until when the answer is due. */
      sentence: localText,
      due_at: z.string().nullable(),
      answer: localText.nullable(),
      events: list(
        z.object({
          at: z.string(),
          text: localText,
          /** What was written with it that the client sees. */
          details: list(z.object({ label: localText, text: localText })),
        }),
      ),
      /** The case waits for the client, who may reply. */
      may_write: z.boolean(),
      may_rate: z.boolean(),
      satisfaction: z.number().nullable(),
      /** Where to go when the answer does not come or does not satisfy. */
      escalate: localText,
    }),
  },
  'post /api/public/cases/reply': {
    about: {
      es: 'El cliente contesta lo que se le pidió, mientras su caso le espera.',
      en: 'The client replies to what was asked, while the case waits for them.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({
      key: z.string().min(8).max(80),
      number: z.string().max(40),
      code: z.string().max(40),
      text: note,
    }),
    response: z.object({}),
  },
  'post /api/public/cases/rate': {
    about: {
      es: 'El cliente dice cuán conforme quedó con la atención del caso, de 1 a 5.',
      en: 'The client says how satisfied they are with the handling, 1 to 5.',
    },
    mode: 'open',
    may: 'public',
    body: z.object({
      number: z.string().max(40),
      code: z.string().max(40),
      satisfaction: z.number().int().min(1).max(5),
      comment: note.nullable(),
    }),
    response: z.object({}),
  },
} as const satisfies Routes;
