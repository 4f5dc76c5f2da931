import { AppLink } from '../ui/app-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

/** A second step that was put off: what waits for it, and where it is set. */
export function SecondFactorBand() {
  const t = useTexts(APP_TEXTS);
  const { owes_second_factor } = useSession();
  if (!owes_second_factor) return null;
  return (
    <p className={styles.owed} role="status">
      <Icon name="warning" size={16} />
      <span>
        {t('secondOwed')} <AppLink to="/cuenta">{t('secondOwedGo')}</AppLink>
      </span>
    </p>
  );
}
