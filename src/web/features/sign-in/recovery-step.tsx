import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import type { Next } from './next.ts';
import { TEXTS } from './texts.ts';

interface RecoveryStepProps {
  readonly onNext: (next: Next) => void;
  readonly onBack: () => void;
}

/** A new password with a code handed over by an administrator; the first one, for somebody new. */
export function RecoveryStep({ onNext, onBack }: RecoveryStepProps) {
  const t = useTexts(TEXTS);
  const [login, setLogin] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const call = useCall('post /api/sign-in/recovery', { refresh: false });
  const differ = again !== '' && again !== password;
  return (
    <Form
      submit={t('set')}
      pending={call.isPending}
      refused={call.error}
      disabled={login.trim() === '' || code.trim() === '' || password === '' || again !== password}
      onSubmit={() =>
        call.mutate(
          { body: { login: login.trim(), code: code.trim(), password } },
          { onSuccess: ({ next }) => onNext(next) },
        )
      }
      others={
        <Button variant="subtle" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <TextInput
        label={t('login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <TextInput
        label={t('recoveryCode')}
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <PasswordField
        label={t('newPassword')}
        description={t('newPasswordHelp')}
        autoComplete="new-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordField
        label={t('again')}
        autoComplete="new-password"
        error={differ ? t('differ') : undefined}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
    </Form>
  );
}
