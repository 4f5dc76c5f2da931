import { Stack, Text } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';
import styles from './told.module.css';

/** Names told of each result. */
const MOST_NAMES = 12;

/** Who has not read the results of the period, by result, and what to send them. */
export function ReadersSection() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period } = useView();
  const answer = useAnswer('get /api/readings/missing', { query: { period } }, { when: period !== '' });
  if (period === '') return null;
  return (
    <Section title={t('readers')} finding={answer.data?.sentence[language]}>
      <LoadingPanel answer={answer}>
        {({ results, reminder }) => (
          <Stack gap="md">
            {reminder !== '' && (
              <Stack gap="xs" align="flex-start">
                <Text className={styles.text}>{reminder}</Text>
                <CopyText text={reminder} label={t('readersCopy')} />
              </Stack>
            )}
            <DataTable
              label={t('readers')}
              rows={results}
              rowKey={({ subject }) => subject}
              columns={[
                { id: 'result', head: t('readersResult'), cell: ({ name }) => name[language] },
                {
                  id: 'read',
                  head: t('readersRead'),
                  align: 'right',
                  cell: ({ read, of }) =>
                    t('readersOf', { n: printNumber(read, language), of: printNumber(of, language) }),
                  sort: ({ read }) => read,
                },
                {
                  id: 'missing',
                  head: t('readersMissing'),
                  cell: ({ missing }) => {
                    const names = missing.slice(0, MOST_NAMES).join(', ');
                    if (missing.length === 0) return t('readersAll');
                    if (missing.length <= MOST_NAMES) return names;
                    const n = printNumber(missing.length - MOST_NAMES, language);
                    return t('readersMore', { names, n });
                  },
                },
              ]}
            />
          </Stack>
        )}
      </LoadingPanel>
    </Section>
  );
}
