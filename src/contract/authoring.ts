import { z } from 'zod';
import {
  FORM_KINDS,
  FORM_SUMMARIES,
  FORM_TESTS,
  FORM_VOLUMES,
  FREQUENCIES,
  INDICATOR_CLASSES,
  INDICATOR_TYPES,
} from '../kernel/index.ts';
import { localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const list = <T extends z.ZodType>(item: T) => z.array(item).max(200).readonly();
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/);
/** A name that a formula can hold, or nothing yet. */
const name = z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9_-]{0,79})?$/);
const line = z.string().max(400);
const text = z.object({ es: z.string().max(4000), en: z.string().max(4000) });
const amount = z.object({ number: z.string().max(40), unit: z.string().max(20) });
const condition = z.object({ column: name, test: z.enum(FORM_TESTS), values: list(line) });

const part = z.object({ dataset: name, column: name.nullable(), where: list(condition) });
const calculation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('plazo'),
    measure: z.discriminatedUnion('by', [
      z.object({ by: z.literal('dates'), from: name, to: name, clock: z.enum(['clock', 'working']) }),
      z.object({ by: z.literal('column'), column: name }),
    ]),
    unit: z.string().max(20),
    summary: z.enum(FORM_SUMMARIES),
  }),
  z.object({
    kind: z.literal('efectividad'),
    of: name.nullable(),
    test: list(condition),
    fails: z.boolean(),
    unit: z.string().max(20).nullable(),
  }),
  z.object({ kind: z.literal('productividad'), minutes: name, otherwise: name.nullable() }),
  z.object({
    kind: z.literal('volumen'),
    what: z.enum(FORM_VOLUMES),
    column: name.nullable(),
    unit: z.string().max(20).nullable(),
  }),
  z.object({
    kind: z.literal('razon'),
    above: part,
    below: part,
    rest: z.boolean(),
    unit: z.string().max(20).nullable(),
  }),
]);

const standard = z.object({
  from: z.string().max(10),
  where: list(condition),
  direction: z.enum(['at-least', 'at-most', 'between']),
  floor: amount.nullable(),
  ceiling: amount.nullable(),
  limit: z
    .discriminatedUnion('by', [
      z.object({ by: z.literal('fixed'), amount }),
      z.object({ by: z.literal('column'), column: name }),
      z.object({ by: z.literal('deadline'), column: name }),
    ])
    .nullable(),
  tolerance: z.string().max(20),
  historical_error: z.string().max(20),
});

/** A technical sheet as a form holds it. */
export const sheetForm = z.object({
  id: name,
  code: z.string().max(20),
  name: text,
  objective: text,
  aspect: text,
  process: name,
  class: z.enum(INDICATOR_CLASSES),
  type: z.enum(INDICATOR_TYPES),
  frequency: z.enum(FREQUENCIES),
  source: text,
  supplier: text,
  responsible: text,
  users: text,
  variables: list(z.object({ name: id, text })),
  dataset: name,
  date: name,
  population: text,
  scope: list(condition),
  where: list(condition),
  calculation,
  except: list(z.object({ code: id, where: list(condition), text })),
  standards: list(standard),
  interpretation: z.object({ met: text, not_met: text, excess: text }),
});

const draft = z.union([z.object({ form: sheetForm }), z.object({ text: z.string().max(100_000) })]);
/** The indicator that a draft changes or copies; null for a new one. */
const of = z.object({ id, copy: z.boolean() }).nullable();

const said = z.object({
  field: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  sentence: z.string(),
  fix: amount.nullable(),
  line: z.number().nullable(),
  column: z.number().nullable(),
});

const offeredColumn = z.object({
  name: z.string(),
  label: localText,
  type: z.string(),
  unit: z.string().nullable(),
  brought: z.boolean(),
  pickable: z.boolean(),
  process: z.boolean(),
});

const vocabulary = z.object({
  datasets: z
    .array(
      z.object({
        id: z.string(),
        name: localText,
        columns: z.array(offeredColumn).readonly(),
        date: z.string().nullable(),
        opens: z.string().nullable(),
        closes: z.string().nullable(),
        weight: z.string().nullable(),
        rows: z.number(),
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    )
    .readonly(),
  processes: z.array(z.object({ id: z.string(), name: localText, parent: z.string().nullable() })).readonly(),
  hours_of_day: z.string().nullable(),
  capacity: z.boolean(),
});

const figure = z.object({
  period: z.string(),
  sentence: z.string(),
  verdict: z.enum(['met', 'not-met', 'met-with-alert', 'no-data']),
  /** It is met while too few cases are within their limit. */
  hides_tail: z.boolean(),
  value: z.number().nullable(),
  unit: z.string(),
  n: z.number(),
  provisional: z.boolean(),
  read: z.number(),
  in_scope: z.number(),
  counted: z.number(),
  open: z.number(),
  left_out: z.number(),
  warnings: z.array(z.string()).readonly(),
});

const taxonomyEntry = z.object({ id: z.string(), name: localText, measures: localText });
const example = z.object({
  id: z.string(),
  name: localText,
  objective: localText,
  formula: z.string(),
  class: z.enum(INDICATOR_CLASSES),
  type: z.enum(INDICATOR_TYPES),
  frequency: z.enum(FREQUENCIES),
  places: z.array(z.object({ taxonomy: z.string(), class: z.string(), type: z.string() })).readonly(),
  needs: z
    .array(
      z.object({
        dataset: z.string(),
        name: localText,
        state: z.enum(['loaded', 'partial', 'declared', 'new', 'computed']),
        columns: z.array(z.object({ label: localText, required: z.boolean() })).readonly(),
      }),
    )
    .readonly(),
  process: localText.nullable(),
  state: z.enum(['adopted', 'ready', 'needs-file']),
});

const saved = z.object({
  saved: z.object({ id: z.string(), version: z.number() }).nullable(),
  /** A change that speaks of past months waits until another decides; under an exception it is applied. */
  proposed: z
    .object({
      proposal: z.number(),
      kind: z.enum(['change-indicator', 'change-standard']),
      applied: z.boolean(),
      deciders: z.array(z.string()).readonly(),
    })
    .nullable(),
  problems: z.array(said).readonly(),
  missing: z.array(said).readonly(),
});

export const authoringRoutes = {
  'get /api/authoring/vocabulary': {
    about: {
      es: 'Lo que ofrece el formulario de indicadores: datos, columnas y procesos.',
      en: 'What the indicator form offers: data, columns and processes.',
    },
    mode: 'read',
    may: 'define-indicator',
    response: vocabulary,
  },
  'get /api/authoring/values': {
    about: {
      es: 'Valores de una columna vistos en los datos, con cuántos hechos tienen.',
      en: 'Values of a column seen in the data, with how many facts have them.',
    },
    mode: 'read',
    may: 'define-indicator',
    query: z.object({
      dataset: id,
      column: id,
      search: z.string().max(200).optional(),
      page: whole.optional(),
    }),
    response: z.object({
      values: z.array(z.object({ value: z.string(), label: localText, n: z.number().nullable() })).readonly(),
      total: z.number(),
      empty: z.number().nullable(),
    }),
  },
  'get /api/authoring/start': {
    about: {
      es: 'Un formulario con todo lo que se puede proponer para una clase de indicador.',
      en: 'A form with everything that can be proposed for a kind of indicator.',
    },
    mode: 'read',
    may: 'define-indicator',
    query: z.object({ kind: z.enum(FORM_KINDS), dataset: id.optional() }),
    response: sheetForm,
  },
  'get /api/authoring/code': {
    about: {
      es: 'Un código corto y libre para un nombre.',
      en: 'A short code for a name, that no other has.',
    },
    mode: 'read',
    may: 'define-indicator',
    query: z.object({ name: z.string().max(200) }),
    response: z.object({ code: z.string() }),
  },
  'post /api/authoring/preview': {
    about: {
      es: 'Revisa y mide un indicador sin guardarlo.',
      en: 'Checks and measures an indicator without saving it.',
    },
    mode: 'read',
    may: 'define-indicator',
    body: z.object({ draft, of, period: z.string().max(40).nullable() }),
    response: z.object({
      problems: z.array(said).readonly(),
      missing: z.array(said).readonly(),
      requirements: z.array(z.object({ id: z.string(), met: z.boolean(), field: z.string() })).readonly(),
      text: z.string(),
      figure: figure.nullable(),
    }),
  },
  'get /api/authoring/indicators/{id}': {
    about: {
      es: 'Un indicador para cambiarlo o copiarlo, como formulario y como texto.',
      en: 'An indicator to change or copy, as a form and as text.',
    },
    mode: 'read',
    may: 'define-indicator',
    params: z.object({ id }),
    query: z.object({ copy: z.enum(['0', '1']).optional() }),
    response: z.object({
      id: z.string(),
      pack: z.string(),
      own: z.boolean(),
      form: sheetForm.nullable(),
      beyond: z.object({ field: z.string(), text: z.string() }).nullable(),
      text: z.string(),
      digest: z.string(),
      version: z.number(),
      problems: z.array(said).readonly(),
      versions: z
        .array(
          z.object({
            version: z.number(),
            at: z.string(),
            by: z.string().nullable(),
            reason: z.string(),
          }),
        )
        .readonly(),
    }),
  },
  'get /api/authoring/indicators/{id}/waiting': {
    about: {
      es: 'El cambio de un indicador que espera decisión, de lo que era a lo que sería.',
      en: 'The change of an indicator that waits for a decision, from what it was to what it would be.',
    },
    mode: 'open',
    may: 'see-definitions',
    params: z.object({ id }),
    response: z.object({
      change: z
        .object({
          id: z.number(),
          reason: z.string(),
          proposed_by_name: z.string().nullable(),
          proposed_at: z.string(),
          changes: z
            .array(
              z.object({
                label: z.string(),
                field: z.string(),
                path: z.string(),
                from: z.string().nullable(),
                to: z.string().nullable(),
              }),
            )
            .readonly(),
          deciders: z.array(z.string()).readonly(),
          may_approve: z.boolean(),
          own: z.boolean(),
        })
        .nullable(),
    }),
  },
  'post /api/authoring/indicators': {
    about: {
      es: 'Guarda un indicador en el contenido propio: nuevo, copia o siguiente versión. Lo que cambia meses pasados queda propuesto.',
      en: 'Saves an indicator in the own content: a new one, a copy or the next version. What changes past months is proposed.',
    },
    mode: 'write',
    may: 'define-indicator',
    body: z.object({
      draft,
      of,
      base: z.string().max(64).nullable(),
      reason: z.string().max(2000),
    }),
    response: saved,
  },
  'get /api/authoring/services': {
    about: {
      es: 'Servicios de los datos que ningún indicador de plazo mide, con el plazo que su procedimiento ofrece.',
      en: 'Services in the data that no indicator of their term measures, with the term their procedure promises.',
    },
    mode: 'read',
    may: 'define-indicator',
    response: z.object({
      dataset: z.string().nullable(),
      services: z
        .array(
          z.object({
            id: z.string(),
            name: localText,
            n: z.number(),
            closed: z.number(),
            usual_min: z.number().nullable(),
            limit: amount.nullable(),
          }),
        )
        .readonly(),
      /** Hours of attention of a working day, where all have as many: then terms may be in `working_day`. */
      day_hours: z.string().nullable(),
      measured: z.number(),
    }),
  },
  'post /api/authoring/services': {
    about: {
      es: 'Crea de una vez el indicador de plazo de varios servicios: todos o ninguno.',
      en: 'Makes the indicator of the term of several services at once: all or none.',
    },
    mode: 'write',
    may: 'define-indicator',
    body: z.object({
      services: z
        .array(z.object({ service: id, limit: amount }))
        .min(1)
        .max(100)
        .readonly(),
    }),
    response: z.object({
      made: z.array(z.object({ id: z.string(), name: localText })).readonly(),
      /** Measured once somebody else approves them. */
      waiting: z
        .array(z.object({ id: z.string(), name: localText, deciders: z.array(z.string()).readonly() }))
        .readonly(),
    }),
  },
  'get /api/indicators/{id}/origin': {
    about: {
      es: 'Si la ficha vino con el programa y nadie la ha confirmado aquí.',
      en: 'Whether the sheet came with the program and nobody here has confirmed it.',
    },
    mode: 'open',
    may: 'see-definitions',
    params: z.object({ id }),
    response: z.object({ unconfirmed: z.boolean(), responsible: localText }),
  },
  'post /api/authoring/indicators/{id}/confirm': {
    about: {
      es: 'Confirma que el estándar y el responsable que vinieron con el programa valen aquí.',
      en: 'Confirms that the standard and the responsible that came with the program hold here.',
    },
    mode: 'open',
    may: 'define-indicator',
    params: z.object({ id }),
    response: z.object({ confirmed: z.literal(true) }),
  },
  'post /api/authoring/indicators/{id}/retire': {
    about: {
      es: 'Deja de medir un indicador propio, con su motivo.',
      en: 'Stops measuring an own indicator, with its reason.',
    },
    mode: 'write',
    may: 'define-indicator',
    params: z.object({ id }),
    body: z.object({ reason: z.string().max(2000) }),
    response: z.object({ retired: z.string() }),
  },
  'get /api/authoring/retired': {
    about: { es: 'Indicadores propios retirados.', en: 'Own indicators that were retired.' },
    mode: 'read',
    may: 'define-indicator',
    response: z.object({
      retired: z
        .array(z.object({ id: z.string(), reason: z.string(), at: z.string().nullable() }))
        .readonly(),
    }),
  },
  'post /api/authoring/retired/{id}/restore': {
    about: { es: 'Vuelve a medir un indicador retirado.', en: 'Measures a retired indicator again.' },
    mode: 'write',
    may: 'define-indicator',
    params: z.object({ id }),
    response: z.object({ restored: z.string() }),
  },
  'get /api/examples': {
    about: {
      es: 'Indicadores de ejemplo por área, con sus clasificaciones y los archivos que necesitan.',
      en: 'Example indicators by area, with their taxonomies and the files they need.',
    },
    mode: 'read',
    may: 'see-definitions',
    response: z.object({
      taxonomies: z
        .array(
          z.object({
            id: z.string(),
            name: localText,
            about: localText,
            classes: z.array(taxonomyEntry).readonly(),
            types: z.array(taxonomyEntry).readonly(),
          }),
        )
        .readonly(),
      areas: z
        .array(
          z.object({
            id: z.string(),
            name: localText,
            about: localText,
            objectives: z.array(localText).readonly(),
            examples: z.array(example).readonly(),
          }),
        )
        .readonly(),
    }),
  },
  'post /api/examples/{id}/adopt': {
    about: {
      es: 'Toma un ejemplo: desde entonces se mide como cualquier otro.',
      en: 'Takes an example over: from then on it is measured like any other.',
    },
    mode: 'write',
    may: 'define-indicator',
    params: z.object({ id }),
    response: z.object({
      id: z.string(),
      name: localText,
      datasets: z.array(z.object({ id: z.string(), name: localText })).readonly(),
      files: z.array(z.string()).readonly(),
    }),
  },
  'get /api/examples/{id}/template': {
    about: {
      es: 'Un libro vacío con las columnas del archivo que un ejemplo necesita.',
      en: 'An empty workbook with the columns of the file an example needs.',
    },
    mode: 'read',
    may: 'see-definitions',
    params: z.object({ id }),
    query: z.object({ dataset: id }),
    response: 'file',
  },
} as const satisfies Routes;
