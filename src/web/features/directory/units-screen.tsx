import { Stack, Text } from '@mantine/core';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { useLookDay } from './look-day.ts';
import { SourceCell } from './source-cell.tsx';
import { TEXTS } from './texts.ts';
import { useRowEdit } from './use-row-edit.tsx';

type Unit = ApiAnswer<'get /api/directory/units'>['units'][number];

/** Agencias: zone, time zone and calendar of each, and what comes by default. */
export default function UnitsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const date = useLookDay();
  const answer = useAnswer('get /api/directory/units', { query: { date } }, { keep: true });
  const calendars = answer.data?.calendars ?? [];
  const mayEdit = answer.data?.may_edit === true;
  const edit = useRowEdit({
    dataset: 'units',
    add: t('addUnit'),
    correct: t('correctUnit'),
    fields: [
      { name: 'unit', label: t('unit'), kind: 'text', required: true, key: true },
      { name: 'zone', label: t('zone'), kind: 'text' },
      {
        name: 'calendar',
        label: t('calendar'),
        kind: 'choice',
        values: [
          { value: '', label: t('default') },
          ...calendars.map(({ id, name }) => ({ value: id, label: name[language] })),
        ],
      },
      { name: 'time_zone', label: t('timeZone'), kind: 'text', description: 'America/Guayaquil' },
    ],
  });
  const nameOf = (id: string | null) =>
    calendars.find((calendar) => calendar.id === id)?.name[language] ?? id;
  const columns = useColumns(nameOf, mayEdit ? edit.correctButton : null);
  const undeclared = (answer.data?.units ?? []).filter(({ source }) => source === null).length;
  return (
    <Page
      title={t('units')}
      finding={
        answer.data &&
        t(answer.data.units.length === 1 ? 'unitsFindingOne' : 'unitsFinding', {
          n: answer.data.units.length,
          undeclared:
            undeclared === 0 ? '' : t(undeclared === 1 ? 'undeclared' : 'undeclaredMany', { n: undeclared }),
        })
      }
      actions={mayEdit ? edit.addButton() : undefined}
    >
      {edit.panel}
      <LoadingPanel
        answer={answer}
        isEmpty={({ units }) => units.length === 0}
        empty={<EmptyState title={t('none')}>{t('noneUnits')}</EmptyState>}
      >
        {({ units }) => (
          <DataTable label={t('units')} rows={units} rowKey={({ unit }) => unit} columns={columns} />
        )}
      </LoadingPanel>
    </Page>
  );
}

function useColumns(
  nameOf: (calendar: string | null) => string | null,
  correct: ReturnType<typeof useRowEdit>['correctButton'] | null,
): readonly Column<Unit>[] {
  const t = useTexts(TEXTS);
  const declared = (value: string | null, isDeclared: boolean) => (
    <Stack gap={0}>
      <span>{value ?? '—'}</span>
      {!isDeclared && (
        <Text size="xs" c="dimmed" component="span">
          {t('byDefault')}
        </Text>
      )}
    </Stack>
  );
  return [
    { id: 'unit', head: t('unit'), cell: ({ unit }) => unit, sort: ({ unit }) => unit },
    { id: 'zone', head: t('zone'), cell: ({ zone }) => zone ?? '—', sort: ({ zone }) => zone },
    {
      id: 'calendar',
      head: t('calendar'),
      cell: ({ calendar, calendar_declared }) => declared(nameOf(calendar), calendar_declared),
    },
    {
      id: 'time',
      head: t('timeZone'),
      cell: ({ time_zone, time_zone_declared }) => declared(time_zone, time_zone_declared),
    },
    {
      id: 'people',
      head: t('people'),
      align: 'right',
      cell: ({ people }) => people,
      sort: ({ people }) => people,
    },
    { id: 'source', head: t('cameWith'), cell: ({ source }) => <SourceCell source={source} /> },
    ...(correct === null
      ? []
      : [
          {
            id: 'edit',
            head: '',
            cell: (row: Unit) =>
              correct(
                {
                  unit: row.unit,
                  zone: row.zone ?? '',
                  calendar: row.calendar_declared ? (row.calendar ?? '') : '',
                  time_zone: row.time_zone_declared ? row.time_zone : '',
                },
                row.unit,
              ),
          },
        ]),
  ];
}
