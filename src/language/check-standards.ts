import type { Rational, Sheet } from '../kernel/index.ts';
import { agree, alignScales } from './check-quantity.ts';
import { checkPredicate, checkRow } from './check-row.ts';
import type { CheckedStandard } from './checked-indicator.ts';
import { plain } from './fraction.ts';
import type { RowExpression } from './row-expression.ts';
import { report, type RowScope } from './row-scope.ts';
import type { Tree } from './tree.ts';

/** How a sheet reads one of its texts, and the scope in which problems of it are collected. */
export interface SheetReading {
  readonly read: (path: string, text: string | null) => Tree | null;
  readonly scope: (path: string) => RowScope;
}

/**
 * Checks the standards of a sheet: each limit of the measure's own dimension, and all of them in
 * one scale with the measure, which is given back in that scale.
 */
export function checkStandards(
  sheet: Sheet,
  measure: RowExpression | null,
  reading: SheetReading,
): { readonly standards: readonly CheckedStandard[]; readonly measure: RowExpression | null } {
  const limits = sheet.standards.map((standard, index) => {
    const path = `standards[${index}].limit`;
    const tree = reading.read(path, standard.limit);
    return tree && checkLimit(tree, measure, sheet.measure !== null, reading.scope(path));
  });
  const aligned = measure && alignScales([measure, ...limits.filter((limit) => limit !== null)]);
  if (measure && !aligned) {
    report(reading.scope('standards'), 0, 'scales-do-not-meet', { operation: 'limit' });
  }
  const [scaled = measure, ...others] = aligned ?? [];
  let next = 0;
  const standards = sheet.standards.map((standard, index): CheckedStandard => {
    const path = `standards[${index}].where`;
    const where = reading.read(path, standard.where);
    return {
      from: standard.from,
      where: where && checkPredicate(where, reading.scope(path)),
      direction: standard.direction,
      floor: exact(standard.floor),
      ceiling: exact(standard.ceiling),
      limit: limits[index] ? (others[next++] ?? null) : null,
      tolerance: exact(standard.tolerance),
      historical_error: exact(standard.historical_error),
    };
  });
  return { standards, measure: scaled };
}

/** `isMeasured` is whether the sheet has a measure at all: one with a mistake was told already. */
function checkLimit(
  tree: Tree,
  measure: RowExpression | null,
  isMeasured: boolean,
  scope: RowScope,
): RowExpression | null {
  const limit = checkRow(tree, scope);
  if (!limit) return null;
  if (!measure) return isMeasured ? null : report(scope, tree.at, 'limit-without-measure', {});
  return agree(tree.at, 'limit', measure, limit, scope)?.[1] ?? null;
}

function exact(value: Rational | null): CheckedStandard['floor'] {
  return value && plain(value);
}
