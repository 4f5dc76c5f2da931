import { PALETTES, toTrendChart } from '../charts/index.ts';
import { printInPeriod, printNumber, printPeriod, printVerdict, PRINTERS } from '../sentences/index.ts';
import {
  heading,
  paragraph,
  toBasisBlocks,
  toClosedNote,
  toExceptionBlocks,
  toFooter,
  toState,
  toTone,
} from './compose-parts.ts';
import { toLoopBlocks } from './compose-loop.ts';
import type { MonthPaper } from './month-paper.ts';
import type { Block, Paper } from './paper.ts';
import type { PaperMeta, SheetPaper } from './sheet-paper.ts';
import { PAPER_WORDS } from './words.ts';

/** The monthly management report as a paper: what fails, by process, each sheet in short, what changed. */
export function composeMonth(view: MonthPaper, meta: PaperMeta): Paper {
  const { language } = meta;
  const words = PAPER_WORDS[language];
  const period = printPeriod(view.period, language);
  return {
    language,
    date: meta.date,
    kicker: meta.institution === '' ? words.month : `${words.month} · ${meta.institution}`,
    title: `${period.charAt(0).toUpperCase()}${period.slice(1)}`,
    subtitle: [
      view.provisional ? words.provisionalWhy : words.closedWhy,
      ...toClosedNote(view.sheets),
      ...(view.units === null ? [] : [words.only(view.units.join(', '))]),
    ].join(' · '),
    state: toState(view.provisional, meta),
    footer: toFooter(meta),
    page: words.page,
    blocks: [
      paragraph(view.sentence, { strong: true }),
      ...(view.sheets.length === 0 ? [paragraph(words.noneMeasured)] : []),
      ...toComplianceBlocks(view, meta),
      ...toChangeBlocks(view, meta),
      ...(view.loop ? toLoopBlocks(view.loop, language) : []),
      ...(view.apart.length === 0
        ? []
        : [
            { kind: 'note', text: words.apart(view.apart.map((name) => name[language]).join(', ')) } as const,
          ]),
      ...toExceptionBlocks(meta),
      ...toSheetBlocks(view, meta),
      ...toBasisBlocks(view.sheets, meta),
    ],
  };
}

/** As in the conclusions of the method: process, indicator, whether it complies, and the complaints that name it. */
function toComplianceBlocks(view: MonthPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const byId = new Map(view.sheets.map((sheet) => [sheet.indicator, sheet]));
  const rows = view.processes.flatMap((process) => {
    const own = process.indicators.flatMap((id) => byId.get(id) ?? []);
    const complaints = process.complaints === null ? '' : printNumber(process.complaints, language);
    return own.map((sheet, index) => ({
      tone: toTone(sheet.tiles.state.verdict, sheet.tiles.state.hides_tail),
      cells: [
        index === 0 ? process.name[language] : '',
        index === 0 ? complaints : '',
        sheet.name[language],
        sheet.tiles.result.text,
        sheet.tiles.standard.text,
        sheet.tiles.state.text,
      ],
    }));
  });
  if (rows.length === 0) return [];
  const when = printInPeriod(view.period, language);
  const own = view.processes.reduce((sum, { complaints }) => sum + (complaints ?? 0), 0);
  return [
    heading(1, words.compliance),
    {
      kind: 'table',
      tone_column: 5,
      columns: [
        { text: words.process, numeric: false, share: 5 },
        { text: words.complaints, numeric: true, share: 0 },
        { text: words.indicator, numeric: false, share: 6 },
        { text: words.result, numeric: true, share: 0 },
        // A standard that nothing fell under is told in words: it takes lines of its own, not the width of others.
        { text: words.standard, numeric: false, share: 4 },
        { text: words.complianceColumn, numeric: false, share: 0 },
      ],
      rows,
    },
    {
      kind: 'note',
      text:
        view.complaints === null
          ? words.noComplaints
          : [
              words.complaintsNote(printNumber(view.complaints, language), printNumber(own, language), when),
              ...(view.units === null ? [] : [words.complaintsLimited]),
            ].join(' '),
    },
  ];
}

function toChangeBlocks(view: MonthPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const byId = new Map(view.sheets.map((sheet) => [sheet.indicator, sheet]));
  const rows = view.changes.flatMap((change) => {
    const sheet = byId.get(change.indicator);
    return sheet ? [{ sheet, change }] : [];
  });
  if (rows.length === 0) return [];
  return [
    heading(1, words.since(printPeriod(view.previous, language))),
    {
      kind: 'table',
      tone_column: 3,
      columns: [
        { text: words.indicator, numeric: false, share: 1 },
        { text: words.before, numeric: true, share: 0 },
        { text: words.now, numeric: true, share: 0 },
        { text: words.change, numeric: false, share: 0 },
      ],
      rows: rows.map(({ sheet, change }) => ({
        tone: toChangeTone(change),
        cells: [
          sheet.name[language],
          change.before?.text ?? words.noValue,
          change.now?.text ?? words.noValue,
          sayChange(change, language),
        ],
      })),
    },
  ];
}

type Change = MonthPaper['changes'][number];

function toChangeTone({ before, now }: Change) {
  if (!before || !now || before.verdict === now.verdict) return 'plain';
  return toTone(now.verdict);
}

function sayChange({ before, now, moves, had_standard }: Change, language: PaperMeta['language']): string {
  const words = PAPER_WORDS[language];
  if (!now) return words.noNow;
  if (!before) return had_standard ? words.noBefore : words.noStandardBefore;
  if (before.verdict !== now.verdict)
    return words.turned(printVerdict(before.verdict, language), printVerdict(now.verdict, language));
  return words[moves];
}

function toSheetBlocks(view: MonthPaper, meta: PaperMeta): Block[] {
  if (view.sheets.length === 0) return [];
  const words = PAPER_WORDS[meta.language];
  return [
    { kind: 'page' },
    heading(1, words.sheets),
    ...view.sheets.map((sheet): Block => ({ kind: 'group', blocks: toShortSheet(sheet, meta) })),
  ];
}

/** A sheet in short: verdict and sentence, its trend, and what changed it since it was read. */
function toShortSheet(sheet: SheetPaper, { language }: PaperMeta): Block[] {
  const words = PAPER_WORDS[language];
  const known = sheet.trend.points.filter(({ value }) => value !== null).length;
  const chart =
    known < 2 ? null : toTrendChart(sheet.trend, { language, palette: PALETTES.print, print: PRINTERS });
  const { tiles } = sheet;
  return [
    heading(2, [sheet.code, sheet.name[language]].filter((text) => text !== null).join(' · ')),
    {
      kind: 'tiles',
      tiles: [
        { label: words.result, text: tiles.result.text, note: tiles.result.note ?? '', tone: 'plain' },
        { label: words.standard, text: tiles.standard.text, note: tiles.standard.note ?? '', tone: 'plain' },
        { label: words.trend, text: tiles.trend.text, note: tiles.trend.note ?? '', tone: 'plain' },
        {
          label: words.state,
          text: tiles.state.text,
          note: tiles.state.note ?? '',
          tone: toTone(tiles.state.verdict, tiles.state.hides_tail),
        },
      ],
    },
    paragraph(sheet.sentence),
    ...(sheet.interpretation === null ? [] : [paragraph(sheet.interpretation)]),
    ...(sheet.changes.length === 0
      ? []
      : [{ kind: 'list', items: sheet.changes.map(({ text }) => text) } as const]),
    ...(chart
      ? ([
          { kind: 'note', text: chart.finding[language] },
          { kind: 'chart', chart: { option: chart.option, height: chart.height }, alt: chart.alt[language] },
        ] as const)
      : []),
  ];
}
