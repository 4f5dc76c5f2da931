import type { Language } from '../../../kernel/index.ts';

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ratio: { es: 'proporción (1 es 100 %)', en: 'proportion (1 is 100%)' },
  count: { es: 'cantidad', en: 'count' },
  number: { es: 'número', en: 'number' },
  money: { es: 'dinero', en: 'money' },
  s: { es: 'segundos', en: 'seconds' },
  min: { es: 'minutos', en: 'minutes' },
  h: { es: 'horas', en: 'hours' },
  day: { es: 'días', en: 'days' },
  working_min: { es: 'minutos laborables', en: 'working minutes' },
  working_h: { es: 'horas laborables', en: 'working hours' },
  working_day: { es: 'días laborables', en: 'working days' },
};

/** The unit of a cell in words; one the table has not, as it is. */
export function nameUnit(unit: string, language: Language): string {
  return NAMES[unit]?.[language] ?? unit;
}
