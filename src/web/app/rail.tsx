import { Drawer } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Mark } from './mark.tsx';
import { isUnder, type RailEntry, toRailEntries } from './rail-entries.ts';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { useLabel, useTexts } from './words.ts';

/** How many fit at the bottom of a phone beside «Más». */
const AT_BOTTOM = 4;

interface RailLinkProps {
  readonly entry: RailEntry;
  readonly className: string | undefined;
  readonly onGo?: () => void;
}

function RailLink({ entry, className, onGo }: RailLinkProps) {
  const label = useLabel();
  const here = useLocation({ select: ({ pathname }) => isUnder(pathname, entry) });
  return (
    <Link
      to={entry.to}
      className={className}
      onClick={onGo}
      data-here={here}
      aria-current={here ? 'page' : undefined}
    >
      <Icon name={entry.icon} />
      <span>{label(entry.label)}</span>
    </Link>
  );
}

/** The sections, in the order of the circuit, at the left of a wide screen. */
export function Rail() {
  const t = useTexts(APP_TEXTS);
  const session = useSession();
  return (
    <nav className={styles.rail} aria-label={t('rail')}>
      <div className={styles.brand}>
        <Mark />
        <span>
          Circuito
          <small>{session.institution}</small>
        </span>
      </div>
      {toRailEntries(session).map((entry) => (
        <RailLink key={entry.to} entry={entry} className={styles.railLink} />
      ))}
    </nav>
  );
}

/** The same at the bottom of a phone: the first ones, and the rest behind «Más». */
export function BottomBar() {
  const t = useTexts(APP_TEXTS);
  const entries = toRailEntries(useSession());
  const [open, setOpen] = useState(false);
  const near = entries.length <= AT_BOTTOM + 1 ? entries : entries.slice(0, AT_BOTTOM);
  return (
    <nav className={styles.bottom} aria-label={t('rail')}>
      {near.map((entry) => (
        <RailLink key={entry.to} entry={entry} className={styles.bottomLink} />
      ))}
      {near.length < entries.length && (
        <button
          type="button"
          className={styles.bottomLink}
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <Icon name="menu" />
          <span>{t('more')}</span>
        </button>
      )}
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        title={t('rail')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {entries.map((entry) => (
          <RailLink key={entry.to} entry={entry} className={styles.railLink} onGo={() => setOpen(false)} />
        ))}
      </Drawer>
    </nav>
  );
}
