import type { Texts } from '../../app/words.ts';

export const TEXTS = {
  es: {
    title: 'Ayuda',
    finding: 'La guía de dos páginas, y la ayuda de cada pantalla.',
    guide: 'Guía del analista',
    guideLanguage: '',
    screens: 'Pantalla por pantalla',
    go: 'Abrir la pantalla',
    more: 'Ver toda la ayuda y la guía',
  },
  en: {
    title: 'Help',
    finding: 'The two-page guide, and the help of each screen.',
    guide: "Analyst's guide",
    guideLanguage: 'The guide is written in Spanish.',
    screens: 'Screen by screen',
    go: 'Open the screen',
    more: 'See all the help and the guide',
  },
} satisfies Texts<string>;
