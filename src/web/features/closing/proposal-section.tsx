import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { Waiting } from './answers.ts';
import { ChangesTable, FiguresTable } from './changes-table.tsx';
import { TEXTS } from './texts.ts';

/** A closing that waits: what would be signed, by whom it is asked, and the decision. */
export function ProposalSection({ waiting }: { readonly waiting: Waiting }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [rejecting, setRejecting] = useState(false);
  const decide = useCall('post /api/proposals/{id}/decide');
  const isFirst = waiting.kind === 'close-period';
  const params = { id: String(waiting.id) };
  const send = (decision: 'approved' | 'rejected' | 'withdrawn', reason: string) =>
    decide.mutate({ params, body: { decision, reason } }, { onSuccess: () => setRejecting(false) });
  return (
    <Section
      title={t(isFirst ? 'proposalClose' : 'proposalRestate', {
        version: printNumber(waiting.version, language),
      })}
      finding={t('signs')}
    >
      <Stack gap="md">
        <Text>
          {t('by', { name: waiting.proposed_by_name ?? t('nobody') })} <Moment at={waiting.proposed_at} />.{' '}
          {waiting.reason !== '' && t('cause', { cause: waiting.reason })}{' '}
          {waiting.waiting > 0 && t('waitingRows', { n: printNumber(waiting.waiting, language) })}
        </Text>
        {isFirst ? (
          <FiguresTable figures={waiting.figures} />
        ) : (
          <>
            {waiting.changed === 0 && <Text>{t('noChange')}</Text>}
            {waiting.changed > 0 && <ChangesTable changes={waiting.changes} />}
            {waiting.changed > waiting.changes.length && (
              <Text c="dimmed">
                {t('changesMore', {
                  shown: printNumber(waiting.changes.length, language),
                  n: printNumber(waiting.changed, language),
                })}
              </Text>
            )}
          </>
        )}
        {waiting.why_not !== null && !waiting.own && <Text c="dimmed">{waiting.why_not}</Text>}
        {decide.error && !rejecting && <ErrorPanel error={decide.error} />}
        <Group gap="sm">
          {waiting.may_approve && (
            <Button loading={decide.isPending} onClick={() => send('approved', '')}>
              {t(isFirst ? 'approve' : 'approveRestate')}
            </Button>
          )}
          {waiting.may_approve && (
            <Button variant="default" onClick={() => setRejecting(true)}>
              {t('reject')}
            </Button>
          )}
          {waiting.own && (
            <Button variant="default" loading={decide.isPending} onClick={() => send('withdrawn', '')}>
              {t('withdraw')}
            </Button>
          )}
        </Group>
      </Stack>
      {rejecting && (
        <ConfirmWithReason
          title={t('reject')}
          confirm={t('reject')}
          pending={decide.isPending}
          refused={decide.error}
          onClose={() => setRejecting(false)}
          onConfirm={(reason) => send('rejected', reason)}
        >
          {t('rejectWhat')}
        </ConfirmWithReason>
      )}
    </Section>
  );
}
