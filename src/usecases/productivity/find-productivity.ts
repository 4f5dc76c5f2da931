import { type Content } from '../institution.ts';
import type { CheckedIndicator, Term } from '../../language/index.ts';

/** Data set of installed capacity, derived from staff, schedules and absences. */
const CAPACITY = 'capacity';

function listAggregates(term: Term | null): readonly number[] {
  if (term === null || term.kind === 'constant') return [];
  if (term.kind === 'aggregate') return [term.index];
  return [...listAggregates(term.left), ...listAggregates(term.right)];
}

/** Whether an indicator divides something of its own facts by installed capacity. */
function isProductivity(indicator: CheckedIndicator): boolean {
  const datasets = (term: Term | null) =>
    listAggregates(term).map((index) => indicator.aggregates[index]?.dataset);
  const under = datasets(indicator.denominator);
  const over = datasets(indicator.numerator);
  return (
    under.length > 0 &&
    under.every((dataset) => dataset === CAPACITY) &&
    over.length > 0 &&
    over.every((dataset) => dataset === indicator.dataset)
  );
}

/**
 * The indicator that measures the use of installed capacity: the first, by id, whose denominator is
 * capacity and whose numerator comes from its own facts; null where no pack has one.
 */
export function findProductivity(content: Content): CheckedIndicator | null {
  const ids = [...content.indicators.keys()].sort();
  for (const id of ids) {
    const indicator = content.indicators.get(id)!;
    if (isProductivity(indicator)) return indicator;
  }
  return null;
}
