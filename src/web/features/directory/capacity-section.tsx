import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

/** Installed capacity of each person in the month on screen, with its arithmetic. */
export function CapacitySection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const isMonth = /^\d{4}-\d{2}$/.test(period);
  const answer = useAnswer(
    'get /api/directory/capacity',
    { query: { month: period, unit } },
    { when: isMonth, keep: true },
  );
  if (!isMonth) return <Section title={t('capacity')}>{t('otherMonth')}</Section>;
  return (
    <Section title={t('capacity')} finding={answer.data?.finding[language]}>
      <LoadingPanel answer={answer}>
        {({ lines }) => (
          <DataTable
            label={t('capacity')}
            rows={lines}
            rowKey={(line) => `${line.person} ${line.unit} ${line.schedule}`}
            columns={[
              { id: 'person', head: t('person'), cell: ({ person }) => person, sort: ({ person }) => person },
              { id: 'unit', head: t('unit'), cell: (line) => line.unit, sort: (line) => line.unit },
              { id: 'schedule', head: t('schedule'), cell: ({ schedule_name }) => schedule_name[language] },
              {
                id: 'days',
                head: t('present'),
                align: 'right',
                cell: ({ days, month_days }) => t('presentOf', { days, all: month_days }),
                sort: ({ days }) => days,
              },
              {
                id: 'minutes',
                head: t('minutes'),
                align: 'right',
                cell: ({ minutes }) => printNumber(minutes, language, { maxDecimals: 1 }),
                sort: ({ minutes }) => minutes,
              },
              { id: 'how', head: t('how'), cell: ({ arithmetic }) => arithmetic[language] },
            ]}
          />
        )}
      </LoadingPanel>
    </Section>
  );
}
