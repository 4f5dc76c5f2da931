import type { Procedure } from '../src/kernel/index.ts';
import { toPrng } from './prng.ts';

/** What was put into an event log on purpose, to be found again: how many cases depart in each way. */
export interface Planted {
  /** Steps by id. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly repeated: Readonly<Record<string, number>>;
  /** Done one place too late: after the step that follows it. */
  readonly swapped: Readonly<Record<string, number>>;
  /** Activities that are no step. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** An event log as a file, and what is in it. */
export interface EventLogFile {
  readonly csv: string;
  readonly cases: number;
  readonly planted: Planted;
  /** Ids of the steps every sound case does, in order. */
  readonly path: readonly string[];
}

const FIRST_DAY = Date.parse('2011-06-01T13:00:00Z');
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Offset of Ecuador. */
const ZONE = '-05:00';
const ZONE_MS = 5 * 60 * MINUTE_MS;

type Node = Procedure['nodes'][number];
type Step = Extract<Node, { readonly kind: 'step' }>;

/** The path of somebody for whom all goes well: the first answer of each decision. */
function walk({ nodes }: Pick<Procedure, 'nodes'>): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const after = (node: Node): string | null => {
    if (node.kind === 'end') return null;
    const next = node.kind === 'decision' ? node.branches[0]?.next : node.next;
    return next ?? nodes[nodes.indexOf(node) + 1]?.id ?? null;
  };
  let node = nodes.find(({ kind }) => kind === 'start') ?? nodes[0];
  while (node && !seen.has(node.id)) {
    seen.add(node.id);
    if (node.kind === 'step') steps.push(node);
    const next = after(node);
    node = nodes.find(({ id }) => id === next);
  }
  return steps;
}

function toLocal(moment: number): string {
  return `${new Date(moment - ZONE_MS).toISOString().slice(0, 19)}${ZONE}`;
}

/** Takes the next cases that nothing was planted in: each case departs in one way at most. */
function toTaker(cases: number) {
  let next = 0;
  return (counts: Readonly<Record<string, number>>): Map<number, string> => {
    const taken = new Map<number, string>();
    for (const [what, n] of Object.entries(counts))
      for (let turn = 0; turn < n && next < cases; turn++) taken.set(next++, what);
    return taken;
  };
}

/**
 * An event log of a procedure with deviations planted in known numbers of cases, as a core would
 * export it: one row per event, cases interleaved, the client's own steps absent. Cases that skip a
 * step are quicker by it; those that repeat one, slower.
 *
 * @param slowest_min most minutes from one event to the next
 */
export function toEventLogFile(
  procedure: Pick<Procedure, 'id' | 'nodes' | 'actors'>,
  {
    cases,
    planted,
    slowest_min = 300,
  }: { readonly cases: number; readonly planted: Planted; readonly slowest_min?: number },
): EventLogFile {
  const client = new Set(procedure.actors.filter(({ area }) => area === null).map(({ id }) => id));
  const path = walk(procedure).filter(({ actor }) => !client.has(actor));
  const take = toTaker(cases);
  const skipped = take(planted.skipped);
  const repeated = take(planted.repeated);
  const swapped = take(planted.swapped);
  const unknown = take(planted.unknown);
  const random = toPrng(`event-log-${procedure.id}`);
  const rows: { at: number; order: number; text: string }[] = [];
  for (let index = 0; index < cases; index++) {
    const steps = path.filter(({ id }) => id !== skipped.get(index));
    const late = steps.findIndex(({ id }) => id === swapped.get(index));
    if (late >= 0) steps.splice(late, 2, steps[late + 1]!, steps[late]!);
    const names = steps.flatMap(({ id, name, actor }) => {
      const row = [name.es, actor] as const;
      return repeated.get(index) === id ? [row, row] : [row];
    });
    const foreign = unknown.get(index);
    if (foreign !== undefined) names.splice(2, 0, [foreign, names[0]?.[1] ?? '']);
    let at = FIRST_DAY + (index % 28) * DAY_MS + random.below(240) * MINUTE_MS;
    for (const [name, actor] of names) {
      const person = `${actor} ${1 + random.below(4)}`;
      rows.push({ at, order: rows.length, text: `${1000 + index};${name};${toLocal(at)};${person}` });
      at += (1 + random.below(slowest_min)) * MINUTE_MS;
    }
  }
  rows.sort((a, b) => a.at - b.at || a.order - b.order);
  const csv = ['Caso;Actividad;Fecha y hora;Usuario', ...rows.map(({ text }) => text), ''].join('\n');
  return { csv, cases, planted, path: path.map(({ id }) => id) };
}
