import { Button, Modal, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import type { Calendar } from './calendar.ts';
import { printClock } from './print-clock.ts';
import { TEXTS } from './texts.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface WeekFormProps {
  readonly calendar: Calendar;
  readonly onClose: () => void;
}

/** The opening hours of a week, from a date on; those before stay as they are. */
export function WeekForm({ calendar, onClose }: WeekFormProps) {
  const t = useTexts(TEXTS);
  const { today } = useSession();
  const [from, setFrom] = useState(today);
  const [week, setWeek] = useState(() => toTexts(calendar));
  const call = useCall('post /api/directory/calendars/{calendar}/week');
  const write = (index: number, text: string) =>
    setWeek((before) => before.map((hours, at) => (at === index ? text : hours)));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('changeHours')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('save')}
        onSubmit={() =>
          call.mutate(
            { params: { calendar: calendar.id }, body: { from, week: [...week] } },
            { onSuccess: onClose },
          )
        }
        pending={call.isPending}
        refused={call.error}
        disabled={from === ''}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <DateField label={t('hoursFrom')} value={from} onChange={setFrom} required />
        <Text size="sm" c="dimmed">
          {t('hoursHelp')}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {WEEKDAYS.map((day, index) => (
            <TextInput
              key={day}
              label={t(day)}
              placeholder={t('closed')}
              maxLength={80}
              value={week[index] ?? ''}
              onChange={(event) => write(index, event.currentTarget.value)}
            />
          ))}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('hoursWarn')}
        </Text>
      </Form>
    </Modal>
  );
}

/** The week that holds last, as one would write it. */
function toTexts({ versions }: Calendar): readonly string[] {
  const { week = [] } = versions.at(-1) ?? {};
  return WEEKDAYS.map((_, index) =>
    (week.find(({ weekday }) => weekday === index + 1)?.hours ?? [])
      .map(({ from_min, to_min }) => `${printClock(from_min)}-${printClock(to_min)}`)
      .join(', '),
  );
}
