import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { Page } from '../../ui/page.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import { ExceptionsPanel } from './exceptions-panel.tsx';
import { ProviderPanel } from './provider-panel.tsx';
import { RolesPanel } from './roles-panel.tsx';
import { TEXTS } from './texts.ts';
import { TokensPanel } from './tokens-panel.tsx';

/** What access is made of, besides people: roles, exceptions, tokens, the identity provider. */
export default function AccessScreen() {
  const t = useTexts(TEXTS);
  const maySeeExceptions = useMay('see-exceptions');
  const maySeeTokens = useMay('see-tokens');
  const mayEditSettings = useMay('edit-settings');
  return (
    <Page title={t('accessTitle')} finding={t('accessFinding')}>
      <UrlTabs
        label={t('accessTabs')}
        tabs={[
          { id: 'roles', label: t('rolesTab'), panel: <RolesPanel /> },
          ...(maySeeExceptions
            ? [{ id: 'excepciones', label: t('exceptionsTitle'), panel: <ExceptionsPanel /> }]
            : []),
          ...(maySeeTokens ? [{ id: 'llaves', label: t('tokensTitle'), panel: <TokensPanel /> }] : []),
          ...(mayEditSettings ? [{ id: 'entrada', label: t('providerTab'), panel: <ProviderPanel /> }] : []),
        ]}
      />
    </Page>
  );
}
