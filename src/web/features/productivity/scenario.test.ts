import { expect, it } from 'vitest';
import { toQuery } from './scenario.ts';

const EMPTY = {
  people: '',
  schedule: '',
  demand: '',
  minutes: '',
  service: '',
  basis: '',
  within: '',
  share: '',
};

it('asks only what is filled in and can be read', () => {
  expect(toQuery(EMPTY)).toEqual({});
  expect(toQuery({ ...EMPTY, people: '3', demand: '-12.5', schedule: 'especial', basis: 'median' })).toEqual({
    people: '3',
    demand: '-12.5',
    schedule: 'especial',
    basis: 'median',
  });
  expect(toQuery({ ...EMPTY, people: '-', minutes: '0', demand: 'diez' })).toEqual({});
});
