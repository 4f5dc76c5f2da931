import type { CheckedIndicator } from '../language/index.ts';
import type { Content } from './institution.ts';

/** Whether n of an indicator counts people: its denominator is installed capacity. */
export function countsPeople(
  indicator: CheckedIndicator,
  catalogue: Pick<Content['catalogue'], 'datasets'>,
): boolean {
  const of = (term: CheckedIndicator['denominator']): number[] =>
    term === null || term.kind === 'constant'
      ? []
      : term.kind === 'aggregate'
        ? [term.index]
        : [...of(term.left), ...of(term.right)];
  const first = indicator.aggregates[of(indicator.denominator)[0] ?? -1];
  return first !== undefined && (catalogue.datasets.get(first.dataset)?.derived ?? false);
}
