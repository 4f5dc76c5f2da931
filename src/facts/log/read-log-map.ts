import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { Refusal } from '../../kernel/index.ts';
import { nearest } from '../../language/index.ts';

const header = z.string().min(1);

const columns = z.strictObject({
  case: header.optional(),
  activity: header.optional(),
  /** One header, or those of the date and of the time. */
  time: z.union([header, z.tuple([header, header])]).optional(),
  resource: header.nullable().optional(),
  lifecycle: header.nullable().optional(),
});

const shape = z.strictObject({
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  header_line: z.number().int().min(1).optional(),
  /** Order of day and month where the file leaves it open. */
  dates: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  columns: columns.optional(),
  /** Procedure it is held against. */
  procedure: z.string().optional(),
  /** Which step each activity is; null for one that is no step and is left aside. */
  steps: z.record(z.string(), z.string().nullable()).optional(),
});

/** How an event log is read: which column is what, and which activity is which step of a procedure. */
export type LogMap = z.infer<typeof shape>;

/** Loads the map of a log; refuses with file and line, and the nearest name of a misspelt one. */
export async function loadLogMap(path: string): Promise<LogMap> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal('mapping-not-found', { file: path });
  });
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = document.errors[0];
  if (broken)
    throw new Refusal('mapping-not-yaml', { file: path, line: counter.linePos(broken.pos[0]).line });
  const read = shape.safeParse(document.toJS() ?? {});
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const unknown = issue.code === 'unrecognized_keys';
  const field = unknown ? String(issue.keys[0]) : issue.path.join('.');
  const place = unknown ? [...issue.path, field] : issue.path;
  const node = document.getIn(place, true) as { range?: [number, number, number] } | undefined;
  const words = [...Object.keys(shape.shape), ...Object.keys(columns.shape)];
  throw new Refusal('mapping-wrong-field', {
    file: path,
    line: node?.range ? counter.linePos(node.range[0]).line : 1,
    field,
    hint: nearest(field, words) ?? '',
  });
}
