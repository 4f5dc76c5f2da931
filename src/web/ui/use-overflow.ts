import { type RefCallback, useCallback, useState } from 'react';

interface Overflow<T> {
  readonly ref: RefCallback<T>;
  readonly overflows: boolean;
}

/** Whether an element holds more than its width shows: then the keyboard must be able to get there and scroll it. */
export function useOverflow<T extends HTMLElement>(): Overflow<T> {
  const [overflows, setOverflows] = useState(false);
  const ref = useCallback((place: T | null) => {
    if (place === null) return undefined;
    const watch = new ResizeObserver(() => setOverflows(place.scrollWidth > place.clientWidth));
    watch.observe(place);
    for (const child of place.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  return { ref, overflows };
}
