import { Text } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { ImportPage } from './answers.ts';
import { printWhen } from './print-when.ts';
import { DATA_TEXTS } from './screen-texts.ts';

const quote = (text: string | null): string | null => (text === null ? null : `«${text}»`);

/** Rows that an import brought back: where each stood, and who wrote which cell anew. */
export function CorrectedRows({ page }: { readonly page: ImportPage }) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const { corrections, corrections_total: total } = page;
  const n = (value: number) => printNumber(value, language);
  return (
    <Section title={t('corrections')} finding={t('correctionsWhat', { n: n(total) })}>
      <DataTable
        label={t('corrections')}
        rows={corrections.map((row, index) => ({ ...row, index }))}
        rowKey={({ index }) => String(index)}
        columns={[
          {
            id: 'from',
            head: t('correctedFrom'),
            cell: ({ file, line, import: id }) => (
              <AppLink to={{ to: '/datos/importaciones', search: { importacion: id } }}>
                {line === null ? t('correctedNoLine', { file }) : t('correctedAt', { file, line: n(line) })}
              </AppLink>
            ),
          },
          {
            id: 'cells',
            head: t('correctedWhat'),
            cell: ({ cells }) =>
              cells.length === 0
                ? t('correctedNothing')
                : cells.map(({ header, from, to }) => (
                    <Text key={header} size="sm">
                      {t('correctedCell', {
                        header,
                        from: quote(from) ?? t('empty'),
                        to: quote(to) ?? t('empty'),
                      })}
                    </Text>
                  )),
          },
          {
            id: 'by',
            head: t('correctedBy'),
            cell: ({ by_name, at }) => `${by_name ?? t('whoFolder')}, ${printWhen(at, language)}`,
          },
        ]}
      />
      {corrections.length < total && (
        <Text size="sm" c="dimmed">
          {t('correctionsFirst', { n: n(corrections.length) })}
        </Text>
      )}
    </Section>
  );
}
