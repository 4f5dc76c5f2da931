import { capitalize, printNumber, printPeriod } from '../sentences/index.ts';
import { toFooter, toState, toTone } from './compose-parts.ts';
import type { Paper } from './paper.ts';
import type { PaperMeta } from './sheet-paper.ts';
import type { WallPaper } from './wall-paper.ts';
import { PAPER_WORDS } from './words.ts';

const WORDS = {
  es: { kicker: 'Cómo vamos', whole: 'Toda la institución', people: 'personas', small: 'muestra pequeña' },
  en: { kicker: 'How we are doing', whole: 'The whole institution', people: 'people', small: 'small sample' },
} as const;

/** One sheet to hang on the wall of a unit: its indicators in large figures. No person is named on it. */
export function composeWall(view: WallPaper, meta: PaperMeta): Paper {
  const { language } = meta;
  const words = WORDS[language];
  const when = capitalize(printPeriod(view.period, language));
  return {
    language,
    date: meta.date,
    look: 'wall',
    kicker: meta.institution === '' ? words.kicker : `${words.kicker} · ${meta.institution}`,
    title: view.unit ?? words.whole,
    subtitle: `${when}. ${view.count}`,
    state: toState(view.provisional, meta),
    // Nobody's name hangs on a wall, not even that of who printed it.
    footer: toFooter({ ...meta, who: '' }),
    page: PAPER_WORDS[language].page,
    blocks: [
      {
        kind: 'wall',
        rows: view.rows.map((row) => ({
          name: row.name,
          result: row.result,
          standard: [row.standard, row.direction].filter((text) => text !== null).join('; '),
          verdict: row.verdict_text,
          tone: toTone(row.verdict, row.hides_tail),
          trend: row.trend,
          n: [
            `n = ${printNumber(row.n, language)}${row.counts_people ? ` ${words.people}` : ''}`,
            ...(row.is_small ? [words.small] : []),
          ].join(', '),
        })),
        sentence: view.sentence,
        note: view.rest ?? '',
      },
    ],
  };
}
