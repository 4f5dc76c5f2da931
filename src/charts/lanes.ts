import { type Cells, toArrows, toCells } from './lanes-cells.ts';
import { type Place, type Route, toRoutes } from './lanes-route.ts';
import { breakText, measureText } from './lanes-text.ts';
import { type Tracks, toTracks } from './lanes-tracks.ts';
import {
  LANE_SIZES as SIZE,
  type LaneNode,
  type LanesLayout,
  type LanesView,
  type PlacedArrow,
  type PlacedNode,
  type PlacedText,
  type Point,
} from './lanes-view.ts';

/** Between the boxes of a corridor and its first and last line. */
const MARGIN = 16;
/** Line that is still seen at both sides of the letters on it. */
const NOTE_ROOM = 18;

/** What a node takes above and below the middle of its row, and its lines. */
interface Extent {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  /** Where the name stands: inside, or on a side where no arrow leaves or enters. */
  readonly label: 'inside' | 'bottom' | 'top' | 'beside';
  readonly up: number;
  readonly down: number;
}

/** Where the middles of cells and the first tracks of corridors are. */
interface Scale {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly upright: ReadonlyMap<number, number>;
  readonly level: ReadonlyMap<number, number>;
}

interface Drawing {
  readonly view: LanesView;
  readonly cells: Cells;
  readonly routes: readonly Route[];
  readonly tracks: Tracks;
  readonly extents: readonly Extent[];
}

/**
 * Lays a procedure out in lanes: who acts is the row, when is the column. Arrows are level and upright
 * stretches through free cells and corridors, so none crosses a box; the same procedure is always laid
 * out the same.
 */
export function toLanes(view: LanesView): LanesLayout {
  const arrows = toArrows(view);
  const cells = toCells(view, arrows);
  const routes = toRoutes(view, arrows, cells);
  const tracks = toTracks(routes);
  const extents = view.nodes.map((node, index) => toExtent(node, index, routes));
  const drawing: Drawing = { view, cells, routes, tracks, extents };
  const { scale, lanes, width, height } = toScale(drawing);
  const nodes = view.nodes.map((node, index) => placeNode(node, index, drawing, scale));
  return {
    width,
    height,
    header: SIZE.header,
    lanes,
    nodes,
    arrows: routes.map((route, index) => placeArrow(route, index, drawing, scale, nodes)),
  };
}

function toExtent(node: LaneNode, index: number, routes: readonly Route[]): Extent {
  const inner = SIZE.cell - 2 * SIZE.pad;
  if (node.kind === 'step') {
    const lines = breakText(node.name, inner, SIZE.text);
    const note = node.note ? SIZE.note : 0;
    const height = Math.max(52, lines.length * SIZE.line + 2 * SIZE.pad + 6 + note);
    const half = Math.ceil(height / 2);
    return { width: SIZE.cell, height: half * 2, lines, label: 'inside', up: half + 8, down: half };
  }
  const size = node.kind === 'decision' ? SIZE.diamond : SIZE.circle;
  const used = new Set(
    routes.flatMap(({ arrow, out, into }) => [
      ...(arrow.from === index ? [out] : []),
      ...(arrow.to === index ? [into] : []),
    ]),
  );
  const label = used.has('bottom') ? (used.has('top') ? 'beside' : 'top') : 'bottom';
  const lines = breakText(node.name, label === 'beside' ? SIZE.cell / 2 - 4 : SIZE.cell, SIZE.label);
  const text = lines.length * SIZE.label_line + 4;
  const branch = node.next.length > 1 && used.has('top') ? SIZE.label_line + 4 : 0;
  const branchDown = node.next.length > 1 && used.has('bottom') ? SIZE.label_line + 4 : 0;
  return {
    width: size,
    height: size,
    lines,
    label,
    up: size / 2 + Math.max(label === 'top' ? text : 4, branch),
    down: size / 2 + Math.max(label === 'top' ? 4 : text, branchDown),
  };
}

/**
 * Room that a corridor needs beyond its own: for the answer of a decision on the arrow that leaves it to
 * the right, and for the letters on an arrow that goes straight across.
 */
function toLabelRoom({ view, routes, cells }: Drawing, corridor: number): number {
  const needs = routes.flatMap(({ arrow, out, corners }) => {
    const from = view.nodes[arrow.from];
    const way = from?.next[arrow.branch];
    if (!from || !way || out !== 'right' || 2 * (cells.column[arrow.from] ?? 0) + 2 !== corridor) return [];
    const free = from.kind === 'decision' ? (SIZE.cell - SIZE.diamond) / 2 : 0;
    const answer = way.name ? measureText(way.name, SIZE.label) + 10 : 0;
    const note = way.note && corners.length === 2 ? measureText(way.note, SIZE.label) + 8 + NOTE_ROOM : 0;
    return [answer - free, answer + note - free - 2 * MARGIN];
  });
  return Math.max(0, ...needs);
}

function toScale(drawing: Drawing): {
  readonly scale: Scale;
  readonly lanes: LanesLayout['lanes'];
  readonly width: number;
  readonly height: number;
} {
  const { view, cells, tracks, extents } = drawing;
  const upright = new Map<number, number>();
  const level = new Map<number, number>();
  const columns: number[] = [];
  let x = SIZE.header;
  for (let column = 0; column <= cells.columns; column += 1) {
    const count = tracks.upright.get(2 * column) ?? 0;
    const room = column === 0 ? 0 : toLabelRoom(drawing, 2 * column);
    const isEdge = column === 0 || column === cells.columns;
    const margin = isEdge && count === 0 ? 9 : MARGIN;
    upright.set(2 * column, x + room + margin);
    x += room + 2 * margin + Math.max(0, count - 1) * SIZE.track;
    if (column === cells.columns) break;
    columns.push(x + SIZE.cell / 2);
    x += SIZE.cell;
  }
  const rows: number[] = [];
  const lanes: LanesLayout['lanes'][number][] = [];
  let y = 0;
  for (const [lane, { first, count }] of cells.lanes.entries()) {
    const { id, name } = view.lanes[lane] ?? { id: '', name: '' };
    const lines = breakText(name, SIZE.header - 26, SIZE.text);
    const top = y;
    // The corridor above the first lane is inside it; the others are at the bottom of the lane above.
    y += lane === 0 && tracks.level.has(0) ? openCorridor(0, y, tracks, level) : 12;
    for (let row = first; row < first + count; row += 1) {
      const here = extents.filter((_, index) => cells.row[index] === row);
      const up = Math.max(30, ...here.map((extent) => extent.up));
      const down = Math.max(30, ...here.map((extent) => extent.down));
      rows.push(y + up);
      y += up + down;
      y += openCorridor(2 * row + 2, y, tracks, level);
    }
    const height = Math.max(y - top, lines.length * SIZE.line + 24);
    lanes.push({ id, name, lines, y: top, height });
    y = top + height + SIZE.gap;
  }
  return { scale: { columns, rows, upright, level }, lanes, width: x, height: y - SIZE.gap };
}

/** Makes room for the tracks of a corridor between rows. */
function openCorridor(corridor: number, y: number, tracks: Tracks, level: Map<number, number>): number {
  const count = tracks.level.get(corridor) ?? 0;
  level.set(corridor, y + 11);
  return count === 0 ? 10 : 22 + (count - 1) * SIZE.track;
}

function placeNode(
  node: LaneNode,
  index: number,
  { cells, view, extents }: Drawing,
  scale: Scale,
): PlacedNode {
  const extent = extents[index] as Extent;
  const x = scale.columns[cells.column[index] ?? 0] ?? 0;
  const y = scale.rows[cells.row[index] ?? 0] ?? 0;
  const lane = view.lanes.findIndex(({ id }) => id === node.lane);
  const top = y - extent.height / 2;
  const note = node.note ?? null;
  return {
    id: node.id,
    kind: node.kind,
    number: node.number,
    name: node.name,
    note,
    tone: node.tone ?? 'plain',
    lane: Math.max(0, lane),
    x: x - extent.width / 2,
    y: top,
    width: extent.width,
    height: extent.height,
    label: placeLabel(extent, x, y, note !== null),
    note_y: note === null || node.kind !== 'step' ? null : top + extent.height - 9,
  };
}

function placeLabel({ height, lines, label }: Extent, x: number, y: number, hasNote: boolean): PlacedText {
  const half = height / 2;
  switch (label) {
    case 'inside': {
      const block = lines.length * SIZE.line + (hasNote ? SIZE.note : 0);
      return { x, y: Math.round(y - block / 2 + SIZE.line - 4), lines, anchor: 'middle' };
    }
    case 'bottom':
      return { x, y: y + half + SIZE.label_line, lines, anchor: 'middle' };
    case 'top':
      return { x, y: y - half - 5 - (lines.length - 1) * SIZE.label_line, lines, anchor: 'middle' };
    case 'beside':
      return { x: x - 6, y: y + half + SIZE.label_line, lines, anchor: 'end' };
    default:
      return label satisfies never;
  }
}

function placeArrow(
  route: Route,
  index: number,
  { view, tracks }: Drawing,
  scale: Scale,
  nodes: readonly PlacedNode[],
): PlacedArrow {
  const { arrow, out } = route;
  const from = nodes[arrow.from] as PlacedNode;
  const to = nodes[arrow.to] as PlacedNode;
  const { name = null, note = null, tone = 'plain' } = view.nodes[arrow.from]?.next[arrow.branch] ?? {};
  const points = toPoints(route, index, tracks, scale, from, to);
  return {
    from: from.id,
    to: to.id,
    branch: arrow.branch,
    back: arrow.back,
    tone,
    points,
    path: toPath(points),
    label: name === null ? null : placeAnswer(name, points[0] as Point, out),
    note: note === null ? null : placeNote(note, points),
  };
}

/** The answer of a decision beside the arrow, where it leaves. */
function placeAnswer(name: string, start: Point, out: Route['out']): PlacedText {
  const lines = [name];
  if (out === 'right') return { x: start.x + 5, y: start.y - 6, lines, anchor: 'start' };
  if (out === 'left') return { x: start.x - 5, y: start.y - 6, lines, anchor: 'end' };
  return { x: start.x + 6, y: start.y + (out === 'top' ? -6 : 14), lines, anchor: 'start' };
}

/** A few letters in the middle of the longest level stretch. */
function placeNote(text: string, points: readonly Point[]): PlacedArrow['note'] {
  let best: readonly [Point, Point] | null = null;
  const lengthOf = ([a, b]: readonly [Point, Point]) => Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    if (best === null || lengthOf([from, to]) > lengthOf(best)) best = [from, to];
  }
  if (best === null) return null;
  const [a, b] = best;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, text, width: measureText(text, SIZE.label) + 8 };
}

/** The corners of a route in pixels. */
function toPoints(
  { corners, out, into }: Route,
  index: number,
  { track }: Tracks,
  scale: Scale,
  from: PlacedNode,
  to: PlacedNode,
): readonly Point[] {
  /** Where a stretch runs: its place across itself. */
  const toAcross = (place: Place, stretch: number, upright: boolean): number => {
    const at = upright ? place.x : place.y;
    if (at % 2 === 1) return (upright ? scale.columns : scale.rows)[(at - 1) / 2] ?? 0;
    const first = (upright ? scale.upright : scale.level).get(at) ?? 0;
    return first + (track.get(`${index} ${stretch}`) ?? 0) * SIZE.track;
  };
  const points: Point[] = [toPort(from, out)];
  for (let corner = 1; corner < corners.length - 1; corner += 1) {
    const [before, here, after] = [corners[corner - 1], corners[corner], corners[corner + 1]];
    if (!before || !here || !after) continue;
    const isUpright = before.x === here.x;
    const own = toAcross(here, corner - 1, isUpright);
    const next = toAcross(here, corner, !isUpright);
    points.push(isUpright ? { x: own, y: next } : { x: next, y: own });
  }
  points.push(toPort(to, into));
  return points;
}

function toPort({ x, y, width, height }: PlacedNode, side: Route['out']): Point {
  const middle = { x: x + width / 2, y: y + height / 2 };
  if (side === 'left') return { x, y: middle.y };
  if (side === 'right') return { x: x + width, y: middle.y };
  return side === 'top' ? { x: middle.x, y } : { x: middle.x, y: y + height };
}

const RADIUS = 7;

/** The stretches as the `d` of an SVG path, corners rounded as far as they have room. */
function toPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${first.x} ${first.y}`;
  for (const [index, here] of rest.entries()) {
    const before = points[index] as Point;
    const after = rest[index + 1];
    if (after === undefined) {
      path += `L${here.x} ${here.y}`;
      continue;
    }
    const radius = Math.min(RADIUS, toLength(before, here) / 2, toLength(here, after) / 2);
    const [a, b] = [toward(here, before, radius), toward(here, after, radius)];
    path += `L${a.x} ${a.y}Q${here.x} ${here.y} ${b.x} ${b.y}`;
  }
  return path;
}

const toLength = (a: Point, b: Point) => Math.abs(b.x - a.x) + Math.abs(b.y - a.y);

function toward(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
