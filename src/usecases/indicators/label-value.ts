import type { Language } from '../../kernel/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { Content } from '../institution.ts';
import { VIEW_WORDS } from './view/words.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** A value of a dimension as a reader knows it: the name behind an id. */
export function labelValue(
  content: Content,
  { dataset }: Pick<CheckedIndicator, 'dataset'>,
  dimension: string,
  value: string | null,
  language: Language,
): string {
  if (value === null) return VIEW_WORDS[language].unknown;
  if (dimension === 'weekday') return WEEKDAYS[language][Number(value) - 1] ?? value;
  if (dimension === 'hour') return `${value}:00`;
  const { datasets, codes, processes, schedules } = content.catalogue;
  const column = datasets.get(dataset)?.columns.find(({ name }) => name === dimension);
  const list = column?.codes ?? dimension;
  if (list === 'process' || list === 'family') return processes.get(value)?.name[language] ?? value;
  if (list === 'schedule') return schedules.get(value)?.name[language] ?? value;
  const code = codes.get(list)?.codes.find(({ id }) => id === value);
  return code?.label[language] ?? value;
}
