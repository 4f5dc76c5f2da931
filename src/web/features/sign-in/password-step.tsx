import { Button, Divider, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import type { Next } from './next.ts';
import { TEXTS } from './texts.ts';

interface PasswordStepProps {
  /** Name of the identity provider, where there is one. */
  readonly provider: string | null;
  readonly onNext: (next: Next) => void;
  readonly onLost: () => void;
}

/** User name and password; or the identity provider of the institution. */
export function PasswordStep({ provider, onNext, onLost }: PasswordStepProps) {
  const t = useTexts(TEXTS);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const call = useCall('post /api/sign-in', { refresh: false });
  const outside = useCall('post /api/sign-in/provider', { refresh: false });
  return (
    <>
      {provider !== null && (
        <>
          <Button
            fullWidth
            variant="default"
            loading={outside.isPending}
            onClick={() => outside.mutate({}, { onSuccess: ({ url }) => location.assign(url) })}
          >
            {t('withProvider', { provider })}
          </Button>
          {outside.error && <ErrorPanel error={outside.error} />}
          <Divider label={t('or')} my="md" />
        </>
      )}
      <Form
        submit={t('enter')}
        pending={call.isPending}
        refused={call.error}
        disabled={login.trim() === '' || password === ''}
        onSubmit={() =>
          call.mutate({ body: { login: login.trim(), password } }, { onSuccess: ({ next }) => onNext(next) })
        }
        others={
          <Button variant="subtle" onClick={onLost}>
            {t('lost')}
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
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </Form>
    </>
  );
}
