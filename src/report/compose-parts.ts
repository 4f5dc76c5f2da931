import type { Verdict } from '../kernel/index.ts';
import { printDate, printNumber } from '../sentences/index.ts';
import type { Block, Paper, Tone } from './paper.ts';
import type { PaperMeta, SheetPaper } from './sheet-paper.ts';
import { PAPER_WORDS } from './words.ts';

const TONES: Readonly<Record<Verdict, Tone>> = {
  met: 'met',
  'not-met': 'bad',
  'met-with-alert': 'alert',
  'no-data': 'none',
};

/** How a verdict looks; one that is met while its mean hides slow cases looks like an alert. */
export function toTone(verdict: Verdict, hides_tail = false): Tone {
  return hides_tail && verdict === 'met' ? 'alert' : TONES[verdict];
}

export function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text };
}

export function paragraph(
  text: string,
  more: { readonly tone?: Tone; readonly strong?: boolean } = {},
): Block {
  return { kind: 'text', text, tone: more.tone ?? 'plain', strong: more.strong ?? false };
}

/** Whether what is printed may still change. */
export function toState(provisional: boolean, { language }: PaperMeta): Paper['state'] {
  const words = PAPER_WORDS[language];
  return provisional ? { text: words.provisional, tone: 'alert' } : { text: words.closed, tone: 'met' };
}

/** The foot of every page: whose it is, when it was printed, and its code. */
export function toFooter(meta: PaperMeta): string {
  const words = PAPER_WORDS[meta.language];
  return [
    meta.institution,
    words.printed(printDate(meta.date, meta.language), meta.who),
    `${words.code} ${meta.code}`,
  ]
    .filter((text) => text !== '')
    .join(' · ');
}

/** A day of an ISO instant in words. */
export function sayDay(instant: string, language: PaperMeta['language']): string {
  return printDate(instant.slice(0, 10), language);
}

/** Exceptions in force, which every paper prints. */
export function toExceptionBlocks(meta: PaperMeta): Block[] {
  if (meta.exceptions.length === 0) return [];
  const words = PAPER_WORDS[meta.language];
  return [heading(1, words.exceptions), { kind: 'list', items: meta.exceptions }];
}

/** Imports, definitions and calendars behind figures, and the code that says whether they are still the same. */
export function toBasisBlocks(
  sheets: readonly Pick<SheetPaper, 'code' | 'indicator' | 'inputs' | 'calendars' | 'versions'>[],
  meta: PaperMeta,
): Block[] {
  const { language } = meta;
  const words = PAPER_WORDS[language];
  const imports = new Map(
    sheets
      .flatMap(({ inputs }) => inputs.flatMap((input) => input.imports))
      .map((item) => [item.import, item]),
  );
  // A row read by two indicators was corrected once.
  const corrected = new Set(sheets.flatMap(({ inputs }) => inputs.flatMap((input) => input.corrected))).size;
  const calendars = new Map(sheets.flatMap((sheet) => sheet.calendars).map((item) => [item.id, item]));
  const definitions = sheets.map(({ code, indicator, versions }) =>
    words.sheetVersion(code ?? indicator, String(versions.sheet)),
  );
  const packs = new Set(
    sheets.map(({ versions }) => words.pack(versions.pack_name[language], String(versions.pack_version))),
  );
  const said = (items: readonly string[]) => (items.length === 0 ? words.noValue : items.join('; '));
  return [
    heading(1, words.rests),
    {
      kind: 'pairs',
      rows: [
        [
          words.imports,
          said(
            [...imports.values()].map((item) =>
              // Of several indicators each read rows of its own.
              sheets.length > 1
                ? `${item.import} (${item.file})`
                : `${item.import} (${item.file}, ${words.rowsOf(printNumber(item.rows, language))})`,
            ),
          ),
        ],
        ...(corrected === 0
          ? []
          : [
              [
                words.corrected,
                words.correctedRows(printNumber(corrected, language), corrected === 1),
              ] as const,
            ]),
        [words.definitions, said([...definitions, ...packs])],
        [
          words.calendars,
          calendars.size === 0
            ? words.clock
            : said(
                [...calendars.values()].map(({ name, from }) =>
                  from === null ? name[language] : words.calendar(name[language], printDate(from, language)),
                ),
              ),
        ],
        [words.code, `${meta.code}. ${words.check}`],
      ],
    },
  ];
}

/** That the month is closed, and by which version, where the figures of a paper are those that were frozen. */
export function toClosedNote(sheets: readonly SheetPaper[]): readonly string[] {
  const closed = sheets.flatMap(({ warnings }) => warnings).find(({ code }) => code === 'closed');
  return closed ? [closed.text.replace(/\.$/, '')] : [];
}
