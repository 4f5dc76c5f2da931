import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import type { CaseEvent } from './answers.ts';
import styles from './cases.module.css';
import { TEXTS } from './texts.ts';

/** Everything that happened to the case, the latest first. */
export function DiarySection({ events }: { readonly events: readonly CaseEvent[] }) {
  const t = useTexts(TEXTS);
  return (
    <Section title={t('diary')}>
      <ol className={styles.diary} reversed>
        {events
          .toSorted((a, b) => b.id - a.id)
          .map((event) => (
            <Entry key={event.id} event={event} />
          ))}
      </ol>
    </Section>
  );
}

function Entry({ event }: { readonly event: CaseEvent }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { at, by, kind, name, details, from_state, to_state } = event;
  const moved = to_state !== null && from_state?.[language] !== to_state[language];
  return (
    <li>
      <p>
        <strong>{name[language]}</strong>
      </p>
      {moved && <p>{t('became', { state: to_state[language] })}</p>}
      <p className={styles.soft}>
        <Moment at={at} /> · {by ?? t(kind === 'batch' ? 'byBatch' : 'byClient')}
      </p>
      {details.map(({ label, text }) => (
        <p key={label.es} className={styles.words}>
          <span className={styles.soft}>{label[language]}:</span> {text[language]}
        </p>
      ))}
    </li>
  );
}
