import { Stack, Text } from '@mantine/core';
import { printNumber, printPercent, printPeriod } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

type Stability = NonNullable<ApiAnswer<'get /api/criticality'>['stability']>;

/** Whether other months would have chosen other services. */
export function StabilitySection({ stability }: { readonly stability: Stability }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { draws, seed, exact } = stability;
  const others = stability.months.filter(({ enters, leaves }) => enters.length + leaves.length > 0);
  const names = (list: Stability['months'][number]['enters']) =>
    list.map((name) => name[language]).join(', ') || '—';
  return (
    <Section title={t('stabilityTitle')} finding={stability.sentence[language]}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('stabilityWhat')} {exact === true && t('exact')}
          {exact === false &&
            t('sampled', { draws: printNumber(draws ?? 0, language), seed: String(seed ?? '') })}
        </Text>
        <DataTable
          label={t('stabilityTitle')}
          rows={others}
          rowKey={({ month }) => month}
          columns={[
            { id: 'month', head: t('month'), cell: ({ month }) => printPeriod(month, language) },
            { id: 'enters', head: t('enters'), cell: ({ enters }) => names(enters) },
            { id: 'leaves', head: t('leaves'), cell: ({ leaves }) => names(leaves) },
          ]}
          empty={<Text size="sm">{t('allSame')}</Text>}
        />
        {stability.services.length > 0 && (
          <DataTable
            label={t('inShare')}
            rows={stability.services}
            rowKey={({ id }) => id}
            columns={[
              { id: 'service', head: t('service'), cell: ({ name }) => name[language] },
              {
                id: 'share',
                head: t('inShare'),
                align: 'right',
                cell: ({ share }) => printPercent(share, language, 1),
              },
            ]}
          />
        )}
      </Stack>
    </Section>
  );
}
