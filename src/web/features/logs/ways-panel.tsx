import { printNumber, printPercent } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';
import { useTimeColumns } from './use-time-columns.ts';

type Way = LogAnswer['paths'][number];

/** The different ways in which cases went. */
export function WaysPanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { median, p90 } = useTimeColumns<Way>();
  const columns: readonly Column<Way>[] = [
    { id: 'way', head: t('way'), cell: ({ path }) => path.join(' › ') },
    {
      id: 'n',
      head: t('cases'),
      align: 'right',
      cell: ({ n }) => printNumber(n, language),
      sort: ({ n }) => n,
    },
    {
      id: 'share',
      head: t('share'),
      align: 'right',
      cell: ({ share }) => printPercent(share, language),
      sort: ({ share }) => share,
    },
    median,
    p90,
  ];
  const counts = { shown: printNumber(data.paths.length, language), n: printNumber(data.variants, language) };
  return (
    <Section title={t('ways')} finding={t('waysWhat', counts)}>
      <DataTable
        label={t('ways')}
        columns={columns}
        rows={data.paths}
        rowKey={({ path }) => path.join('\n')}
      />
    </Section>
  );
}
