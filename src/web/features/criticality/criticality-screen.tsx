import { useTexts } from '../../app/words.ts';
import { Page } from '../../ui/page.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { TEXTS } from './texts.ts';
import { TypedPanel } from './typed-panel.tsx';

/** Procesos críticos: which they are, by the facts or by tables on paper. */
export default function CriticalityScreen() {
  const t = useTexts(TEXTS);
  return (
    <Page title={t('title')}>
      <UrlTabs
        label={t('views')}
        tabs={[
          { id: 'datos', label: t('facts'), panel: <FactsPanel /> },
          { id: 'escritas', label: t('typed'), panel: <TypedPanel /> },
        ]}
      />
    </Page>
  );
}
