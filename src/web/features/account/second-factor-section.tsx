import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Section } from '../../ui/section.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { EnrolForm } from './enrol-form.tsx';
import { TEXTS } from './texts.ts';

/** The second step: whether it is set, setting it, and removing it where no role demands it. */
export function SecondFactorSection() {
  const t = useTexts(TEXTS);
  const answer = useAnswer('get /api/me');
  const [doing, setDoing] = useState<'put' | 'remove' | 'renew' | null>(null);
  const stop = () => {
    setDoing(null);
    void answer.refetch();
  };
  return (
    <Section title={t('second')}>
      <LoadingPanel answer={answer} lines={2}>
        {({ second_factor: { enrolled, required, backup_codes } }) => (
          <>
            <Text mb="md">
              {enrolled ? t('secondOn') : t('secondOff')} {required && t('secondMust')}{' '}
              {enrolled && (backup_codes === 1 ? t('backupLeftOne') : t('backupLeft', { n: backup_codes }))}
            </Text>
            {doing === null && enrolled && (
              <Button variant="default" mr="sm" onClick={() => setDoing('renew')}>
                {t('backupRenew')}
              </Button>
            )}
            {doing === null && !enrolled && <Button onClick={() => setDoing('put')}>{t('put')}</Button>}
            {doing === null && enrolled && !required && (
              <Button variant="default" onClick={() => setDoing('remove')}>
                {t('remove')}
              </Button>
            )}
            {doing === 'put' && <EnrolForm onDone={stop} others={<Cancel onCancel={stop} />} />}
            {doing === 'renew' && <RenewForm onDone={stop} />}
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
      <PasswordField
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

/** New backup codes, for whoever shows a code of the telephone now. */
function RenewForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const [code, setCode] = useState('');
  const call = useCall('post /api/me/second-factor/codes', { refresh: false });
  if (call.data) return <BackupCodes codes={call.data.backup_codes} onKept={onDone} />;
  return (
    <Form
      submit={t('backupRenew')}
      pending={call.isPending}
      refused={call.error}
      disabled={code.replace(/\s/g, '').length < 6}
      onSubmit={() => call.mutate({ body: { code } })}
      others={<Cancel onCancel={onDone} />}
    >
      <TextInput
        label={t('enrolCode')}
        description={t('backupRenewAbout')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        maw={420}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </Form>
  );
}
