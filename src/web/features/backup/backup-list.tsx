import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { type ApiAnswer, type JobResult, useCall } from '../../app/api.ts';
import { useJob } from '../../app/job.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { useStages } from './stages.ts';
import { TEXTS } from './texts.ts';

type Backup = ApiAnswer<'get /api/backups'>['backups'][number];

/** The backups there are; each can be read whole to know that it still serves. */
export function BackupList({ backups }: { readonly backups: readonly Backup[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const say = useStages();
  const [checked, setChecked] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const check = useCall('post /api/backups/{name}/check', { refresh: false });
  const job = useJob(checked?.id ?? null);
  const result = job?.state === 'done' ? (job.result as JobResult<'post /api/backups/{name}/check'>) : null;
  const begin = (name: string) =>
    check.mutate({ params: { name } }, { onSuccess: ({ id }) => setChecked({ id, name }) });
  return (
    <Section title={t('listTitle')}>
      <Stack>
        <DataTable
          label={t('listTitle')}
          rows={backups}
          rowKey={({ name }) => name}
          empty={t('listNone')}
          columns={[
            { id: 'when', head: t('when'), cell: ({ made_at }) => <Moment at={made_at} /> },
            { id: 'name', head: t('name'), cell: ({ name }) => name },
            {
              id: 'files',
              head: t('files'),
              align: 'right',
              cell: ({ files }) => printNumber(files, language),
            },
            {
              id: 'size',
              head: t('size'),
              align: 'right',
              cell: ({ megabytes }) => `${printNumber(megabytes, language)} MB`,
            },
            {
              id: 'check',
              head: '',
              cell: ({ name }) => (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('checkName', { name })}
                  onClick={() => begin(name)}
                >
                  {t('check')}
                </Button>
              ),
            },
          ]}
        />
        {check.error && <ErrorPanel error={check.error} />}
        {checked && !result && (
          <JobProgress job={job} label={t('checking', { name: checked.name })} say={say} />
        )}
        {result && (
          <Finding tone={result.sound ? 'met' : 'bad'} live>
            {result.sound
              ? t('sound', { name: result.name })
              : t('damaged', { name: result.name, files: result.wrong.join(', ') })}
          </Finding>
        )}
      </Stack>
    </Section>
  );
}
