import { Refusal } from '../../kernel/index.ts';
import { findHeader } from './find-header.ts';
import type { Recognise } from './find-header.ts';
import { isBlankRecord, readCells } from './read-cells.ts';
import { scanRecords } from './scan-records.ts';

/** Most columns a file may have. */
export const MAX_COLUMNS = 500;

const DELIMITERS = ['\t', ';', '|', ','] as const;
const LOOKED_AT = 300;

/** How a text file is laid out: what separates its cells and where its header is. */
export interface Layout {
  readonly delimiter: string;
  /** Offset and physical line of the header record, and the lines it takes. */
  readonly header_byte: number;
  readonly header_line: number;
  readonly header_cells: readonly string[];
  readonly header_breaks: number;
}

interface FirstRow {
  readonly cells: string[];
  readonly line: number;
  readonly byte: number;
  readonly breaks: number;
}

interface Attempt {
  readonly delimiter: string;
  readonly rows: readonly FirstRow[];
  readonly header: number;
  readonly recognised: number;
  readonly width: number;
  /** Share of the rows below the header that are as wide as it. */
  readonly consistency: number;
  readonly refusal: Refusal | null;
}

async function readFirstRows(
  path: string,
  delimiter: string,
): Promise<{ rows: FirstRow[]; refusal: Refusal | null }> {
  const rows: FirstRow[] = [];
  try {
    await scanRecords(path, { delimiter }, (record) => {
      if (isBlankRecord(record.buffer, record.start, record.end, delimiter)) return false;
      rows.push({
        cells: readCells(record.buffer, record.start, record.end, delimiter),
        line: record.line,
        byte: record.byte,
        breaks: record.breaks,
      });
      return rows.length >= LOOKED_AT;
    });
  } catch (error) {
    // With the wrong delimiter any quote may look open; only the chosen one's refusal counts.
    if (!(error instanceof Refusal)) throw error;
    return { rows, refusal: error };
  }
  return { rows, refusal: null };
}

async function tryDelimiter(path: string, delimiter: string, recognise: Recognise): Promise<Attempt> {
  const { rows, refusal } = await readFirstRows(path, delimiter);
  const cells = rows.map((row) => row.cells);
  const { index, recognised } = rows.length > 0 ? findHeader(cells, recognise) : { index: 0, recognised: 0 };
  const width = cells[index]?.length ?? 0;
  const below = cells.slice(index + 1);
  const alike = below.filter((row) => row.length === width).length;
  return {
    delimiter,
    rows,
    header: index,
    recognised,
    width,
    consistency: below.length === 0 ? 0.5 : alike / below.length,
    refusal,
  };
}

/** Columns kept apart by spaces, or by nothing but their place. */
function looksFixedWidth(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  const spaced = lines.filter((line) => /\S {2,}\S/.test(line)).length;
  const length = lines[1]!.length;
  const equal = lines.filter((line) => line.length === length).length;
  return spaced / lines.length >= 0.6 || (length >= 20 && equal / lines.length >= 0.9);
}

function isBetter(a: Attempt, b: Attempt): boolean {
  const sound = a.refusal === null ? a : b;
  const bothKnown = a.recognised > 0 === b.recognised > 0;
  if ((a.refusal === null) !== (b.refusal === null) && bothKnown && sound.width > 1) return a === sound;
  if (a.recognised !== b.recognised) return a.recognised > b.recognised;
  if (a.width > 1 !== b.width > 1) return a.width > 1;
  if (Math.abs(a.consistency - b.consistency) > 1e-9) return a.consistency > b.consistency;
  return a.width > b.width;
}

/** The delimiter a first line `sep=;`, as spreadsheets write it, announces. */
function announced(attempt: Attempt): string | null {
  const first = attempt.rows[0]?.cells.join(attempt.delimiter) ?? '';
  const match = /^\uFEFF?"?sep=(.)"?$/i.exec(first.trim() === 'sep=' ? 'sep=\t' : first);
  return match && (DELIMITERS as readonly string[]).includes(match[1]!) ? match[1]! : null;
}

/**
 * Finds delimiter and header of a text file from its first rows. Refuses `file-empty`,
 * `fixed-width`, `delimiter-not-found`, `header-line-not-found`, `header-without-rows` and
 * `too-many-columns`.
 *
 * @param delimiter overrules the search
 * @param header_line overrules the search: physical line of the header
 */
export async function findLayout(
  path: string,
  recognise: Recognise,
  delimiter?: string,
  header_line?: number,
): Promise<Layout> {
  const attempts: Attempt[] = [];
  for (const candidate of delimiter === undefined ? DELIMITERS : [delimiter]) {
    attempts.push(await tryDelimiter(path, candidate, recognise));
  }
  let best = attempts[0]!;
  for (const attempt of attempts) if (isBetter(attempt, best)) best = attempt;
  const told = announced(best);
  if (delimiter === undefined && told !== null) {
    best = attempts.find((attempt) => attempt.delimiter === told) ?? best;
  }
  if (best.rows.length === 0) throw best.refusal ?? new Refusal('file-empty');
  if (delimiter === undefined && told === null && header_line === undefined && best.recognised === 0) {
    const doubtful = best.width < 2 || (best.consistency < 0.5 && best.rows.length > 3);
    if (doubtful) {
      if (best.refusal) throw best.refusal;
      const lines = best.rows.map((row) => row.cells.join(best.delimiter));
      throw looksFixedWidth(lines)
        ? new Refusal('fixed-width')
        : new Refusal('delimiter-not-found', { line: best.rows[0]!.line });
    }
  }
  let header = best.rows[best.header]!;
  if (header_line !== undefined) {
    const chosen = best.rows.find((row) => row.line === header_line);
    if (!chosen) throw new Refusal('header-line-not-found', { line: header_line });
    header = chosen;
  } else if (told !== null && best.header === 0) {
    // The announcement itself is never the header.
    header = best.rows[1] ?? header;
  }
  const last = best.rows.indexOf(header) === best.rows.length - 1;
  if (last && best.rows.length < LOOKED_AT) {
    throw best.refusal ?? new Refusal('header-without-rows', { line: header.line });
  }
  if (header.cells.length > MAX_COLUMNS) {
    throw new Refusal('too-many-columns', { columns: header.cells.length, limit: MAX_COLUMNS });
  }
  return {
    delimiter: best.delimiter,
    header_byte: header.byte,
    header_line: header.line,
    header_cells: header.cells,
    header_breaks: header.breaks,
  };
}
