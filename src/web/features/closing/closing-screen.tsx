import { Stack } from '@mantine/core';
import type { Language } from '../../../kernel/index.ts';
import { printDate, printNumber, printPeriod } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { type Say, useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { Month } from './answers.ts';
import { MonthPart } from './month-part.tsx';
import { MonthsSection } from './months-section.tsx';
import { TEXTS } from './texts.ts';

type Key = keyof (typeof TEXTS)['es'];

/** *Cierre de mes*: how each month stands, what is missing to close the one looked at, and its versions. */
export default function ClosingScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period } = useView();
  const answer = useAnswer('get /api/closings', undefined, { keep: true });
  const months = answer.data?.months;
  return (
    <Page title={t('title')} finding={months && sayFinding(t, months, language)}>
      <LoadingPanel
        answer={answer}
        isEmpty={(data) => data.months.length === 0}
        empty={
          <EmptyState title={t('none')} action={<LinkButton to="/datos/importar">{t('bring')}</LinkButton>}>
            {t('noneWhat')}
          </EmptyState>
        }
      >
        {(data) => {
          const chosen =
            data.months.find((month) => month.period === period) ?? findNext(data.months) ?? data.months[0];
          return (
            <Stack gap="lg">
              {chosen && <MonthPart key={chosen.period} month={chosen} />}
              <MonthsSection months={data.months} chosen={chosen?.period ?? ''} />
            </Stack>
          );
        }}
      </LoadingPanel>
    </Page>
  );
}

const isLate = ({ differ }: Month): boolean => (differ ?? 0) > 0;

/** The latest month that waits for somebody: a decision, a restatement, or its closing. */
function findNext(months: readonly Month[]): Month | undefined {
  return (
    months.find(({ proposal }) => proposal !== null) ??
    months.find(isLate) ??
    months.find(({ state }) => state === 'open' || state === 'contesting')
  );
}

function sayFinding(t: Say<Key>, months: readonly Month[], language: Language): string {
  if (months.length === 0) return t('findingNone');
  const next = findNext(months);
  const counts = {
    closed: printNumber(months.filter(({ version }) => version !== null).length, language),
    of: printNumber(months.length, language),
  };
  if (!next) return t('finding', counts);
  return t('findingNext', {
    ...counts,
    month: printPeriod(next.period, language),
    what: sayNext(t, next, language),
  });
}

function sayNext(t: Say<Key>, month: Month, language: Language): string {
  if (month.proposal) return t('next-proposed');
  if (isLate(month)) return t('next-differ');
  if (month.open_contests > 0) return t('next-contests');
  if (month.state === 'contesting')
    return t('next-contesting', { until: printDate(month.contests_until, language) });
  return t('next-open');
}
