import type { Dataset, Warning } from '../../kernel/index.ts';
import { type MeasureRequest, planRows, quoteName, STATE } from '../../engine/index.ts';
import type { CheckedIndicator } from '../../language/index.ts';
import type { Institution } from '../institution.ts';

/** What may become of a fact that does not count, by its state in the engine. */
const KINDS: Readonly<Record<number, string>> = {
  [STATE.open]: 'open',
  [STATE.open_past_limit]: 'open',
  [STATE.outside]: 'outside',
  [STATE.unmeasured]: 'unmeasured',
  [STATE.not_asked]: 'not_asked',
  [STATE.without_standard]: 'without_standard',
};

/** First and last local date of the facts of a data set by one of its dates; null where it has none. */
export async function findExtent(
  institution: Institution,
  dataset: Dataset,
  date: string,
): Promise<{ readonly from: string; readonly to: string } | null> {
  const column = dataset.columns.find(({ name }) => name === date);
  if (!column) return null;
  const local = column.type === 'instant' ? `${date}_local` : quoteName(date);
  const [row] = await institution.facts.duck.rows(
    `select min(${local})::date::varchar as first, max(${local})::date::varchar as last from ${quoteName(dataset.id)}`,
  );
  const [from, to] = [row?.['first'], row?.['last']];
  return typeof from === 'string' && typeof to === 'string' ? { from, to } : null;
}

/**
 * Why an indicator has no figure in a period, as the warning that says so: no rows at all
 * (`no-facts`, with the dates there are), rows that are not of the indicator (`none-in-scope`),
 * rows of which none counts (`none-counts`, by reason), or no data to compare them with
 * (`nothing-to-compare`).
 */
export async function findAbsence(
  institution: Institution,
  indicator: CheckedIndicator,
  request: MeasureRequest,
  period: string,
): Promise<Warning> {
  const { catalogue } = institution.content;
  const context = { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes };
  const plans = planRows(indicator, { ...request, filters: [] }, context);
  const counts: { readonly dataset: Dataset; readonly read: number; readonly of: Record<string, number> }[] =
    [];
  for (const { dataset, counts_sql } of plans) {
    const of: Record<string, number> = {};
    let read = 0;
    for (const row of await institution.facts.duck.rows(counts_sql)) {
      const weight = Number(row['weight']);
      read += weight;
      const state = row['state'] ?? null;
      const kind =
        state === null
          ? 'beyond'
          : Number(state) >= STATE.excluded
            ? 'excluded'
            : (KINDS[Number(state)] ?? 'counted');
      of[kind] = (of[kind] ?? 0) + weight;
    }
    counts.push({ dataset, read, of });
  }
  const named = ({ id, name, derived }: Dataset) => ({ dataset: id, es: name.es, en: name.en, derived });
  const home = counts[0]!;
  if (home.read === 0) {
    const extent = await findExtent(institution, home.dataset, indicator.date);
    return { code: 'no-facts', params: { ...named(home.dataset), ...(extent ?? { from: '', to: '' }) } };
  }
  if ((home.of['counted'] ?? 0) > 0) {
    const lacking = counts.find(({ read }) => read === 0);
    return lacking
      ? { code: 'nothing-to-compare', params: named(lacking.dataset) }
      : { code: 'no-facts', params: {} };
  }
  const { beyond = 0, ...reasons } = home.of;
  const n = home.read - beyond;
  if (n === 0) return { code: 'none-in-scope', params: { n: home.read } };
  return { code: 'none-counts', params: { n, ...reasons, indicator: indicator.id, period } };
}
