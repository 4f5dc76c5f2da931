import { Stack } from '@mantine/core';
import { printInPeriod, printNumber } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { TEXTS } from './texts.ts';

type Totals = ApiAnswer<'get /api/control-totals'>['datasets'][number];
type Line = Omit<Totals['imports'][number], 'import'> & { readonly key: string };

const DECIMALS = { maxDecimals: 6 };

/** Rows and exact sums of what was loaded, to hold against the system it came from. */
export default function TotalsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const answer = useAnswer('get /api/control-totals', { query: { period, unit } }, { when: period !== '' });
  const inPeriod = period === '' ? '' : printInPeriod(period, language);
  return (
    <Page title={t('totalsTitle')} finding={t('totalsFinding', { period: inPeriod })}>
      <LoadingPanel
        answer={period === '' ? { data: { datasets: [] }, isPending: false, error: null } : answer}
        isEmpty={({ datasets }) => datasets.length === 0}
        empty={<EmptyState title={t('totalsNone')}>{t('totalsNoneWhat')}</EmptyState>}
      >
        {({ datasets }) => (
          <Stack>
            {datasets.map((totals) => (
              <TotalsSection key={totals.dataset} totals={totals} />
            ))}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}

function TotalsSection({ totals }: { readonly totals: Totals }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const whole: Line = {
    key: '',
    file_name: t('all'),
    imported_at: '',
    rows: totals.rows,
    totals: totals.totals,
  };
  const lines = [whole, ...totals.imports.map(({ import: key, ...line }) => ({ ...line, key }))];
  const columns: readonly Column<Line>[] = [
    {
      id: 'file',
      head: t('file'),
      cell: ({ key, file_name }) => (key === '' ? <strong>{file_name}</strong> : file_name),
    },
    {
      id: 'at',
      head: t('loaded'),
      cell: ({ imported_at }) => (imported_at === '' ? '' : <Moment at={imported_at} />),
    },
    { id: 'rows', head: t('rows'), align: 'right', cell: ({ rows }) => printNumber(rows, language) },
    ...totals.totals.map(({ column, label, unit }, at) => ({
      id: column,
      head: unit === null ? label[language] : `${label[language]} (${unit})`,
      align: 'right' as const,
      cell: (line: Line) => {
        const sum = line.totals[at];
        if (!sum || sum.known === 0) return '—';
        return `${printNumber(sum.total, language, DECIMALS)} (${t('known_n', { n: printNumber(sum.known, language) })})`;
      },
    })),
  ];
  return (
    <Section title={totals.name[language]}>
      <DataTable label={totals.name[language]} rows={lines} rowKey={({ key }) => key} columns={columns} />
    </Section>
  );
}
