import { Button, Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Calendar } from './calendar.ts';
import { TEXTS } from './texts.ts';

interface HolidayFormProps {
  readonly calendar: Pick<Calendar, 'id'>;
  readonly onClose: () => void;
}

/** A holiday of the institution's own, with the rule that declares it. */
export function HolidayForm({ calendar, onClose }: HolidayFormProps) {
  const t = useTexts(TEXTS);
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [rule, setRule] = useState('');
  const call = useCall('post /api/directory/holidays');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('addHoliday')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('save')}
        onSubmit={() =>
          call.mutate({ body: { calendar: calendar.id, date, name, rule } }, { onSuccess: onClose })
        }
        pending={call.isPending}
        refused={call.error}
        disabled={date === '' || name.trim() === '' || rule.trim() === ''}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <DateField label={t('date')} value={date} onChange={setDate} required />
        <TextInput
          label={t('holidayName')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
        />
        <TextInput
          label={t('holidayRule')}
          description={t('holidayRuleHelp')}
          value={rule}
          onChange={(event) => setRule(event.currentTarget.value)}
          required
        />
        <Text size="sm" c="dimmed">
          {t('holidayWarn')}
        </Text>
      </Form>
    </Modal>
  );
}
