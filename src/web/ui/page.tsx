import { Button, Text, Title } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { AppLink } from './app-link.tsx';
import { useHelp } from './help.ts';
import { Icon } from './icon.tsx';
import { keepTogether } from './keep-together.ts';
import type { LinkTo } from './link-to.ts';
import styles from './page.module.css';
import { useKitTexts } from './texts.ts';

interface PageProps {
  readonly title: string;
  /** The sentence that says what this screen found, before anything else. */
  readonly finding?: ReactNode;
  readonly actions?: ReactNode;
  /** Topic of the help; the path of the screen when absent. Null shows no button. */
  readonly help?: string | null;
  readonly back?: LinkTo & { readonly label: string };
  /** For forms and reading: a column of comfortable width. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** Nothing was shown yet: then focus stays where the browser puts it. */
let isFirst = true;

/** A screen: its title (which takes the focus on arrival), what it found, what can be done, its help. */
export function Page({ title, finding, actions, help, back, narrow = false, children }: PageProps) {
  const texts = useKitTexts();
  const openHelp = useHelp();
  const heading = useRef<HTMLHeadingElement>(null);
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => {
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, [path]);
  useEffect(() => {
    document.title = `${title} · Circuito`;
  }, [title]);
  return (
    <div className={narrow ? `${styles.page} ${styles.narrow}` : styles.page}>
      <div className={styles.head}>
        <div className={styles.titles}>
          {back && (
            <AppLink to={back} size="sm">
              <span className={styles.back}>
                <Icon name="left" size={14} /> {texts.back} {back.label}
              </span>
            </AppLink>
          )}
          <Title order={1} ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {finding !== undefined && (
            <Text size="lg" mt={4} component="div">
              {typeof finding === 'string' ? keepTogether(finding) : finding}
            </Text>
          )}
        </div>
        <div className={styles.actions}>
          {actions}
          {openHelp && help !== null && (
            <Button
              variant="default"
              leftSection={<Icon name="help" size={18} />}
              onClick={() => openHelp(help ?? path)}
              aria-label={texts.helpOf}
            >
              {texts.help}
            </Button>
          )}
        </div>
      </div>
      {children}
    </div>
  );
}
