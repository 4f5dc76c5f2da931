import { Group } from '@mantine/core';
import { useEffect } from 'react';
import { printPeriod } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { MeasureServices } from '../../app/measure-services.tsx';
import { useMay, useSession } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { AlertNote } from './alert-note.tsx';
import { HeatMap } from './heat-map.tsx';
import type { HomeAnswer, HomeView } from './home-answer.ts';
import styles from './home.module.css';
import { IndicatorRow } from './indicator-row.tsx';
import { NeedList } from './need-list.tsx';
import { OwnActions } from './own-actions.tsx';
import { SignalNote } from './signal-note.tsx';
import { HOME_TEXTS } from './texts.ts';

/** *Inicio*: what fails, since when and where, and what waits for the person. */
export default function HomeScreen() {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const answer = useAnswer(
    'get /api/home',
    { query: { period: period === '' ? undefined : period, unit } },
    { keep: true },
  );
  const view = answer.data?.view;
  useReading(view);
  return (
    <Page title={t('title')} finding={view?.has_facts ? view.sentence[language] : undefined}>
      <LoadingPanel answer={answer} lines={8}>
        {(data) => <Home answer={data} />}
      </LoadingPanel>
    </Page>
  );
}

function Home({ answer }: { readonly answer: HomeAnswer }) {
  const { view, needs } = answer;
  const mayCarryOut = useMay('carry-out-action');
  const { owes_second_factor } = useSession();
  return (
    <>
      {view && <PeriodNote view={view} />}
      <div className={styles.columns}>
        <div className={styles.wide}>
          <Shown view={view} />
        </div>
        <div className={styles.side}>
          <NeedList needs={needs} first={view?.indicators.find(({ verdict }) => verdict === 'not-met')?.id} />
          {!owes_second_factor && <AlertNote />}
          {mayCarryOut && <OwnActions />}
          {view?.has_facts && view.indicators.length > 0 && <SignalNote />}
        </div>
      </div>
      {view?.has_facts && view.indicators.length > 0 && <HeatMap view={view} />}
    </>
  );
}

/** Which month it is that one sees, where that needs saying. */
function PeriodNote({ view }: { readonly view: HomeView }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { period: opening } = useSession();
  const { text, complete } = view.period;
  if (!view.has_facts) return null;
  const words = printPeriod(text, language);
  const Period = (words[0] ?? '').toUpperCase() + words.slice(1);
  if (view.closed !== null) return <p className={styles.note}>{view.closed[language]}</p>;
  if (!complete) return <Finding tone="info">{t('incomplete', { Period })}</Finding>;
  const isOpen = view.indicators.some(({ provisional }) => provisional);
  return text === opening ? (
    <p className={styles.note}>{t(isOpen ? 'completeOpen' : 'complete', { Period })}</p>
  ) : null;
}

function Shown({ view }: { readonly view: HomeView | null }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const mayLoad = useMay('load-data');
  const mayPeople = useMay('see-people');
  const mayDefine = useMay('define-indicator');
  if (view === null)
    return (
      <EmptyState
        title={t('adminTitle')}
        action={mayPeople ? <LinkButton to="/administracion">{t('adminGo')}</LinkButton> : undefined}
      >
        {t('adminWhat')}
      </EmptyState>
    );
  if (!view.has_indicators && mayDefine && view.has_files)
    return (
      <>
        <MeasureServices />
        <EmptyState
          title={t('emptyTitle')}
          action={
            <Group gap="sm" justify="center">
              <LinkButton to="/indicadores/ejemplos" variant="default">
                {t('emptyExamples')}
              </LinkButton>
              <LinkButton to="/indicadores/nuevo" variant="default">
                {t('emptyNew')}
              </LinkButton>
            </Group>
          }
        >
          {t('emptyWhat')}
        </EmptyState>
      </>
    );
  if (!view.has_facts)
    return (
      <EmptyState
        title={t('noDataTitle')}
        action={mayLoad ? <LinkButton to="/datos/importar">{t('bring')}</LinkButton> : undefined}
      >
        {t(mayLoad ? 'noDataWhat' : 'noDataOther')}
      </EmptyState>
    );
  if (view.indicators.length === 0) return <EmptyState title={t('noneTitle')}>{t('noneWhat')}</EmptyState>;
  const names = view.apart.map(({ name }) => name[language]);
  return (
    <>
      {view.judged === 0 && view.has_files && <MeasureServices brief />}
      <Section
        title={t('list')}
        finding={t('listFinding')}
        actions={<AppLink to="/indicadores">{t('all')}</AppLink>}
      >
        <ul className={styles.rows}>
          {view.indicators.map((indicator) => (
            <IndicatorRow key={indicator.id} indicator={indicator} />
          ))}
        </ul>
        {names.length > 0 && (
          <p className={styles.note}>
            {t('apart', {
              names: names.join(', '),
              verb: language === 'en' ? '' : names.length === 1 ? 'muestra' : 'muestran',
            })}
          </p>
        )}
      </Section>
    </>
  );
}

/** Results whose reading was noted since the page was opened. */
const noted = new Set<string>();

/** Notes that the person read the results of the period: once a day is enough. */
function useReading(view: HomeView | null | undefined): void {
  const { person, today } = useSession();
  const { mutate } = useCall('post /api/readings', { refresh: false });
  const period = view?.has_facts ? view.period.text : undefined;
  useEffect(() => {
    if (period === undefined) return;
    const key = `${person.id} ${period} ${today}`;
    if (noted.has(key)) return;
    noted.add(key);
    mutate({ body: { subject: 'inicio', period } });
  }, [period, person.id, today, mutate]);
}
