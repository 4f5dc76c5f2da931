import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { type ApiAnswer, useAnswer, useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { WIZARD_TEXTS } from './texts.ts';

type Wanted = ApiAnswer<'get /api/datasets'>['datasets'][number];

/** What each data set asks of a file, and an empty workbook to fill. */
export function WantedColumns() {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/datasets');
  const download = useDownload('get /api/datasets/{id}/template');
  const [chosen, setChosen] = useState<string | null>(null);
  const datasets = answer.data?.datasets ?? [];
  const wanted =
    datasets.find(({ id }) => id === chosen) ?? datasets.find(({ id }) => id === 'requests') ?? datasets[0];
  if (!wanted) return null;
  return (
    <Section title={t('wantTitle')} finding={t('wantWhat')}>
      <Stack gap="md">
        <Group align="end">
          <Select
            label={t('whichData')}
            data={datasets.map(({ id, name }) => ({ value: id, label: name[language] }))}
            value={wanted.id}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Button
            variant="default"
            leftSection={<Icon name="download" size={18} />}
            loading={download.isPending}
            onClick={() => download.mutate({ params: { id: wanted.id } })}
          >
            {t('template')}
          </Button>
        </Group>
        <WantedTable wanted={wanted} />
      </Stack>
    </Section>
  );
}

function WantedTable({ wanted }: { readonly wanted: Wanted }) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  return (
    <DataTable
      label={wanted.name[language]}
      rows={wanted.columns}
      rowKey={({ name }) => name}
      columns={[
        {
          id: 'label',
          head: t('wantColumn'),
          cell: ({ label, required, key }) =>
            `${label[language]} (${required ? t('required') : t('optional')}${key ? `; ${t('identifies')}` : ''})`,
        },
        {
          id: 'what',
          head: t('wantKind'),
          cell: ({ what, values }) => (values.length === 0 ? what : `${what}: ${values.join(', ')}`),
        },
        { id: 'aliases', head: t('wantNames'), cell: ({ aliases }) => aliases.join(', ') },
      ]}
    />
  );
}
