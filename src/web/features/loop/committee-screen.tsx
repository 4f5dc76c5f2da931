import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { SessionForm } from './session-form.tsx';
import { TEXTS } from './texts.ts';

/** *Comité*: its sessions, and a new one. */
export default function CommitteeScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const answer = useAnswer('get /api/committee');
  const open = useCall('post /api/committee');
  const [isOpen, setOpen] = useState(false);
  const { sessions = [], may_hold = false, people = [], today = '' } = answer.data ?? {};
  const [last] = sessions;
  const button = may_hold && (
    <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
      {t('newSession')}
    </Button>
  );
  return (
    <Page
      title={t('committee')}
      finding={
        last &&
        t(sessions.length === 1 ? 'committeeOne' : 'committeeFinding', {
          n: printNumber(sessions.length, language),
          date: printDate(last.date, language),
        })
      }
      actions={button}
    >
      {isOpen && (
        <Section title={t('newSession')}>
          <SessionForm
            people={people}
            start={{ date: today, place: '', attendees: [], notes: '' }}
            latest={today}
            submit={t('open')}
            withNotes={false}
            pending={open.isPending}
            refused={open.error}
            onSubmit={({ date, place, attendees }) =>
              open.mutate(
                { body: { date, place, attendees } },
                {
                  onSuccess: ({ id }) =>
                    void navigate({ to: '/mejoras/comite/$id', params: { id: String(id) } }),
                },
              )
            }
          />
        </Section>
      )}
      <LoadingPanel
        answer={answer}
        isEmpty={({ sessions: all }) => all.length === 0}
        empty={<EmptyState title={t('committeeNone')}>{t('committeeNoneWhat')}</EmptyState>}
      >
        {({ sessions: rows }) => (
          <DataTable
            label={t('committee')}
            rows={rows}
            rowKey={({ id }) => String(id)}
            link={({ id }) => ({ to: '/mejoras/comite/$id', params: { id: String(id) } })}
            columns={[
              {
                id: 'date',
                head: t('date'),
                cell: ({ date }) => printDate(date, language),
                sort: ({ date }) => date,
              },
              { id: 'place', head: t('place'), cell: ({ place }) => place },
              {
                id: 'attendees',
                head: t('attendees'),
                cell: ({ attendees }) => attendees.map(({ name }) => name).join(', '),
              },
              {
                id: 'state',
                head: t('state'),
                cell: ({ ended }) => (
                  <StateBadge tone={ended ? 'none' : 'info'}>{t(ended ? 'ended' : 'held')}</StateBadge>
                ),
              },
              {
                id: 'decisions',
                head: t('decisions'),
                align: 'right',
                cell: ({ decisions }) => printNumber(decisions, language),
                sort: ({ decisions }) => decisions,
              },
            ]}
          />
        )}
      </LoadingPanel>
    </Page>
  );
}
