import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { makeKey } from '../../ui/make-key.ts';
import styles from './public.module.css';
import { PUBLIC_TEXTS } from './texts.ts';

interface ReplyFormProps {
  readonly number: string;
  readonly code: string;
  /** Whether they have replied already. */
  readonly again: boolean;
  readonly onReplied: () => void;
}

/** What the client answers while the case waits for them. */
export function ReplyForm({ number, code, again, onReplied }: ReplyFormProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const [text, setText] = useState('');
  const [key, setKey] = useState(makeKey);
  const call = useCall('post /api/public/cases/reply', { refresh: false });
  const send = () =>
    call.mutate(
      { body: { key, number, code, text: text.trim() } },
      {
        onSuccess: () => {
          setText('');
          setKey(makeKey());
          onReplied();
        },
      },
    );
  return (
    <section className={styles.card} aria-label={t('reply')}>
      <h2>{t(again ? 'replyMore' : 'reply')}</h2>
      <Form
        submit={t('sendReply')}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error}
        disabled={text.trim() === ''}
      >
        <Textarea
          label={t('replyText')}
          description={t('replyHelp')}
          autosize
          minRows={3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Form>
    </section>
  );
}
