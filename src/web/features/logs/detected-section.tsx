import { Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Section } from '../../ui/section.tsx';
import type { LogAnswer } from './answers.ts';
import { ColumnFields, type ReadSo } from './column-fields.tsx';
import { TEXTS } from './texts.ts';

interface DetectedSectionProps {
  readonly data: LogAnswer;
  readonly pending: boolean;
  readonly onRead: (reading: ReadSo) => void;
}

/** How the file was read; of a table, its first rows and its columns, to be corrected. */
export function DetectedSection({ data: { detected }, pending, onRead }: DetectedSectionProps) {
  const t = useTexts(TEXTS);
  if (!detected) return null;
  const { format, packed, encoding, header, sample, columns } = detected;
  const how = { format: format.toUpperCase(), packed: packed ? t('packed') : '', encoding };
  if (format === 'xes')
    return (
      <Section title={t('detected')}>
        <Text>{t('detectedXes', how)}</Text>
      </Section>
    );
  const rows = sample.map((cells, index) => ({ cells, key: String(index) }));
  return (
    <Section title={t('detected')}>
      <Stack gap="md">
        <Text>{t('detectedTable', how)}</Text>
        <DataTable
          label={t('detected')}
          phone="scroll"
          columns={header.map((name, at) => ({
            id: name,
            head: name,
            cell: ({ cells }: (typeof rows)[number]) => cells[at] ?? '',
          }))}
          rows={rows}
          rowKey={({ key }) => key}
        />
        <ColumnFields header={header} taken={columns} pending={pending} onRead={onRead} />
      </Stack>
    </Section>
  );
}
