import { quoteText } from '../../engine/index.ts';
import { keptScale, type Row } from '../../facts/index.ts';
import {
  type Column,
  type Dataset,
  type LocalText,
  parsePeriod,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import { processSubtree } from '../../language/index.ts';
import type { Institution } from '../institution.ts';
import { printFactDate } from '../print-fact-date.ts';
import { reachUnits } from '../reach-units.ts';
import { findLastWork, isWorked, WORKED_IMPORT } from '../worked-source.ts';

/** The exact sum of a column over the rows that have a value in it. */
export interface ColumnTotal {
  readonly column: string;
  readonly label: LocalText;
  /** Unit the column is written in; null for plain numbers. */
  readonly unit: string | null;
  /** Digits with a point; cut at the millionth. */
  readonly total: string;
  readonly known: number;
}

interface Totals {
  readonly rows: number;
  readonly totals: readonly ColumnTotal[];
}

/** Rows in force of one data set in a period, whole and by the import they came in, latest first. */
export interface FactTotals extends Totals {
  readonly dataset: string;
  readonly name: LocalText;
  readonly imports: readonly (Totals & {
    readonly import: string;
    readonly file_name: string;
    readonly imported_at: string;
  })[];
}

export interface TotalsInput {
  readonly period: string;
  readonly unit: string | null;
  readonly scope: Scope;
}

const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'duration']);
const MILLIONTHS = 1_000_000n;

/**
 * Control totals of a period: rows and exact sums of every data set with a date, so that they can be
 * held against the system the files came from. A data set without units is left out for whoever
 * reaches some units alone; the same with processes. Refuses a text that is no period and a unit out of scope.
 */
export async function totalFacts(
  institution: Institution,
  { period, unit, scope }: TotalsInput,
): Promise<readonly FactTotals[]> {
  const stretch = parsePeriod(period);
  if (!stretch) throw new Refusal('period-unreadable', { period });
  const { catalogue } = institution.content;
  const units = reachUnits(scope, unit);
  const processes = scope.processes?.flatMap((root) => processSubtree(catalogue, root)) ?? null;
  const found: FactTotals[] = [];
  for (const dataset of catalogue.datasets.values()) {
    const date = printFactDate(dataset);
    const place = dataset.columns.find(({ of }) => of === 'unit');
    const process = dataset.columns.find(({ codes }) => codes === 'process');
    const reached = [printReach(place, units), printReach(process, processes)];
    if (dataset.derived || date === null || reached.includes(null)) continue;
    const inside = `${date} >= date ${quoteText(stretch.from)} and ${date} < date ${quoteText(stretch.to)}`;
    const totals = await totalDataset(institution, dataset, [inside, ...reached].join(' and '));
    if (totals !== null) found.push(totals);
  }
  return found;
}

/** The rows that a limit reaches, as SQL; null where a data set has no column to limit. */
function printReach(column: Column | undefined, values: readonly string[] | null): string | null {
  if (values === null) return 'true';
  if (!column || values.length === 0) return null;
  return `"${column.name}" in (${values.map(quoteText).join(', ')})`;
}

async function totalDataset(
  { facts, ledger }: Institution,
  dataset: Dataset,
  where: string,
): Promise<FactTotals | null> {
  const columns = dataset.columns.filter(({ type }) => NUMERIC.has(type));
  const sums = columns.map(({ name }, at) => `sum("${name}")::varchar as s${at}, count("${name}") as k${at}`);
  const rows = await facts.duck.rows(
    `select _import as seq, count(*) as n${sums.map((sum) => `, ${sum}`).join('')} from "${dataset.id}" where ${where} group by grouping sets ((_import), ()) order by _import desc nulls first`,
  );
  const worked_at = findLastWork({ ledger }) ?? '';
  const [whole, ...parts] = rows;
  if (!whole || Number(whole['n']) === 0) return null;
  const records = new Map(ledger.listImports({ include_undone: true }).map((record) => [record.seq, record]));
  return {
    dataset: dataset.id,
    name: dataset.name,
    ...toTotals(whole, columns),
    imports: parts.map((row) => {
      const record = records.get(Number(row['seq']));
      const worked = isWorked(Number(row['seq'])) ? WORKED_IMPORT : '';
      return {
        import: record?.id ?? worked,
        file_name: record?.file_name ?? worked,
        imported_at: record?.imported_at ?? worked_at,
        ...toTotals(row, columns),
      };
    }),
  };
}

function toTotals(row: Row, columns: readonly Column[]): Totals {
  return {
    rows: Number(row['n']),
    totals: columns.map((column, at) => ({
      column: column.name,
      label: column.label,
      unit: column.measured_in,
      total: printKept(BigInt(String(row[`s${at}`] ?? 0)), keptScale(column)),
      known: Number(row[`k${at}`]),
    })),
  };
}

/** A sum of kept units in the unit the column is written in. */
function printKept(kept: bigint, scale: bigint): string {
  const size = kept < 0n ? -kept : kept;
  const rest = String(((size % scale) * MILLIONTHS) / scale)
    .padStart(6, '0')
    .replace(/0+$/, '');
  const whole = `${kept < 0n ? '-' : ''}${size / scale}`;
  return rest === '' ? whole : `${whole}.${rest}`;
}
