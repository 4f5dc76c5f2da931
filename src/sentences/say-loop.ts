import type { Language, Stage } from '../kernel/index.ts';
import { nameInImprovement } from './name-improvement.ts';
import { printCount } from './print-count.ts';
import { printNumber } from './print-number.ts';
import { printPercent } from './print-percent.ts';

/** How the loop went: improvements opened in a time, and how far they came. */
export interface LoopCounts {
  readonly opened: number;
  readonly decided: number;
  readonly adopted: number;
  readonly rejected: number;
  readonly implemented: number;
  /** Of those implemented. */
  readonly told: number;
  readonly bottleneck: { readonly stage: Stage; readonly entered: number; readonly passed: number } | null;
}

const share = (part: number, whole: number, language: Language): string =>
  `${printNumber(part, language)} ${language === 'es' ? 'de' : 'of'} ${printNumber(whole, language)} (${printPercent(part / whole, language, 1)})`;

/**
 * The loop in two or three sentences.
 *
 * @example
 * // «De 12 mejoras abiertas se decidieron 9 (7 para adelante, 2 rechazadas) y se implementaron 5 de 12
 * // (41,7 %). De esas se contó a los clientes 3 de 5 (60 %). Donde más se quedan es en Delegación: pasaron
 * // 5 de 7.»
 */
export function sayLoop(counts: LoopCounts, language: Language): string {
  const { opened, decided, adopted, rejected, implemented, told, bottleneck } = counts;
  const es = language === 'es';
  if (opened === 0)
    return es ? 'No se abrió ninguna mejora en este tiempo.' : 'No improvement was opened in this time.';
  const all = printCount(
    opened,
    es ? ['mejora abierta', 'mejoras abiertas'] : ['improvement opened', 'improvements opened'],
    language,
  );
  const no = printCount(rejected, es ? ['rechazada', 'rechazadas'] : ['rejected', 'rejected'], language);
  const [n, on] = [printNumber(decided, language), printNumber(adopted, language)];
  const parts = [
    es
      ? `De ${all} ${decided === 1 ? 'se decidió' : 'se decidieron'} ${n} (${on} para adelante, ${no}) y se implementaron ${share(implemented, opened, language)}.`
      : `Of ${all}, ${n} ${decided === 1 ? 'was' : 'were'} decided (${on} to go on, ${no}) and ${share(implemented, opened, language)} implemented.`,
  ];
  if (implemented > 0)
    parts.push(
      es
        ? `De esas se contó a los clientes ${share(told, implemented, language)}.`
        : `Of those, clients were told of ${share(told, implemented, language)}.`,
    );
  if (bottleneck) {
    const name = nameInImprovement('stage', bottleneck.stage, language);
    const [passed, entered] = [
      printNumber(bottleneck.passed, language),
      printNumber(bottleneck.entered, language),
    ];
    parts.push(
      es
        ? `Donde más se quedan es en ${name}: pasaron ${passed} de ${entered}.`
        : `Where most of them stay is ${name}: ${passed} of ${entered} went on.`,
    );
  }
  return parts.join(' ');
}

/** What a review of the loop comes to. */
export function sayReview(
  weakest: { readonly stage: Stage; readonly score: number } | null,
  score: number,
  language: Language,
): string {
  const es = language === 'es';
  const whole = printPercent(score, language, 0);
  if (weakest === null) return es ? `El circuito alcanza ${whole}.` : `The loop reaches ${whole}.`;
  const name = nameInImprovement('stage', weakest.stage, language);
  const least = printPercent(weakest.score, language, 0);
  return es
    ? `El circuito alcanza ${whole}; la etapa más débil es ${name}, con ${least}. Empiece por ella.`
    : `The loop reaches ${whole}; the weakest stage is ${name}, with ${least}. Begin there.`;
}
