import { printNumber } from '../../../sentences/index.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { LinkTo } from '../../ui/link-to.ts';
import { Section } from '../../ui/section.tsx';
import type { Need } from './home-answer.ts';
import styles from './home.module.css';
import { HOME_TEXTS } from './texts.ts';

type Kind = Need['kind'] | 'proposals';

/** Needs of the cases first: somebody waits at the other end. */
const PLACES: Readonly<Record<Kind, { readonly to: LinkTo; readonly icon: IconName }>> = {
  'cases-overdue': { to: { to: '/casos', search: { plazo: 'overdue' } }, icon: 'warning' },
  'cases-mine': { to: { to: '/casos', search: { 'a-cargo': 'mine' } }, icon: 'clock' },
  'cases-turn': { to: { to: '/casos', search: { 'a-cargo': 'turn' } }, icon: 'clock' },
  'no-facts': { to: { to: '/datos/importar' }, icon: 'upload' },
  'rows-to-correct': { to: { to: '/datos/corregir' }, icon: 'edit' },
  'files-late': { to: { to: '/datos/agenda' }, icon: 'clock' },
  'results-unread': { to: { to: '/indicadores' }, icon: 'indicator' },
  'mail-failing': { to: { to: '/administracion/correo' }, icon: 'warning' },
  'pack-problems': { to: { to: '/indicadores' }, icon: 'warning' },
  proposals: { to: { to: '/administracion/propuestas' }, icon: 'check' },
};

/** What waits for the person, each with the way to do it. */
export function NeedList({
  needs,
  first,
}: {
  readonly needs: readonly Need[];
  readonly first: string | undefined;
}) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { to_decide } = useSession();
  const all: readonly { kind: Kind; n: number; names: readonly string[]; more: number }[] = [
    ...(to_decide > 0 ? [{ kind: 'proposals' as const, n: to_decide, names: [], more: 0 }] : []),
    ...needs.map((need) => ({ ...need, names: need.names.map((name) => name[language]) })),
  ];
  return (
    <Section title={t('needs')}>
      {all.length === 0 ? (
        <p className={styles.note}>{t('nothing')}</p>
      ) : (
        <ul className={styles.needs}>
          {all.map(({ kind, n, names, more }) => {
            const { to, icon } = PLACES[kind];
            const key = n === 1 && kind !== 'no-facts' ? (`${kind}-1` as const) : kind;
            const rest = more > 0 ? [t('more', { n: printNumber(more, language) })] : [];
            const named = [...names, ...rest].join(', ');
            const unread = kind === 'results-unread' && first !== undefined;
            return (
              <li key={kind}>
                <Icon name={icon} />
                <div>
                  <span>{t(key, { n: printNumber(n, language), names: named })} </span>
                  <AppLink
                    underline="always"
                    to={unread ? { to: '/indicadores/$id', params: { id: first } } : to}
                  >
                    {t(`do-${kind}`)}
                  </AppLink>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
