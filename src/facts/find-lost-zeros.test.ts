import { expect, test } from 'vitest';
import type { Dataset } from '../kernel/index.ts';
import { openDuck } from './duck.ts';
import { findLostZeros } from './find-lost-zeros.ts';

const label = { es: 'Clave', en: 'Key' };
const dataset = {
  id: 'cases',
  key: ['case_id'],
  columns: [{ name: 'case_id', type: 'text', label }],
} as unknown as Dataset;

async function withKeys(keys: readonly (readonly [number, string])[], earlier: readonly string[] | null) {
  const duck = await openDuck(':memory:', '');
  try {
    await duck.run('create table cases_rows (_import integer, case_id varchar)');
    await duck.append('cases_rows', keys);
    return await findLostZeros(duck, dataset, 2, earlier);
  } finally {
    duck.close();
  }
}

test('a key that lost its zeros is told with the one it was', async () => {
  const found = await withKeys(
    [
      [1, '0088210'],
      [1, '17'],
      [2, '88210'],
      [2, '17'],
    ],
    null,
  );
  expect(found).toEqual({ n: 1, now: '88210', before: '0088210' });
});

test('keys with letters, and keys that only look alike, are left alone', async () => {
  expect(
    await withKeys(
      [
        [1, 'R0012'],
        [2, 'R12'],
        [2, 'R0012'],
      ],
      null,
    ),
  ).toBeNull();
  expect(
    await withKeys(
      [
        [1, '120'],
        [2, '12'],
        [2, '1200'],
      ],
      null,
    ),
  ).toBeNull();
});

test('corrected rows are compared with the cells they had', async () => {
  expect(
    await withKeys(
      [
        [2, '7'],
        [2, '9'],
      ],
      ['007', '9'],
    ),
  ).toEqual({ n: 1, now: '7', before: '007' });
  expect(await withKeys([[2, '007']], ['007'])).toBeNull();
});
