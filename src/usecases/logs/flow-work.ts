import type { EventTable } from '../../kernel/index.ts';
import { type DetectedLog, type EventFlaw, loadLog, refuseLogCards } from '../../facts/index.ts';
import { type EventLog, toEventLog } from '../../flow/index.ts';
import { analyseLog } from './analyse-log.ts';
import type { LogAgainst, LogAnalysis, LogReading } from './log-analysis.ts';

/** Where the events of a log come from. */
export type LogSource =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly reading: LogReading | null;
      /** Folder for what is unpacked while it is read. */
      readonly temp: string;
      /** Whether the file is new here: one with card numbers is refused. */
      readonly fresh: boolean;
    }
  | { readonly kind: 'table'; readonly table: EventTable };

/** What is asked of a log. The same `key` is the same events: they are not read again. */
export interface FlowAsk extends LogAgainst {
  readonly key: string;
  /** Null where the events are believed to be known by their key. */
  readonly source: LogSource | null;
}

interface KeptLog {
  readonly log: EventLog;
  readonly read: { readonly detected: DetectedLog | null; readonly flaws: readonly EventFlaw[] };
}

/** Events kept in memory at most, besides those asked for last: some 30 bytes each. */
const MOST_EVENTS = 12_000_000;

const kept = new Map<string, KeptLog>();

/** Keeps what was asked for last, and of the rest as much as there is room for. */
function keep(key: string, log: KeptLog): void {
  kept.delete(key);
  kept.set(key, log);
  let events = 0;
  for (const [other, { log: known }] of [...kept].toReversed()) {
    events += known.time_us.length;
    if (events > MOST_EVENTS && other !== key) kept.delete(other);
  }
}

async function load(source: LogSource): Promise<KeptLog> {
  if (source.kind === 'table') return { log: toEventLog(source.table), read: { detected: null, flaws: [] } };
  const { table, detected, flaws } = await loadLog(source.path, source.reading, source.temp);
  if (source.fresh) await refuseLogCards(source.path);
  return { log: toEventLog(table), read: { detected, flaws } };
}

/** Answers what is asked of a log, keeping its events for the next question; null where they are not known. */
export async function workFlow({ key, source, ...against }: FlowAsk): Promise<LogAnalysis | null> {
  const known = kept.get(key) ?? (source && (await load(source)));
  if (!known) return null;
  keep(key, known);
  return analyseLog(known.log, against, known.read);
}
