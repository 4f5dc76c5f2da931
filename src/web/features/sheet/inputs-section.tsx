import { Text, Title } from '@mantine/core';
import { printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import { printMoment } from './print-moment.ts';
import type { SheetAnswer } from './sheet-answer.ts';
import { TEXTS } from './texts.ts';

/** What went into the figure: files, rows, calendars and versions. */
export function InputsSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { inputs, calendars, versions } = view;
  const n = (value: number) => printNumber(value, language);
  return (
    <Section
      title={t('inputs')}
      finding={t('version', {
        sheet: versions.sheet,
        pack: versions.pack_name[language],
        number: versions.pack_version,
      })}
    >
      {inputs.map((input) => (
        <div key={input.dataset}>
          <Title order={3} mt="sm">
            {input.name[language]}
          </Title>
          <Text size="sm" c="dimmed" mb="xs">
            {t('read', { n: n(input.read), scope: n(input.in_scope), wait: n(input.quarantined) })}
          </Text>
          {input.corrected.length > 0 && (
            <Text size="sm" mb="xs">
              {input.corrected.length === 1
                ? t('correctedOne')
                : t('correctedMany', { n: n(input.corrected.length) })}
            </Text>
          )}
          {input.imports.length > 0 && (
            <DataTable
              label={input.name[language]}
              rows={input.imports}
              rowKey={(each) => each.import}
              columns={[
                {
                  id: 'file',
                  head: t('file'),
                  cell: (each) => (each.import === 'casos' ? t('workedAll') : each.file),
                },
                {
                  id: 'at',
                  head: t('imported'),
                  cell: (each) => printMoment(each.imported_at.slice(0, 10), language),
                },
                { id: 'rows', head: t('rowsIn'), align: 'right', cell: (each) => n(each.rows) },
              ]}
            />
          )}
        </div>
      ))}
      {calendars.length > 0 && (
        <Text mt="sm">
          {t('calendars')}:{' '}
          {calendars
            .map(({ name, from }) =>
              from === null
                ? name[language]
                : t('calendarFrom', { id: name[language], date: printMoment(from, language) }),
            )
            .join('; ')}
        </Text>
      )}
    </Section>
  );
}
