import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { type JobResult, useCall } from '../../app/api.ts';
import { useJob } from '../../app/job.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { HeadSection } from './head-section.tsx';
import { TEXTS } from './texts.ts';
import { VerifyResult } from './verify-result.tsx';

const STAGES = ['verify-raw', 'verify-ledger', 'sync-facts', 'verify-closings', 'freeze'] as const;

/** Proves, before whoever looks, that nothing changed behind the program's back. */
export default function VerifyScreen() {
  const t = useTexts(TEXTS);
  const [id, setId] = useState<string | null>(null);
  const start = useCall('post /api/verify', { refresh: false });
  const job = useJob(id);
  const say = (stage: string) => {
    const known = STAGES.find((name) => name === stage);
    return known && t(known);
  };
  const busy =
    start.isPending || (id !== null && (job === undefined || ['waiting', 'working'].includes(job.state)));
  return (
    <Page title={t('verifyTitle')} finding={t('verifyFinding')}>
      <Section>
        <Text mb="md">{t('runWhat')}</Text>
        <Button
          mb="md"
          loading={busy}
          onClick={() => start.mutate({}, { onSuccess: (begun) => setId(begun.id) })}
        >
          {t('run')}
        </Button>
        {start.error && <ErrorPanel error={start.error} />}
        {id !== null && job?.state !== 'done' && <JobProgress job={job} label={t('running')} say={say} />}
        {job?.state === 'done' && <VerifyResult result={job.result as JobResult<'post /api/verify'>} />}
      </Section>
      <HeadSection />
    </Page>
  );
}
