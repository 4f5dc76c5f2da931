import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DAY_S, listMonths, type Month } from './date.ts';
import { type FactFiles, toFactFiles, writeDirectory } from './fact-file.ts';
import { FIRST_MONTH, type GeneratedWorld, toDemoWorld, toLargeWorld } from './generated-world.ts';
import { makeCards, makeComplaints, makeDeliveries } from './other-facts.ts';
import { writeRealLifeFile } from './real-life-file.ts';
import { hideClosing, makeRequests } from './request-month.ts';
import { REAL_LIFE_MONTH } from './story.ts';
import {
  listTinyCards,
  listTinyComplaints,
  listTinyDeliveries,
  listTinyRequests,
  tinyWorld,
} from './tiny-world.ts';
import type { RequestRow, WrittenFile } from './world.ts';

export const WORLD_SIZES = ['tiny', 'demo', 'large'] as const;
export type WorldSize = (typeof WORLD_SIZES)[number];

export interface WorldOptions {
  /** Requests of 24 months; the other facts keep their proportion. 40,000 in demo, 5,000,000 in large. */
  readonly rows?: number;
  /** Months from July 2010 on, 24 unless said. A month more changes no request of those before. */
  readonly months?: number;
  /** Requests as one file a month (demo: yes; large: no), each repeating what the one before left open. */
  readonly byMonth?: boolean;
  /** Every file in the canonical shape, the month of the real-life file too. */
  readonly canonical?: boolean;
  /** Told after each month, with the requests written so far. */
  readonly onProgress?: (done: { readonly month: string; readonly rows: number }) => void;
}

/** Requests of each month of the year beside the others; they add to 1,200. */
const SEASON = [95, 92, 101, 98, 102, 100, 97, 99, 101, 100, 105, 110];
const TWO_YEARS = 2400;

/** How many of the facts of 24 months come before each month, so that they add to the whole exactly. */
function listStarts(months: readonly Month[], rows: number): number[] {
  let weight = 0;
  const starts = [0];
  for (const month of months) {
    weight += SEASON[month.month - 1] as number;
    starts.push(Math.floor((rows * weight) / TWO_YEARS));
  }
  return starts;
}

const between = (starts: readonly number[], index: number): [number, number] => {
  const start = starts[index] as number;
  return [start, (starts[index + 1] as number) - start];
};

/** Lets others run between months: writing keeps the process busy. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function writeRequests(
  generated: GeneratedWorld,
  files: FactFiles,
  months: readonly Month[],
  rows: number,
  folder: string,
  options: WorldOptions,
): Promise<WrittenFile[]> {
  const byMonth = options.byMonth ?? generated.name === 'demo';
  const written: WrittenFile[] = [];
  const starts = listStarts(months, rows);
  const end_s = (months.at(-1) as Month).end * DAY_S;
  const single = byMonth ? null : { path: join(folder, 'requests.csv') };
  const whole = single && files.requests(single.path);
  if (byMonth) mkdirSync(join(folder, 'requests'), { recursive: true });
  let carried: RequestRow[] = [];
  for (const [index, month] of months.entries()) {
    const cut_s = byMonth ? month.end * DAY_S : end_s;
    const path = join(folder, 'requests', `${month.name}.csv`);
    const sheet =
      byMonth && !options.canonical && month.name === REAL_LIFE_MONTH ? ([] as RequestRow[]) : null;
    const file = whole ?? (sheet ? null : files.requests(path));
    const left: RequestRow[] = [];
    const take = (row: RequestRow): void => {
      const open = row.closed_s > cut_s;
      if (open && byMonth) left.push({ ...row });
      const state = open || sheet ? { ...row } : row;
      if (open) hideClosing(state);
      if (sheet) sheet.push(state);
      else file?.write(state);
    };
    for (const row of carried) take(row);
    const [start, count] = between(starts, index);
    makeRequests(generated, month, start + 1, count, take);
    carried = left;
    if (sheet) writeRealLifeFile(path, generated.world, month.name, sheet);
    if (byMonth)
      written.push({ dataset: 'requests', path, rows: sheet ? sheet.length : (file?.close() ?? 0) });
    options.onProgress?.({ month: month.name, rows: start + count });
    await pause();
  }
  if (whole && single) written.push({ dataset: 'requests', path: single.path, rows: whole.close() });
  return written;
}

/** How many rows of each kind go with the requests of a world. */
const PROPORTION = {
  demo: { deliveries: 0.15, cards: 0.12, complaints: 0.05 },
  large: { deliveries: 0.04, cards: 0.04, complaints: 0.02 },
} as const;

function writeOtherFacts(
  generated: GeneratedWorld,
  files: FactFiles,
  months: readonly Month[],
  rows: number,
  folder: string,
): WrittenFile[] {
  const share = PROPORTION[generated.name as 'demo' | 'large'];
  const starts = {
    deliveries: listStarts(months, Math.round(rows * share.deliveries)),
    cards: listStarts(months, Math.round(rows * share.cards)),
    complaints: listStarts(months, Math.round(rows * share.complaints)),
  };
  const path = (dataset: string): string => join(folder, `${dataset}.csv`);
  const end_s = (months.at(-1) as Month).end * DAY_S;
  const deliveries = files.deliveries(path('deliveries'));
  const cards = files.cards(path('cards'));
  const complaints = files.complaints(path('complaints'));
  for (const [index, month] of months.entries()) {
    const [delivery, deliveryRows] = between(starts.deliveries, index);
    makeDeliveries(generated, month, delivery + 1, deliveryRows, deliveries.write);
    const [card, cardRows] = between(starts.cards, index);
    const issued = makeCards(generated, month, card + 1, cardRows, cards.write);
    const [complaint, complaintRows] = between(starts.complaints, index);
    makeComplaints(generated, month, issued, complaint + 1, complaintRows, end_s, complaints.write);
  }
  return [
    { dataset: 'deliveries', path: path('deliveries'), rows: deliveries.close() },
    { dataset: 'cards', path: path('cards'), rows: cards.close() },
    { dataset: 'complaints', path: path('complaints'), rows: complaints.close() },
  ];
}

function writeTinyFacts(folder: string): WrittenFile[] {
  const files = toFactFiles(tinyWorld);
  const write = <Row>(
    dataset: string,
    open: (path: string) => { write: (row: Row) => void; close: () => number },
    rows: readonly Row[],
  ): WrittenFile => {
    const path = join(folder, `${dataset}.csv`);
    const file = open(path);
    for (const row of rows) file.write(row);
    return { dataset, path, rows: file.close() };
  };
  return [
    write('requests', files.requests, listTinyRequests()),
    write('deliveries', files.deliveries, listTinyDeliveries()),
    write('cards', files.cards, listTinyCards()),
    write('complaints', files.complaints, listTinyComplaints()),
  ];
}

/**
 * Writes a world as the files a bank would export: the directory (units, staff, absences,
 * clients) and the facts (requests, deliveries, cards, complaints), with the canonical columns in
 * UTF-8 with commas and local moments without offset. The same size and options always give the
 * same bytes. Files are listed in an order in which they can be imported.
 *
 * @example await writeWorld('tiny', '/tmp/tiny') // requests.csv, staff.csv, ...: June 2011 by hand
 */
export async function writeWorld(
  size: WorldSize,
  folder: string,
  options: WorldOptions = {},
): Promise<{ files: WrittenFile[] }> {
  mkdirSync(folder, { recursive: true });
  const toPath = (dataset: string): string => join(folder, `${dataset}.csv`);
  if (size === 'tiny') return { files: [...writeDirectory(tinyWorld, toPath), ...writeTinyFacts(folder)] };
  const count = options.months ?? 24;
  const rows = options.rows ?? (size === 'demo' ? 40_000 : 5_000_000);
  const months = listMonths(FIRST_MONTH.year, FIRST_MONTH.month, count);
  const generated = size === 'demo' ? toDemoWorld(count) : toLargeWorld(count);
  const files = toFactFiles(generated.world);
  return {
    files: [
      ...writeDirectory(generated.world, toPath),
      ...(await writeRequests(generated, files, months, rows, folder, options)),
      ...writeOtherFacts(generated, files, months, rows, folder),
    ],
  };
}
