import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useJob } from '../../app/job.ts';
import { useMay, useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { Finding } from '../../ui/finding.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { ImportPage } from './answers.ts';
import { printWhen } from './print-when.ts';
import { DATA_TEXTS } from './screen-texts.ts';

type Asking = 'undo' | 'approve' | 'reject';

/** Taking an import back: asked for with a reason, approved by another, and said when it is done. */
export function UndoPart({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const mayPropose = useMay('propose-undo');
  const mayApprove = useMay('approve-undo');
  const { person } = useSession();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const propose = useCall('post /api/imports/{id}/undo', { refresh: false });
  const decide = useCall('post /api/imports/{id}/undo/decide', { refresh: false });
  const { undo, undone_at, undo_reason } = page;
  const began = ({ id }: { readonly id: string }): void => {
    setJobId(id);
    setAsking(null);
  };
  const send = (reason: string): void => {
    const params = { id: page.id };
    if (asking === 'undo') propose.mutate({ params, body: { reason } }, { onSuccess: began });
    else decide.mutate({ params, body: { approve: asking === 'approve', reason } }, { onSuccess: began });
  };
  const values = { file: page.file_name };
  const titles = {
    undo: t('undoTitle', values),
    approve: t('approveTitle', values),
    reject: t('rejectTitle', values),
  };
  const files = page.corrected_in.map(({ file_name }) => `«${file_name}»`).join(', ');
  const left = files === '' ? [] : [t('undoLeaves', { files })];
  const verbs = { undo: t('undoConfirm'), approve: t('approve'), reject: t('reject') };
  return (
    <>
      {undone_at !== null && (
        <Finding tone="info">
          {t('undoneAt', { when: printWhen(undone_at, language), reason: undo_reason ?? '' })}
        </Finding>
      )}
      {undone_at === null && undo !== null && (
        <Finding
          tone="alert"
          action={
            mayApprove && undo.proposed_by !== person.id ? (
              <Group gap="xs">
                <Button color="red" onClick={() => setAsking('approve')}>
                  {t('approve')}
                </Button>
                <Button variant="default" onClick={() => setAsking('reject')}>
                  {t('reject')}
                </Button>
              </Group>
            ) : undefined
          }
        >
          {t('undoProposed', {
            reason: undo.reason,
            who: undo.proposed_by_name ?? '',
            when: printWhen(undo.proposed_at, language),
          })}
        </Finding>
      )}
      {job && job.state !== 'done' && <JobProgress job={job} label={t('undoing')} />}
      {undone_at === null && undo === null && mayPropose && (
        <Group>
          <Button variant="default" onClick={() => setAsking('undo')}>
            {t('undo')}
          </Button>
        </Group>
      )}
      {asking !== null && (
        <ConfirmWithReason
          title={titles[asking]}
          confirm={verbs[asking]}
          onConfirm={send}
          onClose={() => setAsking(null)}
          pending={propose.isPending || decide.isPending}
          refused={propose.error ?? decide.error}
          danger={asking !== 'reject'}
        >
          {asking === 'reject' ? undefined : [t('undoWhat'), ...left].join(' ')}
        </ConfirmWithReason>
      )}
    </>
  );
}
