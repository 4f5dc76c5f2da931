import { type Dataset, type LocalText, Refusal } from '../../kernel/index.ts';
import { type MappedSource, type Mapping, readMapping } from '../../facts/index.ts';
import { getDataset, type Institution } from '../institution.ts';
import { listChoices } from './list-choices.ts';
import { hideMapping, listHiddenMappings, offerMapping } from './hidden-mappings.ts';

/** An equivalence of columns as it is kept, with what it says as a table. */
export interface MappingPage {
  readonly name: string;
  readonly dataset: string;
  readonly dataset_name: LocalText;
  /** Offered for the next file with such a header. */
  readonly offered: boolean;
  readonly versions: readonly { readonly version: number; readonly at: string }[];
  readonly columns: readonly { readonly column: string; readonly label: LocalText; readonly from: string }[];
  readonly codes: readonly {
    readonly column: string;
    readonly label: LocalText;
    readonly text: string;
    readonly means: string;
    readonly means_label: LocalText;
  }[];
  readonly layout: Readonly<Record<string, string>>;
  readonly yaml: string;
  /** Imports in force that were read by it. */
  readonly used_by: readonly string[];
}

function printFrom(source: MappedSource): string {
  if (source === null) return '';
  if (typeof source === 'string') return source;
  if ('event' in source) return `${source.event}: ${[source.activity ?? []].flat().join(', ')}`;
  return `${source.date} + ${source.time}`;
}

/** What the newest version of each saved equivalence says. */
export function listSavedMappings(institution: Institution): readonly MappingPage[] {
  const { ledger, content } = institution;
  const hidden = new Set(listHiddenMappings(ledger));
  const byName = Map.groupBy(ledger.listMappings(), ({ name }) => name);
  return [...byName].flatMap(([name, versions]) => {
    const last = versions.at(-1)!;
    const dataset = getDataset(content, last.dataset);
    // One written for columns that a pack no longer has is kept, and cannot be shown.
    const mapping = readOrNull(last.yaml, name, dataset);
    if (mapping === null) return [];
    const label = (column: string): LocalText =>
      dataset.columns.find((candidate) => candidate.name === column)?.label ?? { es: column, en: column };
    const order = dataset.columns.map(({ name: column }) => column);
    const given = Object.entries(mapping.columns ?? {}).sort(
      ([a], [b]) => order.indexOf(a) - order.indexOf(b),
    );
    const columns = given.map(([column, source]) => ({
      column,
      label: label(column),
      from: printFrom(source),
    }));
    const constants = Object.entries(mapping.constants ?? {}).map(([column, value]) => ({
      column,
      label: label(column),
      from: `= ${value}`,
    }));
    const codes = Object.entries(mapping.codes ?? {}).flatMap(([column, texts]) =>
      Object.entries(texts).map(([text, means]) => ({
        column,
        label: label(column),
        text,
        means,
        means_label: sayCode(institution, dataset, column, means),
      })),
    );
    const layout = {
      ...(mapping.encoding && { encoding: mapping.encoding }),
      ...(mapping.delimiter && { delimiter: mapping.delimiter }),
      ...(mapping.sheet && { sheet: mapping.sheet }),
      ...(mapping.header_line && { header_line: String(mapping.header_line) }),
      ...(mapping.decimals && { decimals: mapping.decimals }),
      ...(mapping.dates && {
        dates: typeof mapping.dates === 'string' ? mapping.dates : Object.values(mapping.dates).join(', '),
      }),
    };
    return [
      {
        name,
        dataset: dataset.id,
        dataset_name: dataset.name,
        offered: !hidden.has(name),
        versions: versions.map(({ version, at }) => ({ version, at })),
        columns: [...columns, ...constants],
        codes,
        layout,
        yaml: last.yaml,
        used_by: listUsers(institution, dataset.id, mapping),
      },
    ];
  });
}

function sayCode({ content }: Institution, dataset: Dataset, column: string, id: string): LocalText {
  const codes = dataset.columns.find(({ name }) => name === column)?.codes ?? null;
  const choices = codes === null ? [] : listChoices(content.catalogue, codes);
  return choices.find((choice) => choice.id === id)?.label ?? { es: id, en: id };
}

function readOrNull(yaml: string, name: string, dataset: Dataset): Mapping | null {
  try {
    return readMapping(yaml, name, dataset);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function listUsers({ ledger }: Institution, dataset: string, { columns }: Mapping): string[] {
  const wanted = JSON.stringify(sorted(columns));
  return ledger.listImports({ dataset }).flatMap(({ id, mapping }) => {
    const own = (mapping as Mapping | null)?.columns;
    return mapping !== null && JSON.stringify(sorted(own)) === wanted ? [id] : [];
  });
}

function sorted(columns: Mapping['columns']): unknown {
  return Object.entries(columns ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Offers a saved equivalence again, or stops offering it; refuses one that is not there. */
export function offerSavedMapping(institution: Institution, name: string, offered: boolean): void {
  if (!institution.ledger.findMapping(name)) throw new Refusal('mapping-not-saved', { name });
  if (offered) offerMapping(institution.ledger, name);
  else hideMapping(institution.ledger, name);
}
