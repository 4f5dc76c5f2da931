import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type Dataset, Refusal } from '../kernel/index.ts';
import { nearest } from '../language/index.ts';

const order = z.enum(['dmy', 'mdy', 'ymd']);
const source = z.union([
  z.string(),
  // Not read, although a header of the file has a name that means it.
  z.null(),
  z.strictObject({ date: z.string(), time: z.string() }),
  z.strictObject({
    event: z.enum(['first', 'last']),
    activity: z.union([z.string(), z.array(z.string())]).optional(),
    /** Header whose cell is taken from that event; its time when absent. */
    take: z.string().optional(),
  }),
]);

const shape = z.strictObject({
  dataset: z.string(),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  header_line: z.number().int().min(1).optional(),
  /** Order of day and month: of the whole file, or by column. */
  dates: z.union([order, z.record(z.string(), order)]).optional(),
  decimals: z.enum(['point', 'comma']).optional(),
  /** Columns that look like card numbers and are not. */
  not_cards: z.array(z.string()).optional(),
  columns: z.record(z.string(), source).optional(),
  /** Values for columns the file does not have. */
  constants: z.record(z.string(), z.string()).optional(),
  codes: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** An event log: one row per event, attributes of the case repeated. */
  log: z.strictObject({ case: z.string(), time: z.string(), activity: z.string().optional() }).optional(),
});

/** How the columns and codes of a file are read into a data set: what a person corrects once and reuses. */
export type Mapping = z.infer<typeof shape>;
export type MappedSource = z.infer<typeof source>;

/** Loads a mapping file and checks it; refuses with file and line, and the nearest name of a misspelt one. */
export async function loadMapping(path: string, dataset: Dataset): Promise<Mapping> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new Refusal('mapping-not-found', { file: path });
  }
  return readMapping(text, path, dataset);
}

/** Reads the text of a mapping; see `loadMapping`. */
export function readMapping(text: string, file: string, dataset: Dataset): Mapping {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw new Refusal('mapping-not-yaml', { file, line: counter.linePos(broken.pos[0]).line });
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range ? counter.linePos(node.range[0]).line : 1;
  };
  const read = shape.safeParse(document.toJS());
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const field = issue.code === 'unrecognized_keys' ? String(issue.keys[0]) : issue.path.join('.');
    const hint = nearest(field, Object.keys(shape.shape)) ?? '';
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, field] : issue.path;
    throw new Refusal('mapping-wrong-field', { file, line: lineOf(path), field, hint });
  }
  const names = dataset.columns.map((column) => column.name);
  for (const section of ['columns', 'constants', 'codes'] as const) {
    for (const name of Object.keys(read.data[section] ?? {})) {
      if (!names.includes(name)) {
        throw new Refusal('mapping-unknown-column', {
          file,
          line: lineOf([section, name]),
          column: name,
          dataset: dataset.id,
          hint: nearest(name, names) ?? '',
        });
      }
    }
  }
  for (const [name, given] of Object.entries(read.data.columns ?? {})) {
    if (given === null || typeof given === 'string' || !('event' in given)) continue;
    const needs = !read.data.log ? 'log' : given.activity && !read.data.log.activity ? 'log.activity' : null;
    if (needs)
      throw new Refusal('mapping-log-missing', {
        file,
        line: lineOf(['columns', name]),
        column: name,
        needs,
      });
  }
  if (read.data.dataset !== dataset.id)
    throw new Refusal('mapping-other-dataset', { file, dataset: read.data.dataset, asked: dataset.id });
  return read.data;
}
