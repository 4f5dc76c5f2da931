import { DEFAULT_ZONE, readDays, readInstant, readPeriod, toLocalDays } from './clock.ts';
import { compare, type Exact, exact, minus, over, plus, readExact } from './exact.ts';
import { type Facts, keepLatest, type Row, readFacts } from './read-facts.ts';
import { type Staff, sumCapacity, toStaff } from './staff.ts';
import { ACTIVATION_FLOOR, DEADLINES, type Deadline, DELIVERY_FLOOR, ONE, PRODUCTIVITY } from './standard.ts';

export type ReferenceDimension = 'unit' | 'person' | 'schedule';

export interface ReferenceOptions {
  readonly period: string;
  /** Dimensions to cross; none gives one figure of each indicator. An indicator that lacks one is left out. */
  readonly by?: readonly ReferenceDimension[];
  /** The cut; by default the latest opening or closing of any request. Without offset: mainland Ecuador. */
  readonly as_of?: string;
  /** Minutes for requests that carry none, by process and date. */
  readonly standard_minutes?: readonly {
    readonly process: string;
    readonly from: string;
    readonly minutes: string;
  }[];
}

/** One figure, exact. Durations are in hours (minutes for the PIN and for productivity), shares plain. */
export interface ReferenceFigure {
  readonly indicator: string;
  readonly dimensions: Readonly<Record<string, string | null>>;
  readonly value: Exact | null;
  readonly numerator: Exact;
  readonly denominator: Exact;
  readonly n: number;
  readonly p50: Exact | null;
  readonly p90: Exact | null;
  readonly inside_standard: { readonly inside: number; readonly n: number } | null;
  readonly open: { readonly count: number; readonly past_limit: number };
  /** Facts left out by a rule and counted: PIN pairs that cross days, requests of people without a schedule. */
  readonly excluded: number;
  readonly verdict: 'met' | 'not-met' | 'met-with-alert' | 'no-data';
  readonly provisional: boolean;
}

/** A request with what the rules ask of it. */
interface Request {
  readonly row: Row;
  readonly opened_us: bigint;
  /** As of the cut; null while open. */
  readonly closed_us: bigint | null;
  readonly openedDay: number;
  readonly closedDay: number | null;
  readonly schedule: string | null;
}

const quantityOf = (row: Row): bigint => (row.quantity ? BigInt(row.quantity) : 1n);
const isDelivered = (row: Row): boolean =>
  ['true', '1', 'si', 'sí', 'yes'].includes((row.delivered ?? '').toLowerCase());

function percentile(sorted: readonly bigint[], tenths: bigint, unit_us: bigint): Exact | null {
  if (sorted.length === 0) return null;
  const place = BigInt(sorted.length - 1) * tenths;
  const below = Number(place / 10n);
  const low = sorted[below] as bigint;
  const high = sorted[below + 1] ?? low;
  return over(exact(low * 10n + (high - low) * (place % 10n)), exact(10n * unit_us));
}

function toVerdict(
  value: Exact | null,
  floor: Exact | null,
  ceiling: Exact | null,
  atMost: boolean,
): ReferenceFigure['verdict'] {
  if (!value) return 'no-data';
  if (atMost) return ceiling && compare(value, ceiling) > 0 ? 'not-met' : 'met';
  if (floor && compare(value, floor) < 0) return 'not-met';
  return ceiling && compare(value, ceiling) > 0 ? 'met-with-alert' : 'met';
}

/** Rows by group, in the order of their first fact. */
function groupBy<T>(rows: readonly T[], toGroup: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = toGroup(row);
    const own = groups.get(group);
    if (own) own.push(row);
    else groups.set(group, [row]);
  }
  return groups;
}

function measureDeadline(deadline: Deadline, rows: readonly Request[], cut_us: bigint) {
  const taken = rows.filter(
    ({ row }) =>
      row.process === deadline.process &&
      row.status !== 'anulado' &&
      (!deadline.approved || row.outcome === 'aprobado'),
  );
  const crossing = taken.filter(
    (r) => deadline.sameDay && r.closedDay !== null && r.closedDay !== r.openedDay,
  );
  const open = taken.filter((r) => r.closed_us === null);
  const closed = taken.filter((r) => r.closed_us !== null && !crossing.includes(r));
  const took = closed
    .map((r) => (r.closed_us as bigint) - r.opened_us)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const past = open.filter((r) => cut_us - r.opened_us > deadline.limit_us).length;
  const numerator = over(exact(took.reduce((sum, each) => sum + each, 0n)), exact(deadline.unit_us)) as Exact;
  const denominator = over(
    exact(deadline.limit_us * BigInt(closed.length)),
    exact(deadline.unit_us),
  ) as Exact;
  const value = over(numerator, denominator);
  const judged = closed.length + past;
  return {
    any: taken.length > 0,
    figure: {
      value,
      numerator,
      denominator,
      n: closed.length,
      p50: percentile(took, 5n, deadline.unit_us),
      p90: percentile(took, 9n, deadline.unit_us),
      inside_standard:
        judged === 0 ? null : { inside: took.filter((each) => each <= deadline.limit_us).length, n: judged },
      open: { count: open.length, past_limit: past },
      excluded: crossing.length,
      verdict: toVerdict(value, null, ONE, true),
      provisional: open.length > 0,
    },
  };
}

/** A figure of sums without a clock. */
function toPlain(
  numerator: Exact,
  denominator: Exact,
  n: number,
  floor: Exact,
  ceiling: Exact | null,
  excluded = 0,
) {
  const value = over(numerator, denominator);
  return {
    value,
    numerator,
    denominator,
    n,
    p50: null,
    p90: null,
    inside_standard: null,
    open: { count: 0, past_limit: 0 },
    excluded,
    verdict: toVerdict(value, floor, ceiling, false),
    provisional: false,
  };
}

function toMinutes(
  row: Row,
  day: number,
  standard: NonNullable<ReferenceOptions['standard_minutes']>,
): Exact {
  if (row.handling_min) return readExact(row.handling_min);
  const holding = standard
    .filter((each) => each.process === row.process && readDays(each.from) <= day)
    .sort((a, b) => readDays(b.from) - readDays(a.from))[0];
  return holding ? readExact(holding.minutes) : exact(0n);
}

/** What of the facts does not depend on the period or the cut. */
interface Prepared {
  readonly staff: Staff;
  readonly zoneOf: (unit: string | undefined) => string;
  readonly requests: readonly {
    readonly row: Row;
    readonly zone: string;
    readonly opened_us: bigint;
    readonly closed_us: bigint | null;
    readonly openedDay: number;
  }[];
  readonly latest_us: bigint;
}

/** Many months are measured on the same facts; they are read once. */
const prepared = new WeakMap<Facts, Prepared>();

function prepare(facts: Facts): Prepared {
  const before = prepared.get(facts);
  if (before) return before;
  const zones = new Map(facts.units.map((row) => [row.unit, row.time_zone || DEFAULT_ZONE]));
  const zoneOf = (unit: string | undefined): string => zones.get(unit) ?? DEFAULT_ZONE;
  const requests = keepLatest(facts.requests, 'request_id')
    .map((row) => {
      const zone = zoneOf(row.unit);
      const opened_us = readInstant(row.opened_at as string, zone);
      const closed_us = row.closed_at ? readInstant(row.closed_at, zone) : null;
      return { row, zone, opened_us, closed_us, openedDay: toLocalDays(opened_us, zone) };
    })
    // What the intake keeps back until somebody corrects it.
    .filter(({ row, opened_us, closed_us }) =>
      closed_us === null ? row.status !== 'cerrado' : closed_us >= opened_us,
    );
  let latest_us = 0n;
  for (const { opened_us, closed_us } of requests) {
    const last = closed_us ?? opened_us;
    if (last > latest_us) latest_us = last;
  }
  const made = { staff: toStaff(facts.staff, facts.absences), zoneOf, requests, latest_us };
  prepared.set(facts, made);
  return made;
}

/** The requests that were opened in the days of the period and by the cut, as they stood at the cut. */
function listRequests({ requests, staff }: Prepared, first: number, end: number, cut_us: bigint): Request[] {
  return requests
    .filter(({ openedDay, opened_us }) => first <= openedDay && openedDay < end && opened_us <= cut_us)
    .map(({ row, zone, opened_us, closed_us, openedDay }) => {
      const known = closed_us !== null && closed_us <= cut_us ? closed_us : null;
      return {
        row,
        opened_us,
        closed_us: known,
        openedDay,
        closedDay: known === null ? null : toLocalDays(known, zone),
        schedule: staff.findAssignment(row.person ?? '', openedDay)?.schedule ?? null,
      };
    });
}

/**
 * The seven indicators of a period, computed from canonical files by the rules alone, apart from
 * the engine: its own reading, its own dates, exact sums of microseconds. Made to be compared
 * with, not to be fast. Throws on anything that is not canonical.
 *
 * Deadlines: mean time over limit of what closed by the cut; annulled requests, loans not
 * approved and PIN pairs that cross days stay out; what is open is counted beside, and judged
 * outside once past its limit. Effectiveness: statements delivered over issued; cards without
 * a claim of not activated over cards. Productivity: minutes of people with a schedule over their
 * capacity; n is the people with capacity.
 */
export function measureReference(
  source: string | Facts,
  options: ReferenceOptions,
): { as_of_us: bigint; figures: ReferenceFigure[] } {
  const facts = typeof source === 'string' ? readFacts(source) : source;
  const by = options.by ?? [];
  const ready = prepare(facts);
  const { staff, zoneOf } = ready;
  const cut_us = options.as_of === undefined ? ready.latest_us : readInstant(options.as_of, DEFAULT_ZONE);
  const { first, end } = readPeriod(options.period);
  const inPeriod = listRequests(ready, first, end, cut_us);
  const toGroup = (at: { readonly [name in ReferenceDimension]?: string | null }): string =>
    JSON.stringify(Object.fromEntries(by.map((name) => [name, at[name] || null])));
  const ofRequest = ({ row, schedule }: Request): string =>
    toGroup({ unit: row.unit, person: row.person, schedule });

  const figures: ReferenceFigure[] = [];
  const add = (
    indicator: string,
    group: string,
    figure: Omit<ReferenceFigure, 'indicator' | 'dimensions'>,
  ): void => {
    figures.push({ indicator, dimensions: JSON.parse(group), ...figure });
  };
  const whole = by.length === 0 ? [toGroup({})] : [];

  const byGroup = groupBy(inPeriod, ofRequest);
  for (const deadline of DEADLINES) {
    for (const group of new Set([...byGroup.keys(), ...whole])) {
      const { any, figure } = measureDeadline(deadline, byGroup.get(group) ?? [], cut_us);
      if (any || by.length === 0) add(deadline.indicator, group, figure);
    }
  }

  const capacity = sumCapacity(staff, first, end, toGroup);
  for (const group of new Set([...byGroup.keys(), ...capacity.keys(), ...whole])) {
    const own = byGroup.get(group) ?? [];
    const counted = own.filter(({ schedule }) => schedule !== null);
    const minutes = counted.reduce(
      (sum, each) => plus(sum, toMinutes(each.row, each.openedDay, options.standard_minutes ?? [])),
      exact(0n),
    );
    const installed = capacity.get(group);
    const left = own.length - counted.length;
    add(
      'productividad-ejecutivo',
      group,
      toPlain(
        minutes,
        installed?.minutes ?? exact(0n),
        installed?.people.size ?? 0,
        PRODUCTIVITY.floor,
        PRODUCTIVITY.ceiling,
        left,
      ),
    );
  }

  if (by.every((name) => name === 'unit')) {
    const select = (rows: readonly Row[], date: string): Map<string, Row[]> => {
      const inside = rows.filter((row) => {
        const zone = zoneOf(row.unit);
        const day = toLocalDays(readInstant(row[date] as string, zone), zone);
        return first <= day && day < end;
      });
      return groupBy(inside, (row) => toGroup({ unit: row.unit }));
    };
    const total = (rows: readonly Row[] = []): Exact =>
      exact(rows.reduce((sum, row) => sum + quantityOf(row), 0n));
    const deliveries = select(keepLatest(facts.deliveries, 'delivery_id'), 'issued_at');
    for (const group of new Set([...deliveries.keys(), ...whole])) {
      const rows = deliveries.get(group) ?? [];
      const issued = total(rows);
      add(
        'efectividad-actualizacion-datos',
        group,
        toPlain(total(rows.filter(isDelivered)), issued, Number(issued.num), DELIVERY_FLOOR, null),
      );
    }
    const cards = select(keepLatest(facts.cards, 'card_id'), 'issued_at');
    const claims = select(
      keepLatest(facts.complaints, 'complaint_id').filter((row) => row.reason === 'tarjeta-no-activada'),
      'received_at',
    );
    for (const group of new Set([...cards.keys(), ...claims.keys(), ...whole])) {
      const issued = total(cards.get(group));
      const active = minus(issued, total(claims.get(group)));
      add(
        'efectividad-activacion',
        group,
        toPlain(active, issued, Number(issued.num), ACTIVATION_FLOOR, null),
      );
    }
  }

  const order = (figure: ReferenceFigure): string =>
    JSON.stringify([figure.indicator, Object.values(figure.dimensions)]);
  figures.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return { as_of_us: cut_us, figures };
}
