import { PALETTES, toDistributionChart, toTrendChart } from '../charts/index.ts';
import { capitalize, printInstant, printNumber, printPeriod, PRINTERS } from '../sentences/index.ts';
import {
  heading,
  paragraph,
  sayDay,
  toBasisBlocks,
  toClosedNote,
  toExceptionBlocks,
  toFooter,
  toState,
  toTone,
} from './compose-parts.ts';
import type { Block, Paper, PaperColumn } from './paper.ts';
import type { PaperMeta, SheetPaper } from './sheet-paper.ts';
import { sayFormula, toPaperFormula } from './to-paper-formula.ts';
import { PAPER_WORDS } from './words.ts';

/** Rows of a breakdown on paper: the worst first, and how many there are. */
const MOST_ROWS = 15;

/** The technical sheet as a paper, in the order of the screen. */
export function composeSheet(view: SheetPaper, meta: PaperMeta): Paper {
  const { language } = meta;
  const words = PAPER_WORDS[language];
  return {
    language,
    date: meta.date,
    kicker: [words.sheet, view.code].filter((text) => text !== null).join(' · '),
    title: view.name[language],
    subtitle: toSubtitle(view, meta),
    state: toState(view.provisional, meta),
    footer: toFooter(meta),
    page: words.page,
    blocks: [
      toTiles(view, meta),
      paragraph(view.sentence, { strong: true }),
      ...(view.interpretation === null ? [] : [paragraph(view.interpretation)]),
      ...(view.absence === null ? [] : [paragraph(view.absence.text, { tone: 'alert' })]),
      ...toTrendBlocks(view, meta),
      ...toFormulaBlocks(view, meta),
      heading(1, words.requirements),
      { kind: 'pairs', rows: view.requirements.map(({ label, text }) => [label, text]) },
      ...toDetailBlocks(view, meta),
      ...view.breakdowns.flatMap((breakdown) => toBreakdownBlocks(breakdown, meta)),
      ...toSpreadBlocks(view, meta),
      ...toOpenBlocks(view, meta),
      ...toWarningBlocks(view, meta),
      ...toHistoryBlocks(view, meta),
      ...toBasisBlocks([view], meta),
      ...toExceptionBlocks(meta),
    ],
  };
}

function toSubtitle(view: SheetPaper, { language }: PaperMeta): string {
  const words = PAPER_WORDS[language];
  const limited = [...view.filters.map(({ label }) => label), ...(view.units ?? [])];
  const period = printPeriod(view.period, language);
  return [
    `${period.charAt(0).toUpperCase()}${period.slice(1)}`,
    view.process.name[language],
    ...(limited.length === 0 ? [] : [words.only(limited.join(', '))]),
    ...(view.as_of === null ? [] : [words.asOf(printInstant(view.as_of, language))]),
    ...toClosedNote([view]),
  ].join(' · ');
}

function toTiles({ tiles }: SheetPaper, { language }: PaperMeta): Block {
  const words = PAPER_WORDS[language];
  const tile = (label: string, { text, note }: { text: string; note: string | null }) =>
    ({ label, text, note: note ?? '', tone: 'plain' }) as const;
  return {
    kind: 'tiles',
    tiles: [
      tile(words.result, tiles.result),
      tile(words.standard, tiles.standard),
      tile(words.trend, tiles.trend),
      { ...tile(words.state, tiles.state), tone: toTone(tiles.state.verdict, tiles.state.hides_tail) },
    ],
  };
}

function toTrendBlocks(view: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  if (view.trend.points.filter(({ value }) => value !== null).length < 2)
    return [heading(1, words.evolution), paragraph(words.noTrend)];
  const chart = toTrendChart(view.trend, { language, palette: PALETTES.print, print: PRINTERS });
  return [
    heading(1, words.evolution),
    paragraph(chart.finding[language]),
    { kind: 'chart', chart: { option: chart.option, height: chart.height }, alt: chart.alt[language] },
  ];
}

function toFormulaBlocks({ formula }: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const tree = toPaperFormula(formula.math, language);
  const rows = formula.variables.map(({ name, text }): [string, string] => [
    capitalize(name.replaceAll('_', ' ')),
    text,
  ]);
  const variables: Block[] = rows.length === 0 ? [] : [{ kind: 'pairs', rows }];
  return [heading(1, words.formula), { kind: 'formula', formula: tree, alt: sayFormula(tree) }, ...variables];
}

function toDetailBlocks(view: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  return [
    heading(1, words.details),
    {
      kind: 'pairs',
      rows: [
        ...view.details.map(({ label, text }): [string, string] => [label, text]),
        [words.standards, view.standards.length === 0 ? words.noValue : view.standards.join('; ')],
      ],
    },
  ];
}

function toBreakdownBlocks(breakdown: SheetPaper['breakdowns'][number], { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const { rows, total, label } = breakdown;
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS);
  const inside = shown.some((row) => row.inside !== null);
  const columns: PaperColumn[] = [
    { text: label, numeric: false, share: 1 },
    { text: words.value, numeric: true, share: 0 },
    { text: words.n, numeric: true, share: 0 },
    ...(inside ? [{ text: words.insideColumn, numeric: true, share: 0 }] : []),
    { text: words.verdict, numeric: false, share: 0 },
  ];
  return [
    heading(1, words.by(label)),
    {
      kind: 'table',
      columns,
      tone_column: columns.length - 1,
      rows: shown.map((row) => ({
        tone: isFew(row) ? 'none' : toTone(row.verdict),
        cells: [
          row.label,
          row.shown?.text ?? words.noValue,
          printNumber(row.n, language),
          ...(inside ? [row.inside ?? ''] : []),
          isFew(row) ? words.small : row.verdict_text,
        ],
      })),
    },
    ...(total > shown.length
      ? [{ kind: 'note', text: words.more(printNumber(total, language)) } as const]
      : []),
  ];
}

/** Of a handful of facts nobody is told to fail. */
function isFew({ is_small, verdict }: SheetPaper['breakdowns'][number]['rows'][number]): boolean {
  return is_small && verdict !== 'no-data';
}

function toSpreadBlocks(view: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const { inside, share, spread, distribution } = view;
  if (!inside && !share && spread === null && !distribution) return [];
  const said = [
    ...(inside ? [[words.inside(inside.text, printNumber(inside.n, language)), inside.interval]] : []),
    ...(share ? [[words.share(share.text, printNumber(share.n, language)), share.interval]] : []),
  ].map((parts) => `${parts.filter((text) => text !== null).join(', ')}.`);
  return [
    heading(1, words.spread),
    paragraph([...said, ...(spread === null ? [] : [spread])].join(' ')),
    ...(distribution && distribution.bins.length > 1
      ? [toDistributionBlock(distribution, view, language)]
      : []),
  ];
}

function toDistributionBlock(
  distribution: NonNullable<SheetPaper['distribution']>,
  view: SheetPaper,
  language: PaperMeta['language'],
): Block {
  const { bins, unit, limit } = distribution;
  const width = (bins[0]?.to ?? 1) - (bins[0]?.from ?? 0);
  const chart = toDistributionChart(
    {
      name: view.name,
      unit,
      limit,
      // The last stretch has no end: it is drawn as wide as the first, and its mark says from where.
      bins: bins.map(({ from, to, n }) => ({ from, to: to ?? from + width, count: n })),
      inside: null,
      highest: null,
      p50: null,
      p90: null,
    },
    { language, palette: PALETTES.print, print: PRINTERS },
  );
  return { kind: 'chart', chart: { option: chart.option, height: chart.height }, alt: chart.alt[language] };
}

function toOpenBlocks({ open }: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const print = (n: number) => printNumber(n, language);
  const parts = [
    words.openCount(print(open.count), open.count === 1),
    ...(open.past_limit > 0 ? [words.pastLimit(print(open.past_limit), open.past_limit === 1)] : []),
    ...(open.oldest ? [words.oldest(open.oldest.key, sayDay(open.oldest.opens, language))] : []),
  ];
  return [heading(1, words.open), paragraph(open.count === 0 ? words.noneOpen : `${parts.join('; ')}.`)];
}

function toWarningBlocks(view: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  return [
    ...(view.warnings.length === 0
      ? []
      : ([
          heading(1, words.warnings),
          { kind: 'list', items: view.warnings.map(({ text }) => text) },
        ] as const)),
    ...(view.changes.length === 0
      ? []
      : ([
          heading(1, words.changes),
          { kind: 'list', items: view.changes.map(({ text }) => text) },
        ] as const)),
  ];
}

function toHistoryBlocks({ definitions }: SheetPaper, { language }: PaperMeta): Block[] {
  if (definitions.length === 0) return [];
  const words = PAPER_WORDS[language];
  return [
    heading(1, words.history),
    {
      kind: 'list',
      items: definitions.map(({ at, version, by_name, approved_by_name, reason, changes }) =>
        [
          words.version(String(version), sayDay(at, language)),
          ...(by_name === null ? [] : [words.changedBy(by_name)]),
          ...(approved_by_name === null ? [] : [words.approvedBy(approved_by_name)]),
          ...(reason === null ? [] : [words.reason(reason)]),
          ...changes.map(({ label, from, to }) =>
            words.changed(label, from ?? words.nothing, to ?? words.nothing),
          ),
        ].join('; '),
      ),
    },
  ];
}
