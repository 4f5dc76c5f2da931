import { Button, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { setLanguage, useLanguage } from '../ui/language.ts';
import { Mark } from './mark.tsx';
import styles from './plain.module.css';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

interface PlainProps {
  readonly title: string;
  readonly about?: ReactNode;
  /** Under the name of the product: the institution, where there is one. */
  readonly under?: string;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A screen without rail or bar, before anybody is inside: its title takes the focus when it changes. */
export function Plain({ title, about, under, wide = false, children }: PlainProps) {
  const t = useTexts(APP_TEXTS);
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(title);
  const other = language === 'es' ? 'en' : 'es';
  useEffect(() => {
    document.title = `${title} · Circuito`;
    if (shown.current !== title) heading.current?.focus();
    shown.current = title;
  }, [title]);
  return (
    <div className={wide ? `${styles.place} ${styles.wide}` : styles.place}>
      <div className={styles.head}>
        <Mark size={40} />
        <span>
          Circuito
          {under !== undefined && <small>{under}</small>}
        </span>
        <span className={styles.grow} />
        <Button variant="default" size="xs" lang={other} onClick={() => setLanguage(other)}>
          {t('otherLanguage')}
        </Button>
      </div>
      <div className={styles.card}>
        <Title order={1} ref={heading} tabIndex={-1} mb="xs">
          {title}
        </Title>
        {about !== undefined && (
          <Text c="dimmed" mb="md" component="div">
            {about}
          </Text>
        )}
        {children}
      </div>
    </div>
  );
}
