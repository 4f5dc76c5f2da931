import type { Dataset } from '../kernel/index.ts';
import { quoteName } from './print-row.ts';

/** Breakdowns by time of any data set with a date; the rest are columns and lookups. */
export const TIME_DIMENSIONS = [
  'day',
  'week',
  'month',
  'quarter',
  'semester',
  'year',
  'hour',
  'weekday',
] as const;
export type TimeDimension = (typeof TIME_DIMENSIONS)[number];

export interface DimensionSql {
  /** What rows are grouped by: cheap to compare. */
  readonly key: string;
  /** The text a reader sees, from the grouped key. */
  readonly label: (key: string) => string;
  /** Columns the population must carry for it. */
  readonly columns: readonly string[];
}

function isTimeDimension(name: string): name is TimeDimension {
  return (TIME_DIMENSIONS as readonly string[]).includes(name);
}

/**
 * How a data set is split by a dimension, or null when it cannot be. Time dimensions read the
 * wall clock of the unit; `service` of a data set without that column is its process.
 */
export function findDimension(name: string, dataset: Dataset, date: string): DimensionSql | null {
  if (isTimeDimension(name)) return timeDimension(name, dataset, date);
  const wanted = name === 'service' && !hasName(dataset, 'service') ? 'process' : name;
  const column = dataset.columns.find((candidate) => candidate.name === wanted);
  const groupable = column && ['text', 'reference', 'code', 'boolean'].includes(column.type);
  if (groupable || dataset.lookups.some((lookup) => lookup.name === wanted)) {
    return { key: quoteName(wanted), label: (key) => `${key}::varchar`, columns: [wanted] };
  }
  return null;
}

function hasName(dataset: Dataset, name: string): boolean {
  return [...dataset.columns, ...dataset.lookups].some((candidate) => candidate.name === name);
}

function timeDimension(name: TimeDimension, dataset: Dataset, date: string): DimensionSql | null {
  const isInstant = dataset.columns.find((column) => column.name === date)?.type === 'instant';
  const local = isInstant ? `${date}_local` : quoteName(date);
  const columns = [date];
  const trunc = (part: string, label: (key: string) => string): DimensionSql => ({
    key: `date_trunc('${part}', ${local})::date`,
    label,
    columns,
  });
  switch (name) {
    case 'hour':
      return isInstant ? { key: `hour(${local})`, label: (key) => `printf('%02d', ${key})`, columns } : null;
    case 'weekday':
      return { key: `isodow(${local})`, label: (key) => `${key}::varchar`, columns };
    case 'day':
      return { key: `${local}::date`, label: (key) => `strftime(${key}, '%Y-%m-%d')`, columns };
    case 'week':
      return trunc('week', (key) => `strftime(${key}, '%G-W%V')`);
    case 'month':
      return trunc('month', (key) => `strftime(${key}, '%Y-%m')`);
    case 'quarter':
      return trunc('quarter', (key) => `year(${key}) || '-Q' || quarter(${key})`);
    case 'semester':
      return {
        key: `date_trunc('year', ${local})::date + (month(${local}) > 6)::integer * 181`,
        label: (key) => `year(${key}) || '-S' || case when month(${key}) > 5 then 2 else 1 end`,
        columns,
      };
    case 'year':
      return trunc('year', (key) => `year(${key})::varchar`);
    default:
      return name satisfies never;
  }
}
