import { Stack } from '@mantine/core';
import { parsePeriod } from '../../../kernel/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { TEXTS } from './texts.ts';

/** Calendarios: opening hours, holidays with their source, and the working days that come of them. */
export default function CalendarsScreen() {
  const t = useTexts(TEXTS);
  const { period } = useView();
  const { today } = useSession();
  const month = (parsePeriod(period.split('..')[0] ?? '')?.from ?? today).slice(0, 7);
  const answer = useAnswer('get /api/directory/calendars', { query: { month } }, { keep: true });
  return (
    <Page title={t('calendars')} finding={t('calendarsFinding')}>
      <LoadingPanel answer={answer}>
        {({ calendars, may_edit }) => (
          <Stack gap="lg">
            {calendars.map((calendar) => (
              <CalendarSection
                key={calendar.id}
                calendar={calendar}
                year={month.slice(0, 4)}
                mayEdit={may_edit}
              />
            ))}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
