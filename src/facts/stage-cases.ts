import { quoteName, quoteText } from '../engine/index.ts';
import type { ChosenColumns, LogColumns } from './choose-columns.ts';
import type { PreparedFile } from './intake/index.ts';
import type { Reading } from './reading.ts';
import { printMoment } from './reading-sql.ts';

/** Name under which the reading of a log's time is kept among those of the columns. */
export const LOG_TIME = 'log.time';

/** Name of the cell that holds what a column takes from its event. */
export function eventCell(column: string): string {
  return quoteName(`event_${column}`);
}

/** Condition under which the events of a case disagree about an attribute of the case. */
export function differsCell(index: number): string {
  return `differs_${index}`;
}

/** Condition under which some event of a case has a time that cannot be read. */
export const TIME_UNREADABLE = 'time_unreadable';

/** Position of the event by which a case is found in its file: one that cannot be read, else its first. */
export const CASE_PLACE = 'case_place';

/** The events of a log in file order, each with its position among the records that are not blank. */
export function printEvents(prepared: PreparedFile, source: string): string {
  const cells = prepared.header.map((_, index) => `nullif(trim(c${index}), '')`);
  return `(select *, row_number() over () as event from ${source} where coalesce(${cells.join(', ')}) is not null)`;
}

/**
 * SQL of an event log as one row per case, in the order in which cases first appear: each
 * attribute from the first event that has it, each chosen event by its time. Events of one time
 * keep the order of the file. An event without a case stays alone, to be corrected.
 */
export function printCases(
  prepared: PreparedFile,
  chosen: ChosenColumns,
  log: LogColumns,
  readings: ReadonlyMap<string, Reading>,
  source: string,
): string {
  const time = readings.get(LOG_TIME);
  if (time?.kind !== 'date') throw new Error('no reading for the time of a log');
  const moment = printMoment(`c${log.time}`, time.form);
  const attributes = prepared.header.map((_, index) => `arg_min(c${index}, event) as c${index}`);
  const events = [...chosen.sources].flatMap(([name, source_]) => {
    if (source_.kind !== 'event') return [];
    const named =
      source_.activities.length === 0 || log.activity === null
        ? ''
        : ` and c${log.activity} in (${source_.activities.map(quoteText).join(', ')})`;
    const pick = source_.which === 'first' ? 'arg_min' : 'arg_max';
    return [
      `${pick}(c${source_.take ?? log.time}, {'moment': moment, 'event': event}) filter (where moment is not null${named}) as ${eventCell(name)}`,
    ];
  });
  const used = new Set(
    [...chosen.sources.values()].flatMap((source_) => (source_.kind === 'one' ? [source_.index] : [])),
  );
  const unreadable = `moment is null and c${log.time} is not null`;
  const select = [
    ...attributes,
    ...events,
    ...[...used].map((index) => `count(distinct c${index}) > 1 as ${differsCell(index)}`),
    `bool_or(${unreadable}) as ${TIME_UNREADABLE}`,
    'min(event) as event',
    `coalesce(min(event) filter (where ${unreadable}), min(event)) as ${CASE_PLACE}`,
  ];
  const timed = `select *, ${moment} as moment, c${log.case} as case_text from ${printEvents(prepared, source)}`;
  return `(select ${select.join(', ')} from (${timed}) group by case_text, case when case_text is null then event end order by event)`;
}
