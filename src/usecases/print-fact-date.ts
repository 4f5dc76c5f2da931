import type { Dataset } from '../kernel/index.ts';
import { quoteName } from '../engine/index.ts';

/** SQL of the local date that puts a row of a data set in a period; null for a data set without one. */
export function printFactDate(dataset: Dataset): string | null {
  const column = dataset.columns.find(({ name }) => name === dataset.date);
  if (!column) return null;
  return column.type === 'instant' ? `${column.name}_local::date` : quoteName(column.name);
}
