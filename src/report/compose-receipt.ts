import type { Language } from '../kernel/index.ts';
import { printDate } from '../sentences/index.ts';
import { heading, paragraph } from './compose-parts.ts';
import type { Block, Paper } from './paper.ts';

/** What a client takes away: what was asked, with what, what was promised and how to follow it. */
export interface Receipt {
  readonly language: Language;
  /** Local date it is printed. */
  readonly date: string;
  readonly institution: string;
  readonly number: string;
  /** What was asked for. */
  readonly name: string;
  /** Unit it was brought to, and the moment, in words. */
  readonly unit: string;
  readonly opened: string;
  readonly client: string;
  /** The code to follow it with; null where it may not be shown again. */
  readonly code: string | null;
  readonly promise: string;
  /** Until when; null where what is promised is another date. */
  readonly due: string | null;
  /** Host of the page where clients follow their cases; null where there is none they could open. */
  readonly follow_at: string | null;
  /** Papers that were looked at and given back. */
  readonly shown: readonly string[];
  /** Papers that were received and stay. */
  readonly papers: readonly string[];
}

interface Words {
  readonly kicker: string;
  readonly number: string;
  readonly keep: string;
  readonly client: string;
  readonly code: string;
  readonly kept: string;
  readonly promise: string;
  readonly rule: string;
  readonly papers: string;
  readonly shown: string;
  readonly follow: (host: string) => string;
  readonly keepCode: string;
  readonly never: string;
  readonly printed: (date: string) => string;
  readonly page: readonly [string, string];
}

const WORDS: Readonly<Record<Language, Words>> = {
  es: {
    kicker: 'Comprobante',
    number: 'Número de caso',
    keep: 'Consérvelo',
    client: 'Cliente',
    code: 'Código de seguimiento',
    kept: 'Se entregó al abrir el caso y no se vuelve a mostrar.',
    promise: 'Qué le ofrecemos',
    rule: 'Plazo',
    papers: 'Papeles recibidos',
    shown: 'Papeles mostrados',
    follow: (host) => `Con el número y el código puede ver cómo va su caso en ${host}/seguimiento.`,
    keepCode: 'Para preguntar por su caso, dé el número.',
    never: 'No dé el código a nadie. Nunca le pediremos su clave ni el número completo de su tarjeta.',
    printed: (date) => `Impreso el ${date}`,
    page: ['página ', ' de '],
  },
  en: {
    kicker: 'Receipt',
    number: 'Case number',
    keep: 'Keep this',
    client: 'Client',
    code: 'Code to follow it',
    kept: 'It was handed over when the case was opened and is not shown again.',
    promise: 'What we promise you',
    rule: 'Time allowed',
    papers: 'Papers received',
    shown: 'Papers shown',
    follow: (host) => `With the number and the code you can see how your case goes at ${host}/seguimiento.`,
    keepCode: 'To ask about your case, give the number.',
    never: 'Give the code to nobody. We will never ask for your PIN or your whole card number.',
    printed: (date) => `Printed on ${date}`,
    page: ['page ', ' of '],
  },
};

/** The receipt of a case as a paper of one A5 page. */
export function composeReceipt(receipt: Receipt): Paper {
  const words = WORDS[receipt.language];
  const rows: readonly (readonly [string, string])[] = [
    ...(receipt.client === '' ? [] : [[words.client, receipt.client] as const]),
    ...(receipt.due === null ? [] : [[words.rule, receipt.due] as const]),
  ];
  const list = (title: string, items: readonly string[]): readonly Block[] =>
    items.length === 0 ? [] : [heading(2, title), { kind: 'list', items }];
  const follow = receipt.follow_at === null ? words.keepCode : words.follow(receipt.follow_at);
  return {
    language: receipt.language,
    date: receipt.date,
    size: 'a5',
    kicker: receipt.institution === '' ? words.kicker : `${words.kicker} · ${receipt.institution}`,
    title: receipt.name,
    subtitle: [receipt.unit, receipt.opened].filter((text) => text !== '').join(' · '),
    state: { text: words.keep, tone: 'none' },
    footer: [receipt.institution, words.printed(printDate(receipt.date, receipt.language))]
      .filter((text) => text !== '')
      .join(' · '),
    page: words.page,
    blocks: [
      {
        kind: 'tiles',
        tiles: [
          { label: words.number, text: receipt.number, note: '', tone: 'plain' },
          {
            label: words.code,
            text: receipt.code ?? '—',
            note: receipt.code ? '' : words.kept,
            tone: 'plain',
          },
        ],
      },
      ...(rows.length === 0 ? [] : [{ kind: 'pairs', rows } as const]),
      heading(2, words.promise),
      paragraph(receipt.promise, { strong: true }),
      ...list(words.papers, receipt.papers),
      ...list(words.shown, receipt.shown),
      { kind: 'note', text: `${follow} ${words.never}` },
    ],
  };
}
