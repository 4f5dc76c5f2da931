import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Page } from '../../ui/page.tsx';
import { CheckSection } from './check-section.tsx';
import { MonthSection } from './month-section.tsx';
import { ReadersSection } from './readers-section.tsx';
import { TEXTS } from './texts.ts';
import { ToldSection } from './told-section.tsx';
import { WallSection } from './wall-section.tsx';

/** Paper: the report of the month, and whether a paper still holds. */
export default function ReportScreen() {
  const t = useTexts(TEXTS);
  const seesReadings = useMay('see-readings');
  return (
    <Page title={t('title')} finding={t('about')} narrow>
      <MonthSection />
      <WallSection />
      <ToldSection />
      {seesReadings && <ReadersSection />}
      <CheckSection />
    </Page>
  );
}
