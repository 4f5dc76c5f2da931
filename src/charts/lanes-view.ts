/** How a node or an arrow is told apart beside its words: nothing special, or something that needs action. */
export type LaneTone = 'plain' | 'action';

/** An arrow that leaves a node. */
export interface LaneArrow {
  readonly to: string;
  /** The answer it stands for; null after a step. */
  readonly name: string | null;
  /** A few letters on the arrow: how many took it. */
  readonly note?: string | null;
  readonly tone?: LaneTone;
}

export interface LaneNode {
  readonly id: string;
  readonly kind: 'start' | 'step' | 'decision' | 'end';
  readonly lane: string;
  /** Number of a step in the document. */
  readonly number: number | null;
  readonly name: string;
  /** A few letters under the name of a step: its measured time. */
  readonly note?: string | null;
  readonly tone?: LaneTone;
  readonly next: readonly LaneArrow[];
}

/** What a diagram in lanes shows, texts already in one language. */
export interface LanesView {
  readonly lanes: readonly { readonly id: string; readonly name: string }[];
  readonly nodes: readonly LaneNode[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Lines of text about a point: `x` by `anchor`, `y` the base of the first line. */
export interface PlacedText extends Point {
  readonly lines: readonly string[];
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface PlacedNode {
  readonly id: string;
  readonly kind: LaneNode['kind'];
  readonly number: number | null;
  readonly name: string;
  readonly note: string | null;
  readonly tone: LaneTone;
  /** Place of its lane in the list. */
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Inside the box of a step; beside the drawing of the others. */
  readonly label: PlacedText;
  /** Base of the note's line inside the box; null without a note. */
  readonly note_y: number | null;
}

export interface PlacedArrow {
  readonly from: string;
  readonly to: string;
  readonly branch: number;
  readonly back: boolean;
  readonly tone: LaneTone;
  /** Corners from the edge of one node to the edge of the other; each stretch is level or upright. */
  readonly points: readonly Point[];
  /** The same as the `d` of an SVG path, corners rounded. */
  readonly path: string;
  readonly label: PlacedText | null;
  /** Centre of a few letters on the arrow; null without them. */
  readonly note: (Point & { readonly text: string; readonly width: number }) | null;
}

export interface PlacedLane {
  readonly id: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly y: number;
  readonly height: number;
}

/** A diagram in lanes, in pixels from its upper left corner. */
export interface LanesLayout {
  readonly width: number;
  readonly height: number;
  /** Width of the strip at the left where the lanes have their names. */
  readonly header: number;
  readonly lanes: readonly PlacedLane[];
  readonly nodes: readonly PlacedNode[];
  readonly arrows: readonly PlacedArrow[];
}

/** Sizes that drawing and layout share, in pixels. */
export const LANE_SIZES = {
  header: 124,
  cell: 128,
  pad: 8,
  text: 12.5,
  line: 16,
  label: 11.5,
  label_line: 14,
  circle: 30,
  diamond: 44,
  badge: 20,
  note: 18,
  track: 11,
  gap: 6,
} as const;
