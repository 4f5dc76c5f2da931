import { Drawer, Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

const HelpTopic = lazy(() => import('../features/help/help-topic.tsx'));

interface HelpDrawerProps {
  /** What help is asked on; null while closed. */
  readonly topic: string | null;
  readonly onClose: () => void;
}

/** Help at the side of the screen it is about, which stays in sight. */
export function HelpDrawer({ topic, onClose }: HelpDrawerProps) {
  const t = useTexts(APP_TEXTS);
  return (
    <Drawer
      opened={topic !== null}
      onClose={onClose}
      position="right"
      size="md"
      title={t('help')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Suspense fallback={<Loader aria-label={t('loading')} />}>
        {topic !== null && <HelpTopic topic={topic} />}
      </Suspense>
    </Drawer>
  );
}
