import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useMay } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { SavedMapping } from './answers.ts';
import styles from './data.module.css';
import { printWhen } from './print-when.ts';
import { DATA_TEXTS } from './screen-texts.ts';

/** *Equivalencias*: what was said once of the columns and codes of each kind of file. */
export default function MappingsScreen() {
  const t = useTexts(DATA_TEXTS);
  const answer = useAnswer('get /api/mappings');
  return (
    <Page title={t('mappingsTitle')} finding={t('mappingsFinding')}>
      <LoadingPanel
        answer={answer}
        isEmpty={({ mappings }) => mappings.length === 0}
        empty={
          <EmptyState
            title={t('mappingsNone')}
            action={<LinkButton to="/datos/importar">{t('bring')}</LinkButton>}
          >
            {t('mappingsNoneWhat')}
          </EmptyState>
        }
      >
        {({ mappings }) => (
          <Stack gap="lg">
            {mappings.map((mapping) => (
              <MappingPart key={mapping.name} mapping={mapping} />
            ))}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}

function MappingPart({ mapping }: { readonly mapping: SavedMapping }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const mayPlan = useMay('plan-agenda');
  const offer = useCall('put /api/mappings/{id}');
  const [open, setOpen] = useState(false);
  const n = (value: number) => printNumber(value, language);
  const last = mapping.versions.at(-1);
  const when = last ? printWhen(last.at, language) : '';
  return (
    <Section
      title={`${mapping.dataset_name[language]} · ${mapping.columns
        .slice(0, 3)
        .map(({ from }) => from)
        .join(', ')}…`}
      finding={`${mapping.versions.length === 1 ? t('versionOne', { when }) : t('version', { n: n(mapping.versions.length), when })} ${t('usedBy', { n: n(mapping.used_by.length) })}`}
      actions={
        <Group gap="sm">
          <StateBadge tone={mapping.offered ? 'met' : 'none'}>
            {mapping.offered ? t('offered') : t('notOffered')}
          </StateBadge>
          <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('hide') : t('see')}
          </Button>
          {mayPlan && (
            <Button
              variant="default"
              loading={offer.isPending}
              onClick={() =>
                offer.mutate({ params: { id: mapping.name }, body: { offered: !mapping.offered } })
              }
            >
              {mapping.offered ? t('stopOffering') : t('offerAgain')}
            </Button>
          )}
        </Group>
      }
    >
      {offer.error && <ErrorPanel error={offer.error} />}
      {open ? <MappingTables mapping={mapping} /> : <Text c="dimmed">{mapping.name}</Text>}
    </Section>
  );
}

function MappingTables({ mapping }: { readonly mapping: SavedMapping }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  return (
    <Stack gap="md">
      <DataTable
        label={t('columns')}
        rows={mapping.columns}
        rowKey={({ column }) => column}
        columns={[
          { id: 'column', head: t('column'), cell: ({ label }) => label[language] },
          { id: 'from', head: t('yours'), cell: ({ from }) => (from === '' ? t('none') : from) },
        ]}
      />
      {mapping.codes.length > 0 && (
        <DataTable
          label={t('codes')}
          rows={mapping.codes}
          rowKey={({ column, text }) => `${column} ${text}`}
          columns={[
            { id: 'text', head: t('text'), cell: ({ text }) => text },
            { id: 'means', head: t('means'), cell: ({ means_label }) => means_label[language] },
            { id: 'column', head: t('column'), cell: ({ label }) => label[language] },
          ]}
        />
      )}
      <pre className={styles.pre} tabIndex={0} aria-label={t('yaml')}>
        {mapping.yaml}
      </pre>
    </Stack>
  );
}
