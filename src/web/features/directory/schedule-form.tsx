import { Button, Modal, NativeSelect, NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

/** What the form begins with: a schedule of one's own, or the hours of a new one. */
export interface ScheduleStart {
  readonly id: string | null;
  readonly name: string;
  readonly mode: 'thesis' | 'calendar';
  readonly day_min: number;
  readonly lunch_min: number;
  readonly unproductive_min: number;
  readonly days_per_month: number;
}

const MINUTES = ['day_min', 'lunch_min', 'unproductive_min'] as const;

interface ScheduleFormProps {
  readonly start: ScheduleStart;
  readonly onClose: () => void;
}

/** A schedule of the institution's own, with the capacity it makes while it is written. */
export function ScheduleForm({ start, onClose }: ScheduleFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [draft, setDraft] = useState(start);
  const call = useCall('post /api/directory/schedules');
  const { mutate: tryHours, ...tried } = useCall('post /api/directory/schedules/try');
  const { mode, day_min, lunch_min, unproductive_min, days_per_month } = draft;
  useEffect(() => {
    const body = { mode, day_min, lunch_min, unproductive_min, days_per_month };
    const soon = setTimeout(() => tryHours({ body }), 250);
    return () => clearTimeout(soon);
  }, [mode, day_min, lunch_min, unproductive_min, days_per_month, tryHours]);
  const number = (name: (typeof MINUTES)[number] | 'days_per_month', most: number, least = 0) => (
    <NumberInput
      key={name}
      label={t(name)}
      value={draft[name]}
      onChange={(value) => setDraft({ ...draft, [name]: typeof value === 'number' ? value : least })}
      min={least}
      max={most}
      allowDecimal={false}
      allowNegative={false}
      required
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(start.id === null ? 'addSchedule' : 'editSchedule')}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('save')}
        onSubmit={() => call.mutate({ body: draft }, { onSuccess: onClose })}
        pending={call.isPending}
        refused={call.error ?? tried.error}
        disabled={draft.name.trim() === '' || (tried.error ?? null) !== null}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <TextInput
          label={t('scheduleName')}
          description={t('scheduleNameHelp')}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          required
        />
        <NativeSelect
          label={t('capacityMode')}
          value={mode}
          onChange={(event) =>
            setDraft({ ...draft, mode: event.currentTarget.value === 'calendar' ? 'calendar' : 'thesis' })
          }
          data={[
            { value: 'thesis', label: t('byMonthMode') },
            { value: 'calendar', label: t('byCalendarMode') },
          ]}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {MINUTES.map((name) => number(name, 1440, name === 'day_min' ? 1 : 0))}
          {number('days_per_month', 31, 1)}
        </SimpleGrid>
        <Text size="sm" aria-live="polite">
          {tried.data?.arithmetic[language] ?? ''}
        </Text>
      </Form>
    </Modal>
  );
}
