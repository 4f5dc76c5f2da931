import type { Cell } from '../../facts/index.ts';
import { addDays, findUnit, periodOf, previousPeriod } from '../../kernel/index.ts';
import { type MeasureRequest, planRows } from '../../engine/index.ts';
import { type CheckedIndicator, columnsOf } from '../../language/index.ts';
import type { Institution } from '../institution.ts';

/** Fewer attentions of a service than this in a year make no usual time: they are compared with themselves. */
const FEWEST = 10;
/** Months over which the usual time of a service is taken. */
const MONTHS = 12;

/** What one service usually takes in the institution. */
export interface UsualTime {
  readonly service: string;
  readonly n: number;
  /** Median and mean minutes of attention; null median where there are too few. */
  readonly median_min: number | null;
  readonly mean_min: number;
}

/** Attentions of one person (and unit) of one service in the period. */
export interface MixPart {
  readonly person: string | null;
  readonly unit: string | null;
  readonly service: string;
  readonly n: number;
  readonly minutes: number;
}

export interface Mix {
  /** Dates of the usual times, half-open. */
  readonly from: string;
  readonly to: string;
  readonly usual: ReadonlyMap<string, UsualTime>;
  readonly parts: readonly MixPart[];
}

/** Actual minutes against those that the same attentions usually take. */
export interface MixWeight {
  readonly n: number;
  readonly actual_min: number;
  readonly expected_min: number;
}

function toSource(
  institution: Institution,
  indicator: CheckedIndicator,
  request: Omit<MeasureRequest, 'by'>,
) {
  const { catalogue } = institution.content;
  const plans = planRows(
    indicator,
    { ...request, filters: [], ordered: false },
    { vocabulary: catalogue, standard_minutes: catalogue.standard_minutes },
  );
  const plan = plans.find(({ dataset }) => dataset.id === indicator.dataset);
  const part = plan?.parts[0];
  const named = (name: string) => plan?.attributes.find((column) => column.name === name)?.sql_name;
  const service = named('service') ?? named('process');
  if (!plan || !part || service === undefined) return null;
  const unit = indicator.measure_unit === null ? undefined : findUnit(indicator.measure_unit);
  const scale = part.aggregate.type.scale * Number(unit?.factor ?? 1n);
  return { plan, part: part.column, scale, service, person: named('person'), unit: named('unit') };
}

/** What an attention takes does not hang from a staff list: those of people who are in none count too. */
function withoutStaff({ content }: Institution, indicator: CheckedIndicator): CheckedIndicator {
  const lookups = content.catalogue.datasets.get(indicator.dataset)?.lookups ?? [];
  const ofStaff = new Set(lookups.filter(({ from }) => from === 'assignments').map(({ name }) => name));
  const except = indicator.except.filter(({ where }) => !columnsOf(where).some((name) => ofStaff.has(name)));
  return { ...indicator, except };
}

/**
 * The services each person attended in a period, and what each service usually takes: its median
 * minutes in the whole institution over the twelve months that end with the period. Attentions of
 * no minutes are nobody's work and left out of both. Null where the facts name no service.
 */
export async function weighMix(
  institution: Institution,
  indicator: CheckedIndicator,
  request: Omit<MeasureRequest, 'by'>,
): Promise<Mix | null> {
  let first = periodOf(addDays(request.to, -1), 'month');
  for (let month = 1; month < MONTHS; month++) first = previousPeriod(first);
  const from = first.from < request.from ? first.from : request.from;
  const { only: _only, ...whole } = request;
  const year = toSource(institution, withoutStaff(institution, indicator), { ...whole, from });
  const own = toSource(institution, indicator, request);
  if (!year || !own) return null;
  const { duck } = institution.facts;
  const usualRows = await duck.rows(`
select ${year.service} as service, count(*) as n, median(${year.part}) as median, avg(${year.part}) as mean
  from (
${year.plan.sql}
  ) where ${year.part} > 0 and ${year.service} is not null group by all order by all`);
  const ownRows = await duck.rows(`
select ${own.person ?? 'null'} as person, ${own.unit ?? 'null'} as unit, ${own.service} as service, count(*) as n, sum(${own.part})::double as minutes
  from (
${own.plan.sql}
  ) where ${own.part} > 0 and ${own.service} is not null group by all order by all`);
  const usual = usualRows.map((row): UsualTime => {
    const n = Number(row['n']);
    const median_min = n < FEWEST ? null : Number(row['median']) / year.scale;
    return { service: String(row['service']), n, median_min, mean_min: Number(row['mean']) / year.scale };
  });
  const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? null : String(cell));
  const parts = ownRows.map(
    (row): MixPart => ({
      person: text(row['person']),
      unit: text(row['unit']),
      service: String(row['service']),
      n: Number(row['n']),
      minutes: Number(row['minutes']) / own.scale,
    }),
  );
  return { from, to: request.to, usual: new Map(usual.map((item) => [item.service, item])), parts };
}

/** Adds up parts of a mix: what they took, and what the same attentions take at the usual times. */
export function toMixWeight(parts: readonly MixPart[], usual: Mix['usual']): MixWeight {
  let [n, actual_min, expected_min] = [0, 0, 0];
  for (const part of parts) {
    const median = usual.get(part.service)?.median_min ?? null;
    n += part.n;
    actual_min += part.minutes;
    expected_min += median === null ? part.minutes : median * part.n;
  }
  return { n, actual_min, expected_min };
}
