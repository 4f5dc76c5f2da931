import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { LogLine, LogsAnswer } from './answers.ts';
import { TEXTS } from './texts.ts';

/** The event logs: those brought, and that of the cases worked here; and where one is dropped. */
export default function LogsScreen() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/logs');
  const mayLoad = useMay('load-log');
  return (
    <Page title={t('title')} finding={t('finding')}>
      <Stack gap="lg">
        {mayLoad && <BringSection />}
        <LoadingPanel answer={answer}>{(data) => <LogTables data={data} mayLoad={mayLoad} />}</LoadingPanel>
      </Stack>
    </Page>
  );
}

function BringSection() {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const [name, setName] = useState<string>();
  const upload = useCall('post /api/logs/drafts', { refresh: false });
  const send = (file: File): void => {
    setName(file.name);
    upload.mutate(
      { file, name: file.name },
      {
        onSuccess: ({ draft }) =>
          void navigate({ to: '/procesos/registro/nuevo', search: { borrador: draft } } as never),
      },
    );
  };
  return (
    <Section title={t('bringTitle')} finding={t('bringWhat')}>
      <FileDrop
        label={upload.isPending ? t('uploading') : t('drop')}
        hint={t('dropHint')}
        accept=".xes,.gz,.xml,.csv,.txt,.tsv,.xlsx"
        taken={upload.isPending ? name : undefined}
        disabled={upload.isPending}
        onFile={send}
      />
      {upload.error && <ErrorPanel error={upload.error} />}
    </Section>
  );
}

function LogTables({ data, mayLoad }: { readonly data: LogsAnswer; readonly mayLoad: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const procedureOf = ({ procedure }: LogLine): string =>
    data.procedures.find(({ id }) => id === procedure)?.name[language] ?? procedure ?? t('againstNone');
  const columns: readonly Column<LogLine>[] = [
    { id: 'log', head: t('log'), cell: ({ name }) => name[language], sort: ({ name }) => name[language] },
    { id: 'against', head: t('against'), cell: procedureOf, sort: procedureOf },
    {
      id: 'cases',
      head: t('cases'),
      align: 'right',
      cell: ({ cases }) => (cases === null ? '' : printNumber(cases, language)),
      sort: ({ cases }) => cases,
    },
    {
      id: 'events',
      head: t('events'),
      align: 'right',
      cell: ({ events }) => (events === null ? '' : printNumber(events, language)),
      sort: ({ events }) => events,
    },
    { id: 'by', head: t('addedBy'), cell: ({ added_by }) => added_by ?? '' },
    {
      id: 'at',
      head: t('addedAt'),
      cell: ({ added_at }) => (added_at === null ? '' : <Moment at={added_at} />),
      sort: ({ added_at }) => added_at,
    },
  ];
  const link = ({ id }: LogLine) => ({ to: '/procesos/registro/$id', params: { id } });
  const brought = data.logs.filter(({ added_at }) => added_at !== null);
  const worked = data.logs.filter(({ added_at }) => added_at === null);
  return (
    <>
      <Section title={t('brought')}>
        <DataTable
          label={t('brought')}
          columns={columns}
          rows={brought}
          rowKey={({ id }) => id}
          link={link}
          empty={<p>{mayLoad ? t('broughtNone') : t('broughtNoneSee')}</p>}
        />
      </Section>
      <Section title={t('worked')} finding={t('workedWhat')}>
        <DataTable
          label={t('worked')}
          columns={columns.slice(0, 1)}
          rows={worked}
          rowKey={({ id }) => id}
          link={link}
        />
      </Section>
    </>
  );
}
