import { Stack, Switch, Text } from '@mantine/core';
import { printDate } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { CapacitySection } from './capacity-section.tsx';
import { useLookDay } from './look-day.ts';
import { SourceCell } from './source-cell.tsx';
import { TEXTS } from './texts.ts';
import { useRowEdit } from './use-row-edit.tsx';

type Answer = ApiAnswer<'get /api/directory/staff'>;
type Post = Answer['staff'][number];

/** Personal: who works where, by which schedule and between which days, and the capacity that makes. */
export default function StaffScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const date = useLookDay();
  const { unit } = useView();
  const { units } = useSession();
  const [which, setWhich] = useAddress('puestos', 'vigentes');
  const answer = useAnswer('get /api/directory/staff', { query: { date } }, { keep: true });
  const { data } = answer;
  const edit = useRowEdit({
    dataset: 'staff',
    add: t('addPost'),
    correct: t('correctPost'),
    fields: [
      {
        name: 'person',
        label: t('person'),
        kind: 'known',
        required: true,
        key: true,
        values: toNames(data).map((name) => ({ value: name, label: name })),
      },
      {
        name: 'unit',
        label: t('unit'),
        kind: 'known',
        required: true,
        key: true,
        description: t('loanHelp'),
        values: units.map((name) => ({ value: name, label: name })),
      },
      {
        name: 'schedule',
        label: t('schedule'),
        kind: 'choice',
        required: true,
        values: [
          { value: '', label: '' },
          ...(data?.schedules ?? []).map(({ id, name }) => ({ value: id, label: name[language] })),
        ],
      },
      { name: 'from', label: t('from'), kind: 'date', required: true, key: true },
      { name: 'to', label: t('to'), kind: 'date', description: t('toEmpty') },
    ],
  });
  const schedules = new Map((data?.schedules ?? []).map(({ id, name }) => [id, name[language]]));
  const columns = useColumns(schedules, data?.may_edit ? edit.correctButton : null);
  const current = (data?.staff ?? []).filter((post) => post.current);
  const people = new Set(current.map(({ person }) => person)).size;
  const shown = (data?.staff ?? []).filter(
    (post) => (which !== 'vigentes' || post.current) && (unit === undefined || post.unit === unit),
  );
  return (
    <Page
      title={t('staff')}
      finding={
        data &&
        t(people === 1 ? 'staffFindingOne' : 'staffFinding', {
          people,
          date: printDate(date, language),
          without:
            data.without_post.length === 0
              ? ''
              : t(data.without_post.length === 1 ? 'without' : 'withoutMany', {
                  n: data.without_post.length,
                  names: data.without_post.join(', '),
                }),
        })
      }
      actions={data?.may_edit ? edit.addButton() : undefined}
    >
      {edit.panel}
      <LoadingPanel
        answer={answer}
        isEmpty={({ staff }) => staff.length === 0}
        empty={<EmptyState title={t('none')}>{t('noneStaff')}</EmptyState>}
      >
        {() => (
          <Stack gap="lg">
            <Switch
              label={t('onlyCurrent')}
              checked={which === 'vigentes'}
              onChange={(event) => setWhich(event.currentTarget.checked ? undefined : 'todos')}
            />
            <DataTable
              label={t('staff')}
              rows={shown}
              rowKey={(post) => `${post.person} ${post.unit} ${post.from}`}
              columns={columns}
            />
            <CapacitySection />
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}

function toNames(data: Answer | undefined): readonly string[] {
  const names = [...(data?.staff ?? []).map(({ person }) => person), ...(data?.without_post ?? [])];
  return [...new Set(names)].sort();
}

function useColumns(
  schedules: ReadonlyMap<string, string>,
  correct: ReturnType<typeof useRowEdit>['correctButton'] | null,
): readonly Column<Post>[] {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return [
    { id: 'person', head: t('person'), cell: ({ person }) => person, sort: ({ person }) => person },
    { id: 'unit', head: t('unit'), cell: ({ unit }) => unit, sort: ({ unit }) => unit },
    {
      id: 'schedule',
      head: t('schedule'),
      cell: ({ schedule }) => schedules.get(schedule) ?? schedule,
      sort: ({ schedule }) => schedule,
    },
    {
      id: 'from',
      head: t('from'),
      cell: ({ from, to }) => (
        <Stack gap={0}>
          <span>{printDate(from, language)}</span>
          <Text size="xs" c="dimmed" component="span">
            {to === null ? t('goesOn') : `${t('to').toLowerCase()} ${printDate(to, language)}`}
          </Text>
        </Stack>
      ),
      sort: ({ from }) => from,
    },
    {
      id: 'state',
      head: t('state'),
      cell: ({ current, loan }) => (
        <Stack gap={4} align="flex-start">
          <StateBadge tone={current ? 'plain' : 'none'}>{t(current ? 'current' : 'past')}</StateBadge>
          {loan && <StateBadge tone="info">{t('loan')}</StateBadge>}
        </Stack>
      ),
    },
    { id: 'source', head: t('cameWith'), cell: ({ source }) => <SourceCell source={source} /> },
    ...(correct === null
      ? []
      : [
          {
            id: 'edit',
            head: '',
            cell: ({ person, unit, schedule, from, to }: Post) =>
              correct({ person, unit, schedule, from, to: to ?? '' }, `${person}, ${unit}`),
          },
        ]),
  ];
}
