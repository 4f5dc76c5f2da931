import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Column, type Dataset, type Params, Refusal } from '../kernel/index.ts';
import { quoteName } from '../engine/index.ts';
import type { RowExpression, Vocabulary } from '../language/index.ts';
import type { ChosenColumns, ColumnSource } from './choose-columns.ts';
import type { Duck } from './duck.ts';
import { keptScale } from './fact-table.ts';
import { findBlamed } from './find-blamed.ts';
import { fillCodeMap } from './fill-code-map.ts';
import type { Cell } from './duck.ts';
import { findPans, type PreparedFile, printCells } from './intake/index.ts';
import { codeColumns, printProjected, projectedTests, type ProjectionPlace } from './project.ts';
import type { Mapping } from './read-mapping.ts';
import type { Reading } from './reading.ts';
import { listUnknownCodes, type ResolvedCodes, resolveCodes, type UnknownCodes } from './resolve-codes.ts';
import { settleReadings } from './settle-readings.ts';
import { distinctTexts } from './stage-file.ts';
import { planStage, printSource } from './stage.ts';

/** Something about how a column is read that its values leave open: a person says it. */
export interface OpenReading {
  readonly column: string;
  /** `date-order-ambiguous`, `date-order-mixed`, `decimal-mark-ambiguous`, `decimal-mark-mixed`. */
  readonly code: string;
  readonly params: Params;
}

/** One thing wrong with a row, on the cell that is to blame; `index` is null where no one cell is. */
export interface CellProblem {
  readonly code: string;
  readonly column: string;
  readonly index: number | null;
  readonly hint: string;
}

/** A record as it stands in the file and as it is understood. */
export interface PreviewRow {
  readonly line: number | null;
  readonly cells: readonly string[];
  /** What each declared column holds, as plain text: ISO instants, decimals with a point, ids of codes. */
  readonly understood: Readonly<Record<string, string>>;
  readonly problems: readonly CellProblem[];
}

/** What each text of a code column means over the whole file, most frequent first; `id` is null where it means nothing. */
export interface UnderstoodCodes {
  readonly column: string;
  readonly texts: readonly { readonly text: string; readonly n: number; readonly id: string | null }[];
}

export interface Preview {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly open: readonly OpenReading[];
  readonly unknown: readonly UnknownCodes[];
  /** Of columns read from the file. */
  readonly codes: readonly UnderstoodCodes[];
  readonly rows: readonly PreviewRow[];
}

export interface PreviewInput {
  readonly dataset: Dataset;
  readonly prepared: PreparedFile;
  readonly chosen: ChosenColumns;
  readonly mapping: Mapping | null;
  readonly rules: readonly (RowExpression | null)[];
  readonly vocabulary: Vocabulary;
  readonly place: ProjectionPlace;
  readonly now_us: bigint;
  /** How an earlier file like this one was read, for what this one leaves open. */
  readonly earlier: ReadonlyMap<string, Reading>;
  readonly temp_dir: string;
  /** Records read from the top, and how many more among the sample are shown for what is wrong in them. */
  readonly first: number;
  readonly wrong: number;
}

/** Different texts of a column that are looked at, and how many of them are told with their meaning. */
const MOST_TEXTS = 500_000;
const MOST_SHOWN = 200;

/**
 * Reads the first records of a file as an import would, and says of each cell what is wrong with
 * it; what an import would refuse as open comes back as a question. It keeps nothing: the stage is
 * of this connection alone. Of an event log the cells are given as they are, not understood.
 */
export async function previewFile(duck: Duck, input: PreviewInput): Promise<Preview> {
  const { dataset, prepared, chosen, mapping } = input;
  const { readings, open } = await settleEach(duck, input);
  if (mapping?.log)
    return {
      readings,
      open,
      unknown: [],
      codes: [],
      rows: toBareRows(prepared.sample.slice(0, input.first)),
    };
  // A column whose reading is open is left out: its cells would be understood in a way nobody chose.
  const sources = new Map([...chosen.sources].filter(([name]) => readings.has(name)));
  const { codes, understood } = await resolveAll(duck, { ...input, chosen: { ...chosen, sources } });
  const top = join(input.temp_dir, 'top.csv');
  const lines = [prepared.header, ...prepared.sample].map((cells) => `${printCells(cells, ',')}\n`);
  await writeFile(top, lines.join(''));
  const short = { ...prepared, csv_path: top, is_raw: false, delimiter: ',', skip_lines: 0 };
  const plan = planStage(dataset, short, { ...chosen, sources }, readings, mapping);
  await duck.run(plan.sql);
  await fillCodeMap(duck, dataset, codes);
  await duck.run(
    `create or replace temp view projected as\n${printProjected(dataset, input.place, input.rules)}`,
  );
  const tests = projectedTests(dataset, input.rules, input.now_us).filter(({ column }) =>
    sources.has(column),
  );
  const staged = await readStaged(duck, dataset, tests);
  const rows = staged.map(({ understood, bits, failed }, index): PreviewRow => {
    const cells = prepared.sample[index] ?? [];
    const found = [...plan.bits.filter((_, bit) => (bits >> BigInt(bit)) & 1n), ...failed];
    return {
      line: null,
      cells,
      understood,
      problems: [
        ...found.map((problem) =>
          toCellProblem(problem, sources, cells, codes, sources.get(dataset.opens ?? '')),
        ),
        ...findCards(cells, input),
      ],
    };
  });
  return {
    readings,
    open,
    unknown: listUnknownCodes(codeColumns(dataset), codes, input.vocabulary),
    codes: understood,
    rows: await withLines(prepared, pickRows(rows, input)),
  };
}

/** Settles each column by itself, so that one left open does not hide the others. */
async function settleEach(duck: Duck, input: PreviewInput) {
  const { dataset, prepared, chosen, mapping } = input;
  const readings = new Map<string, Reading>();
  const open: OpenReading[] = [];
  for (const column of dataset.columns) {
    const source = chosen.sources.get(column.name);
    if (!source) continue;
    const one = { ...dataset, columns: [column] };
    const only = { ...chosen, sources: new Map([[column.name, source]]) };
    const distinct = (index: number, dateOnly: boolean) => distinctTexts(duck, prepared, index, dateOnly);
    try {
      for (const [name, reading] of await settleReadings(
        one,
        only,
        prepared,
        mapping,
        null,
        distinct,
        input.earlier,
      ))
        readings.set(name, reading);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      open.push({ column: column.name, code: error.code, params: error.params });
    }
  }
  return { readings, open };
}

/** How often each text of a column stands in the whole file, trimmed, most frequent first. */
async function countTexts(
  duck: Duck,
  prepared: PreparedFile,
  index: number,
): Promise<readonly (readonly [text: string, n: number])[]> {
  const rows = await duck.rows(
    `select trim(c${index}) as text, count(*) as n from ${printSource(prepared)} where trim(c${index}) <> '' group by 1 order by n desc, 1 limit ${MOST_TEXTS}`,
  );
  return rows.map((row) => [String(row['text'] ?? '').trim(), Number(row['n'])]);
}

/** What the texts of each code column mean, over the whole file. */
async function resolveAll(
  duck: Duck,
  { dataset, chosen, prepared, mapping, vocabulary }: PreviewInput,
): Promise<{
  readonly codes: Record<string, ResolvedCodes>;
  readonly understood: readonly UnderstoodCodes[];
}> {
  const codes: Record<string, ResolvedCodes> = {};
  const understood: UnderstoodCodes[] = [];
  for (const { name, codes: list } of codeColumns(dataset)) {
    const source = chosen.sources.get(name);
    const counted = source?.kind === 'one' ? await countTexts(duck, prepared, source.index) : [];
    const texts = source?.kind === 'constant' ? [source.value.trim()] : counted.map(([text]) => text);
    const distinct = [...new Set(texts)].filter((text) => text !== '').sort();
    const resolved = resolveCodes(distinct, list, mapping?.codes?.[name], vocabulary);
    codes[name] = resolved;
    const shown = counted.slice(0, MOST_SHOWN);
    if (shown.length > 0)
      understood.push({
        column: name,
        texts: shown.map(([text, n]) => ({ text, n, id: resolved.known[text] ?? null })),
      });
  }
  return { codes, understood };
}

interface StagedRow {
  readonly understood: Readonly<Record<string, string>>;
  readonly bits: bigint;
  readonly failed: readonly { readonly code: string; readonly column: string }[];
}

/** A kept number in the unit it was written in: `9.25` of 555000000 microseconds of minutes. */
function printKept(kept: bigint, column: Column): string {
  const scale = keptScale(column);
  const whole = kept / scale;
  const rest = ((kept < 0n ? -kept : kept) % scale) * 1_000_000n;
  const decimals = String(rest / scale)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const sign = kept < 0n && whole === 0n ? '-' : '';
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

function printUnderstood(column: Column, value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'bigint' && column.type !== 'integer') return printKept(value, column);
  // A moment without seconds is told without them.
  return String(value).replace(/(\d\d:\d\d):00$/, '$1');
}

async function readStaged(
  duck: Duck,
  dataset: Dataset,
  tests: readonly { readonly code: string; readonly column: string; readonly condition: string }[],
): Promise<StagedRow[]> {
  const shown = dataset.columns.map(({ name, type }) =>
    quoteName(type === 'instant' ? `${name}_local` : name),
  );
  const failed = tests.map(({ condition }, index) => `coalesce(${condition}, false) as failed_${index}`);
  const rows = await duck.rows(
    `select ${[...shown, ...failed, '_problems'].join(', ')} from projected order by _row`,
  );
  return rows.map((row) => ({
    understood: Object.fromEntries(
      dataset.columns.flatMap((column) => {
        const text = printUnderstood(
          column,
          row[column.type === 'instant' ? `${column.name}_local` : column.name],
        );
        return text === '' ? [] : [[column.name, text]];
      }),
    ),
    bits: row['_problems'] as bigint,
    failed: tests.filter((_, index) => row[`failed_${index}`] === true),
  }));
}

function toCellProblem(
  { code, column }: { readonly code: string; readonly column: string },
  sources: ReadonlyMap<string, ColumnSource>,
  cells: readonly string[],
  codes: Readonly<Record<string, ResolvedCodes>>,
  opens: ColumnSource | undefined,
): CellProblem {
  const source = sources.get(column);
  const index =
    source?.kind === 'one'
      ? source.index
      : source?.kind === 'date-time'
        ? findBlamed(source, code, cells, opens)
        : null;
  const text = index === null ? '' : (cells[index] ?? '').trim();
  return { code, column, index, hint: code === 'unknown-code' ? (codes[column]?.unknown[text] ?? '') : '' };
}

function findCards(cells: readonly string[], { prepared, mapping }: PreviewInput): CellProblem[] {
  const spared = new Set(mapping?.not_cards ?? []);
  return cells.flatMap((cell, index) =>
    cell.length >= 13 && !spared.has(prepared.header[index] ?? '') && findPans(cell).length > 0
      ? [{ code: 'card-number', column: '', index, hint: '' }]
      : [],
  );
}

function toBareRows(sample: readonly (readonly string[])[]): PreviewRow[] {
  return sample.map((cells) => ({ line: null, cells, understood: {}, problems: [] }));
}

/** The first rows, then those further down that have something wrong. */
function pickRows(rows: readonly PreviewRow[], { first, wrong }: PreviewInput): [number, PreviewRow][] {
  const indexed = rows.map((row, index): [number, PreviewRow] => [index + 1, row]);
  const below = indexed.slice(first).filter(([, { problems }]) => problems.length > 0);
  return [...indexed.slice(0, first), ...below.slice(0, wrong)];
}

async function withLines(
  prepared: PreparedFile,
  rows: readonly (readonly [number, PreviewRow])[],
): Promise<PreviewRow[]> {
  const places = await prepared.locate(rows.map(([ordinal]) => ordinal));
  return rows.map(([ordinal, row]) => ({ ...row, line: places.get(ordinal)?.line ?? null }));
}
