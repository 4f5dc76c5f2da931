import { EMPTY_WORDS, voteDates } from './reading.ts';

/** What the cells of one column of a file look like. */
export interface CellProfile {
  /** Cells that hold something. */
  readonly filled: number;
  readonly distinct: readonly string[];
  readonly is_date: boolean;
  /** Hours alone: `09:05`, `9h05`. */
  readonly is_time: boolean;
  readonly is_number: boolean;
  readonly has_decimals: boolean;
}

const TIME = /^\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?(?: ?[ap]\.? ?m\.?)?$|^\d{1,2}h\d{2}$/i;
const NUMBER = /^[-+$ ]*\d[\d.,\s]*%?$/;
/** Share of the filled cells that must look alike: files have their errors. */
const MOST = 0.8;

/** Profiles the cells of a column. */
export function profileCells(cells: readonly string[]): CellProfile {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => !EMPTY_WORDS.includes(cell.toLowerCase()));
  const distinct = [...new Set(texts)];
  const count = (holds: (text: string) => boolean) => texts.filter(holds).length;
  const enough = texts.length * MOST;
  const { forms, either, same } = voteDates(texts);
  // A number of five digits may be a date of Excel and is more often a number.
  const dated = [...forms].reduce((sum, [form, { n }]) => sum + (form === 'serial' ? 0 : n), either.n + same);
  const numbers = count((text) => NUMBER.test(text));
  return {
    filled: texts.length,
    distinct,
    is_date: texts.length > 0 && dated >= enough,
    is_time: texts.length > 0 && count((text) => TIME.test(text)) >= enough,
    is_number: texts.length > 0 && numbers >= enough,
    has_decimals: texts.length > 0 && numbers >= enough && texts.some((text) => /[.,]\d{1,2}$/.test(text)),
  };
}
