import { Loader } from '@mantine/core';
import { Suspense } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Page } from '../ui/page.tsx';
import { mayOpen } from './may-open.ts';
import { ScreenBoundary } from './screen-boundary.tsx';
import type { Screen } from './screens.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { useSession } from './session.ts';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

/** A screen of the registry, for whoever may open it. */
export function ScreenPlace({ screen }: { readonly screen: Screen }) {
  const t = useTexts(APP_TEXTS);
  const session = useSession();
  const Component = screen.component;
  if (!mayOpen(screen, session)) {
    return (
      <Page title={t('notAllowed')} help={null}>
        <EmptyState title={t('notAllowed')} action={<LinkButton to="/">{t('goHome')}</LinkButton>}>
          {t('notAllowedWhat')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <ScreenBoundary key={screen.path} title={t('broke')} retry={t('reload')}>
      {screen.section && screen.rail !== null && <SectionTabs section={screen.section} />}
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        <Component />
      </Suspense>
    </ScreenBoundary>
  );
}

/** An address that no screen has. */
export function NotFound() {
  const t = useTexts(APP_TEXTS);
  return (
    <Page title={t('notFound')} help={null}>
      <EmptyState title={t('notFound')} action={<LinkButton to="/">{t('goHome')}</LinkButton>}>
        {t('notFoundWhat')}
      </EmptyState>
    </Page>
  );
}
