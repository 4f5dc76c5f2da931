import { type Column, type Dataset, Refusal } from '../kernel/index.ts';
import type { ChosenColumns, ColumnSource } from './choose-columns.ts';
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

/** Gives the distinct texts of a column of the whole file, or only their part before the time. */
export type DistinctTexts = (index: number, dateOnly: boolean) => Promise<readonly string[]>;

const QUANTITIES: readonly string[] = ['integer', 'decimal', 'duration'];

/**
 * Settles how each column is read: what the user says, else what the first records show, else
 * what the whole column shows. What stays open and could change a date or a number is refused
 * with both readings.
 */
export async function settleReadings(
  dataset: Dataset,
  chosen: ChosenColumns,
  prepared: PreparedFile,
  mapping: Mapping | null,
  dates: DateOrder | null,
  distinct: DistinctTexts,
): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const column of dataset.columns) {
    const source = chosen.sources.get(column.name);
    if (!source) continue;
    if (column.type === 'instant' || column.type === 'date') {
      readings.set(
        column.name,
        await settleDate(column, source, prepared, orderFor(column, mapping, dates), mapping, distinct),
      );
    } else if (QUANTITIES.includes(column.type)) {
      readings.set(column.name, await settleNumber(source, prepared, mapping, distinct));
    } else {
      readings.set(column.name, { kind: column.type === 'boolean' ? 'boolean' : 'text' });
    }
  }
  return readings;
}

function orderFor(column: Column, mapping: Mapping | null, dates: DateOrder | null): DateOrder | null {
  if (dates) return dates;
  const said = mapping?.dates;
  return typeof said === 'string' ? said : (said?.[column.name] ?? null);
}

/** Position of the text that carries the date of a column, or null when there is no text to read. */
function dateIndex(source: ColumnSource, prepared: PreparedFile, mapping: Mapping | null): number | null {
  if (source.kind === 'one') return source.index;
  if (source.kind === 'date-time') return source.date;
  if (source.kind === 'event' && mapping?.log) return prepared.header.indexOf(mapping.log.time);
  return null;
}

async function settleDate(
  column: Column,
  source: ColumnSource,
  prepared: PreparedFile,
  order: DateOrder | null,
  mapping: Mapping | null,
  distinct: DistinctTexts,
): Promise<Reading> {
  if (source.kind === 'constant')
    return (
      settleDates(column, column.name, voteDates([source.value])) ??
      refuseAmbiguousDate(column.name, source.value)
    );
  const index = dateIndex(source, prepared, mapping);
  if (index === null || index < 0)
    throw new Refusal('mapping-header-missing', {
      header: mapping?.log?.time ?? column.name,
      headers: prepared.header,
      hint: '',
    });
  const header = prepared.header[index]!;
  if (order) {
    // The user's word settles day and month; it does not turn an ISO column around.
    const votes = voteDates(prepared.sample.map((record) => record[index] ?? ''));
    const iso = votes.forms.has('ymd') && votes.forms.size === 1 && votes.either.n === 0;
    return { kind: 'date', form: iso ? 'ymd' : order, settled_by: 'mapping' };
  }
  const sample = voteDates(prepared.sample.map((record) => record[index] ?? ''));
  const early = settleDates(column, header, sample);
  if (early) return early;
  const whole = voteDates(await distinct(index, true));
  return settleDates(column, header, whole) ?? refuseAmbiguousDate(header, sample.either.example);
}

async function settleNumber(
  source: ColumnSource,
  prepared: PreparedFile,
  mapping: Mapping | null,
  distinct: DistinctTexts,
): Promise<Reading> {
  if (mapping?.decimals)
    return { kind: 'number', mark: mapping.decimals === 'comma' ? ',' : '.', settled_by: 'mapping' };
  if (source.kind !== 'one') return { kind: 'number', mark: '.', settled_by: '' };
  const header = prepared.header[source.index]!;
  if (prepared.detected.format === 'xlsx') {
    // Numbers of a workbook are numbers; only texts in a numeric column need settling, and those use a point.
    return { kind: 'number', mark: '.', settled_by: 'xlsx' };
  }
  const votes = voteNumbers(prepared.sample.map((record) => record[source.index] ?? ''));
  const early = settleNumbers(header, votes);
  if (early) return early;
  return (
    settleNumbers(header, voteNumbers(await distinct(source.index, false))) ??
    refuseAmbiguousNumber(header, votes.either)
  );
}
