import type { Warning } from '../../kernel/index.ts';
import type { Figure } from '../../engine/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import { writeSentence } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import type { Use } from './productivity-view.ts';

/** A figure of productivity as use of capacity, with its sentence, as `measure` words it. */
export function toUse(
  institution: Institution,
  indicator: CheckedIndicator,
  figure: Figure,
  period: string,
): Use {
  const sheet = institution.content.catalogue.sheets.get(indicator.id)!;
  const { small_sample } = institution.settings;
  const { numerator_n, ...plain } = figure;
  const excluded = figure.warnings
    .filter(({ code }) => code === 'excluded')
    .reduce((sum, { params }) => sum + Number(params['n'] ?? 0), 0);
  const reasons = new Map(sheet.except.map(({ code, text }) => [code, text]));
  const warnings = figure.warnings.map((warning) => toTold(warning, figure, reasons));
  const told = { ...plain, numerator_n, warnings };
  const said = (language: 'es' | 'en') => writeSentence(told, sheet, { period, language, small_sample });
  return {
    minutes: plain.numerator,
    capacity_min: plain.denominator,
    index: plain.value,
    verdict: plain.verdict,
    people: plain.n,
    services: (numerator_n ?? 0) + (plain.value === null ? excluded : 0),
    warnings,
    sentence: { es: said('es'), en: said('en') },
  };
}

/** A warning with the words of the sheet for what was left out, and the true reason of a part without figure. */
function toTold(
  warning: Warning,
  { dimensions }: Figure,
  reasons: ReadonlyMap<string, { readonly es: string; readonly en: string }>,
): Warning {
  if (warning.code === 'excluded') {
    const text = reasons.get(String(warning.params['code']));
    return { ...warning, params: { ...warning.params, es: text?.es ?? '', en: text?.en ?? '' } };
  }
  const isPart = Object.keys(dimensions).length > 0;
  return isPart && warning.code === 'no-facts' ? { code: 'nothing-to-compare', params: {} } : warning;
}
