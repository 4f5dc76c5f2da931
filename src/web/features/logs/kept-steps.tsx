import { Button, Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer, LogsAnswer, StepsOf } from './answers.ts';
import { ProcedureField } from './procedure-field.tsx';
import { StepsFields } from './steps-fields.tsx';
import { TEXTS } from './texts.ts';

/** What a kept log is called, what it is held against, and which activity is which step. */
export function KeptSteps({ data }: { readonly data: LogAnswer }) {
  const answer = useAnswer('get /api/logs');
  return (
    <LoadingPanel answer={answer}>
      {({ procedures }) => <Fields data={data} procedures={procedures} />}
    </LoadingPanel>
  );
}

interface FieldsProps {
  readonly data: LogAnswer;
  readonly procedures: LogsAnswer['procedures'];
}

function Fields({ data, procedures }: FieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [name, setName] = useState(data.name[language]);
  const [procedure, setProcedure] = useState<string | null>(data.procedure?.id ?? null);
  const [steps, setSteps] = useState<StepsOf>(data.steps);
  const save = useCall('put /api/logs/{id}');
  const chosen = procedures.find(({ id }) => id === procedure);
  const params = { id: data.id };
  return (
    <Section title={t('stepsTitle')} finding={t('stepsWhat')}>
      <Form
        submit={t('save')}
        pending={save.isPending}
        refused={save.error}
        onSubmit={() => save.mutate({ params, body: { name, procedure, steps } })}
        others={<RemoveButton id={data.id} />}
      >
        <TextInput label={t('name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <ProcedureField procedures={procedures} value={procedure} onChange={setProcedure} />
        {chosen && (
          <StepsFields activities={data.activities} procedure={chosen} steps={steps} onSteps={setSteps} />
        )}
        {save.isSuccess && (
          <Finding tone="met" live>
            {t('saved')}
          </Finding>
        )}
      </Form>
    </Section>
  );
}

function RemoveButton({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const remove = useCall('delete /api/logs/{id}', { refresh: false });
  return (
    <Stack gap="xs">
      <Button
        variant="default"
        loading={remove.isPending}
        title={t('removeWhat')}
        onClick={() =>
          remove.mutate(
            { params: { id } },
            { onSuccess: () => void navigate({ to: '/procesos/registro' } as never) },
          )
        }
      >
        {t('remove')}
      </Button>
      {remove.error && <ErrorPanel error={remove.error} />}
    </Stack>
  );
}
