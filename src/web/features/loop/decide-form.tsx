import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { IMPROVEMENT_DECISIONS, type ImprovementDecision } from '../../../kernel/index.ts';
import { nameInImprovement } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { WaitingImprovement } from './answers.ts';
import { TEXTS } from './texts.ts';

interface DecideFormProps {
  readonly session: number;
  readonly improvement: WaitingImprovement;
  readonly onDone: () => void;
}

/** Decides about one improvement in the session, with the reason that its minutes print. */
export function DecideForm({ session, improvement, onDone }: DecideFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [decision, setDecision] = useState<ImprovementDecision>('adopt');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const call = useCall('post /api/committee/{id}/decisions');
  const postpones = decision === 'postpone';
  return (
    <Form
      submit={t('decide')}
      pending={call.isPending}
      refused={call.error}
      disabled={reason.trim() === '' || (postpones && until === '')}
      others={
        <Button variant="default" onClick={onDone}>
          {t('notYet')}
        </Button>
      }
      onSubmit={() =>
        call.mutate(
          {
            params: { id: String(session) },
            body: {
              improvement: improvement.improvement,
              decision,
              reason: reason.trim(),
              until: postpones ? until : null,
              seen: improvement.last_event,
            },
          },
          { onSuccess: onDone },
        )
      }
    >
      <ChoiceField
        label={t('decision')}
        value={decision}
        choices={IMPROVEMENT_DECISIONS.map((value) => ({
          value,
          label: nameInImprovement('decision', value, language),
        }))}
        onChange={setDecision}
      />
      {postpones && <DateField label={t('until')} value={until} onChange={setUntil} />}
      <Textarea
        label={t('reason')}
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Form>
  );
}
