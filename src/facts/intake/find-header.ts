import { toSlug } from '../../kernel/index.ts';

/** Counts how many cells of a row are known names of columns of the wanted data set. */
export type Recognise = (cells: string[]) => number;

/** Rows among which the header is looked for. */
export const HEADER_ROWS = 30;

export interface FoundHeader {
  readonly index: number;
  /** Known names in it; 0 when it was only taken for its shape. */
  readonly recognised: number;
}

function filled(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

/** The number of cells most rows have; among equals the larger. */
export function typicalWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let best = 0;
  let width = 0;
  for (const [cells, count] of counts) {
    if (count > best || (count === best && cells > width)) {
      best = count;
      width = cells;
    }
  }
  return width;
}

/**
 * Which of the first rows is the header: the one with most known names; where none is known, the
 * first as wide as the rest whose cells are all names, then one with a name missing, then the
 * first as wide as the rest. `rows` holds no blank ones.
 */
export function findHeader(rows: readonly string[][], recognise: Recognise): FoundHeader {
  const first = rows.slice(0, HEADER_ROWS);
  const width = typicalWidth(rows);
  let best: FoundHeader = { index: -1, recognised: 0 };
  let bestScore = 0;
  first.forEach((cells, index) => {
    const recognised = recognise(cells.map((cell) => cell.trim()));
    // The line of totals may say a known word and a number.
    if (isTotalOf(cells)) return;
    const score = recognised * 2 + (cells.length === width ? 1 : 0);
    if (recognised > 0 && score > bestScore) {
      best = { index, recognised };
      bestScore = score;
    }
  });
  if (best.index >= 0) return best;
  const isName = (cell: string) => /\p{L}/u.test(cell);
  const whole = first.findIndex((cells) => cells.length === width && cells.every(isName));
  if (whole >= 0) return { index: whole, recognised: 0 };
  const part = first.findIndex((cells) => {
    const names = filled(cells);
    return cells.length === width && names.length * 2 >= width && names.every(isName);
  });
  if (part >= 0) return { index: part, recognised: 0 };
  return {
    index: Math.max(
      0,
      first.findIndex((cells) => cells.length === width),
    ),
    recognised: 0,
  };
}

/**
 * Names fit for a table: trimmed, breaks inside as one space, an empty one as `columna 3`, a
 * repeated one (capitals apart) with ` (2)`.
 *
 * @example toColumnNames(['Fecha', '', 'fecha'], 3) // ['Fecha', 'columna 2', 'fecha (2)']
 */
export function toColumnNames(cells: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  const names: string[] = [];
  for (let index = 0; index < width; index++) {
    const base = (cells[index] ?? '').replace(/\s+/g, ' ').trim() || `columna ${index + 1}`;
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base} (${copy})`;
    taken.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

const TOTAL_WORDS = [
  'total',
  'totales',
  'subtotal',
  'subtotales',
  'suma',
  'sumas',
  'suman',
  'sumatoria',
  'gran-total',
];

/** One row at the end of a file, as the search for totals sees it. */
export interface LastRow {
  readonly cells: readonly string[];
  readonly blank: boolean;
}

function isNamedTotal(full: readonly string[]): boolean {
  const slug = toSlug(full[0] ?? '');
  return TOTAL_WORDS.some((word) => slug === word || slug.startsWith(`${word}-`));
}

/** Rows left out at the end that say totals; the others are notes. */
export function pickTotals<T extends { readonly cells: readonly string[] }>(
  rows: readonly T[],
): readonly T[] {
  return rows.filter(({ cells }) => isNamedTotal(filled(cells)));
}

/** Whether a row begins as a total and has a number: a header has names alone. */
function isTotalOf(cells: readonly string[]): boolean {
  const full = filled(cells);
  return isNamedTotal(full) && full.some((cell) => !/\p{L}/u.test(cell));
}

function isTotal(row: LastRow, typical: number): boolean {
  const full = filled(row.cells);
  return isNamedTotal(full) && full.length < typical;
}

/**
 * How many of the last rows are no data: totals, and notes below a total or below a blank line.
 * A row that merely begins with such a word but is as full as the rest stays.
 *
 * @param typical filled cells of a typical data row
 * @returns index in `rows` from which on nothing is data; their length when all is
 */
export function findTrailer(rows: readonly LastRow[], typical: number): number {
  let cut = rows.length;
  let pending = false;
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    if (row.blank) {
      if (pending) cut = index;
      pending = false;
    } else if (isTotal(row, typical)) {
      cut = index;
      pending = false;
    } else if (typical >= 3 && filled(row.cells).length <= Math.max(1, Math.floor(typical / 3))) {
      pending = true;
    } else break;
  }
  return cut;
}

/**
 * How many cells of a data row are filled: the middle of a sample in order of fullness, totals
 * apart; of an empty sample, as many as the header has.
 */
export function typicalFilled(rows: readonly (readonly string[])[], header: readonly string[]): number {
  const counts = rows
    .map(filled)
    .filter((full) => !isNamedTotal(full))
    .map((full) => full.length)
    .sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? filled(header).length;
}

const NUMBER = /^[+-]?\d[\d.,]*$/;

/**
 * Whether the first row of a sample describes the columns instead of being data: where all other
 * rows hold numbers it holds words, different ones, in three columns or more, and a number in none.
 */
export function isDescription(sample: readonly (readonly string[])[]): boolean {
  const [first, ...others] = sample;
  if (!first || others.length < 5) return false;
  const words = new Set<string>();
  for (let column = 0; column < first.length; column++) {
    const cells = others.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    const numbers = cells.filter((cell) => NUMBER.test(cell)).length;
    if (cells.length < others.length / 2 || numbers < cells.length) continue;
    const cell = first[column]!.trim();
    if (NUMBER.test(cell)) return false;
    if (/(\p{L}.*){5}/u.test(cell)) words.add(cell);
  }
  return words.size >= 3;
}
