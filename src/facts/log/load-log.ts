import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type EventTable, Refusal } from '../../kernel/index.ts';
import { prepareFile } from '../intake/index.ts';
import { chooseLogColumns, type LogRole, recogniseLog } from './choose-log-columns.ts';
import { type OpenedLog, openLog } from './open-log.ts';
import type { EventFlaw, ReadLog } from './read-log.ts';
import type { LogMap } from './read-log-map.ts';
import { readTableLog } from './read-table-log.ts';
import { readXes } from './read-xes.ts';

/** What was found out about the file of a log. */
export interface DetectedLog {
  readonly format: 'xes' | 'csv' | 'xlsx';
  readonly packed: boolean;
  readonly encoding: string;
  /** Of a table: its headers, its first rows, and which header was taken for what. Empty of XES. */
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly columns: Readonly<Partial<Record<LogRole, readonly string[]>>>;
}

/** A log from a file: its events, what was detected, and what is wrong in it with its lines. */
export interface LoadedLog {
  readonly table: EventTable;
  readonly detected: DetectedLog;
  readonly flaws: readonly EventFlaw[];
}

const SAMPLE_ROWS = 5;
const LINE_FEED = 0x0a;

/** On which lines some bytes of a file stand: read once more, since nothing is counted while all goes well. */
async function toLines(opened: OpenedLog, places: readonly number[]): Promise<Map<number, number>> {
  const wanted = [...new Set(places)].sort((a, b) => a - b);
  const lines = new Map<number, number>();
  let line = 1;
  let base = 0;
  let next = 0;
  for await (const piece of opened.pieces()) {
    if (next >= wanted.length) break;
    for (let at = 0; at < piece.length && next < wanted.length; at++) {
      while (next < wanted.length && wanted[next]! <= base + at) lines.set(wanted[next++]!, line);
      if (piece[at] === LINE_FEED) line += 1;
    }
    base += piece.length;
  }
  for (; next < wanted.length; next++) lines.set(wanted[next]!, line);
  return lines;
}

async function loadXes(opened: OpenedLog): Promise<LoadedLog> {
  let read: ReadLog;
  try {
    read = await readXes(opened.pieces());
  } catch (error) {
    const byte = error instanceof Refusal ? error.params['byte'] : undefined;
    if (!(error instanceof Refusal) || typeof byte !== 'number') throw error;
    throw new Refusal(error.code, { line: (await toLines(opened, [byte])).get(byte) ?? 1 });
  }
  const places = read.flaws.flatMap((flaw) => flaw.places);
  const lines = places.length === 0 ? new Map<number, number>() : await toLines(opened, places);
  const flaws = read.flaws.map((flaw) => ({ ...flaw, places: flaw.places.map((at) => lines.get(at) ?? 1) }));
  const { packed, encoding } = opened;
  const detected = { format: 'xes', packed, encoding, header: [], sample: [], columns: {} } as const;
  return { table: read.table, detected, flaws };
}

async function loadTable(
  path: string,
  packed: boolean,
  map: LogMap | null,
  temp: string,
): Promise<LoadedLog> {
  const { encoding, delimiter, sheet, header_line } = map ?? {};
  const told = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(header_line === undefined ? {} : { header_line }),
  };
  const prepared = await prepareFile(path, recogniseLog, told, temp);
  try {
    const { header } = prepared;
    const choice = chooseLogColumns(header, map);
    const { table, flaws } = await readTableLog(prepared, choice, map);
    const named = (columns: readonly (number | null)[]) =>
      columns.flatMap((index) => (index === null ? [] : (header[index] ?? [])));
    return {
      table,
      flaws,
      detected: {
        format: prepared.detected.format,
        packed,
        encoding: prepared.detected.encoding,
        header,
        sample: prepared.sample.slice(0, SAMPLE_ROWS),
        columns: {
          case: named([choice.case]),
          activity: named([choice.activity]),
          time: named(choice.time),
          resource: named([choice.resource]),
          lifecycle: named([choice.lifecycle]),
        },
      },
    };
  } finally {
    await prepared.dispose();
  }
}

/**
 * Reads an event log: XES 1.0 or a table (CSV as any program exports it, or a workbook), plain or
 * packed with gzip. Events without case, activity or time are left out and told with their line;
 * a file that cannot be believed is refused with the line where it breaks.
 *
 * @param temp folder for what must be unpacked while it is read
 * @example (await loadLog('bpic2012.xes.gz', null, '/tmp')).table.time_us.length // 262200
 */
export async function loadLog(path: string, map: LogMap | null, temp: string): Promise<LoadedLog> {
  const file = basename(path);
  let folder: string | null = null;
  try {
    const opened = await openLog(path);
    if (opened.format === 'xes') return await loadXes(opened);
    if (!opened.packed) return await loadTable(path, false, map, temp);
    await mkdir(temp, { recursive: true });
    folder = await mkdtemp(join(temp, 'log-'));
    const plain = join(folder, file.replace(/\.gz$/i, '') || 'log');
    await pipeline(Readable.from(opened.pieces()), createWriteStream(plain));
    return await loadTable(plain, true, map, temp);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, { file, ...error.params }, error.problems);
    throw error;
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}
