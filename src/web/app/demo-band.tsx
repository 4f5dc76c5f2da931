import { ROLES } from '../../kernel/index.ts';
import { useSession } from './session.ts';
import { useTakeRole } from './session-calls.ts';
import styles from './shell.module.css';
import { APP_TEXTS, ROLE_TEXTS } from './texts.ts';
import { useTexts } from './words.ts';

/** In a folder created as demo, always in sight: the data are invented, and a role is one click away. */
export function DemoBand() {
  const t = useTexts(APP_TEXTS);
  const role = useTexts(ROLE_TEXTS);
  const { roles, demo } = useSession();
  const take = useTakeRole();
  if (!demo) return null;
  return (
    <aside className={styles.band} aria-label={t('demoBand')}>
      <strong>{t('demoBand')}</strong>
      {ROLES.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.roleButton}
          aria-pressed={roles.has(name)}
          onClick={() => take(name)}
        >
          {role(name)}
        </button>
      ))}
    </aside>
  );
}
