import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { HomeIndicator } from './home-answer.ts';
import styles from './home.module.css';
import { HOME_TEXTS } from './texts.ts';

type Marked = Pick<HomeIndicator, 'provisional' | 'small_sample' | 'open'>;

/** What must be known before believing a figure, in a word each. */
export function Marks({ indicator }: { readonly indicator: Marked }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { provisional, small_sample, open } = indicator;
  if (!provisional && !small_sample) return null;
  return (
    <span className={styles.marks}>
      {provisional && (
        <StateBadge tone="info">
          {t('provisional')}:{' '}
          {open.count === 1 ? t('openOne') : t('open', { n: printNumber(open.count, language) })}
        </StateBadge>
      )}
      {small_sample && <StateBadge>{t('small')}</StateBadge>}
    </span>
  );
}
