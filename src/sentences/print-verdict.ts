import type { Language, LocalText, Verdict } from '../kernel/index.ts';

const VERDICTS: Readonly<Record<Verdict, LocalText>> = {
  met: { es: 'Cumple', en: 'Met' },
  'not-met': { es: 'No cumple', en: 'Not met' },
  'met-with-alert': { es: 'Cumple con alerta', en: 'Met with alert' },
  'no-data': { es: 'Sin datos', en: 'No data' },
};

/**
 * The verdict in words, without a full stop.
 *
 * @example printVerdict('not-met', 'es') // 'No cumple'
 */
export function printVerdict(verdict: Verdict, language: Language): string {
  return VERDICTS[verdict][language];
}
