import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';
import { useTimeColumns } from './use-time-columns.ts';

type Handover = LogAnswer['handovers'][number];

/** Work that goes from one person to another, and how long it waits between them. */
export function HandoversPanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { times, median, p90 } = useTimeColumns<Handover>();
  const columns: readonly Column<Handover>[] = [
    { id: 'from', head: t('giver'), cell: ({ from }) => from, sort: ({ from }) => from },
    { id: 'to', head: t('taker'), cell: ({ to }) => to, sort: ({ to }) => to },
    times,
    median,
    p90,
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
