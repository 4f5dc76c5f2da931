import { nameInImprovement, printDate, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Card } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** An improvement on the board: what it is, how long it has been there, and what asks for somebody. */
export function BoardCard({ card }: { readonly card: Card }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { actions, state, days_in_stage: days, postponed_until: until } = card;
  const n = printNumber(days, language);
  const stay = days === 0 ? t('today') : t(days === 1 ? 'days_1' : 'days_n', { n });
  const where = [card.process?.name[language], card.units?.join(', ')].filter((text) => text).join(' · ');
  const isOver = state === 'closed' || state === 'rejected';
  return (
    <li className={styles.card}>
      <span className={styles.cardTitle}>
        <AppLink to={{ to: '/mejoras/$id', params: { id: String(card.id) } }}>{card.title}</AppLink>
      </span>
      {where !== '' && <p className={styles.soft}>{where}</p>}
      {!isOver && (
        <p className={styles.soft}>
          {stay} · {card.owner?.name ?? t('nobody')}
          {card.due_date !== null && ` · ${t('due', { date: printDate(card.due_date, language) })}`}
        </p>
      )}
      <Badges card={card} />
      {actions.planned + actions.done > 0 && (
        <p className={styles.soft}>
          {t('actionsDone', {
            done: printNumber(actions.done, language),
            all: printNumber(actions.planned + actions.done, language),
          })}
        </p>
      )}
      {until !== null && <p className={styles.soft}>{t('until', { date: printDate(until, language) })}</p>}
    </li>
  );
}

function Badges({ card }: { readonly card: Card }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { actions, state, told } = card;
  const late = actions.overdue;
  return (
    <div className={styles.badges}>
      {state !== 'open' && (
        <StateBadge tone={state === 'closed' ? 'met' : 'none'}>
          {nameInImprovement('state', state, language)}
        </StateBadge>
      )}
      {card.still && (
        <StateBadge tone="alert">{t('still', { n: printNumber(card.still_days, language) })}</StateBadge>
      )}
      {card.overdue && <StateBadge tone="bad">{t('late')}</StateBadge>}
      {late > 0 && (
        <StateBadge tone="bad">
          {t(late === 1 ? 'actionsLate_1' : 'actionsLate_n', { n: printNumber(late, language) })}
        </StateBadge>
      )}
      {state === 'open' && card.decision !== null && (
        <StateBadge>{nameInImprovement('decision', card.decision, language)}</StateBadge>
      )}
      {state === 'open' && card.pilot && <StateBadge>{t('pilotOn')}</StateBadge>}
      {told.clients && <StateBadge tone="met">{t('toldClients')}</StateBadge>}
      {told.staff && !told.clients && <StateBadge>{t('toldStaff')}</StateBadge>}
    </div>
  );
}
