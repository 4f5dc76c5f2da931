import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printNumber } from './print-number.ts';
import { printPercent } from './print-percent.ts';
import { printQuantity } from './print-quantity.ts';

/** Written apart from the room: cents as a whole number, laid out with string slices. */
function layOut(cents: bigint, language: 'es' | 'en'): string {
  const abs = String(cents < 0n ? -cents : cents).padStart(3, '0');
  const [point, comma] = language === 'es' ? [',', '.'] : ['.', ','];
  let whole = abs.slice(0, -2);
  let grouped = '';
  while (whole.length > 3) {
    grouped = comma + whole.slice(-3) + grouped;
    whole = whole.slice(0, -3);
  }
  return `${cents < 0n ? '-' : ''}${whole}${grouped}${point}${abs.slice(-2)}`;
}

describe('printNumber', () => {
  it('rounds half away from zero on the decimal text', () => {
    expect(printNumber(1.005, 'es')).toBe('1,01');
    expect(printNumber(-1.005, 'es')).toBe('-1,01');
    expect(printNumber(2.675, 'en')).toBe('2.68');
    expect(printNumber(1.004999, 'en')).toBe('1');
    expect(printNumber(-0.001, 'es')).toBe('0');
    expect(printNumber(0.1 + 0.2, 'es')).toBe('0,3');
  });

  it('groups thousands and keeps or drops zeros as asked', () => {
    expect(printNumber(6600, 'es')).toBe('6.600');
    expect(printNumber(6600, 'en')).toBe('6,600');
    expect(printNumber(1234567.5, 'es')).toBe('1.234.567,5');
    expect(printNumber(999.999, 'es')).toBe('1.000');
    expect(printNumber(5, 'es', { decimals: 2 })).toBe('5,00');
    expect(printNumber(1 / 3, 'es', { maxDecimals: 4 })).toBe('0,3333');
    expect(printNumber(1e21, 'en')).toBe('1,000,000,000,000,000,000,000');
    expect(printNumber(1.5e-7, 'en', { maxDecimals: 8 })).toBe('0.00000015');
    expect(printNumber(12345678901234567890n, 'es')).toBe('12.345.678.901.234.567.890');
  });

  it('refuses to print what is not a number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 'abc', '']) {
      expect(() => printNumber(value, 'es')).toThrow(/not a finite number/);
    }
  });

  it('agrees with an independent layout of whole cents', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.constantFrom('es', 'en'), (cents, language) => {
        const abs = cents < 0n ? -cents : cents;
        const text = `${cents < 0n ? '-' : ''}${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`;
        expect(printNumber(text, language, { decimals: 2 })).toBe(layOut(cents, language));
      }),
    );
  });

  it('rounds as whole arithmetic does, from any number of decimals', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 3, max: 9 }), (digits, scale) => {
        const abs = digits < 0n ? -digits : digits;
        const unit = 10n ** BigInt(scale);
        const text = `${digits < 0n ? '-' : ''}${abs / unit}.${String(abs % unit).padStart(scale, '0')}`;
        const step = 10n ** BigInt(scale - 2);
        const cents = abs / step + ((abs % step) * 2n >= step ? 1n : 0n);
        expect(printNumber(text, 'es', { decimals: 2 })).toBe(layOut(digits < 0n ? -cents : cents, 'es'));
      }),
    );
  });
});

describe('printPercent', () => {
  it('drops trailing zeros and needs no multiplication of doubles', () => {
    expect(printPercent(0.9845, 'es')).toBe('98,45 %');
    expect(printPercent(0.9845, 'en')).toBe('98.45%');
    expect(printPercent(1.1, 'es')).toBe('110 %');
    expect(printPercent(0.29, 'es')).toBe('29 %');
    expect(printPercent(0.07, 'en')).toBe('7%');
    expect(printPercent(5612.2 / 5400, 'es')).toBe('103,93 %');
    expect(printPercent(12.5, 'es')).toBe('1.250 %');
  });
});

describe('printQuantity', () => {
  it('writes each unit in its language and number', () => {
    expect(printQuantity(4.8, 'h', 'es')).toBe('4,8 h');
    expect(printQuantity(6.48, 'min', 'es')).toBe('6,48 min');
    expect(printQuantity(6600, 'min', 'es')).toBe('6.600 min');
    expect(printQuantity(6600, 'min', 'en')).toBe('6,600 min');
    expect(printQuantity(7, 'working_h', 'es')).toBe('7 h laborables');
    expect(printQuantity(1, 'working_h', 'es')).toBe('1 h laborable');
    expect(printQuantity(7, 'working_h', 'en')).toBe('7 working h');
    expect(printQuantity(1, 'day', 'es')).toBe('1 día');
    expect(printQuantity(1.5, 'day', 'es')).toBe('1,5 días');
    expect(printQuantity(12, 'count', 'es')).toBe('12');
    expect(printQuantity(0.923, 'ratio', 'es')).toBe('92,3 %');
    expect(printQuantity(1234.5, 'money', 'es')).toBe('$1.234,50');
    expect(printQuantity(-3, 'money', 'en')).toBe('-$3.00');
    expect(() => printQuantity(1, 'furlong', 'es')).toThrow(/unknown unit/);
  });
});
