import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

const SearchPalette = lazy(() => import('../features/search/search-palette.tsx'));

/** Whether a key was meant for what is being typed. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Where the search stands in the top bar; `/` opens it from anywhere. */
export function SearchSlot() {
  const t = useTexts(APP_TEXTS);
  const [open, setOpen] = useState(false);
  const narrow = useMediaQuery('(max-width: 62em)');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      {narrow ? (
        <ActionIcon variant="default" size="lg" aria-label={t('search')} onClick={() => setOpen(true)}>
          <Icon name="search" size={18} />
        </ActionIcon>
      ) : (
        <UnstyledButton className={styles.search} onClick={() => setOpen(true)}>
          <Icon name="search" size={18} />
          <span>{t('search')}</span>
          <kbd>/</kbd>
        </UnstyledButton>
      )}
      <Suspense fallback={null}>{open && <SearchPalette onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
