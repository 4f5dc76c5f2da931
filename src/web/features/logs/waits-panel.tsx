import { printLapse, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Activity, LogAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';

/** How long each activity is waited for, and how long it takes where the log says. */
export function WaitsPanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const lapse = (times: Activity['since']) =>
    times === null
      ? '—'
      : `${printLapse(times.median_s, language)} (n\u00a0=\u00a0${printNumber(times.n, language)})`;
  const apart = data.activities.some(({ handling }) => handling !== null);
  const columns: readonly Column<Activity>[] = [
    { id: 'activity', head: t('activity'), cell: ({ name }) => name, sort: ({ name }) => name },
    {
      id: 'events',
      head: t('events'),
      align: 'right',
      cell: ({ events }) => printNumber(events, language),
      sort: ({ events }) => events,
    },
    {
      id: 'since',
      head: `${t('since')}: ${t('median')}`,
      align: 'right',
      cell: ({ since }) => lapse(since),
      sort: ({ since }) => since?.median_s ?? null,
    },
    {
      id: 'p90',
      head: t('p90'),
      align: 'right',
      cell: ({ since }) => (since === null ? '—' : printLapse(since.p90_s, language)),
      sort: ({ since }) => since?.p90_s ?? null,
    },
    ...(apart
      ? [
          {
            id: 'waiting',
            head: `${t('waiting')}: ${t('median')}`,
            align: 'right' as const,
            cell: ({ waiting }: Activity) => lapse(waiting),
            sort: ({ waiting }: Activity) => waiting?.median_s ?? null,
          },
          {
            id: 'handling',
            head: `${t('handling')}: ${t('median')}`,
            align: 'right' as const,
            cell: ({ handling }: Activity) => lapse(handling),
            sort: ({ handling }: Activity) => handling?.median_s ?? null,
          },
        ]
      : []),
  ];
  return (
    <Section title={t('waits')} finding={apart ? t('waitsWhat') : t('waitsPlain')}>
      <DataTable
        label={t('waits')}
        columns={columns}
        rows={data.activities}
        rowKey={({ name }) => name}
        sortedBy={{ by: 'since', order: 'descending' }}
      />
    </Section>
  );
}
