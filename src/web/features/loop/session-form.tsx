import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Attendee } from './answers.ts';
import { TEXTS } from './texts.ts';

/** What a session begins with. */
export interface SessionDraft {
  readonly date: string;
  readonly place: string;
  readonly attendees: readonly Attendee[];
  readonly notes: string;
}

interface SessionFormProps {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly start: SessionDraft;
  readonly latest: string;
  readonly submit: string;
  readonly withNotes: boolean;
  readonly pending: boolean;
  readonly refused: unknown;
  readonly onSubmit: (draft: SessionDraft) => void;
}

/** When, where and who: people of the institution are chosen, guests are written. */
export function SessionForm(props: SessionFormProps) {
  const { people, start, latest, submit, withNotes, pending, refused, onSubmit } = props;
  const t = useTexts(TEXTS);
  const [date, setDate] = useState(start.date);
  const [place, setPlace] = useState(start.place);
  const [notes, setNotes] = useState(start.notes);
  const [chosen, setChosen] = useState(() => start.attendees.flatMap(({ person }) => person ?? []));
  const [guests, setGuests] = useState(() =>
    start.attendees
      .filter(({ person }) => person === null)
      .map(({ name }) => name)
      .join(', '),
  );
  const attendees: readonly Attendee[] = [
    ...chosen.map((id) => ({ person: id, name: people.find((each) => each.id === id)?.name ?? id })),
    ...guests
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ person: null, name })),
  ];
  return (
    <Form
      submit={submit}
      pending={pending}
      refused={refused}
      disabled={date === '' || attendees.length === 0}
      onSubmit={() => onSubmit({ date, place, attendees, notes })}
    >
      <DateField label={t('date')} value={date} max={latest} onChange={setDate} />
      <TextInput
        label={t('place')}
        maxLength={200}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <MultiSelect
        label={t('attendees')}
        searchable
        value={chosen}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <TextInput
        label={t('guests')}
        description={t('guestsHint')}
        maxLength={1000}
        value={guests}
        onChange={(event) => setGuests(event.currentTarget.value)}
      />
      {withNotes && (
        <Textarea
          label={t('notes')}
          autosize
          minRows={3}
          maxLength={8000}
          value={notes}
          onChange={(event) => setNotes(event.currentTarget.value)}
        />
      )}
    </Form>
  );
}
