import { Button, Group, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { type Draw, readTrend, toTrendChart } from '../../../charts/index.ts';
import { printNumber, printPeriod, printQuantity } from '../../../sentences/index.ts';
import { NoteCause } from '../../app/note-cause.tsx';
import { useMay } from '../../app/session.ts';
import { TakeLimits } from '../../app/take-limits.tsx';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Chart } from '../../ui/chart.tsx';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Section } from '../../ui/section.tsx';
import type { SheetAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';
import { withPast } from './with-past.ts';

/** The control chart, how the process stands, and what may be said of each of its points. */
export function TrendSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { trend, history, standing } = view;
  const [picked, setPicked] = useState<string | null>(null);
  const draw = useCallback(
    (how: Draw) => withPast(toTrendChart(trend, how, { range: true }), trend, history, how, t('pastName')),
    [trend, history, t],
  );
  return (
    <Section title={t('trend')} finding={standing.text}>
      {view.leading && (
        <Text mb="sm">
          {t('leading')}{' '}
          <AppLink to={{ to: '/indicadores/$id', params: { id: view.leading.id } }}>
            {view.leading.name[language]}
          </AppLink>
          : {view.leading.text}
        </Text>
      )}
      {view.forecast && <Finding tone="info">{view.forecast.text}</Finding>}
      <Chart title={view.name[language]} draw={draw} onPick={setPicked} />
      <PickedPoint view={view} picked={picked} onPick={setPicked} />
      {history.length > 0 && (
        <>
          <Text fw={600} mt="md">
            {t('past')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('pastWhat')}
          </Text>
          <ul className={styles.list}>
            {history.map(({ period, text, n }) => (
              <li key={period}>
                {printPeriod(period, language)}: {text}
                {n !== null && ` (n = ${printNumber(n, language)})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

interface PickedPointProps {
  readonly view: SheetAnswer;
  readonly picked: string | null;
  readonly onPick: (period: string | null) => void;
}

/** The flagged points to choose from without a mouse, and of the chosen one what it is and what may be done. */
function PickedPoint({ view, picked, onPick }: PickedPointProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const mayPropose = useMay('propose-annotation');
  const mayOpen = useMay('open-improvement');
  const [asked, setAsked] = useState<'cause' | 'limits' | null>(null);
  const { trend, indicator } = view;
  const { signals } = readTrend(trend);
  const known = new Set((trend.notes ?? []).map(({ period }) => period));
  const flagged = signals.flatMap(({ index }) => trend.points[index]?.period ?? []);
  const offered = [...new Set([...flagged, ...known])].sort();
  const at = trend.points.findIndex(({ period }) => period === picked);
  const point = trend.points[at];
  const signal = signals.find(({ index }) => index === at);
  const note = trend.notes?.find(({ period }) => period === picked);
  const dimensions = Object.fromEntries(view.filters.map(({ dimension, value }) => [dimension, value]));
  return (
    <>
      {offered.length > 0 && (
        <Group gap="xs" mt="sm">
          <Text size="sm" c="dimmed">
            {t('flagged')}
          </Text>
          {offered.map((period) => (
            <Button
              key={period}
              size="compact-xs"
              variant={period === picked ? 'filled' : 'default'}
              aria-pressed={period === picked}
              onClick={() => onPick(period === picked ? null : period)}
            >
              {printPeriod(period, language)}
            </Button>
          ))}
        </Group>
      )}
      {point && point.value !== null && (
        <div className={styles.picked}>
          <Finding tone={signal && !note ? 'alert' : 'plain'} live>
            <strong>
              {printPeriod(point.period, language)}: {printQuantity(point.value, trend.unit, language)}
              {point.n === null ? '' : ` (n = ${printNumber(point.n, language)})`}.
            </strong>{' '}
            {signal ? t(`fires-${signal.rule}`) : t('firesNone')}
            {note && ` ${t('noteIs', { cause: note.cause })}`}
            {note?.excluded && ` ${t('noteOut')}`}
          </Finding>
          <Group gap="xs" mt="xs">
            {mayOpen && (
              <LinkButton
                size="xs"
                variant="default"
                to={{
                  to: '/mejoras/nueva',
                  search: {
                    origen: 'signal',
                    indicador: indicator,
                    periodo: point.period,
                    dimensiones: JSON.stringify(dimensions),
                  },
                }}
              >
                {t('openImprovement')}
              </LinkButton>
            )}
            {mayPropose && (
              <>
                <Button size="xs" variant="default" onClick={() => setAsked('cause')}>
                  {t('noteCause')}
                </Button>
                {at > 0 && (
                  <Button size="xs" variant="default" onClick={() => setAsked('limits')}>
                    {t('resetLimits')}
                  </Button>
                )}
              </>
            )}
            <LinkButton size="xs" variant="default" to={{ to: '.', search: { periodo: point.period } }}>
              {t('seeMonth')}
            </LinkButton>
          </Group>
        </div>
      )}
      {asked === 'cause' && point && (
        <NoteCause
          indicator={indicator}
          dimensions={dimensions}
          period={point.period}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'limits' && point && (
        <TakeLimits
          indicator={indicator}
          dimensions={dimensions}
          periods={trend.points.slice(1).map(({ period }) => period)}
          since={point.period}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
