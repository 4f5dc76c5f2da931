import { type Dataset, type Problem, Refusal, toWarning } from '../kernel/index.ts';
import { quoteName } from '../engine/index.ts';
import { nearest, type RowExpression, type Vocabulary } from '../language/index.ts';
import type { ChosenColumns } from './choose-columns.ts';
import type { Duck } from './duck.ts';
import { fillCodeMap } from './fill-code-map.ts';
import { findPans, type PreparedFile } from './intake/index.ts';
import { codeColumns, printProjected, projectedTests, type ProjectionPlace } from './project.ts';
import type { Mapping } from './read-mapping.ts';
import type { DateOrder, Reading } from './reading.ts';
import { listUnknownCodes, type ResolvedCodes, resolveCodes, type UnknownCodes } from './resolve-codes.ts';
import { type DistinctTexts, settleReadings, settleWhole } from './settle-readings.ts';
import { planStage, printSource } from './stage.ts';

/** A record that will not become a fact, and why. */
export interface BadRecord {
  /** 1-based position among the rows staged. */
  readonly ordinal: number;
  /** 1-based position of its record in the file: of a case of a log, its first event. */
  readonly record: number;
  readonly code: string;
  readonly column: string;
  readonly hint: string;
  /** Local date of the fact, when it can be read. */
  readonly fact_date: string | null;
}

/** A file read into the table `stage` and the view `projected`, with what is wrong in it. */
export interface Staged {
  readonly records: number;
  readonly bad: readonly BadRecord[];
  readonly readings: ReadonlyMap<string, Reading>;
  readonly codes: Readonly<Record<string, ResolvedCodes>>;
  readonly unknown: readonly UnknownCodes[];
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
  /** How an earlier file was read, for what this one leaves open: rows of it that come back corrected. */
  readonly earlier?: ReadonlyMap<string, Reading>;
  /** What an earlier import of these bytes settled, on a rebuild: nothing is decided again. */
  readonly settled: {
    readonly readings: ReadonlyMap<string, Reading>;
    readonly codes: Readonly<Record<string, ResolvedCodes>>;
  } | null;
}

/** Reads, checks and resolves a prepared file; refuses one with card numbers or hopelessly wrong. */
export async function stageFile(duck: Duck, input: StageInput): Promise<Staged> {
  const { dataset, prepared, chosen, mapping, settled } = input;
  const distinct = (index: number, dateOnly: boolean) => distinctTexts(duck, prepared, index, dateOnly);
  let readings: ReadonlyMap<string, Reading> =
    settled?.readings ??
    (await settleReadings(dataset, chosen, prepared, mapping, input.dates, distinct, input.earlier));
  let plan = planStage(dataset, prepared, chosen, readings, mapping);
  await duck.run(plan.sql);
  const again = settled ? null : await settleAgain(duck, input, plan.bits, readings, distinct);
  if (again) {
    readings = again;
    plan = planStage(dataset, prepared, chosen, readings, mapping);
    await duck.run(plan.sql);
  }
  if (!settled) await refusePans(duck, plan.suspects, prepared, mapping);
  const records = Number((await duck.rows('select count(*) as n from stage'))[0]!.n);
  const codes: Record<string, ResolvedCodes> = { ...settled?.codes };
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
  }
  await fillCodeMap(duck, dataset, codes);
  await duck.run(
    `create or replace temp view projected as\n${printProjected(dataset, input.place, input.rules)}`,
  );
  const bad = settled ? [] : await findBad(duck, input, plan.bits, codes);
  if (bad.length > MOST_BAD || (bad.length === records && records > 20))
    refuseHopeless(bad, input, codes, records);
  const unnamed = new Set(chosen.sources.keys());
  const warnings = dataset.columns
    .filter((column) => !unnamed.has(column.name) && ['unit', 'person'].includes(column.name))
    .map((column) =>
      toWarning('column-absent', {}, { column: column.name, es: column.label.es, en: column.label.en }),
    );
  if (!settled) warnings.push(...(await findAbsentActivities(duck, prepared, chosen)));
  const unknown = listUnknownCodes(codeColumns(dataset), codes, input.vocabulary);
  return { records, bad, readings, codes, unknown, warnings };
}

/**
 * Looks at whole columns where rows below the first ones could not be read: they may carry the
 * mark that no number above had, or contradict the dates above, which is refused.
 */
async function settleAgain(
  duck: Duck,
  { dataset, chosen, prepared }: StageInput,
  bits: readonly { code: string; column: string }[],
  readings: ReadonlyMap<string, Reading>,
  distinct: DistinctTexts,
): Promise<Map<string, Reading> | null> {
  const [row] = await duck.rows('select coalesce(bit_or(_problems), 0) as seen from stage');
  let again: Map<string, Reading> | null = null;
  for (const [bit, { code, column }] of bits.entries()) {
    const reading = readings.get(column);
    if (!(((row!.seen as bigint) >> BigInt(bit)) & 1n) || !reading) continue;
    const settled =
      code === 'unreadable-number' || code === 'unreadable-date'
        ? await settleWhole(dataset, column, chosen, reading, distinct, prepared.header)
        : null;
    if (settled) again = (again ?? new Map(readings)).set(column, settled);
  }
  return again;
}

/** Activities that the mapping names and no event has: misspelt, they would leave every case open. */
async function findAbsentActivities(
  duck: Duck,
  prepared: PreparedFile,
  { sources, log }: ChosenColumns,
): Promise<Problem[]> {
  const named = [...sources].flatMap(([column, source]) =>
    source.kind === 'event' ? source.activities.map((activity) => ({ column, activity })) : [],
  );
  const index = log?.activity ?? null;
  if (named.length === 0 || index === null) return [];
  const rows = await duck.rows(
    `select distinct c${index} as text from ${printSource(prepared)} where c${index} is not null order by 1 limit 10000`,
  );
  const known = rows.map((row) => String(row.text));
  return named
    .filter(({ activity }) => !known.includes(activity))
    .map(({ column, activity }) =>
      toWarning(
        'log-activity-absent',
        {},
        { column, activity, header: prepared.header[index]! },
        nearest(activity, known),
      ),
    );
}

/** Distinct texts of a column of the whole file, or only their part before the time; sorted, so that examples are always the same. */
export async function distinctTexts(
  duck: Duck,
  prepared: PreparedFile,
  index: number,
  dateOnly: boolean,
): Promise<string[]> {
  const text = dateOnly ? `regexp_extract(trim(c${index}), '^[^ T]+')` : `c${index}`;
  const rows = await duck.rows(
    `select distinct ${text} as text from ${printSource(prepared)} where c${index} is not null order by 1 limit 500000`,
  );
  return rows.map((row) => String(row.text ?? ''));
}

async function refusePans(
  duck: Duck,
  suspects: string,
  prepared: PreparedFile,
  mapping: Mapping | null,
): Promise<void> {
  const spared = new Set((mapping?.not_cards ?? []).map((name) => prepared.header.indexOf(name)));
  const candidates = await duck.rows(suspects);
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
  // Only a log needs the stage again: its records are events, its rows cases.
  const [record, join] = input.mapping?.log
    ? ['s._record', ' join stage s on s.rowid = p._row - 1']
    : ['p._row', ''];
  const sql = `select p._row as ordinal, ${record} as record, p._problems as problems, p._later as later, (${date})::varchar as fact_date${texts.length === 0 ? '' : `, ${texts.join(', ')}`}
  from (select *, (${later})::bigint as _later from projected) p${join}
 where p._problems <> 0 or p._later <> 0
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
      record: Number(row.record),
      code: found.code,
      column: found.column,
      hint,
      fact_date: row.fact_date as string | null,
    };
  });
}

function refuseHopeless(
  bad: readonly BadRecord[],
  { chosen, prepared, dataset, vocabulary }: StageInput,
  codes: Readonly<Record<string, ResolvedCodes>>,
  records: number,
): never {
  const counts = new Map<string, number>();
  for (const { code, column } of bad)
    counts.set(`${code}|${column}`, (counts.get(`${code}|${column}`) ?? 0) + 1);
  const [worst] = [...counts].sort((a, b) => b[1] - a[1]);
  const [code = '', column = ''] = worst![0].split('|');
  const source = chosen.sources.get(column);
  const header = source?.kind === 'one' ? prepared.header[source.index]! : '';
  // Every text to be given a meaning at once: one column at a time would be one refusal each.
  const unknown = code === 'unknown-code' ? listUnknownCodes(codeColumns(dataset), codes, vocabulary) : [];
  const lists = unknown.flatMap(({ column: name, texts, nearest, ids }) => [
    [`texts_${name}`, texts],
    [`nearest_${name}`, nearest],
    [`ids_${name}`, ids],
  ]);
  throw new Refusal('too-many-bad-rows', {
    n: bad.length,
    records,
    code,
    column,
    header,
    unknown: unknown.map((list) => list.column),
    ...Object.fromEntries(lists),
  });
}
