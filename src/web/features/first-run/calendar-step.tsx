import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { useLanguage } from '../../ui/language.ts';
import { findUsual, listCalendars } from './start-draft.ts';
import type { StepProps } from './step-props.ts';
import { TEXTS } from './texts.ts';

const OWN = '*';

/** Country, and the calendar by which time is counted. */
export function CalendarStep({ choices, draft, onChange }: StepProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const calendars = listCalendars(choices, draft.country);
  const country = choices.countries.find(({ id }) => id === draft.country);
  return (
    <>
      <Select
        label={t('country')}
        searchable
        value={draft.country}
        data={choices.countries.map(({ id, name }) => ({ value: id, label: name[language] }))}
        onChange={(country) => {
          if (country === null) return;
          onChange({ country, calendar: findUsual(choices, country) });
        }}
      />
      <ChoiceField
        label={t('calendar')}
        value={draft.calendar ?? OWN}
        choices={[
          ...calendars.map(({ id, name, hours }) => ({
            value: id,
            label: name[language],
            description: hours[language],
          })),
          {
            value: OWN,
            label: t('ownCalendar'),
            description: t(country?.holidays ? 'ownCalendarHolidays' : 'ownCalendarAbout', {
              country: country?.name[language] ?? '',
            }),
          },
        ]}
        onChange={(calendar) => onChange({ calendar: calendar === OWN ? null : calendar })}
      />
      {draft.calendar === null && (
        <Group align="flex-end">
          <TextInput
            type="time"
            label={t('from')}
            value={draft.from}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('to')}
            value={draft.to}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
          <Checkbox
            mb={8}
            label={t('saturday')}
            checked={draft.saturday}
            onChange={(event) => onChange({ saturday: event.currentTarget.checked })}
          />
        </Group>
      )}
    </>
  );
}
