import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { WholeCase } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';

/** The papers it needs and which of them are here. */
export function PapersSection({ papers }: { readonly papers: WholeCase['papers'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('papers')}>
      <ul className={styles.papers}>
        {papers.map(({ id, label, form, received }) => (
          <li key={id}>
            <span className={styles.two}>
              <span>{label[language]}</span>
              <span className={styles.soft}>{t(form)}</span>
            </span>
            <StateBadge tone={received ? 'info' : 'alert'}>
              {t(received ? (form === 'original' ? 'shown' : 'received') : 'missing')}
            </StateBadge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
