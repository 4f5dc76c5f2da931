import { Badge, Stack, Text } from '@mantine/core';
import { useCallback } from 'react';
import { type Draw, toParetoChart } from '../../../charts/index.ts';
import { parsePeriod } from '../../../kernel/index.ts';
import { printNumber, printPercent, printShortPeriod } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { OpenImprovement } from '../../app/open-improvement.tsx';
import { useTexts } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { FollowSection } from './follow-section.tsx';
import { StabilitySection } from './stability-section.tsx';
import { TEXTS } from './texts.ts';

export type Criticality = ApiAnswer<'get /api/criticality'>;

/** The choice, step by step: families, services, how firm it is, and what complaints go with. */
export function CriticalityResult({ view }: { readonly view: Criticality }) {
  const language = useLanguage();
  return (
    <Stack gap="lg">
      {view.notes.length > 0 && (
        <Stack gap={4}>
          {view.notes.map((note) => (
            <Text key={note.es} size="sm" c="dimmed">
              {note[language]}
            </Text>
          ))}
        </Stack>
      )}
      {view.families.length > 0 && <FamiliesSection view={view} />}
      {view.family && view.ranking.length > 0 && <ServicesSection view={view} />}
      {view.stability && <StabilitySection stability={view.stability} />}
      {view.follow && <FollowSection follow={view.follow} />}
    </Stack>
  );
}

function FamiliesSection({ view }: { readonly view: Criticality }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const percent = (share: number | null) => (share === null ? '—' : printPercent(share, language, 1));
  const month = (text: string) => (parsePeriod(text) ? printShortPeriod(text, language) : text);
  return (
    <Section
      title={t('familiesTitle')}
      finding={t('familiesWhat')}
      actions={
        view.family &&
        view.unit === 'count' && (
          <OpenImprovement
            origin="complaints"
            process={view.family.id}
            period={view.months.at(-1)}
            size="xs"
          />
        )
      }
    >
      <DataTable
        label={t('familiesTitle')}
        phone="scroll"
        rows={view.families}
        rowKey={({ id }) => id}
        columns={[
          { id: 'family', head: t('family'), cell: ({ name }) => name[language] },
          {
            id: 'mean',
            head: t('mean'),
            align: 'right',
            cell: ({ mean }) => <strong>{percent(mean)}</strong>,
          },
          { id: 'pooled', head: t('pooled'), align: 'right', cell: ({ pooled }) => percent(pooled) },
          ...(view.unit === 'count'
            ? [
                {
                  id: 'n',
                  head: t('complaints'),
                  align: 'right' as const,
                  cell: ({ n }: Criticality['families'][number]) => printNumber(n, language),
                },
              ]
            : []),
          ...view.months.map((text, at) => ({
            id: `month-${at}`,
            head: month(text),
            align: 'right' as const,
            cell: ({ shares }: Criticality['families'][number]) => percent(shares[at] ?? null),
          })),
        ]}
      />
    </Section>
  );
}

function ServicesSection({ view }: { readonly view: Criticality }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { ranking, sentence, coverage } = view;
  const draw = useCallback(
    (how: Draw) => ({
      ...toParetoChart(
        {
          name: { es: TEXTS.es.paretoName, en: TEXTS.en.paretoName },
          noun: { es: TEXTS.es.orders, en: TEXTS.en.orders },
          bar: {
            one: { es: 'servicio', en: 'service' },
            many: { es: TEXTS.es.services, en: TEXTS.en.services },
          },
          items: ranking.map(({ name, volume, left_out }) => ({
            name: name[how.language],
            count: volume,
            rest: left_out !== null,
          })),
          // The strong bars are those chosen.
          ...(coverage === null ? {} : { vital: coverage - 1e-9 }),
        },
        how,
      ),
      finding: sentence,
    }),
    [ranking, sentence, coverage],
  );
  return (
    <Section title={t('servicesTitle', { family: view.family?.name[language] ?? '' })}>
      <Chart title={t('paretoName')} draw={draw} />
      <DataTable
        label={t('paretoName')}
        rows={ranking}
        rowKey={({ id }) => id}
        columns={[
          { id: 'service', head: t('service'), cell: ({ name }) => name[language] },
          {
            id: 'volume',
            head: t('volume'),
            align: 'right',
            cell: ({ volume }) => printNumber(volume, language),
          },
          {
            id: 'share',
            head: t('share'),
            align: 'right',
            cell: ({ share }) => printPercent(share, language, 1),
          },
          {
            id: 'cumulative',
            head: t('cumulative'),
            align: 'right',
            cell: ({ cumulative }) => (cumulative === null ? '—' : printPercent(cumulative, language, 1)),
          },
          {
            id: 'complaints',
            head: t('complaints'),
            align: 'right',
            cell: ({ complaints }) => (complaints === null ? '—' : printNumber(complaints, language)),
          },
          {
            id: 'state',
            head: t('state'),
            cell: ({ chosen, left_out }) =>
              chosen ? <Badge variant="light">{t('critical')}</Badge> : t(left_out ?? 'notChosen'),
          },
        ]}
      />
    </Section>
  );
}
