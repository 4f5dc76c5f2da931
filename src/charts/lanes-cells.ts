import type { LanesView } from './lanes-view.ts';

/** An arrow by the places of its ends in the list of nodes. */
export interface Arrow {
  readonly from: number;
  readonly to: number;
  /** Its place among those that leave the node. */
  readonly branch: number;
  /** Whether it leads back to something that happened before. */
  readonly back: boolean;
}

/** Where each node stands: its column, and its row counted over all lanes. */
export interface Cells {
  readonly columns: number;
  readonly rows: number;
  readonly column: readonly number[];
  readonly row: readonly number[];
  /** First row of each lane, and how many it has. */
  readonly lanes: readonly { readonly first: number; readonly count: number }[];
}

/**
 * The arrows of a procedure, telling apart those that lead back: what a walk from the start meets on
 * its own way. Arrows to a node that does not exist are left out.
 */
export function toArrows({ nodes }: LanesView): readonly Arrow[] {
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const leaving = nodes.map(({ next }, from) =>
    next.flatMap(({ to }, branch) => {
      const place = places.get(to);
      return place === undefined ? [] : [{ from, to: place, branch }];
    }),
  );
  const state = nodes.map(() => 'new');
  const arrows: Arrow[] = [];
  const walk = (at: number): void => {
    state[at] = 'open';
    for (const arrow of leaving[at] ?? []) {
      const back = state[arrow.to] === 'open';
      arrows.push({ ...arrow, back });
      if (state[arrow.to] === 'new') walk(arrow.to);
    }
    state[at] = 'done';
  };
  for (const index of nodes.keys()) if (state[index] === 'new') walk(index);
  return arrows.sort((a, b) => a.from - b.from || a.branch - b.branch);
}

/** How far each node is from the start by the longest way that does not turn back. */
function toRanks(count: number, arrows: readonly Arrow[]): number[] {
  const rank = Array.from({ length: count }, () => 0);
  const forward = arrows.filter(({ back }) => !back);
  // Without the arrows back there is no circle, so this settles after as many rounds as nodes at most.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { from, to } of forward) {
      const least = (rank[from] ?? 0) + 1;
      if ((rank[to] ?? 0) >= least) continue;
      rank[to] = least;
      changed = true;
    }
  }
  return rank;
}

/** Gives each node a cell of its own: the column says when, the lane who; a lane has as many rows as it needs. */
export function toCells(view: LanesView, arrows: readonly Arrow[]): Cells {
  const { nodes, lanes } = view;
  const column = toRanks(nodes.length, arrows);
  const laneOf = nodes.map(({ lane }) =>
    Math.max(
      0,
      lanes.findIndex(({ id }) => id === lane),
    ),
  );
  const taken = new Set<string>();
  const within = nodes.map(() => 0);
  const order = [...nodes.keys()].sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0) || a - b);
  for (const index of order) {
    const before = arrows.find(
      ({ to, from, back }) => to === index && !back && laneOf[from] === laneOf[index],
    );
    const wanted = before === undefined ? 0 : (within[before.from] ?? 0);
    const isFree = (row: number) => !taken.has(`${laneOf[index]} ${row} ${column[index]}`);
    let row = wanted;
    if (!isFree(row)) for (row = 0; !isFree(row); ) row += 1;
    taken.add(`${laneOf[index]} ${row} ${column[index]}`);
    within[index] = row;
  }
  let first = 0;
  const placed = lanes.map((_, lane) => {
    const rows = within.filter((_, index) => laneOf[index] === lane);
    const count = Math.max(0, ...rows) + 1;
    const here = { first, count };
    first += count;
    return here;
  });
  return {
    columns: Math.max(0, ...column) + 1,
    rows: first,
    column,
    row: nodes.map((_, index) => (placed[laneOf[index] ?? 0]?.first ?? 0) + (within[index] ?? 0)),
    lanes: placed,
  };
}
