import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../kernel/index.ts';
import { CAPACITY, DEADLINE, load, makeFigure, makeSheet, say, STANDARD } from './write-sentence.fixture.ts';

describe('any figure', () => {
  const figures = fc.record({
    num: fc.integer({ min: 0, max: 2_000_000 }),
    den: fc.integer({ min: 1, max: 1_000_000 }),
    bound: fc.constantFrom(0.9, 0.95, 1, 2 / 3),
    family: fc.constantFrom('deadline', 'share', 'load'),
    n: fc.integer({ min: 0, max: 200 }),
    open: fc.integer({ min: 0, max: 3 }),
    inside: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    p: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
    near: fc.boolean(),
    language: fc.constantFrom<Language>('es', 'en'),
  });

  /** The first two amounts of the sentence, read back as a reader would. */
  function readBack(spoken: string, language: Language): readonly number[] {
    const marks = language === 'es' ? [/\./g, ','] : [/,/g, '.'];
    return [...spoken.matchAll(/\d[\d.,]*\d|\d/g)].map(([amount]) =>
      Number(amount.replace(marks[0] as RegExp, '').replace(marks[1] as string, '.')),
    );
  }

  it('reads clean, and its numbers never contradict its verdict', () => {
    fc.assert(
      fc.property(figures, (f) => {
        // Half of the figures stand a hair from their bound, where rounding could lie.
        const value = f.near ? f.bound * (1 + (f.num - 1_000_000) * 1e-12) : f.num / f.den;
        const extras = {
          n: f.n,
          p50: f.p,
          p90: f.p === null ? null : f.p * 2,
          open: { count: f.open, past_limit: Math.min(1, f.open) },
          provisional: f.open > 0,
          inside_standard: f.inside === null ? null : { share: f.inside, n: f.n },
        };
        const isDeadline = f.family === 'deadline';
        const isMet = isDeadline ? value <= f.bound : value >= f.bound;
        const standard = isDeadline
          ? { ...STANDARD, ceiling: f.bound, limit: 48, limit_unit: 'h' }
          : { ...STANDARD, floor: f.bound };
        const verdict = isMet ? ('met' as const) : ('not-met' as const);
        const figure =
          f.family === 'load'
            ? load(value * 6600, 6600, { value, standard, verdict, n: f.n })
            : makeFigure({
                value,
                standard,
                verdict,
                ...(isDeadline ? { ...extras, measure_unit: 'h' } : {}),
              });
        const sheet = isDeadline ? DEADLINE : f.family === 'load' ? CAPACITY : makeSheet();
        const spoken = say(figure, sheet, f.language);

        expect(spoken).not.toMatch(/NaN|undefined|null|Infinity| {2}|\.\.|-\d|: :|;;/);
        expect(spoken).toMatch(/^\S.*\.$/);
        const verdictWords = f.language === 'es' ? /No cumple\./ : /Not met\./;
        expect(verdictWords.test(spoken)).toBe(!isMet);

        const numbers = readBack(spoken, f.language);
        const [shown = 0, bound = 0] = f.family === 'load' ? [numbers[2], numbers[4]] : numbers;
        const readsMet = isDeadline ? shown <= bound : shown >= bound;
        // Twelve decimals always tell these apart: the words for an invisible difference are not needed.
        expect(spoken).not.toMatch(/mostrar las cifras|figures can show/);
        expect({ readsMet, spoken }).toEqual({ readsMet: isMet, spoken });
      }),
      { numRuns: 500 },
    );
  });
});
