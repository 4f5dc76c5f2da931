import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useAnswer, useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { ActsSection } from './acts-section.tsx';
import type { WholeCase } from './answers.ts';
import { AssignSection } from './assign-section.tsx';
import styles from './cases.module.css';
import { DiarySection } from './diary-section.tsx';
import { DueBadge } from './due-badge.tsx';
import { FactsSection } from './facts-section.tsx';
import { NoteSection } from './note-section.tsx';
import { PapersSection } from './papers-section.tsx';
import { StepsSection } from './steps-section.tsx';
import { TEXTS } from './texts.ts';

/** How often an open case is asked for again: somebody else may have moved it. */
const EVERY_MS = 30_000;

/** A case: where it stands, what may be done now, and all that happened to it. */
export default function CaseScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { number = '' } = useParams({ strict: false }) as { readonly number?: string };
  const answer = useAnswer('get /api/cases/one/{number}', { params: { number } }, { every: EVERY_MS });
  const receipt = useDownload('get /api/cases/one/{number}/receipt');
  const whole = answer.data;
  return (
    <Page
      title={whole ? t('caseTitle', { what: whole.procedure.name[language], number }) : t('notFound')}
      finding={whole && <Standing whole={whole} />}
      back={{ to: '/casos', label: t('cases') }}
      actions={
        whole && (
          <Button
            variant="default"
            leftSection={<Icon name="print" size={16} />}
            loading={receipt.isPending}
            onClick={() => receipt.mutate({ params: { number } })}
          >
            {t('receipt')}
          </Button>
        )
      }
    >
      {receipt.error && <ErrorPanel error={receipt.error} />}
      <LoadingPanel answer={answer} lines={8}>
        {(data) => <Whole key={data.number} whole={data} onMoved={() => void answer.refetch()} />}
      </LoadingPanel>
    </Page>
  );
}

/** In one sentence: its state, whose turn it is, and the deadline. */
function Standing({ whole }: { readonly whole: WholeCase }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { state, turn, due } = whole;
  return (
    <>
      {state.name[language]}
      {turn && !state.final ? `. ${t('turn', { who: turn[language] })}` : ''}
      {'. '}
      {due.sentence[language]}
    </>
  );
}

function Whole({ whole, onMoved }: { readonly whole: WholeCase; readonly onMoved: () => void }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {whole.client_wrote && <Finding tone="alert">{t('clientWrote')}</Finding>}
        <ActsSection whole={whole} onMoved={onMoved} />
        <FactsSection whole={whole} />
        <DiarySection events={whole.events} />
      </div>
      <div className={styles.column}>
        <Section title={t('due')}>
          <DueBadge due={whole.due} />
          <p className={styles.soft}>{whole.due.rule[language]}</p>
        </Section>
        <AssignSection whole={whole} />
        {whole.papers.length > 0 && <PapersSection papers={whole.papers} />}
        <NoteSection whole={whole} />
        {whole.steps.length > 0 && <StepsSection steps={whole.steps} />}
      </div>
    </div>
  );
}
