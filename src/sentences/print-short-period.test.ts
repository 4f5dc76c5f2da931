import { describe, expect, it } from 'vitest';
import { printShortPeriod } from './print-short-period.ts';

describe('printShortPeriod', () => {
  it.each([
    ['2011', '2011', '2011'],
    ['2011-S1', 'S1 11', 'H1 11'],
    ['2011-Q2', 'T2 11', 'Q2 11'],
    ['2011-06', 'jun 11', 'Jun 11'],
    ['2011-W04', 'sem 4', 'wk 4'],
    ['2011-06-03', '3 jun', 'Jun 3'],
  ])('says %s', (text, es, en) => {
    expect(printShortPeriod(text, 'es')).toBe(es);
    expect(printShortPeriod(text, 'en')).toBe(en);
  });

  it('refuses a text that is no period', () => {
    expect(() => printShortPeriod('junio', 'es')).toThrow(/not a period/);
  });
});
