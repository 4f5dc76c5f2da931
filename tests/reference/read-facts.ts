import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A row as text, by column; an absent column reads as empty. */
export type Row = Readonly<Record<string, string>>;

/** Rows of each data set, in the order in which they were delivered. */
export type Facts = Readonly<Record<FactSet, readonly Row[]>>;

const FACT_SETS = ['requests', 'deliveries', 'cards', 'complaints', 'staff', 'absences', 'units'] as const;
export type FactSet = (typeof FACT_SETS)[number];

/** A file of each data set must have these, or it is not in the canonical shape. */
const KEYS: Readonly<Record<FactSet, string>> = {
  requests: 'request_id',
  deliveries: 'delivery_id',
  cards: 'card_id',
  complaints: 'complaint_id',
  staff: 'person',
  absences: 'person',
  units: 'unit',
};

/** Splits one comma-separated text, one character at a time: quotes, doubled quotes, line breaks in quotes. */
export function splitCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = text.charCodeAt(0) === 0xfeff ? 1 : 0; index < text.length; index++) {
    const letter = text[index] as string;
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[index + 1] === '"') {
        field += '"';
        index++;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') {
      row.push(field);
      field = '';
    } else if (letter === '\n') {
      row.push(field);
      rows.push(row);
      row = [];
      field = '';
    } else if (letter !== '\r') field += letter;
  }
  if (field !== '' || row.length > 0) {
    row.push(field);
    rows.push(row);
  }
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

function readRows(path: string, key: string): Row[] {
  const [header = [], ...lines] = splitCsv(readFileSync(path, 'utf8'));
  if (!header.includes(key)) throw new Error(`${path} is not canonical: no column ${key}`);
  return lines.map((cells) =>
    Object.fromEntries(header.map((name, place) => [name, (cells[place] ?? '').trim()])),
  );
}

/**
 * Reads a folder of canonical files: `<dataset>.csv`, `<dataset>-*.csv`, or a folder
 * `<dataset>/` of them; several are taken in the order of their names.
 */
export function readFacts(folder: string): Facts {
  const found = readdirSync(folder).sort();
  const read = (dataset: FactSet): Row[] =>
    found.flatMap((name) => {
      const path = join(folder, name);
      if (name === dataset && statSync(path).isDirectory()) {
        return readdirSync(path)
          .sort()
          .flatMap((file) => readRows(join(path, file), KEYS[dataset]));
      }
      const belongs = name === `${dataset}.csv` || (name.startsWith(`${dataset}-`) && name.endsWith('.csv'));
      return belongs ? readRows(path, KEYS[dataset]) : [];
    });
  return Object.fromEntries(FACT_SETS.map((dataset) => [dataset, read(dataset)])) as unknown as Facts;
}

/**
 * One row for each key: a row with `closed_at` beats one without, otherwise the later delivery
 * wins. Rows without the key column stay all.
 */
export function keepLatest(rows: readonly Row[], key: string): Row[] {
  const kept = new Map<string, Row>();
  for (const row of rows) {
    const id = row[key] ?? '';
    const before = kept.get(id);
    if (before && (before.closed_at ?? '') !== '' && (row.closed_at ?? '') === '') continue;
    kept.set(id, row);
  }
  return [...kept.values()];
}
