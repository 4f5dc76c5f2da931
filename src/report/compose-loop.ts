import type { Language } from '../kernel/index.ts';
import { printDate, printNumber, printPeriod } from '../sentences/index.ts';
import { heading, paragraph, toTone } from './compose-parts.ts';
import type { MonthLoop } from './month-loop.ts';
import type { Block } from './paper.ts';

const WORDS = {
  es: {
    signals: (month: string) => `Señales: lo que se salió de lo habitual en ${month}`,
    more: (shown: string, of: string) => `Se muestran ${shown} de ${of}; todas están en Mejoras, Señales.`,
    indicator: 'Indicador',
    value: 'Resultado',
    n: 'n',
    what: 'Qué pasó',
    decisions: 'Decisiones del mes',
    date: 'Fecha',
    improvement: 'Mejora',
    decision: 'Decisión',
    why: 'Por qué',
    results: 'Qué se logró',
    workshops: 'Talleres dados',
    topic: 'Tema',
    left: 'Qué dejó',
    closing: 'Estado del mes',
  },
  en: {
    signals: (month: string) => `Signals: what left the usual in ${month}`,
    more: (shown: string, of: string) => `${shown} of ${of} are shown; all are in Improvements, Signals.`,
    indicator: 'Indicator',
    value: 'Result',
    n: 'n',
    what: 'What happened',
    decisions: 'Decisions of the month',
    date: 'Date',
    improvement: 'Improvement',
    decision: 'Decision',
    why: 'Why',
    results: 'What was achieved',
    workshops: 'Workshops held',
    topic: 'Topic',
    left: 'What came of it',
    closing: 'State of the month',
  },
} as const;

const column = (text: string, share: number, numeric = false) => ({ text, numeric, share });
const plain = (cells: readonly string[]) => ({ tone: 'plain' as const, cells });

function toSignalBlocks({ signals }: MonthLoop, language: Language): Block[] {
  const words = WORDS[language];
  const { of, lines } = signals;
  if (lines.length === 0) return [];
  const n = (value: number) => printNumber(value, language);
  return [
    heading(1, words.signals(printPeriod(lines[0]?.period ?? '', language))),
    {
      kind: 'table',
      tone_column: 1,
      columns: [
        column(words.indicator, 3),
        column(words.value, 0, true),
        column(words.n, 0, true),
        column(words.what, 7),
      ],
      rows: lines.map((line) => ({
        tone: toTone(line.verdict),
        cells: [
          line.part === null ? line.name : `${line.name}, ${line.part}`,
          line.value,
          n(line.n),
          line.sentence,
        ],
      })),
    },
    ...(lines.length < of ? [{ kind: 'note', text: words.more(n(lines.length), n(of)) } as const] : []),
  ];
}

function toDecisionBlocks({ decisions, results }: MonthLoop, language: Language): Block[] {
  const words = WORDS[language];
  const decided: Block[] =
    decisions.length === 0
      ? []
      : [
          heading(1, words.decisions),
          {
            kind: 'table',
            tone_column: -1,
            columns: [
              column(words.date, 0),
              column(words.improvement, 4),
              column(words.decision, 0),
              column(words.why, 5),
            ],
            rows: decisions.map(({ date, title, decision, reason, by, fact }) =>
              plain([
                printDate(date, language),
                `${title}. ${fact}`,
                by === null ? decision : `${decision} (${by})`,
                reason,
              ]),
            ),
          },
        ];
  if (results.length === 0) return decided;
  return [
    ...decided,
    heading(1, words.results),
    { kind: 'list', items: results.map(({ title, sentence }) => `${title}: ${sentence}`) },
  ];
}

function toWorkshopBlocks({ workshops }: MonthLoop, language: Language): Block[] {
  const words = WORDS[language];
  if (workshops.length === 0) return [];
  return [
    heading(1, words.workshops),
    {
      kind: 'table',
      tone_column: -1,
      columns: [column(words.date, 0), column(words.topic, 3), column(words.left, 5)],
      rows: workshops.map(({ date, topic, sentence }) => plain([printDate(date, language), topic, sentence])),
    },
  ];
}

/** What the month said and what was done about it; nothing where there is nothing. */
export function toLoopBlocks(loop: MonthLoop, language: Language): Block[] {
  return [
    ...(loop.closing === null ? [] : [heading(1, WORDS[language].closing), paragraph(loop.closing)]),
    ...toSignalBlocks(loop, language),
    ...toDecisionBlocks(loop, language),
    ...toWorkshopBlocks(loop, language),
  ];
}
