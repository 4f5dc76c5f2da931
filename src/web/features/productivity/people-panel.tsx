import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { type Draw, toCapacityChart } from '../../../charts/index.ts';
import { printDate, printNumber, printPercent } from '../../../sentences/index.ts';
import { addDays, LANGUAGES, type LocalText } from '../../../kernel/index.ts';
import type { ApiAnswer, useAnswer } from '../../app/api.ts';
import { fillText, useTexts, useWords, toWordValues } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { PeopleTable } from './people-table.tsx';
import { TEXTS } from './texts.ts';
import { toPeopleView, toUnitsView } from './to-capacity-view.ts';

type Answer = ApiAnswer<'get /api/productivity'>;

/** People and places against their installed capacity. */
export function PeoplePanel({
  answer,
}: {
  readonly answer: ReturnType<typeof useAnswer<'get /api/productivity'>>;
}) {
  const t = useTexts(TEXTS);
  return (
    <LoadingPanel
      answer={answer}
      isEmpty={({ people }) => people.length === 0}
      empty={
        <EmptyState
          title={t('none')}
          action={<LinkButton to="/administracion/personal">{t('toStaff')}</LinkButton>}
        >
          {t('noneWhat')}
        </EmptyState>
      }
    >
      {(data) => (
        <Stack gap="lg">
          {data.whole && <Whole whole={data.whole} standard={data.standard} />}
          {data.excess && data.people.some(({ standing }) => standing === 'over') && (
            <ExcessFinding excess={data.excess} />
          )}
          {data.units.length > 1 && <UnitsSection data={data} />}
          <PeopleSection data={data} />
          {data.schedules.length > 1 && <SchedulesSection data={data} />}
          {data.usual && <UsualSection usual={data.usual} />}
        </Stack>
      )}
    </LoadingPanel>
  );
}

function ExcessFinding({ excess }: { readonly excess: LocalText }) {
  const t = useTexts(TEXTS);
  return <Finding tone="alert">{t('excess', { text: excess[useLanguage()] })}</Finding>;
}

function Whole({
  whole,
  standard,
}: {
  readonly whole: NonNullable<Answer['whole']>;
  readonly standard: Answer['standard'];
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const minutes = (value: number | null) =>
    value === null ? '—' : t('minute', { n: printNumber(value, language, { maxDecimals: 1 }) });
  const bounds = [
    ...(typeof standard?.floor === 'number'
      ? [t('floor', { floor: printPercent(standard.floor, language) })]
      : []),
    ...(typeof standard?.ceiling === 'number'
      ? [t('ceiling', { ceiling: printPercent(standard.ceiling, language) })]
      : []),
  ];
  return (
    <Tiles>
      <Tile
        label={t('index')}
        value={whole.index === null ? '—' : printPercent(whole.index, language)}
        note={
          <Stack gap={4} align="flex-start">
            <VerdictBadge verdict={whole.verdict} />
            <span>{bounds.join(', ')}</span>
          </Stack>
        }
      />
      <Tile
        label={t('minutes')}
        value={minutes(whole.minutes)}
        note={t('services', { n: printNumber(whole.services, language) })}
      />
      <Tile
        label={t('capacity')}
        value={minutes(whole.capacity_min)}
        note={t('peopleCount', { n: printNumber(whole.people, language) })}
      />
    </Tiles>
  );
}

/** A text of ours in both languages, for a chart that is copied in either. */
function useBoth(): (key: keyof (typeof TEXTS)['es']) => LocalText {
  const words = useWords();
  return useCallback(
    (key) =>
      Object.fromEntries(
        LANGUAGES.map((language) => [
          language,
          fillText(TEXTS[language][key], toWordValues(words, language)),
        ]),
      ) as unknown as LocalText,
    [words],
  );
}

function UnitsSection({ data }: { readonly data: Answer }) {
  const t = useTexts(TEXTS);
  const both = useBoth();
  const language = useLanguage();
  const view = useMemo(
    () =>
      toUnitsView(
        data,
        { name: both('byUnitChart'), noun: { one: both('unit'), many: both('byUnit') } },
        language,
      ),
    [data, both, language],
  );
  const draw = useCallback((how: Draw) => toCapacityChart(view, how), [view]);
  return (
    <Section title={t('byUnitChart')}>
      <Chart draw={draw} />
    </Section>
  );
}

/** With more people than this the bars say less than the table. */
const MOST_BARS = 16;

function PeopleSection({ data }: { readonly data: Answer }) {
  const t = useTexts(TEXTS);
  const both = useBoth();
  const language = useLanguage();
  const { people, rule, usual } = data;
  const view = useMemo(
    () =>
      toPeopleView(
        data,
        { name: both('byPersonChart'), noun: { one: both('personOne'), many: both('peopleMany') } },
        language,
        t,
      ),
    [data, both, language, t],
  );
  const draw = useCallback((how: Draw) => toCapacityChart(view, how), [view]);
  return (
    <Section title={t('byPerson')} finding={rule[language]}>
      <Stack gap="md">
        {people.length > 1 && people.length <= MOST_BARS && <Chart draw={draw} />}
        <PeopleTable people={people} />
        {usual && (
          <Text size="sm" c="dimmed">
            {t('adjustedHelp', {
              from: printDate(usual.from, language),
              to: printDate(addDays(usual.to, -1), language),
            })}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

function SchedulesSection({ data: { schedules } }: { readonly data: Answer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const number = (value: number | null) =>
    value === null ? '—' : printNumber(value, language, { maxDecimals: 1 });
  return (
    <Section title={t('bySchedule')}>
      <DataTable
        label={t('bySchedule')}
        rows={schedules}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', head: t('scheduleHead'), cell: ({ name }) => name[language] },
          { id: 'verdict', head: t('standing'), cell: ({ verdict }) => <VerdictBadge verdict={verdict} /> },
          {
            id: 'index',
            head: t('index'),
            align: 'right',
            cell: ({ index }) => (index === null ? '—' : printPercent(index, language)),
          },
          { id: 'minutes', head: t('minutes'), align: 'right', cell: ({ minutes }) => number(minutes) },
          {
            id: 'capacity',
            head: t('capacity'),
            align: 'right',
            cell: ({ capacity_min }) => number(capacity_min),
          },
          { id: 'people', head: t('byPerson'), align: 'right', cell: ({ people }) => number(people) },
          { id: 'cases', head: t('cases'), align: 'right', cell: ({ services }) => number(services) },
        ]}
      />
    </Section>
  );
}

function UsualSection({ usual }: { readonly usual: NonNullable<Answer['usual']> }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const minutes = (value: number | null) =>
    value === null ? '—' : t('minute', { n: printNumber(value, language, { maxDecimals: 1 }) });
  const days = { from: printDate(usual.from, language), to: printDate(addDays(usual.to, -1), language) };
  return (
    <Section
      title={t('usual')}
      finding={usual.services.length === 0 ? t('usualNone', days) : t('usualFinding', days)}
    >
      <DataTable
        label={t('usual')}
        phone="scroll"
        rows={usual.services}
        rowKey={({ service }) => service}
        columns={[
          {
            id: 'name',
            head: t('service'),
            cell: ({ name }) => name[language],
            sort: ({ name }) => name[language],
          },
          {
            id: 'n',
            head: t('cases'),
            align: 'right',
            cell: ({ n }) => printNumber(n, language),
            sort: ({ n }) => n,
          },
          {
            id: 'median',
            head: t('usualMin'),
            align: 'right',
            cell: ({ median_min }) => minutes(median_min),
            sort: ({ median_min }) => median_min,
          },
          {
            id: 'mean',
            head: t('meanMin'),
            align: 'right',
            cell: ({ mean_min }) => minutes(mean_min),
            sort: ({ mean_min }) => mean_min,
          },
        ]}
      />
    </Section>
  );
}
