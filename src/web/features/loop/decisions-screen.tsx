import { Button, Select } from '@mantine/core';
import { IMPROVEMENT_DECISIONS, type ImprovementDecision } from '../../../kernel/index.ts';
import { nameInImprovement, printNumber } from '../../../sentences/index.ts';
import { useAnswer, useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { DecisionChain } from './decision-chain.tsx';
import styles from './loop.module.css';
import { TEXTS } from './texts.ts';

/** *Registro de decisiones*: from one fact to one decision to its result, the last on top. */
export default function DecisionsScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [chosen, setChosen] = useAddress('decision');
  const [from, setFrom] = useAddress('desde');
  const [to, setTo] = useAddress('hasta');
  const decision = IMPROVEMENT_DECISIONS.find((each): each is ImprovementDecision => each === chosen);
  const query = {
    decision,
    from: from === '' ? undefined : from,
    to: to === '' ? undefined : to,
  };
  const answer = useAnswer('get /api/decisions', { query }, { keep: true });
  const csv = useDownload('get /api/decisions/csv');
  const decisions = answer.data?.decisions ?? [];
  const isFiltered = decision !== undefined || from !== '' || to !== '';
  const closed = decisions.filter(({ proof }) => proof.closed !== null).length;
  return (
    <Page
      title={t('register')}
      finding={
        decisions.length > 0 &&
        t('registerFinding', {
          n: printNumber(decisions.length, language),
          closed: printNumber(closed, language),
        })
      }
      actions={
        decisions.length > 0 && (
          <Button variant="default" loading={csv.isPending} onClick={() => csv.mutate({ query })}>
            {t('csv')}
          </Button>
        )
      }
    >
      {csv.error && <ErrorPanel error={csv.error} />}
      <div className={styles.filters}>
        <Select
          label={t('decision')}
          clearable
          placeholder={t('all')}
          value={decision ?? null}
          data={IMPROVEMENT_DECISIONS.map((value) => ({
            value,
            label: nameInImprovement('decision', value, language),
          }))}
          onChange={(next) => setChosen(next ?? undefined)}
        />
        <DateField
          label={t('from')}
          value={from}
          onChange={(next) => setFrom(next === '' ? undefined : next)}
        />
        <DateField label={t('to')} value={to} onChange={(next) => setTo(next === '' ? undefined : next)} />
      </div>
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={(data) => data.decisions.length === 0 && !isFiltered}
        empty={<EmptyState title={t('registerNone')}>{t('registerNoneWhat')}</EmptyState>}
      >
        {(data) => (
          <Section>
            <ul className={styles.items}>
              {data.decisions.map((chain, at) => (
                <DecisionChain key={`${chain.improvement} ${at}`} chain={chain} />
              ))}
            </ul>
          </Section>
        )}
      </LoadingPanel>
    </Page>
  );
}
