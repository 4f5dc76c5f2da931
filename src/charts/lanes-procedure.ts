import type { Actor, Language, LocalText, ProcedureNode } from '../kernel/index.ts';
import type { LaneNode, LanesView, LaneTone } from './lanes-view.ts';

/** What is laid over the nodes and arrows of a procedure: measured times, or how many took each way. */
export interface LaneNotes {
  /** By id of the node. */
  readonly nodes?: ReadonlyMap<string, { readonly note?: string; readonly tone?: LaneTone }>;
  /** By `from to`, ids of nodes. */
  readonly arrows?: ReadonlyMap<string, { readonly note?: string; readonly tone?: LaneTone }>;
}

/** Ids of the nodes that follow a node of a procedure, with the answer that leads to each; `next` that says nothing is the node written next. */
export function followNode(
  nodes: readonly ProcedureNode[],
  index: number,
): readonly { readonly to: string; readonly name: LocalText | null }[] {
  const node = nodes[index];
  const written = nodes[index + 1]?.id ?? null;
  if (node === undefined || node.kind === 'end') return [];
  const ways = node.kind === 'decision' ? node.branches : [{ name: null, next: node.next }];
  return ways.flatMap(({ name, next }) => {
    const to = next ?? written;
    return to === null ? [] : [{ to, name }];
  });
}

/** A procedure as a diagram in lanes shows it, in one language. Lanes nobody acts in are left out. */
export function toLanesView(
  {
    actors,
    nodes,
  }: {
    readonly actors: readonly Pick<Actor, 'id' | 'name'>[];
    readonly nodes: readonly ProcedureNode[];
  },
  language: Language,
  notes: LaneNotes = {},
): LanesView {
  const acting = new Set(nodes.map(({ actor }) => actor));
  return {
    lanes: actors.filter(({ id }) => acting.has(id)).map(({ id, name }) => ({ id, name: name[language] })),
    nodes: nodes.map(
      (node, index): LaneNode => ({
        id: node.id,
        kind: node.kind,
        lane: node.actor,
        number: node.kind === 'step' ? node.number : null,
        name: node.name[language],
        ...notes.nodes?.get(node.id),
        next: followNode(nodes, index).map(({ to, name }) => ({
          to,
          name: name?.[language] ?? null,
          ...notes.arrows?.get(`${node.id} ${to}`),
        })),
      }),
    ),
  };
}
