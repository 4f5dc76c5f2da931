import type { RowFunction } from './function-definition.ts';

/**
 * The first of two values that is not empty: measured minutes where the core exports them,
 * standard minutes where it does not. Both must be of the same unit.
 *
 * @example first_known(empty, 6 min) // 6 min
 */
export const firstKnown: RowFunction = {
  kind: 'row',
  name: 'first_known',
  spanish: 'primero_conocido',
  about: {
    es: 'el primero de dos valores que no está vacío',
    en: 'the first of two values that is not empty',
  },
  parameters: ['quantity', 'quantity'],
  result: ([a, b]) =>
    a?.kind === 'quantity' && b?.kind === 'quantity' && a.dimension === b.dimension && a.scale === b.scale
      ? a
      : null,
  nulls: 'first',
  sql: { duckdb: ([a, b]) => `coalesce(${a!.sql}, ${b!.sql})` },
};
