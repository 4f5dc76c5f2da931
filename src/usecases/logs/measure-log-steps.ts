import { type LocalText, type Procedure, Refusal, type Scope } from '../../kernel/index.ts';
import type { EventLogRecord } from '../../ledger/index.ts';
import type { Institution } from '../institution.ts';
import { reachesProcess } from './reach-log.ts';
import { viewLog } from './view-log.ts';

/** How long the steps of a procedure take in a log that was brought. */
export interface LogStepTimes {
  /** Id of the log. */
  readonly log: string;
  readonly name: LocalText;
  readonly cases: number;
  /** ISO instants of its first and last event. */
  readonly from: string;
  readonly to: string;
  /** Minutes from the step before that half of the cases did not exceed, and of how many times. */
  readonly times: readonly { readonly node: string; readonly median_min: number; readonly n: number }[];
}

const MINUTE_S = 60;

async function measure(
  institution: Institution,
  { id }: EventLogRecord,
  scope: Scope,
): Promise<LogStepTimes | null> {
  const { log, name } = await viewLog(institution, { id: String(id), scope });
  if (!log?.conformance) return null;
  const times = log.conformance.nodes.flatMap(({ node, median_s, measured }) =>
    median_s === null ? [] : [{ node, median_min: median_s / MINUTE_S, n: measured }],
  );
  const { cases, from, to } = log;
  return times.length === 0 ? null : { log: String(id), name, cases, from, to, times };
}

/** The times of a procedure's steps in the last log in reach that was brought to it; null where there is none. */
export async function measureLogSteps(
  institution: Institution,
  procedure: Procedure,
  scope: Scope | null,
): Promise<LogStepTimes | null> {
  if (scope === null) return null;
  const record = institution.ledger.event_logs
    .list()
    .find(
      ({ steps, process }) =>
        steps.procedure === procedure.id && reachesProcess(institution.content, scope, process),
    );
  if (!record) return null;
  try {
    return await measure(institution, record, scope);
  } catch (error) {
    // A log that can no longer be read is told on its own page; the procedure is shown without times.
    if (error instanceof Refusal) return null;
    throw error;
  }
}
