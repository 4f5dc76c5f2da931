import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { keepTogether } from '../../ui/keep-together.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import styles from './home.module.css';
import { HOME_TEXTS } from './texts.ts';

/** What is new to the person and not looked at yet: how much, and the first of it; nothing without any. */
export function AlertNote() {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { data } = useAnswer('get /api/alerts');
  const first = data?.digests.find(({ seen }) => !seen)?.lines[0];
  if (!data || !first) return null;
  return (
    <Section title={t('alerts')} finding={data.sentence[language]}>
      <p className={styles.signal}>{keepTogether(first.text[language])}</p>
      <AppLink to="/mejoras/avisos">{t('alertsGo')}</AppLink>
    </Section>
  );
}
