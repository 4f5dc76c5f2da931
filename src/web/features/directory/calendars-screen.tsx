import { Stack } from '@mantine/core';
import { parsePeriod } from '../../../kernel/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { Calendar } from './calendar.ts';
import { CalendarSection } from './calendar-section.tsx';
import { TEXTS } from './texts.ts';

/** The one most of the institution keeps first, then those that some place names, then the rest. */
function byUse(a: Calendar, b: Calendar): number {
  return Number(b.is_default) - Number(a.is_default) || b.units.length - a.units.length;
}

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
            {calendars.toSorted(byUse).map((calendar) => (
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
