import { Button, Code, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { CopyText } from '../../ui/copy-text.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Form } from '../../ui/form.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { QrCode } from './qr-code.tsx';
import { TEXTS } from './texts.ts';

interface EnrolFormProps {
  readonly onDone: () => void;
  /** Another way out, beside the button that confirms. */
  readonly others?: ReactNode;
}

/** A second step: the drawing for the telephone, and the first code that proves it was read. */
export function EnrolForm({ onDone, others }: EnrolFormProps) {
  const t = useTexts(TEXTS);
  const [code, setCode] = useState('');
  const begin = useCall('post /api/me/second-factor', { refresh: false });
  const confirm = useCall('post /api/me/second-factor/confirm', { refresh: false });
  if (begin.data === undefined) {
    return (
      <Stack align="flex-start">
        {begin.error && <ErrorPanel error={begin.error} />}
        <Button loading={begin.isPending} onClick={() => begin.mutate({})}>
          {t('enrolBegin')}
        </Button>
        {others}
      </Stack>
    );
  }
  if (confirm.data) return <BackupCodes codes={confirm.data.backup_codes} onKept={onDone} />;
  const { secret, uri } = begin.data;
  return (
    <Form
      submit={t('enrolConfirm')}
      pending={confirm.isPending}
      refused={confirm.error}
      disabled={code.replace(/\s/g, '').length < 6}
      onSubmit={() => confirm.mutate({ body: { code } })}
      others={others}
    >
      <Text>{t('enrolOne')}</Text>
      <QrCode text={uri} label={t('enrolQr')} />
      <Text size="sm">
        {t('enrolHand')} <Code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
      </Text>
      <div>
        <CopyText text={secret} />
      </div>
      <Text>{t('enrolTwo')}</Text>
      <TextInput
        label={t('enrolCode')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
    </Form>
  );
}
