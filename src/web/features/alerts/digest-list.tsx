import { Button } from '@mantine/core';
import { useState } from 'react';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { keepTogether } from '../../ui/keep-together.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './alerts.module.css';
import type { Digest } from './answers.ts';
import { TEXTS } from './texts.ts';
import { toTarget } from './to-target.ts';

/** Lines shown of a digest before somebody asks for all. */
const FIRST = 10;

/** The digest of one day: what was new, ranked, each with the way to look at it. */
export function DigestList({ digest, fresh }: { readonly digest: Digest; readonly fresh: boolean }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [whole, setWhole] = useState(false);
  const { date, lines, sent_at } = digest;
  const shown = whole ? lines : lines.slice(0, FIRST);
  return (
    <Section
      title={t('day', { date: printDate(date, language) })}
      finding={sent_at === null ? undefined : t('sentAt')}
      actions={fresh && <StateBadge tone="info">{t('new')}</StateBadge>}
    >
      <ol className={styles.lines}>
        {shown.map(({ kind, text, to }) => (
          <li key={`${kind} ${text.es}`}>
            <span className={styles.kind}>{t(`kind-${kind}`)}</span>
            <AppLink to={toTarget(to)} className={styles.text}>
              {keepTogether(text[language])}
            </AppLink>
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <Button variant="default" onClick={() => setWhole(true)}>
          {t('all', { n: printNumber(lines.length, language) })}
        </Button>
      )}
    </Section>
  );
}
