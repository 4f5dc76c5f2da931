import { Button, Group, Select, TextInput } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { FIRST_ROLES, type OtherPerson } from './start-draft.ts';
import { TEXTS } from './texts.ts';

interface OtherPeopleProps {
  readonly others: readonly OtherPerson[];
  readonly onChange: (others: readonly OtherPerson[]) => void;
}

/** A line for each of the others: name and role. */
export function OtherPeople({ others, onChange }: OtherPeopleProps) {
  const t = useTexts(TEXTS);
  const put = (index: number, change: Partial<OtherPerson>) =>
    onChange(others.map((other, at) => (at === index ? { ...other, ...change } : other)));
  return (
    <>
      {others.map((other, index) => (
        <Group key={index} align="flex-end" gap="sm">
          <TextInput
            flex="1 1 12rem"
            label={t('person')}
            maxLength={120}
            value={other.name}
            onChange={(event) => put(index, { name: event.currentTarget.value })}
          />
          <Select
            flex="1 1 14rem"
            label={t('role')}
            value={other.role}
            data={FIRST_ROLES.map((role) => ({ value: role, label: t(role) }))}
            onChange={(role) => role && put(index, { role })}
          />
          <Button
            variant="default"
            aria-label={t('dropOne', { name: other.name })}
            onClick={() => onChange(others.filter((_, at) => at !== index))}
          >
            {t('drop')}
          </Button>
        </Group>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange([...others, { name: '', role: 'analyst' }])}
        >
          {t('add')}
        </Button>
      </div>
    </>
  );
}
