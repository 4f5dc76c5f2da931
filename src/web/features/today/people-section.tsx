import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toWallClock } from '../../ui/to-wall-clock.ts';
import type { DeskPerson } from './answers.ts';
import { TEXTS } from './texts.ts';
import styles from './today.module.css';

/** Who is free, who attends, who is away, and what each has in hand. */
export function PeopleSection({ people }: { readonly people: readonly DeskPerson[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const print = (n: number) => printNumber(n, language);
  const free = people.filter(({ away, busy_since }) => away === null && busy_since === null).length;
  const sayOpen = (n: number) =>
    n === 0 ? t('openNone') : n === 1 ? t('openOne') : t('open', { n: print(n) });
  const sayPressing = (n: number) => (n === 1 ? t('pressingOne') : t('pressing', { n: print(n) }));
  return (
    <Section
      title={t('people')}
      finding={
        people.length === 0 ? undefined : t('peopleFinding', { free: print(free), n: print(people.length) })
      }
    >
      {people.length === 0 ? (
        <p>{t('peopleNone')}</p>
      ) : (
        <ul className={styles.people}>
          {people.map(({ id, name, open, pressing, away, busy_since }) => (
            <li key={id ?? name}>
              <span className={styles.two}>
                <span>{name}</span>
                <span className={styles.soft}>
                  {[sayOpen(open), ...(pressing > 0 ? [sayPressing(pressing)] : [])].join('; ')}
                </span>
              </span>
              {away ? (
                <StateBadge tone="none">{t('away', { kind: away[language] })}</StateBadge>
              ) : busy_since ? (
                <StateBadge tone="none">{t('busy', { at: toWallClock(busy_since).slice(11) })}</StateBadge>
              ) : (
                <StateBadge tone="met">{t('free')}</StateBadge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
