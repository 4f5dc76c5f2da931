import type { Language, LocalText, Verdict } from '../kernel/index.ts';

const VERDICTS: Readonly<Record<Verdict, LocalText>> = {
  met: { es: 'Cumple', en: 'Met' },
  'not-met': { es: 'No cumple', en: 'Not met' },
  'met-with-alert': { es: 'Cumple con alerta', en: 'Met with alert' },
  'no-data': { es: 'Sin datos', en: 'No data' },
};

/** A verdict that is met while its mean hides slow cases. */
const MET_WITH_TAIL: LocalText = { es: 'Cumple, con casos lentos', en: 'Met, with slow cases' };

/**
 * The verdict in words, without a full stop.
 *
 * @param hides_tail the mean is met and too few facts are: see the warning `mean-hides-tail`
 * @example printVerdict('not-met', 'es') // 'No cumple'
 */
export function printVerdict(verdict: Verdict, language: Language, hides_tail = false): string {
  if (hides_tail && verdict === 'met') return MET_WITH_TAIL[language];
  return VERDICTS[verdict][language];
}
