import { Button, Code, Stack, Text, TextInput } from '@mantine/core';
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

/** The second step: six digits of the telephone, or where it is lost a backup code. */
export function CodeStep({ onNext, onBack }: CodeStepProps) {
  const t = useTexts(TEXTS);
  const [code, setCode] = useState('');
  const [lost, setLost] = useState(false);
  const call = useCall('post /api/sign-in/code', { refresh: false });
  const turn = () => {
    setLost(!lost);
    setCode('');
    call.reset();
  };
  return (
    <Form
      submit={t('check')}
      pending={call.isPending}
      refused={call.error}
      disabled={code.replace(/[\s-]/g, '').length < (lost ? 15 : 6)}
      onSubmit={() => call.mutate({ body: { code } }, { onSuccess: ({ next }) => onNext(next) })}
      others={
        <>
          <Button variant="subtle" onClick={turn}>
            {t(lost ? 'usePhone' : 'lostPhone')}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t('back')}
          </Button>
        </>
      }
    >
      {lost && (
        <Stack gap="xs">
          <Text size="sm">{t('lostPhoneAbout')}</Text>
          <Code block style={{ whiteSpace: 'pre-wrap' }}>
            {t('resetCommand')}
          </Code>
        </Stack>
      )}
      <TextInput
        key={lost ? 'backup' : 'code'}
        label={t(lost ? 'backupCode' : 'code')}
        inputMode={lost ? 'text' : 'numeric'}
        autoComplete={lost ? 'off' : 'one-time-code'}
        spellCheck={false}
        maxLength={lost ? 20 : 9}
        size="lg"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        autoFocus
      />
    </Form>
  );
}
