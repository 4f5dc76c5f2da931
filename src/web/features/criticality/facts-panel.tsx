import { Group, NativeSelect, Stack } from '@mantine/core';
import { parsePeriod, periodOf, previousPeriod } from '../../../kernel/index.ts';
import { printPeriod } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useView } from '../../app/view.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { CriticalityResult } from './criticality-result.tsx';
import { TEXTS } from './texts.ts';

/** Months one may look at together, up to that of the bar. */
const STRETCHES = [1, 3, 5, 6, 12, 24] as const;
const RULES = ['3', '4', '5', '6', '8', '10', 'c70', 'c80', 'c90'] as const;

/** The stretch of so many months that ends with a period's last one. */
function toStretch(period: string, months: number): string {
  const found = parsePeriod(period);
  if (!found) return period;
  const last = periodOf(found.grain === 'month' ? found.from : `${found.to.slice(0, 8)}01`, 'month');
  let first = last;
  for (let n = 1; n < months; n++) first = previousPeriod(first);
  return first.text === last.text ? last.text : `${first.text}..${last.text}`;
}

/** The critical processes from the facts, of the months up to the one in the bar. */
export function FactsPanel() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { period, unit } = useView();
  const [months, setMonths] = useAddress('meses', '12');
  const [family, setFamily] = useAddress('familia', '');
  const [rule, setRule] = useAddress('cuantos', '5');
  const by = rule.startsWith('c') ? { coverage: rule.slice(1) } : { count: rule };
  const stretch = period === '' ? '' : toStretch(period, Number(months) || 12);
  const answer = useAnswer(
    'get /api/criticality',
    { query: { period: stretch, unit, ...(family === '' ? {} : { family }), ...by } },
    { when: period !== '', keep: true },
  );
  if (period === '')
    return (
      <EmptyState title={t('noPeriod')} action={<LinkButton to="/datos/importar">{t('facts')}</LinkButton>}>
        {t('noPeriodWhat')}
      </EmptyState>
    );
  const named = printPeriod(toStretch(period, 1), language);
  const families = answer.data?.families.filter(({ mixed }) => !mixed) ?? [];
  return (
    <Stack gap="lg">
      <Group gap="md" align="end">
        <NativeSelect
          label={t('stretch')}
          value={months}
          onChange={(event) => setMonths(event.currentTarget.value)}
          data={STRETCHES.map((n) => ({
            value: String(n),
            label: n === 1 ? t('oneMonth', { period: named }) : t('lastMonths', { n, period: named }),
          }))}
        />
        <NativeSelect
          label={t('family')}
          value={family}
          onChange={(event) => setFamily(event.currentTarget.value || undefined)}
          data={[
            { value: '', label: t('byComplaints') },
            ...families.map(({ id, name }) => ({ value: id, label: name[language] })),
          ]}
        />
        <NativeSelect
          label={t('rule')}
          value={rule}
          onChange={(event) => setRule(event.currentTarget.value)}
          data={RULES.map((each) => ({
            value: each,
            label: each.startsWith('c') ? t('byCoverage', { n: each.slice(1) }) : t('byCount', { n: each }),
          }))}
        />
      </Group>
      <LoadingPanel answer={answer}>
        {(view) => (
          <>
            <Finding tone="info">{view.sentence[language]}</Finding>
            <CriticalityResult view={view} />
          </>
        )}
      </LoadingPanel>
    </Stack>
  );
}
