import type { Procedure } from '../kernel/index.ts';
import { type Alignment, align } from './align.ts';
import type { EventLog } from './event-log.ts';
import { toDuration } from './find-variants.ts';
import { isStart } from './lifecycle.ts';
import { keepMapped, type MappedLog } from './keep-mapped.ts';
import { type MappedActivity } from './map-activities.ts';
import { type ProcedureGraph, toProcedureGraph } from './procedure-graph.ts';
import { summariseTimes, type Times } from './summarise-times.ts';

/**
 * In what a case departs from its procedure. `once-less` is a step that it does, and not each time it
 * should; `not-reached` is a case that stops before the end: perhaps it is not over.
 */
export const DEVIATIONS = [
  'skipped',
  'once-less',
  'repeated',
  'out-of-order',
  'unknown',
  'not-reached',
] as const;
export type DeviationKind = (typeof DEVIATIONS)[number];

/** How many cases depart in one way, and how long those took beside the others. */
export interface Deviation {
  readonly kind: DeviationKind;
  /** Id of the step; of `unknown`, the activity as the log names it. */
  readonly of: string;
  readonly cases: number;
  /** From first to last event, of the cases with it and of those without; null of none. */
  readonly with: Times | null;
  readonly without: Times | null;
  /** Position in the log of its first case, to look at one. */
  readonly example: number;
}

/** A log held against a procedure. */
export interface Conformance {
  readonly cases: number;
  /** Cases that follow an allowed path to its end. */
  readonly conform: number;
  /** Cases that depart in nothing, but stop before the end. */
  readonly unfinished: number;
  /** Most frequent first, those that only stopped before the end last. */
  readonly deviations: readonly Deviation[];
  /** Steps that no activity of the log is. */
  readonly unregistered: readonly string[];
  /** Of each step: cases that do it, their share, and the time since the event before. */
  readonly nodes: readonly StepTimes[];
  /** Arrows of the procedure and the times that cases went along them, from a step done to the next one done. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly n: number }[];
}

export interface StepTimes {
  readonly node: string;
  readonly n: number;
  readonly share: number;
  /** Times measured: a step that opens a case has nothing before it. */
  readonly measured: number;
  readonly median_s: number | null;
  /** Of that, until it began, where the log registers its beginning: n and median; null where it does not. */
  readonly waiting: { readonly n: number; readonly median_s: number } | null;
}

const SECOND_US = 1_000_000;

/** The deviations of an alignment, each once: a step missing here and done there was done out of order. */
function listDeviations(
  { moves }: Alignment,
  graph: ProcedureGraph,
): readonly (readonly [DeviationKind, string])[] {
  const missing = new Map<number, boolean>();
  const done = new Set<number>();
  for (const move of moves) {
    if (move.kind === 'missing') missing.set(move.step, (missing.get(move.step) ?? true) && move.after);
    if (move.kind === 'together') done.add(move.step);
  }
  const found = new Map<string, readonly [DeviationKind, string]>();
  const note = (kind: DeviationKind, step: number): void => {
    const id = graph.steps[step]!;
    found.set(`${kind} ${id}`, [kind, id]);
  };
  for (const move of moves) {
    if (move.kind !== 'extra') continue;
    const moved = missing.delete(move.step);
    note(moved || !done.has(move.step) ? 'out-of-order' : 'repeated', move.step);
  }
  for (const [step, after] of missing)
    note(after ? 'not-reached' : done.has(step) ? 'once-less' : 'skipped', step);
  return [...found.values()];
}

/** The alignment of each case; cases of the same path share it. */
function alignCases({ offsets, step_of, resumed }: MappedLog, graph: ProcedureGraph): readonly Alignment[] {
  const known = new Map<string, Alignment>();
  const alignments: Alignment[] = [];
  for (let of = 0; of + 1 < offsets.length; of++) {
    const path = step_of.subarray(offsets[of], offsets[of + 1]);
    const again = [...path.keys()].filter((at) => resumed.has(offsets[of]! + at));
    const key = `${path.join(' ')}|${again.join(' ')}`;
    let alignment = known.get(key);
    if (!alignment) known.set(key, (alignment = align([...path], graph, new Set(again))));
    alignments.push(alignment);
  }
  return alignments;
}

/** Which cases show each deviation, in the order of the log. */
function groupDeviations(
  alignments: readonly Alignment[],
  mapped: MappedLog,
  graph: ProcedureGraph,
): Map<string, { kind: DeviationKind; of: string; cases: number[] }> {
  const groups = new Map<string, { kind: DeviationKind; of: string; cases: number[] }>();
  const listed = new Map<Alignment, ReturnType<typeof listDeviations>>();
  const note = (kind: DeviationKind, name: string, index: number): void => {
    const key = `${kind} ${name}`;
    const group = groups.get(key);
    if (group) group.cases.push(index);
    else groups.set(key, { kind, of: name, cases: [index] });
  };
  for (const [index, alignment] of alignments.entries()) {
    let deviations = listed.get(alignment);
    if (!deviations) listed.set(alignment, (deviations = listDeviations(alignment, graph)));
    for (const [kind, name] of deviations) note(kind, name, index);
    for (const name of mapped.unknown[index] ?? []) note('unknown', name, index);
  }
  return groups;
}

function compareTimes(
  durations: Float64Array,
  cases: readonly number[],
): Pick<Deviation, 'with' | 'without'> {
  const has = new Uint8Array(durations.length);
  for (const of of cases) has[of] = 1;
  return {
    with: summariseTimes(durations.filter((_, of) => has[of] === 1)),
    without: summariseTimes(durations.filter((_, of) => has[of] === 0)),
  };
}

/** Which activities begin each step: those that say so, and the step's own events that are a start. */
function toBeginnings(log: EventLog, activities: readonly MappedActivity[], graph: ProcedureGraph) {
  const starts = log.lifecycles.map(isStart);
  const numbers = new Map(graph.steps.map((id, index) => [id, index]));
  const numberOf = (id: string | null | undefined) => numbers.get(id ?? '') ?? -1;
  const own = activities.map(({ step }) => numberOf(step));
  const begun = activities.map(({ begins }) => numberOf(begins));
  return (event: number, step: number): boolean => {
    const activity = log.activity_of[event]!;
    if (begun[activity] === step) return true;
    const state = log.lifecycle_of[event]!;
    return own[activity] === step && state >= 0 && starts[state] === true;
  };
}

function toWaiting(times: readonly number[]): StepTimes['waiting'] {
  const summary = summariseTimes(Float64Array.from(times));
  return summary && { n: summary.n, median_s: summary.median_us / SECOND_US };
}

function measureSteps(
  log: EventLog,
  mapped: MappedLog,
  graph: ProcedureGraph,
  begins: (event: number, step: number) => boolean,
): StepTimes[] {
  const { offsets, step_of, event_of } = mapped;
  const times = graph.steps.map((): number[] => []);
  const waits = graph.steps.map((): number[] => []);
  const seen = graph.steps.map(() => new Set<number>());
  for (let of = 0; of + 1 < offsets.length; of++) {
    for (let at = offsets[of]!; at < offsets[of + 1]!; at++) {
      const step = step_of[at]!;
      seen[step]!.add(of);
      if (at === offsets[of]!) continue;
      const [before, event] = [event_of[at - 1]!, event_of[at]!];
      times[step]!.push(log.time_us[event]! - log.time_us[before]!);
      for (let between = before + 1; between < event; between++) {
        if (!begins(between, step)) continue;
        waits[step]!.push(log.time_us[between]! - log.time_us[before]!);
        break;
      }
    }
  }
  const cases = offsets.length - 1;
  return graph.steps.map((node, step) => {
    const summary = summariseTimes(Float64Array.from(times[step]!));
    const n = seen[step]!.size;
    return {
      node,
      n,
      share: cases === 0 ? 0 : n / cases,
      measured: summary?.n ?? 0,
      median_s: summary === null ? null : summary.median_us / SECOND_US,
      waiting: toWaiting(waits[step]!),
    };
  });
}

function countEdges(alignments: readonly Alignment[], graph: ProcedureGraph): Conformance['edges'] {
  const counts = new Map<string, { from: string; to: string; n: number }>();
  for (const { arrows } of alignments) {
    for (const [tail, head] of arrows) {
      const [from, to] = [graph.ids[tail]!, graph.ids[head]!];
      const edge = counts.get(`${from} ${to}`) ?? { from, to, n: 0 };
      edge.n += 1;
      counts.set(`${from} ${to}`, edge);
    }
  }
  return [...counts.values()];
}

/**
 * Holds a log against a documented procedure: the allowed path nearest to each case, in what the
 * case departs from it, in how many cases, and how long those took beside the others.
 *
 * @param known steps that the log registers whether or not a case did them; else those that some activity is
 */
export function checkConformance(
  log: EventLog,
  procedure: Procedure,
  activities: readonly MappedActivity[],
  known: ReadonlySet<string> = new Set(),
): Conformance {
  const registered = new Set([...known, ...activities.flatMap(({ step }) => step ?? [])]);
  const graph = toProcedureGraph(procedure, registered);
  const mapped = keepMapped(log, activities, graph);
  const alignments = alignCases(mapped, graph);
  const durations = Float64Array.from(log.cases, (_, of) => toDuration(log, of));
  const groups = [...groupDeviations(alignments, mapped, graph).values()];
  const departing = new Set(groups.flatMap(({ kind, cases }) => (kind === 'not-reached' ? [] : cases)));
  const stopped = new Set(groups.flatMap(({ kind, cases }) => (kind === 'not-reached' ? cases : [])));
  const unfinished = [...stopped].filter((of) => !departing.has(of)).length;
  const deviations = groups.map(({ kind, of, cases }) => ({
    kind,
    of,
    cases: cases.length,
    example: cases[0]!,
    ...compareTimes(durations, cases),
  }));
  const late = (kind: DeviationKind) => (kind === 'not-reached' ? 1 : 0);
  const steps = procedure.nodes.filter(({ kind }) => kind === 'step').map(({ id }) => id);
  return {
    cases: log.cases.length,
    conform: log.cases.length - departing.size - unfinished,
    unfinished,
    deviations: deviations.sort(
      (a, b) =>
        late(a.kind) - late(b.kind) ||
        b.cases - a.cases ||
        DEVIATIONS.indexOf(a.kind) - DEVIATIONS.indexOf(b.kind) ||
        steps.indexOf(a.of) - steps.indexOf(b.of) ||
        (a.of < b.of ? -1 : 1),
    ),
    unregistered: steps.filter((id) => !registered.has(id)),
    nodes: measureSteps(log, mapped, graph, toBeginnings(log, activities, graph)),
    edges: countEdges(alignments, graph),
  };
}
