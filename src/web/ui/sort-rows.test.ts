import { expect, it } from 'vitest';
import { sortRows } from './sort-rows.ts';

const columns = [{ id: 'n', sort: ({ n }: { n: number | string | null }) => n }];
const rows = [{ n: 10 }, { n: null }, { n: 9 }];

it('sorts by number, empty last in either order', () => {
  expect(sortRows(rows, columns, { by: 'n', order: 'ascending' }).map(({ n }) => n)).toEqual([9, 10, null]);
  expect(sortRows(rows, columns, { by: 'n', order: 'descending' }).map(({ n }) => n)).toEqual([10, 9, null]);
});

it('sorts names as a Spanish reader does', () => {
  const names = [
    { n: 'Zamora' },
    { n: 'Ñuñoa' },
    { n: 'Ámbar' },
    { n: 'Norte' },
    { n: 'Agencia 10' },
    { n: 'Agencia 9' },
  ];
  expect(sortRows(names, columns, { by: 'n', order: 'ascending' }).map(({ n }) => n)).toEqual([
    'Agencia 9',
    'Agencia 10',
    'Ámbar',
    'Norte',
    'Ñuñoa',
    'Zamora',
  ]);
});

it('leaves rows as they came without a column to sort by', () => {
  expect(sortRows(rows, columns, undefined)).toBe(rows);
  expect(sortRows(rows, columns, { by: 'gone', order: 'ascending' })).toBe(rows);
});
