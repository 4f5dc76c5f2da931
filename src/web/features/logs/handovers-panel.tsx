import { printLapse, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';

type Handover = LogAnswer['handovers'][number];

/** Work that goes from one person to another, and how long it waits between them. */
export function HandoversPanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const columns: readonly Column<Handover>[] = [
    { id: 'from', head: t('giver'), cell: ({ from }) => from, sort: ({ from }) => from },
    { id: 'to', head: t('taker'), cell: ({ to }) => to, sort: ({ to }) => to },
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
      id: 'p90',
      head: t('p90'),
      align: 'right',
      cell: ({ p90_s }) => printLapse(p90_s, language),
      sort: ({ p90_s }) => p90_s,
    },
  ];
  const counts = {
    shown: printNumber(data.handovers.length, language),
    n: printNumber(data.handover_pairs, language),
  };
  return (
    <Section title={t('people')} finding={data.handovers.length === 0 ? undefined : t('peopleWhat', counts)}>
      <DataTable
        label={t('people')}
        columns={columns}
        rows={data.handovers}
        rowKey={({ from, to }) => `${from} → ${to}`}
        empty={<p>{t('peopleNone')}</p>}
      />
    </Section>
  );
}
