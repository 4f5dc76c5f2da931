import { z } from 'zod';
import { date, localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const instant = z.string();
const head = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.object({ id: whole });
const nothing = z.object({});

/** One thing somebody did. */
export const deed = z.object({
  /** Number of its link in the chain. */
  seq: z.number(),
  at: instant,
  kind: z.string(),
  kind_name: z.string(),
  /** Null: a command on the folder itself. */
  actor: z.string().nullable(),
  actor_name: z.string(),
  /** «Ana Pérez importó requests-junio.csv (1.204 filas).» */
  sentence: z.string(),
  digest: z.string(),
});

/** What a check of the chain found. */
export const verification = z.object({
  entries: z.number(),
  head: z.string(),
  sound: z.boolean(),
  broken: z.array(z.number()),
  /** What is wrong, in words; empty when nothing is. */
  findings: z.array(z.string()),
  /** One sentence that says the whole. */
  sentence: z.string(),
});

const answer = z.object({
  id: z.number(),
  person: z.string(),
  person_name: z.string(),
  text: z.string(),
  at: instant,
});

/** What somebody found wrong, as auditors write it. */
export const finding = z.object({
  id: z.number(),
  kind: z.enum(['audit', 'quality']),
  /** What it is about: an indicator, an import, a data set, a person's work, or the whole. */
  subject_kind: z.string(),
  subject: z.string(),
  period: z.string().nullable(),
  condition: z.string(),
  criterion: z.string(),
  cause: z.string(),
  effect: z.string(),
  opened_by: z.string(),
  opened_by_name: z.string(),
  opened_at: instant,
  state: z.enum(['open', 'answered', 'closed']),
  closed_by_name: z.string().nullable(),
  closed_at: instant.nullable(),
  closing_note: z.string().nullable(),
  answers: z.array(answer),
  may_answer: z.boolean(),
  may_close: z.boolean(),
});

const long = z.string().trim().min(1).max(4000);

export const auditRoutes = {
  'get /api/audit/trail': {
    about: {
      es: 'Qué hizo cada quien, lo último primero. Quien no audita ve lo suyo.',
      en: 'What each person did, latest first. Whoever does not audit sees their own.',
    },
    mode: 'open',
    may: 'read-audit-trail',
    query: z.object({
      person: z.string().optional(),
      kind: z.string().optional(),
      from: date.optional(),
      until: date.optional(),
      /** Text that the thing it is about has: an import's id, a file's name, an indicator's id. */
      object: z.string().max(100).optional(),
      /** Links before this one; the `next` of the page before. */
      before: whole.optional(),
      limit: whole.optional(),
    }),
    response: z.object({
      deeds: z.array(deed),
      next: z.number().nullable(),
      /** Everybody and every kind there is to filter by. */
      people: z.array(z.object({ id: z.string(), name: z.string() })),
      kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
    }),
  },
  'get /api/audit/head': {
    about: {
      es: 'Cuántos eslabones tiene la cadena y cómo termina: guárdelo fuera de esta máquina.',
      en: 'How many links the chain has and how it ends: keep it away from this machine.',
    },
    mode: 'open',
    may: 'verify-chain',
    response: z.object({ entries: z.number(), head: z.string(), at: instant }),
  },
  'post /api/audit/chain': {
    about: {
      es: 'Comprueba la cadena y lo que dice de las tablas; con un final guardado fuera, también que no se cambió por una copia anterior.',
      en: 'Checks the chain and what it says of the tables; with a head kept elsewhere, that no older copy took its place.',
    },
    mode: 'open',
    may: 'verify-chain',
    body: z.object({ known: z.object({ entries: z.number().int().min(0), head }).nullable() }),
    response: verification,
  },

  'get /api/findings': {
    about: { es: 'Los hallazgos, los abiertos primero.', en: 'The findings, open ones first.' },
    mode: 'open',
    may: 'see-findings',
    query: z.object({
      state: z.enum(['open', 'answered', 'closed']).optional(),
      subject: z.string().optional(),
    }),
    response: z.object({ findings: z.array(finding) }),
  },
  'post /api/findings': {
    about: {
      es: 'Abre un hallazgo: condición, criterio, causa y efecto.',
      en: 'Opens a finding: condition, criterion, cause and effect.',
    },
    mode: 'open',
    may: 'open-finding',
    body: z.object({
      subject_kind: z.enum(['indicator', 'import', 'dataset', 'process', 'unit', 'institution']),
      subject: z.string().trim().min(1).max(200),
      period: z.string().max(40).nullable(),
      condition: long,
      criterion: long,
      cause: long,
      effect: long,
    }),
    response: z.object({ id: z.number() }),
  },
  'post /api/findings/{id}/answers': {
    about: { es: 'Responde a un hallazgo.', en: 'Answers a finding.' },
    mode: 'open',
    may: 'answer-finding',
    params: id,
    body: z.object({ text: long }),
    response: nothing,
  },
  'post /api/findings/{id}/close': {
    about: {
      es: 'Cierra un hallazgo; no puede cerrarlo quien lo respondió.',
      en: 'Closes a finding; whoever answered it may not.',
    },
    mode: 'open',
    may: 'close-finding',
    params: id,
    body: z.object({ note: long }),
    response: nothing,
  },

  'get /api/readings': {
    about: { es: 'Quién leyó qué resultado y cuándo.', en: 'Who read which result, and when.' },
    mode: 'open',
    may: 'see-readings',
    query: z.object({ subject: z.string().optional(), period: z.string().optional() }),
    response: z.object({
      readings: z.array(
        z.object({
          person: z.string(),
          person_name: z.string(),
          subject: z.string(),
          period: z.string(),
          at: instant,
        }),
      ),
    }),
  },
  'get /api/readings/missing': {
    about: {
      es: 'De cada resultado de un período, quién de los que lo alcanzan no lo ha leído, y un recordatorio.',
      en: 'Of each result of a period, who of those who reach it has not read it, and a reminder.',
    },
    mode: 'open',
    may: 'see-readings',
    query: z.object({ period: z.string() }),
    response: z.object({
      period: z.string(),
      sentence: localText,
      results: z
        .array(
          z.object({
            subject: z.string(),
            name: localText,
            read: z.number(),
            of: z.number(),
            missing: z.array(z.string()).readonly(),
          }),
        )
        .readonly(),
      reminder: z.string(),
    }),
  },
  'post /api/readings': {
    about: {
      es: 'Deja constancia de que quien llama leyó un resultado (`inicio`, `informe` o el código de un indicador).',
      en: 'Records that the caller read a result (`inicio`, `informe` or an indicator’s id).',
    },
    mode: 'open',
    may: 'see-indicators',
    body: z.object({ subject: z.string().trim().min(1).max(120), period: z.string().trim().min(1).max(40) }),
    response: nothing,
  },
} as const satisfies Routes;
