/** How the integers of the engine stand in a cell: `cell = shown amount x k`, all whole numbers. */
export interface CellScale {
  /** Base units that one cell unit stands for. */
  readonly divisor: bigint;
  /** Cell units in one shown unit: 60 where an hour is written in minutes. */
  readonly k: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Finer units a person knows, as parts of the shown one: hours to minutes, seconds, thousandths... */
const KNOWN_PARTS: Readonly<Record<string, readonly bigint[]>> = {
  h: [1n, 60n, 3600n, 3_600_000n, 3_600_000_000n],
  working_h: [1n, 60n, 3600n, 3_600_000n, 3_600_000_000n],
  min: [1n, 60n, 60_000n, 60_000_000n],
  working_min: [1n, 60n, 60_000n, 60_000_000n],
};

/**
 * The coarsest cell unit in which every value is a whole number, so that sums in a spreadsheet's
 * doubles lose nothing: of the units people know when one will do, else a part of the shown unit.
 *
 * @param per_shown base units in one shown unit
 * @example toCellScale([172_800_000_000n], 3_600_000_000n, 'h') // 48 h is whole: { divisor: 3600000000n, k: 1n }
 */
export function toCellScale(values: Iterable<bigint>, per_shown: bigint, unit: string | null): CellScale {
  let common = per_shown;
  for (const value of values) common = gcd(common, value);
  const needed = per_shown / common;
  const k = (KNOWN_PARTS[unit ?? ''] ?? []).find((parts) => parts % needed === 0n) ?? needed;
  return { divisor: per_shown / k, k };
}

const PART_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  h: { '1': 'h', '60': 'min', '3600': 's', '3600000': 'ms', '3600000000': 'µs' },
  min: { '1': 'min', '60': 's', '60000': 'ms', '60000000': 'µs' },
};

/** Name of a cell unit for a header: `s` for hours by the second, `min × 21` for parts without a name. */
export function cellUnitName(unit: string | null, { k }: CellScale): string {
  if (unit === null) return k === 1n ? '' : `× ${k}`;
  const base = unit.replace('working_', '');
  return PART_NAMES[base]?.[k.toString()] ?? `${base} × ${k}`;
}
