import { z } from 'zod';
import { BANDS } from '../kernel/index.ts';
import { date, localText } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const band = z.enum(BANDS).nullable();
const verdict = z.enum(['met', 'not-met', 'met-with-alert', 'no-data']);
const named = z.object({ id: z.string(), name: localText });
const words = z.object({
  value: z.string(),
  standard: z.string().nullable(),
  direction: z.string().nullable(),
  index: z.string().nullable(),
  line: z.string(),
});

const box = z.object({
  id: z.string(),
  name: localText,
  depth: z.number(),
  under: z.string().nullable(),
  critical: z.boolean(),
  mixed: z.boolean(),
  /** By its worst indicator; `none` has none, `hidden` is out of the caller's reach. */
  state: z.enum(['met', 'not-met', 'met-with-alert', 'no-data', 'none', 'hidden']),
  worst: z
    .object({
      id: z.string(),
      name: localText,
      /** The process it is of, where that is one under the box. */
      of: localText.nullable(),
      result: localText.nullable(),
      n: z.number(),
      counts_people: z.boolean(),
    })
    .nullable(),
  indicators: z.number(),
  described: z.boolean(),
  procedures: z.number(),
});

const texts = list(localText);
const parties = z.object({ internal: texts, external: texts });
const characterisation = z.object({
  from: z.string(),
  responsible: localText,
  objective: localText,
  starts: localText,
  ends: localText,
  suppliers: parties,
  inputs: texts,
  activities: texts,
  outputs: texts,
  clients: parties,
  documents: texts,
  norms: texts,
  resources: texts,
  indicators: list(z.string()),
});

const given = z.object({ es: z.string().trim().max(2000), en: z.string().trim().max(2000) });
const givenList = z.array(given).max(60);
const givenParties = z.object({ internal: givenList, external: givenList });

const next = z.string().nullable();
export const procedureNode = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), id: z.string(), actor: z.string(), name: localText, next }),
  z.object({
    kind: z.literal('step'),
    id: z.string(),
    actor: z.string(),
    number: z.number(),
    name: localText,
    text: localText,
    activities: list(z.string()),
    next,
  }),
  z.object({
    kind: z.literal('decision'),
    id: z.string(),
    actor: z.string(),
    name: localText,
    branches: list(z.object({ name: localText, next })),
  }),
  z.object({ kind: z.literal('end'), id: z.string(), actor: z.string(), name: localText }),
]);

const procedure = z.object({
  id: z.string(),
  version: z.number(),
  from: z.string(),
  name: localText,
  type: localText,
  object: localText,
  starts: localText,
  ends: localText,
  areas: texts,
  policies: texts,
  requirements: texts,
  actors: list(z.object({ id: z.string(), name: localText, area: localText.nullable() })),
  nodes: list(procedureNode),
});

const asked = z.object({ period: z.string().max(40).optional(), unit: z.string().max(200).optional() });
const idParam = z.object({ id: z.string().max(100) });
const which = z.object({ procedure: z.string().max(100).optional() });

export const processRoutes = {
  'get /api/processes': {
    about: {
      es: 'El mapa de procesos en sus bandas, cada uno por su peor indicador del período.',
      en: 'The process map in its bands, each process by its worst indicator of the period.',
    },
    mode: 'read',
    may: 'signed-in',
    query: asked,
    response: z.object({
      period: z.string().nullable(),
      sentence: localText,
      units: list(z.string()).nullable(),
      person: z.string().nullable(),
      bands: list(z.object({ band, boxes: list(box) })),
      hidden: z.number(),
    }),
  },
  'get /api/process-families': {
    about: {
      es: 'Las familias bajo las que puede ir un proceso nuevo.',
      en: 'The families a new process may go under.',
    },
    mode: 'open',
    may: 'edit-process',
    response: z.object({ families: list(named), alone: z.boolean() }),
  },
  'post /api/processes': {
    about: {
      es: 'Añade un proceso propio de la institución, bajo una familia.',
      en: "Adds a process of the institution's own, under a family.",
    },
    mode: 'write',
    may: 'edit-process',
    body: z.object({ name: z.string().trim().max(120), parent: z.string().max(100).nullable() }),
    response: z.object({ id: z.string() }),
  },
  'post /api/processes/several': {
    about: {
      es: 'Añade de una vez varios procesos propios: todos o ninguno.',
      en: 'Adds several processes of its own at once: all or none.',
    },
    mode: 'write',
    may: 'edit-process',
    body: z.object({
      processes: z
        .array(z.object({ name: z.string().trim().max(120), parent: z.string().max(100).nullable() }))
        .min(1)
        .max(100),
    }),
    response: z.object({ ids: list(z.string()) }),
  },
  'get /api/processes/{id}': {
    about: {
      es: 'Un proceso: su caracterización por fechas, sus indicadores, sus reclamos y lo que hay debajo de él.',
      en: 'A process: its characterisation by dates, its indicators, its complaints and what is under it.',
    },
    mode: 'read',
    may: 'signed-in',
    params: idParam,
    query: asked,
    response: z.object({
      id: z.string(),
      name: localText,
      band,
      critical: z.boolean(),
      under: named.nullable(),
      period: z.string().nullable(),
      sentence: localText,
      rules: texts,
      versions: list(characterisation),
      current: z.string().nullable(),
      named: list(named),
      reached: z.boolean(),
      indicators: list(
        z.object({
          id: z.string(),
          name: localText,
          verdict,
          n: z.number(),
          counts_people: z.boolean(),
          hides_tail: z.boolean(),
          result: z.object({ es: words, en: words }).nullable(),
          sentence: localText,
        }),
      ),
      complaints: z.object({ n: z.number(), of: z.number() }).nullable(),
      children: list(box),
      procedures: list(named.extend({ version: z.number(), steps: z.number() })),
      standard_minutes: z.object({ from: z.string(), minutes: z.string() }).nullable(),
      may_edit: z.boolean(),
    }),
  },
  'get /api/processes/{id}/choices': {
    about: {
      es: 'Los indicadores que una caracterización puede nombrar.',
      en: 'The indicators that a characterisation may name.',
    },
    mode: 'open',
    may: 'edit-process',
    params: idParam,
    response: z.object({ indicators: list(named) }),
  },
  'post /api/processes/{id}/characterisation': {
    about: {
      es: 'Escribe una versión nueva de lo que es un proceso, desde una fecha; las anteriores quedan.',
      en: 'Writes a new version of what a process is, from a date on; those before stay.',
    },
    mode: 'write',
    may: 'edit-process',
    params: idParam,
    body: z.object({
      /** The version the page showed, null for none: somebody else's since then is told instead of buried. */
      seen: z.string().nullable(),
      from: date,
      responsible: given,
      objective: given,
      starts: given,
      ends: given,
      suppliers: givenParties,
      inputs: givenList,
      activities: givenList,
      outputs: givenList,
      clients: givenParties,
      documents: givenList,
      norms: givenList,
      resources: givenList,
      indicators: z.array(z.string().max(100)).max(60),
    }),
    response: z.object({ from: z.string() }),
  },
  'get /api/processes/{id}/procedure': {
    about: {
      es: 'El procedimiento de un proceso, con el tiempo medido en sus pasos.',
      en: 'The procedure of a process, with the time measured on its steps.',
    },
    mode: 'read',
    may: 'signed-in',
    params: idParam,
    query: asked.extend(which.shape),
    response: z.object({
      process: named,
      procedure,
      others: list(named),
      period: z.string().nullable(),
      sentence: localText,
      /** From the step before, in minutes; only steps that some case of the period reached. */
      times: list(z.object({ node: z.string(), median_min: z.number(), n: z.number() })),
      /** Log that the times come from, where no case worked here has any; null where they are of those. */
      log: z.string().nullable(),
    }),
  },
  'get /api/processes/{id}/procedure/pdf': {
    about: {
      es: 'El documento del procedimiento en papel (PDF): su ficha, sus carriles y sus pasos.',
      en: 'The document of the procedure on paper (PDF): its sheet, its lanes and its steps.',
    },
    mode: 'read',
    may: 'signed-in',
    params: idParam,
    query: asked.extend(which.shape),
    response: 'file',
  },
  'get /api/processes/{id}/procedure/bpmn': {
    about: {
      es: 'El procedimiento en BPMN 2.0, con sus carriles y su dibujo.',
      en: 'The procedure in BPMN 2.0, with its lanes and its drawing.',
    },
    mode: 'open',
    may: 'signed-in',
    params: idParam,
    query: which,
    response: 'file',
  },
} as const satisfies Routes;
