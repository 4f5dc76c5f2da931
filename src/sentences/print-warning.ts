import type { Language, Warning } from '../kernel/index.ts';
import { measurementSentences } from './catalog/measurement.ts';
import { capitalize, endSentence } from './sentence-case.ts';

/** The warning as a clause, to go on inside a sentence; a code without words is a bug: plain Error. */
export function printWarningClause(warning: Warning, language: Language): string {
  const entry = Object.hasOwn(measurementSentences, warning.code)
    ? measurementSentences[warning.code]
    : undefined;
  if (entry === undefined) throw new Error(`printWarning: no sentence for ${warning.code}`);
  return entry[language](warning.params);
}

/**
 * What must be known before believing a figure, as a sentence that stands alone.
 *
 * @example printWarning({ code: 'rows-quarantined', params: { n: 1 } }, 'es')
 * // '1 fila por corregir puede ser de este indicador y todavía no se cuenta.'
 */
export function printWarning(warning: Warning, language: Language): string {
  return endSentence(capitalize(printWarningClause(warning, language)));
}
