import type { ProcedureGraph } from './procedure-graph.ts';

/** How an event and the procedure went together, or which of them went alone. */
export type Move =
  /** The event is the step that the procedure expects. */
  | { readonly kind: 'together'; readonly step: number; readonly node: number; readonly event: number }
  /** The procedure has the step here and the case does not; `after` where no event comes later. */
  | { readonly kind: 'missing'; readonly step: number; readonly node: number; readonly after: boolean }
  /** The case has the step here and the procedure does not. */
  | { readonly kind: 'extra'; readonly step: number; readonly event: number };

/** The allowed path nearest to a case. */
export interface Alignment {
  readonly moves: readonly Move[];
  /** Arrows of the procedure between two steps done one after the other, through what leaves no event. */
  readonly arrows: readonly (readonly [from: number, to: number])[];
}

/** A step skipped. */
const MISSING = 1_000_000_000;
/** More, where the case does that step elsewhere: to say that it is skipped is the worse of two explanations. */
const DONE_ELSEWHERE = 2000;
/** A step done where it should not be: between two explanations as good, the one in which more goes together. */
const EXTRA = MISSING + 1000;
/** A step that the case has not come to: so little that nothing else is bent to avoid it. */
const NOT_YET = 1;

/** A place of the search: how many events are explained, at which node, and how it got there. */
interface Place {
  readonly cost: number;
  /** Order in which places were found: decides between equal costs, always the same way. */
  readonly order: number;
  readonly event: number;
  readonly node: number;
  readonly before: Place | null;
  readonly move: Move | null;
  /** Whether the case was taken up again here, by no arrow of the procedure. */
  readonly resumed: boolean;
}

/** A heap of places, the cheapest first; among those, the first found. */
function toQueue() {
  const heap: Place[] = [];
  const less = (a: Place, b: Place): boolean => a.cost < b.cost || (a.cost === b.cost && a.order < b.order);
  const swap = (a: number, b: number): void => {
    const kept = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = kept;
  };
  return {
    put: (place: Place): void => {
      let at = heap.push(place) - 1;
      for (let up = (at - 1) >> 1; at > 0 && less(heap[at]!, heap[up]!); up = (at - 1) >> 1) {
        swap(at, up);
        at = up;
      }
    },
    take: (): Place | undefined => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0 || last === undefined) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        const left = 2 * at + 1;
        const right = left + 1;
        let least = at;
        if (left < heap.length && less(heap[left]!, heap[least]!)) least = left;
        if (right < heap.length && less(heap[right]!, heap[least]!)) least = right;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}

/** The arrows between steps done one after the other: none to or from a step that is missing, nor round one done beyond. */
function listArrows(places: readonly Place[], graph: ProcedureGraph): [number, number][] {
  const arrows: [number, number][] = [];
  let pending: [number, number][] = [];
  let whole = true;
  let done = -1;
  for (const [index, { node, move, resumed }] of places.entries()) {
    const before = places[index - 1];
    if (!before) continue;
    if (resumed) {
      pending = [];
      whole = true;
      continue;
    }
    if (move?.kind === 'extra') {
      if (move.step !== done) whole = false;
      continue;
    }
    if (move?.kind === 'missing') whole = false;
    if (move?.kind === 'together') {
      if (whole) arrows.push(...pending);
      [pending, whole, done] = [[], true, move.step];
    }
    if (node !== graph.end) pending.push([before.node, node]);
  }
  return whole ? [...arrows, ...pending] : arrows;
}

function toAlignment(last: Place, graph: ProcedureGraph): Alignment {
  const places: Place[] = [];
  for (let place: Place | null = last; place !== null; place = place.before) places.unshift(place);
  return { moves: places.flatMap(({ move }) => (move ? [move] : [])), arrows: listArrows(places, graph) };
}

/**
 * The allowed path of a procedure that differs least from a case, and where they differ: the fewest
 * steps skipped or done beyond it. Exact, and always the same one among equals. What the case has not
 * come to, after its last event, bends nothing. A case taken up again goes on from whatever step it
 * is taken up at.
 *
 * @param events positions in `graph.steps`
 * @param resumed positions in `events` before which the case was taken up again
 */
export function align(
  events: readonly number[],
  graph: ProcedureGraph,
  resumed: ReadonlySet<number> = new Set(),
): Alignment {
  const width = graph.ids.length;
  const settled = new Uint8Array((events.length + 1) * width);
  const does = new Set(events);
  const queue = toQueue();
  let order = 0;
  /** Where everything is explained, for a procedure whose circles never end. */
  let furthest: Place | null = null;
  const go = (before: Place, more: number, event: number, node: number, move: Move | null): void => {
    if (settled[event * width + node]) return;
    queue.put({ cost: before.cost + more, order: order++, event, node, before, move, resumed: false });
  };
  queue.put({
    cost: 0,
    order: order++,
    event: 0,
    node: graph.start,
    before: null,
    move: null,
    resumed: false,
  });
  for (let place = queue.take(); place; place = queue.take()) {
    const { event, node } = place;
    if (settled[event * width + node]) continue;
    settled[event * width + node] = 1;
    const done = event === events.length;
    if (done && node === graph.end) return toAlignment(place, graph);
    if (done) furthest ??= place;
    const step = graph.labels[node]!;
    const next = graph.next[node]!;
    if (resumed.has(event) && step !== events[event]) {
      for (const [again, label] of graph.labels.entries())
        if (label === events[event])
          queue.put({
            cost: place.cost,
            order: order++,
            event,
            node: again,
            before: place,
            move: null,
            resumed: true,
          });
    }
    for (const to of next) {
      if (step < 0) go(place, 0, event, to, null);
      else if (events[event] === step) go(place, 0, event + 1, to, { kind: 'together', step, node, event });
    }
    if (step >= 0) {
      const more = done ? NOT_YET : MISSING + (does.has(step) ? DONE_ELSEWHERE : 0);
      for (const to of next) go(place, more, event, to, { kind: 'missing', step, node, after: done });
    }
    if (!done) go(place, EXTRA, event + 1, node, { kind: 'extra', step: events[event]!, event });
  }
  if (furthest === null) throw new Error(`no path through ${graph.ids[graph.start]}`);
  return toAlignment(furthest, graph);
}
