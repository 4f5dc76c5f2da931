import { useCallback } from 'react';
import { toTrendChart, type TrendView } from '../../../charts/index.ts';
import { printDate, printNumber, printPercent, printPeriod } from '../../../sentences/index.ts';
import type { ApiAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { PROOF_TEXTS } from './proof-texts.ts';
import styles from './improvements.module.css';

export type ShownProof = NonNullable<ApiAnswer<'get /api/improvements/{id}/proof'>['proof']>;
type Side = ShownProof['before'];

const TONES: Readonly<Record<ShownProof['outcome'], 'met' | 'bad' | 'alert' | 'none'>> = {
  improved: 'met',
  against: 'bad',
  moved: 'none',
  'also-there': 'alert',
  unclear: 'alert',
  'too-few': 'alert',
  running: 'none',
  'no-after': 'none',
  'no-before': 'alert',
};

/** Before and after: what it comes to in a sentence, the series with the change marked, and the figures behind. */
export function ProofPanel({ proof }: { readonly proof: ShownProof }) {
  const t = useTexts(PROOF_TEXTS);
  const language = useLanguage();
  const { difference, change, comparison, trend_others: others } = proof;
  const tone = proof.outcome === 'improved' ? 'met' : proof.outcome === 'against' ? 'bad' : 'info';
  return (
    <div className={styles.stack}>
      <Finding tone={tone} action={<StateBadge tone={TONES[proof.outcome]}>{t(proof.outcome)}</StateBadge>}>
        {proof.sentence[language]}
      </Finding>
      {difference && proof.after && (
        <Tiles>
          <Tile
            label={t('change')}
            value={change ? printPercent(change.value, language, 1) : difference.text[language]}
            note={t('n2', {
              before: printNumber(proof.before.n, language),
              after: printNumber(proof.after.n, language),
            })}
          />
          <Tile
            label={t('difference')}
            value={difference.text[language]}
            note={
              difference.low_text && difference.high_text
                ? t('interval', {
                    low: difference.low_text[language],
                    high: difference.high_text[language],
                  })
                : undefined
            }
          />
        </Tiles>
      )}
      <ProofChart trend={proof.trend} title={t('chart', { name: proof.name[language] })} />
      <Sides proof={proof} />
      {others && comparison && (
        <ProofChart trend={others} title={t('chartOthers', { units: comparison.units.join(', ') })} />
      )}
      <Notes proof={proof} />
    </div>
  );
}

interface ProofChartProps {
  readonly trend: TrendView;
  readonly title: string;
}

/** The series against the usual limits of before, with a mark where the after begins. */
function ProofChart({ trend, title }: ProofChartProps) {
  const draw = useCallback(
    (tools: Parameters<typeof toTrendChart>[1]) => toTrendChart(trend, tools),
    [trend],
  );
  return <Chart title={title} draw={draw} />;
}

function Sides({ proof }: { readonly proof: ShownProof }) {
  const t = useTexts(PROOF_TEXTS);
  const language = useLanguage();
  const { comparison, units } = proof;
  const here = units === null ? t('whole') : units.join(', ');
  const row = (name: string, where: string, side: Side) => ({ key: `${name} ${where}`, name, where, side });
  const rows = [
    row(t('beforeRow'), here, proof.before),
    ...(proof.after ? [row(t('afterRow'), here, proof.after)] : []),
    ...(comparison
      ? [
          row(t('beforeRow'), comparison.units.join(', '), comparison.before),
          row(t('afterRow'), comparison.units.join(', '), comparison.after),
        ]
      : []),
  ];
  return (
    <DataTable
      label={t('table')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { id: 'name', head: '', cell: ({ name }) => name },
        { id: 'where', head: t('where'), cell: ({ where }) => where },
        { id: 'period', head: t('period'), cell: ({ side }) => printPeriod(side.period, language) },
        { id: 'value', head: t('value'), align: 'right', cell: ({ side }) => side.text?.[language] ?? '—' },
        { id: 'n', head: t('n'), align: 'right', cell: ({ side }) => printNumber(side.n, language) },
        { id: 'standard', head: t('standard'), cell: ({ side }) => side.standard?.[language] ?? '—' },
      ]}
    />
  );
}

function Notes({ proof }: { readonly proof: ShownProof }) {
  const t = useTexts(PROOF_TEXTS);
  const language = useLanguage();
  const { warnings, meanwhile, as_of } = proof;
  return (
    <>
      {warnings.length > 0 && (
        <div>
          <strong>{t('knowFirst')}</strong>
          <ul>
            {warnings.map(({ code, text }) => (
              <li key={code}>{text[language]}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <strong>{t('same')}</strong>
        {meanwhile.length === 0 ? (
          <p className={styles.soft}>{t('sameNone')}</p>
        ) : (
          <ul>
            {meanwhile.map(({ kind, text }) => (
              <li key={`${kind} ${text.es}`}>
                {kind === 'improvement' ? t('otherImprovement', { title: text[language] }) : text[language]}
              </li>
            ))}
          </ul>
        )}
      </div>
      {as_of !== null && (
        <p className={styles.soft}>{t('dataOf', { date: printDate(as_of.slice(0, 10), language) })}</p>
      )}
    </>
  );
}
