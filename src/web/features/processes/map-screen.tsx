import { Button } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { AddProcess } from '../../app/add-process.tsx';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable, type Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import type { Band, Box, MapAnswer } from './answers.ts';
import styles from './processes.module.css';
import { BoxGroup, toGroups } from './process-box.tsx';
import { StateMark, useStateWord } from './state-mark.tsx';
import { TEXTS } from './texts.ts';

/** The process map: three bands, every process by its worst indicator of the period. */
export default function MapScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const answer = useAnswer(
    'get /api/processes',
    { query: { period: period === '' ? undefined : period, unit } },
    { keep: true },
  );
  const [adding, setAdding] = useState(false);
  const mayAdd = useMay('edit-process');
  return (
    <Page
      title={t('mapTitle')}
      finding={answer.data?.sentence[language]}
      actions={
        mayAdd ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('addProcess')}
          </Button>
        ) : undefined
      }
    >
      {adding && <AddProcess onClose={() => setAdding(false)} />}
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={(data) => data.bands.length === 0}
        empty={<EmptyState title={t('empty')}>{t('emptyWhat')}</EmptyState>}
      >
        {(data) => (
          <>
            <Reach data={data} />
            <UrlTabs
              label={t('mapTitle')}
              tabs={[
                { id: 'mapa', label: t('map'), panel: <BandList bands={data.bands} /> },
                { id: 'tabla', label: t('table'), panel: <BoxTable bands={data.bands} /> },
              ]}
            />
          </>
        )}
      </LoadingPanel>
    </Page>
  );
}

/** Whose figures they are, where not everybody's. */
function Reach({ data }: { readonly data: MapAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const all = data.bands.flatMap(({ boxes }) => boxes).length;
  const parts = [
    ...(data.units === null ? [] : [t('only', { units: data.units.join(', ') })]),
    ...(data.person ? [t('onlyPerson', { person: data.person })] : []),
    ...(data.hidden > 0 && data.hidden < all
      ? [data.hidden === 1 ? t('hiddenWhat1') : t('hiddenWhat', { n: printNumber(data.hidden, language) })]
      : []),
  ];
  return parts.length === 0 ? null : <p className={styles.note}>{parts.join(' ')}</p>;
}

function BandList({ bands }: { readonly bands: readonly Band[] }) {
  return (
    <div className={styles.bands}>
      {bands.map((band) => (
        <BandView key={band.band ?? ''} band={band} />
      ))}
    </div>
  );
}

function BandView({ band: { band, boxes } }: { readonly band: Band }) {
  const t = useTexts(TEXTS);
  return (
    <Section title={t(band ?? 'bandless')} finding={t(band === null ? 'bandlessWhat' : `${band}What`)}>
      <ul className={styles.band} data-band={band ?? ''}>
        {toGroups(boxes).map((group) => (
          <BoxGroup key={group.root.id} group={group} />
        ))}
      </ul>
    </Section>
  );
}

type Row = Box & { readonly band: Band['band'] };

function BoxTable({ bands }: { readonly bands: readonly Band[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const word = useStateWord();
  const rows = bands.flatMap(({ band, boxes }) => boxes.map((box): Row => ({ ...box, band })));
  const columns: readonly Column<Row>[] = [
    {
      id: 'process',
      head: t('process'),
      cell: ({ name }) => name[language],
      sort: ({ name }) => name[language],
    },
    {
      id: 'band',
      head: t('band'),
      cell: ({ band }) => t(band ?? 'bandless'),
      sort: ({ band }) => band,
    },
    {
      id: 'state',
      head: t('state'),
      cell: ({ state }) => <StateMark state={state} />,
      sort: ({ state }) => word(state),
    },
    {
      id: 'worst',
      head: t('worst'),
      cell: ({ worst }) => worst?.name[language] ?? '—',
      sort: ({ worst }) => worst?.name[language] ?? null,
    },
    {
      id: 'result',
      head: t('result'),
      cell: ({ worst }) => worst?.result?.[language] ?? '—',
    },
    {
      id: 'n',
      head: 'n',
      align: 'right',
      cell: ({ worst }) => (worst ? printNumber(worst.n, language) : '—'),
      sort: ({ worst }) => worst?.n ?? null,
    },
    {
      id: 'indicators',
      head: t('indicatorsCount'),
      align: 'right',
      cell: ({ indicators }) => printNumber(indicators, language),
      sort: ({ indicators }) => indicators,
    },
    {
      id: 'procedures',
      head: t('procedureCount'),
      align: 'right',
      cell: ({ procedures }) => printNumber(procedures, language),
      sort: ({ procedures }) => procedures,
    },
  ];
  return (
    <DataTable
      label={t('table')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/procesos/$id', params: { id } })}
    />
  );
}
