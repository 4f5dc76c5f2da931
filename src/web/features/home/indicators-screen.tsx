import { Select, Text } from '@mantine/core';
import { printNumber, printVerdict } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import type { HomeIndicator } from './home-answer.ts';
import styles from './home.module.css';
import { Marks } from './marks.tsx';
import { HOME_TEXTS } from './texts.ts';

type Listed = Omit<HomeIndicator, 'points'>;

const CLASSES = ['corporativo', 'estrategico', 'operativo'] as const;
const VERDICTS = ['not-met', 'met-with-alert', 'met', 'no-data'] as const;
type Verdict = (typeof VERDICTS)[number];
const CLEAR = {
  to: '/indicadores',
  search: { proceso: undefined, clase: undefined, veredicto: undefined },
};

/** Every indicator with its result of the period, by process, class and verdict. */
export default function IndicatorsScreen() {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const [process, setProcess] = useAddress('proceso');
  const [kind, setKind] = useAddress('clase');
  const [verdict, setVerdict] = useAddress('veredicto');
  const mayDefine = useMay('define-indicator');
  const isVerdict = (VERDICTS as readonly string[]).includes(verdict);
  const answer = useAnswer(
    'get /api/indicators',
    {
      query: {
        period: period === '' ? undefined : period,
        unit,
        process: process === '' ? undefined : process,
        class: kind === '' ? undefined : kind,
        verdict: isVerdict ? (verdict as Verdict) : undefined,
      },
    },
    { keep: true },
  );
  const choice = (value: string, label: string) => ({ value, label });
  return (
    <Page
      title={t('listTitle')}
      finding={answer.data?.sentence[language]}
      actions={
        <>
          {mayDefine && <LinkButton to="/indicadores/nuevo">{t('newIndicator')}</LinkButton>}
          <LinkButton to="/induccion" variant="default">
            {t('induction')}
          </LinkButton>
        </>
      }
    >
      <LoadingPanel answer={answer} lines={8}>
        {(data) => (
          <>
            {data.problems.length > 0 && (
              <Section title={t('problems')} finding={t('problemsWhat')}>
                <ul className={styles.needs}>
                  {data.problems.map((problem) => (
                    <li key={problem.es}>
                      <Icon name="warning" />
                      <span>{problem[language]}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Section
              title={t('shown', {
                n: printNumber(data.indicators.length, language),
                of: printNumber(data.of, language),
              })}
            >
              <div className={styles.filters}>
                <Select
                  label={t('process')}
                  data={[
                    choice('', t('anyProcess')),
                    ...data.processes.map(({ id, name }) => choice(id, name[language])),
                  ]}
                  value={process}
                  onChange={(value) => setProcess(value ?? undefined)}
                  allowDeselect={false}
                />
                <Select
                  label={t('class')}
                  data={[choice('', t('anyClass')), ...CLASSES.map((id) => choice(id, t(id)))]}
                  value={kind}
                  onChange={(value) => setKind(value ?? undefined)}
                  allowDeselect={false}
                />
                <Select
                  label={t('verdict')}
                  data={[
                    choice('', t('anyVerdict')),
                    ...VERDICTS.map((id) => choice(id, printVerdict(id, language))),
                  ]}
                  value={verdict}
                  onChange={(value) => setVerdict(value ?? undefined)}
                  allowDeselect={false}
                />
              </div>
              <IndicatorTable
                rows={data.indicators}
                empty={
                  data.of === 0 ? (
                    <EmptyState title={t('noneTitle')}>{t('noneWhat')}</EmptyState>
                  ) : (
                    <EmptyState
                      title={t('noneMatch')}
                      action={
                        <LinkButton to={CLEAR} variant="default">
                          {t('clear')}
                        </LinkButton>
                      }
                    >
                      {t('noneMatchWhat')}
                    </EmptyState>
                  )
                }
              />
            </Section>
          </>
        )}
      </LoadingPanel>
    </Page>
  );
}

function IndicatorTable({
  rows,
  empty,
}: {
  readonly rows: readonly Listed[];
  readonly empty: React.ReactNode;
}) {
  const t = useTexts(HOME_TEXTS);
  const language = useLanguage();
  const columns: readonly Column<Listed>[] = [
    {
      id: 'name',
      head: t('indicator'),
      cell: ({ name, code }) => (
        <>
          {name[language]}
          {code !== null && (
            <Text component="span" size="sm" c="dimmed" ml={6} className={styles.whole}>
              {code}
            </Text>
          )}
        </>
      ),
      sort: ({ name }) => name[language],
    },
    {
      id: 'process',
      head: t('process'),
      cell: ({ process }) => process.name[language],
      sort: ({ process }) => process.name[language],
    },
    { id: 'class', head: t('class'), cell: ({ class: kind }) => t(kind), sort: ({ class: kind }) => t(kind) },
    {
      id: 'result',
      head: t('result'),
      cell: ({ result }) => <Result words={result?.[language]} />,
      sort: ({ gap }) => gap,
    },
    {
      id: 'n',
      head: 'n',
      align: 'right',
      cell: ({ n }) => printNumber(n, language),
      sort: ({ n }) => n,
    },
    {
      id: 'verdict',
      head: t('verdict'),
      cell: (row) => (
        <span className={styles.marks}>
          <VerdictBadge verdict={row.verdict} hidesTail={row.hides_tail} />
          <Marks indicator={row} />
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={t('listTitle')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/indicadores/$id', params: { id } })}
      empty={empty}
    />
  );
}

/** The result in its own unit, and under it what it is compared with. */
function Result({ words }: { readonly words: NonNullable<Listed['result']>['es'] | undefined }) {
  const t = useTexts(HOME_TEXTS);
  if (words === undefined) return '—';
  const details = [words.standard ?? t('noStandard'), words.direction].filter((text) => text !== null);
  return (
    <span className={styles.result}>
      <span className={styles.whole}>
        <strong>{words.value}</strong>
        {words.index && ` (${words.index})`}
      </span>
      <span className={styles.soft}>{details.join(' · ')}</span>
    </span>
  );
}
