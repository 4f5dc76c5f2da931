import { printCount, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useLanguage } from '../../ui/language.ts';
import { Section } from '../../ui/section.tsx';
import type { InspectedColumn, Inspection } from './answers.ts';
import { WIZARD_TEXTS } from './texts.ts';

type Understood = Inspection['understood'][number];

/** How each value of the file was understood without anybody being asked, folded by column. */
export function UnderstoodCodes({ seen }: { readonly seen: Inspection }) {
  const t = useTexts(WIZARD_TEXTS);
  const byName = new Map(seen.columns.map((column) => [column.name, column]));
  const shown = seen.understood.flatMap((one) => {
    const column = byName.get(one.column);
    return column ? [{ ...one, of: column }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Section title={t('understoodTitle')} finding={t('understoodWhat')}>
      {shown.map((one) => (
        <Folded key={one.column} column={one.of} texts={one.texts} />
      ))}
    </Section>
  );
}

function Folded({
  column,
  texts,
}: {
  readonly column: InspectedColumn;
  readonly texts: Understood['texts'];
}) {
  const t = useTexts(WIZARD_TEXTS);
  const language = useLanguage();
  const labels = new Map(column.choices.map(({ id, label }) => [id, label[language]]));
  const name = column.label[language];
  const values = language === 'es' ? (['valor', 'valores'] as const) : (['value', 'values'] as const);
  return (
    <details>
      <summary>
        {t('understoodOf', { column: name, values: printCount(texts.length, values, language) })}
      </summary>
      <DataTable
        label={name}
        rows={texts}
        rowKey={({ text }) => text}
        columns={[
          { id: 'text', head: t('understoodText'), cell: ({ text }) => text },
          {
            id: 'meaning',
            head: t('understoodMeaning'),
            cell: ({ id }) => (id === null ? t('understoodNothing') : (labels.get(id) ?? id)),
          },
          {
            id: 'rows',
            head: t('understoodRows'),
            align: 'right',
            cell: ({ n }) => printNumber(n, language),
          },
        ]}
      />
    </details>
  );
}
