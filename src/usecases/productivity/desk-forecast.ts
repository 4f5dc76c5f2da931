import type { LocalText, Scope, Verdict } from '../../kernel/index.ts';
import type { HourForecast } from './forecast-desk.ts';

/** What is supposed; null takes what was observed. */
export interface DeskScenario {
  readonly period: string;
  readonly unit: string | null;
  readonly people: number | null;
  readonly schedule: string | null;
  /** Arrivals against those observed: 0.1 is ten per cent more. */
  readonly demand: number;
  /** Minutes per attention as typed; else those observed of the service, or of all. */
  readonly minutes: number | null;
  readonly service: string | null;
  readonly basis: 'mean' | 'median';
  readonly within_min: number;
  readonly share: number;
  readonly scope: Scope;
}

/** One hour of the average working day. */
export interface DeskHour extends HourForecast {
  readonly hour: number;
  readonly needed: number | null;
  /** The same hour with one person less, as at lunch. */
  readonly one_less: Pick<HourForecast, 'waiting' | 'mean_wait_min' | 'within_share' | 'grows_per_hour'>;
}

export interface DeskForecast {
  readonly period: string;
  readonly unit: string | null;
  /** What was observed in the period. */
  readonly observed: {
    readonly services: number;
    /** Installed capacity over that of one person of the usual schedule: full-time people, with decimals. */
    readonly people: number;
    readonly queue_people: number;
    readonly minutes_mean: number | null;
    readonly minutes_median: number | null;
    readonly working_days: number;
  };
  /** What the forecast supposes, nothing left open. */
  readonly supposed: {
    readonly people: number;
    /** Whole people with which the queue is computed. */
    readonly queue_people: number;
    readonly schedule: string;
    readonly demand: number;
    readonly minutes: number;
    readonly service: string | null;
    readonly basis: 'mean' | 'median' | 'typed';
    readonly within_min: number;
    readonly share: number;
  };
  readonly choices: {
    readonly schedules: readonly { readonly id: string; readonly name: LocalText }[];
    readonly services: readonly {
      readonly id: string;
      readonly name: LocalText;
      readonly n: number;
      readonly mean_min: number;
      readonly median_min: number | null;
    }[];
  };
  readonly capacity_min: number;
  readonly capacity_each_min: number;
  readonly needed_min: number;
  readonly index: number | null;
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly verdict: Verdict;
  readonly hours: readonly DeskHour[];
  /** The busiest hour of the average day, with people more and fewer. */
  readonly busiest: number | null;
  readonly curve: readonly HourForecast[];
  /** People that reach the target in every hour; null where it cannot be told. */
  readonly needed: number | null;
  readonly finding: LocalText;
  readonly assumptions: readonly LocalText[];
  readonly cautions: readonly LocalText[];
}
