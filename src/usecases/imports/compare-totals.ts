import { type Column, type Dataset, type Problem, toWarning } from '../../kernel/index.ts';
import { quoteName } from '../../engine/index.ts';
import { type ChosenColumns, keptScale, type PreparedFile } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';

const SUMMED: readonly string[] = ['integer', 'decimal', 'duration'];
/** Digits behind the mark beyond which a workbook writes the dust of its sums. */
const MOST_DIGITS = 6;
const NUMBER = /^[+-]?\d[\d.,' ]*$/;
/** A label with its count in one cell, `TOTAL: 302 registros`; a total «of» something else counts no rows. */
const COUNTED =
  /^(?:gran\s+)?total(?:es)?(?:\s+general)?(?:\s+(?:de\s+)?(?:filas|registros|casos|tr[aá]mites))?\s*[:=]?\s*(\d[\d.,']*)\s*(?:filas|registros|casos|tr[aá]mites)?$/i;

/** A number as digits and how many of them stand behind the mark. */
interface Written {
  readonly digits: bigint;
  readonly behind: number;
}

/**
 * Holds what the file's own rows of totals say against what was read: a number under a column of
 * amounts against their sum, any other against how many rows there are. What agrees with neither
 * is told, with its line; nothing is refused, since a file may total something else.
 */
export async function compareTotals(
  institution: Institution,
  dataset: Dataset,
  prepared: PreparedFile,
  chosen: ChosenColumns,
  file: string,
): Promise<Problem[]> {
  if (chosen.log) return [];
  const columns = toColumns(dataset, chosen);
  const found: Problem[] = [];
  for (const { line, cells } of prepared.totals) {
    // What is totalled in parts is not the whole.
    if (cells.some((cell) => /^\s*sub/i.test(cell))) continue;
    for (const [index, cell] of cells.entries()) {
      const written = readNumbers(cell.trim());
      const column = columns.get(index) ?? null;
      if (written.length === 0 || (column === null && isAmounts(prepared, index))) continue;
      if (written.some((number) => agrees(number, BigInt(prepared.records), 1n))) continue;
      const sum = column && SUMMED.includes(column.type) ? await sumColumn(institution, column) : null;
      if (sum && written.some((number) => agrees(number, sum.kept, sum.scale))) continue;
      const [read, scale] = sum ? [sum.kept, sum.scale] : [BigInt(prepared.records), 1n];
      const than = isLess(findNearest(written, read, scale), read, scale) ? 'less' : 'more';
      const told = { line, text: cell.trim().slice(0, 80), header: prepared.header[index] ?? '', than };
      found.push(
        sum
          ? toWarning('file-sum-differs', { file, line }, { ...told, read: sum.shown })
          : toWarning('file-count-differs', { file, line }, { ...told, read: prepared.records }),
      );
    }
  }
  return found;
}

function toColumns(dataset: Dataset, chosen: ChosenColumns): ReadonlyMap<number, Column> {
  const byName = new Map(dataset.columns.map((column) => [column.name, column]));
  return new Map(
    [...chosen.sources].flatMap(([name, source]): [number, Column][] => {
      const column = byName.get(name);
      if (!column) return [];
      if (source.kind === 'one') return [[source.index, column]];
      return source.kind === 'date-time'
        ? [
            [source.date, column],
            [source.time, column],
          ]
        : [];
    }),
  );
}

/** Whether a column that nothing reads holds amounts: then its total may be their sum. */
function isAmounts({ sample }: PreparedFile, index: number): boolean {
  const cells = sample.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => NUMBER.test(cell)).length * 2 > cells.length;
}

/** What a cell may say, with a comma or a point as its decimal mark. */
function readNumbers(cell: string): Written[] {
  const text = (NUMBER.test(cell) ? cell : (COUNTED.exec(cell)?.[1] ?? '')).replace(/[' ]/g, '');
  return [text.replaceAll('.', '').replace(',', '.'), text.replaceAll(',', '')].flatMap((plain) => {
    const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
    if (whole === '') return [];
    const kept = part.slice(0, MOST_DIGITS);
    return [{ digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${kept}`), behind: kept.length }];
  });
}

/** Whether a number is `kept` parts of `scale`, as near as its last digit can say. */
function agrees({ digits, behind }: Written, kept: bigint, scale: bigint): boolean {
  const difference = digits * scale - kept * 10n ** BigInt(behind);
  return (difference < 0n ? -difference : difference) * 2n <= (behind === 0 ? 0n : scale);
}

/** Of the readings of one cell, the one that is nearest to `kept` parts of `scale`: `8175,4` is no 81,754. */
function findNearest(written: readonly Written[], kept: bigint, scale: bigint): Written {
  const far = ({ digits, behind }: Written): bigint => {
    const difference =
      digits * scale * 10n ** BigInt(MOST_DIGITS - behind) - kept * 10n ** BigInt(MOST_DIGITS);
    return difference < 0n ? -difference : difference;
  };
  return written.reduce((best, one) => (far(one) < far(best) ? one : best));
}

/** Whether a number is less than `kept` parts of `scale`. */
function isLess({ digits, behind }: Written, kept: bigint, scale: bigint): boolean {
  return digits * scale < kept * 10n ** BigInt(behind);
}

async function sumColumn(
  { facts }: Institution,
  column: Column,
): Promise<{ readonly kept: bigint; readonly scale: bigint; readonly shown: number }> {
  const scale = keptScale(column);
  const [row] = await facts.duck.rows(
    `select coalesce(sum(${quoteName(column.name)}), 0)::varchar as kept from stage`,
  );
  const kept = BigInt(String(row?.['kept'] ?? '0'));
  return { kept, scale, shown: Number(kept) / Number(scale) };
}
