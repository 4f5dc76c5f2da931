import { printLapse, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';

type Edge = LogAnswer['edges'][number];

/** Which activity comes right after which, how often and how long after. */
export function FollowsPanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const columns: readonly Column<Edge>[] = [
    { id: 'from', head: t('from'), cell: ({ from }) => from, sort: ({ from }) => from },
    { id: 'to', head: t('to'), cell: ({ to }) => to, sort: ({ to }) => to },
    {
      id: 'n',
      head: t('times'),
      align: 'right',
      cell: ({ n }) => printNumber(n, language),
      sort: ({ n }) => n,
    },
    {
      id: 'median',
      head: t('median'),
      align: 'right',
      cell: ({ median_s }) => printLapse(median_s, language),
      sort: ({ median_s }) => median_s,
    },
    {
      id: 'mean',
      head: t('mean'),
      align: 'right',
      cell: ({ mean_s }) => printLapse(mean_s, language),
      sort: ({ mean_s }) => mean_s,
    },
    {
      id: 'p90',
      head: t('p90'),
      align: 'right',
      cell: ({ p90_s }) => printLapse(p90_s, language),
      sort: ({ p90_s }) => p90_s,
    },
  ];
  const counts = {
    shown: printNumber(data.edges.length, language),
    n: printNumber(data.edge_count, language),
  };
  return (
    <Section title={t('follows')} finding={t('followsWhat', counts)}>
      <DataTable
        label={t('follows')}
        columns={columns}
        rows={data.edges}
        rowKey={({ from, to }) => `${from} → ${to}`}
      />
    </Section>
  );
}
