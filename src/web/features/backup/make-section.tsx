import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { printCount, printNumber } from '../../../sentences/index.ts';
import { type JobResult, useCall } from '../../app/api.ts';
import { useJob } from '../../app/job.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { FILES } from './file-nouns.ts';
import { useStages } from './stages.ts';
import { TEXTS } from './texts.ts';

interface MakeSectionProps {
  readonly folder: string;
  /** The backups lie on the disk of the data. */
  readonly beside: boolean;
}

/** Makes a backup, with how it goes, and says where it stays. */
export function MakeSection({ folder, beside }: MakeSectionProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const say = useStages();
  const [id, setId] = useState<string | null>(null);
  const start = useCall('post /api/backups', { refresh: false });
  const job = useJob(id);
  const working = id !== null && (job === undefined || job.state === 'waiting' || job.state === 'working');
  const made = job?.state === 'done' ? (job.result as JobResult<'post /api/backups'>) : null;
  return (
    <Section title={t('makeTitle')}>
      <Text mb="md">{t('makeWhat')}</Text>
      <Button
        mb="md"
        loading={start.isPending || working}
        onClick={() => start.mutate({}, { onSuccess: (begun) => setId(begun.id) })}
      >
        {t('make')}
      </Button>
      {start.error && <ErrorPanel error={start.error} />}
      {id !== null && !made && <JobProgress job={job} label={t('making')} say={say} />}
      {made && (
        <Finding tone="met" live>
          {t('made', {
            name: made.name,
            files: printCount(made.files, FILES[language], language),
            size: `${printNumber(made.megabytes, language)} MB`,
          })}
        </Finding>
      )}
      <Text size="sm" mt="md" style={{ overflowWrap: 'anywhere' }}>
        {t('where', { folder })} {beside && t('beside')} {t('keep')}
      </Text>
    </Section>
  );
}
