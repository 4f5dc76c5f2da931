import { TextInput } from '@mantine/core';
import { nameInImprovement, printNumber, printPercent } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { LoopAnswer } from './answers.ts';
import styles from './loop.module.css';
import { ReviewSection } from './review-section.tsx';
import { TEXTS } from './texts.ts';

/** *Circuito*: the loop measured by its own figures, and reviewed by its own questions. */
export default function LoopScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [from, setFrom] = useAddress('desde');
  const [to, setTo] = useAddress('hasta');
  const period = from !== '' && to !== '' ? `${from}..${to}` : undefined;
  const answer = useAnswer('get /api/loop', { query: { period } }, { keep: true });
  const [first = '', last = ''] = (answer.data?.period ?? '').split('..');
  const month = (label: string, value: string, set: (next: string | undefined) => void) => (
    <TextInput
      type="month"
      label={label}
      value={value}
      onChange={(event) => set(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
  return (
    <Page title={t('circuit')} finding={answer.data?.sentence[language]}>
      <div className={styles.filters}>
        {month(t('period'), from === '' ? first : from, (next) => {
          setFrom(next);
          if (to === '') setTo(last);
        })}
        {month(t('periodTo'), to === '' ? last : to, (next) => {
          setTo(next);
          if (from === '') setFrom(first);
        })}
      </div>
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={({ opened, still }) => opened === 0 && still.length === 0}
        empty={
          <EmptyState title={t('loopNone')} action={<LinkButton to="/mejoras">{t('board')}</LinkButton>}>
            {t('loopNoneWhat')}
          </EmptyState>
        }
      >
        {(loop) => (
          <>
            <LoopTiles loop={loop} />
            <Stages loop={loop} />
            <Still loop={loop} />
          </>
        )}
      </LoadingPanel>
      <ReviewSection />
    </Page>
  );
}

function LoopTiles({ loop }: { readonly loop: LoopAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const print = (n: number) => printNumber(n, language);
  const share = ({ share: value }: LoopAnswer['implemented']) =>
    value === null ? '—' : printPercent(value, language, 1);
  const days = (label: string, { n, median, p90 }: LoopAnswer['fact_to_decision']) => (
    <Tile
      label={label}
      value={median === null ? '—' : t('median', { n: print(median) })}
      note={p90 === null ? t('noDays') : t('ninety', { p90: print(p90), n: print(n) })}
    />
  );
  return (
    <Tiles>
      <Tile
        label={t('implemented')}
        value={share(loop.implemented)}
        note={`${print(loop.implemented.part)} ${t('ofOpened', { n: print(loop.opened) })}`}
      />
      <Tile
        label={t('toldTile')}
        value={share(loop.told_clients)}
        note={`${print(loop.told_clients.part)} ${t('ofImplemented', { n: print(loop.told_clients.whole) })}`}
      />
      <Tile
        label={t('rejectedTile')}
        value={share(loop.rejected)}
        note={`${print(loop.rejected.part)} ${t('ofDecided', { n: print(loop.decided) })}`}
      />
      {days(t('factDecision'), loop.fact_to_decision)}
      {days(t('factTold'), loop.fact_to_told)}
      {days(t('factClosed'), loop.fact_to_closed)}
    </Tiles>
  );
}

function Stages({ loop }: { readonly loop: LoopAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const print = (n: number | null) => (n === null ? '—' : printNumber(n, language));
  return (
    <Section title={t('stages')}>
      <DataTable
        label={t('stages')}
        rows={loop.stages}
        rowKey={({ stage }) => stage}
        columns={[
          {
            id: 'stage',
            head: t('stage'),
            cell: ({ stage }) => (
              <span className={styles.head}>
                {nameInImprovement('stage', stage, language)}
                {loop.bottleneck?.stage === stage && <StateBadge tone="alert">{t('weakest')}</StateBadge>}
              </span>
            ),
          },
          { id: 'came', head: t('came'), align: 'right', cell: ({ passed }) => print(passed.whole) },
          {
            id: 'on',
            head: t('wentOn'),
            align: 'right',
            cell: ({ stage, passed }) => (stage === 'implementation' ? '' : print(passed.part)),
          },
          {
            id: 'share',
            head: t('share'),
            align: 'right',
            cell: ({ stage, passed }) =>
              stage === 'implementation' || passed.share === null
                ? ''
                : printPercent(passed.share, language, 1),
          },
          { id: 'days', head: t('days'), align: 'right', cell: ({ days }) => print(days.median) },
          { id: 'p90', head: t('ninetyHead'), align: 'right', cell: ({ days }) => print(days.p90) },
          { id: 'standing', head: t('standing'), align: 'right', cell: ({ standing }) => print(standing) },
        ]}
      />
    </Section>
  );
}

function Still({ loop }: { readonly loop: LoopAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('still')}>
      <DataTable
        label={t('still')}
        rows={loop.still}
        rowKey={({ id }) => String(id)}
        empty={<p className={styles.soft}>{t('stillNone')}</p>}
        columns={[
          {
            id: 'title',
            head: t('improvement'),
            cell: ({ id, title }) => (
              <AppLink to={{ to: '/mejoras/$id', params: { id: String(id) } }}>{title}</AppLink>
            ),
          },
          { id: 'stage', head: t('stage'), cell: ({ stage }) => nameInImprovement('stage', stage, language) },
          { id: 'owner', head: t('owner'), cell: ({ owner }) => owner?.name ?? t('nobody') },
          {
            id: 'days',
            head: t('stillDays'),
            align: 'right',
            cell: ({ still_days }) => printNumber(still_days, language),
            sort: ({ still_days }) => still_days,
          },
        ]}
      />
    </Section>
  );
}
