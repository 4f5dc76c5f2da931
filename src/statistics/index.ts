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
export { toQuantile } from './to-quantile.ts';
export { wilson } from './wilson.ts';
