import type { Column, Dataset, LocalText, Params, Problem, Refusal } from '../../kernel/index.ts';
import {
  type CellProblem,
  type ChosenColumns,
  type Detected,
  type EncodingReading,
  type GuessedBy,
  type GuessedColumn,
  type MappedSource,
  type Mapping,
  maskPans,
  offerHeaders,
  type PreparedFile,
  type Preview,
  printMapping,
  proposeCode,
} from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import type { Draft } from './drafts.ts';
import { type DatasetGuess, listFileDatasets } from './guess-dataset.ts';
import { type CodeChoice, listChoices } from './list-choices.ts';

/** How it is known which header gives a column; `saved`: by the equivalence kept, `told`: by the person. */
export type ChosenBy = GuessedBy | 'saved' | 'told';

export interface InspectedColumn {
  readonly name: string;
  readonly label: LocalText;
  readonly type: Column['type'];
  readonly required: boolean;
  readonly key: boolean;
  readonly measured_in: string | null;
  readonly source: MappedSource;
  readonly constant: string | null;
  readonly by: ChosenBy | null;
  /** Unused header that may give it, while nothing does and nobody said the file lacks it. */
  readonly offer: string | null;
  /** Nothing gives it, and nobody said that the file does not have it. */
  readonly undecided: boolean;
  /** How its texts are read, once settled: form of dates or decimal mark, and the value that settled it. */
  readonly form: string | null;
  readonly settled_by: string | null;
  /** What its values leave open. */
  readonly open: { readonly code: string; readonly params: Params } | null;
  /** Values a code column may have. */
  /** What its codes are of: `process`, a code list; null where it has none. */
  readonly codes: string | null;
  readonly choices: readonly CodeChoice[];
}

export interface InspectedHeader {
  readonly name: string;
  readonly examples: readonly string[];
  /** Declared column that is read from it. */
  readonly used_by: string | null;
}

export interface InspectedRow {
  readonly line: number | null;
  readonly cells: readonly string[];
  readonly understood: Readonly<Record<string, string>>;
  readonly problems: readonly (CellProblem & { readonly problem: Problem })[];
}

/** Texts of a code column that mean nothing yet, each with what it may mean. */
export interface UnknownTexts {
  readonly column: string;
  readonly texts: readonly { readonly text: string; readonly proposal: string | null }[];
}

/** All that is told of a draft. */
export interface Inspection {
  readonly draft: { readonly id: string; readonly name: string; readonly bytes: number };
  /** Why it cannot even be laid out; the rest is empty then, but for its first lines. */
  readonly blocked: { readonly code: string; readonly params: Params } | null;
  readonly layout: {
    readonly detected: Detected | null;
    readonly told: { readonly [K in 'encoding' | 'delimiter' | 'sheet' | 'header_line']?: string | number };
    readonly encodings: readonly EncodingReading[];
    readonly top_lines: readonly string[];
    readonly records: number;
    readonly blank: number;
  };
  readonly datasets: readonly DatasetGuess[];
  readonly dataset: string | null;
  readonly columns: readonly InspectedColumn[];
  readonly headers: readonly InspectedHeader[];
  /** Headers that no column uses. */
  readonly ignored: readonly string[];
  readonly unknown: readonly UnknownTexts[];
  /** How the texts of each code column were understood, with how many rows have each. */
  readonly understood: Preview['codes'];
  readonly rows: readonly InspectedRow[];
  readonly warnings: readonly Problem[];
  /** Headers in which a card number was seen among the rows shown, and how many stand outside the data. */
  readonly cards: { readonly headers: readonly string[]; readonly outside: number };
  readonly mapping: Mapping | null;
  /** The mapping as the text that is kept with the import. */
  readonly yaml: string;
  /** Name of the equivalence saved for such files. */
  readonly saved: string | null;
  /** Required columns without a source, and whether anything is open. */
  readonly missing: readonly string[];
  readonly ready: boolean;
}

interface Found {
  readonly prepared: PreparedFile;
  readonly datasets: readonly DatasetGuess[];
  readonly dataset: Dataset;
  readonly preview: Preview;
  readonly sources: ChosenColumns['sources'];
  readonly ignored: readonly string[];
  readonly mapping: Mapping;
  readonly guessed: ReadonlyMap<string, GuessedColumn>;
  readonly saved: string | null;
}

interface Parts {
  readonly institution: Institution;
  readonly draft: Draft;
  readonly blocked?: Refusal;
  readonly encodings: readonly EncodingReading[];
  readonly top: readonly string[];
  readonly layout: Inspection['layout']['told'];
  readonly found?: Found;
}

const EXAMPLES = 3;
/** Rows in which examples of a header are looked for. */
const LOOKED_AT = 300;

/** Puts together what is told of a draft. */
export function toInspection(parts: Parts): Inspection {
  const { institution, draft, blocked, found, encodings, top } = parts;
  const { encoding, delimiter, sheet, header_line } = parts.layout;
  const told = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet }),
    ...(header_line && { header_line }),
  };
  const about = { id: draft.id, name: draft.name, bytes: draft.bytes };
  if (!found) {
    const datasets = listFileDatasets(institution).map(
      ({ id, name, columns }): DatasetGuess => ({
        id,
        name,
        recognised: 0,
        columns: columns.length,
        missing: [],
        saved: false,
      }),
    );
    return {
      draft: about,
      blocked: blocked ? { code: blocked.code, params: blocked.params } : null,
      layout: { detected: null, told, encodings, top_lines: top, records: 0, blank: 0 },
      datasets,
      dataset: null,
      columns: [],
      headers: [],
      ignored: [],
      unknown: [],
      understood: [],
      rows: [],
      warnings: [],
      cards: { headers: [], outside: 0 },
      mapping: null,
      yaml: '',
      saved: null,
      missing: [],
      ready: false,
    };
  }
  const { prepared, dataset, preview, sources, mapping } = found;
  const missing = dataset.columns.flatMap(({ name, required }) =>
    required && !sources.has(name) ? [name] : [],
  );
  const cardHeaders = preview.rows.flatMap(({ problems }) =>
    problems.flatMap(({ code, index }) =>
      code === 'card-number' && index !== null ? [prepared.header[index] ?? ''] : [],
    ),
  );
  return {
    draft: about,
    blocked: null,
    layout: {
      detected: prepared.detected,
      told,
      encodings,
      top_lines: top,
      records: prepared.records,
      blank: prepared.blank,
    },
    datasets: found.datasets,
    dataset: dataset.id,
    columns: toColumns(institution, found),
    headers: toHeaders(found),
    ignored: found.ignored,
    unknown: toUnknown(institution, dataset, preview),
    understood: preview.codes.map(({ column, texts }) => ({
      column,
      texts: texts.map((each) => ({ ...each, text: maskPans(each.text) })),
    })),
    rows: preview.rows.map((row) => toRow(found, row)),
    warnings: prepared.warnings,
    cards: { headers: [...new Set(cardHeaders)], outside: prepared.pans_outside.length },
    mapping,
    yaml: printMapping(mapping),
    saved: found.saved,
    missing,
    ready: missing.length === 0 && preview.open.length === 0,
  };
}

function toColumns(institution: Institution, found: Found): InspectedColumn[] {
  const { dataset, sources, mapping, prepared, ignored } = found;
  const open = dataset.columns.flatMap(({ name }) =>
    sources.has(name) || mapping.columns?.[name] === null || mapping.constants?.[name] !== undefined
      ? []
      : [name],
  );
  const { header, sample } = prepared;
  const vocabulary = institution.content.catalogue;
  const offers = offerHeaders({ dataset, header, sample, vocabulary, open, unused: ignored });
  return dataset.columns.map((column) => ({
    ...toColumn(institution, found, column),
    offer: offers.get(column.name) ?? null,
    undecided: open.includes(column.name),
  }));
}

function toColumn(
  { content }: Institution,
  found: Found,
  column: Column,
): Omit<InspectedColumn, 'offer' | 'undecided'> {
  const { mapping, preview, sources, dataset, prepared } = found;
  const given = sources.get(column.name);
  const header = (index: number) => prepared.header[index]!;
  const source: MappedSource =
    mapping.columns?.[column.name] ??
    (given?.kind === 'one'
      ? header(given.index)
      : given?.kind === 'date-time'
        ? { date: header(given.date), time: header(given.time) }
        : null);
  const reading = preview.readings.get(column.name);
  const open = preview.open.find((question) => question.column === column.name);
  return {
    name: column.name,
    label: column.label,
    type: column.type,
    required: column.required,
    key: dataset.key.includes(column.name),
    measured_in: column.measured_in,
    source,
    constant: mapping.constants?.[column.name] ?? null,
    by: source === null ? null : toChosenBy(found, column.name, source),
    form: reading?.kind === 'date' ? reading.form : reading?.kind === 'number' ? reading.mark : null,
    settled_by: reading && 'settled_by' in reading ? reading.settled_by : null,
    open: open ? { code: open.code, params: open.params } : null,
    codes: column.codes,
    choices:
      column.codes === null || column.type !== 'code' ? [] : listChoices(content.catalogue, column.codes),
  };
}

function toChosenBy({ guessed, saved }: Found, name: string, source: NonNullable<MappedSource>): ChosenBy {
  const guess = guessed.get(name);
  if (
    guess &&
    JSON.stringify(guess.source) === JSON.stringify(source) &&
    (saved === null || guess.by === 'name')
  )
    return guess.by;
  return saved === null ? 'told' : 'saved';
}

function toHeaders({ prepared, sources }: Found): InspectedHeader[] {
  const users = new Map<number, string>();
  for (const [name, source] of sources) {
    if (source.kind === 'one') users.set(source.index, name);
    if (source.kind === 'date-time') users.set(source.date, name).set(source.time, name);
  }
  return prepared.header.map((name, index) => {
    const cells = prepared.sample.slice(0, LOOKED_AT).map((row) => (row[index] ?? '').trim());
    const examples = [...new Set(cells.filter((cell) => cell !== ''))].slice(0, EXAMPLES);
    return { name, examples: examples.map(maskPans), used_by: users.get(index) ?? null };
  });
}

function toUnknown({ content }: Institution, dataset: Dataset, preview: Preview): UnknownTexts[] {
  const { processes } = content.catalogue;
  const parents = new Set([...processes.values()].map(({ parent }) => parent));
  // A slip of the pen in the name of a process with others below it still leaves which one is meant.
  const findSpelling = (near: string | undefined, codes: string) =>
    near && !(codes === 'process' && parents.has(near)) ? near : null;
  return preview.unknown.map(({ column, texts, nearest }) => {
    const codes = dataset.columns.find(({ name }) => name === column)?.codes ?? '';
    return {
      column,
      texts: texts.map((text, index) => ({
        text,
        proposal: findSpelling(nearest[index], codes) ?? proposeCode(text, codes, content.catalogue),
      })),
    };
  });
}

function toRow({ dataset, prepared }: Found, row: Preview['rows'][number]): InspectedRow {
  return {
    ...row,
    cells: row.cells.map(maskPans),
    problems: row.problems.map((found) => {
      const rule = dataset.rules.find(({ code }) => code === found.code);
      const column = dataset.columns.find(({ name }) => name === found.column);
      const header = found.index === null ? undefined : prepared.header[found.index];
      const value = found.index === null ? '' : maskPans(row.cells[found.index] ?? '');
      return {
        ...found,
        problem: {
          code: rule ? 'row-rule' : found.code,
          severity: 'error',
          where: header === undefined ? {} : { path: header },
          params: {
            value,
            rule: rule?.code ?? null,
            es: rule?.text.es ?? column?.label.es ?? '',
            en: rule?.text.en ?? column?.label.en ?? '',
          },
          ...(found.hint === '' ? {} : { hint: found.hint }),
        },
      };
    }),
  };
}
