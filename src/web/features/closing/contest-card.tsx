import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Contest } from './answers.ts';
import { TEXTS } from './texts.ts';

const TONES = { open: 'alert', upheld: 'met', rejected: 'none', withdrawn: 'none' } as const;

/** One contest: which rows, why, and what whoever looks may do with it. */
export function ContestCard({ contest }: { readonly contest: Contest }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const rows = contest.rows === 1 ? t('rowOne') : t('rowMany', { n: printNumber(contest.rows, language) });
  const more = contest.rows - contest.keys.length;
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Title order={3}>
          {t('contestTitle', {
            id: printNumber(contest.id, language),
            rows,
            name: contest.name[language],
          })}
        </Title>
        <StateBadge tone={TONES[contest.state]}>{t(`contest-${contest.state}`)}</StateBadge>
      </Group>
      <Text c="dimmed">
        {contest.by_name ?? t('nobody')}, <Moment at={contest.at} />
      </Text>
      <Text>{contest.reason}</Text>
      <Text>{t('evidence', { text: contest.evidence })}</Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {contest.keys.join(', ')} {more > 0 && t('andMore', { n: printNumber(more, language) })}
      </Text>
      {contest.answer !== null && contest.answer !== '' && (
        <Text>{t('answer', { name: contest.answered_by_name ?? t('nobody'), text: contest.answer })}</Text>
      )}
      {contest.state === 'open' && <ContestVerbs contest={contest} />}
    </Stack>
  );
}

type Asking = 'exclude' | 'reject' | null;

function ContestVerbs({ contest }: { readonly contest: Contest }) {
  const t = useTexts(TEXTS);
  const answers = useMay('propose-exclusion');
  const [asking, setAsking] = useState<Asking>(null);
  const [everywhere, setEverywhere] = useState(false);
  const exclude = useCall('post /api/contests/{id}/exclude');
  const reject = useCall('post /api/contests/{id}/reject');
  const withdraw = useCall('post /api/contests/{id}/withdraw');
  const decide = useCall('post /api/proposals/{id}/decide');
  const params = { id: String(contest.id) };
  const end = { onSuccess: () => setAsking(null) };
  const { proposal } = contest;
  const error = withdraw.error ?? decide.error;
  return (
    <>
      {proposal && (
        <Text>
          {t('exclusionBy', { name: proposal.proposed_by_name ?? t('nobody'), reason: proposal.reason })}{' '}
          {proposal.why_not}
        </Text>
      )}
      {error && <ErrorPanel error={error} />}
      <Group gap="sm">
        {proposal?.may_approve && (
          <Button
            loading={decide.isPending}
            onClick={() =>
              decide.mutate({
                params: { id: String(proposal.id) },
                body: { decision: 'approved', reason: '' },
              })
            }
          >
            {t('approveExclusion')}
          </Button>
        )}
        {answers && proposal === null && <Button onClick={() => setAsking('exclude')}>{t('exclude')}</Button>}
        {answers && proposal === null && (
          <Button variant="default" onClick={() => setAsking('reject')}>
            {t('answerNo')}
          </Button>
        )}
        {contest.own && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
            {t('takeBack')}
          </Button>
        )}
      </Group>
      {asking === 'exclude' && (
        <ConfirmWithReason
          title={t('exclude')}
          confirm={t('exclude')}
          pending={exclude.isPending}
          refused={exclude.error}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => exclude.mutate({ params, body: { reason, everywhere } }, end)}
        >
          <Text mb="sm">{t('excludeWhat')}</Text>
          <Checkbox
            label={t('everywhere')}
            checked={everywhere}
            onChange={(event) => setEverywhere(event.currentTarget.checked)}
          />
        </ConfirmWithReason>
      )}
      {asking === 'reject' && (
        <ConfirmWithReason
          title={t('answerNo')}
          confirm={t('answerNo')}
          pending={reject.isPending}
          refused={reject.error}
          onClose={() => setAsking(null)}
          onConfirm={(answer) => reject.mutate({ params, body: { answer } }, end)}
        >
          {t('answerNoWhat')}
        </ConfirmWithReason>
      )}
    </>
  );
}
