import { columnsOf, type CheckedStandard } from '../language/index.ts';
import { printRow, type RowNames } from './print-row.ts';

/**
 * The standards that can meet a fact dated in `[from, to)`, in the order in which they are tried:
 * those with a condition before the general ones, then the latest first. A standard that starts
 * after the period, or is always preceded by a later general one, is left out.
 */
export function standardsOf(
  standards: readonly CheckedStandard[],
  from: string,
  to: string,
): readonly CheckedStandard[] {
  const latestFirst = [...standards]
    .filter((standard) => standard.from < to)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  const general = latestFirst.filter((standard) => standard.where === null);
  const settled = general.findIndex((standard) => standard.from <= from);
  const reachable = settled < 0 ? general : general.slice(0, settled + 1);
  return [...latestFirst.filter((standard) => standard.where !== null), ...reachable];
}

/** Whether the standard is met by every fact of the period that reaches it. */
function isCertain(standard: CheckedStandard, from: string): boolean {
  return standard.where === null && standard.from <= from;
}

/** Whether facts of the period may meet different standards, or some of them none. */
export function isDivided(standards: readonly CheckedStandard[], from: string): boolean {
  return standards.length > 1 || standards.some((standard) => !isCertain(standard, from));
}

/** A CASE that picks, for each fact, what `print` says of the standard of its own date and place. */
export function pickByStandard(
  standards: readonly CheckedStandard[],
  from: string,
  localDate: string,
  names: RowNames,
  print: (standard: CheckedStandard, index: number) => string,
): string {
  const branches: string[] = [];
  for (const [index, standard] of standards.entries()) {
    const text = print(standard, index);
    if (isCertain(standard, from)) {
      return branches.length === 0 ? text : `case ${branches.join(' ')} else ${text} end`;
    }
    const conditions = [
      ...(standard.from <= from ? [] : [`${localDate} >= date '${standard.from}'`]),
      ...(standard.where ? [printRow(standard.where, names)] : []),
    ];
    branches.push(`when ${conditions.join(' and ')} then ${text}`);
  }
  return branches.length === 0 ? 'null::bigint' : `case ${branches.join(' ')} end`;
}

/** Columns that choosing among the standards and their limits reads. */
export function columnsOfStandards(standards: readonly CheckedStandard[]): readonly string[] {
  return standards.flatMap((standard) => [
    ...(standard.where ? columnsOf(standard.where) : []),
    ...(standard.limit ? columnsOf(standard.limit) : []),
  ]);
}
