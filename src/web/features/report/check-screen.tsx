import { useTexts } from '../../app/words.ts';
import { Page } from '../../ui/page.tsx';
import { CheckSection } from './check-section.tsx';
import { TEXTS } from './texts.ts';

/** The address for whoever holds a paper and nothing else. */
export default function CheckScreen() {
  const t = useTexts(TEXTS);
  return (
    <Page title={t('checkScreen')} narrow>
      <CheckSection />
    </Page>
  );
}
