import { Button, Group, Modal, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall, useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { SessionAnswer } from './answers.ts';
import { DecideForm } from './decide-form.tsx';
import { DecisionChain } from './decision-chain.tsx';
import styles from './loop.module.css';
import { SessionForm } from './session-form.tsx';
import { TEXTS } from './texts.ts';

/** A session of the committee: what waits, what was decided in it, what is still to be done, and its minutes. */
export default function SessionScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const answer = useAnswer('get /api/committee/{id}', { params: { id } });
  const pdf = useDownload('get /api/committee/{id}/pdf');
  const session = answer.data;
  const count = (rows: readonly unknown[]) => printNumber(rows.length, language);
  return (
    <Page
      title={t('session', { n: id })}
      back={{ to: '/mejoras/comite', label: t('committee') }}
      help="/mejoras/comite"
      finding={
        session &&
        t('sessionFinding', {
          date: printDate(session.date, language),
          decided: count(session.decided),
          waiting: count(session.waiting),
          pending: count(session.pending),
        })
      }
      actions={
        session && (
          <Button variant="default" loading={pdf.isPending} onClick={() => pdf.mutate({ params: { id } })}>
            {t('minutes')}
          </Button>
        )
      }
    >
      {pdf.error && <ErrorPanel error={pdf.error} />}
      <LoadingPanel answer={answer} lines={8}>
        {(data) => <Body session={data} />}
      </LoadingPanel>
    </Page>
  );
}

function Body({ session }: { readonly session: SessionAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [deciding, setDeciding] = useState<number | null>(null);
  const { waiting, decided, ended } = session;
  return (
    <>
      <AboutSection session={session} />
      {!ended && (
        <Section title={t('waiting')}>
          {waiting.length === 0 ? (
            <Text c="dimmed">{t('waitingNone')}</Text>
          ) : (
            <ul className={styles.items}>
              {waiting.map((each) => (
                <DecisionChain key={each.improvement} chain={each}>
                  <p className={styles.soft}>
                    {each.proof.indicator === null
                      ? t('unproved')
                      : t('provedBy', { name: each.proof.indicator[language] })}
                  </p>
                  {deciding === each.improvement ? (
                    <DecideForm session={session.id} improvement={each} onDone={() => setDeciding(null)} />
                  ) : each.decide.may ? (
                    <Group>
                      <Button size="xs" onClick={() => setDeciding(each.improvement)}>
                        {t('decide')}
                      </Button>
                    </Group>
                  ) : (
                    <p className={styles.soft}>{each.decide.why_not}</p>
                  )}
                </DecisionChain>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section title={t('decided')}>
        {decided.length === 0 ? (
          <Text c="dimmed">{t('decidedNone')}</Text>
        ) : (
          <ul className={styles.items}>
            {decided.map((chain, at) => (
              <DecisionChain key={`${chain.improvement} ${at}`} chain={chain} />
            ))}
          </ul>
        )}
      </Section>
      <PendingSection session={session} />
    </>
  );
}

function AboutSection({ session }: { readonly session: SessionAnswer }) {
  const t = useTexts(TEXTS);
  const [isOpen, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const change = useCall('put /api/committee/{id}');
  const end = useCall('post /api/committee/{id}/end');
  const { ended, may_hold, people, attendees, place, notes, date } = session;
  const params = { id: String(session.id) };
  return (
    <Section
      title={t('attendees')}
      actions={
        may_hold &&
        !ended && (
          <Group gap="xs">
            <Button size="xs" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t('change')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setEnding(true)}>
              {t('end')}
            </Button>
          </Group>
        )
      }
    >
      <div className={styles.head}>
        <StateBadge tone={ended ? 'none' : 'info'}>{t(ended ? 'ended' : 'held')}</StateBadge>
        <span>{[attendees.map(({ name }) => name).join(', '), place].filter(Boolean).join(' · ')}</span>
      </div>
      {notes !== '' && <Text>{notes}</Text>}
      {isOpen && (
        <SessionForm
          people={people}
          start={{ date, place, attendees, notes }}
          latest={date}
          submit={t('save')}
          withNotes
          pending={change.isPending}
          refused={change.error}
          onSubmit={(body) => change.mutate({ params, body }, { onSuccess: () => setOpen(false) })}
        />
      )}
      {ending && (
        <Modal
          opened
          centered
          title={t('end')}
          closeButtonProps={{ 'aria-label': t('notYet') }}
          onClose={() => setEnding(false)}
        >
          <Text mb="md">{t('endAsk')}</Text>
          {end.error && <ErrorPanel error={end.error} />}
          <Group>
            <Button
              loading={end.isPending}
              onClick={() => end.mutate({ params, body: {} }, { onSuccess: () => setEnding(false) })}
            >
              {t('endSure')}
            </Button>
            <Button variant="default" onClick={() => setEnding(false)}>
              {t('notYet')}
            </Button>
          </Group>
        </Modal>
      )}
    </Section>
  );
}

function PendingSection({ session }: { readonly session: SessionAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('pending')}>
      <DataTable
        label={t('pending')}
        rows={session.pending}
        rowKey={({ improvement, text, due_date }) => `${improvement} ${text} ${due_date}`}
        empty={<Text c="dimmed">{t('pendingNone')}</Text>}
        columns={[
          { id: 'action', head: t('action'), cell: ({ text }) => text },
          {
            id: 'improvement',
            head: t('improvement'),
            cell: ({ improvement, title }) => (
              <AppLink to={{ to: '/mejoras/$id', params: { id: String(improvement) } }}>{title}</AppLink>
            ),
          },
          { id: 'who', head: t('responsible'), cell: ({ responsible }) => responsible?.name ?? t('nobody') },
          {
            id: 'due',
            head: t('due'),
            cell: ({ due_date, overdue }) => (
              <>
                {printDate(due_date, language)}{' '}
                {overdue && <StateBadge tone="bad">{t('overdue')}</StateBadge>}
              </>
            ),
            sort: ({ due_date }) => due_date,
          },
        ]}
      />
    </Section>
  );
}
