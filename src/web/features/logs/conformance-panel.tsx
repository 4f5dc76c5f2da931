import { Stack, Text } from '@mantine/core';
import { printLapse, printNumber, printPercent } from '../../../sentences/index.ts';
import { OpenImprovement } from '../../app/open-improvement.tsx';
import { useTexts } from '../../app/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Deviation, LogAnswer } from './answers.ts';
import { LogLanes } from './log-lanes.tsx';
import { TEXTS } from './texts.ts';

/** The log on the lanes of its procedure, and in what it departs from it. */
export function ConformancePanel({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { conformance, procedure } = data;
  const [worst] = conformance?.deviations ?? [];
  if (!conformance || !procedure)
    return <EmptyState title={t('noProcedure')}>{t('noProcedureWhat')}</EmptyState>;
  return (
    <Stack gap="lg">
      <LogLanes procedure={procedure} conformance={conformance} />
      <Section
        title={t('departs')}
        finding={t('departsWhat')}
        actions={
          worst && (
            <OpenImprovement
              origin="conformance"
              process={procedure.process}
              subject={procedure.id}
              seen={`${procedure.name[language]}: ${worst.name[language]}, ${t(worst.kind)} (${printNumber(worst.cases, language)}, ${printPercent(worst.share, language)})`}
              size="xs"
            />
          )
        }
      >
        <DeviationTable deviations={conformance.deviations} worked={data.file_name === null} />
        <Text size="sm" c="dimmed" mt="sm">
          {t('compare')}
        </Text>
      </Section>
      {conformance.unregistered.length > 0 && (
        <Section title={t('unregistered')} finding={t('unregisteredWhat')}>
          <Text>{conformance.unregistered.map(({ name }) => name[language]).join(' · ')}</Text>
        </Section>
      )}
    </Stack>
  );
}

interface DeviationTableProps {
  readonly deviations: readonly Deviation[];
  readonly worked: boolean;
}

function DeviationTable({ deviations, worked }: DeviationTableProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const lapse = (times: Deviation['with']) =>
    times === null
      ? '—'
      : `${printLapse(times.median_s, language)} (n\u00a0=\u00a0${printNumber(times.n, language)})`;
  const columns: readonly Column<Deviation>[] = [
    { id: 'step', head: t('step'), cell: ({ name }) => name[language], sort: ({ name }) => name[language] },
    {
      id: 'kind',
      head: t('kind'),
      cell: ({ kind }) => (
        <StateBadge tone={kind === 'not-reached' ? 'plain' : 'alert'}>{t(kind)}</StateBadge>
      ),
      sort: ({ kind }) => t(kind),
    },
    {
      id: 'cases',
      head: t('cases'),
      align: 'right',
      cell: ({ cases }) => printNumber(cases, language),
      sort: ({ cases }) => cases,
    },
    {
      id: 'share',
      head: t('share'),
      align: 'right',
      cell: ({ share }) => printPercent(share, language),
      sort: ({ share }) => share,
    },
    {
      id: 'with',
      head: t('withIt'),
      align: 'right',
      cell: (deviation) => lapse(deviation.with),
      sort: (deviation) => deviation.with?.median_s ?? null,
    },
    { id: 'without', head: t('withoutIt'), align: 'right', cell: ({ without }) => lapse(without) },
    {
      id: 'more',
      head: t('more'),
      align: 'right',
      cell: ({ more_h }) => (more_h === null ? '—' : printMore(more_h, language)),
      sort: ({ more_h }) => more_h,
    },
    {
      id: 'example',
      head: t('example'),
      cell: ({ example }) => (worked ? t('seeCase', { number: example }) : example),
    },
  ];
  return (
    <DataTable<Deviation>
      label={t('departs')}
      columns={columns}
      rows={deviations}
      rowKey={({ kind, of }) => `${kind} ${of}`}
      {...(worked ? { link: ({ example }) => ({ to: '/casos/$number', params: { number: example } }) } : {})}
      empty={<p>{t('departsNone')}</p>}
    />
  );
}

const HOUR_S = 3600;

/** Hours more or less, with their sign. */
function printMore(hours: number, language: 'es' | 'en'): string {
  const text = printLapse(Math.abs(hours) * HOUR_S, language);
  return hours === 0 ? text : hours > 0 ? `+${text}` : `−${text}`;
}
