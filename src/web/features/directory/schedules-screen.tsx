import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useLookDay } from './look-day.ts';
import { ScheduleForm, type ScheduleStart } from './schedule-form.tsx';
import { TEXTS } from './texts.ts';

/** A new schedule begins with the hours of a regular one. */
const NEW: ScheduleStart = {
  id: null,
  name: '',
  mode: 'thesis',
  day_min: 420,
  lunch_min: 30,
  unproductive_min: 60,
  days_per_month: 20,
};

/** Horarios: what each makes of a day and a month, and the capacity of the people who keep it. */
export default function SchedulesScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const date = useLookDay();
  const answer = useAnswer('get /api/directory/schedules', { query: { date } }, { keep: true });
  const [form, setForm] = useState<ScheduleStart | null>(null);
  const number = (value: number) => printNumber(value, language);
  return (
    <Page title={t('schedules')} finding={t('schedulesFinding')}>
      <LoadingPanel answer={answer}>
        {({ schedules, may_edit }) => (
          <Stack gap="lg">
            {may_edit && (
              <Group>
                <Button onClick={() => setForm(NEW)}>{t('addSchedule')}</Button>
              </Group>
            )}
            {schedules.map((schedule) => (
              <Section
                key={schedule.id}
                title={schedule.name[language]}
                finding={schedule.arithmetic[language]}
              >
                <DefinitionList
                  items={[
                    {
                      term: t('month'),
                      detail:
                        schedule.mode === 'thesis'
                          ? `${number(schedule.month_min)} min (${t('byMonthMode')}: ${schedule.days_per_month})`
                          : t('byCalendarMode'),
                    },
                    {
                      term: t('people'),
                      detail: t(schedule.people === 1 ? 'peopleWithOne' : 'peopleWith', {
                        n: number(schedule.people),
                      }),
                    },
                    { term: t('packWord'), detail: schedule.pack },
                  ]}
                />
                {may_edit && schedule.pack === 'propio' && (
                  <Group>
                    <Button
                      variant="default"
                      onClick={() => setForm({ ...schedule, name: schedule.name[language] })}
                    >
                      {t('editSchedule')}
                    </Button>
                  </Group>
                )}
              </Section>
            ))}
            <Text size="sm" c="dimmed">
              {t('changeSchedule')}
            </Text>
            {form && <ScheduleForm start={form} onClose={() => setForm(null)} />}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
