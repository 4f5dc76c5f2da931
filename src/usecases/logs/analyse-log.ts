import type { LocalText, Procedure } from '../../kernel/index.ts';
import {
  checkConformance,
  type Conformance,
  type DirectlyFollows,
  type EventLog,
  findDirectlyFollows,
  findHandovers,
  findVariants,
  findWaits,
  listRegistered,
  type MappedActivity,
  mapActivities,
  summariseTimes,
  type Times,
  toDuration,
} from '../../flow/index.ts';
import type { DetectedLog, EventFlaw } from '../../facts/index.ts';
import type { Lapses, LogActivity, LogAgainst, LogAnalysis, LogConformance } from './log-analysis.ts';

const SECOND_US = 1_000_000;
const HOUR_S = 3600;
const MS_US = 1000;
/** Ways and hand-overs shown; all are counted. */
const MOST_PATHS = 100;
const MOST_PAIRS = 100;
const NOT_A_STEP = { step: null, aside: false } as const;

function toLapses({ n, median_us, mean_us, p90_us }: Times): Lapses {
  return { n, median_s: median_us / SECOND_US, mean_s: mean_us / SECOND_US, p90_s: p90_us / SECOND_US };
}

function toLapsesIf(times: Times | null): Lapses | null {
  return times && toLapses(times);
}

/** What follows what, by the names of activities, most frequent first. */
export function toEdges(log: EventLog, { edges }: DirectlyFollows): LogAnalysis['edges'] {
  return edges.map(({ from, to, ...times }) => ({
    from: log.activities[from]!,
    to: log.activities[to]!,
    ...toLapses(times),
  }));
}

function toActivities(
  log: EventLog,
  { events, starts, ends }: DirectlyFollows,
  mapped: readonly MappedActivity[],
): LogActivity[] {
  const waits = findWaits(log);
  return log.activities.map((name, index) => {
    const { step, aside } = mapped[index] ?? NOT_A_STEP;
    return {
      name,
      events: events[index]!,
      starts: starts[index]!,
      ends: ends[index]!,
      step,
      aside,
      since: toLapsesIf(waits[index]!.since),
      waiting: toLapsesIf(waits[index]!.waiting),
      handling: toLapsesIf(waits[index]!.handling),
    };
  });
}

/** Hours by which the median of some cases is above that of the others. */
function toMoreHours(those: Times | null, others: Times | null): number | null {
  return those && others ? (those.median_us - others.median_us) / SECOND_US / HOUR_S : null;
}

function toConformance(log: EventLog, procedure: Procedure, conformance: Conformance): LogConformance {
  const { deviations, unregistered, ...rest } = conformance;
  const names = new Map(procedure.nodes.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): LocalText => names.get(id) ?? { es: id, en: id };
  return {
    ...rest,
    unregistered: unregistered.map((id) => ({ id, name: nameOf(id) })),
    deviations: deviations.map(({ example, with: those, without: others, cases, ...deviation }) => ({
      ...deviation,
      // An activity that is no step has the name the log gives it, even that of a step's id.
      name: deviation.kind === 'unknown' ? { es: deviation.of, en: deviation.of } : nameOf(deviation.of),
      cases,
      share: cases / conformance.cases,
      with: toLapsesIf(those),
      without: toLapsesIf(others),
      more_h: toMoreHours(those, others),
      example: log.cases[example] ?? '',
    })),
  };
}

function toInstant(time_us: number): string {
  return new Date(Math.floor(time_us / MS_US)).toISOString();
}

/** First and last moment of a log, in microseconds. */
function findExtent({ time_us }: EventLog): readonly [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const time of time_us) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return [first, last];
}

/** Everything that is told of a log, held against a procedure where one is given. */
export function analyseLog(
  log: EventLog,
  { procedure, steps, worked = false }: LogAgainst,
  read: { readonly detected: DetectedLog | null; readonly flaws: readonly EventFlaw[] },
): LogAnalysis {
  const graph = findDirectlyFollows(log);
  const variants = findVariants(log);
  const handovers = findHandovers(log);
  const mapped = procedure ? mapActivities(log.activities, procedure, steps) : [];
  const [first, last] = findExtent(log);
  const durations = Float64Array.from(log.cases, (_, of) => toDuration(log, of));
  return {
    cases: log.cases.length,
    events: log.time_us.length,
    variants: variants.length,
    resources: log.resources.length,
    from: toInstant(first),
    to: toInstant(last),
    lasts: toLapsesIf(summariseTimes(durations)),
    activities: toActivities(log, graph, mapped),
    edges: toEdges(log, graph),
    paths: variants.slice(0, MOST_PATHS).map(({ path, cases, ...times }) => ({
      path: path.map((activity) => log.activities[activity]!),
      share: cases.length / log.cases.length,
      ...toLapses(times),
    })),
    handovers: handovers.slice(0, MOST_PAIRS).map(({ from, to, ...times }) => ({
      from: log.resources[from]!,
      to: log.resources[to]!,
      ...toLapses(times),
    })),
    handover_pairs: handovers.length,
    conformance: procedure
      ? toConformance(
          log,
          procedure,
          checkConformance(log, procedure, mapped, worked ? listRegistered(procedure) : undefined),
        )
      : null,
    ...read,
  };
}
