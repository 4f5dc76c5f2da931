import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { type Draw, toArrivalsChart } from '../../../charts/index.ts';
import { printDate, printNumber } from '../../../sentences/index.ts';
import type { ApiAnswer, useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

type Answer = ApiAnswer<'get /api/productivity/arrivals'>;

/** When people come: weekday by hour, with holidays apart. */
export function ArrivalsPanel({
  answer,
}: {
  readonly answer: ReturnType<typeof useAnswer<'get /api/productivity/arrivals'>>;
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <LoadingPanel
      answer={answer}
      isEmpty={({ n }) => n === 0}
      empty={<EmptyState title={t('none')}>{answer.data?.finding[language]}</EmptyState>}
    >
      {(data) => (
        <Stack gap="lg">
          <HeatSection data={data} />
          {data.holidays.length > 0 && <HolidaysSection holidays={data.holidays} />}
        </Stack>
      )}
    </LoadingPanel>
  );
}

function HeatSection({ data }: { readonly data: Answer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const view = useMemo(
    () => ({
      name: { es: TEXTS.es.arrivalsChart, en: TEXTS.en.arrivalsChart },
      cells: data.cells,
      n: data.n,
      finding: data.finding,
    }),
    [data],
  );
  // The server's sentence says with how many days the mean was made, and against which mean it stands.
  const draw = useCallback((how: Draw) => ({ ...toArrivalsChart(view, how), finding: view.finding }), [view]);
  return (
    <Section title={t('arrivalsChart')} finding={t('arrivalsWhat', { n: printNumber(data.n, language) })}>
      <Chart draw={draw} />
      <Text size="sm" c="dimmed">
        {t('weeks', {
          days: data.weekdays.map(({ weekday, days }) => `${DAYS[language][weekday - 1]} ${days}`).join(', '),
        })}
      </Text>
      {data.notes.map((note) => (
        <Text key={note.es} size="sm" c="dimmed">
          {note[language]}
        </Text>
      ))}
    </Section>
  );
}

const DAYS = {
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

function HolidaysSection({ holidays }: { readonly holidays: Answer['holidays'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('holidays')}>
      <DataTable
        label={t('holidays')}
        rows={holidays}
        rowKey={({ date }) => date}
        columns={[
          { id: 'date', head: t('date'), cell: ({ date }) => printDate(date, language) },
          { id: 'name', head: t('holiday'), cell: ({ name }) => name?.[language] ?? '—' },
          { id: 'n', head: t('came'), align: 'right', cell: ({ n }) => printNumber(n, language) },
        ]}
      />
    </Section>
  );
}
