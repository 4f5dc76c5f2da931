import { erlangC, findServers } from '../../statistics/index.ts';

/** People needed are looked for up to this many. */
const MOST_PEOPLE = 500;
/** People more and fewer than asked for that the curve shows, and the most points of it. */
const AROUND = 2;
const MOST_POINTS = 24;
const HOUR_MIN = 60;

/** What one desk with a single queue does in an hour of so many arrivals. */
export interface HourForecast {
  readonly people: number;
  readonly arrivals: number;
  /** Hours of work that come in an hour (erlangs): people busy on average. */
  readonly load: number;
  readonly occupancy: number;
  readonly waiting: number;
  /** Mean wait of everybody, in minutes; null where the queue only grows. */
  readonly mean_wait_min: number | null;
  /** Share attended within the target time. */
  readonly within_share: number;
  /** Where more comes than can be served: by how many per hour the queue grows; null otherwise. */
  readonly grows_per_hour: number | null;
}

export interface DeskTarget {
  readonly handling_min: number;
  /** Longest wait aimed at, in minutes, and the share that must not wait longer (below 1). */
  readonly within_min: number;
  readonly share: number;
}

/**
 * Forecasts an hour of a desk by Erlang C. Nobody at the desk serves nobody: everybody waits and
 * the queue grows by all who come.
 *
 * @example
 * const target = { handling_min: 5, within_min: 1 / 3, share: 0.8 };
 * forecastHour(14, 120, target).mean_wait_min // 0.2177 (13.06 s): 14 people, 10 erlangs
 * forecastHour(2, 30, target).grows_per_hour // 6: 30 come, 24 are served
 */
export function forecastHour(people: number, arrivals: number, target: DeskTarget): HourForecast {
  const { handling_min, within_min } = target;
  const load = (arrivals * handling_min) / HOUR_MIN;
  if (people < 1) {
    const idle = load === 0;
    return {
      people,
      arrivals,
      load,
      occupancy: idle ? 0 : 1,
      waiting: idle ? 0 : 1,
      mean_wait_min: idle ? 0 : null,
      within_share: idle ? 1 : 0,
      grows_per_hour: idle ? null : arrivals,
    };
  }
  const queue = erlangC({ servers: people, load, handling: handling_min, within: within_min });
  const served = (people * HOUR_MIN) / handling_min;
  return {
    people,
    arrivals,
    load,
    occupancy: queue.occupancy,
    waiting: queue.waiting,
    mean_wait_min: queue.average_wait,
    within_share: queue.service_level,
    grows_per_hour: queue.average_wait === null ? Math.max(0, arrivals - served) : null,
  };
}

/** People needed so that the target share waits no longer than the target; null where 500 do not suffice. */
export function findPeopleNeeded(arrivals: number, target: DeskTarget): number | null {
  const { handling_min, within_min, share } = target;
  const load = (arrivals * handling_min) / HOUR_MIN;
  if (load === 0) return 0;
  return findServers({ load, handling: handling_min, within: within_min, share, most: MOST_PEOPLE });
}

/** The same hour with other numbers of people: what one more would change, from fewer than the least asked for. */
export function forecastAround(
  asked: readonly number[],
  arrivals: number,
  target: DeskTarget,
): readonly HourForecast[] {
  const first = Math.max(1, Math.min(...asked) - AROUND);
  const last = Math.max(...asked) + AROUND;
  const length = Math.min(MOST_POINTS, last - first + 1);
  return Array.from({ length }, (_, index) => forecastHour(first + index, arrivals, target));
}
