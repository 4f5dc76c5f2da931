import type { Procedure, ProcedureNode } from '../kernel/index.ts';

/** A procedure as the paths it allows: nodes by their position in the document. */
export interface ProcedureGraph {
  readonly ids: readonly string[];
  /** Position in `steps` of the step a node is, where the log registers it; -1 for what leaves no event. */
  readonly labels: readonly number[];
  readonly next: readonly (readonly number[])[];
  readonly start: number;
  /** Past the last node of every path: a position beyond those of the document. */
  readonly end: number;
  /** Ids of the steps that the log registers. */
  readonly steps: readonly string[];
}

function listNext(node: ProcedureNode, index: number, positions: ReadonlyMap<string, number>): number[] {
  if (node.kind === 'end') return [];
  const targets = node.kind === 'decision' ? node.branches.map(({ next }) => next) : [node.next];
  return targets.flatMap((target) => {
    if (target === null) return index + 1 < positions.size ? [index + 1] : [];
    return positions.get(target) ?? [];
  });
}

/**
 * The paths a procedure allows. A step that no activity of the log is, leaves no trace there:
 * cases pass it unseen, and nobody is said to skip it.
 */
export function toProcedureGraph(procedure: Procedure, registered: ReadonlySet<string>): ProcedureGraph {
  const { nodes } = procedure;
  const positions = new Map(nodes.map(({ id }, index) => [id, index]));
  const steps: string[] = [];
  const labels = nodes.map((node) => {
    if (node.kind !== 'step' || !registered.has(node.id)) return -1;
    return steps.push(node.id) - 1;
  });
  const end = nodes.length;
  const next = nodes.map((node, index) => {
    const targets = listNext(node, index, positions);
    return targets.length === 0 ? [end] : targets;
  });
  const found = nodes.findIndex(({ kind }) => kind === 'start');
  return {
    ids: [...nodes.map(({ id }) => id), ''],
    labels: [...labels, -1],
    next: [...next, []],
    start: Math.max(found, 0),
    end,
    steps,
  };
}
