import { Stack } from '@mantine/core';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { MailForm } from './mail-form.tsx';
import { TEXTS } from './texts.ts';

/** Correo: by which server alerts go out, whether it works, and what could not be sent. */
export default function MailScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/settings/mail');
  const { failing, sentence, waiting } = answer.data ?? {};
  return (
    <Page title={t('mailTitle')} finding={failing ? undefined : sentence?.[language]} narrow>
      <LoadingPanel answer={answer}>
        {(settings) => (
          <Stack gap="lg">
            {failing && <Finding tone="bad">{settings.sentence[language]}</Finding>}
            {waiting !== null && (
              <Finding
                tone="info"
                action={<AppLink to="/administracion/propuestas">{t('waitingGo')}</AppLink>}
              >
                {t('waiting')}
              </Finding>
            )}
            <MailForm settings={settings} />
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
