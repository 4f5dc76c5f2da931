import { type LocalText, parsePeriod, Refusal, type Scope } from '../../kernel/index.ts';
import { quoteName, quoteText } from '../../engine/index.ts';
import { processSubtree } from '../../language/index.ts';
import { rankShares } from '../../statistics/index.ts';
import type { Institution } from '../institution.ts';
import { getSeen } from './reach-improvement.ts';
import { findIndicator } from './show-improvement.ts';

/** A reason with how often it was told. */
export interface RankedReason {
  readonly reason: string;
  readonly n: number;
  /** Share of all, 0 to 1, and of those above and itself. */
  readonly share: number;
  readonly cumulative: number;
}

/** The reasons of a stretch, most frequent first. */
export interface ReasonRanking {
  readonly dataset: string | null;
  readonly name: LocalText | null;
  readonly period: string;
  /** Facts with a reason, and without one. */
  readonly n: number;
  readonly without: number;
  readonly reasons: readonly RankedReason[];
}

const MOST_REASONS = 20;

/** The data set whose facts tell reasons: that of the indicator, else the complaints. */
function findReasoned({ content }: Institution, indicator: string | null) {
  const own = indicator === null ? undefined : content.indicators.get(indicator)?.dataset;
  const told = [own, 'complaints'].map((id) =>
    id === undefined ? undefined : content.catalogue.datasets.get(id),
  );
  return told.find(
    (dataset) => dataset && dataset.date !== null && dataset.columns.some(({ name }) => name === 'reason'),
  );
}

/**
 * Pareto of the reasons that clients told about the process and units of an improvement, in a stretch of
 * dates: from the data set of its indicator where that has a column of reasons, else from the complaints.
 * Refuses `improvement-not-found`, `out-of-scope`, `period-unreadable`.
 */
export async function rankReasons(
  institution: Institution,
  who: Parameters<typeof getSeen>[1],
  scope: Scope,
  id: number,
  period: string,
): Promise<ReasonRanking> {
  const record = getSeen(institution, who, scope, id);
  const [first, last] = period.split('..').map((text) => parsePeriod(text));
  const stretch = first && { from: first.from, to: (last ?? first).to };
  if (!stretch || stretch.from >= stretch.to) throw new Refusal('period-unreadable', { period });
  const { catalogue } = institution.content;
  const dataset = findReasoned(institution, findIndicator(record));
  const nothing = { dataset: null, name: null, period, n: 0, without: 0, reasons: [] };
  if (!dataset || dataset.date === null) return nothing;
  const has = (name: string) => dataset.columns.some((column) => column.name === name);
  const isInstant = dataset.columns.find(({ name }) => name === dataset.date)?.type === 'instant';
  const date = isInstant ? `${dataset.date}_local` : quoteName(dataset.date);
  const weight = dataset.weight === null ? '1' : `coalesce(${quoteName(dataset.weight)}, 1)`;
  const among = (column: string, values: readonly string[]) =>
    `${quoteName(column)} in (${values.map(quoteText).join(', ') || 'null'})`;
  const units = record.units ?? scope.units;
  const kept = [
    `${date} >= ${quoteText(stretch.from)} and ${date} < ${quoteText(stretch.to)}`,
    ...(has('status') ? [`status is distinct from 'anulado'`] : []),
    ...(units !== null && has('unit') ? [among('unit', units)] : []),
    ...(record.process !== null && has('process')
      ? [among('process', processSubtree(catalogue, record.process))]
      : []),
  ];
  const rows = await institution.facts.duck.rows(
    `select reason, sum(${weight})::double as n from ${quoteName(dataset.id)}
 where ${kept.join(' and ')} group by all`,
  );
  const counts = new Map(rows.map(({ reason, n }) => [String(reason ?? ''), Number(n)]));
  const without = counts.get('') ?? 0;
  counts.delete('');
  const ranked = rankShares([counts]);
  let above = 0;
  const reasons = ranked.slice(0, MOST_REASONS).map(({ id: reason, n, pooled }) => {
    above += pooled ?? 0;
    return { reason, n, share: pooled ?? 0, cumulative: Math.min(1, above) };
  });
  const n = ranked.reduce((sum, each) => sum + each.n, 0);
  return { dataset: dataset.id, name: dataset.name, period, n, without, reasons };
}
