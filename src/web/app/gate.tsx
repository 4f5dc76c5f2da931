import { Loader } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { keepZone } from '../ui/to-wall-clock.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { setLanguage } from '../ui/language.ts';
import { useAnswer } from './api.ts';
import { useLookable } from './lookable.ts';
import { type Me, SessionProvider, toInstitutionWords, toSession } from './session.ts';
import { Shell } from './shell.tsx';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { useTexts, WordsProvider } from './words.ts';

const SignIn = lazy(() => import('../features/sign-in/sign-in-screen.tsx'));
const FirstRun = lazy(() => import('../features/first-run/first-run-screen.tsx'));
const Enrol = lazy(() => import('../features/account/enrol-screen.tsx'));

/**
 * What stands between the address and its screen: the first run of an empty folder, signing in, a
 * second factor that is owed. The address stays, so that the screen asked for comes afterwards.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const t = useTexts(APP_TEXTS);
  const answer = useAnswer('get /api/me');
  const me = answer.data;
  const language = me?.person?.language;
  useEffect(() => {
    if (language !== undefined) setLanguage(language);
  }, [language]);
  const words = useMemo(() => toInstitutionWords(me?.institution ?? null), [me?.institution]);
  const loading = (
    <div className={styles.plain}>
      <Loader aria-label={t('loading')} />
    </div>
  );
  if (me === undefined) {
    if (!answer.error) return loading;
    return (
      <main className={styles.plain}>
        <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />
      </main>
    );
  }
  // Before anything is drawn: every hour on a screen is the institution's.
  if (me.institution) keepZone(me.institution.zone);
  const before = findBefore(me);
  return (
    <WordsProvider value={words}>
      {before ? (
        <Suspense fallback={loading}>
          <main className={styles.plain}>{before}</main>
        </Suspense>
      ) : (
        <Inside me={me} loading={loading}>
          {children}
        </Inside>
      )}
    </WordsProvider>
  );
}

function findBefore(me: Me): ReactNode {
  if (me.needs_start) return <FirstRun />;
  if (me.person === null) return <SignIn me={me} />;
  return me.needs_second_factor ? <Enrol /> : null;
}

interface InsideProps {
  readonly me: Me;
  readonly loading: ReactNode;
  readonly children: ReactNode;
}

function Inside({ me, loading, children }: InsideProps) {
  const lookable = useLookable(me);
  const session = useMemo(() => lookable && toSession(me, lookable), [me, lookable]);
  if (!session) return loading;
  return (
    <SessionProvider value={session}>
      <Shell>{children}</Shell>
    </SessionProvider>
  );
}
