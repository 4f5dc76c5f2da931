import type { LocalText } from '../../../kernel/index.ts';

/** Units of time as a person calls them. */
const UNITS: Readonly<Record<string, LocalText>> = {
  min: { es: 'minutos', en: 'minutes' },
  h: { es: 'horas', en: 'hours' },
  day: { es: 'días', en: 'days' },
  working_min: { es: 'minutos laborables', en: 'working minutes' },
  working_h: { es: 'horas laborables', en: 'working hours' },
  working_day: { es: 'días laborables', en: 'working days' },
  '%': { es: '%', en: '%' },
  '': { es: '(sin unidad)', en: '(no unit)' },
};

/** Units a limit may be typed in; those that do not fit are told with what they should be. */
export const LIMIT_UNITS = ['min', 'h', 'day', 'working_min', 'working_h', 'working_day'] as const;
export const CLOCK_UNITS = ['min', 'h', 'day'] as const;
export const WORKING_UNITS = ['working_min', 'working_h'] as const;

export function unitLabel(unit: string, language: 'es' | 'en'): string {
  return UNITS[unit]?.[language] ?? unit;
}

/** The same for one of them: «1 hora laborable». */
const ONE: Readonly<Record<string, LocalText>> = {
  min: { es: 'minuto', en: 'minute' },
  h: { es: 'hora', en: 'hour' },
  day: { es: 'día', en: 'day' },
  working_min: { es: 'minuto laborable', en: 'working minute' },
  working_h: { es: 'hora laborable', en: 'working hour' },
  working_day: { es: 'día laborable', en: 'working day' },
};

/** An amount as it is typed, with its unit in one or in many. */
export function sayAmount(number: string, unit: string, language: 'es' | 'en'): string {
  const label = number.trim() === '1' ? ONE[unit]?.[language] : undefined;
  return `${number} ${unit === '' ? '' : (label ?? unitLabel(unit, language))}`.trim();
}

export function toUnitChoices(
  units: readonly string[],
  language: 'es' | 'en',
): { value: string; label: string }[] {
  return units.map((unit) => ({ value: unit, label: unitLabel(unit, language) }));
}
