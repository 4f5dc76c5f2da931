import { Autocomplete, Button, Select } from '@mantine/core';
import { useState } from 'react';
import { ACTION_KINDS, type ActionKind } from '../../../kernel/index.ts';
import { nameInImprovement } from '../../../sentences/index.ts';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { ActionItem } from './action-item.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** What will be done, by whom and until when; what shows that it was done, and who took it for good. */
export function ActionsSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const [isAdding, setAdding] = useState(false);
  const { shown_actions: actions, leave } = whole;
  return (
    <Section
      title={t('actions')}
      actions={
        leave.work.may && (
          <Button variant="default" size="xs" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            {t('addAction')}
          </Button>
        )
      }
    >
      {isAdding && <AddAction whole={whole} onDone={() => setAdding(false)} />}
      {actions.length === 0 ? (
        <p className={styles.soft}>{t('actionsNone')}</p>
      ) : (
        <ul className={styles.items}>
          {actions.map((action) => (
            <ActionItem key={action.id} action={action} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function AddAction({ whole, onDone }: { readonly whole: Whole; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { today } = useSession();
  const [kind, setKind] = useState<ActionKind>('corrective');
  const [text, setText] = useState('');
  const [responsible, setResponsible] = useState<string | null>(null);
  const [date, setDate] = useState('');
  const call = useCall('post /api/improvements/{id}/actions');
  const known = [...new Set(whole.known_causes.flatMap((cause) => cause[kind]?.[language] ?? []))];
  const body = { kind, text: text.trim(), responsible: responsible ?? '', due_date: date };
  return (
    <Form
      submit={t('addAction')}
      pending={call.isPending}
      refused={call.error}
      disabled={text.trim() === '' || responsible === null || date === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: onDone })}
    >
      <ChoiceField
        label={t('actionKind')}
        value={kind}
        onChange={setKind}
        choices={ACTION_KINDS.map((each) => ({
          value: each,
          label: nameInImprovement('action', each, language),
          description: t(`${each}What`),
        }))}
      />
      <Autocomplete
        label={t('actionText')}
        description={known.length > 0 ? t('actionKnown') : undefined}
        maxLength={500}
        data={known}
        value={text}
        onChange={setText}
      />
      <Select
        label={t('responsible')}
        searchable
        value={responsible}
        data={whole.people.responsibles.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setResponsible}
      />
      <DateField label={t('dueOn')} value={date} min={today} onChange={setDate} />
    </Form>
  );
}
