import { Stack, Switch, Text } from '@mantine/core';
import { parsePeriod } from '../../../kernel/index.ts';
import { printCount, printDate, printPeriod } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { SourceCell } from './source-cell.tsx';
import { TEXTS } from './texts.ts';
import { useRowEdit } from './use-row-edit.tsx';

type Absence = ApiAnswer<'get /api/directory/absences'>['absences'][number];

/** Ausencias: who was away and when; a supervisor notes those of her people. */
export default function AbsencesScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const [which, setWhich] = useAddress('ausencias', 'periodo');
  const [first = '', last = first] = period.split('..');
  const from = parsePeriod(first)?.from ?? '';
  const to = parsePeriod(last)?.to ?? '';
  const inPeriod = which === 'periodo' && from !== '';
  const answer = useAnswer('get /api/directory/absences', {}, { keep: true });
  const { data } = answer;
  const known = (names: readonly string[] = []) => names.map((name) => ({ value: name, label: name }));
  const edit = useRowEdit({
    dataset: 'absences',
    add: t('addAbsence'),
    correct: t('correctAbsence'),
    fields: [
      {
        name: 'person',
        label: t('person'),
        kind: 'known',
        required: true,
        key: true,
        values: known(data?.people),
      },
      { name: 'from', label: t('from'), kind: 'date', required: true, key: true },
      { name: 'to', label: t('to'), kind: 'date', required: true },
      { name: 'kind', label: t('kind'), kind: 'known', values: known(data?.kinds) },
    ],
  });
  const shown = (data?.absences ?? []).filter(
    (row) =>
      (unit === undefined || row.units.includes(unit)) && (!inPeriod || (row.from < to && row.to >= from)),
  );
  const columns = useColumns(data?.may_edit ? edit.correctButton : null);
  return (
    <Page
      title={t('absences')}
      finding={
        data &&
        t(inPeriod ? 'absencesFinding' : 'absencesAll', {
          n: printCount(shown.length, [t('absence'), t('absencesMany')], language),
          period: inPeriod ? printPeriod(period, language) : '',
        })
      }
      actions={data?.may_edit ? edit.addButton() : undefined}
    >
      {edit.panel}
      <LoadingPanel
        answer={answer}
        isEmpty={({ absences }) => absences.length === 0}
        empty={<EmptyState title={t('none')}>{t('noneAbsences')}</EmptyState>}
      >
        {() => (
          <Stack gap="lg">
            <Switch
              label={t('onlyPeriod')}
              checked={which === 'periodo'}
              onChange={(event) => setWhich(event.currentTarget.checked ? undefined : 'todas')}
            />
            <DataTable
              label={t('absences')}
              rows={shown}
              rowKey={(row) => `${row.person} ${row.from}`}
              columns={columns}
              empty={<Text>{t('noneInPeriod')}</Text>}
            />
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}

function useColumns(
  correct: ReturnType<typeof useRowEdit>['correctButton'] | null,
): readonly Column<Absence>[] {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return [
    { id: 'person', head: t('person'), cell: ({ person }) => person, sort: ({ person }) => person },
    { id: 'unit', head: t('unit'), cell: ({ units }) => units.join(', ') || '—' },
    {
      id: 'from',
      head: t('from'),
      cell: ({ from }) => <time dateTime={from}>{printDate(from, language)}</time>,
      sort: ({ from }) => from,
    },
    {
      id: 'to',
      head: t('to'),
      cell: ({ to }) => <time dateTime={to}>{printDate(to, language)}</time>,
      sort: ({ to }) => to,
    },
    { id: 'days', head: t('days'), align: 'right', cell: ({ days }) => days, sort: ({ days }) => days },
    { id: 'kind', head: t('kind'), cell: ({ kind }) => kind ?? '—', sort: ({ kind }) => kind },
    { id: 'source', head: t('cameWith'), cell: ({ source }) => <SourceCell source={source} /> },
    ...(correct === null
      ? []
      : [
          {
            id: 'edit',
            head: '',
            cell: ({ person, from, to, kind }: Absence) =>
              correct({ person, from, to, kind: kind ?? '' }, `${person}, ${printDate(from, language)}`),
          },
        ]),
  ];
}
