import type { EventFlaw } from './read-log.ts';

/** Flaws shown with their place; the rest are counted. */
const SHOWN = 20;

/** What is found wrong while a log is read, counted by kind, with the places of the first ones. */
export interface Flaws {
  readonly note: (kind: EventFlaw['kind'], place?: number) => void;
  readonly list: () => readonly EventFlaw[];
}

export function toFlaws(): Flaws {
  const counts = new Map<EventFlaw['kind'], { n: number; places: number[] }>();
  return {
    note: (kind, place) => {
      let known = counts.get(kind);
      if (!known) counts.set(kind, (known = { n: 0, places: [] }));
      known.n += 1;
      if (place !== undefined && known.places.length < SHOWN) known.places.push(place);
    },
    list: () => [...counts].map(([kind, { n, places }]) => ({ kind, n, places })),
  };
}
