import { Button, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { setLanguage, useLanguage } from '../../ui/language.ts';
import styles from './public.module.css';
import { PUBLIC_TEXTS } from './texts.ts';

interface PublicPageProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

/** A page for anybody: the institution's name above, the way to the other page, and nothing else. */
export function PublicPage({ title, about, children }: PublicPageProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const language = useLanguage();
  const { data } = useAnswer('get /api/public/complaints');
  const institution = data?.institution ?? '';
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(title);
  const other = language === 'es' ? 'en' : 'es';
  useEffect(() => {
    document.title = institution === '' ? title : `${title} · ${institution}`;
    if (shown.current !== title) heading.current?.focus();
    shown.current = title;
  }, [title, institution]);
  return (
    <main className={styles.page}>
      <header className={styles.top}>
        <span className={styles.institution}>{institution}</span>
        <Button variant="default" size="xs" lang={other} onClick={() => setLanguage(other)}>
          {t('otherLanguage')}
        </Button>
        <nav className={styles.links} aria-label={t('pages')}>
          <Link to="/reclamo" activeProps={{ 'aria-current': 'page' }}>
            {t('complainShort')}
          </Link>
          <Link to="/seguimiento" activeProps={{ 'aria-current': 'page' }}>
            {t('followShort')}
          </Link>
        </nav>
      </header>
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {about !== undefined && <p className={styles.about}>{about}</p>}
      </div>
      {children}
    </main>
  );
}
