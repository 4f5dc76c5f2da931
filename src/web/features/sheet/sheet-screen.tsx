import { Anchor, Badge, Button, CloseButton, Group, Text } from '@mantine/core';
import { type ReactNode, useCallback, useEffect } from 'react';
import { toDistributionChart } from '../../../charts/index.ts';
import type { Draw } from '../../../charts/index.ts';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { useAnswer, useCall, useDownload } from '../../app/api.ts';
import { useMay, useSession } from '../../app/session.ts';
import { OpenImprovement } from '../../app/open-improvement.tsx';
import { ShippedNote } from '../../app/shipped-note.tsx';
import { WaitingChange } from '../../app/waiting-change.tsx';
import { useTexts } from '../../app/words.ts';
import { Chart } from '../../ui/chart.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Finding, type Tone } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { keepTogether } from '../../ui/keep-together.ts';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { BreakdownsSection } from './breakdowns-section.tsx';
import { ChangesSection } from './changes-section.tsx';
import { DefinitionSection } from './definition-section.tsx';
import { HistorySection } from './history-section.tsx';
import { InputsSection } from './inputs-section.tsx';
import { printMoment } from './print-moment.ts';
import { RowsSection } from './rows-section.tsx';
import { SampleSection } from './sample-section.tsx';
import type { SheetAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { SqlSection } from './sql-section.tsx';
import { type SheetText, TEXTS } from './texts.ts';
import { useScrollToHash } from './use-scroll-to-hash.ts';
import { useAsked, useFilter } from './use-asked.ts';
import { TrendSection } from './trend-section.tsx';

const TONES: Readonly<Record<string, Tone>> = {
  met: 'met',
  'not-met': 'bad',
  'met-with-alert': 'alert',
  'no-data': 'info',
};

/** The technical sheet of an indicator: everything that is known of a result, in the order in which it is asked. */
export default function SheetScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const asked = useAsked();
  const answer = useAnswer('get /api/indicators/{id}/sheet', asked, { keep: true });
  const view = answer.data;
  useReading(view);
  const title = view === undefined ? t('loading') : view.name[language];
  const finding =
    view === undefined
      ? undefined
      : [view.code, printPeriod(view.period, language)].filter((text) => text !== null).join(' · ');
  return (
    <Page
      title={title}
      finding={finding}
      help="/indicadores/$id"
      back={{ to: '/indicadores', label: t('back') }}
      actions={view && <Actions view={view} />}
    >
      <LoadingPanel answer={answer} lines={8}>
        {(data) => <SheetBody view={data} />}
      </LoadingPanel>
    </Page>
  );
}

/** Readings noted since the page was opened. */
const noted = new Set<string>();

/** Leaves it known that the person read this result: once a day is enough. */
function useReading(view: SheetAnswer | undefined): void {
  const { person, today } = useSession();
  const { mutate } = useCall('post /api/readings', { refresh: false });
  const subject = view?.shown ? view.indicator : undefined;
  const period = view?.period;
  useEffect(() => {
    if (subject === undefined || period === undefined) return;
    const key = `${person.id} ${subject} ${period} ${today}`;
    if (noted.has(key)) return;
    noted.add(key);
    mutate({ body: { subject, period } });
  }, [subject, period, person.id, today, mutate]);
}

function Actions({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const { params, query } = useAsked();
  const book = useDownload('get /api/indicators/{id}/xlsx');
  const paper = useDownload('get /api/indicators/{id}/pdf');
  const refused = book.error ?? paper.error;
  const mayTake = useMay('export-aggregates');
  const mayDefine = useMay('define-indicator');
  const { id } = params;
  return (
    <>
      {view.sentence !== '' && <CopyText text={view.sentence} label={t('copy')} />}
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={paper.isPending}
        onClick={() => paper.mutate({ params, query })}
      >
        {t('pdf')}
      </Button>
      {mayTake && (
        <Button
          variant="default"
          leftSection={<Icon name="download" size={16} />}
          loading={book.isPending}
          onClick={() => book.mutate({ params, query })}
        >
          {t(view.may.export_rows ? 'xlsx' : 'xlsxTotals')}
        </Button>
      )}
      <OpenImprovement origin="standard" indicator={id} period={view.period} unit={query.unit} />
      {mayDefine && (
        <>
          <LinkButton to={{ to: '/indicadores/$id/editar', params: { id } }} variant="default">
            {t('changeSheet')}
          </LinkButton>
          <LinkButton to={{ to: '/indicadores/nuevo', search: { copia: id } }} variant="default">
            {t('copySheet')}
          </LinkButton>
        </>
      )}
      {refused && (
        <Finding tone="alert" live>
          {refused.sentence}
        </Finding>
      )}
    </>
  );
}

const ANCHORS: readonly (readonly [id: string, text: SheetText])[] = [
  ['tendencia', 'trend'],
  ['ficha', 'requirements'],
  ['desgloses', 'breakdowns'],
  ['cola', 'spread'],
  ['abiertos', 'open'],
  ['filas', 'rows'],
  ['muestra', 'sample'],
  ['sql', 'sql'],
  ['origen', 'inputs'],
  ['historia', 'history'],
];

function SheetBody({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const maySee = useMay('see-definitions');
  const [saved] = useAddress('guardada');
  useScrollToHash();
  const hidden = new Set<string>([
    ...(view.may.rows ? [] : ['filas', 'muestra']),
    ...(view.may.sql ? [] : ['sql']),
    ...(view.distribution || view.inside || view.share ? [] : ['cola']),
  ]);
  return (
    <>
      {saved !== '' && (
        <Finding tone="met" live>
          {t('savedVersion', { n: saved })}
        </Finding>
      )}
      {maySee && <WaitingChange id={view.indicator} />}
      {maySee && <ShippedNote id={view.indicator} />}
      <Filters view={view} />
      <ResultTiles view={view} />
      <Sentence view={view} />
      <nav className={styles.nav} aria-label={t('onThisSheet')}>
        {ANCHORS.filter(([id]) => !hidden.has(id)).map(([id, text]) => (
          <Anchor key={id} href={`#${id}`} size="sm">
            {t(text)}
          </Anchor>
        ))}
      </nav>
      <Place id="tendencia">
        <TrendSection view={view} />
      </Place>
      {view.changes.length > 0 && <ChangesSection changes={view.changes} />}
      <Place id="ficha">
        <DefinitionSection view={view} />
      </Place>
      <Place id="desgloses">
        <BreakdownsSection view={view} />
      </Place>
      {!hidden.has('cola') && (
        <Place id="cola">
          <SpreadSection view={view} />
        </Place>
      )}
      <Place id="abiertos">
        <OpenSection view={view} />
      </Place>
      {view.warnings.length > 0 && (
        <Section title={t('warnings')}>
          <ul className={styles.list}>
            {view.warnings.map(({ code, text }, index) => (
              <li key={`${code} ${index}`}>{text}</li>
            ))}
          </ul>
        </Section>
      )}
      {view.may.rows && (
        <>
          <Place id="filas">
            <RowsSection view={view} />
          </Place>
          <Place id="muestra">
            <SampleSection view={view} />
          </Place>
        </>
      )}
      {view.may.sql && (
        <Place id="sql">
          <SqlSection />
        </Place>
      )}
      <Place id="origen">
        <InputsSection view={view} />
      </Place>
      <Place id="historia">
        <HistorySection view={view} />
      </Place>
    </>
  );
}

function Place({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={id} className={styles.place}>
      {children}
    </div>
  );
}

/** What the sheet is limited to, each with the way out. */
function Filters({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const filter = useFilter();
  const { query } = useAsked();
  const isAsked = (dimension: string) =>
    dimension === 'unit' ? query.unit !== undefined : (query.filters ?? '').includes(`${dimension}:`);
  if (view.filters.length === 0 && view.units === null) return null;
  return (
    <div className={styles.filters}>
      {view.filters.length > 0 && <Text size="sm">{t('only')}</Text>}
      {view.filters.map(({ dimension, value, label }) => (
        <Badge
          key={dimension}
          variant="outline"
          size="lg"
          tt="none"
          rightSection={
            isAsked(dimension) && (
              <CloseButton
                size="xs"
                aria-label={t('removeFilter', { filter: label })}
                onClick={() => filter(dimension, null)}
              />
            )
          }
        >
          {label === value ? value : label}
        </Badge>
      ))}
      {view.units !== null && (
        <Text size="sm" c="dimmed">
          {t('yourUnits', { units: view.units.join(', ') })}
        </Text>
      )}
    </div>
  );
}

function ResultTiles({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const { result, standard, trend, state } = view.tiles;
  return (
    <Tiles>
      <Tile label={t('result')} value={result.text} note={result.note} />
      <Tile label={t('standard')} value={standard.text} note={standard.note} />
      <Tile label={t('trend')} value={trend.text} note={trend.note} />
      <Tile
        label={t('state')}
        value={<VerdictBadge verdict={state.verdict} hidesTail={state.hides_tail} />}
        note={state.note}
      />
    </Tiles>
  );
}

function Sentence({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (view.absence !== null) {
    return (
      <EmptyState title={t('noFigure')} action={<LinkButton to="/datos">{t('goData')}</LinkButton>}>
        <p>{view.sentence}</p>
        <p>{view.absence.text}</p>
      </EmptyState>
    );
  }
  const { state } = view.tiles;
  return (
    <div>
      <Finding tone={state.hides_tail ? 'alert' : (TONES[state.verdict] ?? 'plain')}>
        {keepTogether(view.sentence)}
      </Finding>
      {view.interpretation !== null && (
        <Text mt="sm">
          <strong>{t('interpretation')}:</strong> {view.interpretation}
        </Text>
      )}
      {view.as_of !== null && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('cut', { date: printMoment(view.as_of, language) })}{' '}
          {view.warnings.find(({ code }) => code === 'closed')?.text}
        </Text>
      )}
    </div>
  );
}

function SpreadSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { distribution, inside, share, spread, name } = view;
  const draw = useCallback(
    (how: Draw) => {
      const { bins = [], unit = 'h', limit = null, highest = null } = distribution ?? {};
      return toDistributionChart(
        {
          name,
          unit,
          limit,
          bins: bins.map(({ from, to, n }) => ({ from, to: to ?? highest ?? from, count: n })),
          inside: distribution?.inside ?? null,
          highest,
          p50: distribution?.p50 ?? null,
          p90: distribution?.p90 ?? null,
        },
        how,
      );
    },
    [distribution, name],
  );
  const told = (part: typeof inside, text: 'insideOf' | 'shareOf') =>
    part && t(text, { share: part.text, n: printNumber(part.n, language), interval: part.interval ?? '' });
  const sentences = [
    told(inside, 'insideOf'),
    told(share, 'shareOf'),
    distribution === null ? spread : null,
  ].filter(Boolean);
  return (
    <Section title={t('spread')} finding={sentences.join(' ')}>
      {distribution && <Chart title={t('distribution')} draw={draw} />}
    </Section>
  );
}

function OpenSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { count, past_limit, oldest } = view.open;
  if (count === 0)
    return (
      <Section title={t('open')} finding={t('openNone')}>
        {null}
      </Section>
    );
  const values = { n: printNumber(count, language), past: printNumber(past_limit, language) };
  const told = oldest
    ? t('openCount', { ...values, key: oldest.key, date: printMoment(oldest.opens, language) })
    : t('openCountPlain', values);
  return (
    <Section title={t('open')} finding={told}>
      {view.may.rows && (
        <Group>
          <LinkButton
            variant="default"
            to={{ to: '.', search: { filas: 'all-open', orden: 'byOpens' }, hash: 'filas' }}
          >
            {t('seeOpen')}
          </LinkButton>
        </Group>
      )}
    </Section>
  );
}
