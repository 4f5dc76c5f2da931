const WORDS = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'] as const;

/** The words of each number of satisfaction, from 1 to 5. */
export const RATES = WORDS.map((word, at) => ({ value: at + 1, word }));

/** The word of one number; that of the nearest where it is none of them. */
export function toRateWord(value: number): (typeof WORDS)[number] {
  return WORDS[Math.min(Math.max(value, 1), 5) - 1] ?? 'rate3';
}
