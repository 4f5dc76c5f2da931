import { printLapse, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';
import { useTimeColumns } from './use-time-columns.ts';

type Edge = LogAnswer['edges'][number];

/** Which activity comes right after which, how often and how long after. */
export function FollowsPanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { times, median, p90 } = useTimeColumns<Edge>();
  const columns: readonly Column<Edge>[] = [
    { id: 'from', head: t('from'), cell: ({ from }) => from, sort: ({ from }) => from },
    { id: 'to', head: t('to'), cell: ({ to }) => to, sort: ({ to }) => to },
    times,
    median,
    {
      id: 'mean',
      head: t('mean'),
      align: 'right',
      cell: ({ mean_s }) => printLapse(mean_s, language),
      sort: ({ mean_s }) => mean_s,
    },
    p90,
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
