import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { ProcessAnswer } from './answers.ts';
import styles from './processes.module.css';
import { TEXTS } from './texts.ts';

type Row = ProcessAnswer['indicators'][number];

/** The indicators of a process with their verdict of the period, or why they are not seen. */
export function IndicatorsSection({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (data.indicators.length === 0)
    return (
      <Section title={t('indicators')}>
        <p className={styles.note}>{t(data.reached ? 'indicatorsNone' : 'indicatorsHidden')}</p>
      </Section>
    );
  const columns: readonly Column<Row>[] = [
    {
      id: 'name',
      head: t('indicator'),
      cell: ({ name }) => name[language],
      sort: ({ name }) => name[language],
    },
    {
      id: 'verdict',
      head: t('verdict'),
      cell: ({ verdict, hides_tail }) => <VerdictBadge verdict={verdict} hidesTail={hides_tail} />,
      sort: ({ verdict }) => verdict,
    },
    {
      id: 'result',
      head: t('result'),
      cell: ({ result, sentence }) => result?.[language].line ?? sentence[language],
    },
    {
      id: 'n',
      head: 'n',
      align: 'right',
      cell: ({ n, counts_people }) =>
        t(counts_people ? 'nPeople' : 'nCases', { n: printNumber(n, language) }),
      sort: ({ n }) => n,
    },
  ];
  return (
    <Section title={t('indicators')}>
      <DataTable
        label={t('indicators')}
        columns={columns}
        rows={data.indicators}
        rowKey={({ id }) => id}
        link={({ id }) => ({ to: '/indicadores/$id', params: { id } })}
      />
    </Section>
  );
}
