import { Button, Group, Text } from '@mantine/core';
import { printNumber, printPeriod, printVerdict } from '../../../sentences/index.ts';
import { type ApiAnswer, useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './induction.module.css';
import { TEXTS } from './texts.ts';

type Induction = ApiAnswer<'get /api/induction'>;
type Indicator = Induction['indicators'][number];

/** Each indicator explained to whoever begins, with the institution's own numbers; made to be printed. */
export default function InductionScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const answer = useAnswer('get /api/induction', {
    query: { period: period === '' ? undefined : period, unit },
  });
  const say = ({ indicators, units, period: month }: Induction) =>
    t(indicators.length === 1 ? 'findingOne' : 'finding', {
      n: printNumber(indicators.length, language),
      period: printPeriod(month, language),
      where: units === null ? '' : t('where', { units: units.join(', ') }),
    });
  return (
    <Page
      title={t('title')}
      finding={answer.data && answer.data.indicators.length > 0 ? say(answer.data) : undefined}
      actions={
        <Button
          variant="default"
          leftSection={<Icon name="print" size={18} />}
          onClick={() => globalThis.print()}
        >
          {t('print')}
        </Button>
      }
      narrow
    >
      <LoadingPanel
        answer={answer}
        isEmpty={({ indicators }) => indicators.length === 0}
        empty={<EmptyState title={t('none')}>{t('noneWhat')}</EmptyState>}
      >
        {({ indicators }) =>
          indicators.map((indicator) => <Explained key={indicator.id} indicator={indicator} />)
        }
      </LoadingPanel>
    </Page>
  );
}

function Explained({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id, name, objective, counted, promise, result, verdict, hides_tail, n, counts_people, advice } =
    indicator;
  const based = t(counts_people ? 'basedPeople' : 'based', { n: printNumber(n, language) });
  return (
    <div className={styles.card}>
      <Section
        title={name[language]}
        finding={objective[language]}
        actions={<AppLink to={{ to: '/indicadores/$id', params: { id } }}>{t('sheet')}</AppLink>}
      >
        <DefinitionList
          items={[
            { term: t('counted'), detail: counted[language] },
            { term: t('promise'), detail: promise?.[language] ?? t('noPromise') },
            {
              term: t('result'),
              detail:
                result === null ? (
                  t('noResult')
                ) : (
                  <Group gap="xs">
                    <Text component="span">
                      {result[language].line} · {based}
                    </Text>
                    {hides_tail && verdict === 'met' ? (
                      <StateBadge tone="alert">{printVerdict(verdict, language, true)}</StateBadge>
                    ) : (
                      <VerdictBadge verdict={verdict} />
                    )}
                  </Group>
                ),
            },
            {
              term: t('advice'),
              detail: (
                <ul className={styles.advice}>
                  {advice.map((each) => (
                    <li key={each.es}>{each[language]}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Section>
    </div>
  );
}
