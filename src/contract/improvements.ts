import { z } from 'zod';
import {
  ACTION_KINDS,
  ACTION_STATES,
  AUDIENCES,
  CAUSE_BRANCHES,
  CAUSE_METHODS,
  EVIDENCE_KINDS,
  IMPROVEMENT_DECISIONS,
  IMPROVEMENT_STATES,
  ORIGINS,
  STAGES,
} from '../kernel/index.ts';
import { date, flag, localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const id = z.object({ id: whole });
const nothing = z.object({});
const title = z.string().trim().min(1).max(200);
const long = z.string().trim().min(1).max(4000);
const note = z.string().trim().max(4000);
const name = z.string().trim().min(1).max(200);
const names = list(name).refine((all) => all.length <= 500);
const named = z.object({ id: z.string(), name: z.string() });
const somebody = named.nullable();
const stage = z.enum(STAGES);
const state = z.enum(IMPROVEMENT_STATES);
const origin = z.enum(ORIGINS);
const decision = z.enum(IMPROVEMENT_DECISIONS);
const branch = z.enum(CAUSE_BRANCHES);
const method = z.enum(CAUSE_METHODS);
const relaxed = list(z.string());
/** Whether the caller may, and why not, with who may. */
const leave = z.object({ may: z.boolean(), why_not: z.string().nullable() });
/** The event that the caller saw last: a later one is refused. */
const seen = z.number().int().min(0);

/** An improvement as boards and lists show it. */
export const improvementCard = z.object({
  id: z.number(),
  title: z.string(),
  origin,
  process: z.object({ id: z.string(), name: localText }).nullable(),
  units: list(z.string()).nullable(),
  state,
  stage,
  owner: somebody,
  due_date: z.string().nullable(),
  overdue: z.boolean(),
  days_in_stage: z.number(),
  days_open: z.number(),
  still_days: z.number(),
  still: z.boolean(),
  actions: z.object({ planned: z.number(), done: z.number(), overdue: z.number() }),
  decision: decision.nullable(),
  postponed_until: z.string().nullable(),
  told: z.object({ staff: z.boolean(), clients: z.boolean() }),
  indicator: z.string().nullable(),
  pilot: z.boolean(),
  last_event: z.number(),
});

const stretch = z.object({ from: z.string().max(20), to: z.string().max(20) });
/** By which indicator and which periods before and after are compared. */
export const proofPlan = z.object({
  indicator: name,
  only: z.record(z.string().max(100), list(name)),
  baseline: stretch,
  follow_up: stretch.nullable(),
  comparison_units: names,
  meanwhile: list(z.string().trim().max(1000)).refine((all) => all.length <= 50),
});
const pilot = z.object({ units: names, from: date, to: date.nullable() });

const evidenceData = z.record(z.string(), z.unknown());
const evidenceDraft = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  subject: name,
  data: evidenceData.refine((data) => JSON.stringify(data).length <= 8000),
});
const cause = z.object({
  id: z.number(),
  method,
  branch: branch.nullable(),
  parent: z.number().nullable(),
  text: z.string(),
  known: z.string().nullable(),
  count: z.number().nullable(),
  root: z.boolean(),
  added_by: z.string().nullable(),
  added_at: z.string(),
});
const shownAction = z.object({
  id: z.number(),
  improvement_id: z.number(),
  kind: z.enum(ACTION_KINDS),
  text: z.string(),
  responsible: named,
  written_by: somebody,
  written_at: z.string(),
  due_date: z.string(),
  state: z.enum(ACTION_STATES),
  done_at: z.string().nullable(),
  state_note: z.string().nullable(),
  overdue: z.boolean(),
  evidence: list(
    z.object({
      id: z.number(),
      text: z.string(),
      supplied_by: somebody,
      supplied_at: z.string(),
      accepted_by: somebody,
      accepted_at: z.string().nullable(),
      relaxed,
      accept: leave,
    }),
  ),
  moves: list(
    z.object({
      proposal: z.number(),
      from: z.string(),
      due_date: z.string(),
      reason: z.string(),
      proposed_by: somebody,
      decision: z.string().nullable(),
      decided_by: somebody,
      approve: leave,
      own: z.boolean(),
    }),
  ),
  carry_out: leave,
  supply: leave,
  drop: leave,
  move_date: leave,
});

const view = improvementCard.omit({ indicator: true, pilot: true, decision: true }).extend({
  sentence: localText,
  problem: z.string(),
  opened_by: somebody,
  opened_at: z.string(),
  proof: proofPlan.nullable(),
  pilot: pilot.nullable(),
  indicator: z.object({ id: z.string(), name: localText }).nullable(),
  stages: list(
    z.object({
      id: z.number(),
      stage,
      owner: somebody,
      due_date: z.string().nullable(),
      note: z.string(),
      entered_at: z.string(),
      entered_by: somebody,
      left_at: z.string().nullable(),
      days: z.number(),
    }),
  ),
  evidence: list(
    z.object({
      id: z.number(),
      kind: z.enum(EVIDENCE_KINDS),
      subject: z.string(),
      data: evidenceData,
      added_by: somebody,
      added_at: z.string(),
      name: localText.nullable(),
    }),
  ),
  causes: list(cause),
  known_causes: list(
    z.object({
      id: z.string(),
      name: localText,
      branch,
      corrective: localText.nullable(),
      preventive: localText.nullable(),
    }),
  ),
  decisions: list(
    z.object({
      id: z.number(),
      decision,
      reason: z.string(),
      until: z.string().nullable(),
      session_id: z.number().nullable(),
      decided_by: somebody,
      decided_at: z.string(),
      relaxed,
    }),
  ),
  shown_actions: list(shownAction),
  notices: list(
    z.object({
      id: z.number(),
      audience: z.enum(AUDIENCES),
      channel: z.string(),
      text: z.string(),
      units: list(z.string()).nullable(),
      told_on: z.string(),
      told_by: somebody,
      at: z.string(),
    }),
  ),
  closings: list(
    z.object({
      id: z.number(),
      note: z.string(),
      result: z.record(z.string(), z.unknown()),
      relaxed,
      closed_by: somebody,
      closed_at: z.string(),
      reopened_by: somebody,
      reopened_at: z.string().nullable(),
      reopen_reason: z.string().nullable(),
    }),
  ),
  history: list(z.object({ seq: z.number(), at: z.string(), kind_name: z.string(), sentence: z.string() })),
  people: z.object({ owners: list(named), responsibles: list(named) }),
  leave: z.object({
    work: leave,
    decide: leave,
    close: leave,
    reopen: leave,
    tell: leave,
    add_evidence: leave,
  }),
});

const changes = z.object({
  title,
  problem: long,
  process: name.nullable(),
  units: names.nullable(),
});

export const improvementRoutes = {
  'get /api/improvements': {
    about: {
      es: 'El tablero: las mejoras por etapa, lo que lleva más tiempo quieto arriba.',
      en: 'The board: improvements by stage, what has stood still longest on top.',
    },
    mode: 'open',
    may: 'see-improvements',
    query: z.object({
      process: z.string().max(100).optional(),
      unit: z.string().max(200).optional(),
      mine: flag,
    }),
    response: z.object({
      sentence: localText,
      columns: list(z.object({ stage, cards: list(improvementCard) })),
      postponed: list(improvementCard),
      ended: list(improvementCard),
      processes: list(z.object({ id: z.string(), name: localText })),
      units: list(z.string()),
      may_open: z.boolean(),
    }),
  },
  'get /api/improvements/start': {
    about: {
      es: 'Una mejora como empieza su formulario, con lo que se vio como evidencia. No guarda nada.',
      en: 'An improvement as its form begins, with what was seen as its evidence. Keeps nothing.',
    },
    mode: 'read',
    may: 'open-improvement',
    query: z.object({
      origin: origin.optional(),
      indicator: z.string().max(100).optional(),
      period: z.string().max(40).optional(),
      /** The part, as JSON: `{"unit":"Ibarra"}`. */
      dimensions: z.string().max(1000).optional(),
      process: z.string().max(100).optional(),
      subject: z.string().max(200).optional(),
      seen: z.string().max(2000).optional(),
    }),
    response: z.object({
      origin,
      title: localText,
      problem: localText,
      process: z.string().nullable(),
      units: list(z.string()).nullable(),
      evidence: list(z.object({ kind: z.enum(EVIDENCE_KINDS), subject: z.string(), data: evidenceData })),
      processes: list(z.object({ id: z.string(), name: localText })),
      needs_units: z.boolean(),
    }),
  },
  'post /api/improvements': {
    about: { es: 'Abre una mejora.', en: 'Opens an improvement.' },
    mode: 'open',
    may: 'open-improvement',
    body: changes.extend({ origin, evidence: list(evidenceDraft).refine((all) => all.length <= 20) }),
    response: z.object({ id: z.number() }),
  },
  'get /api/improvements/actions': {
    about: {
      es: 'Las acciones por hacer de quien llama, las que vencen antes arriba.',
      en: 'The actions that the caller has to do, what is due first on top.',
    },
    mode: 'open',
    may: 'see-improvements',
    response: z.object({
      actions: list(
        z.object({
          id: z.number(),
          improvement: z.number(),
          title: z.string(),
          kind: z.enum(ACTION_KINDS),
          text: z.string(),
          due_date: z.string(),
          overdue: z.boolean(),
        }),
      ),
    }),
  },
  'get /api/improvements/shortfall': {
    about: {
      es: 'El error histórico de un indicador según los doce meses propios que terminan en el que se pide.',
      en: 'The historical error of an indicator by one’s own twelve months that end with the one asked for.',
    },
    mode: 'read',
    may: 'see-improvements',
    query: z.object({ indicator: z.string().max(100), until: z.string().max(20).optional() }),
    response: z.object({
      indicator: z.string(),
      from: z.string(),
      to: z.string(),
      months: z.number(),
      failed: z.number(),
      mean: z.number().nullable(),
      of_sheet: z.number().nullable(),
      sentence: localText,
    }),
  },
  'get /api/improvements/{id}': {
    about: {
      es: 'Una mejora con todo lo que pasó con ella y lo que quien llama puede hacer.',
      en: 'An improvement with all that happened to it and what the caller may do.',
    },
    mode: 'open',
    may: 'see-improvements',
    params: id,
    response: view,
  },
  'get /api/improvements/{id}/reasons': {
    about: {
      es: 'Los motivos que dijeron los clientes sobre lo que trata una mejora, los más frecuentes primero.',
      en: 'The reasons that clients told about what an improvement is about, the most frequent first.',
    },
    mode: 'read',
    may: 'see-improvements',
    params: id,
    query: z.object({ period: z.string().max(40) }),
    response: z.object({
      dataset: z.string().nullable(),
      name: localText.nullable(),
      period: z.string(),
      n: z.number(),
      without: z.number(),
      reasons: list(
        z.object({ reason: z.string(), n: z.number(), share: z.number(), cumulative: z.number() }),
      ),
    }),
  },
  'put /api/improvements/{id}': {
    about: {
      es: 'Cambia lo que dice una mejora y de qué es.',
      en: 'Changes what an improvement says and what it is about.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: changes.extend({ seen }),
    response: nothing,
  },
  'post /api/improvements/{id}/stage': {
    about: {
      es: 'Lleva una mejora a otra etapa, con quién responde por ella y hasta cuándo.',
      en: 'Takes an improvement to another stage, with who answers for it and until when.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({ stage, owner: z.string().max(60).nullable(), due_date: date.nullable(), note, seen }),
    response: nothing,
  },
  'put /api/improvements/{id}/stage': {
    about: {
      es: 'Dice quién responde por la etapa en que está y hasta cuándo.',
      en: 'Says who answers for the stage it stands in and until when.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({ owner: z.string().max(60).nullable(), due_date: date.nullable() }),
    response: nothing,
  },
  'post /api/improvements/{id}/evidence': {
    about: { es: 'Añade lo que se encontró.', en: 'Adds what was found.' },
    mode: 'open',
    may: 'open-improvement',
    params: id,
    body: evidenceDraft,
    response: z.object({ id: z.number() }),
  },
  'post /api/improvements/{id}/causes': {
    about: { es: 'Añade una causa al análisis.', en: 'Adds a cause to the analysis.' },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({
      method,
      branch: branch.nullable(),
      parent: z.number().int().positive().nullable(),
      text: z.string().trim().min(1).max(500),
      known: z.string().max(100).nullable(),
      count: z.number().int().min(0).nullable(),
      root: z.boolean(),
    }),
    response: z.object({ id: z.number() }),
  },
  'put /api/improvements/{id}/causes/{cause}': {
    about: {
      es: 'Dice si una causa es la que hay que quitar.',
      en: 'Says whether a cause is the one to remove.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id.extend({ cause: whole }),
    body: z.object({ root: z.boolean() }),
    response: nothing,
  },
  'delete /api/improvements/{id}/causes/{cause}': {
    about: {
      es: 'Saca una causa del análisis, con las que dependen de ella.',
      en: 'Takes a cause out of the analysis, with those below it.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id.extend({ cause: whole }),
    response: nothing,
  },
  'post /api/improvements/{id}/decision': {
    about: {
      es: 'Adopta, adapta, rechaza o aplaza una mejora. No puede quien la abrió.',
      en: 'Adopts, adapts, rejects or postpones an improvement. Whoever opened it may not.',
    },
    mode: 'open',
    may: 'decide-improvement',
    params: id,
    body: z.object({ decision, reason: long, until: date.nullable(), seen }),
    response: z.object({ relaxed }),
  },
  'put /api/improvements/{id}/proof': {
    about: {
      es: 'Elige con qué indicador y qué períodos se prueba una mejora.',
      en: 'Chooses by which indicator and which periods an improvement is proved.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: proofPlan,
    response: nothing,
  },
  'put /api/improvements/{id}/pilot': {
    about: { es: 'Dice dónde y cuándo se prueba en pequeño.', en: 'Says where and when it is tried small.' },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({ pilot: pilot.nullable() }),
    response: nothing,
  },
  'post /api/improvements/{id}/actions': {
    about: { es: 'Añade una acción a una mejora.', en: 'Adds an action to an improvement.' },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({
      kind: z.enum(ACTION_KINDS),
      text: z.string().trim().min(1).max(500),
      responsible: z.string().max(60),
      due_date: date,
    }),
    response: z.object({ id: z.number() }),
  },
  'post /api/improvement-actions/{id}/done': {
    about: {
      es: 'Dice que una acción está hecha, con qué se ve. Lo dice quien responde por ella.',
      en: 'Says that an action is done, with what shows it. Whoever is responsible for it says so.',
    },
    mode: 'open',
    may: 'carry-out-action',
    params: id,
    body: z.object({ evidence: long }),
    response: nothing,
  },
  'post /api/improvement-actions/{id}/evidence': {
    about: { es: 'Añade evidencia de una acción.', en: 'Adds evidence of an action.' },
    mode: 'open',
    may: 'carry-out-action',
    params: id,
    body: z.object({ text: long }),
    response: z.object({ id: z.number() }),
  },
  'post /api/improvement-actions/{id}/drop': {
    about: { es: 'Deja una acción, con el motivo.', en: 'Drops an action, with the reason.' },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({ reason: long }),
    response: nothing,
  },
  'post /api/improvement-actions/{id}/due-date': {
    about: {
      es: 'Pide otra fecha para una acción; decide quien no responde por ella.',
      en: 'Asks for another date for an action; somebody who is not responsible for it decides.',
    },
    mode: 'open',
    may: 'propose-due-move',
    params: id,
    body: z.object({ due_date: date, reason: long }),
    response: z.object({ proposal: z.number(), applied: z.boolean() }),
  },
  'post /api/action-evidence/{id}/accept': {
    about: {
      es: 'Acepta la evidencia de una acción. No puede quien la entregó ni quien responde por ella.',
      en: 'Accepts the evidence of an action. Neither who supplied it nor who is responsible may.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: nothing,
    response: z.object({ relaxed }),
  },
  'post /api/improvements/{id}/notices': {
    about: {
      es: 'Deja constancia de que se avisó al personal o a los clientes, por qué medio y con qué texto.',
      en: 'Puts on record that staff or clients were told, by which channel and with which text.',
    },
    mode: 'open',
    may: 'work-improvement',
    params: id,
    body: z.object({
      audience: z.enum(AUDIENCES),
      channel: z.string().trim().min(1).max(100),
      text: long,
      units: names.nullable(),
      told_on: date,
    }),
    response: z.object({ id: z.number() }),
  },
  'post /api/improvements/{id}/close': {
    about: {
      es: 'Cierra una mejora por su indicador. No puede quien puso el estándar, escribió una acción, respondió por ella o entregó su evidencia.',
      en: 'Closes an improvement by its indicator. Whoever set the standard, wrote an action, was responsible for it or supplied its evidence may not.',
    },
    mode: 'write',
    may: 'verify-improvement',
    params: id,
    body: z.object({ note: long, seen }),
    response: z.object({ relaxed }),
  },
  'post /api/improvements/{id}/reopen': {
    about: {
      es: 'Vuelve a abrir una mejora, con el motivo.',
      en: 'Reopens an improvement, with the reason.',
    },
    mode: 'open',
    may: 'reopen-improvement',
    params: id,
    body: z.object({ stage, reason: long }),
    response: nothing,
  },
} as const satisfies Routes;
