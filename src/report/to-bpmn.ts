import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import {
  type LanesLayout,
  type PlacedArrow,
  type PlacedNode,
  type PlacedText,
  toLanes,
  toLanesView,
} from '../charts/index.ts';
import type { Language, Procedure, ProcedureNode } from '../kernel/index.ts';

/** Width of the strips in which BPMN writes the names of pool and lanes. */
const STRIP = 30;
const TEXT_LINE = 14;

interface Drawn {
  readonly moddle: BpmnModdle;
  readonly layout: LanesLayout;
  readonly elements: ReadonlyMap<string, ModdleElement>;
  readonly flows: readonly ModdleElement[];
}

/** Ids of packs are slugs already; BPMN asks that they begin with a letter. */
const toId = (kind: string, id: string) => `${kind}_${id}`;
const flowId = ({ from, to, branch }: PlacedArrow) => `Flow_${from}_${to}_${branch}`;

/**
 * A procedure as BPMN 2.0 with its lanes and its drawing, in one language: the layout is that of our own
 * diagram, so that any tool opens it as it is seen here. Texts become documentation of the steps. The
 * same procedure gives the same bytes.
 */
export async function toBpmn(procedure: Procedure, language: Language): Promise<string> {
  const moddle = new BpmnModdle();
  const layout = toLanes(toLanesView(procedure, language));
  const elements = new Map(procedure.nodes.map((node) => [node.id, toElement(moddle, node, language)]));
  const flows = layout.arrows.map((arrow) => toFlow(moddle, arrow, elements));
  connect(elements, flows);
  const lanes = layout.lanes.map(({ id, name }) =>
    moddle.create('bpmn:Lane', {
      id: toId('Lane', id),
      name,
      flowNodeRef: procedure.nodes.filter(({ actor }) => actor === id).map((node) => elements.get(node.id)),
    }),
  );
  const process = moddle.create('bpmn:Process', {
    id: toId('Process', procedure.id),
    name: procedure.name[language],
    isExecutable: false,
    documentation: [moddle.create('bpmn:Documentation', { text: procedure.object[language] })],
    laneSets: [moddle.create('bpmn:LaneSet', { id: toId('LaneSet', procedure.id), lanes })],
    flowElements: [...elements.values(), ...flows],
  });
  const pool = moddle.create('bpmn:Participant', {
    id: toId('Participant', procedure.id),
    name: procedure.name[language],
    processRef: process,
  });
  const collaboration = moddle.create('bpmn:Collaboration', {
    id: toId('Collaboration', procedure.id),
    participants: [pool],
  });
  const drawn: Drawn = { moddle, layout, elements, flows };
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: toId('Plane', procedure.id),
    bpmnElement: collaboration,
    planeElement: [...toPoolShapes(drawn, pool, lanes), ...toNodeShapes(drawn), ...toEdges(drawn)],
  });
  const definitions = moddle.create('bpmn:Definitions', {
    id: toId('Definitions', procedure.id),
    targetNamespace: `urn:circuito:${procedure.pack}:${procedure.id}:${procedure.version}`,
    exporter: 'Circuito',
    rootElements: [collaboration, process],
    diagrams: [moddle.create('bpmndi:BPMNDiagram', { id: toId('Diagram', procedure.id), plane })],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

function toElement(moddle: BpmnModdle, node: ProcedureNode, language: Language): ModdleElement {
  const common = { id: toId('Node', node.id), name: node.name[language] };
  switch (node.kind) {
    case 'start':
      return moddle.create('bpmn:StartEvent', common);
    case 'end':
      return moddle.create('bpmn:EndEvent', common);
    case 'decision':
      return moddle.create('bpmn:ExclusiveGateway', common);
    case 'step': {
      const documentation = [moddle.create('bpmn:Documentation', { text: node.text[language] })];
      return moddle.create('bpmn:Task', { ...common, name: `${node.number}. ${common.name}`, documentation });
    }
    default:
      return node satisfies never;
  }
}

function toFlow(
  moddle: BpmnModdle,
  arrow: PlacedArrow,
  elements: ReadonlyMap<string, ModdleElement>,
): ModdleElement {
  const name = arrow.label?.lines.join(' ');
  return moddle.create('bpmn:SequenceFlow', {
    id: flowId(arrow),
    ...(name === undefined ? {} : { name }),
    sourceRef: elements.get(arrow.from),
    targetRef: elements.get(arrow.to),
  });
}

/** Each node names the arrows that leave and enter it. */
function connect(elements: ReadonlyMap<string, ModdleElement>, flows: readonly ModdleElement[]): void {
  for (const element of elements.values()) {
    const [incoming, outgoing] = (['targetRef', 'sourceRef'] as const).map((end) =>
      flows.filter((flow) => flow[end] === element),
    );
    if (incoming?.length) element['incoming'] = incoming;
    if (outgoing?.length) element['outgoing'] = outgoing;
  }
}

/** Our strip of names is wider than that of BPMN: everything moves to the left by the difference. */
const moved = (x: number, { header }: LanesLayout) => Math.round(x - header + 2 * STRIP);

function toBounds(moddle: BpmnModdle, x: number, y: number, width: number, height: number): ModdleElement {
  const rounded = {
    x: Math.round(x),
    y: Math.round(y),
    width: Math.round(width),
    height: Math.round(height),
  };
  return moddle.create('dc:Bounds', rounded);
}

function toPoolShapes(
  { moddle, layout }: Drawn,
  pool: ModdleElement,
  lanes: readonly ModdleElement[],
): ModdleElement[] {
  const width = moved(layout.width, layout);
  const shapes = [
    moddle.create('bpmndi:BPMNShape', {
      id: `${String(pool['id'])}_di`,
      bpmnElement: pool,
      isHorizontal: true,
      bounds: toBounds(moddle, 0, 0, width, layout.height),
    }),
  ];
  for (const [index, lane] of lanes.entries()) {
    const top = layout.lanes[index]?.y ?? 0;
    const bottom = layout.lanes[index + 1]?.y ?? layout.height;
    const shape = {
      id: `${String(lane['id'])}_di`,
      bpmnElement: lane,
      isHorizontal: true,
      bounds: toBounds(moddle, STRIP, top, width - STRIP, bottom - top),
    };
    shapes.push(moddle.create('bpmndi:BPMNShape', shape));
  }
  return shapes;
}

/** Where a name stands beside its drawing. */
function toLabel(
  { moddle, layout }: Drawn,
  { x, y, lines, anchor }: PlacedText,
  width: number,
): ModdleElement {
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  const bounds = toBounds(moddle, moved(left, layout), y - 11, width, lines.length * TEXT_LINE);
  return moddle.create('bpmndi:BPMNLabel', { bounds });
}

function toNodeShapes(drawn: Drawn): ModdleElement[] {
  const { moddle, layout, elements } = drawn;
  return layout.nodes.map((node: PlacedNode) => {
    const { id, kind, x, y, width, height, label } = node;
    return moddle.create('bpmndi:BPMNShape', {
      id: `${toId('Node', id)}_di`,
      bpmnElement: elements.get(id),
      ...(kind === 'decision' ? { isMarkerVisible: true } : {}),
      bounds: toBounds(moddle, moved(x, layout), y, width, height),
      ...(kind === 'step' ? {} : { label: toLabel(drawn, label, label.anchor === 'end' ? 60 : 120) }),
    });
  });
}

function toEdges(drawn: Drawn): ModdleElement[] {
  const { moddle, layout, flows } = drawn;
  return layout.arrows.map((arrow, index) =>
    moddle.create('bpmndi:BPMNEdge', {
      id: `${flowId(arrow)}_di`,
      bpmnElement: flows[index],
      waypoint: arrow.points.map(({ x, y }) =>
        moddle.create('dc:Point', { x: moved(x, layout), y: Math.round(y) }),
      ),
      ...(arrow.label === null
        ? {}
        : { label: toLabel(drawn, arrow.label, Math.max(20, 8 * (arrow.label.lines[0] ?? '').length)) }),
    }),
  );
}
