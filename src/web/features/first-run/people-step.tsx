import { NumberInput, Text, TextInput, Title } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { OtherPeople } from './other-people.tsx';
import { isFew, toLogin } from './start-draft.ts';
import type { StepProps } from './step-props.ts';
import { TEXTS } from './texts.ts';

/** How many, who answers, and the others known by now. */
export function PeopleStep({ choices, draft, onChange }: StepProps) {
  const t = useTexts(TEXTS);
  const few = isFew(draft);
  const { with_second_factor } = choices.password_length;
  const count = (people_count: number) => {
    // More than two need somebody who analyses: a line for each is there to be filled in.
    const needed = people_count > 2 && draft.others.length === 0;
    const others = needed
      ? ([
          { name: '', role: 'analyst' },
          { name: '', role: 'management' },
        ] as const)
      : draft.others;
    onChange({ people_count, others });
  };
  return (
    <>
      <NumberInput
        label={t('count')}
        min={1}
        max={10_000}
        maw={260}
        allowDecimal={false}
        value={draft.people_count}
        onChange={(value) => count(Math.max(1, Number(value) || 1))}
      />
      <Finding tone="info">{few ? t('fewAbout', { days: choices.exception_days }) : t('manyAbout')}</Finding>
      <Title order={2}>{t('you')}</Title>
      <TextInput
        label={t('yourName')}
        autoComplete="name"
        maxLength={120}
        value={draft.person}
        onChange={(event) => {
          const person = event.currentTarget.value;
          // The user name follows the name until somebody writes another.
          const follows = draft.login === toLogin(draft.person);
          onChange(follows ? { person, login: toLogin(person) } : { person });
        }}
      />
      <TextInput
        label={t('login')}
        description={t('loginHelp')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        value={draft.login}
        onChange={(event) => onChange({ login: event.currentTarget.value })}
      />
      <PasswordField
        label={t('password')}
        description={t('passwordHelp', { both: with_second_factor })}
        autoComplete="new-password"
        value={draft.password}
        onChange={(event) => onChange({ password: event.currentTarget.value })}
      />
      <PasswordField
        label={t('again')}
        autoComplete="new-password"
        error={draft.again !== '' && draft.again !== draft.password ? t('differ') : undefined}
        value={draft.again}
        onChange={(event) => onChange({ again: event.currentTarget.value })}
      />
      {draft.people_count > 1 && (
        <>
          <Title order={2}>{t('others')}</Title>
          {few && <Text c="dimmed">{t('othersHelp')}</Text>}
          <OtherPeople others={draft.others} onChange={(others) => onChange({ others })} />
        </>
      )}
    </>
  );
}
