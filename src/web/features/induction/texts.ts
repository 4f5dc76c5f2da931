import type { Texts } from '../../app/words.ts';

export const TEXTS = {
  es: {
    title: 'Para quien empieza',
    finding:
      'Con estos {n} indicadores se mide cómo atendemos. Las cifras son de {period}{where}. Cada uno dice qué se promete y qué ayuda a cumplirlo.',
    findingOne:
      'Con este indicador se mide cómo atendemos. Las cifras son de {period}{where}. Dice qué se promete y qué ayuda a cumplirlo.',
    where: ', de {units}',
    print: 'Imprimir',
    counted: 'Qué se cuenta',
    promise: 'Qué se promete',
    noPromise: 'Todavía no tiene estándar.',
    result: 'Cómo salió',
    noResult: 'Sin cifras en este mes de lo que usted ve.',
    based: 'n = {n}',
    basedPeople: 'n = {n} personas',
    advice: 'Qué ayuda',
    sheet: 'Ver la ficha',
    none: 'Todavía no hay indicadores que explicar',
    noneWhat: 'Cuando la institución mida algo, esta página lo explica con sus cifras.',
  },
  en: {
    title: 'For whoever begins',
    finding:
      'These {n} indicators measure how we serve. The figures are of {period}{where}. Each says what is promised and what helps to keep it.',
    findingOne:
      'This indicator measures how we serve. The figures are of {period}{where}. It says what is promised and what helps to keep it.',
    where: ', of {units}',
    print: 'Print',
    counted: 'What is counted',
    promise: 'What is promised',
    noPromise: 'It has no standard yet.',
    result: 'How it came out',
    noResult: 'No figures in this month of what you see.',
    based: 'n = {n}',
    basedPeople: 'n = {n} people',
    advice: 'What helps',
    sheet: 'See the sheet',
    none: 'There are no indicators to explain yet',
    noneWhat: 'When the institution measures something, this page explains it with its figures.',
  },
} satisfies Texts<string>;
