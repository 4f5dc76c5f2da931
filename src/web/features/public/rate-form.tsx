import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import styles from './public.module.css';
import { RATES } from './rate-words.ts';
import { PUBLIC_TEXTS } from './texts.ts';

interface RateFormProps {
  readonly number: string;
  readonly code: string;
  readonly onRated: () => void;
}

/** How satisfied the client is with the handling, in words. */
export function RateForm({ number, code, onRated }: RateFormProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const [rate, setRate] = useState('');
  const [comment, setComment] = useState('');
  const call = useCall('post /api/public/cases/rate', { refresh: false });
  const send = () =>
    call.mutate(
      {
        body: {
          number,
          code,
          satisfaction: Number(rate),
          comment: comment.trim() === '' ? null : comment.trim(),
        },
      },
      { onSuccess: onRated },
    );
  return (
    <div className={styles.card}>
      <Form
        submit={t('sendRate')}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error}
        disabled={rate === ''}
      >
        <Radio.Group label={t('rate')} value={rate} onChange={setRate} size="md">
          <div className={styles.kinds}>
            {RATES.map(({ value, word }) => (
              <Radio key={word} className={styles.kind} value={String(value)} label={t(word)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={t('comment')}
          autosize
          minRows={2}
          maxLength={4000}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </Form>
    </div>
  );
}
