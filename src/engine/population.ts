import { type Dataset, rational, parseDecimal, multiply } from '../kernel/index.ts';
import type { Cut, PlanContext } from './plan.ts';
import { quoteName, quoteText } from './print-row.ts';

/** Timestamp literal of an instant given in microseconds since 1970. */
export function timestamp(us: bigint): string {
  return `make_timestamp(${us})`;
}

/**
 * The rows of a data set dated in a period, with every column and lookup that is read later:
 * the first step of each statement.
 */
export function printPopulation(
  dataset: Dataset,
  date: string,
  from: string,
  to: string,
  columns: ReadonlySet<string>,
  cut: Cut | undefined,
  context: PlanContext,
): string {
  const selects: string[] = [];
  const joins = new Map<string, string>();
  for (const name of [...columns].sort()) {
    const column = dataset.columns.find((candidate) => candidate.name === name);
    if (column?.type === 'instant') selects.push(...instantColumns(name, dataset, cut));
    else if (column && name === dataset.weight)
      selects.push(`coalesce(r.${quoteName(name)}, 1) as ${quoteName(name)}`);
    else if (column || name.startsWith('_')) selects.push(`r.${quoteName(name)}`);
    else if (name === 'unit_calendar') {
      joins.set('unit_calendars', 'left join unit_calendars on unit_calendars.unit = r.unit');
      selects.push('unit_calendars.calendar as unit_calendar');
    } else selects.push(lookupColumn(name, dataset, joins, context));
  }
  const isInstant = dataset.columns.find((column) => column.name === date)?.type === 'instant';
  const [local, literal] = isInstant ? [`r.${date}_local`, 'timestamp'] : [`r.${quoteName(date)}`, 'date'];
  const conditions = [`${local} >= ${literal} '${from}'`, `${local} < ${literal} '${to}'`];
  if (cut?.explicit)
    conditions.push(
      isInstant
        ? `r.${date} <= ${timestamp(cut.us)}`
        : `r.${quoteName(date)} <= (${timestamp(cut.us)})::date`,
    );
  return [
    `select ${selects.length === 0 ? '1 as row' : selects.join(',\n         ')}`,
    `  from ${quoteName(dataset.id)} r`,
    ...[...joins.values()].map((join) => `  ${join}`),
    ` where ${conditions.join('\n   and ')}`,
  ].join('\n  ');
}

/** A closing after the user's cut has not happened yet. */
function instantColumns(name: string, dataset: Dataset, cut: Cut | undefined): string[] {
  const faces = [name, `${name}_local`, `${name}_work`];
  if (name !== dataset.closes || !cut?.explicit) return faces.map((facet) => `r.${facet}`);
  return faces.map((facet) => `case when r.${name} <= ${timestamp(cut.us)} then r.${facet} end as ${facet}`);
}

function lookupColumn(
  name: string,
  dataset: Dataset,
  joins: Map<string, string>,
  context: PlanContext,
): string {
  const lookup = dataset.lookups.find((candidate) => candidate.name === name);
  if (!lookup) throw new Error(`no column ${name} in ${dataset.id}`);
  const by = `r.${quoteName(lookup.by)}`;
  const atIsInstant = dataset.columns.find((column) => column.name === lookup.at)?.type === 'instant';
  const at =
    lookup.at === null ? null : atIsInstant ? `r.${lookup.at}_local::date` : `r.${quoteName(lookup.at)}`;
  const alias = `${lookup.from.replaceAll('-', '_')}_by_${lookup.by}`;
  if (lookup.from === 'standard-minutes') return `${standardMinutes(by, at, context)} as ${quoteName(name)}`;
  if (lookup.from === 'processes') {
    const branches = [...context.vocabulary.processes.values()]
      .filter((process) => process.parent !== null)
      .map((process) => `when ${quoteText(process.id)} then ${quoteText(process.parent!)}`);
    return `${branches.length === 0 ? by : `case ${by} ${branches.join(' ')} else ${by} end`} as ${quoteName(name)}`;
  }
  if (lookup.from === 'assignments') {
    joins.set(
      alias,
      `left join assignments ${alias} on ${alias}.person = ${by} and ${at} between ${alias}.from_date and ${alias}.to_date`,
    );
  } else {
    const key = context.vocabulary.datasets.get(lookup.from)?.key[0] ?? lookup.by;
    joins.set(alias, `left join ${quoteName(lookup.from)} ${alias} on ${alias}.${quoteName(key)} = ${by}`);
  }
  return `${alias}.${quoteName(lookup.take)} as ${quoteName(name)}`;
}

/** The dated table of standard minutes as microseconds; empty where a process has none yet. */
function standardMinutes(by: string, at: string | null, context: PlanContext): string {
  const processes = [...new Set(context.standard_minutes.map((item) => item.process))].sort();
  const branches = processes.map((process) => {
    const versions = context.standard_minutes
      .filter((item) => item.process === process)
      .sort((a, b) => (a.from < b.from ? 1 : -1))
      .map((item) => {
        const us = multiply(parseDecimal(item.minutes)!, rational(60_000_000n));
        return `when ${at} >= date '${item.from}' then ${us.num / us.den}`;
      });
    return `when ${quoteText(process)} then case ${versions.join(' ')} end`;
  });
  return branches.length === 0 ? 'null::bigint' : `case ${by} ${branches.join(' ')} end::bigint`;
}
