import { Suspense } from 'react';
import { keepZone } from '../ui/to-wall-clock.ts';
import { useAnswer } from './api.ts';
import type { PublicScreen } from './public-screens.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

/** A page for clients: nothing around it, and a way on where it could not be shown. */
export function PublicPlace({ screen }: { readonly screen: PublicScreen }) {
  const t = useTexts(APP_TEXTS);
  const Component = screen.component;
  const place = useAnswer('get /api/me');
  if (place.data?.institution) keepZone(place.data.institution.zone);
  if (place.isPending) return null;
  return (
    <ScreenBoundary key={screen.path} title={t('broke')} retry={t('reload')}>
      <Suspense fallback={null}>
        <Component />
      </Suspense>
    </ScreenBoundary>
  );
}
