import { describe, expect, it } from 'vitest';
import { findChange, findTimesMean } from './compare-figures.ts';

describe('findChange', () => {
  it('tells what is worse by more than asked, never what is worse by just so much', () => {
    // 40 h to 49.36 h is 23.4 % more.
    expect(findChange(49.36, 40, 20, 'at-most')).toEqual({
      share: { num: 117n, den: 500n },
      rose: true,
      worse: true,
    });
    // In doubles 1.1 - 1 is a little more than a tenth.
    expect(findChange(1.1, 1, 10, 'at-most')).toBeNull();
    expect(findChange(1.1001, 1, 10, 'at-most')).not.toBeNull();
  });

  it('says nothing of what got better', () => {
    expect(findChange(20, 40, 10, 'at-most')).toBeNull();
    expect(findChange(0.99, 0.5, 10, 'at-least')).toBeNull();
    expect(findChange(0.5, 0.99, 10, 'at-least')).toMatchObject({ rose: false, worse: true });
  });

  it('tells both ways where neither is better, and nothing against zero', () => {
    expect(findChange(5, 10, 20, null)).toMatchObject({ rose: false, worse: false });
    expect(findChange(15, 10, 20, 'between')).toMatchObject({ rose: true, worse: false });
    expect(findChange(15, 0, 20, 'at-most')).toBeNull();
    expect(findChange(10, 10, 1, null)).toBeNull();
  });
});

describe('findTimesMean', () => {
  it('holds a figure against the mean of those before', () => {
    // The mean of 10, 20 and 30 is 20: 64 is 3.2 times it.
    expect(findTimesMean(64, [10, 20, 30], 3)).toEqual({
      times: { num: 16n, den: 5n },
      mean: { num: 20n, den: 1n },
    });
    expect(findTimesMean(60, [10, 20, 30], 3)).toBeNull();
    expect(findTimesMean(5, [0, 0, 0], 2)).toBeNull();
  });
});
