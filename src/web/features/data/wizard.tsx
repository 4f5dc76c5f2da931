import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { Mapping, Outcome } from './answers.ts';
import { CodesStep } from './codes-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { LayoutStep } from './layout-step.tsx';
import { StepList, type WizardStep } from './step-list.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import { TryStep } from './try-step.tsx';
import { UnderstoodCodes } from './understood-codes.tsx';
import { type DraftWork, useDraft } from './use-draft.ts';
import styles from './data.module.css';

interface WizardProps {
  readonly id: string;
  /** What was corrected before the page was loaded again. */
  readonly left: Mapping | null;
  readonly onLeave: () => void;
}

/** The steps of a file, from how it is read to published. */
export function Wizard({ id, left, onLeave }: WizardProps) {
  const t = useTexts(WIZARD_TEXTS);
  const { work, error } = useDraft(id, left);
  const [published, setPublished] = useState<Outcome | null>(null);
  if (published !== null)
    return <DoneStep outcome={published} name={work?.seen.draft.name ?? ''} onLeave={onLeave} />;
  if (work === null)
    return error === null ? (
      <Group gap="sm" role="status">
        <Loader size="sm" />
        <Text>{t('looking')}</Text>
      </Group>
    ) : (
      <Stack gap="md">
        <ErrorPanel error={error} />
        <Group>
          <Button onClick={onLeave}>{t('another')}</Button>
        </Group>
      </Stack>
    );
  return <Steps work={work} onPublished={setPublished} onLeave={onLeave} />;
}

interface StepsProps {
  readonly work: DraftWork;
  readonly onPublished: (outcome: Outcome) => void;
  readonly onLeave: () => void;
}

/** The steps this file has: codes only where some value means nothing, or had a meaning given. */
function listSteps({ seen, mapping }: DraftWork): readonly WizardStep[] {
  const { blocked, missing, columns, unknown, ready } = seen;
  const open = columns.some((column) => column.open !== null);
  const leaves = seen.ignored.length > 0 && columns.some(({ undecided }) => undecided);
  const hasCodes = unknown.length > 0 || Object.keys(mapping?.codes ?? {}).length > 0;
  return [
    { id: 'lectura', state: blocked === null ? 'done' : 'attention', enabled: true },
    {
      id: 'columnas',
      state: missing.length > 0 || open ? 'attention' : leaves ? 'undecided' : 'done',
      enabled: blocked === null,
    },
    ...(hasCodes
      ? [
          {
            id: 'codigos' as const,
            state: unknown.length > 0 ? ('undecided' as const) : ('done' as const),
            enabled: blocked === null,
          },
        ]
      : []),
    { id: 'probar', state: 'open', enabled: blocked === null && ready },
  ];
}

function Steps({ work, onPublished, onLeave }: StepsProps) {
  const t = useTexts(WIZARD_TEXTS);
  const [asked, setStep] = useAddress('paso');
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const discard = useCall('delete /api/drafts/{id}');
  const steps = listSteps(work);
  // A file like one that was brought before needs no more than to be tried.
  const opening = work.seen.saved !== null && work.seen.ready ? 'probar' : 'lectura';
  const [first] = useState(opening);
  const wanted = asked === '' ? first : asked;
  const at = Math.max(
    0,
    steps.findIndex(({ id, enabled }) => id === wanted && enabled),
  );
  const here = steps[at]!;
  const next = steps[at + 1];
  const go = (step: WizardStep | undefined): void => {
    if (step) setStep(step.id);
  };
  useEffect(() => {
    // Newer browsers give a promise back, which is no clean-up.
    window.scrollTo({ top: 0 });
  }, [here.id]);
  return (
    <Stack gap="lg">
      <StepList steps={steps} here={here.id} name={work.seen.draft.name} onStep={setStep} />
      {work.refused && <ErrorPanel error={work.refused} />}
      {here.id === 'lectura' && <LayoutStep work={work} />}
      {here.id === 'columnas' && <ColumnsStep work={work} />}
      {here.id === 'columnas' && !steps.some(({ id }) => id === 'codigos') && (
        <UnderstoodCodes seen={work.seen} />
      )}
      {here.id === 'codigos' && <CodesStep work={work} />}
      {here.id === 'probar' && <TryStep work={work} slot={slot} onPublished={onPublished} />}
      <div className={styles.bar}>
        <Group gap="sm">
          {at > 0 && (
            <Button variant="default" onClick={() => go(steps[at - 1])}>
              {t('back')}
            </Button>
          )}
          <Button
            variant="default"
            loading={discard.isPending}
            onClick={() => discard.mutate({ params: { id: work.id } }, { onSuccess: onLeave })}
          >
            {t('discard')}
          </Button>
        </Group>
        <Group gap="sm">
          {work.looking && (
            <Text size="sm" c="dimmed" role="status">
              {t('looking')}
            </Text>
          )}
          <div ref={setSlot} />
          {next && (
            <Button disabled={!next.enabled} onClick={() => go(next)}>
              {t('next')}
            </Button>
          )}
        </Group>
      </div>
    </Stack>
  );
}
