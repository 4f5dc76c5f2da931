import { Stack, Text } from '@mantine/core';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

type Follow = NonNullable<ApiAnswer<'get /api/criticality'>['follow']>;

/** Complaints beside the transactions of the same month and of the month before. */
export function FollowSection({ follow }: { readonly follow: Follow }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const rate = (value: number | null) =>
    value === null ? '—' : printNumber(value, language, { maxDecimals: 1 });
  return (
    <Section title={t('followTitle')} finding={follow.sentence[language]}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('followWhat')}
        </Text>
        <DataTable
          label={t('followTitle')}
          phone="scroll"
          rows={follow.lines}
          rowKey={({ month }) => month}
          columns={[
            { id: 'month', head: t('month'), cell: ({ month }) => printPeriod(month, language) },
            {
              id: 'transactions',
              head: t('transactions'),
              align: 'right',
              cell: ({ transactions }) => printNumber(transactions, language),
            },
            {
              id: 'complaints',
              head: t('complaints'),
              align: 'right',
              cell: ({ complaints }) => printNumber(complaints, language),
            },
            {
              id: 'same',
              head: t('perSame'),
              align: 'right',
              cell: ({ per_thousand }) => rate(per_thousand),
            },
            {
              id: 'before',
              head: t('perBefore'),
              align: 'right',
              cell: ({ per_thousand_before }) => rate(per_thousand_before),
            },
            {
              id: 'holidays',
              head: t('holidays'),
              align: 'right',
              cell: ({ holidays }) => (holidays === 0 ? '—' : printNumber(holidays, language)),
            },
          ]}
        />
      </Stack>
    </Section>
  );
}
