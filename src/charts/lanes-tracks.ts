import type { Place, Route } from './lanes-route.ts';

/** A straight stretch of an arrow inside a corridor. */
interface Stretch {
  readonly route: number;
  /** Place among the stretches of its route. */
  readonly index: number;
  /** Node the arrow goes to. */
  readonly to: number;
  readonly low: number;
  readonly high: number;
  /** Where it ends along the corridor, and to which side it turns there: -1 to lower indexes, 1 to higher, 0 into a box. */
  readonly ends: readonly { readonly at: number; readonly side: number }[];
}

/** Which track of its corridor each stretch takes, from 0; and how many each corridor has. */
export interface Tracks {
  /** By `route stretch`. */
  readonly track: ReadonlyMap<string, number>;
  /** By the even index of the corridor: upright corridors between columns, level ones between rows. */
  readonly upright: ReadonlyMap<number, number>;
  readonly level: ReadonlyMap<number, number>;
}

/** Stretches that run on one line: those of arrows to the same place join. */
interface Line {
  readonly stretches: readonly Stretch[];
  readonly low: number;
  readonly high: number;
  readonly ends: Stretch['ends'];
}

/** Gives each stretch of a corridor a line of its own, in an order that crosses least. */
export function toTracks(routes: readonly Route[]): Tracks {
  const track = new Map<string, number>();
  const counts = { upright: new Map<number, number>(), level: new Map<number, number>() };
  for (const kind of ['upright', 'level'] as const) {
    const corridors = gatherStretches(routes, kind);
    for (const [corridor, stretches] of corridors) {
      const lines = joinLines(stretches);
      const order = findOrder(lines);
      const tracks = packLines(order);
      counts[kind].set(corridor, Math.max(0, ...tracks) + 1);
      for (const [index, line] of order.entries())
        for (const { route, index: stretch } of line.stretches)
          track.set(`${route} ${stretch}`, tracks[index] ?? 0);
    }
  }
  return { track, ...counts };
}

function gatherStretches(routes: readonly Route[], kind: 'upright' | 'level'): Map<number, Stretch[]> {
  const corridors = new Map<number, Stretch[]>();
  const across = (place: Place) => (kind === 'upright' ? place.x : place.y);
  const along = (place: Place) => (kind === 'upright' ? place.y : place.x);
  for (const [route, { corners, arrow }] of routes.entries())
    for (const [index, to] of corners.entries()) {
      const from = corners[index - 1];
      if (from === undefined || across(from) !== across(to) || across(from) % 2 === 1) continue;
      const sideOf = (corner: Place, other: Place | undefined) =>
        other === undefined ? 0 : Math.sign(across(other) - across(corner));
      const stretch: Stretch = {
        route,
        index: index - 1,
        to: arrow.to,
        low: Math.min(along(from), along(to)),
        high: Math.max(along(from), along(to)),
        ends: [
          { at: along(from), side: sideOf(from, corners[index - 2]) },
          { at: along(to), side: sideOf(to, corners[index + 1]) },
        ],
      };
      const found = corridors.get(across(from)) ?? [];
      found.push(stretch);
      corridors.set(across(from), found);
    }
  return corridors;
}

/** Arrows to the same node that overlap in a corridor share a line. */
function joinLines(stretches: readonly Stretch[]): Line[] {
  const lines: Line[] = [];
  for (const stretch of stretches) {
    const same = lines.findIndex(
      (line) => line.stretches[0]?.to === stretch.to && line.low <= stretch.high && stretch.low <= line.high,
    );
    const before = lines[same];
    if (before === undefined) {
      lines.push({ ...stretch, stretches: [stretch] });
      continue;
    }
    lines[same] = {
      stretches: [...before.stretches, stretch],
      low: Math.min(before.low, stretch.low),
      high: Math.max(before.high, stretch.high),
      ends: [...before.ends, ...stretch.ends],
    };
  }
  return lines;
}

const overlaps = (a: Line, b: Line) => a.low <= b.high && b.low <= a.high;

/** Crossings that come of `a` running before `b`. */
function countCrossings(a: Line, b: Line): number {
  if (!overlaps(a, b)) return 0;
  let count = 0;
  for (const { at, side } of a.ends) {
    if (side !== 1) continue;
    if (at > b.low && at < b.high) count += 1;
    else if (at === b.low || at === b.high) count += clashes(at, b, -1) ? 100 : 0.5;
  }
  for (const { at, side } of b.ends) {
    if (side !== -1) continue;
    if (at > a.low && at < a.high) count += 1;
    else if (at === a.low || at === a.high) count += clashes(at, a, 1) ? 100 : 0.5;
  }
  return count;
}

/** Whether two that meet in the middle of a row would run over one another there. */
function clashes(at: number, line: Line, side: number): boolean {
  return at % 2 === 1 && line.ends.some((end) => end.at === at && end.side === side);
}

function toCost(order: readonly Line[]): number {
  let cost = 0;
  for (const [index, line] of order.entries())
    for (const later of order.slice(index + 1)) cost += countCrossings(line, later);
  return cost;
}

/** The order with the fewest crossings: every one is tried while they are few, else neighbours change places. */
function findOrder(lines: readonly Line[]): readonly Line[] {
  if (lines.length > 6) return improveOrder(lines);
  let best = lines;
  let least = toCost(lines);
  const tryAll = (done: readonly Line[], rest: readonly Line[]): void => {
    if (rest.length === 0) {
      const cost = toCost(done);
      if (cost < least) [best, least] = [done, cost];
      return;
    }
    for (const line of rest)
      tryAll(
        [...done, line],
        rest.filter((other) => other !== line),
      );
  };
  tryAll([], lines);
  return best;
}

function improveOrder(lines: readonly Line[]): readonly Line[] {
  let best = [...lines];
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = 0; index + 1 < best.length; index += 1) {
      const tried = [...best];
      [tried[index], tried[index + 1]] = [best[index + 1] as Line, best[index] as Line];
      if (toCost(tried) >= toCost(best)) continue;
      best = tried;
      changed = true;
    }
  }
  return best;
}

/** The track of each line: after every one before it that it runs beside. */
function packLines(order: readonly Line[]): readonly number[] {
  const tracks: number[] = [];
  for (const [index, line] of order.entries()) {
    const before = order.slice(0, index).map((other, at) => (overlaps(other, line) ? (tracks[at] ?? 0) : -1));
    tracks.push(Math.max(-1, ...before) + 1);
  }
  return tracks;
}
