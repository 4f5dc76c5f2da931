import { readFileSync } from 'node:fs';

/** Cells of each record of a comma-separated text with quotes, by header. */
export function readTable(file: string): Record<string, string>[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    records.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',') records.push([]);
  }
  const [header = [], ...rows] = records.filter((cells) => cells.join('') !== '');
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

/** Microseconds since 1970 of `2011-10-11 13:42:22.688000+02:00`; null of an empty cell. */
export function toMicroseconds(text: string): bigint | null {
  const match = /^(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)(?:\.(\d{6}))?([+-])(\d\d):(\d\d)$/.exec(text);
  if (!match) return null;
  const part = (index: number): number => Number(match[index] ?? 0);
  const clock = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6));
  const offset = (part(9) * 60 + part(10)) * 60_000 * (match[8] === '-' ? -1 : 1);
  return BigInt(clock - offset) * 1000n + BigInt(part(7));
}

const DIGITS = 10n ** 18n;

export interface PermitCount {
  readonly events: number;
  readonly cases: number;
  /** Closed cases with a deadline, and of them those closed after it and those closed before they began. */
  readonly closed: number;
  readonly late: number;
  readonly backwards: number;
  readonly open: number;
  /** Mean of duration / own limit, each cut at eighteen decimals. */
  readonly mean: number;
  /** Latest instant at which a case begins or ends. */
  readonly latest: bigint;
  /** Open cases already past their deadline then. */
  readonly open_past: number;
}

/** Counts a log of permits by hand, in whole microseconds, apart from everything the product does. */
export function countPermits(file: string): PermitCount {
  const rows = readTable(file);
  const cases = [...new Map(rows.map((row) => [row['case:concept:name'], row])).values()].map((row) => ({
    start: toMicroseconds(row['case:startdate']!)!,
    end: toMicroseconds(row['case:enddate']!),
    deadline: toMicroseconds(row['case:deadline']!)!,
  }));
  const closed = cases.flatMap(({ start, end, deadline }) =>
    end === null ? [] : [{ start, end, deadline }],
  );
  const open = cases.filter(({ end }) => end === null);
  const sum = closed.reduce(
    (total, { start, end, deadline }) => total + ((end - start) * DIGITS) / (deadline - start),
    0n,
  );
  const latest = [...cases.map(({ start }) => start), ...closed.map(({ end }) => end)].reduce((a, b) =>
    a > b ? a : b,
  );
  return {
    events: rows.length,
    cases: cases.length,
    closed: closed.length,
    late: closed.filter(({ end, deadline }) => end > deadline).length,
    backwards: closed.filter(({ start, end }) => end < start).length,
    open: open.length,
    mean: Number(sum / BigInt(closed.length)) / Number(DIGITS),
    latest,
    open_past: open.filter(({ deadline }) => deadline < latest).length,
  };
}
