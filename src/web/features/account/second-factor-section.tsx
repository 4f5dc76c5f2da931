import { Button, PasswordInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { TEXTS } from './texts.ts';

/** The second step: whether it is set, setting it, and removing it where no role demands it. */
export function SecondFactorSection() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/me');
  const [doing, setDoing] = useState<'put' | 'remove' | null>(null);
  const stop = () => {
    setDoing(null);
    void answer.refetch();
  };
  return (
    <Section title={t('second')}>
      <LoadingPanel answer={answer} lines={2}>
        {({ second_factor: { enrolled, required } }) => (
          <>
            <Text mb="md">
              {enrolled ? t('secondOn') : t('secondOff')} {required && t('secondMust')}
            </Text>
            {doing === null && !enrolled && <Button onClick={() => setDoing('put')}>{t('put')}</Button>}
            {doing === null && enrolled && !required && (
              <Button variant="default" onClick={() => setDoing('remove')}>
                {t('remove')}
              </Button>
            )}
            {doing === 'put' && <EnrolForm onDone={stop} others={<Cancel onCancel={stop} />} />}
            {doing === 'remove' && <RemoveForm onDone={stop} />}
          </>
        )}
      </LoadingPanel>
    </Section>
  );
}

function Cancel({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTexts(TEXTS);
  return (
    <Button variant="default" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
}

function RemoveForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const [password, setPassword] = useState('');
  const call = useCall('post /api/me/second-factor/remove');
  return (
    <Form
      submit={t('remove')}
      danger
      pending={call.isPending}
      refused={call.error}
      disabled={password === ''}
      onSubmit={() => call.mutate({ body: { password } }, { onSuccess: onDone })}
      others={<Cancel onCancel={onDone} />}
    >
      <PasswordInput
        label={t('current')}
        description={t('removeAbout')}
        autoComplete="current-password"
        maw={420}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </Form>
  );
}
