import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { printMoment } from './print-moment.ts';
import type { SheetAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';

/** Every version of the sheet that was in force here: what it changed, when. */
export function HistorySection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { definitions, standards } = view;
  return (
    <Section title={t('history')} finding={definitions.length > 1 ? undefined : t('historyNone')}>
      <ul className={styles.list}>
        {standards.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {definitions.length > 0 && (
        <ol className={styles.list} reversed>
          {definitions.map(({ at, by_name, approved_by_name, reason, version, changes }) => (
            <li key={at}>
              <strong>
                {printMoment(at.slice(0, 10), language)}
                {by_name !== null && ` · ${by_name}`} · {t('versionN', { n: version })}
              </strong>
              {approved_by_name !== null && (
                <p className={styles.change}>{t('approvedBy', { name: approved_by_name })}</p>
              )}
              {reason !== null && <p className={styles.change}>{t('changeReason', { reason })}</p>}
              {changes.length === 0 && <p className={styles.change}>{t('historyFirst')}</p>}
              {changes.map(({ path, label, from, to }) => (
                <p key={path} className={styles.change}>
                  {label}: {t('cellBefore')} <span className={styles.was}>{from ?? t('nothing')}</span>{' '}
                  {t('cellAfter')} {to ?? t('nothing')}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
