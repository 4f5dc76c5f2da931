import { printDate, printNumber } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { STATE_TONES } from './state-tones.ts';
import { toKindKey } from './subject-kinds.ts';
import { TEXTS } from './texts.ts';

type Finding = ApiAnswer<'get /api/findings'>['findings'][number];

/** What was found wrong, and where each stands. */
export default function FindingsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/findings');
  const mayOpen = useMay('open-finding');
  const count = (state: Finding['state']) =>
    printNumber(answer.data?.findings.filter((one) => one.state === state).length ?? 0, language);
  const open = mayOpen && <LinkButton to="/auditoria/hallazgos/nuevo">{t('newFinding')}</LinkButton>;
  return (
    <Page
      title={t('findingsTitle')}
      finding={answer.data && t('findingsFinding', { open: count('open'), answered: count('answered') })}
      actions={open}
    >
      <LoadingPanel
        answer={answer}
        isEmpty={({ findings }) => findings.length === 0}
        empty={
          <EmptyState title={t('findingsNone')} action={open}>
            {t('findingsNoneWhat')}
          </EmptyState>
        }
      >
        {({ findings }) => (
          <DataTable
            label={t('findingsTitle')}
            rows={findings}
            rowKey={({ id }) => String(id)}
            link={({ id }) => ({ to: '/auditoria/hallazgos/$id', params: { id: String(id) } })}
            columns={[
              { id: 'condition', head: t('condition'), cell: ({ condition }) => condition },
              {
                id: 'about',
                head: t('about'),
                cell: ({ subject_kind, subject }) => `${t(toKindKey(subject_kind))}: ${subject}`,
              },
              {
                id: 'state',
                head: t('state'),
                cell: ({ state }) => <StateBadge tone={STATE_TONES[state]}>{t(state)}</StateBadge>,
                sort: ({ state }) => state,
              },
              { id: 'by', head: t('by'), cell: ({ opened_by_name }) => opened_by_name },
              {
                id: 'opened',
                head: t('opened'),
                cell: ({ opened_at }) => printDate(opened_at.slice(0, 10), language),
                sort: ({ opened_at }) => opened_at,
              },
            ]}
          />
        )}
      </LoadingPanel>
    </Page>
  );
}
