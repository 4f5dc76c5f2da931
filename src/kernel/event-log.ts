/**
 * The events of a log as columns, in the order of its file. Texts are kept once and named by their
 * position; `-1` where an event has none.
 */
export interface EventTable {
  readonly cases: readonly string[];
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  /** What happened to the activity: `start`, `complete`, `schedule`... as the file writes it. */
  readonly lifecycles: readonly string[];
  readonly case_of: Int32Array;
  readonly activity_of: Int32Array;
  readonly resource_of: Int32Array;
  readonly lifecycle_of: Int32Array;
  /** Whole microseconds since 1970: exact as doubles from the year 1685 to 2255. */
  readonly time_us: Float64Array;
}
