import { quoteName, quoteText } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';

/** Local days with any request or complaint, dated in `[from, to)`, of these units or all. */
export async function countDays(
  { content, facts }: Pick<Institution, 'content' | 'facts'>,
  {
    from,
    to,
    units,
  }: { readonly from: string; readonly to: string; readonly units: readonly string[] | null },
): Promise<number> {
  const parts = ['requests', 'complaints'].flatMap((id) => {
    const dataset = content.catalogue.datasets.get(id);
    if (!dataset || dataset.date === null) return [];
    const find = (name: string) => dataset.columns.find((column) => column.name === name);
    const date = find(dataset.date)?.type === 'instant' ? `${dataset.date}_local` : quoteName(dataset.date);
    const within =
      units === null || !find('unit') ? '' : ` and unit in (${units.map(quoteText).join(', ') || 'null'})`;
    return `select ${date}::date as day from ${quoteName(id)} where ${date} >= ${quoteText(from)} and ${date} < ${quoteText(to)}${within}`;
  });
  if (parts.length === 0) return 0;
  const [row] = await facts.duck.rows(`select count(distinct day) as n from (${parts.join(' union all ')})`);
  return Number(row?.['n'] ?? 0);
}
