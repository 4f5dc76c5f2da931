import { Stack } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { CorrectionOutcome } from './answers.ts';
import { CorrectionSheetPart } from './correction-sheet.tsx';
import { DATA_TEXTS } from './screen-texts.ts';

/** *Filas por corregir*: each with its reason on the very cell, corrected where it stands. */
export default function CorrectionsScreen() {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/corrections');
  const n = (value: number) => printNumber(value, language);
  const total = answer.data?.total ?? 0;
  // It outlives the rows it tells of: once the last one is right, its grid is gone.
  const [outcome, setOutcome] = useState<CorrectionOutcome | null>(null);
  return (
    <Page title={t('correctTitle')} finding={total > 0 ? t('correctFinding', { n: n(total) }) : undefined}>
      {outcome && <OutcomeFinding outcome={outcome} />}
      <LoadingPanel
        answer={answer}
        isEmpty={({ sheets, logs }) => sheets.length + logs.length === 0}
        empty={
          <EmptyState
            title={t('correctNone')}
            action={<LinkButton to="/datos/importar">{t('bring')}</LinkButton>}
          >
            {t('correctNoneWhat')}
          </EmptyState>
        }
      >
        {({ sheets, logs }) => (
          <Stack gap="lg">
            {logs.map((log) => (
              <Finding key={log.file} tone="info">
                {t('logs', { n: n(log.n), file: log.file })}
              </Finding>
            ))}
            {sheets.map((sheet) => (
              <CorrectionSheetPart
                key={sheet.dataset + sheet.columns.map(({ header }) => header).join()}
                sheet={sheet}
                onOutcome={setOutcome}
              />
            ))}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}

/** How many rows entered, and how many still wait; with the way to what was kept of them. */
function OutcomeFinding({ outcome }: { readonly outcome: CorrectionOutcome }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const { corrected, still } = outcome;
  const n = (value: number) => printNumber(value, language);
  const entered = corrected === 1 ? t('savedOne') : t('savedAll', { n: n(corrected) });
  return (
    <Finding
      tone={still.length === 0 ? 'met' : 'alert'}
      live
      action={
        outcome.import === null ? undefined : (
          <LinkButton
            variant="default"
            to={{ to: '/datos/importaciones', search: { importacion: outcome.import } }}
          >
            {t('savedSee')}
          </LinkButton>
        )
      }
    >
      {still.length === 0 ? entered : t('savedSome', { n: n(corrected), left: n(still.length) })}
    </Finding>
  );
}
