import { Fragment } from 'react';
import { useParams } from '@tanstack/react-router';
import { nameInImprovement } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ActionsSection } from './actions-section.tsx';
import type { Whole } from './answers.ts';
import { CausesSection } from './causes-section.tsx';
import { DecisionSection } from './decision-section.tsx';
import { EditForm } from './edit-form.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import styles from './improvements.module.css';
import { NextSection } from './next-section.tsx';
import { NoticesSection } from './notices-section.tsx';
import { PilotSection } from './pilot-section.tsx';
import { ProofSection } from './proof-section.tsx';
import { StageTrack } from './stage-track.tsx';
import { TEXTS } from './texts.ts';

const EVERY_MS = 60_000;

/** An improvement from what asks for it to the client who is told, and what the reader may do next. */
export default function ImprovementScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false }) as { readonly id?: string };
  const answer = useAnswer('get /api/improvements/{id}', { params: { id } }, { every: EVERY_MS });
  const whole = answer.data;
  return (
    <Page
      title={whole?.title ?? t('notFound')}
      finding={whole?.sentence[language]}
      back={{ to: '/mejoras', label: t('board') }}
      help="/mejoras"
    >
      <LoadingPanel answer={answer} lines={8}>
        {(data) => <Body key={data.id} whole={data} />}
      </LoadingPanel>
    </Page>
  );
}

function Body({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  return (
    <>
      <Section title={t('stages')}>
        <StageTrack whole={whole} />
      </Section>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <NextSection whole={whole} />
          <EvidenceSection whole={whole} />
          <CausesSection whole={whole} />
          <ActionsSection whole={whole} />
        </div>
        <div className={styles.stack}>
          <AboutSection whole={whole} />
          <DecisionSection whole={whole} />
          <PilotSection whole={whole} />
          <NoticesSection whole={whole} />
        </div>
      </div>
      <ProofSection whole={whole} />
      <HistorySection whole={whole} />
    </>
  );
}

function AboutSection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { process, units, indicator, opened_by, opened_at, origin, state } = whole;
  const facts = [
    { term: t('origin'), detail: nameInImprovement('origin', origin, language) },
    ...(process === null
      ? []
      : [
          {
            term: t('process'),
            detail: (
              <AppLink to={{ to: '/procesos/$id', params: { id: process.id } }}>
                {process.name[language]}
              </AppLink>
            ),
          },
        ]),
    { term: t('units'), detail: units === null ? t('allOf') : units.join(', ') },
    ...(indicator === null
      ? []
      : [
          {
            term: t('indicator'),
            detail: (
              <AppLink to={{ to: '/indicadores/$id', params: { id: indicator.id } }}>
                {indicator.name[language]}
              </AppLink>
            ),
          },
        ]),
    {
      term: t('openedBy'),
      detail: (
        <>
          {opened_by?.name ?? '—'}, <Moment at={opened_at} />
        </>
      ),
    },
  ];
  return (
    <Section title={t('about')} actions={whole.leave.work.may && <EditForm whole={whole} />}>
      {state !== 'open' && (
        <StateBadge tone={state === 'closed' ? 'met' : 'none'}>
          {nameInImprovement('state', state, language)}
        </StateBadge>
      )}
      <p className={styles.words}>{whole.problem}</p>
      <dl className={styles.facts}>
        {facts.map(({ term, detail }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  );
}

function HistorySection({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  return (
    <Section title={t('history')}>
      <ol className={styles.history} reversed tabIndex={0}>
        {whole.history.map(({ seq, at, sentence }) => (
          <li key={seq}>
            {sentence}
            <p className={styles.soft}>
              <Moment at={at} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
