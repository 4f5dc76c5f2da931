import { printDate } from '../../sentences/index.ts';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/language.ts';
import { useSession } from './session.ts';
import styles from './shell.module.css';
import { APP_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

/** The exceptions to the segregation of duties, in sight on every screen; opened, each says itself whole. */
export function Exceptions() {
  const t = useTexts(APP_TEXTS);
  const language = useLanguage();
  const { exceptions } = useSession();
  return exceptions.map(({ until, sentence }) => (
    <details key={sentence} className={styles.exception}>
      <summary>
        <Icon name="info" size={16} />
        {t('exception', { date: printDate(until, language) })}
      </summary>
      <p>{sentence}</p>
    </details>
  ));
}
