import { z } from 'zod';
import { localText } from './common.ts';

export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
/** Values of a problem, from which the sentences room writes it. */
export const said = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(z.union([z.string(), z.number()])).readonly(),
  ]),
);
/** Something wrong in a file, with its place in it. */
export const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  where: z.object({
    file: z.string().optional(),
    line: z.number().optional(),
    column: z.number().optional(),
    path: z.string().optional(),
  }),
  params: said,
  hint: z.string().optional(),
  /** What is wrong, in words, without its place. */
  sentence: z.string(),
});
export const id = z.object({ id: z.string() });
export const draftId = z.object({ id: z.string().regex(/^[0-9a-f]{20}$/) });

/** Which header gives a column: its name, a date and a time apart, an event of a log, or none. */
export const source = z.union([
  z.string(),
  z.null(),
  z.object({ date: z.string(), time: z.string() }),
  z.object({
    event: z.enum(['first', 'last']),
    activity: z.union([z.string(), z.array(z.string())]).optional(),
    take: z.string().optional(),
  }),
]);
export const order = z.enum(['dmy', 'mdy', 'ymd']);

/** How the columns and codes of a file are read: the same that the text of a mapping says. */
export const mapping = z.object({
  dataset: z.string(),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  header_line: z.number().int().min(1).optional(),
  dates: z.union([order, z.record(z.string(), order)]).optional(),
  decimals: z.enum(['point', 'comma']).optional(),
  not_cards: z.array(z.string()).optional(),
  columns: z.record(z.string(), source).optional(),
  constants: z.record(z.string(), z.string()).optional(),
  codes: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  log: z.object({ case: z.string(), time: z.string(), activity: z.string().optional() }).optional(),
});

export const layout = z.object({
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  header_line: z.number().int().min(1).optional(),
});

export const draft = z.object({ id: z.string(), name: z.string(), bytes: z.number() });
export const counts = z.object({
  read: z.number(),
  accepted: z.number(),
  updated: z.number(),
  quarantined: z.number(),
  duplicate: z.number(),
  blank: z.number(),
});
export const choice = z.object({ id: z.string(), label: localText });
export const month = z.object({ month: z.string(), rows: z.number() });
export const indicator = z.object({ id: z.string(), name: localText });
export const question = z.object({ code: z.string(), params: said });
export const columnType = z.enum([
  'text',
  'reference',
  'code',
  'instant',
  'date',
  'duration',
  'integer',
  'decimal',
  'boolean',
]);

export const inspection = z.object({
  draft,
  blocked: question.extend({ sentence: z.string() }).nullable(),
  layout: z.object({
    detected: z
      .object({
        format: z.enum(['csv', 'xlsx']),
        encoding: z.string(),
        delimiter: z.string().nullable(),
        sheet: z.string().nullable(),
        other_sheets: list(z.string()),
        header_line: z.number(),
        title_rows: z.number(),
        total_rows: z.number(),
        bom: z.boolean(),
      })
      .nullable(),
    told: z.record(z.string(), z.union([z.string(), z.number()])),
    encodings: list(z.object({ encoding: z.string(), words: list(z.string()) })),
    top_lines: list(z.string()),
    records: z.number(),
    blank: z.number(),
  }),
  datasets: list(
    z.object({
      id: z.string(),
      name: localText,
      recognised: z.number(),
      columns: z.number(),
      missing: list(localText),
      saved: z.boolean(),
    }),
  ),
  dataset: z.string().nullable(),
  columns: list(
    z.object({
      name: z.string(),
      label: localText,
      type: columnType,
      required: z.boolean(),
      key: z.boolean(),
      measured_in: z.string().nullable(),
      source,
      constant: z.string().nullable(),
      by: z.enum(['name', 'similar', 'content', 'saved', 'told']).nullable(),
      offer: z.string().nullable(),
      undecided: z.boolean(),
      form: z.string().nullable(),
      settled_by: z.string().nullable(),
      open: question.nullable(),
      /** What its codes are of: `process`, a code list; null where it has none. */
      codes: z.string().nullable(),
      choices: list(choice),
    }),
  ),
  headers: list(z.object({ name: z.string(), examples: list(z.string()), used_by: z.string().nullable() })),
  ignored: list(z.string()),
  unknown: list(
    z.object({
      column: z.string(),
      texts: list(z.object({ text: z.string(), proposal: z.string().nullable() })),
    }),
  ),
  /** How the texts of each code column were understood: `n` rows have it, `id` null where it means nothing. */
  understood: list(
    z.object({
      column: z.string(),
      texts: list(z.object({ text: z.string(), n: z.number(), id: z.string().nullable() })),
    }),
  ),
  rows: list(
    z.object({
      line: z.number().nullable(),
      cells: list(z.string()),
      understood: z.record(z.string(), z.string()),
      problems: list(
        z.object({
          code: z.string(),
          column: z.string(),
          index: z.number().nullable(),
          hint: z.string(),
          problem,
        }),
      ),
    }),
  ),
  warnings: list(problem),
  cards: z.object({ headers: list(z.string()), outside: z.number() }),
  mapping: mapping.nullable(),
  yaml: z.string(),
  saved: z.string().nullable(),
  missing: list(z.string()),
  ready: z.boolean(),
});

/** What a file would do, or did. */
export const outcome = z.object({
  import: z.string().nullable(),
  already: z.boolean(),
  dataset: z.string(),
  dataset_name: localText,
  counts,
  /** Rows that are not blank, and those of them that are facts. */
  records: z.number(),
  entered: z.number(),
  events: z.number().nullable(),
  groups: list(z.object({ problem, header: z.string().nullable(), n: z.number(), lines: list(z.number()) })),
  rejected: list(
    z.object({
      line: z.number().nullable(),
      cells: list(z.string()),
      index: z.number().nullable(),
      problem,
    }),
  ),
  header: list(z.string()),
  new_counts: z.record(z.string(), z.number()),
  new_values: list(z.object({ dimension: z.string(), value: z.string(), rows: z.number() })),
  near: list(
    z.object({
      dimension: z.string(),
      value: z.string(),
      rows: z.number(),
      near: list(z.object({ name: z.string(), by: z.enum(['same-letters', 'same-words', 'near']) })),
    }),
  ),
  warnings: list(problem),
  months: list(month),
  indicators: list(indicator),
  masked: z.number(),
  over_limit: z.boolean(),
  reject_percent: z.number(),
});

export const decided = z.object({
  mapping,
  /** Keeps a copy with card numbers crossed out instead of refusing the file. */
  mask: z.boolean().optional(),
  control: z
    .object({
      rows: z.number().int().min(0).nullable(),
      sums: z.array(z.object({ column: z.string(), total: z.string().regex(/^[+-]?\d+(\.\d+)?$/) })),
    })
    .optional(),
});

export const importLine = z.object({
  id: z.string(),
  dataset: z.string(),
  dataset_name: localText,
  file_name: z.string(),
  bytes: z.number(),
  at: z.string(),
  by: z.string().nullable(),
  counts,
  /** Rows of it that are new or changed facts. */
  entered: z.number(),
  open: z.number(),
  undone_at: z.string().nullable(),
  undo_reason: z.string().nullable(),
});
export const undoProposal = z.object({
  id: z.number(),
  reason: z.string(),
  proposed_by: z.string().nullable(),
  proposed_by_name: z.string().nullable(),
  proposed_at: z.string(),
});
export const undone = z.object({ import: z.string(), undone: z.boolean(), proposal: z.number().nullable() });

export const correctionOutcome = z.object({
  import: z.string().nullable(),
  brought: z.number(),
  corrected: z.number(),
  still: list(problem),
});

export const nearness = z.enum(['same-letters', 'same-words', 'near']);
export const dimension = z.enum(['unit', 'person', 'client', 'channel', 'reason']);
export const due = z.object({ kind: z.enum(['day', 'working-day']), n: z.number().int().min(1).max(31) });
