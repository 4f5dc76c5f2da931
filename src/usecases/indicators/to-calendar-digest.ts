import { createHash } from 'node:crypto';
import type { Calendar } from '../../kernel/index.ts';

/** A short digest of all that a calendar says, so that another holiday or another hour is another digest. */
export function toCalendarDigest({ time_zone, versions }: Calendar): string {
  const said = versions.map(({ from, week, exceptions }) => [
    from,
    Object.entries(week).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    [...exceptions].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  const text = JSON.stringify([time_zone, said], (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
