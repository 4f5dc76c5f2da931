import { z } from 'zod';
import { localText, params as values } from './common.ts';
import {
  choice,
  columnType,
  correctionOutcome,
  counts,
  decided,
  dimension,
  draft,
  draftId,
  due,
  id,
  importLine,
  indicator,
  inspection,
  layout,
  list,
  mapping,
  month,
  nearness,
  outcome,
  problem,
  undoProposal,
  undone,
} from './data-shapes.ts';
import type { Routes } from './route.ts';

/** Files brought, corrected, named and awaited. */
export const dataRoutes = {
  'post /api/drafts': {
    about: {
      es: 'Sube un archivo como borrador: nada se importa hasta publicarlo.',
      en: 'Uploads a file as a draft: nothing is imported until it is published.',
    },
    mode: 'open',
    may: 'load-data',
    body: 'file',
    response: draft,
  },
  'get /api/drafts': {
    about: {
      es: 'Los archivos subidos y sin publicar de quien pregunta.',
      en: 'The caller’s files not yet published.',
    },
    mode: 'open',
    may: 'load-data',
    response: z.object({
      drafts: list(draft.extend({ at: z.string(), mapping: mapping.nullable() })),
    }),
  },
  'post /api/drafts/{id}/inspect': {
    about: {
      es: 'Qué se detectó en un borrador y cómo se entenderían sus primeras filas.',
      en: 'What was detected in a draft and how its first rows would be understood.',
    },
    mode: 'read',
    may: 'load-data',
    params: draftId,
    body: z.object({
      dataset: z.string().nullable().optional(),
      layout: layout.optional(),
      mapping: mapping.nullable().optional(),
    }),
    response: inspection,
  },
  'post /api/drafts/{id}/try': {
    about: {
      es: 'Prueba un borrador entero sin guardar nada.',
      en: 'Tries a whole draft without keeping anything.',
    },
    mode: 'job',
    may: 'load-data',
    params: draftId,
    body: decided,
    response: outcome,
  },
  'post /api/drafts/{id}/publish': {
    about: {
      es: 'Publica un borrador: todo o nada. Los nombres que se indiquen se leen como otros ya conocidos.',
      en: 'Publishes a draft: all or nothing. Names given are read as others already known.',
    },
    mode: 'job',
    may: 'load-data',
    params: draftId,
    body: decided.extend({
      /** Why it comes in with more rows to correct than the limit. */
      reason: z.string().trim().max(500).nullable().optional(),
      merges: z
        .array(z.object({ dimension, from: z.string(), to: z.string() }))
        .max(200)
        .optional(),
    }),
    response: outcome,
  },
  'delete /api/drafts/{id}': {
    about: { es: 'Descarta un borrador.', en: 'Discards a draft.' },
    mode: 'open',
    may: 'load-data',
    params: draftId,
    response: z.object({}),
  },
  'get /api/datasets': {
    about: { es: 'Qué columnas pide cada conjunto de datos.', en: 'Which columns each data set asks for.' },
    mode: 'read',
    may: 'see-data',
    response: z.object({
      datasets: list(
        z.object({
          id: z.string(),
          name: localText,
          columns: list(
            z.object({
              name: z.string(),
              label: localText,
              required: z.boolean(),
              key: z.boolean(),
              type: columnType,
              what: z.string(),
              aliases: list(z.string()),
              values: list(z.string()),
            }),
          ),
        }),
      ),
    }),
  },
  'get /api/datasets/{id}/template': {
    about: { es: 'Un libro vacío para llenar.', en: 'An empty workbook to fill.' },
    mode: 'read',
    may: 'see-data',
    params: id,
    response: 'file',
  },
  'get /api/imports': {
    about: { es: 'Lo importado, lo último primero.', en: 'What was imported, latest first.' },
    mode: 'read',
    may: 'see-data',
    response: z.object({
      imports: list(importLine.extend({ by_name: z.string().nullable(), undo: undoProposal.nullable() })),
      in_force: z.number(),
      /** Rows that wait to be corrected. */
      open: z.number(),
      /** Rows in a hundred that may wait to be corrected without a reason. */
      reject_percent: z.number(),
    }),
  },
  'post /api/imports': {
    about: {
      es: 'Importa un archivo desde un programa, por la equivalencia conocida de su encabezado. Los mismos bytes dan la misma respuesta.',
      en: 'Imports a file from a program, by the mapping known for its header. The same bytes give the same answer.',
    },
    mode: 'write',
    may: 'load-data',
    query: z.object({ dataset: z.string().optional() }),
    body: 'file',
    response: z.object({
      import: z.string(),
      dataset: z.string(),
      file_name: z.string(),
      at: z.string(),
      counts,
      to_correct: list(problem),
    }),
  },
  'get /api/imports/{id}': {
    about: { es: 'Una importación entera.', en: 'One import whole.' },
    mode: 'read',
    may: 'see-data',
    params: id,
    response: importLine.extend({
      by_name: z.string().nullable(),
      undo: undoProposal.nullable(),
      detected: values,
      columns: list(
        z.object({
          name: z.string(),
          label: localText,
          header: z.string(),
          form: z.string().nullable(),
          settled_by: z.string().nullable(),
        }),
      ),
      header: list(z.string()),
      yaml: z.string().nullable(),
      months: list(month),
      indicators: list(indicator),
      problems: list(z.object({ state: z.string(), problem })),
      warnings: list(problem),
      new_values: list(z.object({ dimension: z.string(), value: z.string(), rows: z.number() })),
      reason: z.string().nullable(),
      sha256: z.string(),
      corrected_in: list(z.object({ id: z.string(), file_name: z.string(), rows: z.number() })),
      corrections: list(
        z.object({
          import: z.string(),
          file: z.string(),
          line: z.number().nullable(),
          at: z.string(),
          by: z.string().nullable(),
          by_name: z.string().nullable(),
          cells: list(
            z.object({ header: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
          ),
        }),
      ),
      corrections_total: z.number(),
    }),
  },
  'get /api/imports/{id}/file': {
    about: {
      es: 'El archivo original, byte por byte, con los nombres reales: pide un motivo y queda registrado.',
      en: 'The original file, byte for byte, with real names: it asks for a reason, which is kept.',
    },
    mode: 'read',
    may: 'reveal-identity',
    params: id,
    query: z.object({ reason: z.string().max(500).optional() }),
    response: 'file',
  },
  'post /api/imports/{id}/undo': {
    about: {
      es: 'Propone deshacer una importación; sin otra persona que apruebe, la deshace.',
      en: 'Proposes to undo an import; with nobody else to approve, undoes it.',
    },
    mode: 'job',
    may: 'propose-undo',
    params: id,
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    response: undone,
  },
  'post /api/imports/{id}/undo/decide': {
    about: {
      es: 'Aprueba o rechaza deshacer una importación.',
      en: 'Approves or rejects undoing an import.',
    },
    mode: 'job',
    may: 'approve-undo',
    params: id,
    body: z.object({ approve: z.boolean(), reason: z.string().trim().max(500) }),
    response: undone,
  },
  'get /api/corrections': {
    about: { es: 'Las filas por corregir.', en: 'The rows to correct.' },
    mode: 'read',
    may: 'correct-rows',
    response: z.object({
      sheets: list(
        z.object({
          id: z.string(),
          dataset: z.string(),
          dataset_name: localText,
          columns: list(z.object({ header: z.string(), label: localText.nullable(), choices: list(choice) })),
          rows: list(
            z.object({
              key: z.string(),
              import: z.string(),
              file: z.string(),
              line: z.number().nullable(),
              cells: list(z.string()),
              wrong: z.number().nullable(),
              problem,
            }),
          ),
          total: z.number(),
          kinds: list(z.object({ problem, n: z.number() })),
        }),
      ),
      logs: list(z.object({ file: z.string(), n: z.number() })),
      /** Rows of all grids. */
      total: z.number(),
    }),
  },
  'post /api/corrections/{id}': {
    about: {
      es: 'Trae filas corregidas en pantalla; las que siguen mal esperan con su motivo.',
      en: 'Brings rows corrected on screen; those still wrong wait with their reason.',
    },
    mode: 'write',
    may: 'correct-rows',
    params: id,
    body: z.object({
      rows: z
        .array(z.object({ key: z.string(), cells: z.array(z.string().max(20_000)).max(2_000) }))
        .min(1)
        .max(500),
    }),
    response: correctionOutcome,
  },
  'get /api/corrections/{id}/file': {
    about: { es: 'Las filas por corregir en un archivo.', en: 'The rows to correct as a file.' },
    mode: 'read',
    may: 'correct-rows',
    params: id,
    query: z.object({ format: z.enum(['csv', 'xlsx']) }),
    response: 'file',
  },
  'post /api/datasets/{id}/corrections': {
    about: {
      es: 'Trae de vuelta el archivo de filas corregidas.',
      en: 'Brings back the file of corrected rows.',
    },
    mode: 'write',
    may: 'correct-rows',
    params: id,
    body: 'file',
    response: correctionOutcome,
  },
  'get /api/mappings': {
    about: { es: 'Las equivalencias de columnas guardadas.', en: 'The saved column mappings.' },
    mode: 'read',
    may: 'see-data',
    response: z.object({
      mappings: list(
        z.object({
          name: z.string(),
          dataset: z.string(),
          dataset_name: localText,
          offered: z.boolean(),
          versions: list(z.object({ version: z.number(), at: z.string() })),
          columns: list(z.object({ column: z.string(), label: localText, from: z.string() })),
          codes: list(
            z.object({
              column: z.string(),
              label: localText,
              text: z.string(),
              means: z.string(),
              means_label: localText,
            }),
          ),
          layout: z.record(z.string(), z.string()),
          yaml: z.string(),
          used_by: list(z.string()),
        }),
      ),
    }),
  },
  'put /api/mappings/{id}': {
    about: {
      es: 'Ofrece una equivalencia para los próximos archivos, o deja de ofrecerla.',
      en: 'Offers a mapping for the next files, or stops offering it.',
    },
    mode: 'write',
    may: 'plan-agenda',
    params: id,
    body: z.object({ offered: z.boolean() }),
    response: z.object({}),
  },
  'get /api/spellings': {
    about: {
      es: 'Los nombres escritos de una dimensión y los que parecen repetidos.',
      en: 'The names written of a dimension, and those that look repeated.',
    },
    mode: 'read',
    may: 'merge-spellings',
    query: z.object({ of: dimension }),
    response: z.object({
      dimension,
      dimensions: list(dimension),
      values: list(z.object({ value: z.string(), rows: z.number(), read_as: z.string().nullable() })),
      total: z.number(),
      pairs: list(
        z.object({
          from: z.string(),
          from_rows: z.number(),
          to: z.string(),
          to_rows: z.number(),
          by: nearness,
        }),
      ),
      merges: list(z.object({ from: z.string(), to: z.string(), at: z.string(), rows: z.number() })),
    }),
  },
  'get /api/spellings/preview': {
    about: {
      es: 'Qué cambiaría leer un nombre como otro.',
      en: 'What reading one name as another would change.',
    },
    mode: 'read',
    may: 'merge-spellings',
    query: z.object({ of: dimension, from: z.string(), to: z.string() }),
    response: z.object({
      from: z.string(),
      to: z.string(),
      datasets: list(
        z.object({
          dataset: z.string(),
          name: localText,
          from_rows: z.number(),
          to_rows: z.number(),
          first_month: z.string().nullable(),
          last_month: z.string().nullable(),
        }),
      ),
    }),
  },
  'post /api/spellings/merge': {
    about: { es: 'Lee un nombre como otro desde ahora.', en: 'Reads one name as another from now on.' },
    mode: 'write',
    may: 'merge-spellings',
    body: z.object({ of: dimension, from: z.string(), to: z.string() }),
    response: z.object({}),
  },
  'post /api/spellings/unmerge': {
    about: { es: 'Vuelve a leer un nombre como está escrito.', en: 'Reads a name as it is written again.' },
    mode: 'write',
    may: 'merge-spellings',
    body: z.object({ of: dimension, from: z.string() }),
    response: z.object({}),
  },
  'get /api/agenda': {
    about: {
      es: 'Qué archivos espera un mes, de quién, para cuándo y cuáles llegaron.',
      en: 'Which files a month expects, from whom, by when, and which came.',
    },
    mode: 'read',
    may: 'see-data',
    query: z.object({ period: z.string() }),
    response: z.object({
      month: z.string(),
      written: z.boolean(),
      received: z.number(),
      late: z.number(),
      came_late: z.number(),
      items: list(
        z.object({
          dataset: z.string(),
          dataset_name: localText,
          sender: z.string(),
          due,
          due_date: z.string(),
          state: z.enum(['received', 'waiting', 'late']),
          received: z.string().nullable(),
          came_late: z.boolean(),
          imports: list(z.object({ id: z.string(), file: z.string(), at: z.string(), rows: z.number() })),
          indicators: list(indicator),
        }),
      ),
      /** Who read the result of the month, and when; null for whoever may not see it. */
      readings: list(z.object({ name: z.string(), subject: z.string(), at: z.string() })),
      datasets: list(z.object({ id: z.string(), name: localText })),
    }),
  },
  'put /api/agenda': {
    about: { es: 'Cambia la agenda del mes.', en: 'Changes the agenda of the month.' },
    mode: 'write',
    may: 'plan-agenda',
    body: z.object({
      entries: z.array(z.object({ dataset: z.string(), sender: z.string().max(120), due })).max(60),
    }),
    response: z.object({}),
  },
} as const satisfies Routes;
