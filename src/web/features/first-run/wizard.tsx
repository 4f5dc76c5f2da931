import { Button, Text } from '@mantine/core';
import { type ComponentType, useState } from 'react';
import { useCall } from '../../app/api.ts';
import { Plain } from '../../app/plain.tsx';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { CalendarStep } from './calendar-step.tsx';
import { DoneStep } from './done-step.tsx';
import { InstitutionStep } from './institution-step.tsx';
import { PeopleStep } from './people-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { type StartChoices, type StartDraft, toDraft, toStartBody } from './start-draft.ts';
import type { StepProps } from './step-props.ts';
import { TEXTS } from './texts.ts';
import { WordsStep } from './words-step.tsx';

interface Step {
  readonly id: 'one' | 'two' | 'three' | 'four' | 'five';
  readonly view: ComponentType<StepProps>;
  readonly isReady: (draft: StartDraft) => boolean;
}

const FIRST: Step = {
  id: 'one',
  view: InstitutionStep,
  isReady: ({ name }) => name.trim() !== '',
};
const STEPS: readonly Step[] = [
  FIRST,
  { id: 'two', view: WordsStep, isReady: () => true },
  { id: 'three', view: CalendarStep, isReady: ({ calendar, from, to }) => calendar !== null || from < to },
  {
    id: 'four',
    view: PeopleStep,
    isReady: ({ person, login, password, again }) =>
      person.trim() !== '' && login.trim() !== '' && password !== '' && password === again,
  },
  { id: 'five', view: ReviewStep, isReady: () => true },
];

/** The steps one after another; nothing is kept until the last. */
export function Wizard({ choices }: { readonly choices: StartChoices }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [draft, setDraft] = useState(() => toDraft(choices));
  const [at, setAt] = useState(0);
  const call = useCall('post /api/start', { refresh: false });
  /** A password that will not do is told where it is written. */
  const check = useCall('post /api/start/password', { refresh: false });
  if (call.data) return <DoneStep name={draft.name} done={call.data} />;
  const step = STEPS[at] ?? FIRST;
  const last = at === STEPS.length - 1;
  const View = step.view;
  const go = () => {
    if (last) call.mutate({ body: toStartBody(draft, language) });
    else if (step.id !== 'four') setAt(at + 1);
    else {
      const { login, person: name, name: institution, password } = draft;
      check.mutate({ body: { login, name, institution, password } }, { onSuccess: () => setAt(at + 1) });
    }
  };
  const refused = last ? call.error : step.id === 'four' ? check.error : undefined;
  return (
    <Plain title={t(step.id)} about={t(`${step.id}About`)} wide>
      <Text size="sm" c="dimmed" mb="md">
        {t('step', { n: at + 1 })}
      </Text>
      <Form
        submit={last ? t('begin') : t('next')}
        pending={call.isPending || check.isPending}
        refused={refused}
        disabled={!step.isReady(draft)}
        onSubmit={go}
        others={
          at > 0 && (
            <Button variant="default" onClick={() => setAt(at - 1)}>
              {t('back')}
            </Button>
          )
        }
      >
        <View
          choices={choices}
          draft={draft}
          onChange={(change) => {
            check.reset();
            setDraft((before) => ({ ...before, ...change }));
          }}
        />
      </Form>
    </Plain>
  );
}
