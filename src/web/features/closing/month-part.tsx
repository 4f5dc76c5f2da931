import { Stack } from '@mantine/core';
import { useAnswer } from '../../app/api.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import type { Month } from './answers.ts';
import { ContestsSection } from './contests-section.tsx';
import { ProposalSection } from './proposal-section.tsx';
import { StandingSection } from './standing-section.tsx';
import { VersionsSection } from './versions-section.tsx';

/** One month: how it stands and what may be done, what waits for a decision, its contests and its versions. */
export function MonthPart({ month }: { readonly month: Month }) {
  const answer = useAnswer(
    'get /api/closings/{period}',
    { params: { period: month.period } },
    { keep: true },
  );
  return (
    <LoadingPanel answer={answer}>
      {(detail) => (
        <Stack gap="lg">
          <StandingSection month={detail.month} missing={detail.missing} />
          {detail.month.proposal && <ProposalSection waiting={detail.month.proposal} />}
          {detail.versions.length > 0 && <VersionsSection versions={detail.versions} />}
          <ContestsSection detail={detail} />
        </Stack>
      )}
    </LoadingPanel>
  );
}
