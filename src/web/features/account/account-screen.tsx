import { useTexts } from '../../app/words.ts';
import { Page } from '../../ui/page.tsx';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TEXTS } from './texts.ts';
import { TokensSection } from './tokens-section.tsx';
import { WhoSection } from './who-section.tsx';

/** What a person settles about themselves. */
export default function AccountScreen() {
  const t = useTexts(TEXTS);
  return (
    <Page title={t('title')}>
      <WhoSection />
      <PasswordSection />
      <SecondFactorSection />
      <SessionsSection />
      <TokensSection />
    </Page>
  );
}
