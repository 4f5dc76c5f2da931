import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { printDate, printNumber, printPeriod } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Calendar } from './calendar.ts';
import { HolidayForm } from './holiday-form.tsx';
import { printClock } from './print-clock.ts';
import { TEXTS } from './texts.ts';
import { WeekForm } from './week-form.tsx';

type Hours = Calendar['dates'][number]['hours'];

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface CalendarSectionProps {
  readonly calendar: Calendar;
  readonly year: string;
  readonly mayEdit: boolean;
}

/** One calendar in full. */
export function CalendarSection({ calendar, year, mayEdit }: CalendarSectionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState(false);
  return (
    <Section
      title={calendar.name[language]}
      finding={calendar.finding[language]}
      actions={
        mayEdit ? (
          <Group gap="sm">
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('changeHours')}
            </Button>
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('addHoliday')}
            </Button>
          </Group>
        ) : undefined
      }
    >
      {changing && <WeekForm calendar={calendar} onClose={() => setChanging(false)} />}
      {adding && <HolidayForm calendar={calendar} onClose={() => setAdding(false)} />}
      <Stack gap="lg">
        <Text size="sm" c="dimmed">
          {[
            calendar.units.length > 0 ? t('usedBy', { units: calendar.units.join(', ') }) : t('usedByNone'),
            ...(calendar.is_default ? [t('isDefault')] : []),
            `${t('timeZone')}: ${calendar.time_zone}`,
            t('pack', { pack: calendar.pack }),
          ].join(' · ')}
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <Stack gap="md">
            {calendar.versions.map((version) => (
              <Week key={version.from} version={version} />
            ))}
          </Stack>
          <Months calendar={calendar} year={year} />
        </SimpleGrid>
        <Dates calendar={calendar} year={year} mayEdit={mayEdit} />
        {calendar.lists.map((list) => (
          <Text key={list.id} size="sm" c="dimmed">
            {t('source', { list: list.name[language], source: list.source[language] })}
          </Text>
        ))}
      </Stack>
    </Section>
  );
}

function useHours(): (hours: Hours) => string {
  const t = useTexts(TEXTS);
  return (hours) =>
    hours.length === 0
      ? t('closed')
      : hours.map(({ from_min, to_min }) => `${printClock(from_min)}–${printClock(to_min)}`).join(', ');
}

function Week({ version }: { readonly version: Calendar['versions'][number] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const say = useHours();
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('since', { date: printDate(version.from, language) })}
      </Title>
      <DefinitionList
        items={version.week.map(({ weekday, hours }) => ({
          term: t(WEEKDAYS[weekday - 1] ?? 'mon'),
          detail: say(hours),
        }))}
      />
    </div>
  );
}

function Months({ calendar: { months }, year }: { readonly calendar: Calendar; readonly year: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('months', { year })}
      </Title>
      <DataTable
        label={t('months', { year })}
        phone="scroll"
        rows={months}
        rowKey={({ month }) => month}
        columns={[
          { id: 'month', head: t('monthWord'), cell: ({ month }) => printPeriod(month, language) },
          { id: 'days', head: t('workDays'), align: 'right', cell: ({ days }) => days },
          {
            id: 'minutes',
            head: t('minutes'),
            align: 'right',
            cell: ({ minutes }) => printNumber(minutes, language),
          },
        ]}
      />
    </div>
  );
}

function Dates({ calendar, year, mayEdit }: CalendarSectionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const say = useHours();
  const call = useCall('delete /api/directory/holidays/{calendar}/{date}');
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t('holidays', { year })}
      </Title>
      {call.error && <ErrorPanel error={call.error} />}
      <DataTable
        label={t('holidays', { year })}
        rows={calendar.dates}
        rowKey={({ date }) => date}
        columns={[
          {
            id: 'date',
            head: t('date'),
            cell: ({ date }) => printDate(date, language),
            sort: ({ date }) => date,
          },
          {
            id: 'name',
            head: t('holiday'),
            cell: ({ name, own }) => (
              <Group gap="xs">
                <span>{name?.[language] ?? '—'}</span>
                {own && <StateBadge tone="info">{t('own')}</StateBadge>}
              </Group>
            ),
          },
          { id: 'hours', head: t('hours'), cell: ({ hours }) => say(hours) },
          ...(mayEdit && calendar.dates.some(({ own }) => own)
            ? [
                {
                  id: 'edit',
                  head: '',
                  cell: ({ date, own }: Calendar['dates'][number]) =>
                    own ? (
                      <Button
                        variant="default"
                        size="xs"
                        loading={call.isPending}
                        aria-label={`${t('remove')}: ${printDate(date, language)}`}
                        onClick={() => call.mutate({ params: { calendar: calendar.id, date } })}
                      >
                        {t('remove')}
                      </Button>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
