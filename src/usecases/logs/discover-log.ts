import { tmpdir } from 'node:os';
import { Refusal } from '../../kernel/index.ts';
import { loadLog, loadLogMap } from '../../facts/index.ts';
import { type EventLog, findDirectlyFollows, findVariants, toEventLog } from '../../flow/index.ts';
import { type Content, loadContent, OWN_PACKS } from '../institution.ts';
import { analyseLog, toEdges } from './analyse-log.ts';
import { getProcedure } from './get-procedure.ts';
import type { LogAnalysis } from './log-analysis.ts';

/** What the command line asks of a file. */
export interface DiscoverInput {
  readonly file: string;
  /** Path of a map, or null to have the columns guessed by their headers. */
  readonly map: string | null;
  /** Procedure it is held against, or null for the one the map says, if any. */
  readonly procedure: string | null;
  /** Folders of the institution's own packs. */
  readonly packs: readonly string[];
  /** Without a procedure, the graph alone. */
  readonly graph_only: boolean;
}

/** The graph of a log, with all that is told of it unless only the graph was asked for. */
export interface Discovered
  extends Pick<LogAnalysis, 'cases' | 'events' | 'variants' | 'edges' | 'conformance'> {
  readonly analysis: LogAnalysis | null;
}

async function loadProcedures(packs: readonly string[]): Promise<Pick<Content, 'catalogue'>> {
  return loadContent([OWN_PACKS, ...packs]);
}

/** Reads a log from a file and tells what is in it; nothing is kept. */
export async function discoverLog({
  file,
  map,
  procedure,
  packs,
  graph_only,
}: DiscoverInput): Promise<Discovered> {
  const told = map === null ? null : await loadLogMap(map);
  const id = procedure ?? told?.procedure ?? null;
  if (id === null && told?.steps !== undefined)
    throw new Refusal('log-steps-without-procedure', { file: map });
  const against = {
    procedure: id === null ? null : getProcedure(await loadProcedures(packs), id),
    steps: told?.steps ?? {},
  };
  const { table, detected, flaws } = await loadLog(file, told, tmpdir());
  const log = toEventLog(table);
  if (graph_only && against.procedure === null) return { ...toGraph(log), analysis: null };
  const analysis = analyseLog(log, against, { detected, flaws });
  const { cases, events, variants, edges, conformance } = analysis;
  return { cases, events, variants, edges, conformance, analysis };
}

/** What a program asks of a log: nothing that only people look at is worked out. */
function toGraph(log: EventLog): Omit<Discovered, 'analysis'> {
  return {
    cases: log.cases.length,
    events: log.time_us.length,
    variants: findVariants(log).length,
    edges: toEdges(log, findDirectlyFollows(log)),
    conformance: null,
  };
}
