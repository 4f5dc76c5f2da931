import { quantityType, type ValueType } from '../functions/index.ts';
import { type Column, type Dataset, findUnit } from '../kernel/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Decimals are kept to the millionth. */
export const DECIMAL_SCALE = 1_000_000;
/** Parts of a microsecond in which installed capacity is exact (see kernel capacity). */
export const CAPACITY_PARTS = 106_260;

/** Where a column's name is looked up. */
export interface ColumnScope {
  readonly vocabulary: Vocabulary;
  readonly dataset: Dataset;
}

/** What a column's values are to the language, or null when there is none; lookups are typed by what they take. */
export function columnType(scope: ColumnScope, name: string): ValueType | null {
  const { dataset, vocabulary } = scope;
  const column = dataset.columns.find((candidate) => candidate.name === name);
  if (column) return typeOfColumn(dataset, column);
  const lookup = dataset.lookups.find((candidate) => candidate.name === name);
  if (!lookup) return null;
  if (lookup.from === 'standard-minutes') return quantityType('time');
  if (lookup.from === 'assignments') {
    return { kind: 'text', codes: lookup.take === 'schedule' ? 'schedule' : null };
  }
  if (lookup.from === 'processes') return { kind: 'text', codes: 'process' };
  // A lookup takes a column of the other data set, never a lookup of it: two could go round in a circle.
  const source = vocabulary.datasets.get(lookup.from);
  const taken = source?.columns.find((candidate) => candidate.name === lookup.take);
  return source && taken ? typeOfColumn(source, taken) : null;
}

function typeOfColumn(dataset: Dataset, column: Column): ValueType {
  switch (column.type) {
    case 'text':
    case 'reference':
      return { kind: 'text', codes: null };
    case 'code':
      return { kind: 'text', codes: column.codes };
    case 'instant':
    case 'date':
    case 'boolean':
      return { kind: column.type };
    case 'duration':
      return quantityType('time', dataset.derived ? CAPACITY_PARTS : 1);
    case 'integer':
      return quantityType(
        column.measured_in === null ? 'count' : (findUnit(column.measured_in)?.dimension ?? 'number'),
      );
    case 'decimal':
      return quantityType(findUnit(column.measured_in ?? 'number')?.dimension ?? 'number', DECIMAL_SCALE);
    default:
      return column.type satisfies never;
  }
}
