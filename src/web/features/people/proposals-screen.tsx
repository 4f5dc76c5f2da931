import { Stack } from '@mantine/core';
import { useState } from 'react';
import { type ApiAnswer, useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { CodeShown } from './code-shown.tsx';
import { DecidedTable } from './decided-table.tsx';
import { type Decision, ProposalCard } from './proposal-card.tsx';
import { TEXTS } from './texts.ts';

type Proposal = ApiAnswer<'get /api/proposals'>['proposals'][number];

/** What was proposed and waits for a decision, one's own to withdraw among it; and what was decided. */
export default function ProposalsScreen() {
  const t = useTexts(TEXTS);
  const open = useAnswer('get /api/proposals', { query: { state: 'open' } });
  const decided = useAnswer('get /api/proposals', { query: { state: 'decided' } });
  const call = useCall('post /api/proposals/{id}/decide');
  const [asked, setAsked] = useState<{ readonly proposal: Proposal; readonly decision: Decision } | null>(
    null,
  );
  const code = call.data?.code;
  return (
    <Page title={t('decideTitle')} finding={t('decideFinding')}>
      <LoadingPanel
        answer={open}
        isEmpty={({ proposals }) => proposals.length === 0}
        empty={<EmptyState title={t('decideNone')}>{t('decideNoneWhat')}</EmptyState>}
      >
        {({ proposals }) => (
          <Stack>
            {proposals.map((proposal) => (
              <ProposalCard
                key={proposal.id}
                proposal={proposal}
                onDecide={(decision) => {
                  call.reset();
                  setAsked({ proposal, decision });
                }}
              />
            ))}
          </Stack>
        )}
      </LoadingPanel>
      <Section title={t('decided')}>
        <LoadingPanel answer={decided}>
          {({ proposals }) => <DecidedTable proposals={proposals} />}
        </LoadingPanel>
      </Section>
      {asked && (
        <ConfirmWithReason
          title={t(`${asked.decision}Title`)}
          confirm={t(asked.decision)}
          pending={call.isPending}
          refused={call.error}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => {
            const decision = DECISIONS[asked.decision];
            const sent = { params: { id: String(asked.proposal.id) }, body: { decision, reason } };
            call.mutate(sent, { onSuccess: () => setAsked(null) });
          }}
        >
          {asked.proposal.sentence}
        </ConfirmWithReason>
      )}
      {code && <CodeShown code={code} onClose={() => call.reset()} />}
    </Page>
  );
}

const DECISIONS = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;
