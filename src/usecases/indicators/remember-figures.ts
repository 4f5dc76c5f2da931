import { setImmediate } from 'node:timers/promises';
import { parsePeriod, periodOf } from '../../kernel/index.ts';
import { quoteName } from '../../engine/index.ts';
import { rowsTable, WORKED } from '../../facts/index.ts';
import type { Institution } from '../institution.ts';
import { measureSeries } from '../measure-series.ts';

/** A figure of a month as it was at some time. */
export interface KeptFigure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number;
  readonly open: number;
  readonly verdict: string;
}

/** Figures of a month from some time on, and what brought them. */
export interface KeptMonth {
  /** Import after which they were read; null for an undo, a merge, a change of content, or cases. */
  readonly import: string | null;
  readonly cause: Cause['kind'];
  readonly figures: Readonly<Record<string, KeptFigure>>;
}

/** Why figures are read again. */
export type Cause =
  /** One or more imports since figures were last read; the last of them is told. */
  | { readonly kind: 'import'; readonly imports: readonly string[] }
  | { readonly kind: 'undo' | 'merge' | 'content' }
  /** Cases worked here since an event. */
  | { readonly kind: 'cases'; readonly after: number };

const KEY = 'figures/';

/** The figures of a month as the ledger keeps them, oldest first. */
export function listKeptMonths(
  institution: Institution,
  month: string,
): readonly { readonly at: string; readonly kept: KeptMonth }[] {
  return institution.ledger
    .listSettingChanges(KEY + month)
    .map(({ at, value }) => ({ at, kept: value as KeptMonth }));
}

/**
 * Keeps in the ledger the figures of the months that something touched, where they differ from
 * those kept before: what lets a sheet say that July's file changed June. To be called after an
 * import, an undo or a merge; it is no step of theirs, and a lost call only joins two changes.
 *
 * @returns the months whose figures changed
 */
export async function rememberFigures(institution: Institution, cause: Cause): Promise<readonly string[]> {
  const months = await findMonths(institution, cause);
  if (months.length === 0) return [];
  const { figures } = await measureSeries(institution, {
    indicators: [],
    from: months[0]!,
    to: months.at(-1)!,
    by: [],
    live: true,
  });
  const changed: string[] = [];
  for (const month of months) {
    // Each month kept is a durable write: between two of them others are served.
    await setImmediate();
    const now = Object.fromEntries(
      figures
        .filter(({ period }) => period === month)
        .map(({ indicator, value, numerator, denominator, n, open, verdict }): [string, KeptFigure] => [
          indicator,
          { value, numerator, denominator, n, open: open.count, verdict },
        ]),
    );
    const before = institution.ledger.findSetting(KEY + month)?.value as KeptMonth | undefined;
    if (
      before
        ? isSame(before.figures, now)
        : Object.values(now).every(({ value, open }) => value === null && open === 0)
    )
      continue;
    const kept: KeptMonth = {
      import: cause.kind === 'import' ? (cause.imports.at(-1) ?? null) : null,
      cause: cause.kind,
      figures: now,
    };
    institution.ledger.changeSetting(KEY + month, kept);
    changed.push(month);
  }
  return changed;
}

function isSame(a: KeptMonth['figures'], b: KeptMonth['figures']): boolean {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  const text = (figure: KeptFigure | undefined) =>
    figure && JSON.stringify([figure.numerator, figure.denominator, figure.n, figure.open, figure.verdict]);
  return [...ids].every((id) => text(a[id]) === text(b[id]));
}

/**
 * Months whose figures may have changed: of an import or of cases, those its rows are dated in by any date;
 * of what has no date (staff, schedules) and of everything else, all that hold facts.
 */
async function findMonths(institution: Institution, cause: Cause): Promise<readonly string[]> {
  const { content, ledger, facts } = institution;
  const records = cause.kind === 'import' ? cause.imports.flatMap((id) => ledger.findImport(id) ?? []) : [];
  const datasets = records.map(({ dataset }) => content.catalogue.datasets.get(dataset));
  // What has no date (staff, schedules) may change any month.
  const isDated = records.length > 0 && datasets.every((dataset) => dataset && dataset.date !== null);
  const asked = isDated ? [...new Set(datasets.flatMap((dataset) => dataset ?? []))] : datedSets(institution);
  const seqs = records.map(({ seq }) => seq).join(', ');
  const where =
    cause.kind === 'cases'
      ? ` where _import = ${WORKED} and _row > ${cause.after}`
      : isDated
        ? ` where _import in (${seqs})`
        : '';
  const found = new Set<string>();
  for (const each of asked) {
    for (const { name, type } of each.columns) {
      if (type !== 'instant' && type !== 'date') continue;
      const local = type === 'instant' ? `${name}_local` : quoteName(name);
      const rows = await facts.duck.rows(
        `select distinct date_trunc('month', ${local})::date::varchar as month from ${rowsTable(each)}${where}`,
      );
      for (const row of rows) {
        const month = row['month'];
        if (typeof month === 'string') found.add(periodOf(month, 'month').text);
      }
    }
  }
  const kept = cause.kind === 'import' || cause.kind === 'cases' ? [] : keptMonths(institution);
  return [...new Set([...found, ...kept])].filter((month) => parsePeriod(month)).sort();
}

/** Months of which figures are kept already: an undo may have left them without a row. */
function keptMonths(institution: Institution): readonly string[] {
  const keys = new Set(institution.ledger.listSettingChanges().map(({ key }) => key));
  return [...keys].filter((key) => key.startsWith(KEY)).map((key) => key.slice(KEY.length));
}

/** Data sets that some indicator reads by a date. */
function datedSets(institution: Institution) {
  const { content } = institution;
  const read = new Set(
    [...content.indicators.values()].flatMap(({ dataset, aggregates }) => [
      dataset,
      ...aggregates.map((aggregate) => aggregate.dataset),
    ]),
  );
  return [...content.catalogue.datasets.values()].filter(
    ({ id, derived, date }) => read.has(id) && !derived && date !== null,
  );
}
