import { Anchor, Button, NativeSelect, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { BreakdownAnswer, SheetAnswer } from './sheet-answer.ts';
import { TEXTS } from './texts.ts';
import { useAsked, useFilter } from './use-asked.ts';

/** Rows of a breakdown seen at first: the worst ones. */
const FEW = 10;

/** The result by unit, by person, and by whatever else it can be split. */
export function BreakdownsSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const { params, query } = useAsked();
  const [by, setBy] = useAddress('por');
  const known = view.dimensions.some(({ name }) => name === by);
  const other = useAnswer(
    'get /api/indicators/{id}/breakdown',
    { params, query: { ...query, by } },
    { when: known, keep: true },
  );
  return (
    <Section title={t('breakdowns')} finding={t('breakdownsWhat')}>
      {view.breakdowns.map((breakdown) => (
        <BreakdownTable key={breakdown.dimension} breakdown={breakdown} />
      ))}
      {view.dimensions.length > 0 && (
        <NativeSelect
          mt="md"
          maw={320}
          label={t('otherBy')}
          value={known ? by : ''}
          onChange={(event) => setBy(event.currentTarget.value)}
          data={[
            { value: '', label: t('chooseOne') },
            ...view.dimensions.map(({ name, label }) => ({ value: name, label })),
          ]}
        />
      )}
      {known && (
        <LoadingPanel answer={other}>{(breakdown) => <BreakdownTable breakdown={breakdown} />}</LoadingPanel>
      )}
    </Section>
  );
}

function BreakdownTable({ breakdown }: { readonly breakdown: BreakdownAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const filter = useFilter();
  const [all, setAll] = useState(false);
  const { dimension, label, rows, total } = breakdown;
  const few = rows.length > FEW + 2 && !all ? rows.slice(0, FEW) : rows;
  type Row = BreakdownAnswer['rows'][number];
  const columns: readonly Column<Row>[] = [
    {
      id: 'value',
      head: label,
      sort: (row) => row.label,
      cell: (row) =>
        row.value === null ? (
          row.label
        ) : (
          <Anchor component="button" type="button" ta="left" onClick={() => filter(dimension, row.value)}>
            {row.label}
          </Anchor>
        ),
    },
    {
      id: 'result',
      head: t('result'),
      align: 'right',
      sort: (row) => row.shown?.value ?? null,
      cell: (row) => row.shown?.text ?? '—',
    },
    {
      id: 'n',
      head: t('n'),
      align: 'right',
      sort: (row) => row.n,
      cell: (row) => printNumber(row.n, language),
    },
    ...(rows.some(({ inside }) => inside !== null)
      ? [
          {
            id: 'inside',
            head: t('insideColumn'),
            align: 'right' as const,
            cell: (row: Row) => row.inside ?? '—',
          },
        ]
      : []),
    ...(rows.some(({ open }) => open > 0)
      ? [
          {
            id: 'open',
            head: t('openColumn'),
            align: 'right' as const,
            sort: (row: Row) => row.open,
            cell: (row: Row) => printNumber(row.open, language),
          },
        ]
      : []),
    {
      id: 'state',
      head: t('state'),
      // Of a handful of facts nobody is told to fail.
      cell: (row) =>
        row.is_small && row.verdict !== 'no-data' ? (
          <StateBadge tone="none">{t('small')}</StateBadge>
        ) : (
          <VerdictBadge verdict={row.verdict} />
        ),
    },
  ];
  return (
    <div>
      <Title order={3} mt="sm" mb="xs">
        {t('by', { what: label.toLocaleLowerCase(language) })}
      </Title>
      <DataTable
        label={t('by', { what: label })}
        columns={columns}
        rows={few}
        rowKey={(row) => row.value ?? ''}
        empty={<Text c="dimmed">{t('noBreakdown')}</Text>}
      />
      {few.length < rows.length && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setAll(true)}>
          {t('seeAll', { n: printNumber(rows.length, language) })}
        </Button>
      )}
      {all && total > rows.length && (
        <Text size="sm" c="dimmed">
          {t('moreRows', { shown: printNumber(rows.length, language), total: printNumber(total, language) })}
        </Text>
      )}
    </div>
  );
}
