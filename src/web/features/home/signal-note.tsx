import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { keepTogether } from '../../ui/keep-together.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import styles from './home.module.css';
import { HOME_TEXTS } from './texts.ts';

/** How many signals the month has, and the first of them; nothing while there is nothing to watch. */
export function SignalNote() {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const { data } = useAnswer(
    'get /api/signals',
    { query: { period: period === '' ? undefined : period, unit, show: 'brief' } },
    { keep: true },
  );
  if (!data || data.watched === 0) return null;
  const [first] = data.lines;
  return (
    <Section title={t('signals')} finding={data.sentence[language]}>
      {first && (
        <p className={styles.signal}>
          <strong>{[first.name[language], first.part?.[language]].filter(Boolean).join(' · ')}:</strong>{' '}
          {keepTogether(first.sentence[language])}
        </p>
      )}
      <AppLink to="/mejoras/senales">{t('signalsGo')}</AppLink>
    </Section>
  );
}
