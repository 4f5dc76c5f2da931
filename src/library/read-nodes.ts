import type { Actor, Next, ProcedureNode } from '../kernel/index.ts';
import { ROLES, toSlug } from '../kernel/index.ts';
import type { Spot } from './fields.ts';
import { checkId, Fields } from './fields.ts';
import { checkTwice, readOwnName } from './name-in-procedure.ts';

const KINDS = ['start', 'step', 'decision', 'end'] as const;
type NodeKind = (typeof KINDS)[number];

const COMMON = ['actor', 'name'];
const KNOWN: Readonly<Record<NodeKind, readonly string[]>> = {
  start: [...COMMON, 'next'],
  step: [...COMMON, 'text', 'activities', 'next'],
  decision: [...COMMON, 'branches'],
  end: COMMON,
};

/** Reads the lanes, one per key. */
export function readActors(spot: Spot | null): Actor[] {
  return (spot?.entries() ?? []).map(({ key, value }) => {
    checkId(value, key);
    const fields = new Fields(value, ['name', 'area', 'role']);
    const role = fields.find('role') === null ? null : fields.choice('role', ROLES);
    return { id: key, name: fields.local('name'), area: fields.localIf('area'), role };
  });
}

/** A node with the places of what it names: told about once all nodes are read. */
interface ReadNode {
  readonly node: ProcedureNode;
  readonly spot: Spot;
  readonly idSpot: Spot;
  readonly nexts: readonly Spot[];
}

function readNode(spot: Spot, actors: readonly string[], number: number): ReadNode | null {
  const keys = spot.keys();
  const kind = KINDS.find((each) => keys.includes(each));
  if (kind === undefined) {
    // Names the misspelt word, or says which four there are.
    const before = spot.source.problems.length;
    new Fields(spot, [...KINDS, ...KNOWN.step, 'branches']);
    if (spot.source.problems.length === before) spot.add('node-without-kind', { kinds: [...KINDS] });
    return null;
  }
  const fields = new Fields(spot, [kind, ...KNOWN[kind]]);
  const id = fields.id(kind);
  const actorSpot = fields.need('actor');
  const actor = actorSpot ? readOwnName(actorSpot, 'actor', actors) : '';
  const name = fields.local('name');
  const idSpot = fields.find(kind) ?? spot;
  const next = fields.find('next');
  const leadsTo = (each: Spot | null): Next => each?.text() ?? null;
  if (kind === 'end') return { node: { kind, id, actor, name }, spot, idSpot, nexts: [] };
  if (kind === 'decision') {
    const spots = fields.needList('branches');
    if (spots.length === 1) fields.find('branches')?.add('decision-with-one-branch', { node: id });
    const nexts: Spot[] = [];
    const branches = spots.map((each) => {
      const branch = new Fields(each, ['name', 'next']);
      const to = branch.find('next');
      if (to) nexts.push(to);
      return { name: branch.local('name'), next: leadsTo(to) };
    });
    return { node: { kind, id, actor, name, branches }, spot, idSpot, nexts };
  }
  const nexts = next ? [next] : [];
  if (kind === 'start') {
    return { node: { kind, id, actor, name, next: leadsTo(next) }, spot, idSpot, nexts };
  }
  const node: ProcedureNode = {
    kind,
    id,
    actor,
    number,
    name,
    text: fields.local('text'),
    activities: fields.texts('activities'),
    next: leadsTo(next),
  };
  return { node, spot, idSpot, nexts };
}

/** Ids of the nodes that a node leads to; the node written next where it names none. */
function followers(node: ProcedureNode, following: string | undefined): (string | undefined)[] {
  if (node.kind === 'end') return [];
  const nexts = node.kind === 'decision' ? node.branches.map(({ next }) => next) : [node.next];
  return nexts.map((next) => next ?? following);
}

/** From the start every node is reached, and every way comes to an end. */
function checkWays(read: readonly ReadNode[]): void {
  const index = new Map(read.map(({ node }, position) => [node.id, position]));
  const reached = new Set<number>();
  const queue = read.flatMap(({ node }, position) => (node.kind === 'start' ? [position] : []));
  for (let position = queue.pop(); position !== undefined; position = queue.pop()) {
    if (reached.has(position)) continue;
    reached.add(position);
    const { node, spot } = read[position]!;
    for (const next of followers(node, read[position + 1]?.node.id)) {
      if (next === undefined) spot.add('procedure-runs-out', { node: node.id });
      else if (index.has(next)) queue.push(index.get(next)!);
    }
  }
  read.forEach(({ node, idSpot }, position) => {
    if (!reached.has(position)) idSpot.add('node-not-reached', { node: node.id });
  });
}

/** Names of two steps under which a log could mean either. */
function checkActivities(read: readonly ReadNode[]): void {
  const owners = new Map<string, string>();
  for (const { node, idSpot } of read) {
    if (node.kind !== 'step') continue;
    const names = [node.id, node.name.es, node.name.en, ...node.activities];
    for (const slug of new Set(names.map(toSlug))) {
      const other = owners.get(slug);
      if (other === undefined) owners.set(slug, node.id);
      else if (other !== node.id) {
        const name = names.find((each) => toSlug(each) === slug) ?? slug;
        idSpot.add('activity-of-two-steps', { name, first: other, second: node.id }, undefined, 'warning');
      }
    }
  }
}

/** Reads the nodes of a procedure in the order of the document, and whether one can walk from start to end. */
export function readNodes(fields: Fields, actors: readonly Actor[]): ProcedureNode[] {
  const spot = fields.find('nodes');
  const spots = fields.needList('nodes');
  const lanes = actors.map(({ id }) => id);
  let steps = 0;
  const read = spots.map((each) => {
    if (each.keys().includes('step')) steps++;
    return readNode(each, lanes, steps);
  });
  const nodes = read.filter((each) => each !== null);
  const named = nodes.map(({ node, idSpot }) => ({ name: node.id, spot: idSpot }));
  checkTwice(named);
  const ids = named.map(({ name }) => name);
  const starts = new Set(nodes.flatMap(({ node }) => (node.kind === 'start' ? [node.id] : [])));
  const before = spot?.source.problems.length ?? 0;
  for (const { nexts } of nodes) {
    for (const next of nexts) {
      const name = readOwnName(next, 'node', ids);
      if (starts.has(name)) next.add('leads-to-start', { node: name });
    }
  }
  const ends = nodes.filter(({ node }) => node.kind === 'end').length;
  const isNamed = (spot?.source.problems.length ?? 0) === before;
  if (spot !== null && spots.length > 0) {
    for (const kind of ['start', 'end'] as const) {
      const found = nodes.filter(({ node }) => node.kind === kind);
      if (found.length === 0 && nodes.length === read.length) spot.add('procedure-without-node', { kind });
      if (kind === 'start' && found.length > 1)
        found[1]!.idSpot.add('two-starts', { node: found[1]!.node.id });
    }
  }
  // A way that leads nowhere, or a start that is not read, leaves nodes unreached: told once.
  if (isNamed && starts.size === 1 && ends > 0 && nodes.length === read.length) checkWays(nodes);
  checkActivities(nodes);
  return nodes.map(({ node }) => node);
}
