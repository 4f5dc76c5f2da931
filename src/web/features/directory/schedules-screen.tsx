import { Stack, Text } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useLookDay } from './look-day.ts';
import { TEXTS } from './texts.ts';

/** Horarios: what each makes of a day and a month, and the capacity of the people who keep it. */
export default function SchedulesScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const date = useLookDay();
  const answer = useAnswer('get /api/directory/schedules', { query: { date } }, { keep: true });
  const number = (value: number) => printNumber(value, language);
  return (
    <Page title={t('schedules')} finding={t('schedulesFinding')}>
      <LoadingPanel answer={answer}>
        {({ schedules }) => (
          <Stack gap="lg">
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
                    { term: t('people'), detail: t('peopleWith', { n: number(schedule.people) }) },
                    { term: t('packWord'), detail: schedule.pack },
                  ]}
                />
              </Section>
            ))}
            <Text size="sm" c="dimmed">
              {t('changeSchedule')}
            </Text>
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
