import { drawLaneStrips, followNode, PALETTES, toLanes, toLanesView } from '../charts/index.ts';
import type { Language, LocalText, Procedure } from '../kernel/index.ts';
import { printDate, printTime } from '../sentences/index.ts';
import { heading, paragraph } from './compose-parts.ts';
import type { Block, Paper } from './paper.ts';

/** What the document of a procedure is made of. */
export interface ProcedurePaper {
  readonly language: Language;
  /** Local date it is printed, and who prints it. */
  readonly date: string;
  readonly who: string;
  readonly institution: string;
  readonly process: LocalText;
  readonly procedure: Procedure;
  readonly sentence: string;
  /** Measured times by node; none where nothing was measured. */
  readonly times: readonly { readonly node: string; readonly median_min: number; readonly n: number }[];
}

/** Width of a strip of the diagram, in pixels: its texts come out at about 7 points on A4. */
const STRIP_WIDTH = 900;

const WORDS = {
  es: {
    kicker: 'Procedimiento',
    version: (n: number, date: string) => `Versión ${n}, desde el ${date}`,
    type: 'Tipo',
    object: 'Objeto',
    starts: 'Empieza con',
    ends: 'Termina con',
    areas: 'Áreas',
    policies: 'Políticas',
    requirements: 'Requisitos',
    steps: 'Pasos',
    number: 'N.º',
    who: 'Quién',
    what: 'Qué se hace',
    time: 'Desde el anterior',
    diagram: 'En carriles',
    alt: 'Diagrama en carriles; la tabla de pasos dice lo mismo en palabras.',
    start: 'Inicio',
    end: 'Fin',
    printed: (date: string, who: string) => `Impreso el ${date}${who === '' ? '' : ` por ${who}`}`,
    page: ['página ', ' de '],
  },
  en: {
    kicker: 'Procedure',
    version: (n: number, date: string) => `Version ${n}, from ${date}`,
    type: 'Type',
    object: 'Object',
    starts: 'Starts with',
    ends: 'Ends with',
    areas: 'Areas',
    policies: 'Policies',
    requirements: 'Requirements',
    steps: 'Steps',
    number: 'No.',
    who: 'Who',
    what: 'What is done',
    time: 'Since the one before',
    diagram: 'In lanes',
    alt: 'Diagram in lanes; the table of steps says the same in words.',
    start: 'Start',
    end: 'End',
    printed: (date: string, who: string) => `Printed on ${date}${who === '' ? '' : ` by ${who}`}`,
    page: ['page ', ' of '],
  },
} as const;

/** The document of a procedure: its sheet, its drawing in strips, and every step in words. */
export function composeProcedure(view: ProcedurePaper): Paper {
  const { language, procedure, institution } = view;
  const words = WORDS[language];
  const title = procedure.name[language];
  const list = (label: string, lines: readonly LocalText[]): Block[] =>
    lines.length === 0
      ? []
      : [heading(2, label), { kind: 'list', items: lines.map((line) => line[language]) }];
  return {
    language,
    date: view.date,
    kicker: institution === '' ? words.kicker : `${words.kicker} · ${institution}`,
    title,
    subtitle: view.process[language],
    state: { text: words.version(procedure.version, printDate(procedure.from, language)), tone: 'none' },
    footer: [institution, words.printed(printDate(view.date, language), view.who)]
      .filter((text) => text !== '')
      .join(' · '),
    page: words.page,
    blocks: [
      paragraph(view.sentence, { strong: true }),
      {
        kind: 'pairs',
        rows: [
          [words.type, procedure.type[language]],
          [words.object, procedure.object[language]],
          [words.starts, procedure.starts[language]],
          [words.ends, procedure.ends[language]],
        ],
      },
      ...list(words.areas, procedure.areas),
      ...list(words.policies, procedure.policies),
      ...list(words.requirements, procedure.requirements),
      heading(1, words.diagram),
      ...toStrips(view, title),
      heading(1, words.steps),
      toSteps(view),
    ],
  };
}

function toStrips({ procedure, language, times }: ProcedurePaper, title: string): Block[] {
  const nodes = new Map(
    times.map(({ node, median_min, n }) => [node, { note: `${printTime(median_min, language)} · n = ${n}` }]),
  );
  const layout = toLanes(toLanesView(procedure, language, { nodes }));
  return drawLaneStrips(layout, title, PALETTES.print, STRIP_WIDTH).map((svg) => ({
    kind: 'drawing',
    svg,
    alt: WORDS[language].alt,
  }));
}

/** Every node in the order of the document, with where its answers lead. */
function toSteps({ procedure, language, times }: ProcedurePaper): Block {
  const words = WORDS[language];
  const nameOf = (id: string) => procedure.nodes.find((node) => node.id === id)?.name[language] ?? id;
  const rows = procedure.nodes.map((node, index) => {
    const actor = procedure.actors.find(({ id }) => id === node.actor);
    const time = times.find((each) => each.node === node.id);
    const ways = followNode(procedure.nodes, index).flatMap(({ to, name }) =>
      name === null ? [] : [`${name[language]}: ${nameOf(to)}`],
    );
    const said = {
      start: `${words.start}: ${node.name[language]}`,
      end: `${words.end}: ${node.name[language]}`,
      decision: `${node.name[language]} ${ways.join('; ')}.`,
      step: node.kind === 'step' ? `${node.name[language]}. ${node.text[language]}` : '',
    }[node.kind];
    return {
      tone: 'plain' as const,
      cells: [
        node.kind === 'step' ? String(node.number) : '',
        actor?.name[language] ?? node.actor,
        said,
        ...(times.length === 0
          ? []
          : [time ? `${printTime(time.median_min, language)} (n = ${time.n})` : '']),
      ],
    };
  });
  return {
    kind: 'table',
    tone_column: -1,
    columns: [
      { text: words.number, numeric: true, share: 0 },
      { text: words.who, numeric: false, share: 2 },
      { text: words.what, numeric: false, share: 6 },
      ...(times.length === 0 ? [] : [{ text: words.time, numeric: true, share: 2 }]),
    ],
    rows,
  };
}
