import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printDate, printNumber, printPeriod } from '../../../sentences/index.ts';
import { type JobResult, useCall } from '../../app/api.ts';
import { useJob } from '../../app/job.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { Detail, Month } from './answers.ts';
import { MonthBadge } from './months-section.tsx';
import { TEXTS } from './texts.ts';

/** How a month stands, what is missing to close it, and the verb of whoever closes. */
export function StandingSection({
  month,
  missing,
}: {
  readonly month: Month;
  readonly missing: Detail['missing'];
}) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const name = printPeriod(month.period, language);
  const differ = month.differ ?? 0;
  const maySeeAgenda = useMay('see-data');
  const mayCorrect = useMay('correct-rows');
  return (
    <Section title={name.charAt(0).toUpperCase() + name.slice(1)} actions={<MonthBadge month={month} />}>
      <Stack gap="md">
        <Standing month={month} />
        {differ > 0 && (
          <Finding tone="alert">
            {differ === 1 ? t('sayDifferOne') : t('sayDiffer', { n: printNumber(differ, language) })}
          </Finding>
        )}
        {month.undone && <Finding tone="alert">{t('sayUndone')}</Finding>}
        {month.waiting > 0 && (
          <Finding
            tone="alert"
            action={
              mayCorrect && (
                <LinkButton to="/datos/corregir" variant="default">
                  {t('toRows')}
                </LinkButton>
              )
            }
          >
            {t('rowsWait')}
          </Finding>
        )}
        {missing.length > 0 && (
          <Finding
            tone="alert"
            action={
              maySeeAgenda && (
                <LinkButton to="/datos/agenda" variant="default">
                  {t('toAgenda')}
                </LinkButton>
              )
            }
          >
            {t('missing', { files: missing.map((name) => name[language]).join(', ') })}
          </Finding>
        )}
        {month.barred !== null && month.state !== 'running' && <Finding tone="info">{month.barred}</Finding>}
        <Verbs month={month} name={name} />
      </Stack>
    </Section>
  );
}

function Standing({ month }: { readonly month: Month }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (month.closed_at !== null)
    return (
      <Text>
        {t('closedAt')} <Moment at={month.closed_at} />.{' '}
        {t('sayClosed', { version: printNumber(month.version ?? 0, language) })}
      </Text>
    );
  const until = printDate(month.contests_until, language);
  const said = {
    running: t('sayRunning'),
    contesting: t('sayContesting', { until }),
    open: t('sayOpen'),
    proposed: t('sayProposed'),
    closed: '',
  } as const;
  return <Text>{said[month.state]}</Text>;
}

/** The verbs of whoever closes: until when rows are contested, and closing or restating, with how it goes. */
function Verbs({ month, name }: { readonly month: Month; readonly name: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const may = useMay('propose-closing');
  const [id, setId] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const close = useCall('post /api/closings/{period}/close', { refresh: false });
  const restate = useCall('post /api/closings/{period}/restate', { refresh: false });
  const job = useJob(id);
  if (!may) return null;
  const params = { period: month.period };
  const working = id !== null && (job === undefined || job.state === 'waiting' || job.state === 'working');
  const done = job?.state === 'done' ? (job.result as JobResult<'post /api/closings/{period}/close'>) : null;
  const isClosed = month.version !== null;
  return (
    <>
      {!isClosed && month.state !== 'running' && <UntilForm month={month} />}
      <Group gap="sm">
        {!isClosed && month.barred === null && month.proposal === null && (
          <Button
            loading={close.isPending || working}
            onClick={() =>
              close.mutate({ params, body: { reason: '' } }, { onSuccess: (begun) => setId(begun.id) })
            }
          >
            {t('propose', { month: name })}
          </Button>
        )}
        {isClosed && month.proposal === null && (
          <Button
            variant={(month.differ ?? 0) > 0 ? 'filled' : 'default'}
            loading={restate.isPending || working}
            onClick={() => setAsking(true)}
          >
            {t('restate', { month: name })}
          </Button>
        )}
      </Group>
      {asking && (
        <ConfirmWithReason
          title={t('restate', { month: name })}
          confirm={t('restate', { month: name })}
          pending={restate.isPending}
          refused={restate.error}
          onClose={() => setAsking(false)}
          onConfirm={(cause) =>
            restate.mutate(
              { params, body: { cause } },
              {
                onSuccess: (begun) => {
                  setAsking(false);
                  setId(begun.id);
                },
              },
            )
          }
        >
          {t('restateWhat')}
        </ConfirmWithReason>
      )}
      {close.error && <ErrorPanel error={close.error} />}
      {id !== null && done === null && (
        <JobProgress job={job} label={t('proposing')} say={() => t('job-freeze')} />
      )}
      {done && (
        <Finding tone="met" live>
          {done.closed ? t('closedNow', { version: printNumber(done.version, language) }) : t('proposed')}
        </Finding>
      )}
    </>
  );
}

function UntilForm({ month }: { readonly month: Month }) {
  const t = useTexts(TEXTS);
  const [until, setUntil] = useState(month.contests_until);
  const save = useCall('put /api/closings/{period}/contests-until');
  return (
    <>
      <Group gap="sm" align="flex-end">
        <DateField
          label={t('until')}
          description={t('untilHelp')}
          value={until}
          onChange={setUntil}
          min={`${month.period}-01`}
        />
        <Button
          variant="default"
          disabled={until === '' || until === month.contests_until}
          loading={save.isPending}
          onClick={() => save.mutate({ params: { period: month.period }, body: { until } })}
        >
          {t('saveUntil')}
        </Button>
      </Group>
      {save.error && <ErrorPanel error={save.error} />}
    </>
  );
}
