import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { HelpProvider } from '../ui/help.ts';
import { DemoBand } from './demo-band.tsx';
import { Exceptions } from './exceptions.tsx';
import { HelpDrawer } from './help-drawer.tsx';
import { BottomBar, Rail } from './rail.tsx';
import { SecondFactorBand } from './second-factor-band.tsx';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { TopBar } from './top-bar.tsx';
import { useDeskLanding } from './use-desk-landing.ts';
import { useView } from './view.ts';
import { useTexts } from './words.ts';

/** Rail, top bar, and the screen between them. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useTexts(APP_TEXTS);
  const [topic, setTopic] = useState<string | null>(null);
  const openHelp = useCallback((next: string) => setTopic(next), []);
  usePeriodInAddress();
  useDeskLanding();
  // Help is on the screen it was asked on.
  const path = useLocation({ select: ({ pathname }) => pathname });
  useEffect(() => setTopic(null), [path]);
  return (
    <HelpProvider value={openHelp}>
      <a href="#contenido" className={styles.skip}>
        {t('skip')}
      </a>
      <div className={styles.shell}>
        <DemoBand />
        <Rail />
        <div className={styles.main}>
          <TopBar />
          <main id="contenido" tabIndex={-1} className={styles.content}>
            <div className={styles.notices}>
              <SecondFactorBand />
              <Exceptions />
            </div>
            {children}
          </main>
        </div>
      </div>
      <BottomBar />
      <HelpDrawer topic={topic} onClose={() => setTopic(null)} />
    </HelpProvider>
  );
}

/** The address always says which period is seen, so that a link sent to somebody shows the same. */
function usePeriodInAddress(): void {
  const { period, setView } = useView();
  const inAddress = useLocation({ select: ({ search }) => (search as { periodo?: string }).periodo });
  useEffect(() => {
    if (inAddress === undefined && period !== '') setView({ period });
  }, [inAddress, period, setView]);
}
