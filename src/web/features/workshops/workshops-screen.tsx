import { Stack } from '@mantine/core';
import { printDate, printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { TEXTS } from './texts.ts';
import { WORKSHOP_TONES } from './workshop-tones.ts';

/** The workshops: those to come, and what those held left behind. */
export default function WorkshopsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/workshops');
  const plan = answer.data?.may_hold && <LinkButton to="/mejoras/talleres/nuevo">{t('plan')}</LinkButton>;
  return (
    <Page title={t('title')} finding={answer.data?.sentence[language]} actions={plan}>
      <LoadingPanel
        answer={answer}
        isEmpty={({ workshops }) => workshops.length === 0}
        empty={
          <EmptyState title={t('none')} action={plan}>
            {t(plan ? 'noneWhat' : 'noneToSee')}
          </EmptyState>
        }
      >
        {({ workshops }) => (
          <DataTable
            label={t('title')}
            rows={workshops}
            rowKey={({ id }) => String(id)}
            link={({ id }) => ({ to: '/mejoras/talleres/$id', params: { id: String(id) } })}
            columns={[
              { id: 'topic', head: t('topic'), cell: ({ topic }) => topic, sort: ({ topic }) => topic },
              {
                id: 'date',
                head: t('date'),
                cell: ({ date }) => printDate(date, language),
                sort: ({ date }) => date,
              },
              {
                id: 'state',
                head: t('state'),
                cell: ({ state, may_take }) => (
                  <Stack gap={4} align="flex-start">
                    <StateBadge tone={WORKSHOP_TONES[state]}>{t(state)}</StateBadge>
                    {may_take && <StateBadge tone="alert">{t('yourTest')}</StateBadge>}
                  </Stack>
                ),
                sort: ({ state }) => state,
              },
              {
                id: 'came',
                head: t('came'),
                align: 'right',
                cell: ({ state, attended, expected }) =>
                  state === 'held'
                    ? t('cameOf', { n: printNumber(attended, language), of: printNumber(expected, language) })
                    : '—',
                sort: ({ attended }) => attended,
              },
              { id: 'result', head: t('result'), cell: ({ sentence }) => sentence[language] },
            ]}
          />
        )}
      </LoadingPanel>
    </Page>
  );
}
