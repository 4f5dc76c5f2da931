import { Stack } from '@mantine/core';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { BatchSection } from './batch-section.tsx';
import { TEXTS } from './texts.ts';

/** *Proceso nocturno*: how it ended, said by whoever looks in the morning. */
export default function BatchScreen() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/cases/batches');
  return (
    <Page title={t('batch')} finding={answer.data && t('batchFinding')}>
      <LoadingPanel
        answer={answer}
        isEmpty={({ batches }) => batches.length === 0}
        empty={<EmptyState title={t('batchNone')}>{t('batchNoneWhat')}</EmptyState>}
      >
        {({ batches }) => (
          <Stack gap="lg">
            {batches.map((batch) => (
              <BatchSection key={batch.procedure} batch={batch} />
            ))}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
