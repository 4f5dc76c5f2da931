import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Agenda, AgendaItem } from './answers.ts';
import { DATA_TEXTS } from './screen-texts.ts';

type Entry = Pick<AgendaItem, 'dataset' | 'sender' | 'due'>;

interface AgendaFormProps {
  readonly agenda: Agenda;
  readonly onDone: () => void;
}

/** Which files are expected each month, written by whoever asks for them. */
export function AgendaForm({ agenda, onDone }: AgendaFormProps) {
  const t = useTexts(DATA_TEXTS);
  const save = useCall('put /api/agenda');
  const [entries, setEntries] = useState<readonly Entry[]>(
    agenda.items.map(({ dataset, sender, due }) => ({ dataset, sender, due })),
  );
  const free = agenda.datasets.filter(({ id }) => !entries.some(({ dataset }) => dataset === id));
  const set = (index: number, entry: Entry) =>
    setEntries(entries.map((one, position) => (position === index ? entry : one)));
  const [next] = free;
  return (
    <Section title={t('edit')}>
      <Form
        submit={t('saveAgenda')}
        pending={save.isPending}
        refused={save.error}
        onSubmit={() => save.mutate({ body: { entries: [...entries] } }, { onSuccess: onDone })}
        others={
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
        }
      >
        <Stack gap="md">
          {entries.map((entry, index) => (
            <EntryLine
              key={entry.dataset}
              entry={entry}
              agenda={agenda}
              onEntry={(changed) => set(index, changed)}
              onRemove={() => setEntries(entries.filter((_, position) => position !== index))}
            />
          ))}
          {next && (
            <Group>
              <Button
                variant="default"
                leftSection={<Icon name="plus" size={18} />}
                onClick={() =>
                  setEntries([
                    ...entries,
                    { dataset: next.id, sender: '', due: { kind: 'working-day', n: 5 } },
                  ])
                }
              >
                {t('addFile')}
              </Button>
            </Group>
          )}
        </Stack>
      </Form>
    </Section>
  );
}

interface EntryLineProps {
  readonly entry: Entry;
  readonly agenda: Agenda;
  readonly onEntry: (entry: Entry) => void;
  readonly onRemove: () => void;
}

function EntryLine({ entry, agenda, onEntry, onRemove }: EntryLineProps) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const name = agenda.datasets.find(({ id }) => id === entry.dataset)?.name[language] ?? entry.dataset;
  const { due } = entry;
  return (
    <Group align="end" gap="sm">
      <Select
        label={t('data')}
        w={220}
        data={agenda.datasets.map((one) => ({ value: one.id, label: one.name[language] }))}
        value={entry.dataset}
        allowDeselect={false}
        onChange={(dataset) => dataset !== null && onEntry({ ...entry, dataset })}
      />
      <TextInput
        label={t('sender')}
        w={220}
        value={entry.sender}
        maxLength={120}
        onChange={(event) => onEntry({ ...entry, sender: event.currentTarget.value })}
      />
      <Select
        label={t('dueKind')}
        w={200}
        data={[
          { value: 'working-day', label: t('kindWorking') },
          { value: 'day', label: t('kindDay') },
        ]}
        value={due.kind}
        allowDeselect={false}
        onChange={(kind) =>
          onEntry({ ...entry, due: { ...due, kind: kind === 'day' ? 'day' : 'working-day' } })
        }
      />
      <NumberInput
        label={t('dueN')}
        min={1}
        max={31}
        value={due.n}
        w={90}
        onChange={(n) => onEntry({ ...entry, due: { ...due, n: Number(n) || 1 } })}
      />
      <Button variant="default" aria-label={`${t('remove')}: ${name}`} onClick={onRemove}>
        {t('remove')}
      </Button>
    </Group>
  );
}
