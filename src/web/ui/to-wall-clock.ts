let zone: string | undefined;
let format = toFormat();

function toFormat(): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** From now on instants are shown on the clock of that zone: the institution's, wherever one looks from. */
export function keepZone(name: string): void {
  if (name === zone) return;
  zone = name;
  format = toFormat();
}

/** The zone instants are shown in; undefined, for that of whoever looks, until it is known. */
export function shownZone(): string | undefined {
  return zone;
}

/**
 * The wall clock of the institution, as an ISO instant without zone: what the server's sentences say.
 *
 * @example toWallClock('2026-11-22T19:14:00Z') // '2026-11-22T14:14' in America/Guayaquil
 */
export function toWallClock(instant: string): string {
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
