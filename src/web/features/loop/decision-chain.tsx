import type { ReactNode } from 'react';
import { isGoingOn } from '../../../kernel/index.ts';
import { nameInImprovement, printDate, printPeriod } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Chain } from './answers.ts';
import styles from './loop.module.css';
import { TEXTS } from './texts.ts';

interface DecisionChainProps {
  readonly chain: Chain;
  /** What may be done about it, under it. */
  readonly children?: ReactNode;
}

/** One improvement read as a chain: fact, cause, decision, actions, told, result. */
export function DecisionChain({ chain, children }: DecisionChainProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { decision, fact } = chain;
  const goesOn = decision !== null && isGoingOn(decision.decision);
  const about = [chain.process?.[language], chain.units?.join(', ')].filter(Boolean).join(' · ');
  return (
    <li>
      <div className={styles.head}>
        <AppLink
          className={styles.name}
          to={{ to: '/mejoras/$id', params: { id: String(chain.improvement) } }}
        >
          {chain.title}
        </AppLink>
        {decision && (
          <StateBadge tone={goesOn ? 'met' : 'none'}>
            {nameInImprovement('decision', decision.decision, language)}
          </StateBadge>
        )}
        {chain.state === 'closed' && (
          <StateBadge tone="met">{nameInImprovement('state', chain.state, language)}</StateBadge>
        )}
        {about !== '' && <span className={styles.soft}>{about}</span>}
      </div>
      <dl className={styles.chain}>
        <Step name={t('fact')}>
          {fact.text[language]}
          <p className={styles.soft}>
            {fact.period === null ? printDate(fact.date, language) : printPeriod(fact.period, language)}
          </p>
        </Step>
        <Step name={t('cause')}>
          {chain.causes.length === 0 ? <Soft>{t('causeNone')}</Soft> : chain.causes.join('; ')}
        </Step>
        {decision && (
          <Step name={t('decision')}>
            {decision.reason}
            <p className={styles.soft}>
              {[
                decision.by?.name ?? t('nobody'),
                printDate(decision.date, language),
                decision.session === null ? null : t('inSession', { n: String(decision.session) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </Step>
        )}
        {goesOn && (
          <>
            <Step name={t('actions')}>
              <Actions chain={chain} />
            </Step>
            <Step name={t('told')}>
              <Told chain={chain} />
            </Step>
            <Step name={t('result')}>
              <Result chain={chain} />
            </Step>
          </>
        )}
      </dl>
      {children}
    </li>
  );
}

function Step({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Soft({ children }: { readonly children: ReactNode }) {
  return <span className={styles.soft}>{children}</span>;
}

function Actions({ chain }: { readonly chain: Chain }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const actions = chain.actions.filter(({ dropped }) => dropped === null);
  if (actions.length === 0) return <Soft>{t('actionsNone')}</Soft>;
  return (
    <ul>
      {actions.map(({ text, responsible, due_date, done, overdue }) => (
        <li key={`${text} ${due_date}`}>
          {text}
          <p className={styles.soft}>
            {[
              responsible?.name ?? t('nobody'),
              done === null
                ? t('dueOn', { date: printDate(due_date, language) })
                : t('doneOn', { date: printDate(done, language) }),
              overdue ? t('overdue') : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Told({ chain }: { readonly chain: Chain }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { staff, clients } = chain.told;
  const said = [
    staff === null ? null : t('toldStaff', { date: printDate(staff, language) }),
    clients === null ? null : t('toldClients', { date: printDate(clients, language) }),
  ].filter((text) => text !== null);
  return said.length === 0 ? <Soft>{t('toldNone')}</Soft> : said.join('; ');
}

function Result({ chain }: { readonly chain: Chain }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { proof } = chain;
  if (proof.closed === null || proof.sentence === null)
    return (
      <Soft>
        {proof.indicator === null ? t('resultNone') : t('resultPlanned', { name: proof.indicator[language] })}
      </Soft>
    );
  return (
    <>
      {proof.sentence[language]}
      <p className={styles.soft}>
        {t('verified', { who: proof.by?.name ?? t('nobody'), date: printDate(proof.closed, language) })}
      </p>
    </>
  );
}
