import { nameInImprovement, nameRule, printDate } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** What was decided, by whom and why; the last first. */
export function DecisionSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (whole.decisions.length === 0) return null;
  return (
    <Section title={t('decision')}>
      <ul className={styles.items}>
        {whole.decisions
          .toReversed()
          .map(({ id, decision, reason, until, decided_by, decided_at, relaxed }) => (
            <li key={id}>
              <div className={styles.causeLine}>
                <StateBadge tone={decision === 'adopt' || decision === 'adapt' ? 'met' : 'none'}>
                  {nameInImprovement('decision', decision, language)}
                </StateBadge>
                {until !== null && <span>{t('until', { date: printDate(until, language) })}</span>}
              </div>
              <p className={styles.words}>{reason}</p>
              <p className={styles.soft}>
                {decided_by?.name ?? '—'}, <Moment at={decided_at} />
              </p>
              <Relaxed rules={relaxed} />
            </li>
          ))}
      </ul>
    </Section>
  );
}

/** The rules that only an exception let pass; nothing where there were none. */
export function Relaxed({ rules }: { readonly rules: readonly string[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (rules.length === 0) return null;
  const told = rules.map((rule) => `${nameRule(rule, language)} (${rule})`).join('; ');
  return <p className={styles.soft}>{t('relaxed', { rules: told })}</p>;
}
