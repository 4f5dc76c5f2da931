import {
  CAPACITY_SCALE,
  type LocalText,
  mondayToFriday,
  parsePeriod,
  rational,
  Refusal,
  type Schedule,
  type Scope,
  toNumber,
} from '../../kernel/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';

/** Capacity of one person at one unit with one schedule in a month, and how it comes out. */
export interface CapacityLine {
  readonly person: string;
  readonly unit: string;
  readonly schedule: string;
  readonly schedule_name: LocalText;
  /** Days with capacity, and Mondays to Fridays of the month. */
  readonly days: number;
  readonly month_days: number;
  readonly minutes: number;
  /** `7 h − 30 min − 1 h = 5 h 30 min; × 20 días = 6.600 min…`. */
  readonly arithmetic: LocalText;
}

export interface CapacityPreview {
  readonly month: string;
  readonly minutes: number;
  readonly people: number;
  readonly lines: readonly CapacityLine[];
  readonly finding: LocalText;
}

const MINUTE_PARTS = CAPACITY_SCALE * 60_000_000n;

/** Installed capacity of each person in a month, as productivity divides by it, with its arithmetic. */
export async function previewCapacity(
  institution: Institution,
  input: { readonly month: string; readonly unit: string | null; readonly scope: Scope },
): Promise<CapacityPreview> {
  const period = parsePeriod(input.month);
  if (period?.grain !== 'month') throw new Refusal('month-unreadable', { month: input.month });
  const units = reachUnits(input.scope, input.unit);
  const { schedules } = institution.facts.context;
  const rows = await institution.facts.duck.rows(`
select person, unit, schedule, count(*) as days, sum(minutes)::varchar as parts from capacity
 where date >= date '${period.from}' and date < date '${period.to}' group by all order by person, min(date)`);
  const month_days = mondayToFriday(period.from, period.to);
  let total = 0n;
  const lines = rows
    .filter((row) => units === null || units.includes(String(row['unit'])))
    .map((row): CapacityLine => {
      const parts = BigInt(String(row['parts']));
      total += parts;
      const schedule = schedules.get(String(row['schedule']));
      const minutes = toNumber(rational(parts, MINUTE_PARTS));
      const days = Number(row['days']);
      return {
        person: String(row['person']),
        unit: String(row['unit']),
        schedule: String(row['schedule']),
        schedule_name: schedule?.name ?? { es: String(row['schedule']), en: String(row['schedule']) },
        days,
        month_days,
        minutes,
        arithmetic: writeArithmetic(schedule, { days, month_days, minutes }),
      };
    });
  const people = new Set(lines.map(({ person }) => person)).size;
  const minutes = toNumber(rational(total, MINUTE_PARTS));
  return {
    month: period.text,
    minutes,
    people,
    lines,
    finding: sayFinding('capacity-of-month', {
      period: period.text,
      unit: input.unit ?? '',
      people,
      minutes,
      days: month_days,
    }),
  };
}

function writeArithmetic(
  schedule: Schedule | undefined,
  { days, month_days, minutes }: { days: number; month_days: number; minutes: number },
): LocalText {
  if (!schedule) return sayFinding('capacity-schedule-gone');
  const { day_min, lunch_min, unproductive_min, days_per_month, mode } = schedule;
  const productive_min = day_min - lunch_min - unproductive_min;
  const common = { day_min, lunch_min, unproductive_min, productive_min, days, month_days, minutes };
  if (mode === 'calendar') return sayFinding('capacity-by-calendar', common);
  return sayFinding('capacity-by-month', {
    ...common,
    days_per_month,
    month_min: productive_min * days_per_month,
  });
}
