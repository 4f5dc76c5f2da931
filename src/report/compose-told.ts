import type { Language } from '../kernel/index.ts';
import { capitalize, printDate, printPeriod } from '../sentences/index.ts';
import type { Paper } from './paper.ts';
import { PAPER_WORDS } from './words.ts';

/** One change that clients were told of; texts in the language of the paper, nobody named in them. */
export interface ToldItem {
  /** Whether clients said it; seen by the institution itself otherwise. */
  readonly by_clients: boolean;
  readonly said: string;
  readonly done: string;
  readonly result: string;
  /** On what the result rests: n and periods; empty without one. */
  readonly note: string;
}

/** What clients said and what was done, of a period and a place. */
export interface ToldPaper {
  readonly language: Language;
  /** Local date it is printed. */
  readonly date: string;
  readonly institution: string;
  readonly period: string;
  /** Null for the whole institution. */
  readonly unit: string | null;
  readonly items: readonly ToldItem[];
}

const WORDS = {
  es: {
    title: 'Nos dijeron, hicimos',
    said: 'Nos dijeron',
    saw: 'Vimos',
    done: 'Hicimos',
    result: 'Y ahora',
    none: 'En este tiempo no se avisó a los clientes de ningún cambio.',
    more: 'Cuéntenos lo que falta: pida el formulario de reclamos y sugerencias en cualquier ventanilla.',
    printed: (date: string) => `Impreso el ${date}`,
    thanks: 'Gracias por decírnoslo',
  },
  en: {
    title: 'You said, we did',
    said: 'You told us',
    saw: 'We saw',
    done: 'What we did',
    result: 'And now',
    none: 'Clients were told of no change in this time.',
    more: 'Tell us what is missing: ask for the complaints and suggestions form at any desk.',
    printed: (date: string) => `Printed on ${date}`,
    thanks: 'Thank you for telling us',
  },
} as const;

const toPlace = ({ institution, unit }: ToldPaper): string =>
  [institution, ...(unit === null ? [] : [unit])].filter((text) => text !== '').join(', ');

const toLines = (item: ToldItem, language: Language) => {
  const words = WORDS[language];
  return [
    { label: item.by_clients ? words.said : words.saw, text: item.said },
    { label: words.done, text: item.done },
    { label: words.result, text: item.result },
  ];
};

/** One sheet for clients to read where they are served. */
export function composeTold(view: ToldPaper): Paper {
  const { language } = view;
  const words = WORDS[language];
  return {
    language,
    date: view.date,
    look: 'wall',
    kicker: toPlace(view) === '' ? words.title : toPlace(view),
    title: words.title,
    subtitle: capitalize(printPeriod(view.period, language)),
    state: { text: words.thanks, tone: 'met' },
    footer: [view.institution, words.printed(printDate(view.date, language))]
      .filter((text) => text !== '')
      .join(' · '),
    page: PAPER_WORDS[language].page,
    blocks: [
      ...(view.items.length === 0
        ? [{ kind: 'note', text: words.none } as const]
        : [
            {
              kind: 'poster',
              items: view.items.map((item) => ({ lines: toLines(item, language), note: item.note })),
            } as const,
          ]),
      { kind: 'text', text: words.more, tone: 'plain', strong: true },
    ],
  };
}

/** The same as text to copy into a message or a page; empty without anything to tell. */
export function toToldText(view: ToldPaper): string {
  if (view.items.length === 0) return '';
  const { language } = view;
  const words = WORDS[language];
  const items = view.items.map((item) =>
    toLines(item, language)
      .map(({ label, text }) => `${label}: ${text}`)
      .join('\n'),
  );
  const head = [words.title, toPlace(view), printPeriod(view.period, language)];
  return [head.filter((text) => text !== '').join(' · '), ...items, words.more].join('\n\n');
}
