import { List, NativeSelect, Stack } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { type Draw, toWhatIfChart } from '../../../charts/index.ts';
import { printNumber, printPercent, printWait } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { ScenarioFields } from './scenario-fields.tsx';
import { TEXTS } from './texts.ts';
import type { Desk } from './use-desk.ts';

type Forecast = ApiAnswer<'get /api/productivity/what-if'>;
/** What other people, schedule, demand or minutes would do at one desk. */
export function WhatIfPanel({ desk }: { readonly desk: Desk }) {
  return desk.unit === undefined ? <ChooseUnit /> : <DeskForecast desk={desk} />;
}

function ChooseUnit() {
  const t = useTexts(TEXTS);
  const { setView } = useView();
  const { units } = useSession();
  return (
    <EmptyState
      title={t('chooseUnit')}
      action={
        <NativeSelect
          aria-label={t('chooseUnit')}
          data={[{ value: '', label: t('chooseUnit') }, ...units]}
          value=""
          onChange={(event) => setView({ unit: event.currentTarget.value })}
        />
      }
    >
      {t('chooseUnitWhat')}
    </EmptyState>
  );
}

function DeskForecast({ desk: { scenario, answer } }: { readonly desk: Desk }) {
  const t = useTexts(TEXTS);
  return (
    <LoadingPanel answer={answer}>
      {(forecast) => (
        <Stack gap="lg">
          <Section title={t('scenario')} finding={t('scenarioWhat')}>
            <ScenarioFields scenario={scenario} forecast={forecast} />
          </Section>
          <Result forecast={forecast} />
        </Stack>
      )}
    </LoadingPanel>
  );
}

function Result({ forecast }: { readonly forecast: Forecast }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const whole = (value: number) => printNumber(value, language, { maxDecimals: 0 });
  return (
    <>
      <Section title={t('result')}>
        <Stack gap="md">
          <Tiles>
            <Tile
              label={t('index')}
              value={forecast.index === null ? '—' : printPercent(forecast.index, language)}
              note={
                <Stack gap={4} align="flex-start">
                  <VerdictBadge verdict={forecast.verdict} />
                  <span>
                    {t('indexNote', {
                      needed: whole(forecast.needed_min),
                      capacity: whole(forecast.capacity_min),
                    })}
                  </span>
                </Stack>
              }
            />
            <Tile
              label={t('capacity')}
              value={t('minute', { n: whole(forecast.capacity_min) })}
              note={t('capacityNote', {
                people: printNumber(forecast.supposed.people, language, { maxDecimals: 1 }),
                each: whole(forecast.capacity_each_min),
              })}
            />
            <Tile
              label={t('needed')}
              value={forecast.needed === null ? '—' : whole(forecast.needed)}
              note={forecast.needed === null ? t('neededNone') : t('neededNote')}
            />
          </Tiles>
          <Cautions forecast={forecast} />
        </Stack>
      </Section>
      {forecast.curve.length > 0 && <Curve forecast={forecast} />}
      {forecast.hours.length > 0 && <Hours forecast={forecast} />}
      <Section title={t('assumptions')}>
        <List size="sm" spacing="xs">
          {forecast.assumptions.map((text) => (
            <List.Item key={text.es}>{text[language]}</List.Item>
          ))}
        </List>
      </Section>
    </>
  );
}

function Cautions({ forecast: { cautions } }: { readonly forecast: Forecast }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (cautions.length === 0) return null;
  return (
    <Finding tone="alert">
      <strong>{t('cautions')}.</strong> {cautions.map((text) => text[language]).join(' ')}
    </Finding>
  );
}

function Curve({ forecast }: { readonly forecast: Forecast }) {
  const t = useTexts(TEXTS);
  const view = useMemo(
    () => ({
      name: { es: TEXTS.es.curve, en: TEXTS.en.curve },
      within_min: forecast.supposed.within_min,
      target: forecast.supposed.share,
      now: forecast.observed.queue_people,
      planned: forecast.supposed.queue_people,
      points: forecast.curve.map(({ people, within_share, mean_wait_min, occupancy }) => ({
        people,
        service_level: within_share,
        average_wait_min: mean_wait_min,
        occupancy,
      })),
    }),
    [forecast],
  );
  const draw = useCallback((how: Draw) => toWhatIfChart(view, how), [view]);
  return (
    <Section title={t('curve')}>
      <Chart draw={draw} />
    </Section>
  );
}

type Hour = Forecast['hours'][number];

function Hours({ forecast: { hours } }: { readonly forecast: Forecast }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const number = (value: number) => printNumber(value, language, { maxDecimals: 1 });
  const share = (value: number) => printPercent(value, language, 0);
  const wait = ({ mean_wait_min, grows_per_hour }: Pick<Hour, 'mean_wait_min' | 'grows_per_hour'>) =>
    mean_wait_min === null
      ? t('grows', { n: number(grows_per_hour ?? 0) })
      : printWait(mean_wait_min, language);
  const columns: readonly Column<Hour>[] = [
    { id: 'hour', head: t('hour'), cell: ({ hour }) => t('span', { from: hour, to: hour + 1 }) },
    { id: 'arrivals', head: t('arrivalsHour'), align: 'right', cell: ({ arrivals }) => number(arrivals) },
    { id: 'busy', head: t('busy'), align: 'right', cell: ({ occupancy }) => share(occupancy) },
    { id: 'waiting', head: t('waiting'), align: 'right', cell: ({ waiting }) => share(waiting) },
    { id: 'wait', head: t('wait'), align: 'right', cell: wait },
    { id: 'inTime', head: t('inTime'), align: 'right', cell: ({ within_share }) => share(within_share) },
    { id: 'less', head: t('oneLess'), align: 'right', cell: ({ one_less }) => wait(one_less) },
    {
      id: 'needed',
      head: t('neededHour'),
      align: 'right',
      cell: ({ needed }) => (needed === null ? '—' : number(needed)),
    },
  ];
  return (
    <Section title={t('hours')}>
      <DataTable
        label={t('hours')}
        phone="scroll"
        columns={columns}
        rows={hours}
        rowKey={({ hour }) => String(hour)}
      />
    </Section>
  );
}
