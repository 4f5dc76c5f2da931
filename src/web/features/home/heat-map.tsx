import { Button, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { printNumber, printPeriod, PRINTERS, printVerdict } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { VerdictShape } from '../../ui/verdict-badge.tsx';
import type { HeatAnswer, HomeView } from './home-answer.ts';
import styles from './heat.module.css';
import { HOME_TEXTS } from './texts.ts';

type HeatCell = HeatAnswer['rows'][number]['cells'][number];

/** Units by period: a table whose cells say the result and wear the colour of its verdict. */
export function HeatMap({ view }: { readonly view: HomeView }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { unit } = useView();
  const [indicator, setIndicator] = useAddress('mapa');
  const [all, setAll] = useState(false);
  const answer = useAnswer(
    'get /api/home/heat',
    {
      query: {
        period: view.period.text,
        unit,
        indicator: indicator === '' ? undefined : indicator,
        all: all ? '1' : '0',
      },
    },
    { keep: true },
  );
  const choices = [
    { value: '', label: t('heatAll') },
    ...view.indicators.map(({ id, name }) => ({ value: id, label: name[language] })),
  ];
  return (
    <Section
      title={t('heat')}
      finding={answer.data?.finding[language]}
      actions={
        <Select
          className={styles.choice}
          aria-label={t('heatIndicator')}
          data={choices}
          value={indicator}
          onChange={(value) => setIndicator(value ?? '')}
          allowDeselect={false}
          w="20rem"
          maw="100%"
        />
      }
    >
      <LoadingPanel answer={answer} lines={6}>
        {(data) => (
          <>
            <HeatTable data={data} />
            <div className={styles.under}>
              <span>
                {t('heatLegend', { what: t(data.indicator ? 'heatLegendOne' : 'heatLegendAll') })}{' '}
                {(data.indicator ? (['not-met', 'met-with-alert'] as const) : []).map((verdict) => (
                  <span key={verdict} className={styles.key}>
                    <VerdictShape verdict={verdict} /> {printVerdict(verdict, language)}
                  </span>
                ))}
                {data.rows.some(({ cells }) => cells.some(isMarked)) && (
                  <span className={styles.key}>
                    {t('heatSmallMark')} {t('heatSmallKey')}
                  </span>
                )}
              </span>
              {(data.of > data.rows.length || all) && (
                <Button variant="default" size="sm" onClick={() => setAll(!all)}>
                  {all ? t('heatLess') : t('heatMore', { n: printNumber(data.of, language) })}
                </Button>
              )}
            </div>
          </>
        )}
      </LoadingPanel>
    </Section>
  );
}

/** Whether a cell bears the mark of what is not counted; one that has nothing else says it in words. */
function isMarked(cell: HeatCell): boolean {
  return cell !== null && cell.small > 0 && (cell.verdict !== 'no-data' || cell.value !== null);
}

function HeatTable({ data }: { readonly data: HeatAnswer }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  // The latest period stands at the right: what does not fit is the oldest.
  useEffect(() => {
    box.current?.scrollTo({ left: box.current.scrollWidth });
  }, [data]);
  return (
    <div ref={box} className={styles.scroll} role="region" aria-label={t('heatTable')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('heatUnit')}</th>
            {data.periods.map((period) => (
              <th key={period} scope="col" title={printPeriod(period, language)}>
                {PRINTERS.shortPeriod(period, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.unit ?? ''}>
              <th scope="row">
                {row.unit === null ? (
                  t('heatNoUnit')
                ) : (
                  <AppLink
                    size="sm"
                    to={
                      data.indicator
                        ? {
                            to: '/indicadores/$id',
                            params: { id: data.indicator.id },
                            search: { agencia: row.unit },
                          }
                        : { to: '/', search: { agencia: row.unit } }
                    }
                  >
                    {row.unit}
                  </AppLink>
                )}
              </th>
              {row.cells.map((cell, index) => (
                <Cell key={data.periods[index]} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: HeatCell }) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const small = cell?.small ?? 0;
  const mark = small > 0 ? t('heatSmallMark') : '';
  const left = t(small === 1 ? 'heatLeftOut1' : 'heatLeftOut', { n: printNumber(small, language) });
  if (cell === null || cell.verdict === 'no-data')
    return (
      <td data-verdict="no-data" title={small > 0 ? left : t('heatNoneWords')}>
        {cell?.value ? `${cell.value[language]}${mark}` : t(small > 0 ? 'heatFew' : 'heatNone')}
      </td>
    );
  const text = cell.value
    ? cell.value[language]
    : t('heatOf', { failed: printNumber(cell.failed, language), judged: printNumber(cell.judged, language) });
  // Of a handful of facts no colour says that it fails.
  const isFew = cell.value !== null && small > 0;
  const notes = [
    printVerdict(cell.verdict, language),
    ...(cell.value ? [t('n', { n: printNumber(cell.n, language) })] : []),
    ...(cell.provisional ? [t('heatProvisional')] : []),
    ...(small > 0 ? [cell.value ? t('heatSmall') : left] : []),
  ];
  return (
    <td
      data-verdict={isFew ? 'no-data' : cell.verdict}
      data-level={cell.value ? undefined : cell.level}
      title={notes.join(' · ')}
    >
      <span className={styles.cell}>
        {cell.value && !isFew && cell.verdict !== 'met' && <VerdictShape verdict={cell.verdict} size={8} />}
        {text}
        {mark}
      </span>
    </td>
  );
}
