import { join } from 'node:path';
import type { Measurement, Schedule, Sheet } from '../../kernel/index.ts';
import { type MeasureRequest, quoteName, quoteText, type RowsPlan } from '../../engine/index.ts';
import { type CheckedIndicator, type CheckedLine, printChecked } from '../../language/index.ts';
import type { Pack } from '../../library/index.ts';
import type { Institution } from '../institution.ts';
import { bringsCorrected, readCorrectedRows } from '../read-corrected-rows.ts';
import { findLastWork, isWorked, WORKED_IMPORT } from '../worked-source.ts';
import { countWaiting } from './count-waiting.ts';
import { type CapacitySources, findCapacitySources } from './find-capacity-sources.ts';
import { type FactCounts, type Filter, readRows } from './list-rows.ts';
import { planMeasure } from './measure-indicators.ts';

/** What one data set gave to the figure. */
export interface ExplainedInput extends Omit<FactCounts, 'imports'> {
  /** Rows of the period, or without a date, that wait to be corrected and may be of the indicator. */
  readonly quarantined: number;
  /** Rows in the indicator's scope that somebody corrected by hand, each as its import and its place there. */
  readonly corrected: readonly string[];
  readonly imports: readonly {
    readonly import: string;
    readonly file: string;
    readonly imported_at: string;
    /** Rows of it in the indicator's scope. */
    readonly rows: number;
  }[];
}

/** How installed capacity and minutes worked were counted, for indicators that compare them. */
export interface ExplainedCapacity {
  readonly schedules: readonly Pick<
    Schedule,
    'id' | 'mode' | 'day_min' | 'lunch_min' | 'unproductive_min' | 'days_per_month'
  >[];
  /** Facts by where their minutes came from: attention recorded, standard minutes of the service, or neither. */
  readonly minutes: { readonly attention: number; readonly standard: number; readonly neither: number };
}

export interface Explanation {
  readonly period: string;
  readonly as_of: string | null;
  readonly sheet: Sheet;
  readonly pack: Pick<Pack, 'id' | 'name' | 'version' | 'licence'>;
  readonly measurement: Measurement | null;
  readonly inputs: readonly ExplainedInput[];
  readonly capacity: ExplainedCapacity | null;
  /** Calendars by which working time or capacity was counted; empty when the clock was. */
  readonly calendars: readonly string[];
  readonly tree: readonly CheckedLine[];
  readonly checked: CheckedIndicator;
  /** File that DuckDB opens to run the statements. */
  readonly database: string;
  readonly statements: readonly { readonly dataset: string; readonly sql: string }[];
}

/**
 * Explains a figure whole: its technical sheet, what went in with counts and files, the formula
 * as it was understood and the SQL that computed it.
 */
export async function explainIndicator(
  institution: Institution,
  input: {
    readonly indicator: string;
    readonly period: string;
    readonly as_of: string | null;
    readonly filters: readonly Filter[];
    /** Facts kept before anything is computed (what a person may see); all where absent. */
    readonly only?: MeasureRequest['only'];
  },
): Promise<Explanation> {
  const found = await readRows(institution, input, { rows: false });
  const { indicator, measurement, period, as_of, from, to, datasets } = found;
  const { catalogue } = institution.content;
  const sheet = catalogue.sheets.get(indicator.id)!;
  const pack = catalogue.packs.find(({ id }) => id === sheet.pack)!;
  const by = input.filters.map(({ dimension }) => dimension);
  const { plan } = await planMeasure(institution, {
    period: input.period,
    indicators: [indicator.id],
    by,
    as_of: input.as_of,
    ...(input.only ? { only: input.only } : {}),
  });
  const derived = new Set(
    indicator.aggregates
      .map(({ dataset }) => dataset)
      .filter((id) => catalogue.datasets.get(id)?.derived === true),
  );
  const sources: CapacitySources | null =
    derived.size === 0 ? null : await findCapacitySources(institution, { ...input, from, to });
  const calendars = await findCalendars(institution, indicator, from, to);
  return {
    period,
    as_of,
    sheet,
    pack: { id: pack.id, name: pack.name, version: pack.version, licence: pack.licence },
    measurement,
    inputs: await Promise.all(
      datasets.map(async ({ counts, plan: rows }) =>
        // Capacity comes in no file: it rests on those of the staff and their absences.
        toInput(
          institution,
          sources && derived.has(counts.dataset) ? { ...counts, imports: sources.imports } : counts,
          await listCorrected(institution, counts, rows),
          countWaiting(institution, indicator, counts.dataset, from, to),
        ),
      ),
    ),
    capacity: toCapacity(institution, indicator, measurement, datasets[0]!.counts),
    calendars: [...new Set([...calendars, ...(sources?.calendars ?? [])])].sort(),
    tree: printChecked(indicator),
    checked: indicator,
    database: join(institution.folder, 'facts.duckdb'),
    statements: plan.datasets.map(({ dataset, sql }) => ({ dataset: dataset.id, sql: `${sql};` })),
  };
}

/** Rows of an indicator that somebody corrected by hand, asked only of imports that bring such rows. */
async function listCorrected(
  institution: Institution,
  counts: FactCounts,
  plan: RowsPlan,
): Promise<readonly string[]> {
  const seqs = new Set(counts.imports.map(({ seq }) => seq));
  const records = institution.ledger
    .listImports()
    .filter((record) => seqs.has(record.seq) && bringsCorrected(record));
  const found: string[] = [];
  for (const record of records) {
    const places = (await readCorrectedRows(institution, record)).map(({ row }) => row);
    if (places.length === 0) continue;
    const rows = await institution.facts.duck.rows(
      `select import_row from (${plan.sql}) where import_seq = ${record.seq} and import_row in (${places.join(', ')})`,
    );
    for (const row of rows) found.push(`${record.id}:${Number(row['import_row'])}`);
  }
  return found;
}

function toInput(
  institution: Institution,
  counts: FactCounts,
  corrected: readonly string[],
  quarantined: number,
): ExplainedInput {
  const { ledger } = institution;
  const records = new Map(ledger.listImports().map((record) => [record.seq, record]));
  return {
    ...counts,
    quarantined,
    corrected,
    imports: counts.imports.map(({ seq, rows }) => {
      if (isWorked(seq)) {
        const imported_at = findLastWork(institution) ?? institution.ports.clock();
        return { import: WORKED_IMPORT, file: WORKED_IMPORT, imported_at, rows };
      }
      const record = records.get(seq);
      if (!record) throw new Error(`facts of import ${seq}, which is not in force`);
      return { import: record.id, file: record.file_name, imported_at: record.imported_at, rows };
    }),
  };
}

function toCapacity(
  institution: Institution,
  indicator: CheckedIndicator,
  measurement: Measurement | null,
  home: FactCounts,
): ExplainedCapacity | null {
  const { catalogue } = institution.content;
  const reads = indicator.aggregates.some(({ dataset }) => catalogue.datasets.get(dataset)?.derived);
  if (!reads) return null;
  const said = (code: string) =>
    Number(measurement?.warnings.find((warning) => warning.code === code)?.params['n'] ?? 0);
  const standard = said('standard-minutes');
  return {
    schedules: [...institution.facts.context.schedules.values()].map(
      ({ id, mode, day_min, lunch_min, unproductive_min, days_per_month }) => ({
        id,
        mode,
        day_min,
        lunch_min,
        unproductive_min,
        days_per_month,
      }),
    ),
    minutes: {
      attention: home.by_state.counted - standard,
      standard,
      neither: home.by_state.unmeasured,
    },
  };
}

/** Calendars of the units whose facts fall in the period, when the indicator counts working time. */
async function findCalendars(
  institution: Institution,
  indicator: CheckedIndicator,
  from: string,
  to: string,
): Promise<readonly string[]> {
  if (!JSON.stringify(indicator).includes('"name":"working"')) return [];
  const { catalogue } = institution.content;
  const dataset = catalogue.datasets.get(indicator.dataset)!;
  const column = dataset.columns.find(({ name }) => name === indicator.date);
  const local = column?.type === 'instant' ? `${indicator.date}_local` : quoteName(indicator.date);
  const fallback = catalogue.settings.default_calendar;
  const rows = await institution.facts.duck.rows(
    `select distinct coalesce(uc.calendar, ${fallback === null ? 'null' : quoteText(fallback)}) as calendar
  from ${quoteName(dataset.id)} r left join unit_calendars uc on uc.unit = r.unit
 where ${local} >= '${from}' and ${local} < '${to}' order by 1`,
  );
  return rows.flatMap((row) => (row['calendar'] === null ? [] : [String(row['calendar'])]));
}
