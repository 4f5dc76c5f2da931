import type { ColumnType, Dataset, LocalText } from '../../kernel/index.ts';
import { quoteName } from '../../engine/index.ts';
import type { Institution } from '../institution.ts';
import { hoursOfDay } from './check-form.ts';
import { OWN } from './own-pack.ts';

/** A column as a form offers it. */
export interface OfferedColumn {
  readonly name: string;
  readonly label: LocalText;
  readonly type: ColumnType;
  /** Unit its numbers are written in: `min`, `money`; null for the rest. */
  readonly unit: string | null;
  /** Brought from another data set. */
  readonly brought: boolean;
  /** Values can be picked from those seen: names, codes, yes or no. */
  readonly pickable: boolean;
  /** Holds a process, so that those below it can be asked for at once. */
  readonly process: boolean;
}

export interface OfferedDataset {
  readonly id: string;
  readonly name: LocalText;
  readonly columns: readonly OfferedColumn[];
  /** Date that puts its facts in a period unless another is chosen; null for none. */
  readonly date: string | null;
  readonly opens: string | null;
  readonly closes: string | null;
  /** Column that says how many facts a row stands for. */
  readonly weight: string | null;
  readonly rows: number;
  /** First and last local date of its facts; null where there are none. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface OfferedProcess {
  readonly id: string;
  readonly name: LocalText;
  readonly parent: string | null;
}

/** Everything a form offers: data sets with their columns, and processes. */
export interface FormVocabulary {
  readonly datasets: readonly OfferedDataset[];
  readonly processes: readonly OfferedProcess[];
  /** Hours of attention of a working day by the own calendar, as a decimal; null where days differ. */
  readonly hours_of_day: string | null;
  /** Whether people and schedules are known, so that there is installed capacity to compare with. */
  readonly capacity: boolean;
}

/** Data sets about people, places and the past: no indicator counts their rows. */
const DIRECTORY = ['staff', 'units', 'historico', 'clients'];

function toColumns(dataset: Dataset, datasets: ReadonlyMap<string, Dataset>): OfferedColumn[] {
  const own = dataset.columns.map(
    (column): OfferedColumn => ({
      name: column.name,
      label: column.label,
      type: column.type,
      unit: column.measured_in,
      brought: false,
      pickable: ['reference', 'code', 'boolean'].includes(column.type),
      process: column.codes === 'process',
    }),
  );
  const brought = dataset.lookups.map((lookup): OfferedColumn => {
    const source = datasets.get(lookup.from)?.columns.find(({ name }) => name === lookup.take);
    const type = source?.type ?? (lookup.from === 'standard-minutes' ? 'duration' : 'code');
    return {
      name: lookup.name,
      label: lookup.label,
      type,
      unit: source?.measured_in ?? (lookup.from === 'standard-minutes' ? 'min' : null),
      brought: true,
      pickable: ['reference', 'code', 'boolean', 'text'].includes(type),
      process: lookup.from === 'processes',
    };
  });
  return [...own, ...brought];
}

/** What a form may offer: the data sets there are, with how many rows and of which dates. */
export async function describeVocabulary(institution: Institution): Promise<FormVocabulary> {
  const { catalogue } = institution.content;
  const { duck } = institution.facts;
  const datasets: OfferedDataset[] = [];
  for (const dataset of catalogue.datasets.values()) {
    if (dataset.derived || DIRECTORY.includes(dataset.id)) continue;
    const date = dataset.columns.find(({ name }) => name === dataset.date);
    const local = date && (date.type === 'instant' ? `${date.name}_local` : quoteName(date.name));
    const extent = local
      ? `min(${local})::date::varchar as first, max(${local})::date::varchar as last`
      : 'null';
    const [row] = await duck.rows(`select count(*) as n, ${extent} from ${quoteName(dataset.id)}`);
    datasets.push({
      id: dataset.id,
      name: dataset.name,
      columns: toColumns(dataset, catalogue.datasets),
      date: dataset.date,
      opens: dataset.opens,
      closes: dataset.closes,
      weight: dataset.weight,
      rows: Number(row?.['n'] ?? 0),
      from: typeof row?.['first'] === 'string' ? row['first'] : null,
      to: typeof row?.['last'] === 'string' ? row['last'] : null,
    });
  }
  const { processes } = catalogue;
  const own = [...processes.values()].filter(({ pack }) => pack === OWN);
  const near = new Set(own.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])));
  const [capacity] = await duck.rows('select 1 as one from capacity limit 1');
  return {
    datasets: datasets.sort((a, b) => Number(b.rows > 0) - Number(a.rows > 0)),
    // The institution's own first, with their families: they are what most of its indicators are of.
    processes: [...processes.values()]
      .sort((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)))
      .map(({ id, name, parent }) => ({ id, name, parent })),
    hours_of_day: hoursOfDay(catalogue),
    capacity: capacity !== undefined,
  };
}
