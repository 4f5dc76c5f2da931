import { printDate, printLimit } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { Deadline } from './answers.ts';
import { TEXTS } from './texts.ts';

/** Deadlines that do not hold today. */
export function OthersSection({ rules }: { readonly rules: readonly Deadline[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const holds = ({ from, until }: Deadline) =>
    until === null
      ? t('since', { from: printDate(from, language) })
      : t('sinceUntil', { from: printDate(from, language), until: printDate(until, language) });
  return (
    <Section title={t('others')} finding={t('othersFinding')}>
      <DataTable
        label={t('others')}
        rows={rules}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', head: t('name'), cell: ({ name }) => name[language] },
          { id: 'amount', head: t('amount'), cell: (rule) => printLimit(rule, language) },
          { id: 'holds', head: t('holds'), cell: holds, sort: ({ from }) => from },
          { id: 'source', head: t('source'), cell: ({ source }) => source[language] },
        ]}
      />
    </Section>
  );
}
