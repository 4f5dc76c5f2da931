import { SimpleGrid, TextInput } from '@mantine/core';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { TEXTS } from './texts.ts';

/** Who answers for a deadline, and when they said so; the date is ISO or empty. */
export interface Confirmation {
  readonly confirmed_by: string;
  readonly confirmed: string;
}

interface ConfirmationFieldsProps {
  readonly value: Confirmation;
  readonly onChange: (value: Confirmation) => void;
}

export function ConfirmationFields({ value, onChange }: ConfirmationFieldsProps) {
  const t = useTexts(TEXTS);
  const { today } = useSession();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput
        label={t('who')}
        description={t('whoHelp')}
        value={value.confirmed_by}
        onChange={(event) => onChange({ ...value, confirmed_by: event.currentTarget.value })}
        maxLength={300}
        required
      />
      <DateField
        label={t('when')}
        value={value.confirmed}
        onChange={(confirmed) => onChange({ ...value, confirmed })}
        max={today}
        required
      />
    </SimpleGrid>
  );
}
