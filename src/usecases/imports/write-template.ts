import type { Column, Dataset, Language } from '../../kernel/index.ts';
import { codeIds, PERIOD_EXAMPLES } from '../../language/index.ts';
import type { Catalogue } from '../../library/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { writeWorkbookOut } from '../write-out.ts';
import { TEMPLATE_WORDS, TYPE_WORDS } from './template-words.ts';

/** Values admitted by a code column, each as `id` or `id (label)`. */
function listAllowed(column: Column, catalogue: Catalogue, language: Language): readonly string[] {
  if (column.type === 'boolean') return [TEMPLATE_WORDS[language].yes, TEMPLATE_WORDS[language].no];
  if (column.type !== 'code' || column.codes === null) return [];
  if (column.codes === 'period') return PERIOD_EXAMPLES;
  const labels = new Map<string, string>([
    ...[...catalogue.processes.values()].map(({ id, name }) => [id, name[language]] as const),
    ...[...catalogue.schedules.values()].map(({ id, name }) => [id, name[language]] as const),
    ...[...catalogue.sheets.values()].map(({ id, name }) => [id, name[language]] as const),
    ...(catalogue.codes.get(column.codes)?.codes ?? []).map(
      ({ id, label }) => [id, label[language]] as const,
    ),
  ]);
  return (codeIds(catalogue, column.codes) ?? []).map((id) => {
    const label = labels.get(id);
    return label === undefined || label.toLowerCase() === id ? id : `${id} (${label})`;
  });
}

function exampleOf(column: Column, allowed: readonly string[]): string {
  switch (column.type) {
    case 'code':
    case 'boolean':
      return allowed[0]?.replace(/ \(.*$/, '') ?? '';
    case 'instant':
      return '2011-06-03 10:30';
    case 'date':
      return '2011-06-03';
    case 'duration':
    case 'integer':
      return '1';
    case 'decimal':
      return '0.95';
    case 'text':
    case 'reference':
      return column.of === 'unit' ? 'norte' : column.of === 'person' ? 'Ana Mora' : 'ABC-001';
    default:
      return column.type satisfies never;
  }
}

/**
 * Writes an empty workbook to fill for a data set: its headers in the reader's language, and a
 * second sheet that says of each column what it holds, whether it is required, an example and the
 * values it admits. Filled in, it imports without a mapping.
 */
export async function writeTemplate(
  institution: Pick<Institution, 'content'>,
  input: { readonly dataset: string; readonly out: string; readonly language: Language },
): Promise<{ readonly file: string; readonly dataset: Dataset }> {
  const { catalogue } = institution.content;
  const dataset = getDataset(institution.content, input.dataset);
  const { language } = input;
  const words = TEMPLATE_WORDS[language];
  const rows = dataset.columns.map((column) => {
    const allowed = listAllowed(column, catalogue, language);
    const identifies = dataset.key.includes(column.name)
      ? ` (${dataset.key.length === 1 ? words.key : words.key_part})`
      : '';
    const unit = column.type === 'duration' && column.measured_in !== null ? `: ${column.measured_in}` : '';
    return [
      column.label[language],
      `${TYPE_WORDS[language][column.type]}${unit}${identifies}`,
      column.required ? words.yes : words.no,
      exampleOf(column, allowed),
      allowed.join(', '),
    ];
  });
  const file = await writeWorkbookOut(input.out, [
    {
      name: dataset.name[language],
      header: dataset.columns.map((column) => column.label[language]),
      rows: [],
      widths: dataset.columns.map((column) => Math.max(14, column.label[language].length + 2)),
    },
    {
      name: words.sheet,
      header: [words.column, words.what, words.required, words.example, words.allowed],
      rows,
      widths: [28, 44, 14, 22, 90],
    },
  ]);
  return { file, dataset };
}
