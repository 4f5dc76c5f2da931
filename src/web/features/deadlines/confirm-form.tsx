import { Button, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { Deadline, Settled } from './answers.ts';
import { ConfirmationFields } from './confirmation-fields.tsx';
import { TEXTS } from './texts.ts';

interface ConfirmFormProps {
  readonly rule: Deadline;
  readonly onClose: () => void;
  readonly onSaved: (settled: Settled) => void;
}

/** Notes who confirmed a deadline as it stands. */
export function ConfirmForm({ rule, onClose, onSaved }: ConfirmFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [draft, setDraft] = useState({ confirmed_by: '', confirmed: '' });
  const call = useCall('post /api/deadlines/{id}/confirm');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('confirmTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('saveConfirmation')}
        onSubmit={() => call.mutate({ params: { id: rule.id }, body: draft }, { onSuccess: onSaved })}
        pending={call.isPending}
        refused={call.error}
        disabled={draft.confirmed_by.trim() === '' || draft.confirmed === ''}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Text>
          {rule.name[language]} · {rule.source[language]}
        </Text>
        <ConfirmationFields value={draft} onChange={setDraft} />
      </Form>
    </Modal>
  );
}
