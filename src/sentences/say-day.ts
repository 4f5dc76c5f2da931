import type { Language } from '../kernel/index.ts';
import { printCount } from './print-count.ts';

/** What a day board counts. */
export interface DayCounts {
  readonly overdue: number;
  readonly today: number;
  readonly tomorrow: number;
  readonly waiting: number;
  readonly unknown: number;
  /** Those whose clock has not stopped. */
  readonly open: number;
  /** Those that ended today; zero where that is not told. */
  readonly done?: number;
  /** Those answered and not closed yet, told apart. */
  readonly answered: number;
}

function joinParts(parts: readonly string[], language: Language): string {
  const and = language === 'es' ? ' y ' : ' and ';
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')}${and}${parts.at(-1)}`;
}

/**
 * What is answered and not closed yet, as the end of a sentence; empty where nothing is.
 *
 * @example sayAnswered(2, 'es') // '; además, 2 respondidos por cerrar'
 */
export function sayAnswered(n: number, language: Language): string {
  if (n === 0) return '';
  return language === 'es'
    ? `; además, ${printCount(n, ['respondido por cerrar', 'respondidos por cerrar'], 'es')}`
    : `; besides, ${printCount(n, ['answered and to be closed', 'answered and to be closed'], 'en')}`;
}

/**
 * The day of a unit in one sentence, what presses first.
 *
 * @example sayDay({ overdue: 2, today: 4, tomorrow: 1, waiting: 3, unknown: 0, open: 12, done: 5, answered: 0 }, 'es')
 * // '2 ya vencieron, 4 vencen hoy, 1 vence mañana y 3 esperan; hay 12 abiertos; hoy terminaron 5.'
 */
export function sayDay(
  { overdue, today, tomorrow, waiting, unknown, open, done = 0, answered }: DayCounts,
  language: Language,
): string {
  const es = language === 'es';
  const finished = es
    ? printCount(done, ['terminó', 'terminaron'], 'es').replace(/^(\S+) (\S+)$/, '; hoy $2 $1')
    : `; ${printCount(done, ['was finished today', 'were finished today'], 'en')}`;
  const apart = `${done === 0 ? '' : finished}${sayAnswered(answered, language)}`;
  if (open === 0) return `${es ? 'No hay nada abierto' : 'Nothing is open'}${apart}.`;
  const say = (n: number, words: readonly [string, string], en: readonly [string, string]) =>
    n === 0 ? [] : [printCount(n, es ? words : en, language)];
  const parts = [
    ...say(overdue, ['ya venció', 'ya vencieron'], ['is overdue', 'are overdue']),
    ...say(today, ['vence hoy', 'vencen hoy'], ['is due today', 'are due today']),
    ...say(tomorrow, ['vence mañana', 'vencen mañana'], ['is due tomorrow', 'are due tomorrow']),
    ...say(waiting, ['espera', 'esperan'], ['waits', 'wait']),
    ...say(
      unknown,
      ['no tiene plazo conocido', 'no tienen plazo conocido'],
      ['has no known deadline', 'have no known deadline'],
    ),
  ];
  const all = es
    ? `hay ${printCount(open, ['abierto', 'abiertos'], 'es')}`
    : `${printCount(open, ['is', 'are'], 'en')} open`;
  if (overdue + today === 0) {
    const calm = es ? 'Hoy no vence nada y nada está vencido' : 'Nothing is due today and nothing is overdue';
    return `${[calm, ...(parts.length > 0 ? [joinParts(parts, language)] : []), all].join('; ')}${apart}.`;
  }
  return `${joinParts(parts, language)}; ${all}${apart}.`;
}
