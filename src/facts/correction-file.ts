import { toSlug } from '../kernel/index.ts';

/** Column by which rows taken out to be corrected are known when they come back: `requests-3f2a91:4`. */
export const CORRECTION_COLUMN = 'circuito_correccion';
/** Column beside it that says what is wrong with the row. */
export const REASON_COLUMN = 'problema';

const SLUGS = new Set([CORRECTION_COLUMN, REASON_COLUMN].map(toSlug));

/** Whether a header is one of the two that a file of rows to correct adds. */
export function isCorrectionHeader(name: string): boolean {
  return SLUGS.has(toSlug(name));
}

/** Position of the column that names the rows brought back, or -1 in a file that brings none. */
export function findCorrectionColumn(header: readonly string[]): number {
  return header.findIndex((name) => toSlug(name) === toSlug(CORRECTION_COLUMN));
}

const SIGNS = '=+\\-@\\t\\r\\n＝＋－＠';
const ESCAPED = new RegExp(`^'[${SIGNS}]`);

/**
 * A cell as it was before it was written for a spreadsheet: without the apostrophe in front.
 *
 * @example undoEscape("'=1+1") // '=1+1'
 */
export function undoEscape(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}

/** SQL of the same. */
export function printUndoEscape(cell: string): string {
  return `case when starts_with(${cell}, '''') and regexp_matches(${cell}, '^''[${SIGNS}]') then substr(${cell}, 2) else ${cell} end`;
}
