import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import type { Next } from './next.ts';
import { TEXTS } from './texts.ts';

interface CodeStepProps {
  readonly onNext: (next: Next) => void;
  readonly onBack: () => void;
}

/** The six digits of the second step. */
export function CodeStep({ onNext, onBack }: CodeStepProps) {
  const t = useTexts(TEXTS);
  const [code, setCode] = useState('');
  const call = useCall('post /api/sign-in/code', { refresh: false });
  return (
    <Form
      submit={t('check')}
      pending={call.isPending}
      refused={call.error}
      disabled={code.replace(/\s/g, '').length < 6}
      onSubmit={() => call.mutate({ body: { code } }, { onSuccess: ({ next }) => onNext(next) })}
      others={
        <Button variant="subtle" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <TextInput
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        size="lg"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoFocus
      />
    </Form>
  );
}
