export {
  chooseCritical,
  type CriticalChoice,
  type CriticalRule,
  type RankedService,
  type ServiceVolume,
} from './choose-critical.ts';
export { correlate } from './correlate.ts';
export { type ErlangC, erlangC, findServers, waitingProbability } from './erlang-c.ts';
export {
  LIMIT_FACTOR,
  MOST_RUN,
  type ProcessLimits,
  processLimits,
  type ProcessReading,
  RANGE_FACTOR,
  type Signal,
  SMALLEST_BASELINE,
} from './process-limits.ts';
export { type RankedShare, rankShares } from './rank-shares.ts';
export { toQuantile } from './to-quantile.ts';
export { type MonthVolumes, type Stability, weighStability } from './weigh-stability.ts';
export { wilson } from './wilson.ts';
