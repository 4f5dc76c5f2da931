import {
  CAPACITY_SCALE,
  compileCalendar,
  type LocalText,
  Refusal,
  type Schedule,
  toCapacityDays,
  toNumber,
  rational,
  type Verdict,
} from '../../kernel/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { reachUnits } from '../reach-units.ts';
import type { DeskForecast, DeskHour, DeskScenario } from './desk-forecast.ts';
import { findProductivity } from './find-productivity.ts';
import { type DeskTarget, findPeopleNeeded, forecastAround, forecastHour } from './forecast-desk.ts';
import { getStretch, type Stretch } from '../get-stretch.ts';
import { listPresence } from './list-presence.ts';
import { findUseCuts, measureUse } from './measure-use.ts';
import { refuseProcess } from './refuse-process.ts';
import { weighMix } from './weigh-mix.ts';
import { type ArrivalsView, viewArrivals } from './view-arrivals.ts';

/** Fewer attentions than this in the period make arrivals by the hour a guess. */
const FEWEST_ARRIVALS = 100;
const HOUR_MIN = 60;
const MINUTE_PARTS = CAPACITY_SCALE * 60_000_000n;

/**
 * What would happen at the desk with other people, schedule, demand or minutes: installed capacity
 * and expected index over the period, and by Erlang C how long people would wait in each hour of its
 * average working day. Saves nothing.
 */
export async function simulateDesk(institution: Institution, scenario: DeskScenario): Promise<DeskForecast> {
  const stretch = getStretch(scenario.period);
  const units = reachUnits(scenario.scope, scenario.unit);
  const indicator = findProductivity(institution.content);
  if (indicator) refuseProcess(institution, indicator, scenario.scope);
  const arrivals = await viewArrivals(institution, scenario);
  const times = await observeTimes(institution, scenario, stretch, units);
  const calendar = await findCalendar(institution, units);
  const held = await getSchedule(institution, { ...scenario, schedule: null }, stretch, units);
  const schedule = await getSchedule(institution, scenario, stretch, units);
  const used = await observeUse(institution, stretch, units);
  const eachHeld = capacityOfOne(institution, held, stretch, calendar);
  const observedPeople = used && eachHeld > 0 ? used.capacity_min / eachHeld : 0;
  const people = scenario.people ?? observedPeople;
  // A queue has no fraction of a person: it alone is computed with whole ones.
  const [observedQueue, queue] = [toQueue(observedPeople), toQueue(people)];
  const minutes = scenario.minutes ?? times[scenario.basis] ?? times.mean ?? 0;
  if (minutes <= 0)
    throw new Refusal('desk-without-minutes', { period: stretch.text, unit: scenario.unit ?? '' });
  const target: DeskTarget = {
    handling_min: minutes,
    within_min: scenario.within_min,
    share: scenario.share,
  };
  const each = capacityOfOne(institution, schedule, stretch, calendar);
  const factor = 1 + scenario.demand;
  const needed_min =
    (used && times.mean ? used.minutes * (minutes / times.mean) : arrivals.n * minutes) * factor;
  const asObserved = scenario.people === null && schedule.id === held.id;
  const capacity_min = used && asObserved ? used.capacity_min : each * people;
  const bounds = findBounds(institution);
  // What was observed is the measured figure itself, to its last digit.
  const isObserved = used && asObserved && needed_min === used.minutes;
  const index = isObserved ? used.index : capacity_min > 0 ? needed_min / capacity_min : null;
  const hours = forecastHours(arrivals, factor, queue, target);
  const top = hours.reduce<DeskHour | null>(
    (most, hour) => (most && most.arrivals >= hour.arrivals ? most : hour),
    null,
  );
  const needs = hours.map(({ needed }) => needed);
  const needed = needs.every((item) => item !== null) ? Math.max(0, ...needs) : null;
  const supposed = {
    people,
    queue_people: queue,
    schedule: schedule.id,
    demand: scenario.demand,
    minutes,
    service: scenario.service,
    basis: scenario.minutes === null ? scenario.basis : ('typed' as const),
    within_min: scenario.within_min,
    share: scenario.share,
  };
  return {
    period: stretch.text,
    unit: scenario.unit,
    observed: {
      services: arrivals.n,
      people: observedPeople,
      queue_people: observedQueue,
      minutes_mean: times.mean,
      minutes_median: times.median,
      working_days: workingDays(arrivals),
    },
    supposed,
    choices: listChoices(institution, times.services),
    capacity_min,
    capacity_each_min: each,
    needed_min,
    index,
    ...bounds,
    verdict: toVerdict(index, bounds),
    hours,
    busiest: top?.hour ?? null,
    curve: top
      ? forecastAround([queue, observedQueue, ...(needed === null ? [] : [needed])], top.arrivals, target)
      : [],
    needed,
    finding: writeFinding({ people, queue, schedule, index, top, needed, target }),
    assumptions: [
      sayFinding('desk-assumes-arrivals'),
      sayFinding('desk-assumes-queue', { people: queue }),
      ...(people === queue ? [] : [sayFinding('desk-rounds-people', { people, queue })]),
      sayFinding('desk-assumes-minutes', { minutes, basis: supposed.basis }),
      sayFinding('desk-assumes-target', { within: scenario.within_min, share: scenario.share }),
    ],
    cautions: listCautions(arrivals, minutes, scenario),
  };
}

interface Times {
  readonly mean: number | null;
  readonly median: number | null;
  readonly services: DeskForecast['choices']['services'];
}

/** Minutes that an attention took: of one service over the year, or of the period's own mix. */
async function observeTimes(
  institution: Institution,
  scenario: DeskScenario,
  stretch: Stretch,
  units: readonly string[] | null,
): Promise<Times> {
  const indicator = findProductivity(institution.content);
  if (!indicator) return { mean: null, median: null, services: [] };
  const cuts = await findUseCuts(institution, indicator);
  const only = units === null ? {} : { only: [{ dimension: 'unit', values: units }] };
  const mix = await weighMix(institution, indicator, { from: stretch.from, to: stretch.to, cuts, ...only });
  if (!mix) return { mean: null, median: null, services: [] };
  const { processes } = institution.content.catalogue;
  const services = [...mix.usual.values()]
    .map(({ service, n, mean_min, median_min }) => ({
      id: service,
      name: processes.get(service)?.name ?? { es: service, en: service },
      n,
      mean_min,
      median_min,
    }))
    .sort((a, b) => b.n - a.n);
  if (scenario.service !== null) {
    const found = mix.usual.get(scenario.service);
    return { mean: found?.mean_min ?? null, median: found?.median_min ?? null, services };
  }
  const n = mix.parts.reduce((sum, part) => sum + part.n, 0);
  if (n === 0) return { mean: null, median: null, services };
  const actual = mix.parts.reduce((sum, part) => sum + part.minutes, 0);
  const usual = mix.parts.reduce((sum, part) => {
    const median = mix.usual.get(part.service)?.median_min;
    return sum + (median === undefined || median === null ? part.minutes : median * part.n);
  }, 0);
  return { mean: actual / n, median: usual / n, services };
}

/** The schedule supposed; else the one that most people of these units keep. Refuses one that does not exist. */
async function getSchedule(
  institution: Institution,
  { schedule: asked }: DeskScenario,
  stretch: Stretch,
  units: readonly string[] | null,
): Promise<Schedule> {
  const { schedules } = institution.facts.context;
  if (asked !== null) {
    const found = schedules.get(asked);
    if (!found)
      throw new Refusal('schedule-not-found', { schedule: asked, schedules: [...schedules.keys()] });
    return found;
  }
  const presence = await listPresence(institution, stretch, units);
  const counts = new Map<string, number>();
  for (const { schedules: held } of presence.values())
    for (const id of held) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
  const found = schedules.get(most ?? '') ?? [...schedules.values()][0];
  if (!found) throw new Refusal('schedule-not-found', { schedule: '', schedules: [] });
  return found;
}

/**
 * Minutes attended and installed capacity of these units, exactly as the productivity indicator
 * measures them; null where it measures none.
 */
async function observeUse(
  institution: Institution,
  { from, to }: Stretch,
  units: readonly string[] | null,
): Promise<{
  readonly minutes: number;
  readonly capacity_min: number;
  readonly index: number | null;
} | null> {
  const indicator = findProductivity(institution.content);
  if (!indicator) return null;
  const cuts = await findUseCuts(institution, indicator);
  const only = units === null ? {} : { only: [{ dimension: 'unit', values: units }] };
  const [figure] = await measureUse(institution, indicator, { from, to, cuts, ...only }, []);
  if (!figure || figure.numerator === null || !figure.denominator) return null;
  return { minutes: figure.numerator, capacity_min: figure.denominator, index: figure.value };
}

/** Whole people for the queue: the nearest, and at least one where there is anybody. */
function toQueue(people: number): number {
  return people > 0 ? Math.max(1, Math.round(people)) : 0;
}

function workingDays({ weekdays }: ArrivalsView): number {
  return weekdays.filter(({ weekday }) => weekday <= 5).reduce((sum, { days }) => sum + days, 0);
}

/** Calendar of the unit looked at; that of units which declare none where there are several. */
async function findCalendar(
  { facts, content }: Institution,
  units: readonly string[] | null,
): Promise<string | null> {
  const { default_calendar } = content.catalogue.settings;
  const [unit] = units ?? [];
  if (units === null || units.length !== 1 || unit === undefined) return default_calendar;
  const rows = await facts.duck.rows('select unit, calendar from unit_calendars');
  const row = rows.find((item) => item['unit'] === unit);
  return row && row['calendar'] !== null ? String(row['calendar']) : default_calendar;
}

/** Installed capacity of one person of a schedule over the period, in minutes. */
function capacityOfOne(
  { content }: Institution,
  schedule: Schedule,
  { from, to }: Stretch,
  calendar: string | null,
): number {
  const found = calendar === null ? undefined : content.catalogue.calendars.get(calendar);
  const open = new Map(
    (found ? compileCalendar(found, from, to) : []).map((day) => [
      day.date,
      day.open.reduce((sum, { start_us, end_us }) => sum + end_us - start_us, 0n),
    ]),
  );
  const post = { person: 'x', unit: 'x', schedule: schedule.id, from, to: null };
  const days = toCapacityDays([post], [], new Map([[schedule.id, schedule]]), { from, to }, (_, date) => {
    const open_us = open.get(date);
    return open_us === undefined ? null : { open_us };
  });
  let parts = 0n;
  for (const day of days) parts += day.parts;
  return toNumber(rational(parts, MINUTE_PARTS));
}

/** Each hour of the average working day, Monday to Friday. */
function forecastHours(
  arrivals: ArrivalsView,
  factor: number,
  people: number,
  target: DeskTarget,
): DeskHour[] {
  const days = workingDays(arrivals);
  if (days === 0) return [];
  return arrivals.hours.flatMap((hour) => {
    const n = arrivals.cells
      .filter((cell) => cell.hour === hour && cell.weekday <= 5)
      .reduce((sum, cell) => sum + cell.n, 0);
    if (n === 0) return [];
    const rate = (n / days) * factor;
    const { waiting, mean_wait_min, within_share, grows_per_hour } = forecastHour(people - 1, rate, target);
    return [
      {
        hour,
        ...forecastHour(people, rate, target),
        needed: findPeopleNeeded(rate, target),
        one_less: { waiting, mean_wait_min, within_share, grows_per_hour },
      },
    ];
  });
}

/** Floor and ceiling of the productivity indicator's latest general standard. */
function findBounds({ content }: Institution): { floor: number | null; ceiling: number | null } {
  const indicator = findProductivity(content);
  const standard = indicator?.standards.filter(({ where }) => where === null).at(-1);
  const number = (part: { num: string; den: string } | null | undefined) =>
    part ? toNumber(rational(BigInt(part.num), BigInt(part.den))) : null;
  return { floor: number(standard?.floor), ceiling: number(standard?.ceiling) };
}

function toVerdict(
  index: number | null,
  { floor, ceiling }: { floor: number | null; ceiling: number | null },
): Verdict {
  if (index === null || (floor === null && ceiling === null)) return 'no-data';
  if (floor !== null && index < floor) return 'not-met';
  return ceiling !== null && index > ceiling ? 'met-with-alert' : 'met';
}

function listChoices(
  institution: Institution,
  services: DeskForecast['choices']['services'],
): DeskForecast['choices'] {
  const schedules = [...institution.facts.context.schedules.values()].map(({ id, name }) => ({ id, name }));
  return { schedules, services };
}

function listCautions(arrivals: ArrivalsView, minutes: number, scenario: DeskScenario): LocalText[] {
  return [
    ...(arrivals.n < FEWEST_ARRIVALS ? [sayFinding('desk-few-arrivals', { n: arrivals.n })] : []),
    ...(minutes > HOUR_MIN ? [sayFinding('desk-long-attention', { minutes })] : []),
    ...(scenario.service !== null ? [sayFinding('desk-one-service')] : []),
    ...(scenario.basis === 'median' && scenario.minutes === null ? [sayFinding('desk-median')] : []),
    ...(scenario.unit === null ? [sayFinding('desk-several-units')] : []),
    sayFinding('desk-back-office'),
  ];
}

function writeFinding(found: {
  readonly people: number;
  readonly queue: number;
  readonly schedule: Schedule;
  readonly index: number | null;
  readonly top: DeskHour | null;
  readonly needed: number | null;
  readonly target: DeskTarget;
}): LocalText {
  const { people, queue, schedule, index, top, needed, target } = found;
  return sayFinding('desk-forecast', {
    people,
    queue,
    es: schedule.name.es,
    en: schedule.name.en,
    index,
    hour: top?.hour ?? null,
    arrivals: top?.arrivals ?? null,
    waiting: top?.waiting ?? null,
    wait: top?.mean_wait_min ?? null,
    within_share: top?.within_share ?? null,
    within: target.within_min,
    share: target.share,
    grows: top?.grows_per_hour ?? null,
    needed,
  });
}
