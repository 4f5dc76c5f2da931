import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { listTabs } from './may-open.ts';
import { SECTIONS, type Screen } from './screens.tsx';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { useLabel } from './words.ts';

/** The screens of a section, one beside another, above each of them. */
export function SectionTabs({ section }: { readonly section: NonNullable<Screen['section']> }) {
  const label = useLabel();
  const tabs = listTabs(section, useSession());
  const path = useLocation({ select: ({ pathname }) => pathname });
  const bar = useRef<HTMLElement>(null);
  // On a phone the tabs are wider than the screen.
  useEffect(() => {
    const list = bar.current;
    const tab = list?.querySelector<HTMLElement>('[aria-current]');
    if (!list || !tab) return;
    // From the first one while it fits; else from the one in sight, so that none is cut at the left.
    const left = tab.offsetLeft - list.offsetLeft;
    list.scrollLeft = left + tab.offsetWidth <= list.clientWidth ? 0 : left;
  }, [path]);
  if (tabs.length < 2) return null;
  // Of two paths that begin alike, the longer one is where the person is.
  const here = tabs
    .filter((tab) => path === tab.path || path.startsWith(`${tab.path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return (
    <nav ref={bar} className={styles.tabs} aria-label={label(SECTIONS[section].label)}>
      {tabs.map((tab) => (
        <Link
          key={tab.path}
          to={tab.path}
          className={styles.tab}
          data-here={tab === here}
          aria-current={tab === here ? 'page' : undefined}
        >
          {label(tab.label)}
        </Link>
      ))}
    </nav>
  );
}
