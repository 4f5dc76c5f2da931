import { quoteName, quoteText } from '../engine/index.ts';
import type { Institution } from './institution.ts';
import { toServiceProcess } from './service-process.ts';

/** How many facts a process has in a month: zero where those there are belong to other units, or were annulled. */
export interface ProcessCount {
  readonly month: string;
  readonly process: string;
  readonly n: number;
}

/**
 * Facts of a data set dated in `[from, to)`, by month and process, of these units or all; where the
 * service of a fact names a process it is about that one. Annulled ones are not counted. Empty without
 * facts, and where the data set names no process.
 */
export async function countByProcess(
  { content, facts }: Institution,
  id: string,
  {
    from,
    to,
    units,
  }: { readonly from: string; readonly to: string; readonly units: readonly string[] | null },
): Promise<readonly ProcessCount[]> {
  const dataset = content.catalogue.datasets.get(id);
  const has = (name: string) => dataset?.columns.some((column) => column.name === name) ?? false;
  if (!dataset || dataset.date === null || !has('process')) return [];
  const column = dataset.columns.find(({ name }) => name === dataset.date);
  const date = column?.type === 'instant' ? `${dataset.date}_local` : quoteName(dataset.date);
  const weight = dataset.weight === null ? '1' : `coalesce(${quoteName(dataset.weight)}, 1)`;
  const service = has('service') ? 'service' : 'null';
  const kept = [
    ...(has('status') ? [`status is distinct from 'anulado'`] : []),
    ...(units !== null && has('unit') ? [`unit in (${units.map(quoteText).join(', ') || 'null'})`] : []),
  ];
  const inside = kept.length === 0 ? '' : ` filter (where ${kept.join(' and ')})`;
  const rows = await facts.duck.rows(
    `select strftime(${date}, '%Y-%m') as month, process, ${service} as service, coalesce(sum(${weight})${inside}, 0)::double as n
  from ${quoteName(id)}
 where ${date} >= ${quoteText(from)} and ${date} < ${quoteText(to)}
 group by all`,
  );
  const processOf = toServiceProcess(content);
  return rows.map((row) => ({
    month: String(row['month']),
    process: processOf(String(row['service'] ?? '')) ?? String(row['process'] ?? ''),
    n: Number(row['n']),
  }));
}
