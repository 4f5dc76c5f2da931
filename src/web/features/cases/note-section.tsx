import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import type { WholeCase } from './answers.ts';
import { TEXTS } from './texts.ts';

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A note in the diary of the case, and the number the core gave it. */
export function NoteSection({ whole }: { readonly whole: WholeCase }) {
  const t = useTexts(TEXTS);
  const mayWork = useMay('work-cases');
  const [note, setNote] = useState('');
  const [core, setCore] = useState('');
  const call = useCall('post /api/cases/one/{number}/notes');
  if (!mayWork) return null;
  const send = () =>
    call.mutate(
      { params: { number: whole.number }, body: { note: orNull(note), core_number: orNull(core) } },
      {
        onSuccess: () => {
          setNote('');
          setCore('');
        },
      },
    );
  return (
    <Section title={t('noteTitle')}>
      <Form
        submit={t('save')}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error}
        disabled={orNull(note) === null && orNull(core) === null}
      >
        <Textarea
          label={t('note')}
          description={`${t('noteHelp')} ${t('neverSecret')}`}
          autosize
          minRows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          label={t('coreNumber')}
          placeholder={whole.core_number ?? undefined}
          maxLength={60}
          value={core}
          onChange={(event) => setCore(event.currentTarget.value)}
        />
        {call.isSuccess && note === '' && core === '' && (
          <Finding tone="met" live>
            {t('saved')}
          </Finding>
        )}
      </Form>
    </Section>
  );
}
