import { z } from 'zod';
import { flag, localText, whole } from './common.ts';
import type { Routes } from './route.ts';

const id = z.object({ id: z.string() });
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const verdict = z.enum(['met', 'not-met', 'met-with-alert', 'no-data']);
const number = z.number().nullable();
const text = z.string().nullable();

/**
 * What a question about an indicator says: its period, a unit, and other filters as
 * `dimension:value` with each value encoded as in an address, joined by `|`.
 */
const asked = z.object({
  period: z.string(),
  as_of: z.string().optional(),
  unit: z.string().optional(),
  filters: z.string().optional(),
});

const rowsAsked = asked.extend({
  dataset: z.string().optional(),
  state: z
    .enum([
      'counted',
      'open',
      'open-past-limit',
      'outside',
      'unmeasured',
      'not-asked',
      'without-standard',
      'withdrawn',
      'excluded',
      'not-counted',
      'all-open',
      'all',
    ])
    .optional(),
});

const shown = z.object({
  family: z.enum(['deadline', 'own-deadline', 'load', 'share', 'plain']),
  unit: z.string(),
  value: z.number(),
  floor: number,
  ceiling: number,
  text: z.string(),
  index: text,
  standard: text,
  standard_sign: text,
  better: z.enum(['less', 'more', 'between']).nullable(),
});
const tile = z.object({ text: z.string(), note: text });
const filter = z.object({ dimension: z.string(), value: z.string(), label: z.string() });
const part = z.object({ text: z.string(), n: z.number(), interval: text });
const counts = z.object({
  dataset: z.string(),
  /** Facts of the period, of the indicator or not, as weights; so are those below. */
  read: z.number(),
  in_scope: z.number(),
  by_state: z.record(z.string(), z.number()),
  excluded: z.record(z.string(), z.number()),
});
const kept = z.object({
  value: number,
  numerator: number,
  denominator: number,
  n: z.number(),
  open: z.number(),
  verdict: z.string(),
});

/** A figure split by one dimension. */
export const breakdown = z.object({
  dimension: z.string(),
  label: z.string(),
  rows: list(
    z.object({
      value: text,
      label: z.string(),
      shown: shown.nullable(),
      n: z.number(),
      verdict,
      verdict_text: z.string(),
      is_small: z.boolean(),
      open: z.number(),
      past_limit: z.number(),
      inside: text,
    }),
  ),
  total: z.number(),
});

/** The technical sheet of an indicator in a period, in the order in which it is read. */
export const sheetView = z.object({
  indicator: z.string(),
  code: text,
  name: localText,
  process: z.object({ id: z.string(), name: localText }),
  period: z.string(),
  as_of: text,
  provisional: z.boolean(),
  filters: list(filter),
  units: list(z.string()).nullable(),
  shown: shown.nullable(),
  n: z.number(),
  tiles: z.object({
    result: tile,
    standard: tile,
    trend: tile.extend({
      kind: z.enum(['too-short', 'as-usual', 'improves', 'worsens', 'rises', 'falls', 'no-figure']),
    }),
    state: tile.extend({ verdict, hides_tail: z.boolean() }),
  }),
  sentence: z.string(),
  interpretation: text,
  absence: z.object({ dataset: z.string(), name: z.string(), text: z.string() }).nullable(),
  trend: z.object({
    name: localText,
    unit: z.string(),
    direction: z.enum(['at-least', 'at-most', 'between']).nullable(),
    points: list(
      z.object({
        period: z.string(),
        value: number,
        n: number,
        floor: number,
        ceiling: number,
        verdict,
        provisional: z.boolean(),
        part: number.optional(),
        whole: number.optional(),
      }),
    ),
    lowest: number.optional(),
    highest: number.optional(),
    limits_by: z.enum(['values', 'share', 'rate']).optional(),
    baselines: list(z.string()).optional(),
    notes: list(z.object({ period: z.string(), cause: z.string(), excluded: z.boolean() })).optional(),
  }),
  standing: z.object({
    kind: z.enum([
      'stable-met',
      'stable-failing',
      'signal-met',
      'signal-failing',
      'stable-unjudged',
      'signal-unjudged',
      'too-short',
    ]),
    text: z.string(),
  }),
  forecast: z
    .object({
      value: z.number(),
      low: z.number(),
      high: z.number(),
      level: z.number(),
      text: z.string(),
    })
    .nullable(),
  leading: z.object({ id: z.string(), name: localText, text: z.string() }).nullable(),
  history: list(z.object({ period: z.string(), value: z.number(), text: z.string(), n: number })),
  requirements: list(z.object({ key: z.string(), label: z.string(), text: z.string() })),
  standards: list(z.string()),
  details: list(z.object({ key: z.string(), label: z.string(), text: z.string() })),
  formula: z.object({
    /** As it is written, for who may see the SQL; null for the rest. */
    text,
    measure: text,
    /** The formula as a tree of plain data, for who draws it; null where it cannot be drawn. */
    math: z.unknown(),
    variables: list(z.object({ name: z.string(), text: z.string() })),
  }),
  breakdowns: list(breakdown),
  dimensions: list(z.object({ name: z.string(), label: z.string() })),
  share: part.nullable(),
  inside: part.nullable(),
  spread: text,
  distribution: z
    .object({
      unit: z.string(),
      limit: number,
      limit_text: text,
      n: z.number(),
      highest: z.number(),
      p50: number,
      p90: number,
      inside: z.object({ share: z.number(), n: z.number() }).nullable(),
      bins: list(
        z.object({ from: z.number(), to: number, n: z.number(), is_past: z.boolean(), label: z.string() }),
      ),
    })
    .nullable(),
  open: z.object({
    count: z.number(),
    past_limit: z.number(),
    oldest: z.object({ key: z.string(), opens: z.string() }).nullable(),
  }),
  warnings: list(z.object({ code: z.string(), text: z.string() })),
  inputs: list(
    counts.extend({
      name: localText,
      quarantined: z.number(),
      /** Rows corrected by hand, each as its import and its place there. */
      corrected: list(z.string()),
      imports: list(
        z.object({ import: z.string(), file: z.string(), imported_at: z.string(), rows: z.number() }),
      ),
    }),
  ),
  calendars: list(z.object({ id: z.string(), name: localText, from: text, digest: z.string() })),
  versions: z.object({
    pack: z.string(),
    pack_name: localText,
    pack_version: z.number(),
    licence: z.string(),
    sheet: z.number(),
    since: text,
  }),
  definitions: list(
    z.object({
      at: z.string(),
      by: text,
      by_name: text,
      reason: text,
      approved_by_name: text,
      version: z.number(),
      changes: list(
        z.object({ label: z.string(), field: z.string(), path: z.string(), from: text, to: text }),
      ),
    }),
  ),
  changes: list(
    z.object({
      at: z.string(),
      cause: z.enum(['import', 'undo', 'merge', 'content', 'cases']),
      import: text,
      file: text,
      before: kept,
      after: kept,
      closed: number,
      text: z.string(),
    }),
  ),
  may: z.object({ rows: z.boolean(), people: z.boolean(), sql: z.boolean(), export_rows: z.boolean() }),
});

const cells = z.record(z.string(), text);
/** A page of the facts behind a figure. */
const page = z.object({
  period: z.string(),
  as_of: text,
  datasets: list(z.object({ id: z.string(), name: localText })),
  dataset: z.string(),
  columns: list(z.object({ name: z.string(), label: localText, is_protected: z.boolean() })),
  measure_unit: text,
  counts,
  total: z.number(),
  rows: list(
    z.object({
      counts: z.boolean(),
      state: z.string(),
      reason: text,
      text: localText.nullable(),
      key: cells,
      date: text,
      opens: text,
      closes: text,
      measure: number,
      limit: number,
      inside: z.boolean().nullable(),
      weight: z.number(),
      attributes: cells,
      source: z
        .object({
          seq: z.number(),
          row: z.number(),
          import: z.string(),
          file: z.string(),
          imported_at: z.string(),
        })
        .nullable(),
    }),
  ),
  unseen: list(z.object({ dimension: z.string(), value: z.string(), hint: z.string() })),
});

const sampleAsked = rowsAsked.extend({ n: whole.optional(), seed: z.string().max(100).optional() });

export const indicatorRoutes = {
  'get /api/indicators/{id}/sheet': {
    about: {
      es: 'La ficha técnica de un indicador en un período: resultado, tendencia, requisitos y desgloses.',
      en: 'The technical sheet of an indicator in a period: result, trend, requirements and breakdowns.',
    },
    mode: 'read',
    may: 'see-indicators',
    params: id,
    query: asked,
    response: sheetView,
  },
  'get /api/indicators/{id}/breakdown': {
    about: {
      es: 'El resultado de un indicador según otra dimensión.',
      en: 'The result of an indicator by another dimension.',
    },
    mode: 'read',
    may: 'see-indicators',
    params: id,
    query: asked.extend({ by: z.string() }),
    response: breakdown,
  },
  'get /api/indicators/{id}/rows': {
    about: {
      es: 'Una página de las filas detrás de un resultado, con la identidad protegida.',
      en: 'A page of the rows behind a result, with protected identity.',
    },
    mode: 'read',
    may: 'see-rows',
    params: id,
    query: rowsAsked.extend({
      order: z.enum(['date', 'opens', 'measure']).optional(),
      descending: flag,
      find: z.string().max(100).optional(),
      from: whole.optional(),
      size: whole.optional(),
    }),
    response: page,
  },
  'get /api/indicators/{id}/rows/place': {
    about: {
      es: 'Dónde está una fila en su archivo y qué cambió de ella cada archivo.',
      en: 'Where a row stands in its file and what each file changed of it.',
    },
    mode: 'read',
    may: 'see-rows',
    params: id,
    query: rowsAsked.extend({ seq: whole, row: whole }),
    response: z.object({
      import: z.string(),
      file: z.string(),
      line: number,
      versions: list(
        z.object({
          import: z.string(),
          file: z.string(),
          imported_at: z.string(),
          in_force: z.boolean(),
          changed: list(z.object({ column: z.string(), label: localText, from: text, to: text })),
        }),
      ),
      corrections: list(
        z.object({
          at: z.string(),
          by_name: text,
          import: z.string(),
          file: z.string(),
          line: number,
          cells: list(z.object({ header: z.string(), from: text, to: text })),
        }),
      ),
    }),
  },
  'post /api/indicators/{id}/rows/reveal': {
    about: {
      es: 'Los nombres detrás de los códigos de una fila, con su motivo, que queda en el registro de auditoría.',
      en: 'The names behind the codes of a row, with its reason, which stays in the audit trail.',
    },
    mode: 'write',
    may: 'reveal-identity',
    params: id,
    body: rowsAsked.extend({
      seq: z.number().int(),
      row: z.number().int(),
      reason: z.string().max(400),
    }),
    response: z.object({ names: list(z.object({ column: z.string(), name: z.string() })) }),
  },
  'get /api/indicators/{id}/sample': {
    about: {
      es: 'Una muestra al azar de las filas detrás de un resultado: la misma semilla da las mismas filas.',
      en: 'A random sample of the rows behind a result: the same seed gives the same rows.',
    },
    mode: 'read',
    may: 'see-rows',
    params: id,
    query: sampleAsked,
    response: page.extend({ seed: z.string() }),
  },
  'get /api/indicators/{id}/sample/xlsx': {
    about: {
      es: 'La muestra al azar como hoja de cálculo, con su semilla.',
      en: 'The random sample as a spreadsheet, with its seed.',
    },
    mode: 'read',
    may: 'export-rows',
    params: id,
    query: sampleAsked,
    response: 'file',
  },
  'get /api/indicators/{id}/sql': {
    about: {
      es: 'La fórmula como se entendió y el SQL que calcula el resultado.',
      en: 'The formula as it was understood and the SQL that computes the result.',
    },
    mode: 'read',
    may: 'see-sql',
    params: id,
    query: asked,
    response: z.object({
      tree: list(z.object({ part: z.string(), text: z.string() })),
      checked: z.unknown(),
      statements: list(z.object({ dataset: z.string(), sql: z.string() })),
    }),
  },
  'get /api/indicators/{id}/xlsx': {
    about: {
      es: 'La ficha como hoja de cálculo: con filas y fórmulas vivas para quien puede exportar filas, con totales para los demás.',
      en: 'The sheet as a spreadsheet: with rows and live formulas for who may export rows, with totals for the rest.',
    },
    mode: 'read',
    may: 'export-aggregates',
    params: id,
    query: asked,
    response: 'file',
  },
} as const satisfies Routes;
