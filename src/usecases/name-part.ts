import type { Language, LocalText } from '../kernel/index.ts';
import { labelValue } from './indicators/label-value.ts';
import { listSplits } from './indicators/view/read-breakdown.ts';
import type { Content } from './institution.ts';

/** A part of a figure in words, each dimension with its value; null for the whole. */
export function namePart(
  content: Content,
  id: string,
  dimensions: Readonly<Record<string, string | null>>,
): LocalText | null {
  const entries = Object.entries(dimensions);
  if (entries.length === 0) return null;
  const indicator = content.indicators.get(id);
  const say = (language: Language): string => {
    const splits = indicator ? listSplits(content, indicator, language, true) : [];
    return entries
      .map(([dimension, value]) => {
        const label = splits.find(({ name }) => name === dimension)?.label ?? dimension;
        const named = indicator ? labelValue(content, indicator, dimension, value, language) : (value ?? '');
        return `${label}: ${named}`;
      })
      .join(', ');
  };
  return { es: say('es'), en: say('en') };
}
