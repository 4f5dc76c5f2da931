import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { Section } from '../../ui/section.tsx';
import type { SheetAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';

/** What files of later months changed of this one: the latest first. */
export function ChangesSection({ changes }: { readonly changes: SheetAnswer['changes'] }) {
  const t = useTexts(TEXTS);
  const [latest, ...older] = changes;
  return (
    <Section title={t('changesTitle')}>
      {latest && <Finding tone="info">{latest.text}</Finding>}
      {older.length > 0 && (
        <details>
          <summary>{t('moreChanges')}</summary>
          <ul className={styles.list}>
            {older.map(({ at, text }) => (
              <li key={at}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
