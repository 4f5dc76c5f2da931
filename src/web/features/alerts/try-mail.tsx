import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import styles from './alerts.module.css';
import type { MailDraft } from './answers.ts';
import { TEXTS } from './texts.ts';

interface TryMailProps {
  readonly draft: MailDraft;
  /** Whether enough is typed to try. */
  readonly ready: boolean;
  /** Address of the person, if any is known. */
  readonly own: string | null;
}

/** Sends a mail with what is typed, and shows what the server answered. */
export function TryMail({ draft, ready, own }: TryMailProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/settings/mail/test', { refresh: false });
  const [to, setTo] = useState(own ?? '');
  const { data } = call;
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('tryTo')}
          type="email"
          maxLength={200}
          flex="1 1 14rem"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={call.isPending}
          disabled={!ready || to.trim() === ''}
          onClick={() => call.mutate({ body: { setting: draft, to } })}
        >
          {t('try')}
        </Button>
      </Group>
      {call.error && <ErrorPanel error={call.error} />}
      {data && (
        <Finding tone={data.sent ? 'met' : 'bad'} live>
          {data.sentence[language]}
          {data.answer !== '' && (
            <p className={styles.answer}>
              {t('answer')}: {data.answer}
            </p>
          )}
        </Finding>
      )}
    </Stack>
  );
}
