import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { ContestForm } from './contest-form.tsx';
import { FactsTable } from './facts-table.tsx';
import type { SheetAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';
import { useAsked } from './use-asked.ts';
import { useSeen } from './use-seen.ts';

/** Rows of a page: fewer where each is a card. */
const SIZES = { wide: 50, phone: 15 } as const;
const STATES = ['all', 'counted', 'not-counted', 'all-open', 'excluded'] as const;
const ORDERS = {
  byDate: { order: 'date', descending: '0' },
  byMeasureDown: { order: 'measure', descending: '1' },
  byMeasureUp: { order: 'measure', descending: '0' },
  byOpens: { order: 'opens', descending: '0' },
} as const;
type Order = keyof typeof ORDERS;

/** Every fact behind the result, page by page: asked for when it comes into sight. */
export function RowsSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { params, query } = useAsked();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const size = narrow ? SIZES.phone : SIZES.wide;
  const { ref, seen } = useSeen<HTMLDivElement>();
  const [state, setState] = useAddress('filas', 'all');
  const [order, setOrder] = useAddress('orden', 'byDate');
  const [dataset, setDataset] = useAddress('datos');
  const [page, setPage] = useAddress('desde', '0');
  // A search that found a fact by its key opens its rows on it.
  const [key] = useAddress('clave');
  const [text, setText] = useState(key);
  const [rows, setRows] = useState<ReadonlySet<string>>(new Set());
  // Rows are contested month by month.
  const mayContest = useMay('contest-rows') && /^\d{4}-\d{2}$/.test(view.period);
  const [find] = useDebouncedValue(text, 300);
  const from = Number(page) || 0;
  const chosen = Object.hasOwn(ORDERS, order) ? (order as Order) : 'byDate';
  const answer = useAnswer(
    'get /api/indicators/{id}/rows',
    {
      params,
      query: {
        ...query,
        ...ORDERS[chosen],
        state: STATES.find((each) => each === state) ?? 'all',
        dataset: dataset === '' ? undefined : dataset,
        find: find === '' ? undefined : find,
        from: String(from),
        size: String(size),
      },
    },
    { when: seen, keep: true },
  );
  const start = (set: (value: string | undefined) => void) => (value: string) => {
    setPage(undefined);
    set(value);
  };
  return (
    <div ref={ref}>
      <Section title={t('rows')} finding={t('rowsWhat')}>
        <div className={styles.controls}>
          <NativeSelect
            label={t('whichRows')}
            value={state}
            onChange={(event) => start(setState)(event.currentTarget.value)}
            data={STATES.map((value) => ({ value, label: t(value) }))}
          />
          <NativeSelect
            label={t('order')}
            value={chosen}
            onChange={(event) => start(setOrder)(event.currentTarget.value)}
            data={(Object.keys(ORDERS) as Order[]).map((value) => ({ value, label: t(value) }))}
          />
          {view.inputs.length > 1 && (
            <NativeSelect
              label={t('datasets')}
              value={dataset}
              onChange={(event) => start(setDataset)(event.currentTarget.value)}
              data={view.inputs.map(({ dataset: id, name }, index) => ({
                value: index === 0 ? '' : id,
                label: name[language],
              }))}
            />
          )}
          <TextInput
            className={styles.grow}
            label={t('find')}
            placeholder={t('findHint')}
            value={text}
            onChange={(event) => {
              setPage(undefined);
              setText(event.currentTarget.value);
            }}
          />
        </div>
        <LoadingPanel
          answer={answer}
          lines={8}
          isEmpty={(data) => data.rows.length === 0}
          empty={<EmptyState title={t('noRows')}>{t('noRowsWhat')}</EmptyState>}
        >
          {(data) => (
            <>
              <FactsTable
                page={data}
                {...(mayContest ? { choice: { chosen: rows, onChosen: setRows } } : {})}
              />
              {mayContest && (
                <ContestForm
                  indicator={view.indicator}
                  period={view.period}
                  dataset={data.dataset}
                  chosen={rows}
                  onDone={() => setRows(new Set())}
                />
              )}
              <Pager
                from={from}
                shown={data.rows.length}
                of={data.total}
                size={size}
                onFrom={(next) => setPage(String(next))}
              />
            </>
          )}
        </LoadingPanel>
      </Section>
    </div>
  );
}
