import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { printDate, printNumber, printPeriod } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useMay, useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { type Say, useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { AgendaForm } from './agenda-form.tsx';
import type { Agenda, AgendaItem } from './answers.ts';
import { printWhen } from './print-when.ts';
import { DATA_TEXTS } from './screen-texts.ts';

type Key = keyof (typeof DATA_TEXTS)['es'];

/** *Agenda*: which file from whom by when, what came, and what waits for what did not. */
export default function AgendaScreen() {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const { period } = useView();
  const { today } = useSession();
  const answer = useAnswer(
    'get /api/agenda',
    { query: { period: period === '' ? today.slice(0, 7) : period } },
    { keep: true },
  );
  const mayPlan = useMay('plan-agenda');
  const [editing, setEditing] = useState(false);
  const { data } = answer;
  const n = (value: number) => printNumber(value, language);
  return (
    <Page
      title={t('agendaTitle')}
      finding={
        data &&
        t('agendaFinding', {
          month: toCapital(printPeriod(data.month, language)),
          received: n(data.received),
          of: n(data.items.length),
          late: n(data.late),
          cameLate: n(data.came_late),
        })
      }
      actions={mayPlan && !editing && <Button onClick={() => setEditing(true)}>{t('edit')}</Button>}
    >
      <LoadingPanel answer={answer}>
        {(agenda) => (
          <Stack gap="lg">
            {!agenda.written && <Finding tone="info">{t('agendaSuggested')}</Finding>}
            {editing ? (
              <AgendaForm agenda={agenda} onDone={() => setEditing(false)} />
            ) : (
              <AgendaTable agenda={agenda} />
            )}
            <Readings agenda={agenda} />
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}

function toCapital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sayState(t: Say<Key>, item: AgendaItem) {
  if (item.state === 'late') return <StateBadge tone="bad">{t('late')}</StateBadge>;
  if (item.state === 'waiting') return <StateBadge tone="none">{t('waiting')}</StateBadge>;
  return item.came_late ? (
    <StateBadge tone="alert">{t('receivedLate')}</StateBadge>
  ) : (
    <StateBadge tone="met">{t('received')}</StateBadge>
  );
}

function AgendaTable({ agenda }: { readonly agenda: Agenda }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  if (agenda.items.length === 0)
    return <EmptyState title={t('agendaNone')}>{t('agendaSuggested')}</EmptyState>;
  return (
    <DataTable
      label={t('agendaTitle')}
      rows={agenda.items}
      rowKey={({ dataset }) => dataset}
      columns={[
        { id: 'data', head: t('data'), cell: (item) => item.dataset_name[language] },
        {
          id: 'sender',
          head: t('sender'),
          cell: ({ sender }) => (sender === '' ? t('senderNone') : sender),
        },
        {
          id: 'due',
          head: t('due'),
          cell: ({ due_date }) => <time dateTime={due_date}>{printDate(due_date, language)}</time>,
          sort: ({ due_date }) => due_date,
        },
        { id: 'state', head: t('state'), cell: (item) => <State item={item} /> },
        {
          id: 'waits',
          head: t('waits'),
          cell: ({ state, indicators }) =>
            state === 'received'
              ? t('none')
              : indicators.map(({ name }) => name[language]).join(', ') || t('none'),
        },
      ]}
    />
  );
}

function State({ item }: { readonly item: AgendaItem }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  return (
    <Group gap="xs">
      {sayState(t, item)}
      {item.received !== null && <span>{t('receivedOn', { when: printDate(item.received, language) })}</span>}
      {item.imports.slice(0, 3).map(({ id, file }) => (
        <AppLink key={id} size="sm" to={{ to: '/datos/importaciones', search: { importacion: id } }}>
          {file}
        </AppLink>
      ))}
    </Group>
  );
}

function Readings({ agenda }: { readonly agenda: Agenda }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('readTitle')}>
      <DataTable
        label={t('readTitle')}
        rows={agenda.readings}
        rowKey={({ name, subject, at }) => `${name} ${subject} ${at}`}
        empty={<p>{t('readNone')}</p>}
        columns={[
          { id: 'who', head: t('who'), cell: ({ name }) => name },
          { id: 'what', head: t('readWhat'), cell: ({ subject }) => subject },
          { id: 'when', head: t('when'), cell: ({ at }) => printWhen(at, language), sort: ({ at }) => at },
        ]}
      />
    </Section>
  );
}
