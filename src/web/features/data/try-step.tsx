import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { printNumber } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useJob } from '../../app/job.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { Merge, Outcome } from './answers.ts';
import { CardNumbers } from './card-numbers.tsx';
import { type Control, ControlFields, NO_CONTROL, toControl } from './control-fields.tsx';
import { isTotalWarning } from './is-total-warning.ts';
import { NearNames } from './near-names.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import type { DraftWork } from './use-draft.ts';

interface TryStepProps {
  readonly work: DraftWork;
  /** Where the button that publishes stands: in the bar of the steps, always in sight. */
  readonly slot: HTMLElement | null;
  readonly onPublished: (outcome: Outcome) => void;
}

/** The whole file tried without saving, then published. */
export function TryStep({ work, slot, onPublished }: TryStepProps) {
  const t = useTexts(WIZARD_TEXTS);
  const [mask, setMask] = useState(false);
  const [control, setControl] = useState<Control>(NO_CONTROL);
  const trial = useTrial(work, mask, control);
  const { outcome, refusal } = trial;
  return (
    <Stack gap="lg">
      <Section
        title={t('tryTitle')}
        finding={t('tryWhat')}
        actions={
          <Button variant={outcome ? 'default' : 'filled'} loading={trial.busy} onClick={trial.run}>
            {outcome ? t('tryAgain') : t('tryGo')}
          </Button>
        }
      >
        <Stack gap="md">
          {(trial.busy || trial.job?.state === 'failed') && (
            <JobProgress job={trial.job} label={t('trying')} say={trial.say} />
          )}
          {refusal && refusal.code !== 'card-numbers' && <ErrorPanel error={refusal} />}
          {refusal?.code === 'card-numbers' && (
            <CardNumbers work={work} params={refusal.params} mask={mask} onMask={setMask} />
          )}
          {outcome === null && refusal === null && !trial.busy && (
            <Finding tone="info">{t('tryFirst')}</Finding>
          )}
          <ControlFields columns={work.seen.columns} value={control} onChange={setControl} />
        </Stack>
      </Section>
      {outcome && (
        <>
          <OutcomeView outcome={outcome} />
          <PublishPart
            work={work}
            outcome={outcome}
            mask={mask}
            control={control}
            slot={slot}
            onPublished={onPublished}
          />
        </>
      )}
    </Stack>
  );
}

/** Tries at once on arrival and again when asked; an older trial says nothing once the mapping changed. */
function useTrial(work: DraftWork, mask: boolean, control: Control) {
  const t = useTexts(WIZARD_TEXTS);
  const call = useCall('post /api/drafts/{id}/try', { refresh: false });
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id);
  const { mapping } = work;
  const run = (): void => {
    if (mapping === null) return;
    call.mutate(
      { params: { id: work.id }, body: { mapping, mask, control: toControl(control) } },
      { onSuccess: (begun) => setId(begun.id) },
    );
  };
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => latest.current(), [mask]);
  const busy =
    call.isPending ||
    (id !== null && (job === undefined || job.state === 'waiting' || job.state === 'working'));
  return {
    run,
    job,
    busy,
    outcome: !busy && job?.state === 'done' ? (job.result as Outcome) : null,
    refusal: call.error ?? (job?.state === 'refused' ? job.refusal : null),
    say: (stage: string) =>
      stage === 'read' ? t('stageRead') : stage === 'check' ? t('stageCheck') : undefined,
  };
}

interface PublishPartProps extends TryStepProps {
  readonly outcome: Outcome;
  readonly mask: boolean;
  readonly control: Control;
}

function PublishPart({ work, outcome, mask, control, slot, onPublished }: PublishPartProps) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/drafts/{id}/publish', { refresh: false });
  const [id, setId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [merges, setMerges] = useState<readonly Merge[]>([]);
  const job = useJob(id);
  const n = (value: number) => printNumber(value, language);
  const { counts, over_limit, reject_percent } = outcome;
  const differs = outcome.warnings.some(({ code }) => isTotalWarning(code));
  useEffect(() => {
    if (job?.state === 'done') onPublished(job.result as Outcome);
  }, [job, onPublished]);
  const publish = (): void => {
    if (work.mapping === null) return;
    const body = {
      mapping: work.mapping,
      mask,
      control: toControl(control),
      reason: reason.trim() === '' ? null : reason.trim(),
      merges: [...merges],
    };
    call.mutate({ params: { id: work.id }, body }, { onSuccess: (begun) => setId(begun.id) });
  };
  const busy =
    call.isPending ||
    (id !== null && (job === undefined || job.state === 'waiting' || job.state === 'working'));
  return (
    <Section title={t('publishGo')}>
      <Stack gap="md">
        <NearNames near={outcome.near} merges={merges} onMerges={setMerges} />
        {differs && <Finding tone="alert">{t('totalDiffers')}</Finding>}
        {over_limit ? (
          <>
            <Finding tone="alert">
              {t('overLimit', {
                n: n(counts.quarantined),
                of: n(outcome.records),
                percent: n(reject_percent),
              })}
            </Finding>
            <Textarea
              label={t('reason')}
              description={t('reasonHelp')}
              value={reason}
              required
              autosize
              minRows={2}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : (
          !differs && <Finding tone="met">{t('readyToPublish')}</Finding>
        )}
        {id !== null && <JobProgress job={job} label={t('publishing')} />}
        {job?.state === 'failed' && (
          <Group>
            <LinkButton variant="default" to="/datos/importaciones">
              {t('seeKept')}
            </LinkButton>
          </Group>
        )}
        {call.error && <ErrorPanel error={call.error} />}
        {slot &&
          createPortal(
            <Button loading={busy} disabled={over_limit && reason.trim().length < 3} onClick={publish}>
              {t('publishGo')}
            </Button>,
            slot,
          )}
      </Stack>
    </Section>
  );
}
