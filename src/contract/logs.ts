import { z } from 'zod';
import { localText } from './common.ts';
import { procedureNode } from './processes.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const name = z.string().max(200);
/** `worked-<procedure>` for the cases worked here; a number for one that was brought. */
const logId = z.object({ id: z.string().max(120) });
const draftId = z.object({ id: z.string().max(60) });

const lapses = z.object({
  n: z.number(),
  median_s: z.number(),
  mean_s: z.number(),
  p90_s: z.number(),
});

const header = z.string().min(1).max(500);
/** How the file is read where its headers are not enough. */
const reading = z
  .object({
    columns: z
      .object({
        case: header.optional(),
        activity: header.optional(),
        /** One header, or those of the date and of the time. */
        time: z.union([header, z.tuple([header, header])]).optional(),
        resource: header.nullable().optional(),
        lifecycle: header.nullable().optional(),
      })
      .optional(),
    dates: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  })
  .nullable();

/** Step by activity, as a person corrected it; null for an activity that is left aside. */
const steps = z.record(z.string().max(1000), z.string().max(100).nullable());
const settled = z.object({ reading, procedure: name.nullable(), steps });

const deviation = z.object({
  kind: z.enum(['skipped', 'once-less', 'repeated', 'out-of-order', 'unknown', 'not-reached']),
  of: z.string(),
  name: localText,
  cases: z.number(),
  share: z.number(),
  with: lapses.nullable(),
  without: lapses.nullable(),
  more_h: z.number().nullable(),
  example: z.string(),
  sentence: localText,
});

const procedureStep = z.object({ id: z.string(), name: localText, number: z.number() });

const view = z.object({
  id: z.string(),
  name: localText,
  file_name: z.string().nullable(),
  procedure: z
    .object({
      id: z.string(),
      name: localText,
      process: z.string(),
      steps: list(procedureStep),
      /** Lanes and nodes of its drawing. */
      actors: list(z.object({ id: z.string(), name: localText, area: localText.nullable() })),
      nodes: list(procedureNode),
    })
    .nullable(),
  /** What a person corrected: step by activity. */
  steps,
  sentences: list(localText),
  cases: z.number(),
  events: z.number(),
  variants: z.number(),
  resources: z.number(),
  from: z.string(),
  to: z.string(),
  lasts: lapses.nullable(),
  activities: list(
    z.object({
      name: z.string(),
      events: z.number(),
      starts: z.number(),
      ends: z.number(),
      step: z.string().nullable(),
      aside: z.boolean(),
      since: lapses.nullable(),
      waiting: lapses.nullable(),
      handling: lapses.nullable(),
    }),
  ),
  edges: list(lapses.extend({ from: z.string(), to: z.string() })),
  edge_count: z.number(),
  paths: list(lapses.extend({ path: list(z.string()), share: z.number() })),
  handovers: list(lapses.extend({ from: z.string(), to: z.string() })),
  handover_pairs: z.number(),
  conformance: z
    .object({
      cases: z.number(),
      conform: z.number(),
      unfinished: z.number(),
      deviations: list(deviation),
      unregistered: list(z.object({ id: z.string(), name: localText })),
      nodes: list(
        z.object({
          node: z.string(),
          n: z.number(),
          share: z.number(),
          measured: z.number(),
          median_s: z.number().nullable(),
          /** Of that, until the step began, where the log registers it. */
          waiting: z.object({ n: z.number(), median_s: z.number() }).nullable(),
        }),
      ),
      edges: list(z.object({ from: z.string(), to: z.string(), n: z.number() })),
    })
    .nullable(),
  detected: z
    .object({
      format: z.enum(['xes', 'csv', 'xlsx']),
      packed: z.boolean(),
      encoding: z.string(),
      header: list(z.string()),
      sample: list(list(z.string())),
      columns: z.record(z.string(), list(z.string())),
    })
    .nullable(),
});

/** The event logs held against the documented procedures. */
export const logRoutes = {
  'get /api/logs': {
    about: {
      es: 'Los registros de eventos: los traídos, y el de los casos atendidos aquí por cada procedimiento.',
      en: 'The event logs: those brought, and that of the cases worked here by each procedure.',
    },
    mode: 'open',
    may: 'see-logs',
    response: z.object({
      logs: list(
        z.object({
          id: z.string(),
          name: localText,
          file_name: z.string().nullable(),
          procedure: z.string().nullable(),
          process: z.string().nullable(),
          cases: z.number().nullable(),
          events: z.number().nullable(),
          added_by: z.string().nullable(),
          added_at: z.string().nullable(),
        }),
      ),
      procedures: list(
        z.object({ id: z.string(), name: localText, process: z.string(), steps: list(procedureStep) }),
      ),
    }),
  },
  'get /api/logs/{id}': {
    about: {
      es: 'Un registro contra su procedimiento: qué sigue a qué, caminos, esperas y en qué se aparta.',
      en: 'A log against its procedure: what follows what, ways, waits and where it departs.',
    },
    mode: 'open',
    may: 'see-logs',
    params: logId,
    /** `log` is null while there is nothing to follow: `empty` says so. */
    response: z.object({ name: localText, log: view.nullable(), empty: localText.nullable() }),
  },
  'post /api/logs/drafts': {
    about: {
      es: 'Sube un registro de eventos (XES, también comprimido, o CSV): no se guarda hasta que se pida.',
      en: 'Uploads an event log (XES, packed too, or CSV): it is not kept until asked.',
    },
    mode: 'open',
    may: 'load-log',
    body: 'file',
    response: z.object({ draft: z.string() }),
  },
  'post /api/logs/drafts/{id}/inspect': {
    about: {
      es: 'Qué dice un registro subido con las columnas y los pasos que se indiquen.',
      en: 'What an uploaded log says with the columns and steps given.',
    },
    mode: 'open',
    may: 'load-log',
    params: draftId,
    body: settled,
    response: view,
  },
  'post /api/logs/drafts/{id}/keep': {
    about: { es: 'Guarda un registro subido.', en: 'Keeps an uploaded log.' },
    mode: 'open',
    may: 'load-log',
    params: draftId,
    body: settled.extend({ name }),
    response: z.object({ id: z.string() }),
  },
  'put /api/logs/{id}': {
    about: {
      es: 'Cambia el nombre de un registro, su procedimiento o qué actividad es cada paso.',
      en: 'Changes the name of a log, its procedure or which activity is which step.',
    },
    mode: 'open',
    may: 'load-log',
    params: logId,
    body: settled.omit({ reading: true }).extend({ name }),
    response: z.object({}),
  },
  'delete /api/logs/{id}': {
    about: {
      es: 'Quita un registro de la lista; su archivo original queda.',
      en: 'Takes a log out of the list; its original file stays.',
    },
    mode: 'open',
    may: 'load-log',
    params: logId,
    response: z.object({}),
  },
} as const satisfies Routes;
