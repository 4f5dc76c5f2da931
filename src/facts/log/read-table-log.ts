import { Refusal } from '../../kernel/index.ts';
import type { PreparedFile } from '../intake/index.ts';
import { readCells } from '../intake/read-cells.ts';
import { scanRecords } from '../intake/scan-records.ts';
import {
  type DateForm,
  EMPTY_WORDS,
  type Reading,
  refuseAmbiguousDate,
  settleDates,
  voteDates,
} from '../reading.ts';
import type { LogChoice } from './choose-log-columns.ts';
import { toEventColumns } from './event-columns.ts';
import type { ReadLog } from './read-log.ts';
import type { LogMap } from './read-log-map.ts';
import { readMomentText } from './read-moment-text.ts';
import { lastMoment } from './read-moment.ts';
import { toTextTable } from './text-table.ts';
import { toFlaws } from './to-flaws.ts';

/** Calls with the cells of each record below the header that is not blank. */
async function eachRecord(prepared: PreparedFile, visit: (cells: readonly string[]) => void): Promise<void> {
  let header = true;
  await scanRecords(prepared.csv_path, { delimiter: prepared.delimiter }, ({ buffer, start, end, line }) => {
    if (line <= prepared.skip_lines) return;
    if (header) {
      header = false;
      return;
    }
    const cells = readCells(buffer, start, end, prepared.delimiter);
    if (cells.some((cell) => cell.trim() !== '')) visit(cells);
  });
}

function toText(cells: readonly string[], index: number | null): string {
  const text = index === null ? '' : (cells[index] ?? '').trim();
  return EMPTY_WORDS.includes(text.toLowerCase()) ? '' : text.normalize('NFC');
}

function toTimeText(cells: readonly string[], columns: readonly number[]): string {
  return columns
    .map((index) => toText(cells, index))
    .join(' ')
    .trim();
}

/** How the dates of the file are written: as the map says, else as its first records show, else all of them. */
async function settleForm(prepared: PreparedFile, choice: LogChoice, map: LogMap | null): Promise<DateForm> {
  if (map?.dates) return map.dates;
  const name = prepared.header[choice.time[0] ?? 0] ?? '';
  const settle = (rows: readonly (readonly string[])[]): Reading | undefined =>
    settleDates(name, voteDates(rows.map((cells) => toText(cells, choice.time[0] ?? 0))));
  const seen = settle(prepared.sample);
  if (seen?.kind === 'date') return seen.form;
  const distinct = new Map<string, readonly string[]>();
  await eachRecord(prepared, (cells) => {
    const date = toText(cells, choice.time[0] ?? 0);
    if (date !== '') distinct.set(date.split(/[ T]/)[0] ?? date, cells);
  });
  const settled = settle([...distinct.values()]);
  if (settled?.kind === 'date') return settled.form;
  const [example = ''] = distinct.keys();
  return refuseAmbiguousDate(name, example);
}

/** The events of a table, one per record; records without case, activity or time are left out and told. */
export async function readTableLog(
  prepared: PreparedFile,
  choice: LogChoice,
  map: LogMap | null,
): Promise<ReadLog> {
  const form = await settleForm(prepared, choice, map);
  const columns = toEventColumns((bytes) => Buffer.from(bytes).toString('utf8'));
  const cases = toTextTable((bytes) => Buffer.from(bytes).toString('utf8'));
  const flaws = toFlaws();
  let ordinal = 0;
  await eachRecord(prepared, (cells) => {
    ordinal += 1;
    // What follows the table (totals, notes) is no event.
    if (ordinal > prepared.records) return;
    const of = toText(cells, choice.case);
    const activity = toText(cells, choice.activity);
    const when = toTimeText(cells, choice.time);
    if (of === '') return flaws.note('no-case', ordinal);
    if (activity === '') return flaws.note('no-activity', ordinal);
    if (when === '') return flaws.note('no-time', ordinal);
    const time_us = readMomentText(when, form);
    if (Number.isNaN(time_us)) return flaws.note('bad-time', ordinal);
    if (!lastMoment.zoned) flaws.note('no-zone', ordinal);
    const resource = toText(cells, choice.resource);
    const lifecycle = toText(cells, choice.lifecycle);
    columns.add(
      cases.putText(of),
      columns.activities.putText(activity),
      time_us,
      resource === '' ? -1 : columns.resources.putText(resource),
      lifecycle === '' ? -1 : columns.lifecycles.putText(lifecycle),
    );
  });
  if (columns.size() === 0) throw new Refusal('log-no-events', {});
  const found = flaws.list();
  const places = await prepared.locate(found.flatMap((flaw) => flaw.places));
  return {
    table: columns.toTable(cases.texts),
    flaws: found.map((flaw) => ({
      ...flaw,
      places: flaw.places.flatMap((at) => places.get(at)?.line ?? []),
    })),
  };
}
