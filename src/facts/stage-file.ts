import { type Dataset, type Problem, Refusal, toWarning } from '../kernel/index.ts';
import { quoteName, quoteText } from '../engine/index.ts';
import type { RowExpression, Vocabulary } from '../language/index.ts';
import type { ChosenColumns } from './choose-columns.ts';
import type { Duck } from './duck.ts';
import { findPans, type PreparedFile } from './intake/index.ts';
import { codeColumns, printProjected, projectedTests, type ProjectionPlace } from './project.ts';
import type { Mapping } from './read-mapping.ts';
import type { DateOrder, Reading } from './reading.ts';
import { type ResolvedCodes, resolveCodes } from './resolve-codes.ts';
import { settleReadings } from './settle-readings.ts';
import { planStage, printSource } from './stage.ts';

/** A record that will not become a fact, and why. */
export interface BadRecord {
  /** 1-based position among the records of the file. */
  readonly ordinal: number;
  readonly code: string;
  readonly column: string;
  readonly hint: string;
  /** Local date of the fact, when it can be read. */
  readonly fact_date: string | null;
}

/** A file read into the table `stage` and the view `projected`, with what is wrong in it. */
export interface Staged {
  readonly records: number;
  /** Events of a log that made the records; equal to `records` for other files. */
  readonly bad: readonly BadRecord[];
  readonly readings: ReadonlyMap<string, Reading>;
  readonly codes: Readonly<Record<string, ResolvedCodes>>;
  readonly warnings: readonly Problem[];
}

/** More rows than this waiting to be corrected is a wrong file or a wrong mapping. */
const MOST_BAD = 100_000;
/** Rows looked at for card numbers at a time. */
const PAN_BATCH = 20_000;

export interface StageInput {
  readonly dataset: Dataset;
  readonly prepared: PreparedFile;
  readonly chosen: ChosenColumns;
  readonly mapping: Mapping | null;
  readonly dates: DateOrder | null;
  readonly rules: readonly (RowExpression | null)[];
  readonly vocabulary: Vocabulary;
  readonly place: ProjectionPlace;
  readonly now_us: bigint;
  /** What an earlier import of these bytes settled, on a rebuild: nothing is decided again. */
  readonly settled: {
    readonly readings: ReadonlyMap<string, Reading>;
    readonly codes: Readonly<Record<string, ResolvedCodes>>;
  } | null;
}

/** Reads, checks and resolves a prepared file; refuses one with card numbers or hopelessly wrong. */
export async function stageFile(duck: Duck, input: StageInput): Promise<Staged> {
  const { dataset, prepared, chosen, mapping, settled } = input;
  const readings =
    settled?.readings ??
    (await settleReadings(dataset, chosen, prepared, mapping, input.dates, (index, dateOnly) =>
      distinctTexts(duck, prepared, index, dateOnly),
    ));
  const plan = planStage(dataset, prepared, chosen, readings, mapping);
  await duck.run(plan.sql);
  if (!settled) await refusePans(duck, prepared, mapping);
  const records = Number((await duck.rows('select count(*) as n from stage'))[0]!.n);
  const codes: Record<string, ResolvedCodes> = { ...settled?.codes };
  await duck.run('create or replace temp table code_map (column_name varchar, text varchar, id varchar)');
  for (const { name, codes: list } of codeColumns(dataset)) {
    const texts = await duck.rows(
      `select distinct ${quoteName(name)} as text from stage where ${quoteName(name)} is not null order by 1`,
    );
    codes[name] ??= resolveCodes(
      texts.map((row) => String(row.text)),
      list,
      mapping?.codes?.[name],
      input.vocabulary,
    );
    const pairs = Object.entries(codes[name].known).map(
      ([text, id]) => `(${quoteText(name)}, ${quoteText(text)}, ${quoteText(id)})`,
    );
    for (let at = 0; at < pairs.length; at += 1000)
      await duck.run(`insert into code_map values ${pairs.slice(at, at + 1000).join(', ')}`);
  }
  await duck.run(
    `create or replace temp view projected as\n${printProjected(dataset, input.place, input.rules)}`,
  );
  const bad = settled ? [] : await findBad(duck, input, plan.bits, codes);
  if (bad.length > MOST_BAD || (bad.length === records && records > 20)) refuseHopeless(bad, records);
  const unnamed = new Set(chosen.sources.keys());
  const warnings = dataset.columns
    .filter((column) => !unnamed.has(column.name) && ['unit', 'person'].includes(column.name))
    .map((column) =>
      toWarning('column-absent', {}, { column: column.name, es: column.label.es, en: column.label.en }),
    );
  return { records, bad, readings, codes, warnings };
}

async function distinctTexts(
  duck: Duck,
  prepared: PreparedFile,
  index: number,
  dateOnly: boolean,
): Promise<string[]> {
  const text = dateOnly ? `regexp_extract(trim(c${index}), '^[^ T]+')` : `c${index}`;
  const rows = await duck.rows(
    `select distinct ${text} as text from ${printSource(prepared)} where c${index} is not null limit 500000`,
  );
  return rows.map((row) => String(row.text ?? ''));
}

async function refusePans(duck: Duck, prepared: PreparedFile, mapping: Mapping | null): Promise<void> {
  const spared = new Set((mapping?.not_cards ?? []).map((name) => prepared.header.indexOf(name)));
  const candidates = await duck.rows('select rowid + 1 as ordinal from stage where _pan order by 1');
  for (let at = 0; at < candidates.length; at += PAN_BATCH) {
    const ordinals = candidates.slice(at, at + PAN_BATCH).map((row) => Number(row.ordinal));
    const places: string[] = [];
    for (const [, record] of await prepared.locate(ordinals)) {
      for (const [index, cell] of record.cells.entries()) {
        if (spared.has(index)) continue;
        for (const { masked } of findPans(cell))
          places.push(`${record.line}: ${prepared.header[index] ?? ''} ${masked}`);
      }
    }
    if (places.length > 0)
      throw new Refusal('card-numbers', { places: places.slice(0, 10), n: places.length });
  }
}

async function findBad(
  duck: Duck,
  input: StageInput,
  bits: readonly { code: string; column: string }[],
  codes: Readonly<Record<string, ResolvedCodes>>,
): Promise<BadRecord[]> {
  const { dataset } = input;
  const tests = projectedTests(dataset, input.rules, input.now_us);
  const later =
    tests
      .map((test, index) => `case when ${test.condition} then ${2n ** BigInt(index)} else 0 end`)
      .join(' + ') || '0';
  const dated = dataset.columns.find((column) => column.name === dataset.date);
  const date = !dated
    ? 'null'
    : dated.type === 'instant'
      ? `p.${dated.name}_local::date`
      : `p.${quoteName(dated.name)}`;
  const texts = codeColumns(dataset).map(({ name }) => `p.${quoteName(`text_${name}`)}`);
  const sql = `select s.rowid + 1 as ordinal, s._problems as problems, p._later as later, (${date})::varchar as fact_date${texts.length === 0 ? '' : `, ${texts.join(', ')}`}
  from stage s join (select *, (${later})::bigint as _later from projected) p on p._row = s.rowid + 1
 where s._problems <> 0 or p._later <> 0
 order by 1 limit ${MOST_BAD + 1}`;
  const first = (value: unknown, list: readonly { code: string; column: string }[]) => {
    const set = value as bigint;
    return list.find((_, index) => (set >> BigInt(index)) & 1n);
  };
  return (await duck.rows(sql)).map((row) => {
    const found = first(row.problems, bits) ?? first(row.later, tests)!;
    const text = row[`text_${found.column}`];
    const hint = found.code === 'unknown-code' ? (codes[found.column]?.unknown[String(text)] ?? '') : '';
    return {
      ordinal: Number(row.ordinal),
      code: found.code,
      column: found.column,
      hint,
      fact_date: row.fact_date as string | null,
    };
  });
}

function refuseHopeless(bad: readonly BadRecord[], records: number): never {
  const counts = new Map<string, number>();
  for (const { code, column } of bad)
    counts.set(`${code}|${column}`, (counts.get(`${code}|${column}`) ?? 0) + 1);
  const [worst] = [...counts].sort((a, b) => b[1] - a[1]);
  const [code = '', column = ''] = worst![0].split('|');
  throw new Refusal('too-many-bad-rows', { n: bad.length, records, code, column });
}
