import type { Say } from '../../app/words.ts';
import type { RowAnswer } from './sheet-answer.ts';
import type { SheetText } from './texts.ts';

/** What a row is called, and whether it counts or why not. */
export const sayRow = {
  state: (row: RowAnswer, t: Say<SheetText>): string => t(`state-${row.state}` as SheetText),
  key: (row: RowAnswer): string => Object.values(row.key).join(' · '),
} as const;
