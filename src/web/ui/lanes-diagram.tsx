import { Button } from '@mantine/core';
import { type Ref, useMemo, useState } from 'react';
import {
  LANE_SIZES as SIZE,
  type LanesLayout,
  type LanesView,
  type PlacedNode,
  type PlacedText,
  toLanes,
} from '../../charts/index.ts';
import styles from './lanes-diagram.module.css';
import { useKitTexts } from './texts.ts';
import { useOverflow } from './use-overflow.ts';

interface LanesDiagramProps {
  readonly view: LanesView;
  /** What the diagram shows, for whoever does not see it; the steps in words stand near. */
  readonly label: string;
  /** What is read of a node: its number, who acts, what comes next. */
  readonly describe: (node: PlacedNode) => string;
  /** The node that is looked at, and what hears of another. */
  readonly chosen?: string | null;
  readonly onChoose?: (id: string) => void;
}

/**
 * A procedure in lanes: it scrolls sideways under the names of its lanes, and each node takes the focus.
 * One too wide for its place can be seen whole instead, each step by its number.
 */
export function LanesDiagram(props: LanesDiagramProps) {
  const t = useKitTexts();
  const { ref, overflows } = useOverflow<HTMLDivElement>();
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      {(overflows || isWhole) && (
        <Button
          className={styles.fit}
          variant="default"
          size="xs"
          mb="xs"
          aria-pressed={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {t.fitWidth}
        </Button>
      )}
      <Drawing {...props} isWhole={isWhole} overflows={overflows} place={ref} />
    </>
  );
}

interface DrawingProps extends LanesDiagramProps {
  readonly isWhole: boolean;
  readonly overflows: boolean;
  readonly place: Ref<HTMLDivElement>;
}

/** Of the whole height, so that names stand beside their lanes however small it is drawn. */
const toShare = (part: number, height: number): string => `calc(100% * ${part} / ${height})`;

function Drawing({
  view,
  label,
  describe,
  chosen = null,
  onChoose,
  isWhole,
  overflows,
  place,
}: DrawingProps) {
  const layout = useMemo(() => toLanes(view), [view]);
  const { width, height, lanes, arrows, nodes, header } = layout;
  return (
    <div
      ref={place}
      className={styles.scroll}
      data-whole={isWhole || undefined}
      role="group"
      aria-label={label}
      tabIndex={overflows ? 0 : undefined}
    >
      <div className={styles.names} style={isWhole ? undefined : { height }} aria-hidden="true">
        {lanes.map((lane, index) => (
          <span
            key={lane.id}
            className={styles.name}
            data-lane={index % 3}
            style={{ top: toShare(lane.y, height), height: toShare(lane.height, height) }}
          >
            {lane.name}
          </span>
        ))}
      </div>
      <svg
        className={styles.drawing}
        {...(isWhole
          ? { viewBox: `${header} 0 ${width - header} ${height}` }
          : { width, height, viewBox: `0 0 ${width} ${height}`, style: { marginLeft: -header } })}
      >
        <Tips />
        {lanes.map((lane, index) => (
          <rect
            key={lane.id}
            className={styles.lane}
            data-lane={index % 3}
            y={lane.y}
            width={width}
            height={lane.height}
            rx={6}
          />
        ))}
        {arrows.map((arrow) => (
          <Arrow key={`${arrow.from} ${arrow.to} ${arrow.branch}`} arrow={arrow} />
        ))}
        {nodes.map((node) => (
          <Node
            key={node.id}
            node={node}
            lane={lanes[node.lane]?.name ?? ''}
            text={describe(node)}
            isChosen={node.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </svg>
    </div>
  );
}

/** Heads of the arrows; they take the colour of the arrow by its tone. */
function Tips() {
  return (
    <defs>
      {(['plain', 'action'] as const).map((tone) => (
        <marker
          key={tone}
          id={`lane-tip-${tone}`}
          viewBox="0 0 8 8"
          refX={7.5}
          refY={4}
          markerWidth={8}
          markerHeight={8}
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path d="M0 .5 8 4 0 7.500z" className={styles.tip} data-tone={tone} />
        </marker>
      ))}
    </defs>
  );
}

function Lines({
  text,
  line,
  className,
}: {
  readonly text: PlacedText;
  readonly line: number;
  readonly className?: string;
}) {
  return (
    <text className={className} textAnchor={text.anchor}>
      {text.lines.map((words, index) => (
        <tspan key={`${text.y + index * line}`} x={text.x} y={text.y + index * line}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

function Arrow({ arrow }: { readonly arrow: LanesLayout['arrows'][number] }) {
  const { path, label, note, tone } = arrow;
  return (
    <g aria-hidden="true">
      <path d={path} className={styles.arrow} data-tone={tone} markerEnd={`url(#lane-tip-${tone})`} />
      {label && <Lines text={label} line={SIZE.label_line} className={styles.answer} />}
      {note && (
        <>
          <rect
            className={styles.noteBack}
            x={note.x - note.width / 2}
            y={note.y - 8}
            width={note.width}
            height={16}
            rx={8}
          />
          <text className={styles.answer} textAnchor="middle" x={note.x} y={note.y + 4}>
            {note.text}
          </text>
        </>
      )}
    </g>
  );
}

interface NodeProps {
  readonly node: PlacedNode;
  readonly lane: string;
  readonly text: string;
  readonly isChosen: boolean;
  readonly onChoose: ((id: string) => void) | undefined;
}

function Node({ node, text, isChosen, onChoose }: NodeProps) {
  const choose = () => onChoose?.(node.id);
  const { x, y, width, height } = node;
  return (
    <g
      className={styles.node}
      data-kind={node.kind}
      data-lane={node.lane % 3}
      data-tone={node.tone}
      data-chosen={isChosen || undefined}
    >
      <g aria-hidden="true">
        <Shape node={node} />
      </g>
      {/* What is pressed lies over the drawing, so that only its own name is heard. */}
      <rect
        className={styles.press}
        x={x}
        y={y}
        width={width}
        height={height}
        rx={8}
        role={onChoose ? 'button' : 'img'}
        aria-label={text}
        aria-pressed={onChoose ? isChosen : undefined}
        tabIndex={0}
        onClick={choose}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        }}
      />
    </g>
  );
}

function Shape({ node }: { readonly node: PlacedNode }) {
  const { x, y, width, height, label, kind } = node;
  const [middleX, middleY, half] = [x + width / 2, y + height / 2, width / 2];
  switch (kind) {
    case 'step':
      return (
        <>
          <rect className={styles.box} x={x} y={y} width={width} height={height} rx={8} />
          <Lines text={label} line={SIZE.line} className={styles.words} />
          {node.note !== null && node.note_y !== null && (
            <text className={styles.time} textAnchor="middle" x={middleX} y={node.note_y}>
              {node.note}
            </text>
          )}
          {node.number !== null && (
            <text className={styles.only} textAnchor="middle" x={middleX} y={middleY + 17}>
              {node.number}
            </text>
          )}
          {node.number !== null && (
            <>
              <circle className={styles.badge} cx={x + 4} cy={y + 3} r={SIZE.badge / 2} />
              <text className={styles.number} textAnchor="middle" x={x + 4} y={y + 7}>
                {node.number}
              </text>
            </>
          )}
        </>
      );
    case 'decision':
      return (
        <>
          <path
            className={styles.box}
            d={`M${middleX} ${y}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`}
          />
          <text
            className={styles.question}
            aria-hidden="true"
            textAnchor="middle"
            x={middleX}
            y={middleY + 5}
          >
            ?
          </text>
          <Lines text={label} line={SIZE.label_line} className={styles.answer} />
        </>
      );
    case 'start':
    case 'end':
      return (
        <>
          <circle className={styles.box} cx={middleX} cy={middleY} r={half - 1} />
          <Lines text={label} line={SIZE.label_line} className={styles.answer} />
        </>
      );
    default:
      return kind satisfies never;
  }
}
