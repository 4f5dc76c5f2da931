import type { Arrow, Cells } from './lanes-cells.ts';
import type { LanesView } from './lanes-view.ts';

/**
 * Places of the grid on which arrows run: an odd index is the middle of a column or row of cells, an
 * even one the corridor before it.
 */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** The way of an arrow: the corners of it, ends included, and the sides it leaves and enters by. */
export interface Route {
  readonly arrow: Arrow;
  readonly corners: readonly Place[];
  readonly out: Side;
  readonly into: Side;
}

const STEPS = [
  { dx: 1, dy: 0, out: 'right', into: 'left' },
  { dx: -1, dy: 0, out: 'left', into: 'right' },
  { dx: 0, dy: 1, out: 'bottom', into: 'top' },
  { dx: 0, dy: -1, out: 'top', into: 'bottom' },
] as const satisfies readonly { dx: number; dy: number; out: Side; into: Side }[];

const BEND = 5;
/** Corners belong in corridors: one in the middle of a free cell has to be worth it. */
const BEND_IN_CELL = 8;
const CROSSING = 7;
const BESIDE = 1;
const TANGLE = 60;
const NEVER = Number.POSITIVE_INFINITY;

/** Which arrows run through each place already, level and upright. */
interface Traffic {
  readonly level: Map<string, Set<Arrow>>;
  readonly upright: Map<string, Set<Arrow>>;
  readonly corners: Map<string, Set<Arrow>>;
  readonly out: Map<string, number>;
  readonly into: Set<string>;
}

const isOdd = (n: number) => n % 2 === 1;
const nameOf = (x: number, y: number) => `${x} ${y}`;

/** Finds a way for each arrow through free cells and corridors: never through a box, with few corners and crossings. */
export function toRoutes(view: LanesView, arrows: readonly Arrow[], cells: Cells): readonly Route[] {
  const span = ({ from, to }: Arrow) =>
    Math.abs((cells.column[to] ?? 0) - (cells.column[from] ?? 0)) * 2 +
    Math.abs((cells.row[to] ?? 0) - (cells.row[from] ?? 0));
  const order = [...arrows].sort(
    (a, b) => Number(a.back) - Number(b.back) || span(a) - span(b) || a.from - b.from || a.branch - b.branch,
  );
  const traffic: Traffic = {
    level: new Map(),
    upright: new Map(),
    corners: new Map(),
    out: new Map(),
    into: new Set(),
  };
  const taken = new Map(
    view.nodes.map((_, index) => [
      nameOf(2 * (cells.column[index] ?? 0) + 1, 2 * (cells.row[index] ?? 0) + 1),
      index,
    ]),
  );
  const routes = order.map((arrow) => {
    const route = findRoute(view, arrow, arrows, cells, taken, traffic);
    remember(route, traffic);
    return route;
  });
  return routes.sort((a, b) => a.arrow.from - b.arrow.from || a.arrow.branch - b.arrow.branch);
}

/** What leaving a node by a side costs. */
function toOutCost(
  view: LanesView,
  arrow: Arrow,
  arrows: readonly Arrow[],
  side: Side,
  traffic: Traffic,
): number {
  const key = `${arrow.from} ${side}`;
  const used = traffic.out.get(key) ?? 0;
  if (traffic.into.has(key)) return NEVER;
  const kind = view.nodes[arrow.from]?.kind;
  const share = used > 0 ? 40 : 0;
  if (side === 'left') return 60 + share;
  if (side === 'right') return share;
  if (kind === 'start' || kind === 'end') return side === 'bottom' ? NEVER : 6;
  if (kind === 'decision') {
    const other = traffic.out.has(`${arrow.from} ${side === 'top' ? 'bottom' : 'top'}`);
    // Above and below are left to the answers that lead back.
    const keeps = !arrow.back && arrows.some(({ from, back }) => from === arrow.from && back);
    return share + (other ? 8 : 0) + (keeps ? 8 : 0) + (side === 'bottom' ? 1 : 0);
  }
  return share + 3;
}

/** What entering a node by a side costs. */
function toInCost(view: LanesView, arrow: Arrow, side: Side, traffic: Traffic): number {
  if (traffic.out.has(`${arrow.to} ${side}`)) return NEVER;
  const kind = view.nodes[arrow.to]?.kind;
  if (side === 'left') return 0;
  if (side === 'right') return 60;
  if (kind === 'start' || kind === 'end') return side === 'bottom' ? NEVER : 3;
  return kind === 'decision' ? 8 : 2;
}

interface Visit extends Place {
  readonly step: number;
  readonly cost: number;
  readonly before: Visit | null;
}

/** The cheapest way of one arrow. */
function findRoute(
  view: LanesView,
  arrow: Arrow,
  arrows: readonly Arrow[],
  cells: Cells,
  taken: ReadonlyMap<string, number>,
  traffic: Traffic,
): Route {
  const width = 2 * cells.columns + 1;
  const height = 2 * cells.rows + 1;
  const start = { x: 2 * (cells.column[arrow.from] ?? 0) + 1, y: 2 * (cells.row[arrow.from] ?? 0) + 1 };
  const best = new Float64Array(width * height * STEPS.length).fill(NEVER);
  const slotOf = ({ x, y, step }: Visit) => (y * width + x) * STEPS.length + step;
  // Costs are small whole numbers: visits wait in the list of their cost, in the order they came.
  const open: Visit[][] = [];
  const push = (visit: Visit) => {
    if (visit.cost >= (best[slotOf(visit)] ?? NEVER)) return;
    best[slotOf(visit)] = visit.cost;
    (open[visit.cost] ??= []).push(visit);
  };
  for (const [step, { dx, dy, out }] of STEPS.entries()) {
    const cost = toOutCost(view, arrow, arrows, out, traffic) + toStepCost(start, step, arrow, traffic);
    const root: Visit = { ...start, step, cost: 0, before: null };
    if (cost < NEVER) push({ x: start.x + dx, y: start.y + dy, step, cost, before: root });
  }
  for (let cost = 0; cost < open.length; ) {
    const now = open[cost]?.shift();
    if (now === undefined) {
      cost += 1;
      continue;
    }
    if (now.cost > (best[slotOf(now)] ?? NEVER)) continue;
    const here = taken.get(nameOf(now.x, now.y));
    if (here === arrow.to) return toRoute(arrow, now);
    if (here !== undefined) continue;
    for (const [step, { dx, dy, into }] of STEPS.entries()) {
      const turns = step !== now.step;
      const moves = STEPS[now.step];
      // Never back on itself.
      if (moves === undefined || (moves.dx === -dx && moves.dy === -dy)) continue;
      const bend = isOdd(now.x) && isOdd(now.y) ? BEND_IN_CELL : BEND;
      const x = now.x + dx;
      const y = now.y + dy;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const end = taken.get(nameOf(x, y));
      if (end !== undefined && end !== arrow.to) continue;
      const entry = end === arrow.to ? toInCost(view, arrow, into, traffic) : 0;
      const turn = turns ? bend + toTangle(now, arrow, traffic) : 0;
      const total = now.cost + turn + toStepCost(now, step, arrow, traffic) + entry;
      if (total < NEVER) push({ x, y, step, cost: total, before: now });
    }
  }
  throw new Error('no way between two boxes');
}

/**
 * Where two arrows turn into a corridor and out of it at the same two places, no order of theirs keeps
 * them apart: what ending a stretch at such a corner costs.
 */
function toTangle(now: Visit, arrow: Arrow, traffic: Traffic): number {
  const others = traffic.corners.get(nameOf(now.x, now.y));
  if (!others) return 0;
  let first = now;
  while (first.before !== null && first.before.step === now.step && first.before.before !== null)
    first = first.before;
  const start = first.before ?? first;
  const before = traffic.corners.get(nameOf(start.x, start.y));
  if (!before) return 0;
  const tangled = [...others].filter(
    (other) => before.has(other) && other.from !== arrow.from && other.to !== arrow.to,
  );
  return tangled.length * TANGLE;
}

/** What going on from a place in a direction costs: its length, and what is in the way. */
function toStepCost({ x, y }: Place, step: number, arrow: Arrow, traffic: Traffic): number {
  const level = STEPS[step]?.dx !== 0;
  const [own, other] = level ? [traffic.level, traffic.upright] : [traffic.upright, traffic.level];
  const [toX, toY] = [x + (STEPS[step]?.dx ?? 0), y + (STEPS[step]?.dy ?? 0)];
  const along = level ? nameOf(Math.min(x, toX), y) : nameOf(x, Math.min(y, toY));
  const length = (level ? isOdd(Math.max(x, toX)) : isOdd(Math.max(y, toY))) ? 2 : 1;
  const isOther = ({ from, to }: Arrow) => from !== arrow.from && to !== arrow.to;
  const beside = [...(own.get(along) ?? [])].filter(isOther).length;
  // Through the middle of cells there is room for one line, in a corridor for several.
  const isCorridor = !isOdd(level ? y : x);
  if (beside > 0 && !isCorridor) return NEVER;
  const crossed = [...(other.get(`at ${nameOf(toX, toY)}`) ?? [])].filter(isOther).length;
  return length + beside * BESIDE + crossed * CROSSING;
}

function remember({ arrow, corners, out, into }: Route, traffic: Traffic): void {
  const note = (map: Map<string, Set<Arrow>>, key: string) => {
    const found = map.get(key) ?? new Set<Arrow>();
    map.set(key, found.add(arrow));
  };
  const outKey = `${arrow.from} ${out}`;
  traffic.out.set(outKey, (traffic.out.get(outKey) ?? 0) + 1);
  traffic.into.add(`${arrow.to} ${into}`);
  for (const { x, y } of corners.slice(1, -1)) note(traffic.corners, nameOf(x, y));
  for (const [index, to] of corners.entries()) {
    const from = corners[index - 1];
    if (from === undefined) continue;
    const level = from.y === to.y;
    const map = level ? traffic.level : traffic.upright;
    const [low, high] = level
      ? [Math.min(from.x, to.x), Math.max(from.x, to.x)]
      : [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    for (let at = low; at <= high; at += 1) {
      const place = level ? nameOf(at, from.y) : nameOf(from.x, at);
      if (at < high) note(map, place);
      note(map, `at ${place}`);
    }
  }
}

function toRoute(arrow: Arrow, last: Visit): Route {
  const corners: Place[] = [{ x: last.x, y: last.y }];
  let first = last;
  for (let visit: Visit = last; visit.before !== null; visit = visit.before) {
    if (visit.before.before !== null && visit.before.step !== visit.step)
      corners.push({ x: visit.before.x, y: visit.before.y });
    first = visit;
  }
  const root = first.before ?? first;
  corners.push({ x: root.x, y: root.y });
  return {
    arrow,
    corners: corners.toReversed(),
    out: STEPS[first.step]?.out ?? 'right',
    into: STEPS[last.step]?.into ?? 'left',
  };
}
