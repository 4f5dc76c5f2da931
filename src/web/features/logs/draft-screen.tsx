import { Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { LogAnswer, LogsAnswer, StepsOf } from './answers.ts';
import { ColumnFields, type ReadSo } from './column-fields.tsx';
import { DetectedSection } from './detected-section.tsx';
import { LogPanels } from './log-panels.tsx';
import { ProcedureField } from './procedure-field.tsx';
import { StepsFields } from './steps-fields.tsx';
import { TEXTS } from './texts.ts';

/** What is settled of a log before it is kept. */
interface Settled {
  readonly reading: ReadSo | null;
  readonly procedure: string | null;
  readonly steps: StepsOf;
}

const AS_DETECTED: Settled = { reading: null, procedure: null, steps: {} };

/** A log that was dropped: how it was read, what it is held against, and the button that keeps it. */
export default function DraftScreen() {
  const t = useTexts(TEXTS);
  const [draft] = useAddress('borrador', '');
  return (
    <Page
      title={t('draftTitle')}
      finding={t('draftWhat')}
      back={{ to: '/procesos/registro', label: t('back') }}
      help="/procesos/registro"
    >
      {draft === '' ? (
        <EmptyState
          title={t('draftNone')}
          action={<LinkButton to="/procesos/registro">{t('bringTitle')}</LinkButton>}
        >
          {t('draftNoneWhat')}
        </EmptyState>
      ) : (
        <Draft key={draft} draft={draft} />
      )}
    </Page>
  );
}

function Draft({ draft }: { readonly draft: string }) {
  const t = useTexts(TEXTS);
  const logs = useAnswer('get /api/logs');
  const [settled, setSettled] = useState<Settled>(AS_DETECTED);
  const inspect = useCall('post /api/logs/drafts/{id}/inspect', { refresh: false });
  const ask = inspect.mutate;
  useEffect(() => {
    ask({ params: { id: draft }, body: settled });
  }, [ask, draft, settled]);
  const [last, setLast] = useState<LogAnswer>();
  if (inspect.data && inspect.data !== last) setLast(inspect.data);
  const headers = inspect.error?.params['columns'];
  return (
    <Stack gap="lg">
      {inspect.error && <ErrorPanel error={inspect.error} />}
      {inspect.error && Array.isArray(headers) && (
        <Section title={t('detected')}>
          <ColumnFields
            header={headers.map(String)}
            taken={{}}
            pending={inspect.isPending}
            onRead={(reading) => setSettled({ ...settled, reading })}
          />
        </Section>
      )}
      {!(inspect.error && last === undefined) && (
        <LoadingPanel
          answer={{
            data: last && logs.data && { last, logs: logs.data },
            isPending: true,
            error: logs.error,
          }}
          lines={8}
        >
          {({ last: data, logs: { procedures } }) => (
            <Understood
              data={data}
              procedures={procedures}
              settled={settled}
              pending={inspect.isPending}
              onSettled={setSettled}
              draft={draft}
            />
          )}
        </LoadingPanel>
      )}
    </Stack>
  );
}

interface UnderstoodProps {
  readonly data: LogAnswer;
  readonly procedures: LogsAnswer['procedures'];
  readonly settled: Settled;
  readonly pending: boolean;
  readonly onSettled: (settled: Settled) => void;
  readonly draft: string;
}

function Understood({ data, procedures, settled, pending, onSettled, draft }: UnderstoodProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const chosen = procedures.find(({ id }) => id === settled.procedure);
  const steps = chosen ? (
    <Section title={t('stepsTitle')} finding={t('stepsWhat')}>
      <StepsFields
        activities={data.activities}
        procedure={chosen}
        steps={settled.steps}
        onSteps={(told) => onSettled({ ...settled, steps: told })}
      />
    </Section>
  ) : (
    <EmptyState title={t('noProcedure')}>{t('noProcedureYet')}</EmptyState>
  );
  return (
    <>
      <DetectedSection
        data={data}
        pending={pending}
        onRead={(reading) => onSettled({ ...settled, reading })}
      />
      <KeepSection draft={draft} name={data.file_name ?? ''} settled={settled}>
        <ProcedureField
          procedures={procedures}
          value={settled.procedure}
          onChange={(procedure) => onSettled({ ...settled, procedure, steps: {} })}
        />
      </KeepSection>
      <Text size="lg" fw={600} role="status">
        {data.sentences[0]?.[language]}
      </Text>
      <LogPanels data={data} steps={steps} />
    </>
  );
}

interface KeepSectionProps {
  readonly draft: string;
  readonly name: string;
  readonly settled: Settled;
  readonly children: ReactNode;
}

function KeepSection({ draft, name: fileName, settled, children }: KeepSectionProps) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const [name, setName] = useState(fileName);
  const keep = useCall('post /api/logs/drafts/{id}/keep');
  return (
    <Section title={t('keep')}>
      <Form
        submit={t('keep')}
        pending={keep.isPending}
        refused={keep.error}
        onSubmit={() =>
          keep.mutate(
            { params: { id: draft }, body: { ...settled, name } },
            {
              onSuccess: ({ id }) => void navigate({ to: '/procesos/registro/$id', params: { id } } as never),
            },
          )
        }
      >
        {children}
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Form>
    </Section>
  );
}
