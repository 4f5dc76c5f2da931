import { describe, expect, it } from 'vitest';
import { printDate, printInstant } from './print-date.ts';
import { printInPeriod, printPeriod } from './print-period.ts';

describe('printPeriod', () => {
  it.each([
    ['2011', '2011', '2011', 'en 2011', 'in 2011'],
    ['2011-06', 'junio de 2011', 'June 2011', 'en junio de 2011', 'in June 2011'],
    [
      '2011-S1',
      'primer semestre de 2011',
      'first half of 2011',
      'en el primer semestre de 2011',
      'in the first half of 2011',
    ],
    [
      '2011-Q2',
      'segundo trimestre de 2011',
      'second quarter of 2011',
      'en el segundo trimestre de 2011',
      'in the second quarter of 2011',
    ],
    [
      '2011-W24',
      'semana 24 de 2011 (13 al 19 de junio)',
      'week 24 of 2011 (13 to 19 June)',
      'en la semana 24 de 2011 (13 al 19 de junio)',
      'in week 24 of 2011 (13 to 19 June)',
    ],
    ['2011-06-03', '3 de junio de 2011', '3 June 2011', 'el 3 de junio de 2011', 'on 3 June 2011'],
  ])('says %s', (text, es, en, inEs, inEn) => {
    expect(printPeriod(text, 'es')).toBe(es);
    expect(printPeriod(text, 'en')).toBe(en);
    expect(printInPeriod(text, 'es')).toBe(inEs);
    expect(printInPeriod(text, 'en')).toBe(inEn);
  });

  it('names months and years of a week only where they change', () => {
    expect(printPeriod('2011-W26', 'es')).toBe('semana 26 de 2011 (27 de junio al 3 de julio)');
    expect(printPeriod('2011-W52', 'es')).toBe(
      'semana 52 de 2011 (26 de diciembre de 2011 al 1 de enero de 2012)',
    );
    // 1 January 2021 still belongs to the last week of 2020; 2020 has 53 of them.
    expect(printPeriod('2020-W53', 'en')).toBe('week 53 of 2020 (28 December 2020 to 3 January 2021)');
    expect(printPeriod('2012-W01', 'en')).toBe('week 1 of 2012 (2 to 8 January)');
  });

  it('refuses a text that is no period', () => {
    for (const text of ['2011-6', 'junio', '2011-Q5', ''])
      expect(() => printPeriod(text, 'es')).toThrow(/not a period/);
  });
});

describe('printDate and printInstant', () => {
  it('prints the wall time of the place, 24 h', () => {
    expect(printDate('2011-12-01', 'es')).toBe('1 de diciembre de 2011');
    expect(printInstant('2011-06-30T17:45:00-05:00', 'es')).toBe('30 de junio de 2011, 17:45');
    expect(printInstant('2011-06-30T09:05:07.250-05:00[America/Guayaquil]', 'en')).toBe(
      '30 June 2011, 09:05:07',
    );
    expect(printInstant('2011-06-30T22:45:00Z', 'es')).toBe('30 de junio de 2011, 22:45 UTC');
    expect(() => printInstant('ayer', 'es')).toThrow(/not an ISO instant/);
    expect(() => printDate('2011-13-01', 'es')).toThrow(/no month 13/);
  });
});
