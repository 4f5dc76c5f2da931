import { z } from 'zod';
import { localText } from './common.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const named = z.object({ id: z.string(), name: localText });

export const caseKind = z.enum(['solicitud', 'consulta', 'queja', 'reclamo', 'derecho']);
/** A field's value as it travels; dates as `2026-11-22`. */
export const fieldValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50).readonly(),
  z.null(),
]);
export const fieldValues = z.record(z.string().max(60), fieldValue);

/** A field as a form draws it. `when` is decided by the server: `check` says which are asked. */
export const caseField = z.object({
  id: z.string(),
  type: z.enum(['text', 'long-text', 'choice', 'boolean', 'integer', 'money', 'date', 'staff']),
  label: localText,
  hint: localText.nullable(),
  required: z.boolean(),
  choices: list(z.object({ id: z.string(), label: localText, group: localText.nullable() })),
  many: z.boolean(),
});

export const paper = z.object({
  id: z.string(),
  label: localText,
  form: z.enum(['original', 'copia', 'firmado']),
});

/** How a case stands with its deadline. */
export const due = z.object({
  /** The instant; null while it waits, or where no rule is known. */
  at: z.string().nullable(),
  standing: z.enum([
    'on-time',
    'due-today',
    'overdue',
    'waiting',
    'answered-on-time',
    'answered-late',
    'unknown',
  ]),
  /** The rule in words with its source: «15 días calendario (Superintendencia de Bancos...)». */
  rule: localText,
  /** Days late (negative: left) by the same count, for sorting and words; null where nothing is due. */
  sentence: localText,
});

/** A case in a list. */
export const caseLine = z.object({
  number: z.string(),
  kind: caseKind,
  procedure: named,
  process: named,
  state: named.extend({ clock: z.enum(['runs', 'waits', 'stopped']), final: z.boolean() }),
  unit: z.string(),
  client: z.string().nullable(),
  channel: z.string().nullable(),
  core_number: z.string().nullable(),
  importance: z.enum(['alta', 'media', 'baja']).nullable(),
  opened_at: z.string(),
  assigned_to: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** Lane whose turn it is: «Técnico de operaciones». */
  turn: localText.nullable(),
  due,
  /** The client replied to what was asked, and nobody has gone on since. */
  client_wrote: z.boolean(),
});

/** Something that happened to a case. */
export const caseEvent = z.object({
  id: z.number(),
  at: z.string(),
  /** Who did it; null for the client and for the batch. */
  by: z.string().nullable(),
  kind: z.enum([
    'opened',
    'acted',
    'assigned',
    'noted',
    'batch',
    'core-number',
    'client-wrote',
    'satisfaction',
    'link',
    'deadline',
  ]),
  name: localText,
  /** What was written with it, in words, one line per field. */
  details: list(z.object({ label: localText, text: localText })),
  from_state: localText.nullable(),
  to_state: localText.nullable(),
});

/** An act somebody may do now. */
export const caseAct = z.object({
  id: z.string(),
  name: localText,
  fields: list(caseField),
  /** State it leads to, in words; null when it stays. */
  to: localText.nullable(),
  /** Closes the clock. */
  stops: z.boolean(),
  /** Ends the service for nothing: comes last, and is never the main act. */
  annuls: z.boolean(),
});

/** A procedure somebody may open a case by, with all its form needs. */
export const openable = z.object({
  id: z.string(),
  name: localText,
  kind: caseKind,
  process: named,
  object: localText,
  requirements: list(localText),
  policies: list(localText),
  fields: list(caseField),
  papers: list(paper),
  /** Steps the executive confirms in order. */
  steps: list(z.object({ id: z.string(), number: z.number(), name: localText, text: localText })),
  /** Told before anything is asked: minutes or hours the client is promised. */
  promise: localText,
});

/** What the server says of a form half filled. */
export const caseCheck = z.object({
  /** Ids of the fields that are asked with these answers, in order. */
  asked: list(z.string()),
  papers: list(z.string()),
  /** Policies that refuse it as it stands. */
  bars: list(z.object({ code: z.string(), text: localText })),
  /** What is wrong in a field: told beside it. */
  wrong: list(z.object({ field: z.string(), text: localText })),
  promise: localText,
  due_at: z.string().nullable(),
});
