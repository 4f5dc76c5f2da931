import { useTexts } from '../../app/words.ts';
import { Page } from '../../ui/page.tsx';
import { CheckSection } from './check-section.tsx';
import { MonthSection } from './month-section.tsx';
import { TEXTS } from './texts.ts';

/** Paper: the report of the month, and whether a paper still holds. */
export default function ReportScreen() {
  const t = useTexts(TEXTS);
  return (
    <Page title={t('title')} finding={t('about')} narrow>
      <MonthSection />
      <CheckSection />
    </Page>
  );
}
