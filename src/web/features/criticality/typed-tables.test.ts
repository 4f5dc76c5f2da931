import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, readFigure, toDraft, toTables, type TypedDraft } from './typed-tables.ts';

describe('tables typed by hand', () => {
  it.each([
    ['45', 45],
    ['45,5 %', 45.5],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['12.5', 12.5],
    ['', null],
    ['doce', undefined],
    ['-3', undefined],
  ])('reads %s', (text, value) => expect(readFigure(text)).toBe(value));

  it('leaves out what is empty, and waits while a figure cannot be read', () => {
    expect(toTables(EMPTY_DRAFT)).toBeNull();
    const draft: TypedDraft = {
      unit: 'percent',
      months: ['enero', '', ''],
      families: [{ name: 'Tarjetas', mixed: false, values: ['45', '35'] }, ...EMPTY_DRAFT.families],
      services: [{ name: 'Datos', mixed: false, volume: '36', complaints: '' }, ...EMPTY_DRAFT.services],
    };
    const tables = toTables(draft);
    expect(tables).toMatchObject({
      months: ['enero', '2'],
      families: [{ name: 'Tarjetas', values: [45, 35] }],
      services: [{ name: 'Datos', volume: 36, complaints: null }],
    });
    expect(toTables(toDraft(tables!))).toEqual(tables);
    const [service, ...rest] = draft.services;
    expect(toTables({ ...draft, services: [{ ...service!, volume: 'x' }, ...rest] })).toBeNull();
  });
});
