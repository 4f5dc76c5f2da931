import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import type { Dimension, Spellings } from './answers.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { DATA_TEXTS } from './screen-texts.ts';

const DIMENSIONS = {
  unit: 'dimUnit',
  person: 'dimPerson',
  client: 'dimClient',
  channel: 'dimChannel',
  reason: 'dimReason',
} as const satisfies Record<Dimension, string>;
const WHY = { 'same-letters': 'whySameLetters', 'same-words': 'whySameWords', near: 'whyNear' } as const;

interface Pair {
  readonly from: string;
  readonly to: string;
}

/** *Nombres repetidos*: one unit, person or reason written in several ways, read as one. */
export default function NamesScreen() {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const [chosen, setDimension] = useAddress('de', 'unit');
  const of = (chosen in DIMENSIONS ? chosen : 'unit') as Dimension;
  const answer = useAnswer('get /api/spellings', { query: { of } }, { keep: true });
  const pairs = answer.data?.pairs.length ?? 0;
  return (
    <Page
      title={t('namesTitle')}
      finding={
        answer.data &&
        (pairs > 0 ? t('namesFinding', { n: printNumber(pairs, language) }) : t('namesNoPairs'))
      }
    >
      <Select
        label={t('of')}
        data={Object.entries(DIMENSIONS).map(([value, key]) => ({ value, label: t(key) }))}
        value={of}
        allowDeselect={false}
        onChange={(value) => setDimension(value ?? undefined)}
        maw={300}
      />
      <LoadingPanel
        answer={answer}
        isEmpty={({ total }) => total === 0}
        empty={
          <EmptyState
            title={t('namesNone')}
            action={<LinkButton to="/datos/importar">{t('bring')}</LinkButton>}
          >
            {t('namesNoneWhat')}
          </EmptyState>
        }
      >
        {(data) => <Names names={data} />}
      </LoadingPanel>
    </Page>
  );
}

function Names({ names }: { readonly names: Spellings }) {
  const [pair, setPair] = useState<Pair | null>(null);
  return (
    <Stack gap="lg">
      {names.pairs.length > 0 && <Pairs names={names} onPair={setPair} />}
      {names.merges.length > 0 && <Merged names={names} />}
      <AllNames names={names} onPair={setPair} />
      {pair && (
        <MergeDialog of={names.dimension} from={pair.from} to={pair.to} onClose={() => setPair(null)} />
      )}
    </Stack>
  );
}

interface PartProps {
  readonly names: Spellings;
  readonly onPair: (pair: Pair) => void;
}

function Pairs({ names, onPair }: PartProps) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const n = (value: number) => printNumber(value, language);
  return (
    <Section title={t('pairs')}>
      <DataTable
        label={t('pairs')}
        rows={names.pairs}
        rowKey={({ from, to }) => `${from} ${to}`}
        columns={[
          { id: 'from', head: t('pairFrom'), cell: (pair) => `${pair.from} (${n(pair.from_rows)})` },
          { id: 'to', head: t('pairTo'), cell: (pair) => `${pair.to} (${n(pair.to_rows)})` },
          { id: 'why', head: t('why'), cell: ({ by }) => t(WHY[by]) },
          {
            id: 'join',
            head: t('join'),
            cell: ({ from, to }) => (
              <Button
                size="sm"
                aria-label={`${t('join')}: ${from}, ${to}`}
                onClick={() => onPair({ from, to })}
              >
                {t('join')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Merged({ names }: { readonly names: Spellings }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const unmerge = useCall('post /api/spellings/unmerge');
  return (
    <Section title={t('joined')}>
      {unmerge.error && <ErrorPanel error={unmerge.error} />}
      <DataTable
        label={t('joined')}
        rows={names.merges}
        rowKey={({ from }) => from}
        columns={[
          { id: 'from', head: t('name'), cell: ({ from }) => from },
          { id: 'to', head: t('joinedAs'), cell: ({ to }) => to },
          { id: 'rows', head: t('rows'), align: 'right', cell: ({ rows }) => printNumber(rows, language) },
          {
            id: 'separate',
            head: t('separate'),
            cell: ({ from }) => (
              <Button
                size="sm"
                variant="default"
                loading={unmerge.isPending}
                aria-label={`${t('separate')}: ${from}`}
                onClick={() => unmerge.mutate({ body: { of: names.dimension, from } })}
              >
                {t('separate')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

function AllNames({ names, onPair }: PartProps) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const n = (value: number) => printNumber(value, language);
  const values = names.values.map(({ value }) => value);
  return (
    <Section title={t('allNames', { n: n(names.total) })}>
      <Stack gap="md">
        <Group align="end">
          <Select label={t('pairFrom')} data={values} value={from} onChange={setFrom} searchable clearable />
          <Select
            label={t('pairTo')}
            data={values.filter((value) => value !== from)}
            value={to}
            onChange={setTo}
            searchable
            clearable
          />
          <Button
            variant="default"
            disabled={from === null || to === null || from === to}
            onClick={() => from !== null && to !== null && onPair({ from, to })}
          >
            {t('joinOther')}
          </Button>
        </Group>
        <DataTable
          label={t('allNames', { n: n(names.total) })}
          rows={names.values}
          rowKey={({ value }) => value}
          columns={[
            { id: 'name', head: t('name'), cell: ({ value }) => value, sort: ({ value }) => value },
            { id: 'as', head: t('joinedAs'), cell: ({ read_as }) => read_as ?? t('none') },
            {
              id: 'rows',
              head: t('rows'),
              align: 'right',
              cell: ({ rows }) => n(rows),
              sort: ({ rows }) => rows,
            },
          ]}
        />
      </Stack>
    </Section>
  );
}
