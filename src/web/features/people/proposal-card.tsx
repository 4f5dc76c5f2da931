import { Button, Group, Text } from '@mantine/core';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

export type Decision = 'approve' | 'reject' | 'withdraw';

interface ProposalCardProps {
  readonly proposal: ApiAnswer<'get /api/proposals'>['proposals'][number];
  readonly onDecide: (decision: Decision) => void;
}

/** What somebody proposes, why, and what whoever looks may decide; if nothing, the reason. */
export function ProposalCard({ proposal, onDecide }: ProposalCardProps) {
  const t = useTexts(TEXTS);
  const { sentence, reason, proposed_by_name, proposed_at, may_approve, why_not, own } = proposal;
  return (
    <Section title={sentence}>
      <Text>
        {t('by')}: <strong>{proposed_by_name ?? t('nobody')}</strong>, <Moment at={proposed_at} />
      </Text>
      <Text mb="md">
        {t('why')}: {reason}
      </Text>
      {!may_approve && why_not !== null && (
        <Text c="dimmed" mb="md">
          {why_not}
        </Text>
      )}
      <Group gap="sm">
        {may_approve && <Button onClick={() => onDecide('approve')}>{t('approve')}</Button>}
        {may_approve && (
          <Button variant="default" onClick={() => onDecide('reject')}>
            {t('reject')}
          </Button>
        )}
        {own && (
          <Button variant="default" onClick={() => onDecide('withdraw')}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
    </Section>
  );
}
