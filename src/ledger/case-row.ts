import type { SQLInputValue } from 'node:sqlite';
import type { CaseEventRecord, CasePause, CaseRecord, DueRule } from './case-record.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Where a case stands among those due: its deadline as text, and after every date those that were
 * answered, those nobody knows a deadline for, and those that wait.
 */
export const DUE_ORDER = { answered: '9997', unknown: '9998', waiting: '9999' } as const;

function toDueOrder({
  due_at,
  due_rule,
  stopped_at,
}: Pick<CaseRecord, 'due_at' | 'due_rule' | 'stopped_at'>): string {
  if (stopped_at !== null) return DUE_ORDER.answered;
  if (due_at !== null) return due_at;
  return due_rule.limit === null ? DUE_ORDER.unknown : DUE_ORDER.waiting;
}

/** A case as its row. */
export function toCaseRow(record: CaseRecord): Record<string, SQLInputValue> {
  const { due_rule, pauses, fields, papers, final, ...plain } = record;
  return {
    ...plain,
    due_rule: JSON.stringify(due_rule),
    due_order: toDueOrder(record),
    pauses: JSON.stringify(pauses),
    final: final ? 1 : 0,
    fields: JSON.stringify(fields),
    papers: JSON.stringify(papers),
  };
}

/** A row as the case it is. */
export function fromCaseRow(row: Row): CaseRecord {
  const { due_order: _, follow_digest: __, ...plain } = row;
  return {
    ...(plain as unknown as CaseRecord),
    due_rule: JSON.parse(row['due_rule'] as string) as DueRule,
    pauses: JSON.parse(row['pauses'] as string) as CasePause[],
    final: row['final'] === 1,
    fields: JSON.parse(row['fields'] as string) as CaseRecord['fields'],
    papers: JSON.parse(row['papers'] as string) as string[],
  };
}

/** A row as the event it is. */
export function fromEventRow(row: Row): CaseEventRecord {
  return {
    ...(row as unknown as CaseEventRecord),
    data: JSON.parse(row['data'] as string) as CaseEventRecord['data'],
  };
}

/** Words of one case that are kept to search by. */
const MOST_WORDS = 400;

/**
 * The words of a text as they are searched: without accents or capitals, each once.
 *
 * @example toSearchWords('Débito  no entró') // ['debito', 'no', 'entro']
 */
export function toSearchWords(text: string): readonly string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1))];
}

/** What a case is found by: its number whole and in parts, the core's, the client's, and the words of its texts. */
export function toCaseWords(record: CaseRecord): readonly string[] {
  const { number, core_number, client, fields } = record;
  const counted = number.slice(number.lastIndexOf('-') + 1);
  const whole = [number, counted, String(Number(counted)), core_number ?? '', client ?? ''];
  const texts = Object.values(fields).filter((value) => typeof value === 'string');
  const words = [core_number ?? '', client ?? '', ...texts].flatMap(toSearchWords);
  const all = [...whole.map((word) => word.toLowerCase()), ...words].filter((word) => word !== '');
  return [...new Set(all)].slice(0, MOST_WORDS);
}
