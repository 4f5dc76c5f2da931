export { averageRunLength, type MemoryChart } from './average-run-length.ts';
export { changeOf } from './change-of.ts';
export {
  chooseCritical,
  type CriticalChoice,
  type CriticalRule,
  type RankedService,
  type ServiceVolume,
} from './choose-critical.ts';
export { type ChangesInput, compareChanges } from './compare-changes.ts';
export { compareMeans } from './compare-means.ts';
export { comparePairs } from './compare-pairs.ts';
export { comparePercentiles } from './compare-percentiles.ts';
export { compareRates, rateInterval, type RateSample } from './compare-rates.ts';
export { compareSeries, type SeriesComparison, type SeriesInput } from './compare-series.ts';
export { compareShares, type ShareSample } from './compare-shares.ts';
export { correlate } from './correlate.ts';
export { type Difference, USUAL_LEVEL } from './difference.ts';
export { type ErlangC, erlangC, findServers, waitingProbability } from './erlang-c.ts';
export { factsNeeded } from './facts-needed.ts';
export { findRules, findSignals, type LimitedValue, MOST_RUN } from './find-signals.ts';
export { fisherTest } from './fisher-test.ts';
export { chanceAbove, type Forecast, type ForecastInput, forecastMonth } from './forecast-month.ts';
export { incompleteBeta } from './incomplete-beta.ts';
export { joinIntervals } from './join-intervals.ts';
export { logBeta, logGamma } from './log-gamma.ts';
export { type Moments, toMoments, toMomentsOfSums } from './moments.ts';
export { normalQuantile, normalTail } from './normal.ts';
export { LIMIT_FACTOR, processLimits, RANGE_FACTOR } from './process-limits.ts';
export {
  type BaselineOptions,
  FULL_BASELINE,
  type LimitMethod,
  type PointLimits,
  type ProcessLimits,
  type ProcessReading,
  type Signal,
  SMALLEST_BASELINE,
  type Stretch,
} from './process-reading.ts';
export { quantileInterval } from './quantile-interval.ts';
export { type RankedShare, rankShares } from './rank-shares.ts';
export { rateLimits, type RatePoint } from './rate-limits.ts';
export { type SignalRate, signalRates, type SignalRates } from './signal-rates.ts';
export { toC4, toD2 } from './spread-constants.ts';
export { studentQuantile, studentTail } from './student.ts';
export { toQuantile } from './to-quantile.ts';
export { type MonthVolumes, type Stability, weighStability } from './weigh-stability.ts';
export { wilson } from './wilson.ts';
