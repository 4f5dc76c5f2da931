import { Button, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { useCall } from '../../app/api.ts';
import { callApi } from '../../app/call-api.ts';
import { type Answers, toGiven, useAnswersCheck } from '../../app/use-answers-check.ts';
import { useTexts } from '../../app/words.ts';
import { AskedField } from '../../ui/asked-field.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { makeKey } from '../../ui/make-key.ts';
import type { Act, WholeCase } from './answers.ts';
import { TEXTS } from './texts.ts';

interface ActFormProps {
  readonly act: Act;
  readonly whole: WholeCase;
  /** Of the section, which stays when the act is no longer to be done. */
  readonly call: ReturnType<typeof useCall<'post /api/cases/one/{number}/acts'>>;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onMoved: (sentence: string) => void;
}

/** What the act asks, and its button. The same press twice, or a slow network, does it once. */
export function ActForm({ act, whole, call, onClose, onDone, onMoved }: ActFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [key] = useState(makeKey);
  // What its page showed when the act was chosen, whatever was asked again since.
  const [seen] = useState(() => Math.max(0, ...whole.events.map(({ id }) => id)));
  const [values, setValues] = useState<Answers>({});
  const [note, setNote] = useState('');
  const { number } = whole;
  const check = useAnswersCheck({
    form: ['act', number, act.id, String(seen)],
    answers: values,
    // Once it is done nobody asks what it needs.
    when: act.fields.length > 0 && !call.isPending && !call.isSuccess,
    ask: (fields, signal) =>
      callApi(
        'post /api/cases/one/{number}/acts/check',
        { params: { number }, body: { action: act.id, fields } },
        signal,
      ),
  });
  const asked = check.data?.asked ?? [];
  const wrong = new Map(check.data?.wrong.map(({ field, text }) => [field, text[language]]));
  const bars = check.data?.bars ?? [];
  const shown = act.fields.filter(({ id }) => asked.includes(id));
  const send = () =>
    call.mutate(
      {
        params: { number },
        body: {
          key,
          action: act.id,
          seen,
          fields: Object.fromEntries(Object.entries(toGiven(values)).filter(([id]) => asked.includes(id))),
          note: note.trim() === '' ? null : note.trim(),
        },
      },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (error.code === 'case-moved') onMoved(error.sentence);
        },
      },
    );
  const empty = shown.some(({ id, required }) => required && (values[id] ?? null) === null);
  return (
    <Form
      submit={t('confirmAct', { act: act.name[language] })}
      onSubmit={send}
      pending={call.isPending}
      refused={call.error ?? check.error}
      disabled={bars.length > 0 || empty || (act.fields.length > 0 && check.data === undefined)}
      others={
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <Text c="dimmed">{act.to === null ? t('stays') : t('leadsTo', { state: act.to[language] })}</Text>
      {shown.map((field) => (
        <AskedField
          key={field.id}
          field={field}
          value={values[field.id]}
          onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
          error={(values[field.id] ?? null) === null ? undefined : wrong.get(field.id)}
        />
      ))}
      {bars.map(({ code, text }) => (
        <Finding key={code} tone="alert" live>
          {text[language]}
        </Finding>
      ))}
      <Textarea
        label={t('noteToAct')}
        description={t('noteHelp')}
        autosize
        minRows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Form>
  );
}
