import type { Params } from '../../kernel/index.ts';
import { printNumber } from '../print-number.ts';
import { printPeriod } from '../print-period.ts';
import type { Sentences } from './sentence-entry.ts';

const n = (p: Params, name: string, language: 'es' | 'en'): string =>
  printNumber(Number(p[name] ?? 0), language);
const list = (p: Params, name: string, language: 'es' | 'en'): string => {
  const value = p[name];
  const periods = Array.isArray(value) ? value.map((each) => printPeriod(String(each), language)) : [];
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(periods);
};

const stretch = (p: Params, language: 'es' | 'en'): string => {
  const [from, to] = [String(p['from']), String(p['to'])].map((each) => printPeriod(each, language));
  return language === 'es' ? `de ${from} a ${to}` : `from ${from} to ${to}`;
};
const isOne = (p: Params): boolean => Number(p['n']) === 1;

/** What must be known before believing a before and after. */
export const proofSentences: Sentences = {
  'proof-small-before': {
    es: (p) =>
      `Antes hay solo ${n(p, 'n', 'es')} ${isOne(p) ? 'hecho' : 'hechos'} (menos de ${n(p, 'minimum', 'es')}).`,
    en: (p) =>
      `There ${isOne(p) ? 'is' : 'are'} only ${n(p, 'n', 'en')} ${isOne(p) ? 'fact' : 'facts'} before (fewer than ${n(p, 'minimum', 'en')}).`,
  },
  'proof-small-after': {
    es: (p) =>
      `Después hay solo ${n(p, 'n', 'es')} ${isOne(p) ? 'hecho' : 'hechos'} (menos de ${n(p, 'minimum', 'es')}).`,
    en: (p) =>
      `There ${isOne(p) ? 'is' : 'are'} only ${n(p, 'n', 'en')} ${isOne(p) ? 'fact' : 'facts'} after (fewer than ${n(p, 'minimum', 'en')}).`,
  },
  'proof-periods-overlap': {
    es: () => 'Los dos períodos se cruzan: hay hechos que cuentan antes y después.',
    en: () => 'Both periods overlap: some facts count before and after.',
  },
  'proof-order': {
    es: () => 'El período de después empieza antes que el de antes.',
    en: () => 'The period after begins before the one before.',
  },
  'proof-standard-changed': {
    es: () => 'El estándar cambió entre los dos períodos: compare los resultados, no los veredictos.',
    en: () => 'The standard changed between both periods: compare the results, not the verdicts.',
  },
  'proof-limit-changed': {
    es: () =>
      'El plazo ofrecido a cada caso cambió entre los dos períodos y el resultado se mide contra él: parte del cambio puede venir de ahí.',
    en: () =>
      'The time promised to each case changed between both periods and the result is measured against it: part of the change may come from there.',
  },
  'proof-baseline-unstable': {
    es: (p) =>
      `Antes del cambio el proceso ya no era estable: hay señales en ${list(p, 'periods', 'es')}. Parte del cambio puede venir de ahí.`,
    en: (p) =>
      `The process was not stable before the change: there are signals in ${list(p, 'periods', 'en')}. Part of the change may come from there.`,
  },
  'proof-open': {
    es: (p) =>
      isOne(p)
        ? 'Al final del período de después queda 1 caso sin cerrar, que no está en la media: si es de los más lentos, el resultado empeorará.'
        : `Al final del período de después quedan ${n(p, 'n', 'es')} casos sin cerrar, que no están en la media: si son los más lentos, el resultado empeorará.`,
    en: (p) =>
      isOne(p)
        ? 'At the end of the period after, 1 case is not closed and not in the mean: if it is among the slowest, the result will get worse.'
        : `At the end of the period after, ${n(p, 'n', 'en')} cases are not closed and not in the mean: if they are the slowest, the result will get worse.`,
  },
  'proof-plan-late': {
    es: () => 'Con qué se prueba se eligió después de decidir, no al decidir.',
    en: () => 'How it is proved was chosen after the decision, not with it.',
  },
  'proof-plan-changed': {
    es: (p) =>
      `Con qué se prueba cambió después de la decisión: antes era «${p['name_es']}», ${stretch(p, 'es')}, ${p['units'] === '' ? 'en todas partes' : `en ${p['units']}`}.`,
    en: (p) =>
      `How it is proved changed after the decision: it was “${p['name_en']}”, ${stretch(p, 'en')}, ${p['units'] === '' ? 'everywhere' : `in ${p['units']}`}.`,
  },
  'proof-running': {
    es: () => 'El período de después no ha terminado.',
    en: () => 'The period after is not over.',
  },
  'proof-by-months': {
    es: (p) =>
      `Este indicador no se puede seguir hecho por hecho: el intervalo sale de cuánto varían sus meses (${n(p, 'before', 'es')} y ${n(p, 'after', 'es')}).`,
    en: (p) =>
      `This indicator cannot be followed fact by fact: the interval comes from how much its months vary (${n(p, 'before', 'en')} and ${n(p, 'after', 'en')}).`,
  },
  'proof-others-unknown': {
    es: () => 'En las agencias de comparación no hay hechos en los dos períodos: no hay con qué comparar.',
    en: () => 'The branches of comparison have no facts in both periods: there is nothing to compare with.',
  },
  'proof-unit-unseen': {
    es: (p) =>
      `«${String(p['unit'] ?? '')}» no aparece en los datos de este indicador${p['hint'] ? `. ¿Quiso decir «${String(p['hint'])}»?` : '. Elija otra agencia'}`,
    en: (p) =>
      `“${String(p['unit'] ?? '')}” is not in the data of this indicator${p['hint'] ? `. Did you mean “${String(p['hint'])}”?` : '. Choose another branch'}`,
  },
  'proof-compared-with-itself': {
    es: (p) =>
      `«${String(p['unit'] ?? '')}» está a la vez donde se cambió y donde no. Quítela de uno de los dos lados`,
    en: (p) =>
      `“${String(p['unit'] ?? '')}” is both where the change was made and where it was not. Take it out of one side`,
  },
};
