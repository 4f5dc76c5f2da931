import { useCallback } from 'react';
import { type Draw, toParetoChart } from '../../../charts/index.ts';
import { parsePeriod } from '../../../kernel/index.ts';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import type { Whole } from './answers.ts';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

type Reasons = ApiAnswer<'get /api/improvements/{id}/reasons'>;

/** What clients said, counted; and how much the indicator falls short by one's own months. */
export function ReasonsPanel({ whole }: { readonly whole: Whole }) {
  const { period } = useView();
  const params = { id: String(whole.id) };
  const answer = useAnswer(
    'get /api/improvements/{id}/reasons',
    { params, query: { period } },
    { when: period !== '' },
  );
  return (
    <>
      <LoadingPanel answer={answer}>{(reasons) => <Ranked reasons={reasons} />}</LoadingPanel>
      {whole.indicator !== null && <OwnShortfall indicator={whole.indicator.id} />}
    </>
  );
}

function Ranked({ reasons }: { readonly reasons: Reasons }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, n, without } = reasons;
  const draw = useCallback(
    (how: Draw) =>
      toParetoChart(
        {
          name: { es: TEXTS.es.pareto, en: TEXTS.en.pareto },
          noun: { es: TEXTS.es.reasonsNoun, en: TEXTS.en.reasonsNoun },
          bar: {
            one: { es: TEXTS.es.reasonOne, en: TEXTS.en.reasonOne },
            many: { es: TEXTS.es.reasonMany, en: TEXTS.en.reasonMany },
          },
          items: reasons.reasons.map(({ reason, n: count }) => ({ name: reason, count })),
        },
        how,
      ),
    [reasons],
  );
  if (n === 0)
    return <p className={styles.soft}>{t('reasonsNone', { period: printPeriod(period, language) })}</p>;
  return (
    <>
      <Chart title={`${t('reasonsTitle')}, ${printPeriod(period, language)}`} draw={draw} />
      {without > 0 && (
        <p className={styles.soft}>{t('reasonsWithout', { n: printNumber(without, language) })}</p>
      )}
    </>
  );
}

function OwnShortfall({ indicator }: { readonly indicator: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period } = useView();
  const until = parsePeriod(period)?.grain === 'month' ? period : undefined;
  const answer = useAnswer('get /api/improvements/shortfall', { query: { indicator, until } });
  if (!answer.data) return null;
  return (
    <p className={styles.soft}>
      <strong>{t('shortfall')}.</strong> {answer.data.sentence[language]}
    </p>
  );
}
