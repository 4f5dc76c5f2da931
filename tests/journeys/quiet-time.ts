const TICK_MS = 10;

/**
 * Starts to measure how long something takes, and gives what tells the milliseconds so far: counted in turns
 * of this program's own timers, so that on a machine busy with other programs both take longer alike.
 */
export function startQuietTime(): () => number {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), TICK_MS);
  timer.unref();
  return () => ticks * TICK_MS;
}
