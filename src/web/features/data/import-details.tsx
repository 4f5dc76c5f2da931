import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { useAnswer, useDownload } from '../../app/api.ts';
import { useMay, useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { ConfirmWithReason } from '../../ui/confirm-with-reason.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { Accounting } from './accounting.tsx';
import type { ImportPage } from './answers.ts';
import styles from './data.module.css';
import { ImportState } from './import-state.tsx';
import { printWhen } from './print-when.ts';
import { sayForm } from './say-form.ts';
import { CorrectedRows } from './corrected-rows.tsx';
import { DATA_TEXTS } from './screen-texts.ts';
import { WIZARD_TEXTS } from './texts.ts';
import { UndoPart } from './undo-part.tsx';
import { WarningList } from './warning-list.tsx';

/** One import whole: how it was read, what became of each row, what it touched, and taking it back. */
export function ImportDetails({ id }: { readonly id: string }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/imports/{id}', { params: { id } });
  const page = answer.data;
  return (
    <Page
      title={page?.file_name ?? t('page', { id })}
      finding={
        page &&
        `${page.dataset_name[language]} · ${printWhen(page.at, language)} · ${page.by_name ?? t('whoFolder')}`
      }
      back={{ to: '/datos/importaciones', label: t('backTo'), search: { importacion: undefined } }}
      help="/datos/importaciones"
      actions={page && <ImportState line={page} />}
    >
      <LoadingPanel answer={answer} lines={8}>
        {(data) => <Details page={data} />}
      </LoadingPanel>
    </Page>
  );
}

function Details({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const mayCorrect = useMay('correct-rows');
  const n = (value: number) => printNumber(value, language);
  return (
    <Stack gap="lg">
      <UndoPart page={page} />
      <Section title={t('accounting')}>
        <Accounting counts={page.counts} />
        {page.open > 0 && mayCorrect && (
          <Finding
            tone="alert"
            action={
              <LinkButton variant="default" to="/datos/corregir">
                {t('correctTitle')}
              </LinkButton>
            }
          >
            {`${t('toCorrect')}: ${n(page.open)}`}
          </Finding>
        )}
      </Section>
      <About page={page} />
      <Columns page={page} />
      {page.corrections.length > 0 && <CorrectedRows page={page} />}
      {page.problems.length > 0 && <Problems page={page} />}
      {page.yaml !== null && (
        <Section title={t('yaml')}>
          <pre className={styles.pre} tabIndex={0} aria-label={t('yaml')}>
            {page.yaml}
          </pre>
        </Section>
      )}
    </Stack>
  );
}

function About({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const session = useSession();
  // It holds real names of every unit: only who may see identities everywhere is offered it.
  const mayTake = session.permissions.has('reveal-identity') && session.roles.has('auditor');
  const [asking, setAsking] = useState(false);
  const download = useDownload('get /api/imports/{id}/file');
  const n = (value: number) => printNumber(value, language);
  const { detected } = page;
  const items = [
    { term: t('detected'), detail: `${page.file_name} · ${t('size', { n: n(page.bytes) })}` },
    { term: t('encoding'), detail: typeof detected['encoding'] === 'string' ? detected['encoding'] : '' },
    { term: t('header'), detail: t('headerAt', { n: n(Number(detected['header_line'] ?? 1)) }) },
    {
      term: t('months'),
      detail:
        page.months
          .map(({ month, rows }) => t('monthRows', { month: printPeriod(month, language), n: n(rows) }))
          .join(', ') || t('none'),
    },
    {
      term: t('indicators'),
      detail: page.indicators.length === 0 ? t('none') : <Indicators page={page} />,
    },
    ...(page.corrected_in.length === 0
      ? []
      : [{ term: t('broughtBack'), detail: <BroughtBack page={page} /> }]),
    ...(page.reason === null ? [] : [{ term: t('reasonOver'), detail: page.reason }]),
    { term: t('digest'), detail: <code className={styles.note}>{page.sha256}</code> },
  ];
  return (
    <Section
      title={t('about')}
      actions={
        mayTake && (
          <Button
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            onClick={() => setAsking(true)}
          >
            {t('original')}
          </Button>
        )
      }
    >
      {asking && (
        <ConfirmWithReason
          title={t('original')}
          confirm={t('original')}
          pending={download.isPending}
          refused={download.error}
          onClose={() => setAsking(false)}
          onConfirm={(reason) =>
            download.mutate(
              { params: { id: page.id }, query: { reason } },
              { onSuccess: () => setAsking(false) },
            )
          }
        >
          {t('originalWhy')}
        </ConfirmWithReason>
      )}
      <DefinitionList items={items} />
      <WarningList warnings={page.warnings} />
    </Section>
  );
}

/** The imports that brought rows of this one back. */
function BroughtBack({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  return (
    <Group gap="xs">
      {page.corrected_in.map(({ id, file_name, rows }) => (
        <AppLink key={id} to={{ to: '/datos/importaciones', search: { importacion: id } }}>
          {t('monthRows', { month: file_name, n: printNumber(rows, language) })}
        </AppLink>
      ))}
    </Group>
  );
}

function Indicators({ page }: { readonly page: ImportPage }) {
  const language = useLanguage();
  const [month] = page.months.toSorted((a, b) => b.rows - a.rows);
  return (
    <Group gap="xs">
      {page.indicators.map(({ id, name }) => (
        <AppLink key={id} to={{ to: '/indicadores/$id', params: { id }, search: { periodo: month?.month } }}>
          {name[language]}
        </AppLink>
      ))}
    </Group>
  );
}

function Columns({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const say = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('columns')}>
      <DataTable
        label={t('columns')}
        rows={page.columns}
        rowKey={({ name }) => name}
        columns={[
          { id: 'column', head: t('column'), cell: ({ label }) => label[language] },
          { id: 'from', head: t('from'), cell: ({ header }) => header },
          {
            id: 'form',
            head: t('form'),
            cell: ({ form, settled_by }) =>
              form === null || settled_by === null
                ? t('none')
                : `${sayForm(say, form)}${settled_by && settled_by !== 'mapping' ? ` («${settled_by}»)` : ''}`,
          },
        ]}
      />
    </Section>
  );
}

const STATES = { open: 'stateOpen', corrected: 'stateCorrected', undone: 'stateUndone' } as const;

function Problems({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  return (
    <Section title={t('problems')}>
      <DataTable
        label={t('problems')}
        rows={page.problems.map((row, index) => ({ ...row, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'line',
            head: t('line'),
            align: 'right',
            cell: ({ problem }) =>
              problem.where.line === undefined ? t('none') : printNumber(problem.where.line, language),
          },
          { id: 'column', head: t('column'), cell: ({ problem }) => problem.where.path ?? t('none') },
          {
            id: 'reason',
            head: t('reason'),
            cell: ({ problem }) => <Text size="sm">{problem.sentence}</Text>,
          },
          {
            id: 'state',
            head: t('state'),
            cell: ({ state }) => (
              <StateBadge tone={state === 'open' ? 'alert' : 'none'}>
                {t(STATES[state as keyof typeof STATES] ?? 'stateOpen')}
              </StateBadge>
            ),
          },
        ]}
      />
    </Section>
  );
}
