import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { printPeriod } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { SignalsAnswer } from './signals-answer.ts';
import styles from './signals.module.css';
import { TEXTS } from './texts.ts';

type Waiting = SignalsAnswer['to_approve'][number];

/** Causes and new baselines that wait for this person: approved by one press, refused with a reason. */
export function ToApprove({ waiting }: { readonly waiting: readonly Waiting[] }) {
  const t = useTexts(TEXTS);
  return (
    <Section title={t('toApprove')} finding={t('toApproveWhat')}>
      <ul className={styles.waiting}>
        {waiting.map((each) => (
          <WaitingRow key={each.proposal} waiting={each} />
        ))}
      </ul>
    </Section>
  );
}

function WaitingRow({ waiting }: { readonly waiting: Waiting }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/proposals/{id}/decide');
  const [rejects, setRejects] = useState(false);
  const { proposal, kind, period, reason, excluded, indicator, name, part, proposed_by } = waiting;
  const decide = (decision: 'approved' | 'rejected', why: string) =>
    call.mutate({ params: { id: String(proposal) }, body: { decision, reason: why } });
  const about = { period: printPeriod(period, language), reason };
  return (
    <li>
      <AppLink to={{ to: '/indicadores/$id', params: { id: indicator } }} className={styles.name}>
        {[name[language], part].filter(Boolean).join(' · ')}
      </AppLink>
      <Text>
        {t(kind === 'annotate-point' ? 'approveCause' : 'approveBaseline', about)}
        {excluded ? ` ${t('approveExcluded')}` : ''}
      </Text>
      <Text size="sm" c="dimmed">
        {t('by', { who: proposed_by ?? '' })}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" loading={call.isPending} onClick={() => decide('approved', '')}>
          {t('approve')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setRejects(true)}>
          {t('reject')}
        </Button>
      </Group>
      {call.error && !rejects && <ErrorPanel error={call.error} />}
      {rejects && (
        <ConfirmWithReason
          title={t('reject')}
          confirm={t('reject')}
          pending={call.isPending}
          refused={call.error}
          onClose={() => setRejects(false)}
          onConfirm={(why) => decide('rejected', why)}
        />
      )}
    </li>
  );
}
