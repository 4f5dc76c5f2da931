import { printDate, printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './home.module.css';
import { HOME_TEXTS } from './texts.ts';

/** The actions of improvements that the person has to do, overdue ones first; nothing without any. */
export function OwnActions() {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { data } = useAnswer('get /api/improvements/actions');
  if (!data || data.actions.length === 0) return null;
  const late = data.actions.filter(({ overdue }) => overdue).length;
  return (
    <Section
      title={t('actions')}
      finding={late > 0 ? t(late === 1 ? 'late-1' : 'late', { n: printNumber(late, language) }) : undefined}
    >
      <ul className={styles.needs}>
        {data.actions.slice(0, 6).map(({ id, improvement, title, text, due_date, overdue }) => (
          <li key={id}>
            <Icon name={overdue ? 'warning' : 'clock'} />
            <div>
              <AppLink to={{ to: '/mejoras/$id', params: { id: String(improvement) } }} underline="always">
                {text}
              </AppLink>{' '}
              {overdue && <StateBadge tone="bad">{t('overdue')}</StateBadge>}
              <p className={styles.note}>{t('actionOf', { title, date: printDate(due_date, language) })}</p>
            </div>
          </li>
        ))}
      </ul>
      {data.actions.length > 6 && (
        <AppLink to={{ to: '/mejoras', search: { mias: '1' } }}>
          {t('more', { n: printNumber(data.actions.length - 6, language) })}
        </AppLink>
      )}
    </Section>
  );
}
