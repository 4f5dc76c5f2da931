import {
  LANE_SIZES as SIZE,
  type LanesLayout,
  type PlacedArrow,
  type PlacedNode,
  type PlacedText,
} from './lanes-view.ts';
import type { Palette } from './palette.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replace(/[&<>"']/gu, (letter) => ESCAPES[letter] ?? '');

/** Colours of the lanes, each in its turn: never those of what needs action. */
function toLaneColour(lane: number, palette: Palette): string {
  return [palette.accent, palette.standard, palette.muted][lane % 3] ?? palette.accent;
}

function writeText({ x, y, lines, anchor }: PlacedText, size: number, line: number, fill: string): string {
  const spans = lines.map((text, index) => `<tspan x="${x}" y="${y + index * line}">${escape(text)}</tspan>`);
  return `<text text-anchor="${anchor}" font-size="${size}" fill="${fill}">${spans.join('')}</text>`;
}

function writeNode(node: PlacedNode, palette: Palette): string {
  const { x, y, width, height, label, kind } = node;
  const colour = toLaneColour(node.lane, palette);
  const line = node.tone === 'action' ? palette.action : colour;
  const middle = { x: x + width / 2, y: y + height / 2 };
  switch (kind) {
    case 'step': {
      const edge = node.tone === 'action' ? palette.action : palette.grid;
      const box = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${palette.surface}" stroke="${edge}" stroke-width="${node.tone === 'action' ? 2 : 1.2}"/>`;
      const text = writeText(label, SIZE.text, SIZE.line, palette.ink);
      const note =
        node.note === null || node.note_y === null
          ? ''
          : `<text x="${middle.x}" y="${node.note_y}" text-anchor="middle" font-size="11" fill="${palette.muted}">${escape(node.note)}</text>`;
      const badge =
        node.number === null
          ? ''
          : `<circle cx="${x + 4}" cy="${y + 3}" r="${SIZE.badge / 2}" fill="${colour}"/><text x="${x + 4}" y="${y + 7}" text-anchor="middle" font-size="11" font-weight="700" fill="${palette.surface}">${node.number}</text>`;
      return box + text + note + badge;
    }
    case 'decision': {
      const half = width / 2;
      const diamond = `<path d="M${middle.x} ${y}l${half} ${half}l${-half} ${half}l${-half} ${-half}z" fill="${palette.surface}" stroke="${line}" stroke-width="1.6"/>`;
      const mark = `<text x="${middle.x}" y="${middle.y + 5}" text-anchor="middle" font-size="14" font-weight="700" fill="${line}">?</text>`;
      return diamond + mark + writeText(label, SIZE.label, SIZE.label_line, palette.ink);
    }
    case 'start':
    case 'end': {
      const fill = kind === 'end' ? colour : palette.surface;
      const circle = `<circle cx="${middle.x}" cy="${middle.y}" r="${width / 2 - 1}" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
      return circle + writeText(label, SIZE.label, SIZE.label_line, palette.ink);
    }
    default:
      return kind satisfies never;
  }
}

function writeArrow({ path, label, note, tone }: PlacedArrow, palette: Palette): string {
  const colour = tone === 'action' ? palette.action : palette.muted;
  const line = `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.4" marker-end="url(#tip-${tone})"/>`;
  const answer = label === null ? '' : writeText(label, SIZE.label, SIZE.label_line, palette.ink);
  if (note === null) return line + answer;
  const back = `<rect x="${note.x - note.width / 2}" y="${note.y - 8}" width="${note.width}" height="16" rx="8" fill="${palette.surface}"/>`;
  const text = `<text x="${note.x}" y="${note.y + 4}" text-anchor="middle" font-size="${SIZE.label}" fill="${palette.ink}">${escape(note.text)}</text>`;
  return line + back + text + answer;
}

function writeTip(tone: 'plain' | 'action', colour: string): string {
  return `<marker id="tip-${tone}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto" markerUnits="userSpaceOnUse"><path d="M0 0.500L8 4L0 7.500z" fill="${colour}"/></marker>`;
}

/** Grounds of the lanes over a width, and their names at the left. */
function writeLanes({ header, lanes }: LanesLayout, width: number, palette: Palette): string {
  const rows = lanes.map(({ y, height, lines }, lane) => {
    const colour = toLaneColour(lane, palette);
    const name = writeText(
      { x: 14, y: y + 22, lines, anchor: 'start' },
      SIZE.text,
      SIZE.line,
      colour,
    ).replace('<text ', '<text font-weight="700" ');
    return `<rect x="0" y="${y}" width="${width}" height="${height}" rx="6" fill="${colour}" fill-opacity="0.06"/><rect x="0" y="${y}" width="5" height="${height}" rx="2.500" fill="${colour}"/><path d="M${header - 6} ${y + 8}v${height - 16}" stroke="${palette.grid}"/>${name}`;
  });
  return rows.join('\n');
}

function writeContent({ arrows, nodes }: LanesLayout, palette: Palette): string {
  return [
    ...arrows.map((arrow) => writeArrow(arrow, palette)),
    ...nodes.map((node) => writeNode(node, palette)),
  ].join('\n');
}

function writeFile(
  { width, height }: { readonly width: number; readonly height: number },
  title: string,
  palette: Palette,
  inside: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Segoe UI', Arial, sans-serif" role="img" aria-label="${escape(title)}">`,
    `<title>${escape(title)}</title>`,
    `<defs>${writeTip('plain', palette.muted)}${writeTip('action', palette.action)}</defs>`,
    `<rect width="${width}" height="${height}" fill="${palette.surface}"/>`,
    ...inside,
    '</svg>',
  ].join('\n');
}

/** A diagram in lanes as an SVG file of its own: nothing in it asks the network, and every text is text. */
export function drawLanes(layout: LanesLayout, title: string, palette: Palette): string {
  return writeFile(layout, title, palette, [
    writeLanes(layout, layout.width, palette),
    writeContent(layout, palette),
  ]);
}

/** Where a diagram may be cut: right behind a column, where every arrow runs level and no box is. */
function listCuts({ nodes, width, header }: LanesLayout): readonly number[] {
  const middles = [...new Set(nodes.map((node) => node.x + node.width / 2))].sort((a, b) => a - b);
  return [header, ...middles.slice(0, -1).map((middle) => middle + SIZE.cell / 2 + 3), width];
}

/**
 * The diagram in strips of one width, one under another on paper, each with the names of its lanes; an
 * arrow that is cut goes on at the same height in the next.
 *
 * @param width most pixels of a strip, its names included; a strip has one column at least
 */
export function drawLaneStrips(
  layout: LanesLayout,
  title: string,
  palette: Palette,
  width: number,
): readonly string[] {
  const { header, height } = layout;
  const cuts = listCuts(layout);
  const strips: { from: number; to: number }[] = [];
  for (let index = 1; index < cuts.length; index += 1) {
    const [from, to] = [cuts[index - 1] as number, cuts[index] as number];
    const last = strips.at(-1);
    if (last && to - last.from <= width - header) last.to = to;
    else strips.push({ from, to });
  }
  const widest = Math.max(...strips.map(({ from, to }) => to - from));
  return strips.map(({ from, to }) =>
    writeFile({ width: header + widest, height }, title, palette, [
      writeLanes(layout, header + to - from, palette),
      `<svg x="${header}" y="0" width="${to - from}" height="${height}" viewBox="${from} 0 ${to - from} ${height}">`,
      writeContent(layout, palette),
      '</svg>',
    ]),
  );
}
