import {
  compareChanges,
  compareMeans,
  comparePercentiles,
  compareRates,
  compareShares,
  type Difference,
  type Moments,
  type RateSample,
  type ShareSample,
} from '../../statistics/index.ts';

/** What one period of a proof is compared by, in the unit of the figure. */
export type Sample =
  | { readonly kind: 'share'; readonly of: ShareSample }
  | { readonly kind: 'rate'; readonly of: RateSample }
  | { readonly kind: 'mean'; readonly of: Moments }
  | { readonly kind: 'quantile'; readonly of: readonly number[]; readonly fraction: number }
  /** Months as points: the mean of their figures and how far apart they are; null without any. */
  | { readonly kind: 'months'; readonly of: Moments | null };

/** How two samples differ; null where they are not of one kind or one is empty. */
export function compareSamples(before: Sample | null, after: Sample | null): Difference | null {
  if (before === null || after === null) return null;
  if (before.kind === 'share' && after.kind === 'share') return compareShares(before.of, after.of);
  if (before.kind === 'rate' && after.kind === 'rate') return compareRates(before.of, after.of);
  if (before.kind === 'mean' && after.kind === 'mean') return compareMeans(before.of, after.of);
  if (before.kind === 'quantile' && after.kind === 'quantile')
    return comparePercentiles(before.of, after.of, before.fraction);
  if (before.kind === 'months' && after.kind === 'months') return compareMeans(before.of, after.of);
  return null;
}

/** A before and an after. */
export interface SamplePair {
  readonly before: Sample | null;
  readonly after: Sample | null;
}

/** How much more the pilot changed than the others; null where their kind has no such comparison. */
export function compareSampleChanges(pilot: SamplePair, others: SamplePair): Difference | null {
  const [a, b, c, d] = [pilot.before, pilot.after, others.before, others.after];
  if (!a || !b || !c || !d) return null;
  if (a.kind === 'share' && b.kind === 'share' && c.kind === 'share' && d.kind === 'share')
    return compareChanges({
      kind: 'share',
      pilot: { before: a.of, after: b.of },
      others: { before: c.of, after: d.of },
    });
  if (a.kind === 'rate' && b.kind === 'rate' && c.kind === 'rate' && d.kind === 'rate')
    return compareChanges({
      kind: 'rate',
      pilot: { before: a.of, after: b.of },
      others: { before: c.of, after: d.of },
    });
  const moments = [a, b, c, d].map((each) =>
    each.kind === 'mean' || each.kind === 'months' ? each.of : null,
  );
  const [before, after, from, to] = moments;
  if (!before || !after || !from || !to) return null;
  return compareChanges({ kind: 'mean', pilot: { before, after }, others: { before: from, after: to } });
}
