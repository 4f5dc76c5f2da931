import { quoteName, quoteText } from '../engine/index.ts';
import type { Institution } from './institution.ts';
import { toServiceProcess } from './service-process.ts';

/** Complaints of a period: those that name each process itself, which add up, and all of them. */
export interface ComplaintCounts {
  readonly total: number;
  readonly by_process: ReadonlyMap<string, number>;
}

const DATASET = 'complaints';

/**
 * Complaints received in `[from, to)`, of these units or all, where the service of a complaint names
 * a process it is about that one. Null when the institution has no complaint of the period at all:
 * it may have none, or not have brought the file.
 */
export async function countComplaints(
  institution: Institution,
  given: { readonly from: string; readonly to: string; readonly units: readonly string[] | null },
): Promise<ComplaintCounts | null> {
  const { catalogue } = institution.content;
  const dataset = catalogue.datasets.get(DATASET);
  const has = (name: string) => dataset?.columns.some((column) => column.name === name) ?? false;
  if (!dataset || dataset.date === null || !has('process')) return null;
  const column = dataset.columns.find(({ name }) => name === dataset.date);
  const date = column?.type === 'instant' ? `${dataset.date}_local` : quoteName(dataset.date);
  const unit = has('unit') && given.units !== null;
  const inside = unit ? ` filter (where unit in (${given.units.map(quoteText).join(', ') || 'null'}))` : '';
  const weight = dataset.weight === null ? '1' : `coalesce(${quoteName(dataset.weight)}, 1)`;
  const service = has('service') ? 'service' : 'null';
  const rows = await institution.facts.duck.rows(
    `select process, ${service} as service, coalesce(sum(${weight})${inside}, 0)::double as n
  from ${quoteName(DATASET)}
 where ${date} >= ${quoteText(given.from)} and ${date} < ${quoteText(given.to)}
 group by all`,
  );
  if (rows.length === 0) return null;
  const processOf = toServiceProcess(institution.content);
  const own = new Map<string, number>();
  for (const row of rows) {
    const named = String(row['service'] ?? '');
    const id = processOf(named) ?? String(row['process'] ?? '');
    own.set(id, (own.get(id) ?? 0) + Number(row['n']));
  }
  return { total: [...own.values()].reduce((sum, n) => sum + n, 0), by_process: own };
}
