import type { Column, Language, LocalText } from '../../kernel/index.ts';
import type { Institution } from '../institution.ts';
import { listFileDatasets } from './guess-dataset.ts';
import { listChoices } from './list-choices.ts';
import { TYPE_WORDS } from './template-words.ts';

/** What a data set wants of a file, for whoever prepares one. */
export interface DatasetHelp {
  readonly id: string;
  readonly name: LocalText;
  readonly columns: readonly {
    readonly name: string;
    readonly label: LocalText;
    readonly required: boolean;
    readonly key: boolean;
    readonly type: Column['type'];
    readonly what: string;
    /** Some of the headers it is known under. */
    readonly aliases: readonly string[];
    readonly values: readonly string[];
  }[];
}

const MOST_NAMES = 5;
const MOST_VALUES = 8;

/** Each data set that files bring, with its columns in the reader's words. */
export function describeDatasets(
  institution: Pick<Institution, 'content'>,
  language: Language,
): readonly DatasetHelp[] {
  const { catalogue } = institution.content;
  return listFileDatasets(institution).map((dataset) => ({
    id: dataset.id,
    name: dataset.name,
    columns: dataset.columns.map((column) => ({
      name: column.name,
      label: column.label,
      required: column.required,
      key: dataset.key.includes(column.name),
      type: column.type,
      what: `${TYPE_WORDS[language][column.type]}${column.type === 'duration' ? ` (${column.measured_in ?? 'min'})` : ''}`,
      aliases: column.aliases.slice(0, MOST_NAMES),
      values:
        column.type === 'code' && column.codes !== null
          ? listChoices(catalogue, column.codes)
              .slice(0, MOST_VALUES)
              .map(({ label }) => label[language])
          : [],
    })),
  }));
}
