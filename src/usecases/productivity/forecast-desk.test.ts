import { describe, expect, it } from 'vitest';
import { findPeopleNeeded, forecastAround, forecastHour } from './forecast-desk.ts';

const CALLS = { handling_min: 5, within_min: 1 / 3, share: 0.8 };

describe('an hour of a desk', () => {
  it('says what the published table says of 14 people and 10 erlangs', () => {
    const hour = forecastHour(14, 120, CALLS);
    expect(hour.load).toBe(10);
    expect(hour.waiting).toBeCloseTo(0.17413193359505, 12);
    expect(hour.mean_wait_min! * 60).toBeCloseTo(13.0598950196287, 10);
    expect(hour.within_share).toBeCloseTo(0.86662741744532, 12);
    expect(hour.grows_per_hour).toBeNull();
  });

  it('waits in one of three hours with two people and one erlang', () => {
    expect(forecastHour(2, 12, CALLS).waiting).toBeCloseTo(1 / 3, 14);
  });

  it('says by how many the queue grows where more comes than can be served', () => {
    const full = forecastHour(2, 30, CALLS);
    expect(full).toMatchObject({ mean_wait_min: null, within_share: 0, waiting: 1, grows_per_hour: 6 });
    expect(forecastHour(2, 24, CALLS)).toMatchObject({ mean_wait_min: null, grows_per_hour: 0 });
  });

  it('serves nobody with nobody at the desk', () => {
    expect(forecastHour(0, 3, CALLS)).toMatchObject({ waiting: 1, grows_per_hour: 3, within_share: 0 });
    expect(forecastHour(0, 0, CALLS)).toMatchObject({ waiting: 0, grows_per_hour: null, within_share: 1 });
  });

  it('finds the fewest people that reach the target, and none too few', () => {
    const needed = findPeopleNeeded(120, CALLS)!;
    expect(forecastHour(needed, 120, CALLS).within_share).toBeGreaterThanOrEqual(0.8);
    expect(forecastHour(needed - 1, 120, CALLS).within_share).toBeLessThan(0.8);
    expect(findPeopleNeeded(0, CALLS)).toBe(0);
    expect(findPeopleNeeded(60_000, CALLS)).toBeNull();
  });

  it('never waits longer with one person more', () => {
    const waits = forecastAround([12, 20], 120, CALLS).flatMap(({ mean_wait_min }) => mean_wait_min ?? []);
    expect(waits.length).toBeGreaterThan(8);
    expect(waits).toEqual(waits.toSorted((a, b) => b - a));
  });
});
