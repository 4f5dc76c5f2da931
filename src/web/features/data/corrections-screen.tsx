import { Stack } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { CorrectionSheetPart } from './correction-sheet.tsx';
import { DATA_TEXTS } from './screen-texts.ts';

/** *Filas por corregir*: each with its reason on the very cell, corrected where it stands. */
export default function CorrectionsScreen() {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/corrections');
  const n = (value: number) => printNumber(value, language);
  const total = answer.data?.total ?? 0;
  return (
    <Page title={t('correctTitle')} finding={total > 0 ? t('correctFinding', { n: n(total) }) : undefined}>
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
              />
            ))}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
