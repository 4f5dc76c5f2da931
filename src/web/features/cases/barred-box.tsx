import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import type { Check } from './answers.ts';
import styles from './attend.module.css';
import { ATTEND_TEXTS } from './attend-texts.ts';

interface BarredBoxProps {
  readonly bars: Check['bars'];
  /** Ends the attention without a case, for that reason. */
  readonly onEnd: (reason: string) => void;
}

/** What a policy refuses, in its own words, as soon as an answer makes it so. */
export function BarredBox({ bars, onEnd }: BarredBoxProps) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const codes = bars.map(({ code }) => code).join(' ');
  useEffect(() => {
    // The answer that made it so stays in sight above the box.
    const here = document.activeElement;
    if (here instanceof HTMLElement && here !== document.body) here.scrollIntoView({ block: 'center' });
  }, [codes]);
  return (
    <section className={styles.barred} role="status">
      <h2>{t('refused')}</h2>
      {bars.map(({ code, text }) => (
        <p key={code}>{text[language]}</p>
      ))}
      <p>{t('refusedWhat')}</p>
      <Button variant="default" onClick={() => onEnd(bars.map(({ text }) => text[language]).join(' '))}>
        {t('endRefused')}
      </Button>
    </section>
  );
}
