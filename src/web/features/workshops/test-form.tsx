import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';
import type { Workshop } from './workshop.ts';

interface TestFormProps {
  readonly workshop: number;
  readonly questions: Workshop['questions'];
}

/** The test of a workshop one came to: one answer of each, sent once. */
export function TestForm({ workshop, questions }: TestFormProps) {
  const t = useTexts(TEXTS);
  const [answers, setAnswers] = useState<readonly (number | null)[]>(() => questions.map(() => null));
  const call = useCall('post /api/workshops/{id}/test');
  const whole = answers.flatMap((each) => (each === null ? [] : [each]));
  return (
    <Section title={t('take')} finding={t('takeFinding')}>
      <Form
        submit={t('send')}
        pending={call.isPending}
        refused={call.error}
        disabled={whole.length !== questions.length}
        onSubmit={() => call.mutate({ params: { id: String(workshop) }, body: { answers: whole } })}
      >
        <Stack gap="lg">
          {questions.map(({ text, choices }, index) => (
            <ChoiceField
              key={text}
              label={`${index + 1}. ${text}`}
              value={answers[index] === null ? null : String(answers[index])}
              choices={choices.map((label, place) => ({ value: String(place), label }))}
              onChange={(value) => setAnswers((before) => before.with(index, Number(value)))}
            />
          ))}
        </Stack>
      </Form>
    </Section>
  );
}
