import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { TEXTS } from './texts.ts';

interface FindingFormProps {
  readonly finding: number;
  readonly act: 'answer' | 'close';
}

/** Answers a finding, or closes it with a note. */
export function FindingForm({ finding, act }: FindingFormProps) {
  const t = useTexts(TEXTS);
  const [text, setText] = useState('');
  const answer = useCall('post /api/findings/{id}/answers');
  const close = useCall('post /api/findings/{id}/close');
  const params = { id: String(finding) };
  const done = { onSuccess: () => setText('') };
  const send = () => {
    if (act === 'answer') answer.mutate({ params, body: { text } }, done);
    else close.mutate({ params, body: { note: text } }, done);
  };
  return (
    <Form
      submit={t(act)}
      pending={answer.isPending || close.isPending}
      refused={answer.error ?? close.error}
      disabled={text.trim() === ''}
      onSubmit={send}
    >
      <Textarea
        label={act === 'answer' ? t('answerText') : t('closeNote')}
        autosize
        minRows={2}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Form>
  );
}
