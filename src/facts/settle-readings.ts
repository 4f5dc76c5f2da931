import { type Column, type Dataset, Refusal } from '../kernel/index.ts';
import { type ChosenColumns, type ColumnSource, findLogColumns } from './choose-columns.ts';
import type { PreparedFile } from './intake/index.ts';
import type { Mapping } from './read-mapping.ts';
import {
  type DateOrder,
  type Reading,
  refuseAmbiguousDate,
  refuseAmbiguousNumber,
  settleDates,
  settleNumbers,
  voteDates,
  voteNumbers,
} from './reading.ts';
import { LOG_TIME } from './stage-cases.ts';

/** Gives the distinct texts of a column of the whole file, or only their part before the time. */
export type DistinctTexts = (index: number, dateOnly: boolean) => Promise<readonly string[]>;

/** Where a column is looked at beyond its first rows. */
interface Beyond {
  readonly distinct: DistinctTexts;
  readonly earlier: Reading | undefined;
}

const QUANTITIES: readonly string[] = ['integer', 'decimal', 'duration'];

/**
 * Settles how each column is read: what the user says, else what the first records show, else
 * what the whole column shows, else how an earlier file of these rows was read. What stays open
 * and could change a date or a number is refused with both readings.
 */
export async function settleReadings(
  dataset: Dataset,
  chosen: ChosenColumns,
  prepared: PreparedFile,
  mapping: Mapping | null,
  dates: DateOrder | null,
  distinct: DistinctTexts,
  earlier: ReadonlyMap<string, Reading> = new Map(),
): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const column of dataset.columns) {
    const source = chosen.sources.get(column.name);
    if (!source) continue;
    if (column.type === 'instant' || column.type === 'date') {
      readings.set(
        column.name,
        await settleDate(column, source, prepared, orderFor(column, mapping, dates), mapping, {
          distinct,
          earlier: earlier.get(column.name),
        }),
      );
    } else if (QUANTITIES.includes(column.type)) {
      readings.set(
        column.name,
        await settleNumber(source, prepared, mapping, {
          distinct,
          earlier: earlier.get(column.name),
        }),
      );
    } else {
      readings.set(column.name, { kind: column.type === 'boolean' ? 'boolean' : 'text' });
    }
  }
  const log = findLogColumns(prepared.header, mapping);
  if (log) {
    const reader = dataset.columns.find(({ name }) => takesTime(chosen.sources.get(name)));
    const order = orderFor(reader ?? null, mapping, dates);
    readings.set(LOG_TIME, await settleText(log.time, prepared, order, { distinct, earlier: undefined }));
  }
  return readings;
}

/** The order of day and month that the user says: of one column, or of the whole file. */
function orderFor(column: Column | null, mapping: Mapping | null, dates: DateOrder | null): DateOrder | null {
  if (dates) return dates;
  const said = mapping?.dates;
  return typeof said === 'string' ? said : ((column && said?.[column.name]) ?? null);
}

function takesTime(source: ColumnSource | undefined): boolean {
  return source?.kind === 'event' && source.take === null;
}

/** Position of the text that carries the date of a column, or null when there is no text to read. */
function dateIndex(source: ColumnSource, prepared: PreparedFile, mapping: Mapping | null): number | null {
  if (source.kind === 'one') return source.index;
  if (source.kind === 'date-time') return source.date;
  if (source.kind === 'event') return source.take ?? findLogColumns(prepared.header, mapping)?.time ?? null;
  return null;
}

function takeEarlier({ earlier }: Beyond, kind: Reading['kind']): Reading | undefined {
  return earlier?.kind === kind && 'settled_by' in earlier && earlier.settled_by !== '' ? earlier : undefined;
}

async function settleDate(
  column: Column,
  source: ColumnSource,
  prepared: PreparedFile,
  order: DateOrder | null,
  mapping: Mapping | null,
  beyond: Beyond,
): Promise<Reading> {
  if (source.kind === 'constant')
    return (
      settleDates(column.name, voteDates([source.value])) ?? refuseAmbiguousDate(column.name, source.value)
    );
  const index = dateIndex(source, prepared, mapping);
  if (index === null || index < 0)
    throw new Refusal('mapping-header-missing', {
      header: mapping?.log?.time ?? column.name,
      headers: prepared.header,
      hint: '',
    });
  return settleText(index, prepared, order, beyond);
}

/** Settles the form of the dates at one position of the file. */
async function settleText(
  index: number,
  prepared: PreparedFile,
  order: DateOrder | null,
  beyond: Beyond,
): Promise<Reading> {
  const header = prepared.header[index]!;
  const sample = voteDates(prepared.sample.map((record) => record[index] ?? ''));
  if (order) {
    // The user's word settles day and month; it does not turn ISO dates or Excel numbers around.
    const [form, other] = sample.forms.keys();
    const other_form = form !== undefined && other === undefined && sample.either.n === 0;
    const kept = other_form && form !== 'dmy' && form !== 'mdy';
    return { kind: 'date', form: kept ? form : order, settled_by: 'mapping' };
  }
  const early = settleDates(header, sample);
  // A sample without a date says nothing of the rows below it.
  if (early?.kind === 'date' && early.settled_by !== '') return early;
  const whole = voteDates(await beyond.distinct(index, true));
  return (
    settleDates(header, whole) ??
    takeEarlier(beyond, 'date') ??
    refuseAmbiguousDate(header, sample.either.example || whole.either.example)
  );
}

async function settleNumber(
  source: ColumnSource,
  prepared: PreparedFile,
  mapping: Mapping | null,
  beyond: Beyond,
): Promise<Reading> {
  const numeric_cells = prepared.detected.format === 'xlsx';
  if (mapping?.decimals) {
    const mark = mapping.decimals === 'comma' ? ',' : '.';
    return { kind: 'number', mark, settled_by: 'mapping', numeric_cells };
  }
  if (source.kind !== 'one') return { kind: 'number', mark: '.', settled_by: 'mapping' };
  const header = prepared.header[source.index]!;
  if (numeric_cells) {
    // Numbers of a workbook come with a point; only a text with a comma can say another mark.
    const texts = (await beyond.distinct(source.index, false)).filter((text) => text.includes(','));
    const votes = voteNumbers(texts);
    const settled = settleNumbers(header, votes) ?? refuseAmbiguousNumber(header, votes.either);
    return { ...settled, settled_by: settled.settled_by || 'xlsx', numeric_cells };
  }
  const votes = voteNumbers(prepared.sample.map((record) => record[source.index] ?? ''));
  const early = settleNumbers(header, votes);
  if (early) return early;
  return (
    settleNumbers(header, voteNumbers(await beyond.distinct(source.index, false))) ??
    takeEarlier(beyond, 'number') ??
    refuseAmbiguousNumber(header, votes.either)
  );
}

/**
 * Settles a column by all its values once some could not be read; null when that changes nothing.
 * Values that contradict what the first rows said are refused. What the user said stands.
 */
export async function settleWhole(
  dataset: Dataset,
  name: string,
  chosen: ChosenColumns,
  reading: Reading,
  distinct: DistinctTexts,
  header: readonly string[],
): Promise<Reading | null> {
  const source = chosen.sources.get(name);
  const column = dataset.columns.find((candidate) => candidate.name === name);
  if (!source || !column || !('settled_by' in reading) || reading.settled_by === 'mapping') return null;
  if (reading.kind === 'date') {
    const index = source.kind === 'one' ? source.index : source.kind === 'date-time' ? source.date : null;
    if (index !== null) settleDates(header[index]!, voteDates(await distinct(index, true)));
    return null;
  }
  if (source.kind !== 'one' || reading.numeric_cells) return null;
  const votes = voteNumbers(await distinct(source.index, false));
  const settled = settleNumbers(header[source.index]!, votes);
  if (!settled) return refuseAmbiguousNumber(header[source.index]!, votes.either);
  return settled.settled_by === reading.settled_by || reading.settled_by !== '' ? null : settled;
}
