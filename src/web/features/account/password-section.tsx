import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

const EMPTY = { current: '', password: '', again: '' };

/** Another password for oneself. */
export function PasswordSection() {
  const t = useTexts(TEXTS);
  const [typed, setTyped] = useState(EMPTY);
  const call = useCall('post /api/me/password');
  const { current, password, again } = typed;
  const field = (name: keyof typeof EMPTY) => ({
    value: typed[name],
    maw: 420,
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Section title={t('password')} finding={t('passwordAbout')}>
      <Form
        submit={t('change')}
        pending={call.isPending}
        refused={call.error}
        disabled={current === '' || password === '' || again !== password}
        onSubmit={() => call.mutate({ body: { current, password } }, { onSuccess: () => setTyped(EMPTY) })}
      >
        {call.data && (
          <Finding tone="met" live>
            {t('changed', { n: call.data.ended_sessions })}
          </Finding>
        )}
        <PasswordField label={t('current')} autoComplete="current-password" {...field('current')} />
        <PasswordField
          label={t('next')}
          description={t('nextHelp')}
          autoComplete="new-password"
          {...field('password')}
        />
        <PasswordField
          label={t('again')}
          autoComplete="new-password"
          error={again !== '' && again !== password ? t('differ') : undefined}
          {...field('again')}
        />
      </Form>
    </Section>
  );
}
