import { describe, expect, it } from 'vitest';
import { REQUESTS } from './language.fixture.ts';
import { nearest } from './nearest.ts';
import { suggestField, suggestFunction, suggestKeyword } from './suggest.ts';

describe('nearest', () => {
  it.each([
    ['clsed_at', 'closed_at'],
    ['CLOSED_AT', 'closed_at'],
    ['closed', 'closed_at'],
    ['opned_at', 'opened_at'],
    ['statos', 'status'],
    ['estado de cuenta', undefined],
    ['x', undefined],
    ['', undefined],
  ])('of %s is %s', (name, expected) => {
    expect(nearest(name, ['opened_at', 'closed_at', 'status'])).toBe(expected);
  });

  it('does not mind accents', () => {
    expect(nearest('Débito automático', ['entrega-pin', 'debito-automatico'])).toBe('debito-automatico');
  });
});

describe('suggestions', () => {
  it.each([
    ['suma', 'sum'],
    ['SUMA', 'sum'],
    ['contar', 'count'],
    ['máximo', 'max'],
    ['proporción', 'share'],
    ['promedios', 'mean'],
    ['mismo_dia', 'same_day'],
    ['cuont', 'count'],
    ['elapsd', 'elapsed'],
    ['zzz', undefined],
  ])('of the function %s is %s', (name, expected) => {
    expect(suggestFunction(name)).toBe(expected);
  });

  it.each([
    ['clossed_at', 'closed_at'],
    ['cierre', 'closed_at'],
    ['Opened', 'opened_at'],
    ['medida', 'measure'],
    ['sí', 'yes'],
    ['shedule', 'schedule'],
    ['toString', undefined],
  ])('of the column %s is %s', (name, expected) => {
    expect(suggestField(name, REQUESTS)).toBe(expected);
  });

  it('of a word that every object has is nothing', () => {
    expect(suggestKeyword('constructor')).toBeUndefined();
  });
});
