import type { LocalText } from '../kernel/index.ts';
import type { CheckedIndicator } from '../language/index.ts';
import type { SeriesDimensions } from '../ledger/index.ts';
import { labelValue } from './indicators/label-value.ts';
import type { Content } from './institution.ts';

/** The part of an indicator that a series is of, in words: «Guayaquil Sur»; null for the whole. */
export function labelDimensions(
  content: Content,
  indicator: Pick<CheckedIndicator, 'dataset'>,
  dimensions: SeriesDimensions,
): LocalText | null {
  const entries = Object.entries(dimensions);
  if (entries.length === 0) return null;
  const say = (language: 'es' | 'en') =>
    entries.map(([name, value]) => labelValue(content, indicator, name, value, language)).join(', ');
  return { es: say('es'), en: say('en') };
}
