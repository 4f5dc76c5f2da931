import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  drawLanes,
  drawLaneStrips,
  type LanesLayout,
  type LanesView,
  PALETTES,
  toLanes,
  toLanesView,
} from '../../src/charts/index.ts';
import type { Procedure } from '../../src/kernel/index.ts';
import { loadCatalogue } from '../../src/library/index.ts';

const PACKS = path.join(import.meta.dirname, '../../packs');

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Arrow = LanesLayout['arrows'][number];
type Stretch = readonly [a: Arrow['points'][number], b: Arrow['points'][number]];

function listStretches({ points }: Arrow): Stretch[] {
  return points.slice(1).map((to, index) => [points[index]!, to] as const);
}

/** Whether a level or upright stretch enters a box; its border does not count. */
function enters([a, b]: Stretch, { x, y, width, height }: Box): boolean {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return right > x + 0.5 && left < x + width - 0.5 && bottom > y + 0.5 && top < y + height - 0.5;
}

/** Whether two stretches run on one another for more than a point. */
function covers([a, b]: Stretch, [c, d]: Stretch): boolean {
  const upright = a.x === b.x;
  if (upright !== (c.x === d.x) || (a.x === b.x) === (a.y === b.y)) return false;
  const [across, along] = upright ? (['x', 'y'] as const) : (['y', 'x'] as const);
  if (a[across] !== c[across]) return false;
  const low = Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]));
  const high = Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along]));
  return high - low > 0.5;
}

/** What is wrong with a drawing as a drawing, each in words. */
function findFaults(layout: LanesLayout): string[] {
  const faults: string[] = [];
  for (const arrow of layout.arrows) {
    const name = `${arrow.from} → ${arrow.to}`;
    for (const stretch of listStretches(arrow)) {
      const [a, b] = stretch;
      if (a.x !== b.x && a.y !== b.y) faults.push(`${name} runs askew`);
      if (Math.min(a.x, b.x) < layout.header || Math.max(a.x, b.x) > layout.width)
        faults.push(`${name} leaves the sheet`);
      if (Math.min(a.y, b.y) < 0 || Math.max(a.y, b.y) > layout.height)
        faults.push(`${name} leaves the sheet`);
      for (const node of layout.nodes) if (enters(stretch, node)) faults.push(`${name} crosses ${node.id}`);
    }
    for (const other of layout.arrows) {
      if (other === arrow || other.from === arrow.from || other.to === arrow.to) continue;
      if (listStretches(arrow).some((one) => listStretches(other).some((two) => covers(one, two))))
        faults.push(`${name} runs over ${other.from} → ${other.to}`);
    }
  }
  for (const node of layout.nodes) {
    const lane = layout.lanes[node.lane]!;
    if (node.y < lane.y || node.y + node.height > lane.y + lane.height)
      faults.push(`${node.id} is out of its lane`);
    for (const other of layout.nodes)
      if (other !== node && enters([node, { x: node.x + node.width, y: node.y + node.height }], other))
        faults.push(`${node.id} lies on ${other.id}`);
  }
  return faults;
}

/** Room that a text takes, a little less than its letters: touching is not crossing. */
function toTextBox({ x, y, lines, anchor }: NonNullable<Arrow['label']>): Box {
  const width = Math.max(...lines.map((line) => line.length)) * 5.5;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x: left, y: y - 8, width, height: 8 + (lines.length - 1) * 14 };
}

describe('the five procedures in lanes', () => {
  let procedures: readonly Procedure[] = [];
  beforeAll(async () => {
    const { catalogue } = await loadCatalogue([PACKS]);
    procedures = [...catalogue.procedures.values()];
  });

  it('are drawn without an arrow through a box, or over another arrow, or over a name', () => {
    expect(procedures.filter(({ pack }) => pack === 'tarjetas-de-credito')).toHaveLength(5);
    for (const procedure of procedures)
      for (const language of ['es', 'en'] as const) {
        const layout = toLanes(toLanesView(procedure, language));
        expect(findFaults(layout), procedure.id).toEqual([]);
        const texts = [
          ...layout.nodes.filter(({ kind }) => kind !== 'step').map(({ id, label }) => ({ id, label })),
          ...layout.arrows.flatMap(({ from, to, label }) =>
            label ? [{ id: `${from} → ${to}`, label }] : [],
          ),
        ];
        for (const { id, label } of texts)
          for (const arrow of layout.arrows)
            for (const stretch of listStretches(arrow))
              expect(
                enters(stretch, toTextBox(label)),
                `${procedure.id}: «${label.lines.join(' ')}» of ${id} under ${arrow.from} → ${arrow.to}`,
              ).toBe(false);
      }
  });

  it('keep the order of the document from left to right, each node in the lane of who acts', () => {
    for (const procedure of procedures) {
      const layout = toLanes(toLanesView(procedure, 'es'));
      for (const arrow of layout.arrows.filter(({ back }) => !back)) {
        const [from, to] = [arrow.from, arrow.to].map((id) => layout.nodes.find((node) => node.id === id)!);
        expect(to!.x + to!.width / 2).toBeGreaterThan(from!.x + from!.width / 2);
      }
      for (const node of procedure.nodes) {
        const placed = layout.nodes.find(({ id }) => id === node.id)!;
        expect(layout.lanes[placed.lane]!.id).toBe(node.actor);
      }
    }
  });

  it('are the same to the letter each time, and hostile names stay text', () => {
    for (const procedure of procedures) {
      const draw = () => drawLanes(toLanes(toLanesView(procedure, 'es')), 'x', PALETTES.light);
      expect(draw()).toBe(draw());
    }
    const view: LanesView = {
      lanes: [{ id: 'a', name: '</text><script>alert(1)</script>' }],
      nodes: [
        { id: 's', kind: 'start', lane: 'a', number: null, name: '"&<b>', next: [{ to: 'e', name: '<i>' }] },
        { id: 'e', kind: 'end', lane: 'a', number: null, name: 'fin', next: [] },
      ],
    };
    const svg = drawLanes(toLanes(view), "a'b", PALETTES.light);
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<i>');
    expect(svg).toContain('&lt;/text&gt;&lt;script');
  });

  it('are cut for paper between columns: every box is whole in one strip', () => {
    for (const procedure of procedures) {
      const layout = toLanes(toLanesView(procedure, 'es'));
      const windows = drawLaneStrips(layout, 'x', PALETTES.print, 900).map((svg) => {
        const [, from, width] = /<svg x="\d+" .* viewBox="([\d.]+) 0 ([\d.]+) /.exec(svg)!.map(Number);
        return { from: from!, to: from! + width! };
      });
      expect(windows[0]!.from).toBe(layout.header);
      expect(windows.at(-1)!.to).toBe(layout.width);
      for (const [index, { from, to }] of windows.entries()) {
        expect(to - from).toBeLessThanOrEqual(900 - layout.header);
        expect(from).toBe(windows[index - 1]?.to ?? layout.header);
      }
      for (const { x, width } of layout.nodes)
        expect(windows.filter(({ from, to }) => from <= x && x + width <= to)).toHaveLength(1);
    }
  });

  it('leave room for how many took each arrow, never over a box', () => {
    for (const procedure of procedures) {
      const pairs = procedure.nodes.flatMap(({ id }) => procedure.nodes.map((other) => `${id} ${other.id}`));
      const arrows = new Map(pairs.map((pair) => [pair, { note: '10.204' }]));
      const layout = toLanes(toLanesView(procedure, 'es', { arrows }));
      expect(findFaults(layout)).toEqual([]);
      for (const { note } of layout.arrows) {
        const left = { x: note!.x - note!.width / 2, y: note!.y };
        const right = { x: note!.x + note!.width / 2, y: note!.y };
        for (const node of layout.nodes) expect(enters([left, right], node), node.id).toBe(false);
      }
    }
  });

  it('write a measured time inside the box of its step', () => {
    const procedure = procedures[0]!;
    const step = procedure.nodes.find(({ kind }) => kind === 'step')!;
    const nodes = new Map([[step.id, { note: '12 min · n = 40' }]]);
    const placed = toLanes(toLanesView(procedure, 'es', { nodes })).nodes.find(({ id }) => id === step.id)!;
    expect(placed.note).toBe('12 min · n = 40');
    expect(placed.note_y!).toBeGreaterThan(placed.label.y);
    expect(placed.note_y!).toBeLessThan(placed.y + placed.height);
  });
});

/** Any procedure: steps and decisions in some lanes, ways on and ways back. */
const anyView = fc
  .record({
    lanes: fc.integer({ min: 1, max: 4 }),
    nodes: fc.array(
      fc.record({
        lane: fc.nat(3),
        ways: fc.integer({ min: 1, max: 3 }),
        to: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
      }),
      { minLength: 2, maxLength: 14 },
    ),
  })
  .map(({ lanes, nodes }): LanesView => {
    const count = nodes.length;
    return {
      lanes: Array.from({ length: lanes }, (_, lane) => ({ id: `l${lane}`, name: `Lane ${lane}` })),
      nodes: nodes.map(({ lane, ways, to }, index) => {
        const targets = new Set([index + 1, ...to.slice(0, ways - 1).map((n) => n % count)]);
        targets.delete(index);
        const isLast = index === count - 1;
        return {
          id: `n${index}`,
          kind: index === 0 ? 'start' : isLast ? 'end' : ways > 1 ? 'decision' : 'step',
          lane: `l${lane % lanes}`,
          number: index,
          name: 'A step of some words',
          next: isLast
            ? []
            : [...targets].map((target) => ({ to: `n${target}`, name: ways > 1 ? 'yes' : null })),
        };
      }),
    };
  });

it('draws any procedure without an arrow through a box or over another', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(findFaults(toLanes(view))).toEqual([]);
    }),
    { numRuns: 300, seed: 23 },
  );
});
