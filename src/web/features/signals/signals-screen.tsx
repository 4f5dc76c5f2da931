import { Button } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { SignalCard } from './signal-card.tsx';
import type { SignalsAnswer } from './signals-answer.ts';
import styles from './signals.module.css';
import { StandingMatrix } from './standing-matrix.tsx';
import { TEXTS } from './texts.ts';
import { ToApprove } from './to-approve.tsx';

/** *Señales*: what is no accident this month, ranked, and how each indicator stands. */
export default function SignalsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const [show, setShow] = useAddress('ver', 'hoy');
  const answer = useAnswer(
    'get /api/signals',
    {
      query: { period: period === '' ? undefined : period, unit, show: show === 'todas' ? 'all' : 'today' },
    },
    { keep: true },
  );
  return (
    <Page title={t('title')} finding={answer.data?.sentence[language]}>
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={({ watched }) => watched === 0}
        empty={
          <EmptyState title={t('nothing')} action={<BringLink />}>
            {t('nothingWhat')}
          </EmptyState>
        }
      >
        {(data) => (
          <>
            {data.to_approve.length > 0 && <ToApprove waiting={data.to_approve} />}
            <SignalList data={data} isAll={show === 'todas'} onShow={setShow} />
            <StandingMatrix standings={data.standings} />
            {data.easy.length > 0 && <EasyList easy={data.easy} />}
          </>
        )}
      </LoadingPanel>
    </Page>
  );
}

function BringLink() {
  const t = useTexts(TEXTS);
  return useMay('load-data') ? <LinkButton to="/datos/importar">{t('bring')}</LinkButton> : null;
}

interface SignalListProps {
  readonly data: SignalsAnswer;
  readonly isAll: boolean;
  readonly onShow: (show: string) => void;
}

function SignalList({ data, isAll, onShow }: SignalListProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { lines, of, more, seen, explained, period, may_propose, per_day } = data;
  const print = (n: number) => printNumber(n, language);
  const rest = [
    ...(more > 0 ? [t('restMore', { n: print(more) })] : []),
    ...(seen > 0 ? [t(seen === 1 ? 'restSeenOne' : 'restSeen', { n: print(seen) })] : []),
    ...(explained > 0
      ? [t(explained === 1 ? 'restExplainedOne' : 'restExplained', { n: print(explained) })]
      : []),
  ].join(', ');
  const toggle =
    of > lines.length || isAll ? (
      <Button variant="default" size="xs" onClick={() => onShow(isAll ? 'hoy' : 'todas')}>
        {isAll ? t('seeToday') : t('seeAll', { n: print(of) })}
      </Button>
    ) : undefined;
  return (
    <Section
      title={t(isAll ? 'listAll' : 'list')}
      finding={lines.length === 0 ? undefined : t('rule', { n: print(per_day) })}
      actions={toggle}
    >
      {lines.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>
      ) : (
        <ul className={styles.cards}>
          {lines.map((line) => (
            <SignalCard key={line.key} line={line} period={period} mayPropose={may_propose} />
          ))}
        </ul>
      )}
      {!isAll && rest !== '' && <p className={styles.soft}>{t('rest', { what: rest })}</p>}
    </Section>
  );
}

function EasyList({ easy }: { readonly easy: SignalsAnswer['easy'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayDefine = useMay('define-indicator');
  return (
    <Section title={t('easy')} finding={t('easyWhat')}>
      <ul className={styles.waiting}>
        {easy.map(({ id, name, sentence }) => (
          <li key={id}>
            <AppLink to={{ to: '/indicadores/$id', params: { id } }} className={styles.name}>
              {name[language]}
            </AppLink>
            <p className={styles.sentence}>{sentence[language]}</p>
            {mayDefine && (
              <LinkButton size="xs" variant="default" to={{ to: '/indicadores/$id/editar', params: { id } }}>
                {t('review')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
